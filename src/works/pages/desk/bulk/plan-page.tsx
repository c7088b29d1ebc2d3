import type { KindInUse } from "../../../../tags/tags.ts";
import { Form, FormButtons, HiddenField, SubmitButton } from "../../../../ui/form.ts";
import { Layout } from "../../../../ui/layout.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import type { Page } from "../../../../ui/page.ts";
import type { Translate } from "../../../../vocabulary/translate.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import type { Obstacle, PlannedWork } from "../../../bulk/planned-change.ts";
import { workTitle } from "../titles.ts";
import { type BulkValues, bulkSteps, bulkFieldNames as names, singleFields } from "./bulk-form.ts";
import { changeWord, circleChanges, planSentences } from "./plan-sentences.ts";

type Props = {
  page: Page;
  planned: PlannedWork[];
  kinds: KindInUse[];
  values: BulkValues;
  overtaken: boolean;
};

/** Says what will change, counted and work by work, before anything does. */
export function PlanPage(props: Props) {
  const { page, planned, kinds, values, overtaken } = props;
  const { t } = page;
  const changing = planned.filter(({ changes }) => changes.length > 0);
  const hindered = planned.filter(({ obstacle }) => obstacle !== null);
  const question = t(
    "{count, plural, =0 {Nothing would change} one {Change # work?} other {Change # works?}}",
    {
      count: changing.length,
    },
  );
  const unchanged = planned.length - changing.length;
  return (
    <Layout page={page} title={question} kind="form" noindex>
      <h1>{question}</h1>
      {overtaken && (
        <Notice kind="firm" title={t("Nothing was changed")}>
          <p>
            {t(
              "Some of these works were changed or taken away since you were shown this page, perhaps by you in another window. This is what would change now.",
            )}
          </p>
        </Notice>
      )}
      <Hindered page={page} hindered={hindered} />
      <ul>
        {planSentences(changing, kinds, page).map((sentence) => (
          <li dir="auto">{sentence}</li>
        ))}
        {unchanged > 0 && (
          <li>
            {t("{count, plural, one {# work stays as it is} other {# works stay as they are}}: already so.", {
              count: unchanged,
            })}
          </li>
        )}
      </ul>
      <Circles page={page} planned={changing} />
      {changing.length > 0 && (
        <details class="fold">
          <summary>{t("Work by work")}</summary>
          <ul class="desk-list">
            {changing.map(({ work, changes }) => (
              <li>
                <div>
                  <h2 class="work-heading" dir="auto">
                    {workTitle(t, work)}
                  </h2>
                  <ul>
                    {changes.map((change) => (
                      <li dir="auto">{changeWord(change, kinds, page)}</li>
                    ))}
                  </ul>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Form page={page} action={urls.ownWorks()}>
        {planned.map(({ work }) => (
          <HiddenField name={names.works} value={`${work.id}.${work.version}`} />
        ))}
        <Carried values={values} />
        <FormButtons>
          {changing.length > 0 && hindered.length === 0 && (
            <SubmitButton name={bulkSteps.name} value={bulkSteps.change}>
              {t("{count, plural, one {Change # work} other {Change # works}}", { count: changing.length })}
            </SubmitButton>
          )}
          <SubmitButton kind="quiet" name={bulkSteps.name} value={bulkSteps.back}>
            {t("Choose otherwise")}
          </SubmitButton>
        </FormButtons>
      </Form>
    </Layout>
  );
}

/** What was typed goes along unseen. */
function Carried({ values }: { values: BulkValues }) {
  const typed: [string, string][] = [
    ...singleFields.map((field): [string, string] => [names[field], values[field]]),
    ...Object.entries(values.added).map(([id, tags]): [string, string] => [names.added(id), tags]),
    ...Object.entries(values.removed).map(([id, tags]): [string, string] => [names.removed(id), tags]),
  ];
  return typed
    .filter(([, value]) => value !== "")
    .map(([name, value]) => <HiddenField name={name} value={value} />);
}

function Hindered({ page, hindered }: { page: Page; hindered: PlannedWork[] }) {
  const { t } = page;
  if (hindered.length === 0) return null;
  return (
    <Notice kind="firm" title={t("This cannot be done as it is, so nothing can be changed yet")}>
      <ul>
        {hindered.map(({ work, obstacle }) => (
          <li dir="auto">
            {workTitle(t, work)}: {obstacle && obstacleSentence(obstacle, t)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function obstacleSentence(obstacle: Obstacle, t: Translate): string {
  return {
    "no-fandom": t("it would be left without a fandom, and readers find published works by theirs."),
    "too-many-tags": t("it would have more tags of a kind than one field holds."),
  }[obstacle];
}

/** What more or fewer readers mean, said once. */
function Circles({ page, planned }: { page: Page; planned: PlannedWork[] }) {
  const { t } = page;
  const { wider, narrower } = circleChanges(planned);
  return (
    <>
      {wider > 0 && (
        <p>
          {t(
            "{count, plural, one {# published work becomes} other {# published works become}} open to more people at once.",
            {
              count: wider,
            },
          )}
        </p>
      )}
      {narrower > 0 && (
        <p>
          {t(
            "{count, plural, one {# published work will be gone at once for those who may not read it any longer} other {# published works will be gone at once for those who may not read them any longer}}. Copies they carried away before stay theirs.",
            { count: narrower },
          )}
        </p>
      )}
    </>
  );
}

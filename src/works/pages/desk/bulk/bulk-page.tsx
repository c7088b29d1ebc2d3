import type { Pseud } from "../../../../people/pseuds.ts";
import type { KindInUse } from "../../../../tags/tags.ts";
import {
  CheckboxGroup,
  ErrorSummary,
  type FieldErrors,
  FieldGroup,
  Form,
  FormButtons,
  SelectField,
  SubmitButton,
  TextField,
} from "../../../../ui/form.ts";
import { Layout } from "../../../../ui/layout.tsx";
import type { Page } from "../../../../ui/page.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { FormFold } from "../../../form-fold.tsx";
import type { OwnWorkEntry } from "../../../own-works.ts";
import {
  aiCrawlersHint,
  commentersChoices,
  searchEnginesHint,
  visibilityChoices,
  visibilityWord,
  yesOrNo,
} from "../../../visibility-words.ts";
import { wordsSentence } from "../../../work-length.tsx";
import { workTitle } from "../titles.ts";
import { type BulkValues, bulkSteps, bulkFieldNames as names } from "./bulk-form.ts";

type Props = {
  page: Page;
  works: OwnWorkEntry[];
  kinds: KindInUse[];
  pseuds: Pseud[];
  chosen: ReadonlySet<string>;
  values: BulkValues;
  errors: FieldErrors;
};

/** Where a writer chooses works and says what is to become of all of them. */
export function BulkPage(props: Props) {
  const { page, works, errors } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("Several works at once")} kind="form" noindex>
      <h1>{t("Several works at once")}</h1>
      <ErrorSummary page={page} errors={errors} />
      {works.length === 0 ? (
        <p class="quiet">{t("There is no work of yours to change yet.")}</p>
      ) : (
        <>
          <p class="lead">
            {t("Choose works, say what is to change, and look at what will happen before it does.")}
          </p>
          <Form page={page} action={urls.ownWorks()}>
            <WorksChoice {...props} />
            <Wishes {...props} />
            <FormButtons>
              <SubmitButton name={bulkSteps.name} value={bulkSteps.tell}>
                {t("Show what will change")}
              </SubmitButton>
              <a href={urls.desk()}>{t("Back to my desk")}</a>
            </FormButtons>
          </Form>
        </>
      )}
    </Layout>
  );
}

function WorksChoice({ page, works, chosen, errors }: Props) {
  const { t } = page;
  const published = works.filter(({ status }) => status === "published").length;
  const quick: [string, string][] = [
    [urls.ownWorks("all"), t("Choose all {count, number}", { count: works.length })],
    [urls.ownWorks("published"), t("Choose those published")],
    [urls.ownWorks("drafts"), t("Choose the drafts")],
    [urls.ownWorks(), t("Choose none")],
  ];
  const isMixed = published > 0 && published < works.length;
  return (
    <>
      <p class="actions">
        {(isMixed ? quick : [quick[0], quick[3]]).map((way) => way && <a href={way[0]}>{way[1]}</a>)}
      </p>
      <CheckboxGroup
        page={page}
        name={names.works}
        label={t("Your works")}
        choices={works.map((work) => ({
          value: work.id,
          label: workTitle(t, work),
          hint: standing(page, work),
        }))}
        values={[...chosen]}
        error={errors[names.works]}
      />
    </>
  );
}

function standing(page: Page, work: OwnWorkEntry): string {
  const circle = work.status === "draft" ? page.t("draft") : visibilityWord(work.visibility, page.t);
  return [circle, wordsSentence(page, work.words)].join(" · ");
}

function Wishes(props: Props) {
  const { page, values, errors, kinds } = props;
  const { t } = page;
  const asItIs = t("Leave as it is");
  const tagsInUse = kinds.some(({ id }) => Boolean(values.added[id]) || Boolean(values.removed[id]));
  return (
    <>
      <FieldGroup legend={t("What is to change")}>
        <SelectField
          page={page}
          name={names.visibility}
          label={t("Who may read them")}
          nothing={asItIs}
          choices={visibilityChoices(t)}
          value={values.visibility}
          error={errors[names.visibility]}
        />
        <SelectField
          page={page}
          name={names.commentsFrom}
          label={t("Who may comment")}
          nothing={asItIs}
          choices={commentersChoices(t)}
          value={values.commentsFrom}
        />
        <SelectField
          page={page}
          name={names.commentsHeld}
          label={t("Do comments wait until you have read them?")}
          nothing={asItIs}
          choices={yesOrNo(t)}
          value={values.commentsHeld}
        />
        <SelectField
          page={page}
          name={names.searchEngines}
          label={t("May search engines list them?")}
          hint={searchEnginesHint(t)}
          nothing={asItIs}
          choices={yesOrNo(t)}
          value={values.searchEngines}
        />
        <SelectField
          page={page}
          name={names.aiCrawlers}
          label={t("May makers of AI take them, to train on or to quote?")}
          hint={aiCrawlersHint(t)}
          nothing={asItIs}
          choices={yesOrNo(t)}
          value={values.aiCrawlers}
        />
      </FieldGroup>
      <NameToGiveUnder {...props} />
      <FormFold title={t("Tags to add or to take off")} open={tagsInUse}>
        {kinds.map((kind) => (
          <TagFields {...props} kind={kind} />
        ))}
      </FormFold>
    </>
  );
}

/** Another of the writer's names in the place of those that stand there now; nothing to choose with one name. */
function NameToGiveUnder({ page, pseuds, values }: Props) {
  const { t } = page;
  if (pseuds.length < 2) return null;
  return (
    <FormFold title={t("Your name on them")} open={values.pseud !== ""}>
      <SelectField
        page={page}
        name={names.pseud}
        label={t("Put this name where another of yours stands")}
        hint={t(
          "Whoever knew a work under the name it had can tell that both names are yours. Copies readers carried away keep the name they had.",
        )}
        nothing={t("Leave as it is")}
        choices={pseuds.map(({ id, name }) => ({ value: id, label: name }))}
        value={values.pseud}
      />
    </FormFold>
  );
}

function TagFields({ page, values, errors, kind }: Props & { kind: KindInUse }) {
  const { t } = page;
  const suggests = { kinds: [kind.id], several: true };
  return (
    <>
      <TextField
        page={page}
        name={names.added(kind.id)}
        label={t("{kind}: add", { kind: kind.plural })}
        value={values.added[kind.id] ?? ""}
        suggests={suggests}
        error={errors[names.added(kind.id)]}
      />
      <TextField
        page={page}
        name={names.removed(kind.id)}
        label={t("{kind}: take off", { kind: kind.plural })}
        value={values.removed[kind.id] ?? ""}
        suggests={suggests}
        error={errors[names.removed(kind.id)]}
      />
    </>
  );
}

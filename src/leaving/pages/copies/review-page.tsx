import {
  CheckboxGroup,
  type Choice,
  FieldGroup,
  Form,
  FormButtons,
  SelectField,
  SubmitButton,
} from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { BroughtCopy } from "../../bringing/copies.ts";
import type { SurveyedWork } from "../../bringing/survey-copy.ts";
import { remarkSentence } from "./copy-words.ts";

/** The name of the field for a name that somebody else has here. */
export function nameField(sourceId: string): string {
  return `name-${sourceId}`;
}

/** What is in a copy, before any of it comes in. */
export function ReviewPage(props: {
  page: Page;
  copy: BroughtCopy;
  /** Works of it that are here, by their ids there; `removed`: in the trash. */
  here: ReadonlyMap<string, string>;
  ownNames: { id: string; name: string }[];
  /** Names of the copy that the member cannot have here. */
  takenNames: { sourceId: string; name: string }[];
}) {
  const { page, copy, here } = props;
  const { t } = page;
  const { survey } = copy.report;
  const readable = survey.works.filter(({ unreadable }) => !unreadable);
  const coming = readable.filter(({ sourceId }) => !here.has(sourceId));
  const present = readable.filter(({ sourceId }) => here.has(sourceId));
  const unreadable = survey.works.length - readable.length;
  const title = t("What is in the copy");
  return (
    <Layout page={page} title={title} kind="form" noindex>
      <h1>{title}</h1>
      <p class="lead">
        {t(
          "Nothing of it is in the archive yet. What comes in is as it was: what was published is published, without anybody being told, and drafts stay drafts.",
        )}
      </p>
      <Form page={page} action={urls.broughtCopy(copy.id)}>
        {coming.length > 0 ? (
          <CheckboxGroup
            page={page}
            name="work"
            label={t("Works that can come in")}
            choices={coming.map((work) => workChoice(page, work))}
            values={coming.filter(({ kept }) => kept).map(({ sourceId }) => sourceId)}
          />
        ) : (
          <p>{t("There is no work in it that is not here already.")}</p>
        )}
        {present.length > 0 && (
          <>
            <h2>{t("Here already")}</h2>
            <p>{t("These stay as they are here. Nothing comes in twice.")}</p>
            <ul>
              {present.map(({ sourceId, title: called }) => (
                <li>
                  <a href={urls.editWork(here.get(sourceId) ?? "")} dir="auto">
                    {called || t("Untitled")}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        {unreadable > 0 && (
          <p>
            {t(
              "{count, plural, one {One work in the copy cannot be read, and cannot come in.} other {# works in the copy cannot be read, and cannot come in.}}",
              { count: unreadable },
            )}
          </p>
        )}
        {props.takenNames.length > 0 && (
          <FieldGroup
            legend={t("Names that others have here")}
            hint={t("What was written under them comes in under a name of yours.")}
          >
            {props.takenNames.map(({ sourceId, name }) => (
              <SelectField
                page={page}
                name={nameField(sourceId)}
                label={name}
                choices={props.ownNames.map((own) => ({ value: own.id, label: own.name }))}
              />
            ))}
          </FieldGroup>
        )}
        <h2>{t("What comes with them")}</h2>
        <ul>
          {restLines(page, copy).map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <FormButtons>
          <SubmitButton>{t("Bring it in")}</SubmitButton>
        </FormButtons>
      </Form>
      <Form page={page} action={urls.broughtCopyRemoval(copy.id)}>
        <FormButtons>
          <SubmitButton kind="quiet">{t("Forget this copy")}</SubmitButton>
        </FormButtons>
      </Form>
    </Layout>
  );
}

function workChoice(page: Page, work: SurveyedWork): Choice {
  const { t, locale } = page;
  const names = new Intl.ListFormat(locale, { type: "conjunction" }).format(work.others);
  const facts = [
    work.removed ? t("in the trash") : work.published ? t("published") : t("draft"),
    t("{count, plural, one {one chapter} other {# chapters}}", { count: work.chapters }),
    work.drafts > 0 &&
      t("{count, plural, one {one of them a draft} other {# of them drafts}}", { count: work.drafts }),
    work.states > 0 &&
      t("{count, plural, one {one earlier version} other {# earlier versions}}", { count: work.states }),
    work.originals > 0 &&
      t("{count, plural, one {one file you had brought in} other {# files you had brought in}}", {
        count: work.originals,
      }),
    work.others.length > 0 && t("with {names}", { names }),
  ].filter((fact) => typeof fact === "string");
  const remarks = work.remarks.map((remark) => remarkSentence(t, remark));
  const elsewhere = work.kept ? [] : [t("Another of its authors kept it there. Bring it in if they do not.")];
  return {
    value: work.sourceId,
    label: work.title || t("Untitled"),
    hint: [new Intl.ListFormat(locale, { type: "unit" }).format(facts), [...elsewhere, ...remarks].join(" ")]
      .filter((words) => words !== "")
      .join(" · "),
  };
}

function restLines({ t, locale }: Page, { report: { survey } }: BroughtCopy): string[] {
  const lines = [
    survey.names.length > 0 &&
      t("{count, plural, one {One name} other {# names}} to write under, with text and picture", {
        count: survey.names.length,
      }),
    survey.series.length > 0 &&
      t("{count, plural, one {One series} other {# series}}, with the works in their places", {
        count: survey.series.length,
      }),
    survey.bookmarks > 0 &&
      t(
        "{count, plural, one {One bookmark} other {# bookmarks}}; of works that are not here, title and note are kept for you",
        { count: survey.bookmarks },
      ),
    (survey.ledger ?? 0) > 0 &&
      t(
        "{count, plural, one {One line} other {# lines}} of your ledger; of works that are not here, {count, plural, one {it is} other {they are}} kept as {count, plural, one {it was} other {they were}} said",
        { count: survey.ledger ?? 0 },
      ),
    (survey.places ?? 0) > 0 &&
      t("Where you were in {count, plural, one {one chapter} other {# chapters}}, if those works are here", {
        count: survey.places ?? 0,
      }),
    (survey.shelves ?? []).length > 0 &&
      t(
        "Your shelves ({names}) in their order and with your notes; one that is called like a shelf of yours here is for you alone",
        { names: new Intl.ListFormat(locale, { type: "unit" }).format(survey.shelves ?? []) },
      ),
    (survey.rules ?? 0) > 0 &&
      t(
        "{count, plural, one {One rule} other {# rules}} of what you do not want to meet, as far as what {count, plural, one {it names} other {they name}} is here",
        {
          count: survey.rules ?? 0,
        },
      ),
    (survey.people ?? 0) > 0 &&
      t(
        "{count, plural, one {One person} other {# persons}} you keep away, if {count, plural, one {their name is} other {their names are}} here",
        {
          count: survey.people ?? 0,
        },
      ),
    (survey.subscriptions ?? 0) > 0 &&
      t(
        "{count, plural, one {One thing} other {# things}} you follow, as far as {count, plural, one {it is} other {they are}} here",
        {
          count: survey.subscriptions ?? 0,
        },
      ),
    survey.filters > 0 &&
      t(
        "{count, plural, one {One saved filter} other {# saved filters}}, where this archive has their tags",
        {
          count: survey.filters,
        },
      ),
    survey.commentsWritten + survey.commentsReceived > 0 &&
      t(
        "{count, plural, one {One comment} other {# comments}} you wrote or received, kept for you alone: this archive cannot know who said them",
        { count: survey.commentsWritten + survey.commentsReceived },
      ),
    t("Preferences that you have not chosen otherwise here"),
    t("Figures of each work, up to the day the copy was taken"),
  ];
  return lines.filter((line) => typeof line === "string");
}

import {
  CheckboxGroup,
  ErrorSummary,
  Form,
  FormButtons,
  HiddenField,
  SelectField,
  SubmitButton,
} from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { Sentence } from "../../../ui/sentence.tsx";
import type { FieldErrors } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { FormFold } from "../../form-fold.tsx";
import { languageName } from "../../language-name.ts";
import type { Rule } from "../../reader-rules.ts";
import { withoutMentions } from "../../tag-links.tsx";
import type { Work } from "../../work.ts";
import { workTitle } from "../desk/titles.ts";
import { MannerField, RuleNameField } from "./rule-fields.tsx";
import type { RuleNames } from "./rule-names.ts";
import { ruleTitle } from "./rule-sentence.ts";

/** What of a work was ticked, and where it goes. */
export type TypedLikeness = {
  tags: string[];
  writers: string[];
  work: boolean;
  language: boolean;
  manner: string;
  name: string;
  into: string;
};

/** Which things about one work shall hide it and its like. */
export function HideLikePage(props: {
  page: Page;
  work: Work;
  rules: readonly Rule[];
  names: RuleNames;
  typed: TypedLikeness;
  /** Where they came from, to go back to; "": from nowhere. */
  back: string;
  errors: FieldErrors;
}) {
  const { page, work, errors, back } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("Hide works like this")} kind="form" noindex>
      <h1>{t("Hide works like this")}</h1>
      <p>
        <Sentence
          page={page}
          says="What about {title} do you not want to meet? Nobody is told."
          parts={{
            title: (
              <a href={urls.work(work.id)} lang={work.language} dir="auto">
                {workTitle(t, work)}
              </a>
            ),
          }}
        />
      </p>
      <ErrorSummary page={page} errors={errors} />
      <OnePress page={page} work={work} back={back} />
      <FormFold title={t("Several at once, or more closely")} open={Object.keys(errors).length > 0}>
        <Closely {...props} />
      </FormFold>
      <p class="actions">
        {back !== "" && <a href={back}>{t("Hide nothing, and go back")}</a>}
        <a href={urls.readerRules()}>{t("Your rules")}</a>
      </p>
    </Layout>
  );
}

/** Tags with a button of their own; the longer form has all of them. */
const mostPressed = 24;

/** Everything about the work that one press hides from now on. */
function OnePress({ page, work, back }: { page: Page; work: Work; back: string }) {
  const { t } = page;
  const tags = withoutMentions(work.tags);
  const buttons = [
    { press: "work", says: t("This one work") },
    ...writersOf(work).map(({ value, label }) => ({
      press: `writer ${value}`,
      says: t("Everything by {name}", { name: label }),
    })),
    ...tags.slice(0, mostPressed).map(({ tagId, name }) => ({
      press: `tag ${tagId}`,
      says: t("Everything tagged {tag}", { tag: name }),
    })),
  ];
  return (
    <form
      method="post"
      action={urls.hideLike(work.id)}
      class="one-press"
      aria-label={t("Hide with one press")}
    >
      <input type="hidden" name="back" value={back} />
      <ul>
        {buttons.map(({ press, says }) => (
          <li>
            <button type="submit" name="press" value={press} class="button button-quiet" dir="auto">
              {says}
            </button>
          </li>
        ))}
      </ul>
      <p class="hint">
        {t(
          "In its place a quiet line says why, with a way to show it. “Your rules” has it from then on, to be changed or taken back.",
        )}
      </p>
    </form>
  );
}

function writersOf(work: Work): { value: string; label: string }[] {
  if (work.anonymous) return [];
  return work.creators.flatMap(({ role, pseudId, name }) =>
    role === "author" && pseudId !== null ? [{ value: pseudId, label: name }] : [],
  );
}

type Closer = {
  page: Page;
  work: Work;
  rules: readonly Rule[];
  names: RuleNames;
  typed: TypedLikeness;
  back: string;
  errors: FieldErrors;
};

/** The same with several things ticked, into any rule, and left out altogether. */
function Closely({ page, work, rules, names, typed, back, errors }: Closer) {
  const { t } = page;
  const writers = writersOf(work);
  return (
    <Form page={page} action={urls.hideLike(work.id)} label={t("Several at once, or more closely")}>
      <HiddenField name="back" value={back} />
      <CheckboxGroup
        page={page}
        name="like"
        label={t("Hide")}
        choices={[
          { value: "work", label: t("This one work") },
          {
            value: "language",
            label: t("Everything written in {language}", {
              language: languageName(work.language, page.locale),
            }),
          },
        ]}
        values={[...(typed.work ? ["work"] : []), ...(typed.language ? ["language"] : [])]}
        error={errors.like}
      />
      {writers.length > 0 && (
        <CheckboxGroup
          page={page}
          name="writers"
          label={t("Everything by")}
          choices={writers}
          values={typed.writers}
        />
      )}
      {work.tags.length > 0 && (
        <CheckboxGroup
          page={page}
          name="tags"
          label={t("Everything tagged")}
          choices={work.tags.map(({ tagId, name }) => ({ value: tagId, label: name }))}
          values={typed.tags}
        />
      )}
      {rules.length > 0 && (
        <SelectField
          page={page}
          name="into"
          label={t("Put it into")}
          nothing={t("A new rule")}
          value={typed.into}
          choices={rules.map((rule) => ({ value: rule.id, label: ruleTitle(page, rule, names) }))}
        />
      )}
      <MannerField page={page} manner={typed.manner} />
      <RuleNameField page={page} name={typed.name} error={errors.name} />
      <FormButtons>
        <SubmitButton>{t("Hide these")}</SubmitButton>
      </FormButtons>
    </Form>
  );
}

import {
  CheckboxGroup,
  ErrorSummary,
  Form,
  FormButtons,
  SelectField,
  SubmitButton,
} from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { Sentence } from "../../../ui/sentence.tsx";
import type { FieldErrors } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { languageName } from "../../language-name.ts";
import type { Rule } from "../../reader-rules.ts";
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
  errors: FieldErrors;
}) {
  const { page, work, rules, names, typed, errors } = props;
  const { t } = page;
  const writers = work.anonymous
    ? []
    : work.creators.flatMap(({ role, pseudId, name }) =>
        role === "author" && pseudId !== null ? [{ value: pseudId, label: name }] : [],
      );
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
      <Form page={page} action={urls.hideLike(work.id)}>
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
          <a href={urls.readerRules()}>{t("Your rules")}</a>
        </FormButtons>
      </Form>
    </Layout>
  );
}

import { ErrorSummary, Form, FormButtons, SubmitButton } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import type { FieldErrors } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { MannerField, RuleFieldset, RuleNameField } from "./rule-fields.tsx";
import type { TypedRule } from "./rule-form.ts";
import type { RuleNames } from "./rule-names.ts";

/** A rule as a form; `id` null: a new one. */
export function RulePage(props: {
  page: Page;
  id: string | null;
  typed: TypedRule;
  errors: FieldErrors;
  names: RuleNames;
}) {
  const { page, id, typed, errors } = props;
  const { t } = page;
  const title = id === null ? t("A new rule") : t("Change a rule");
  return (
    <Layout page={page} title={title} kind="form" noindex>
      <h1>{title}</h1>
      <ErrorSummary page={page} errors={errors} />
      <p>{t("A work is hidden when anything below fits it.")}</p>
      <Form page={page} action={id === null ? urls.newReaderRule() : urls.readerRule(id)}>
        <RuleFieldset {...props} />
        <MannerField page={page} manner={typed.manner} />
        <RuleNameField page={page} name={typed.name} error={errors.name} />
        <FormButtons>
          <SubmitButton>{t("Save this rule")}</SubmitButton>
          <a href={urls.readerRules()}>{t("Back to your rules")}</a>
        </FormButtons>
      </Form>
      {id !== null && (
        <details>
          <summary>{t("Remove this rule")}</summary>
          <p>{t("It is gone for good. Switched off, it would wait for you.")}</p>
          <form method="post" action={urls.readerRuleRemoval(id)}>
            <SubmitButton kind="grave">{t("Remove this rule")}</SubmitButton>
          </form>
        </details>
      )}
    </Layout>
  );
}

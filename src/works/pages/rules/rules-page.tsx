import { ActionLink } from "../../../ui/action-link.tsx";
import { ErrorSummary, FileField, Form, SubmitButton, TextArea } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { Page } from "../../../ui/page.ts";
import { PostButton } from "../../../ui/post-button.tsx";
import type { FieldErrors } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { Rule } from "../../reader-rules.ts";
import type { RuleNames } from "./rule-names.ts";
import { ruleSentence, ruleTitle } from "./rule-sentence.ts";

/** What came of bringing rules in: how many, and what in them is not known here. */
export type BroughtIn = { count: number; unknown: readonly string[] };

/** A reader's own rules. */
export function RulesPage(props: {
  page: Page;
  rules: readonly Rule[];
  names: RuleNames;
  pasted: string;
  errors: FieldErrors;
  broughtIn: BroughtIn | null;
}) {
  const { page, rules, names, errors, broughtIn } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("What I do not want to meet")} kind="form" noindex>
      <h1>{t("What I do not want to meet")}</h1>
      <ErrorSummary page={page} errors={errors} />
      {broughtIn && <Arrived page={page} broughtIn={broughtIn} />}
      <p>
        {t(
          "Your rules hold in every list, count, feed, suggestion and letter. A work you open by its own address opens. Nobody else is told of them.",
        )}
      </p>
      <p class="actions">
        <ActionLink href={urls.newReaderRule()}>{t("Make a rule")}</ActionLink>
        <a href={urls.keptAway()}>{t("People I mute or block")}</a>
      </p>
      {rules.length === 0 ? (
        <p class="quiet">{t("No rule yet. “Hide works like this” under any work makes one from it.")}</p>
      ) : (
        <ul class="desk-list">
          {rules.map((rule) => (
            <RuleRow page={page} rule={rule} names={names} />
          ))}
        </ul>
      )}
      <section aria-labelledby="carry">
        <h2 id="carry">{t("Carry them along")}</h2>
        {rules.length > 0 && (
          <p>
            <a href={urls.readerRulesFile()}>{t("Take all rules along, as one small file")}</a>
          </p>
        )}
        <details open={errors.file !== undefined}>
          <summary>{t("Bring rules in")}</summary>
          <Form page={page} action={urls.readerRulesFile()} enctype="multipart/form-data" narrow>
            <FileField
              page={page}
              name="file"
              label={t("A file of rules")}
              hint={t("They are added to those you have.")}
              accept=".json,application/json"
              error={errors.file}
            />
            <TextArea
              page={page}
              name="pasted"
              label={t("Or its words, pasted")}
              value={props.pasted}
              rows={4}
            />
            <SubmitButton kind="quiet">{t("Bring these rules in")}</SubmitButton>
          </Form>
        </details>
      </section>
    </Layout>
  );
}

function RuleRow({ page, rule, names }: { page: Page; rule: Rule; names: RuleNames }) {
  const { t } = page;
  const id = `rule-${rule.id}`;
  return (
    <li>
      <div>
        <h2 class="work-heading" id={id}>
          <a href={urls.readerRule(rule.id)} dir="auto">
            {ruleTitle(page, rule, names)}
          </a>
        </h2>
        {rule.name !== "" && <p dir="auto">{ruleSentence(page, rule.parts, names)}</p>}
        <ul class="facts-line">
          <li>{rule.isOn ? t("On") : t("Switched off")}</li>
          <li>{rule.manner === "hide" ? t("Left out altogether") : t("Folded to a line")}</li>
        </ul>
      </div>
      <div class="actions">
        <PostButton
          action={urls.readerRuleSwitch(rule.id)}
          fields={{ on: rule.isOn ? "" : "yes" }}
          describedBy={id}
        >
          {rule.isOn ? t("Switch it off") : t("Switch it on")}
        </PostButton>
      </div>
    </li>
  );
}

function Arrived({ page, broughtIn: { count, unknown } }: { page: Page; broughtIn: BroughtIn }) {
  const { t } = page;
  return (
    <Notice title={t("{count, plural, one {# rule came in.} other {# rules came in.}}", { count })}>
      {unknown.length > 0 && (
        <p dir="auto">
          {t("Not known here, and left out: {names}.", {
            names: new Intl.ListFormat(page.locale).format(unknown),
          })}
        </p>
      )}
    </Notice>
  );
}

import { ActionLink } from "../../../ui/action-link.tsx";
import { ErrorSummary, FileField, Form, SubmitButton, TextArea, TextField } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { Page } from "../../../ui/page.ts";
import { PostButton } from "../../../ui/post-button.tsx";
import { Sentence } from "../../../ui/sentence.tsx";
import type { FieldErrors } from "../../../vocabulary/errors.ts";
import { foldName } from "../../../vocabulary/fold-name.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { ReadSwitch } from "../../read-switch.tsx";
import type { ReadManner } from "../../read-works.ts";
import type { Rule } from "../../reader-rules.ts";
import type { RuleNames } from "./rule-names.ts";
import { ruleSentence } from "./rule-sentence.ts";

/** What came of bringing rules in: how many, how many stood here already, and what in them is not known here. */
export type BroughtIn = { count: number; already: number; unknown: readonly string[] };

/** A reader's own rules. */
export function RulesPage(props: {
  page: Page;
  rules: readonly Rule[];
  names: RuleNames;
  /** Words looked for among many rules; "": all are shown. */
  words: string;
  readManner: ReadManner | null;
  pasted: string;
  errors: FieldErrors;
  broughtIn: BroughtIn | null;
}) {
  const { page, rules, names, words, errors, broughtIn } = props;
  const { t } = page;
  const told = rules.map((rule) => ({ rule, ...wordsOf(page, rule, names) }));
  const shown = told.filter(({ title, sentence }) => hasWords(`${title} ${sentence}`, words));
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
        <p class="quiet rules-count">
          {t("No rule yet. “Hide” on the card of any work makes one with one more press.")}
        </p>
      ) : (
        <>
          <HowMany page={page} rules={rules} />
          {(rules.length > fewRules || words !== "") && <FindRules page={page} words={words} />}
          {shown.length === 0 && <p class="quiet">{t("None of your rules has these words.")}</p>}
          <ul class="desk-list">
            {shown.map((each) => (
              <RuleRow page={page} {...each} />
            ))}
          </ul>
        </>
      )}
      <section aria-labelledby="read">
        <h2 id="read">{t("What you have read")}</h2>
        <p>
          <Sentence
            page={page}
            says="Works you finished or dropped, by {ledger}."
            parts={{ ledger: <a href={urls.ledger()}>{t("your ledger")}</a> }}
          />
        </p>
        <ReadSwitch page={page} manner={props.readManner} />
      </section>
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

/** So many rules are found by looking. */
const fewRules = 12;

/** A rule's name, or what it is about; and what it is about where it has a name. */
function wordsOf(page: Page, rule: Rule, names: RuleNames): { title: string; sentence: string } {
  const sentence = ruleSentence(page, rule.parts, names);
  return rule.name === "" ? { title: sentence, sentence: "" } : { title: rule.name, sentence };
}

function hasWords(text: string, words: string): boolean {
  const folded = foldName(text);
  return foldName(words)
    .split(/\s+/u)
    .every((word) => folded.includes(word));
}

function HowMany({ page, rules }: { page: Page; rules: readonly Rule[] }) {
  const on = rules.filter(({ isOn }) => isOn).length;
  return (
    <p class="quiet rules-count">
      {on === rules.length
        ? page.t("{count, plural, one {# rule} other {# rules}}", { count: on })
        : page.t("{count, plural, one {# rule} other {# rules}}, {on, number} of them on", {
            count: rules.length,
            on,
          })}
    </p>
  );
}

function FindRules({ page, words }: { page: Page; words: string }) {
  const { t } = page;
  return (
    <Form
      page={page}
      action={urls.readerRules()}
      method="get"
      class="find-box"
      label={t("Find among your rules")}
    >
      <TextField
        page={page}
        name="words"
        label={t("Words in your rules")}
        type="search"
        value={words}
        autocomplete="off"
      />
      <SubmitButton kind="quiet">{t("Show these")}</SubmitButton>
    </Form>
  );
}

function RuleRow(props: { page: Page; rule: Rule; title: string; sentence: string }) {
  const { page, rule, title, sentence } = props;
  const { t } = page;
  const id = `rule-${rule.id}`;
  const folds = rule.manner === "fold";
  return (
    <li>
      <div class="grow">
        <h2 class="work-heading" id={id}>
          <a href={urls.readerRule(rule.id)} dir="auto">
            {title}
          </a>
        </h2>
        {sentence !== "" && <p dir="auto">{sentence}</p>}
        <ul class="facts-line">
          <li>{rule.isOn ? t("On") : t("Switched off")}</li>
          <li>{folds ? t("Folded to a line") : t("Left out altogether")}</li>
        </ul>
      </div>
      <div class="actions">
        <PostButton
          action={urls.readerRuleSwitch(rule.id)}
          fields={{ manner: folds ? "hide" : "fold" }}
          describedBy={id}
        >
          {folds ? t("Leave them out") : t("Fold them")}
        </PostButton>
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

function Arrived({ page, broughtIn: { count, already, unknown } }: { page: Page; broughtIn: BroughtIn }) {
  const { t } = page;
  return (
    <Notice
      title={t("{count, plural, =0 {No rule came in.} one {# rule came in.} other {# rules came in.}}", {
        count,
      })}
    >
      {already > 0 && (
        <p>
          {t(
            "{count, plural, one {# more stands here already, and was} other {# more stand here already, and were}} not added again.",
            { count: already },
          )}
        </p>
      )}
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

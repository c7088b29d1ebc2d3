import type { Page } from "../ui/page.ts";
import { Sentence } from "../ui/sentence.tsx";
import type { Choice, WarningAnswer, WorkWarning } from "./work.ts";

/**
 * A work's answer to every warning of the archive. One the author was never asked about, because the
 * owner added it later, is not answered: *not saying*.
 */
export function answersToAll(asked: Choice[], answered: WorkWarning[]): WorkWarning[] {
  const later = asked.filter(({ id }) => !answered.some((warning) => warning.id === id));
  return [...answered, ...later.map(({ id, name }): WorkWarning => ({ id, name, answer: "unsaid" }))];
}

/** Each warning with its answer, in words. */
export function Warnings({ page, warnings }: { page: Page; warnings: WorkWarning[] }) {
  return (
    <ul class="warnings">
      {warnings.map(({ name, answer }) => (
        <li>
          <Sentence
            page={page}
            says="{warning}: {answer}"
            parts={{
              warning: <span dir="auto">{name}</span>,
              answer: <Answer page={page} answer={answer} />,
            }}
          />
        </li>
      ))}
    </ul>
  );
}

/**
 * The warnings that hold and those not spoken of, as items of a line of facts; what is not there is not said, and
 * silence about all of them is one short item.
 */
export function WarningFacts({ page, warnings }: { page: Page; warnings: WorkWarning[] }) {
  const unsaid = withAnswer(warnings, "unsaid");
  if (unsaid.length > 1 && unsaid.length === warnings.length)
    return <li>{page.t("Warnings: not saying")}</li>;
  return (
    <>
      <NamedWarnings page={page} says="Warning: {names}" named={withAnswer(warnings, "yes")} firm />
      <NamedWarnings page={page} says="Not saying: {names}" named={unsaid} />
    </>
  );
}

function NamedWarnings(props: { page: Page; says: string; named: WorkWarning[]; firm?: boolean }) {
  if (props.named.length === 0) return null;
  const names = props.named.map(({ name }) => name);
  const joined = new Intl.ListFormat(props.page.locale, { type: "unit" }).format(names);
  const sentence = props.page.t(props.says, { names: joined });
  return <li>{props.firm ? <strong class="warning-yes">{sentence}</strong> : sentence}</li>;
}

function Answer({ page, answer }: { page: Page; answer: WarningAnswer }) {
  const { t } = page;
  if (answer === "yes") return <strong class="warning-yes">{t("yes")}</strong>;
  return (
    <span class={answer === "no" ? "quiet" : undefined}>{answer === "no" ? t("no") : t("not saying")}</span>
  );
}

function withAnswer(warnings: WorkWarning[], answer: WarningAnswer): WorkWarning[] {
  return warnings.filter((warning) => warning.answer === answer);
}

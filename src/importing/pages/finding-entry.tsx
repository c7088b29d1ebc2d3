import { RadioGroup } from "../../ui/form.ts";
import type { Page } from "../../ui/page.ts";
import { languageName } from "../../works/language-name.ts";
import type { Decisions } from "../finding.ts";
import { reasonOf, sentenceOf } from "../finding-sentences.ts";
import { entryId } from "../mark-places.ts";
import { decisionFieldNames, decisionOn, decisionsFor } from "../read-decisions.ts";
import type { ReviewFinding } from "../review-finding.ts";
import { FindingChange } from "./finding-change.tsx";
import { decisionLabel } from "./finding-words.ts";

type EntryProps = { page: Page; finding: ReviewFinding; decisions: Decisions };

/** One finding: what it is, where, what would change, why, and the answer to it. */
export function FindingEntry({ page, finding, decisions }: EntryProps) {
  return (
    <li class={`finding finding-${finding.state}`} id={entryId(finding.id)}>
      <FindingWords page={page} finding={finding} />
      <FindingPlace page={page} finding={finding} />
      <FindingAnswer page={page} finding={finding} decisions={decisions} />
    </li>
  );
}

/** One of several places with the very same words, which are said once above them. */
export function SamePlaceEntry(props: EntryProps & { number: number; count: number }) {
  const { page, finding } = props;
  return (
    <li class={`finding finding-${finding.state}`} id={entryId(finding.id)}>
      <FindingPlace
        page={page}
        finding={finding}
        name={page.t("Place {number} of {count}", { number: props.number, count: props.count })}
      />
      <FindingAnswer page={page} finding={finding} decisions={props.decisions} />
    </li>
  );
}

/** What was found, what it would become, and why. */
export function FindingWords({ page, finding }: { page: Page; finding: ReviewFinding }) {
  const { t } = page;
  return (
    <>
      <h4 dir="auto">{sentenceInWords(page, finding)}</h4>
      <FindingChange finding={finding} />
      {finding.reasons.length > 0 && (
        <p class="finding-reason" dir="auto">
          {finding.reasons.map((reason) => reasonOf(reason, t)).join(" ")}
        </p>
      )}
    </>
  );
}

/** A language is found by its tag and said by its name; a comment may be about no words at all. */
function sentenceInWords({ t, locale }: Page, finding: ReviewFinding): string {
  if (finding.kind === "comment" && finding.was === "")
    return t("A comment in the margin: “{words}”", { words: finding.becomes ?? "" });
  if (finding.kind !== "language" || finding.becomes === null)
    return sentenceOf({ ...finding, edits: [] }, t);
  return sentenceOf({ ...finding, edits: [], becomes: languageName(finding.becomes, locale) }, t);
}

/** The ways to its places, in the file and in the story, with the words around it. */
function FindingPlace({ page, finding, name }: { page: Page; finding: ReviewFinding; name?: string }) {
  const { t } = page;
  const { place, placeInFile, where } = finding;
  const isAnywhere = where !== null && (place !== null || placeInFile !== null);
  if (!isAnywhere) return name === undefined ? null : <p class="finding-place">{name}</p>;
  const [before, after] = [where.before.trim(), where.after.trim()];
  return (
    <p class="finding-place">
      {name && <span>{name}: </span>}
      {placeInFile !== null && <a href={`#${placeInFile}`}>{t("As it came in")}</a>}
      {placeInFile !== null && place !== null && " · "}
      {place !== null && <a href={`#${place}`}>{t("As it becomes")}</a>}
      {(before !== "" || after !== "") && (
        <span class="quiet" dir="auto">
          {" "}
          {before !== "" && `…${where.before.trimStart()}`}
          <b>{where.quote}</b>
          {after !== "" && `${where.after.trimEnd()}…`}
        </span>
      )}
    </p>
  );
}

function FindingAnswer({ page, finding, decisions }: EntryProps) {
  const { t } = page;
  const possible = decisionsFor(finding);
  if (possible.length === 0) return null;
  return (
    <RadioGroup
      page={page}
      inRow
      name={decisionFieldNames.finding(finding.id)}
      label={t("Your answer: {sentence}", { sentence: sentenceInWords(page, finding) })}
      value={decisionOn(finding, decisions)}
      choices={possible.map((decision) => ({ value: decision, label: decisionLabel(finding, decision, t) }))}
    />
  );
}

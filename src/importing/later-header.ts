import type { BlockRange, Edit, PassageField } from "./edit.ts";
import type { Finding } from "./finding.ts";
import type { ReadingDraft } from "./reading-draft.ts";
import type { PassageRecognition, Recognition } from "./recognised-fields.ts";

/** What a header said, with the findings it said it by. */
export interface HeaderSayings {
  findings: Finding[];
  recognised: Recognition[];
}

/** Where a passage of a later chapter's header goes; the rest of the fields are chapter fields already. */
const chapterFieldOf: Partial<Record<PassageField, PassageField>> = {
  title: "chapterTitle",
  summary: "chapterSummary",
  notes: "chapterNotes",
  endNotes: "chapterEndNotes",
  dedication: "chapterNotes",
  disclaimer: "chapterNotes",
  conventions: "chapterNotes",
};

/** Values of which a work has one: what a later header says otherwise is kept as that chapter's note. */
const singleValues: readonly Recognition["field"][] = ["rating", "chapterNumber"];

/** What the last to speak of it knows best. */
const counts: readonly Recognition["field"][] = ["expectedChapters", "complete"];

/**
 * Settles what the header of a later chapter says (T79): what an earlier one said too is taken out, what the work has
 * one of becomes the chapter's own. Tags, people and warnings that are new join those of the work. Findings are
 * changed in place.
 *
 * @param textIn the words of a range, of either header
 * @returns what is recognised by the later header
 */
export function settleLaterHeader(
  earlier: Recognition[],
  later: HeaderSayings,
  textIn: (range: BlockRange) => string,
): Recognition[] {
  const { said, known } = sayingsIn(earlier, textIn);
  const findings = new Map(later.findings.map((finding) => [finding.id, finding]));
  const titled = later.recognised.some(({ field }) => field === "chapterTitle");
  const settled = later.recognised.flatMap((recognition): Recognition[] => {
    const finding = findings.get(recognition.evidence.finding);
    if (!finding || said.has(sayingOf(recognition, textIn))) return [];
    if ("passages" in recognition) return [ofChapter(recognition, finding, titled)];
    if (!singleValues.includes(recognition.field) || !known.has(recognition.field)) return [recognition];
    return recognition.field === "rating" ? asChapterNote(finding, recognition) : [];
  });
  sayWhatRepeats(later, settled);
  return settled;
}

/**
 * Lets a pass read what stands in a later chapter, and settles what it found as of that chapter.
 *
 * @returns what the pass returns
 */
export function readOfLaterChapter<Read>(draft: ReadingDraft, read: () => Read): Read {
  const { findings, recognised } = draft;
  const [firstFinding, firstRecognised] = [findings.length, recognised.length];
  const result = read();
  const later = { findings: findings.slice(firstFinding), recognised: recognised.splice(firstRecognised) };
  recognised.push(...settleLaterHeader(recognised, later, (range) => draft.textIn(range)));
  return result;
}

/** Of several counts of chapters, and of several words on whether the work is complete, the last one each. */
export function lastCountsOnly(recognised: Recognition[]): Recognition[] {
  return recognised.filter(
    ({ field }, index) =>
      !counts.includes(field) || recognised.findLastIndex((other) => other.field === field) === index,
  );
}

/** What a list of recognitions says; it only grows, and is asked again for every chapter. */
interface Sayings {
  read: number;
  said: Set<string>;
  known: Set<Recognition["field"]>;
}

const sayings = new WeakMap<Recognition[], Sayings>();

function sayingsIn(earlier: Recognition[], textIn: (range: BlockRange) => string): Sayings {
  const all = sayings.get(earlier) ?? { read: 0, said: new Set(), known: new Set() };
  for (const recognition of earlier.slice(all.read)) {
    all.said.add(sayingOf(recognition, textIn));
    all.known.add(recognition.field);
  }
  all.read = earlier.length;
  sayings.set(earlier, all);
  return all;
}

function sayingOf(recognition: Recognition, textIn: (range: BlockRange) => string): string {
  const { evidence: _, ...saying } = recognition;
  if (!("passages" in saying)) return JSON.stringify(saying);
  const words = saying.passages.map(textIn).join(" ").replace(/\s+/gu, " ").trim();
  return JSON.stringify([saying.field, words]);
}

/** A title beside a chapter's own title is a note. */
function ofChapter(recognition: PassageRecognition, finding: Finding, titled: boolean): PassageRecognition {
  const { field } = recognition;
  const own = field === "title" && titled ? "chapterNotes" : chapterFieldOf[field];
  if (own === undefined) return recognition;
  finding.becomes = own;
  finding.edits = finding.edits.map(
    (edit): Edit => (edit.kind === "lift-to-field" && edit.field === field ? { ...edit, field: own } : edit),
  );
  return { ...recognition, field: own };
}

function asChapterNote(finding: Finding, { evidence }: Recognition): Recognition[] {
  const lifts = finding.edits.flatMap((edit) => (edit.kind === "lift-to-field" ? [edit] : []));
  if (lifts.length === 0) return [];
  finding.kind = "repeated-header-differs";
  finding.becomes = "chapterNotes";
  finding.edits = finding.edits.map(
    (edit): Edit =>
      edit.kind === "lift-to-field" ? { ...edit, field: "chapterNotes", value: rangeOf(edit) } : edit,
  );
  return [{ field: "chapterNotes", passages: lifts.map(rangeOf), evidence }];
}

function rangeOf({ block, from, to }: BlockRange): BlockRange {
  return { block, from, to };
}

/** A finding of which nothing is left says that it repeats; its words stay out of the story until it is undone. */
function sayWhatRepeats({ findings, recognised }: HeaderSayings, settled: Recognition[]): void {
  const spoke = new Set(recognised.map(({ evidence }) => evidence.finding));
  const speaks = new Set(settled.map(({ evidence }) => evidence.finding));
  for (const finding of findings) {
    if (!spoke.has(finding.id) || speaks.has(finding.id) || finding.state !== "applied") continue;
    if (!finding.edits.some(({ kind }) => kind === "lift-to-field")) continue;
    finding.kind = "repeated-header";
    finding.becomes = null;
    finding.edits = finding.edits.map(
      (edit): Edit => (edit.kind === "lift-to-field" ? { ...edit, field: "data", value: null } : edit),
    );
  }
}

import type { HeaderLine } from "./header-line.ts";
import type { HeaderSign } from "./header-sign.ts";
import type { LabelField } from "./labels.ts";

/** Fields whose value may go on for several paragraphs. */
const longFields: readonly LabelField[] = [
  "summary",
  "notes",
  "disclaimer",
  "dedication",
  "gift",
  "thanks",
  "permission",
  "feedback",
  "other",
];
/** Fields that are as often found below a story as above it. */
const closingFields: readonly LabelField[] = ["notes", "feedback", "thanks"];
/** Fields of which a header has one. */
const onceInHeader: readonly LabelField[] = ["title", "author", "rating", "fandom", "pairing", "summary"];
const longestParagraph = 1200;
const mostParagraphs = 6;

export function isProse(text: string): boolean {
  return text.trim().length > 60 || /[.!?…]["”’']?\s*$/u.test(text);
}

/**
 * Whether a header that had its last sign at `last` goes on at `index` although prose stands between. Only what
 * can have paragraphs is followed by more of it, and only a label, a convention or the first chapter heading
 * takes the header up again; what stands between a chapter heading and the next sign is the story.
 */
export function goesOnAfterProse(read: HeaderLine[], last: number, index: number): boolean {
  const between = read.slice(last + 1, index);
  if (!between.some(({ line }) => isProse(line.text))) return true;
  const before = read[last]?.signs.at(-1);
  const here = read[index];
  if (here === undefined || before === undefined || !mayBeLong(before)) return false;
  if (between.length > mostParagraphs || between.some(({ line }) => isNoHeader(line.text))) return false;
  if (beginsAgain(read.slice(0, index), here)) return false;
  const chapterBefore = read
    .slice(0, index)
    .some(({ signs }) => signs.some(({ kind }) => kind === "chapter"));
  return here.signs.some((sign) => {
    if (sign.kind === "conventions") return true;
    if (sign.kind === "chapter") return here.line.apart && !chapterBefore;
    if (sign.kind !== "label" || !sign.strong) return false;
    return !closingFields.includes(sign.field) || lengthOf(read.slice(index + 1)) > lengthOf(between);
  });
}

/** A second title (or author, or rating …) after prose is the header of the next part. */
function beginsAgain(before: HeaderLine[], here: HeaderLine): boolean {
  const said = new Set(
    before.flatMap(({ signs }) => signs.flatMap((sign) => (sign.kind === "label" ? [sign.field] : []))),
  );
  return here.signs.some(
    (sign) =>
      sign.kind === "label" && sign.strong && onceInHeader.includes(sign.field) && said.has(sign.field),
  );
}

function mayBeLong(sign: HeaderSign): boolean {
  if (sign.kind === "words") return sign.says !== "nothing";
  return sign.kind === "label" && longFields.includes(sign.field);
}

function isNoHeader(text: string): boolean {
  return text.length > longestParagraph || /^\s*["“‘'«„—]\s?\p{L}/u.test(text);
}

function lengthOf(lines: HeaderLine[]): number {
  return lines.reduce((length, { line }) => length + line.text.length, 0);
}

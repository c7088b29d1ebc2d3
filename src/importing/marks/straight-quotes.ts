import type { Edit } from "../edit.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import type { StoryParagraph } from "../story-paragraphs.ts";
import { elision, singleQuoted } from "./quoted-passages.ts";
import { closingApostrophes } from "./tex-quotes.ts";

/** A straight mark and what it would be. */
interface Mark {
  at: number;
  becomes: string;
}

const letter = /[\p{L}\p{N}]/u;
/** Marks other languages use: who writes „so“ or « ainsi » does not want English ones. */
const otherMarks = /[„‚«»‹›「」『』]/u;
const shownAround = 40;

/**
 * Offers to make straight quotation marks and apostrophes curly (T50), all of a story at once, off by default.
 * Only for stories in English, or in a language that could not be told and has no other marks.
 */
export function offerCurlyQuotes(draft: ReadingDraft, paragraphs: StoryParagraph[]): void {
  const language = draft.recognised.find(({ field }) => field === "language");
  if (language?.field === "language" && !/^en\b/iu.test(language.tag)) return;
  if (paragraphs.some(({ text }) => otherMarks.test(text))) return;
  const edits: Edit[] = [];
  let preview: { paragraph: StoryParagraph; marks: Mark[] } | null = null;
  for (const [index, paragraph] of paragraphs.entries()) {
    const next = paragraphs[index + 1]?.text.trimStart()[0] ?? "";
    const marks = curlyMarks(paragraph.text, next).filter(({ at, becomes }) => {
      const [range, ...others] = paragraph.rangesOf(at, at + 1);
      if (!range || others.length > 0 || !/^["']$/u.test(draft.textIn(range))) return false;
      edits.push({ kind: "replace", ...range, with: becomes });
      return true;
    });
    if (marks.length > 0) preview ??= { paragraph, marks };
  }
  if (preview === null) return;
  const { paragraph, marks } = preview;
  const [first] = marks;
  const from = Math.max(0, (first?.at ?? 0) - shownAround);
  const was = paragraph.text.slice(from, (first?.at ?? 0) + 3 * shownAround);
  draft.add({
    kind: "straight-quotes",
    state: "noted",
    where: paragraph.rangesOf(from, from + was.length)[0] ?? null,
    was,
    becomes: withMarks(paragraph.text, marks).slice(from, from + was.length),
    count: edits.length,
    edits,
  });
}

/**
 * What each straight mark of a paragraph would be. Marks of feet, inches, minutes and seconds (`5'10"`) are none.
 *
 * @param next the first character of the paragraph after it: speech that goes on is not closed (T48)
 */
export function curlyMarks(text: string, next = ""): Mark[] {
  if (!/["']/u.test(text)) return [];
  return [...doubleMarks(text), ...singleMarks(text, next)].sort((a, b) => a.at - b.at);
}

function doubleMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  let open = false;
  for (const { 0: mark, index: at } of text.matchAll(/["“”]/gu)) {
    if (mark !== '"') {
      open = mark === "“";
      continue;
    }
    const [before, after] = [text[at - 1] ?? " ", text[at + 1] ?? " "];
    if (!open && /\d/u.test(before) && !letter.test(after)) continue;
    open = opensHere(before, after, open);
    marks.push({ at, becomes: open ? "“" : "”" });
  }
  return marks;
}

/** Space before and none after opens; the reverse closes; between two signs it is the turn of what is open. */
function opensHere(before: string, after: string, open: boolean): boolean {
  if (/[\s([{]/u.test(before) && !/\s/u.test(after)) return true;
  if (/\s/u.test(after)) return false;
  return !open;
}

function singleMarks(text: string, next: string): Mark[] {
  const opening = new Set<number>();
  const unquoted = text.replaceAll('"', "“");
  for (const { from, opening: mark } of singleQuoted(unquoted)) if (mark === "'") opening.add(from);
  for (const { from, to } of singleQuoted(unquoted))
    for (const inner of singleQuoted(unquoted.slice(from + 1, to - 1)))
      if (inner.opening === "'") opening.add(from + 1 + inner.from);
  const first = text.search(/\S/u);
  const typedWithAccents = closingApostrophes(text);
  const goesOn = text[first] === "'" && next === "'" && !elision.test(text.slice(first + 1, first + 9));
  if (goesOn) opening.add(first);
  return [...text.matchAll(/'/gu)].flatMap(({ index: at }): Mark[] => {
    const [before, after] = [text[at - 1] ?? "", text[at + 1] ?? ""];
    if (typedWithAccents.has(at)) return [];
    if (after === "'" || before === "'") return [];
    if (/\d/u.test(before) && /\d/u.test(after)) return [];
    return [{ at, becomes: opening.has(at) ? "‘" : "’" }];
  });
}

function withMarks(text: string, marks: Mark[]): string {
  const signs = [...text.matchAll(/["']/gu)];
  const becomes = new Map(marks.map((mark) => [mark.at, mark.becomes]));
  let result = "";
  let from = 0;
  for (const { index } of signs) {
    result += text.slice(from, index) + (becomes.get(index) ?? text[index] ?? "");
    from = index + 1;
  }
  return result + text.slice(from);
}

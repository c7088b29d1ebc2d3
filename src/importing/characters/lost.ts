import type { ReadingDraft } from "../reading-draft.ts";

const lost = /\ufffd|(?<=\p{L})\?(?=\p{Ll})|(?<=^|[\s(])\?(?=\p{L})|(?<=[\p{L},.!]\s?)\?(?=\s|$)/gu;
const betweenLetters = /\p{L}\?(?:s|t|re|ve|ll|d|m)\b/u;

/**
 * Characters that became `?` or U+FFFD (T46): nobody can know what they were, so each is listed with a guess and
 * left as it is. Question marks are suspected only where a contraction has one in place of its apostrophe.
 */
export function listLostCharacters(draft: ReadingDraft): void {
  for (const block of draft.blocks.keys()) {
    const text = draft.textOf(block);
    const questionMarks = betweenLetters.test(text) && !/https?:|www\./u.test(text);
    if (!questionMarks && !text.includes("\ufffd")) continue;
    let isOpen = false;
    for (const match of text.matchAll(lost)) {
      if (match[0] === "?" && !questionMarks) continue;
      const guess = guessAt(text, match.index, isOpen);
      if (guess === null) continue;
      if (guess === "“" || guess === "”") isOpen = guess === "“";
      const where = { block, from: match.index, to: match.index + 1 };
      const [before, after] = wordAround(text, match.index);
      draft.add({
        kind: "lost-characters",
        state: "unsure",
        where,
        was: `${before}${match[0]}${after}`,
        becomes: `${before}${guess}${after}`,
        edits: [{ kind: "replace", ...where, with: guess }],
      });
    }
  }
}

/** The word a character stands in, before and after it; of a line without spaces only its neighbours are looked at. */
function wordAround(text: string, at: number): [before: string, after: string] {
  const before = text.slice(Math.max(0, at - 30), at);
  const [after = ""] = text.slice(at + 1, at + 30).split(" ", 1);
  return [before.slice(before.lastIndexOf(" ") + 1), after];
}

/** Null for what is most likely a real question mark. `isOpen`: a lost mark before it is taken to open speech. */
function guessAt(text: string, at: number, isOpen: boolean): string | null {
  const before = text[at - 1] ?? " ";
  const after = text[at + 1] ?? " ";
  if (/\p{L}/u.test(before) && /\p{L}/u.test(after)) return "’";
  if (/\s|\(/u.test(before) && /\p{L}/u.test(after)) return "“";
  if (/[,.!?…]/u.test(before)) return "”";
  if (text[at] !== "\ufffd") return null;
  if (/\s/u.test(before) && /\s/u.test(after)) return "–";
  return isOpen ? "”" : "’";
}

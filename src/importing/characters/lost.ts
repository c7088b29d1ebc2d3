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
    for (const match of text.matchAll(lost)) {
      if (match[0] === "?" && !questionMarks) continue;
      const guess = guessAt(text, match.index);
      if (guess === null) continue;
      const where = { block, from: match.index, to: match.index + 1 };
      const was = wordAround(text, match.index);
      draft.add({
        kind: "lost-characters",
        state: "unsure",
        where,
        was,
        becomes: was.replace(match[0], guess),
        edits: [{ kind: "replace", ...where, with: guess }],
      });
    }
  }
}

/** The word a character stands in; of a line without spaces only its neighbours are looked at. */
function wordAround(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 30), at);
  const [after = ""] = text.slice(at, at + 30).split(" ", 1);
  return before.slice(before.lastIndexOf(" ") + 1) + after;
}

/** Null for what is most likely a real question mark. */
function guessAt(text: string, at: number): string | null {
  const before = text[at - 1] ?? " ";
  const after = text[at + 1] ?? " ";
  if (/\p{L}/u.test(before) && /\p{L}/u.test(after)) return "’";
  if (/\s|\(/u.test(before) && /\p{L}/u.test(after)) return "“";
  if (/[,.!?…]/u.test(before)) return "”";
  return text[at] === "\ufffd" ? "’" : null;
}

import type { Edit } from "../edit.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import type { StoryParagraph } from "../story-paragraphs.ts";

/** Two hyphens, or three, beside a word or its punctuation; arrows, rules and options of programs are none. */
const typed = /(?<![-<>=!])-{2,3}(?![->=])/gu;
const besideWord = /[\p{L}\p{N}.,;:!?…"”“’‘'*_)(\]]/u;
const shownAround = 40;

/** Offers dashes for those typed as hyphens (T54), all of a story at once, off by default; spaces stay. */
export function offerDashes(draft: ReadingDraft, paragraphs: StoryParagraph[]): void {
  const edits: Edit[] = [];
  let first: { paragraph: StoryParagraph; at: number; width: number } | null = null;
  for (const paragraph of paragraphs) {
    const { text } = paragraph;
    for (const { 0: dash, index: at } of text.matchAll(typed)) {
      if (!isDash(text, at, dash.length)) continue;
      const [range, ...others] = paragraph.rangesOf(at, at + dash.length);
      if (!range || others.length > 0 || draft.textIn(range) !== dash) continue;
      edits.push({ kind: "replace", ...range, with: "—" });
      first ??= { paragraph, at, width: dash.length };
    }
  }
  if (first === null) return;
  const { paragraph, at, width } = first;
  const from = Math.max(0, at - shownAround);
  const [before, after] = [
    paragraph.text.slice(from, at),
    paragraph.text.slice(at + width, at + width + shownAround),
  ];
  draft.add({
    kind: "typed-dashes",
    state: "noted",
    where: paragraph.rangesOf(at, at + width)[0] ?? null,
    was: `${before}${paragraph.text.slice(at, at + width)}${after}`,
    becomes: `${before}—${after}`,
    count: edits.length,
    edits,
  });
}

function isDash(text: string, at: number, width: number): boolean {
  const before = text
    .slice(Math.max(0, at - 2), at)
    .trimEnd()
    .slice(-1);
  const after = text
    .slice(at + width, at + width + 2)
    .trimStart()
    .slice(0, 1);
  // ` --option` belongs to a program.
  if (/^\s$/u.test(text[at - 1] ?? "") && /^\p{Ll}$/u.test(text[at + width] ?? "")) return false;
  return besideWord.test(before) || (before === "" && besideWord.test(after));
}

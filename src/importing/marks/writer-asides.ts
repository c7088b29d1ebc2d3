import type { Edit } from "../edit.ts";
import type { HeaderReading } from "../header/read-header.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import type { StoryParagraph } from "../story-paragraphs.ts";
import { endingOf } from "./endings.ts";

const bracketed =
  /^[\s*_]{0,4}[([{]\s?(?:a\/?n|n\/a|author['’]?s?['’]? (?:note|aside|comment)s?|nda|от автора|anm(?:erkung)?(?: d(?:er|es) autors?(?:in)?)?|작가|作者)\s?\d?\s?[:：;.–—-]/iu;
const labelled = /^[\s*_]{0,4}(?:a\/n|author['’]?s?['’]? notes?)\s?\d?\s?[:：]/iu;
const closed = /[)\]}][\s*_.]{0,4}$/u;
const mostParagraphs = 6;
/** So near the end, a note without brackets goes on to the end. */
const closingParagraphs = 12;

/**
 * Sets a word from the writer amid the story apart (T78): `(A/N: sorry!)` as a paragraph, or several, of its own. One
 * without brackets is only proposed. Those at the top and after the story are the header's and the end notes'.
 */
export function readWriterAsides(
  draft: ReadingDraft,
  paragraphs: StoryParagraph[],
  { storyBegins, storyEnds }: HeaderReading,
): void {
  const isTaken = ({ blocks }: StoryParagraph) =>
    blocks.some((block) => draft.editsAt(block).some(({ edit }) => edit.kind === "lift-to-field"));
  const story = paragraphsFrom(paragraphs, storyBegins, storyEnds);
  const last = story.findLastIndex(
    (paragraph) =>
      !isTaken(paragraph) && !bracketed.test(paragraph.text) && endingOf(paragraph.text) === null,
  );
  for (let index = 1; index < last; index++) {
    const paragraph = story[index];
    if (!paragraph || isTaken(paragraph)) continue;
    const isBracketed = bracketed.test(paragraph.text);
    if (!isBracketed && (index > last - closingParagraphs || !labelled.test(paragraph.text))) continue;
    const length = isBracketed ? lengthOf(story, index) : 1;
    if (length === 0 || index + length > last) continue;
    const [first = 0] = paragraph.blocks;
    const end = story[index + length - 1]?.blocks.at(-1) ?? first;
    const edit: Edit =
      end === first
        ? { kind: "set-as", block: first, as: "aside" }
        : { kind: "group", block: first, last: end, as: "aside" };
    draft.add({
      kind: "writer-aside",
      state: isBracketed ? "applied" : "proposed",
      where: { block: first, from: 0, to: draft.textOf(first).length },
      was: paragraph.text,
      edits: [edit],
    });
    index += length - 1;
  }
}

/** Paragraphs stand in the order of their blocks, so that the first is found by halves: chapters are asked one by one. */
function paragraphsFrom(paragraphs: StoryParagraph[], begins: number, ends: number): StoryParagraph[] {
  const before = (block: number): number => {
    let [low, high] = [0, paragraphs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((paragraphs[middle]?.blocks[0] ?? -1) < block) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return paragraphs.slice(before(begins), before(ends));
}

/** How many paragraphs the bracket spans; 0 when it is not closed where one of them ends. */
function lengthOf(story: StoryParagraph[], index: number): number {
  const near = story.slice(index, index + mostParagraphs);
  return near.findIndex(({ text }) => closed.test(text)) + 1;
}

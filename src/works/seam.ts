import type { Element, Root } from "hast";
import { z } from "zod";
import { textOf } from "../story-text/count-words.ts";
import { element, isElement } from "../story-text/elements.ts";
import { readStored } from "../story-text/read-stored.ts";
import { sceneBreak } from "../story-text/scene-break.ts";
import { serialiseStory } from "../story-text/serialise.ts";
import { chapterTitleCharacters } from "./chapter-form.ts";
import { oneLine } from "./name-list.ts";

/** A footnote as it is known again: by what it says, and among several that say the same by its number. */
const knownNote = z.object({ likeness: z.string(), number: z.number() });

const seamShape = z.object({
  /** The scene breaks and the heading between the two, as they stood. */
  html: z.string(),
  /** Footnotes that stood behind the seam and went to the first chapter, and how many blocks came after each. */
  movedNotes: z.array(knownNote.extend({ blocksAfter: z.number() })),
  /** Footnotes that both chapters refer to, and which of the two got a copy. */
  sharedNotes: z.array(
    z.object({ copyIn: z.enum(["first", "second"]), first: knownNote, second: knownNote }),
  ),
});

/** What a split took out from between two chapters, so that joining them again gives back the same story. */
export type Seam = z.infer<typeof seamShape>;

export type KnownNote = z.infer<typeof knownNote>;

/** A seam as it was stored. */
export function readSeam(json: string): Seam {
  return seamShape.parse(JSON.parse(json));
}

/** The blocks that become the seam when a story is parted before the block at `place`. */
export function seamAt(blocks: Element[], place: number): Element[] {
  let end = place;
  while (isElement(blocks[end], "hr")) end += 1;
  const heading = blocks[end];
  return blocks.slice(place, heading && titleOf(heading) !== null ? end + 1 : end);
}

/** The chapter title a heading can become; null when it is none, or says more than a title can hold. */
function titleOf(block: Element): string | null {
  if (!/^h[3-6]$/.test(block.tagName) || /<img|class="noteref"/.test(htmlOf([block]))) return null;
  const title = oneLine(textOf({ type: "root", children: [block] }));
  return title === "" || title.length > chapterTitleCharacters ? null : title;
}

/** The title of a chapter that begins behind these blocks. */
export function titleAfter(seam: Element[]): string {
  const last = seam.at(-1);
  return (last && titleOf(last)) ?? "";
}

/**
 * What stands between two stories that become one: what a split once took out, with the title that the second has
 * by now; between chapters that never were one, the second's title as a heading, or a scene break.
 */
export function seamBetween(seam: Seam | null, title: string): Element[] {
  if (!seam) return title === "" ? [sceneBreak("")] : [headingOf("h3", title)];
  const blocks = blocksOf(readStored(seam.html));
  if (titleAfter(blocks) === title) return blocks;
  const breaks = blocks.filter((block) => isElement(block, "hr"));
  if (title !== "") return [...breaks, headingOf(blocks.at(-1)?.tagName ?? "h3", title)];
  return breaks.length > 0 ? breaks : [sceneBreak("")];
}

/** The blocks of a stored tree. */
export function blocksOf(tree: Root): Element[] {
  return tree.children.filter((node) => node.type === "element");
}

/** Blocks as stored HTML. */
export function htmlOf(blocks: Element[]): string {
  return serialiseStory({ type: "root", children: blocks });
}

function headingOf(level: string, title: string): Element {
  return element(/^h[3-6]$/.test(level) ? level : "h3", {}, [{ type: "text", value: title }]);
}

import type { Element } from "hast";
import { textOf } from "../../story-text/count-words.ts";
import { isElement } from "../../story-text/elements.ts";
import { readStored } from "../../story-text/read-stored.ts";
import { blocksOf, seamAt, titleAfter } from "../seam.ts";
import { isText } from "./story-notes.ts";

/** Where a chapter can be split, with the words around. */
export type SplitPlace = {
  /** The number of the block that the second chapter begins at, for `splitChapter`. */
  place: number;
  kind: "heading" | "scene break" | "paragraph";
  /** The title that the second chapter would get, or "". */
  title: string;
  /** The last words before the place and the first behind it. */
  before: string;
  after: string;
};

/** How many characters of the words around a place are told. */
const around = 60;

/** Every place where a chapter can be split into two that both have a story, in order. */
export function placesToSplit(story: string): SplitPlace[] {
  const blocks = blocksOf(readStored(story));
  const first = blocks.findIndex(isText);
  const last = blocks.findLastIndex(isText);
  return blocks.flatMap((block, place) => {
    const previous = blocks[place - 1];
    if (place <= first || !previous || opensWhatFollows(previous)) return [];
    if (!isText(block) && !isElement(block, "hr")) return [];
    const seam = seamAt(blocks, place);
    const begins = blocks[place + seam.length];
    if (place + seam.length > last || !begins) return [];
    const title = titleAfter(seam);
    const kind = title !== "" ? "heading" : seam.length > 0 ? "scene break" : "paragraph";
    return [{ place, kind, title, before: lastWords(textIn(previous)), after: firstWords(textIn(begins)) }];
  });
}

/** Whether a block belongs to what comes after it, so that nothing is split off right behind it. */
function opensWhatFollows(block: Element): boolean {
  return isElement(block, "hr") || /^h[3-6]$/.test(block.tagName);
}

function textIn(block: Element): string {
  return textOf({ type: "root", children: [block] }).replace(/\s+/g, " ");
}

function firstWords(text: string): string {
  if (text.length <= around) return text;
  const end = text.lastIndexOf(" ", around);
  return `${text.slice(0, end > around / 2 ? end : around).toWellFormed()} …`;
}

function lastWords(text: string): string {
  if (text.length <= around) return text;
  const from = text.indexOf(" ", text.length - around);
  const isNear = from >= 0 && from < text.length - around / 2;
  return `… ${text.slice(isNear ? from + 1 : text.length - around).toWellFormed()}`;
}

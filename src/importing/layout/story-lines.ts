import type { HeaderReading } from "../header/read-header.ts";
import type { ReadingDraft } from "../reading-draft.ts";

/** A line of the story as it stands in the file: a line of a text, or one between the line breaks of a block. */
export interface StoryLine {
  block: number;
  from: number;
  to: number;
  /** The file's own characters, with its margin. */
  text: string;
  /** Whether empty space, or the edge of a block that is a paragraph already, stands before it. */
  apart: boolean;
  /** Whether its block begins with it. */
  beginsBlock: boolean;
  /** Whether its document sets it in a way of its own, in the middle or to the right. */
  isPlaced: boolean;
}

/** Where in the story to look. */
export type StoryExtent = Pick<HeaderReading, "storyBegins" | "storyEnds">;

/**
 * The runs of lines in the story between which something else stands: a scene break, a heading, words lifted into
 * a field, or what another finding has already laid together.
 */
export function storyLines(draft: ReadingDraft, { storyBegins, storyEnds }: StoryExtent): StoryLine[][] {
  const runs: StoryLine[][] = [];
  let run: StoryLine[] = [];
  for (let block = storyBegins; block < Math.min(storyEnds, draft.blocks.length); block++) {
    if (draft.blocks[block]?.node.tagName === "p" && !isTaken(draft, block)) {
      for (const line of linesOfBlock(draft, block)) run.push(line);
    } else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

const takes = new Set(["group", "lift-to-field", "scene-break", "set-as"]);

function isTaken(draft: ReadingDraft, block: number): boolean {
  return draft
    .editsAt(block)
    .some(({ finding, edit }) => finding.state === "applied" && takes.has(edit.kind));
}

function* linesOfBlock(draft: ReadingDraft, block: number): Generator<StoryLine> {
  const isParagraph = draft.blocks[block]?.kind === "block";
  const gap = draft.blocks[block]?.gapBefore ?? 0;
  const isPlaced = draft.blocks[block]?.node.properties.className !== undefined;
  let from = 0;
  for (const text of draft.textOf(block).split("\n")) {
    const beginsBlock = from === 0;
    const to = from + text.length;
    yield { block, from, to, text, apart: beginsBlock && (isParagraph || gap > 0), beginsBlock, isPlaced };
    from = to + 1;
  }
}

import type { Element } from "hast";
import type { BaseBlock } from "../import-reading.ts";

/** More lines than this are no story: the longest known works have under a hundred thousand paragraphs. */
export const mostLines = 150_000;

/**
 * The lines of a text as base blocks; empty ones become the gap before the next. Null when there are too many.
 * Ends of lines are those of Unicode's newline function (UAX #14 BK, CR, LF, NL) and the form feed.
 */
export function linesOf(text: string): BaseBlock[] | null {
  const blocks: BaseBlock[] = [];
  let gap = 0;
  for (const line of eachLine(text)) {
    if (!/\S/u.test(line)) {
      gap++;
      continue;
    }
    if (blocks.length === mostLines) return null;
    blocks.push({ kind: "line", node: paragraph(line), gapBefore: blocks.length === 0 ? 0 : gap });
    gap = 0;
  }
  return blocks;
}

function* eachLine(text: string): Generator<string> {
  let start = 0;
  for (const end of text.matchAll(/\r\n|[\n\r\u2028\u2029\f\v]/g)) {
    yield text.slice(start, end.index);
    start = end.index + end[0].length;
  }
  yield text.slice(start);
}

function paragraph(value: string): Element {
  return { type: "element", tagName: "p", properties: {}, children: [{ type: "text", value }] };
}

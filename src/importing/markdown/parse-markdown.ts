import type { Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { LinkNames } from "./link-names.ts";
import { heaviestPart, nextPart } from "./next-part.ts";
import { openBlockEnd } from "./open-block-end.ts";

/** A novel of half a million words weighs about 100,000; this much is read in some 20 seconds at worst. */
const heaviestText = 200_000;

/**
 * Parses Markdown (CommonMark 0.31.2 with GitHub's tables, strikethrough, links and footnotes). The parser's time
 * grows by the square of what is in one list, table or paragraph, so it is given the text in parts, cut where nothing
 * goes on. What is heavier than any story's list is cut at a line's end, and what is beyond all measure becomes
 * paragraphs, line by line.
 *
 * @returns the tree, placed in the whole text, and how many parts were cut or not read
 */
export function parseMarkdown(text: string): { tree: Root; cut: number } {
  const names = new LinkNames(text);
  const tree: Root = { type: "root", children: [] };
  let [from, weight, cut] = [0, 0, 0];
  const take = (nodes: RootContent[], end: number) => {
    for (const node of nodes) tree.children.push(node);
    from = end;
  };
  while (from < text.length) {
    const part = nextPart(text, from);
    weight += part.weight;
    const isTooHeavy = part.weight > heaviestPart || weight > heaviestText;
    if (part.isCut || isTooHeavy) cut++;
    const written = text.slice(from, part.end);
    if (isTooHeavy) {
      take(plainLines(written), part.end);
      continue;
    }
    const { nodes, open } = parsePart(written, names, from);
    take(nodes, part.end);
    if (open === null) continue;
    // With its indent, which is taken off each of its lines.
    const start = text.lastIndexOf("\n", open) + 1;
    const end = openBlockEnd(text, start);
    take(parse(text.slice(start, end), "", start), end);
  }
  return { tree, cut };
}

/** What stands in a part, and where the fenced code or HTML begins that goes on after it. */
function parsePart(
  part: string,
  names: LinkNames,
  place: number,
): { nodes: RootContent[]; open: number | null } {
  const definitions = names.definitionsFor(part);
  // A paragraph after the part shows whether the part has ended; a blank line too many would be one of its code's.
  const ended = /\n[ \t]{0,99}\n$/u.test(part.slice(-101)) ? part : `${part}\n\n`;
  const nodes = parse(`${ended}x`, definitions, place);
  const last = nodes.pop();
  const begins = last?.position?.start.offset ?? place;
  return { nodes, open: begins === place + ended.length ? null : begins };
}

/** Parses one part after its definitions, and places what it holds in the whole text. */
function parse(part: string, definitions: string, place: number): RootContent[] {
  // What is indented in the part would go on with a note's definition, but not with a paragraph.
  const before = definitions && `${definitions}x\n\n`;
  const { children } = fromMarkdown(before + part, {
    extensions: [gfm({ singleTilde: false })],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const own = children.filter(({ position }) => (position?.start.offset ?? 0) >= before.length);
  moveBy(own, place - before.length);
  return own;
}

/** Blocks' places count from the start of what was parsed; lines and columns are nobody's concern here. */
function moveBy(nodes: RootContent[], distance: number): void {
  const left: RootContent[] = [...nodes];
  for (let node = left.pop(); node; node = left.pop()) {
    for (const point of [node.position?.start, node.position?.end])
      if (point?.offset !== undefined) point.offset += distance;
    if ("children" in node) for (const child of node.children) left.push(child);
  }
}

function plainLines(text: string): RootContent[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => ({ type: "paragraph", children: [{ type: "text", value: line.trim() }] }));
}

import type { Element, ElementContent, Root } from "hast";
import type { Fragment, Mark, Node } from "prosemirror-model";
import { readStored } from "../src/story-text/read-stored.ts";
import { typedFromStory } from "../src/story-text/typed.ts";
import { propertiesOf, type Said } from "./said.ts";
import { saidIn } from "./story-marks.ts";
import { saidOf } from "./story-nodes.ts";

/** A document never changes, a changed one shares with it what is the same: each block is written once. */
const written = new WeakMap<Node, string>();

/** What stands in the text field of a form for a document, as `typedFromStory` writes it; it is tidied when it is saved. */
export function typedOf(document: Node): string {
  const blocks: string[] = [];
  document.forEach((block) => {
    let typed = written.get(block);
    if (typed === undefined) {
      typed = typedFromStory({ type: "root", children: [elementOf(block)] });
      written.set(block, typed);
    }
    blocks.push(typed);
  });
  return blocks.join("\n\n");
}

/** A document as the tree of a story. */
export function storyOf(document: Node): Root {
  return { type: "root", children: childrenOf(document).map(elementOf) };
}

/** Some nodes, blocks or running text, as nodes of a story's tree. */
export function piecesOf(fragment: Fragment): ElementContent[] {
  return fragment.firstChild?.isInline
    ? runningText([...fragment.content])
    : fragment.content.flatMap((node) =>
        node.type.name === "table"
          ? [tableOf(node)]
          : node.type.name === "picture_row"
            ? contentOf(node)
            : [elementOf(node)],
      );
}

const tags: Record<string, string> = {
  paragraph: "p",
  scene: "hr",
  footnote: "aside",
  post: "figure",
  picture: "figure",
  chat: "ol",
  chat_line: "li",
};

function element(tagName: string, said: Said, children: ElementContent[]): Element {
  return { type: "element", tagName, properties: propertiesOf(said), children };
}

function elementOf(node: Node): Element {
  const { name } = node.type;
  if (name === "titled_table") return tableOf(node);
  return element(tags[name] ?? name, spannedSaid(node), contentOf(node));
}

/** A cell says how far it reaches in attributes of its own, which the commands for tables change. */
function spannedSaid(node: Node): Said {
  const said = saidOf(node);
  const result = { ...said };
  for (const span of ["colspan", "rowspan"])
    if (node.attrs[span] !== undefined && Number(said[span] ?? 1) !== node.attrs[span])
      result[span] = String(node.attrs[span]);
  return result;
}

const holdsWordsOrBlocks = new Set(["li", "chat_line", "dd", "td", "th", "figcaption"]);

function contentOf(node: Node): ElementContent[] {
  if (node.inlineContent) return runningText(childrenOf(node));
  const only = node.childCount === 1 ? node.firstChild : null;
  if (only && holdsWordsOrBlocks.has(node.type.name) && isPlain(only)) return contentOf(only);
  return childrenOf(node).flatMap((child) =>
    child.type.name === "picture_row" ? contentOf(child) : [elementOf(child)],
  );
}

function isPlain(node: Node): boolean {
  return node.type.name === "paragraph" && Object.keys(saidOf(node)).length === 0;
}

function childrenOf(node: Node): Node[] {
  return node.content.content.slice();
}

function tableOf(node: Node): Element {
  // A table that was copied by itself has no title around it.
  if (node.type.name === "table") return element("table", {}, sectionsOf(node));
  const parts: Element[] = [];
  node.forEach((part) => {
    if (part.type.name === "table") parts.push(...sectionsOf(part));
    else parts.push(elementOf(part));
  });
  return element("table", saidOf(node), parts);
}

type Section = { number: number; tag: string; said: Said };

/** Rows stand in the section they came in; one that was added joins the body it was added to. */
function sectionsOf(table: Node): Element[] {
  const sections: Element[] = [];
  let current: Section | null = null;
  table.forEach((row) => {
    const own: Section | null = row.attrs.section;
    const goesOn =
      current !== null && (own === null ? current.tag === "tbody" : own.number === current.number);
    if (!goesOn) {
      current = own ?? { number: -1, tag: "tbody", said: {} };
      sections.push(element(current.tag, current.said, []));
    }
    sections.at(-1)?.children.push(elementOf(row));
  });
  return sections;
}

/** One piece of running text, with the elements around it that are still to be opened. */
type Piece = { content: ElementContent; marks: readonly Mark[] };

function runningText(nodes: Node[]): ElementContent[] {
  return nested(nodes.map((node) => ({ content: leafOf(node), marks: node.marks })));
}

function leafOf(node: Node): ElementContent {
  if (node.isText) return { type: "text", value: node.text ?? "" };
  if (node.type.name === "ruby") return rubyOf(node);
  return element(node.type.name === "image" ? "img" : "br", node.type.name === "br" ? {} : saidOf(node), []);
}

function rubyOf(node: Node): Element {
  const [read] = readStored(`<ruby>${node.attrs.inside}</ruby>`).children;
  return element("ruby", saidOf(node), read?.type === "element" ? read.children : []);
}

/** Opens one element after another, each over as many pieces as it can go on for. */
function nested(pieces: readonly Piece[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (let from = 0; from < pieces.length; ) {
    const first = pieces[from];
    if (first === undefined) break;
    const outer = outermost(first.marks, pieces, from);
    if (outer === null) {
      const last = result.at(-1);
      if (first.content.type === "text" && last?.type === "text")
        result[result.length - 1] = { type: "text", value: last.value + first.content.value };
      else result.push(first.content);
      from += 1;
      continue;
    }
    const { mark, to } = outer;
    const inside = pieces
      .slice(from, to)
      .map(({ content, marks }) => ({ content, marks: mark.removeFromSet(marks) }));
    result.push(element(mark.type.name, saidIn(mark), nested(inside)));
    from = to;
  }
  return result;
}

/** The element to open next, and up to which piece. */
function outermost(
  marks: readonly Mark[],
  pieces: readonly Piece[],
  from: number,
): { mark: Mark; to: number } | null {
  let best: { mark: Mark; to: number } | null = null;
  for (const mark of openable(marks)) {
    let to = from + 1;
    while (to < pieces.length && openable(pieces[to]?.marks ?? []).some((other) => other.eq(mark))) to += 1;
    if (best === null || to > best.to) best = { mark, to };
  }
  return best;
}

/** The marks that may be opened now: the outermost of those with a depth, and all without. */
function openable(marks: readonly Mark[]): Mark[] {
  let outer: Mark | null = null;
  for (const mark of marks)
    if (mark.attrs.depth !== null && (outer === null || mark.attrs.depth < outer.attrs.depth)) outer = mark;
  const free = marks.filter((mark) => mark.attrs.depth === null);
  return outer === null ? free : [outer, ...free];
}

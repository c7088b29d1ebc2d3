import type { Element, ElementContent } from "hast";
import { textOfBlock } from "./block-text.ts";
import type { Edit, ParagraphKind } from "./edit.ts";
import { hasWords } from "./has-words.ts";
import type { BaseBlock } from "./import-reading.ts";
import { renderBlock } from "./render-block.ts";

/** The paragraphs (or scene break) that a base block becomes under the edits in force on it; none when it is empty. */
export function paragraphsOf(block: BaseBlock, edits: Edit[]): Element[] {
  const sceneBreak = edits.find((edit) => edit.kind === "scene-break");
  if (sceneBreak) return [sceneBreakOf(sceneBreak.ornament)];
  if (block.node.tagName === "hr") return [block.node];
  const setAs = edits.find((edit) => edit.kind === "set-as")?.as ?? null;
  const shell = edits.some((edit) => edit.kind === "own-direction")
    ? { ...block.node, properties: { ...block.node.properties, dir: "auto" } }
    : block.node;
  return partsOf(block, edits)
    .filter((part) => hasWords(part.children))
    .map((part) => setParagraph({ ...shell, children: part.children }, part.as ?? setAs));
}

/** A scene break drawn with this ornament. */
export function sceneBreakOf(ornament: string): Element {
  return {
    type: "element",
    tagName: "hr",
    properties: { className: ["scene"], dataOrnament: ornament },
    children: [],
  };
}

interface Part {
  children: ElementContent[];
  as: SetAs;
}

function partsOf(block: BaseBlock, edits: Edit[]): Part[] {
  const splits = edits.flatMap((edit) => (edit.kind === "split" ? [edit] : [])).sort((a, b) => a.at - b.at);
  if (splits.length === 0) return [{ children: renderBlock(block.node, edits), as: null }];
  const starts: { at: number; as: SetAs }[] = [{ at: 0, as: null }, ...splits];
  const end = textOfBlock(block.node).length;
  return starts.map(({ at, as }, part) => ({
    children: renderBlock(block.node, edits, {
      from: at,
      to: starts[part + 1]?.at ?? end,
      withLifted: false,
    }),
    as,
  }));
}

type SetAs = ParagraphKind | "scene-break" | null;

const classOf: Partial<Record<ParagraphKind, string>> = { centre: "center", right: "right", verse: "verse" };
const boxOf: Partial<Record<ParagraphKind, string>> = {
  quotation: "blockquote",
  hidden: "details",
  aside: "aside",
};

function setParagraph(node: Element, as: SetAs): Element {
  if (as === null) return node;
  if (as === "scene-break") return sceneBreakOf(textOfBlock(node).trim());
  if (as === "heading") return { ...node, tagName: "h3" };
  const [className, box] = [classOf[as], boxOf[as]];
  if (className) return { ...node, properties: { ...node.properties, className: [className] } };
  return box ? { type: "element", tagName: box, properties: {}, children: [node] } : node;
}

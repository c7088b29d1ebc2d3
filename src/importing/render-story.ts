import type { Element, ElementContent, Root } from "hast";
import { textOfBlock } from "./block-text.ts";
import type { Edit, ParagraphKind } from "./edit.ts";
import type { EditsInForce } from "./edits-in-force.ts";
import type { BaseBlock } from "./import-reading.ts";
import { renderBlock } from "./render-block.ts";
import { inStoredForm } from "./stored-form.ts";

/**
 * The story that base blocks make when the edits in force are carried out, in stored form.
 *
 * @param shown the numbers of the blocks it is made of, in their order: one chapter's; all when none are given
 */
export function renderStory(
  blocks: BaseBlock[],
  edits: EditsInForce,
  shown: Iterable<number> = blocks.keys(),
): Root {
  const story: Element[] = [];
  let gap = 0;
  for (const index of shown) {
    const block = blocks[index];
    if (block === undefined) continue;
    gap = Math.max(gap, block.gapBefore);
    const own = edits.of(index);
    const paragraphs = paragraphsOf(block, own);
    if (paragraphs.length === 0) continue;
    const breakBefore = own.find((edit) => edit.kind === "scene-break-before");
    const join = own.find((edit) => edit.kind === "join-lines");
    const previous = story.at(-1);
    if (breakBefore) addSceneBreak(story, breakBefore.ornament);
    else if (join && previous && canTakeMore(previous)) {
      const [first, ...rest] = paragraphs;
      if (first) previous.children.push(...joint(join.with), ...first.children);
      story.push(...rest);
      gap = 0;
      continue;
    } else if (gap > edits.paragraphGap && previous) addSceneBreak(story, "");
    if (paragraphs.some(isSceneBreak) && breakBefore === undefined) dropPlainBreak(story);
    story.push(...paragraphs);
    gap = 0;
  }
  return inStoredForm({ type: "root", children: story });
}

function paragraphsOf(block: BaseBlock, edits: Edit[]): Element[] {
  const sceneBreak = edits.find((edit) => edit.kind === "scene-break");
  if (sceneBreak) return [sceneBreakOf(sceneBreak.ornament)];
  if (block.node.tagName === "hr") return [block.node];
  const setAs = edits.find((edit) => edit.kind === "set-as")?.as ?? null;
  return partsOf(block, edits)
    .filter((part) => hasWords(part.children))
    .map((part) => setParagraph({ ...block.node, children: part.children }, part.as ?? setAs));
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

function setParagraph(node: Element, as: SetAs): Element {
  if (as === "scene-break") return sceneBreakOf(textOfBlock(node).trim());
  if (as === "centre") return { ...node, properties: { ...node.properties, className: ["center"] } };
  if (as === "heading") return { ...node, tagName: "h3" };
  if (as === "quotation") return wrapped("blockquote", node);
  if (as === "hidden") return wrapped("details", node);
  if (as === "aside") return wrapped("aside", node);
  return node;
}

function wrapped(tagName: string, node: Element): Element {
  return { type: "element", tagName, properties: {}, children: [node] };
}

function joint(kind: "space" | "nothing" | "line-break"): ElementContent[] {
  if (kind === "space") return [{ type: "text", value: " " }];
  if (kind === "nothing") return [];
  return [{ type: "element", tagName: "br", properties: {}, children: [] }];
}

function addSceneBreak(story: Element[], ornament: string): void {
  const last = story.at(-1);
  if (last === undefined || isSceneBreak(last)) return;
  story.push(sceneBreakOf(ornament));
}

/** An ornament is the break: the gap above it does not count as a second one. */
function dropPlainBreak(story: Element[]): void {
  const last = story.at(-1);
  if (last && isSceneBreak(last) && last.properties.dataOrnament === "") story.pop();
}

function sceneBreakOf(ornament: string): Element {
  return {
    type: "element",
    tagName: "hr",
    properties: { className: ["scene"], dataOrnament: ornament },
    children: [],
  };
}

function isSceneBreak(node: Element): boolean {
  return node.tagName === "hr";
}

function canTakeMore(node: Element): boolean {
  return node.tagName === "p" || node.tagName === "blockquote";
}

function hasWords(children: ElementContent[]): boolean {
  return children.some((child) => {
    if (child.type === "text") return /\S/u.test(child.value);
    if (child.type !== "element" || child.tagName === "br") return false;
    return child.tagName === "hr" || child.tagName === "img" || hasWords(child.children);
  });
}

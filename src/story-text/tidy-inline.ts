import type { Element, ElementContent, Text } from "hast";
import { around, isBlank, isElement, isVoid } from "./elements.ts";
import { heldWords, isSound } from "./sound-inline.ts";

/** Neighbours of the same kind are one: word processors cut a run of italics into many. */
const joinable = new Set("b code em s small span strong sub sup u".split(" "));

/**
 * Running text in normal form: white space collapsed, none beside a line break or at the ends; spaces and breaks
 * at the edge of an element moved outside it; no empty elements; equal neighbours joined.
 */
export function tidyInline(nodes: ElementContent[]): ElementContent[] {
  return trimEnds(trimBesideBreaks(settle(nodes)));
}

/** The runs between two or more line breaks in a row; elements that span a gap are closed and opened again. */
export function splitAtBlankLines(nodes: ElementContent[]): ElementContent[][] {
  return splitRuns(nodes)
    .map(tidyInline)
    .filter((run) => run.length > 0);
}

function splitRuns(nodes: ElementContent[]): ElementContent[][] {
  const runs: ElementContent[][] = [[]];
  for (const [index, node] of nodes.entries()) {
    if (isElement(node, "br") && (isElement(nodes[index + 1], "br") || isElement(nodes[index - 1], "br"))) {
      if (isElement(nodes[index - 1], "br")) runs.push([]);
      continue;
    }
    if (node.type !== "element" || isElement(node, "br")) {
      runs.at(-1)?.push(node);
      continue;
    }
    for (const [part, children] of splitRuns(node.children).entries()) {
      if (part > 0) runs.push([]);
      runs.at(-1)?.push(around(node, children));
    }
  }
  return runs;
}

/** Whether nothing in it can be seen or spoken. */
export function isInvisible(nodes: ElementContent[]): boolean {
  return nodes.every((node) => {
    if (node.type === "text") return /^[\s\u00a0]*$/.test(node.value);
    return node.type !== "element" || (node.tagName !== "img" && isInvisible(node.children));
  });
}

function settle(nodes: ElementContent[], parent = ""): ElementContent[] {
  const result: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type === "text") append(result, { type: "text", value: node.value });
    else if (node.type === "element") for (const part of settleElement(node, parent)) append(result, part);
  }
  for (const node of result) if (node.type === "text") node.value = collapsed(node.value);
  return result.filter((node) => node.type !== "text" || node.value !== "");
}

function settleElement(node: Element, parent: string): ElementContent[] {
  if (isVoid(node)) return [around(node, [])];
  const children = settle(node.children, node.tagName);
  if (node.tagName === "span" && Object.keys(node.properties).length === 0) return children;
  const before = takeEdge(children, "start");
  const after = takeEdge(children, "end");
  if (!isSound(node.tagName, children, parent)) return [...before, ...heldWords(children), ...after];
  return [...before, ...(children.length > 0 ? [around(node, children)] : []), ...after];
}

/** Takes collapsible spaces and line breaks off one end and returns them. */
function takeEdge(children: ElementContent[], end: "start" | "end"): ElementContent[] {
  let taken = 0;
  const at = (index: number) => children[end === "start" ? index : children.length - 1 - index];
  for (let node = at(0); node !== undefined && isSpacing(node); node = at(taken)) taken += 1;
  const edge = end === "start" ? children.splice(0, taken) : children.splice(children.length - taken);
  const next = at(0);
  if (next?.type !== "text") return edge;
  const kept = end === "start" ? next.value.replace(/^ /, "") : next.value.replace(/ $/, "");
  if (kept === next.value) return edge;
  next.value = kept;
  const space: Text = { type: "text", value: " " };
  return end === "start" ? [...edge, space] : [space, ...edge];
}

function isSpacing(node: ElementContent): boolean {
  return isElement(node, "br") || (node.type === "text" && isBlank(node.value));
}

function append(result: ElementContent[], node: ElementContent): void {
  if (node.type === "text" && node.value === "") return;
  const last = result.at(-1);
  if (node.type === "text" && last?.type === "text") {
    last.value += node.value;
  } else if (node.type === "element" && last?.type === "element" && areJoinable(last, node)) {
    for (const child of node.children) append(last.children, child);
  } else {
    result.push(node);
  }
}

function areJoinable(one: Element, other: Element): boolean {
  return (
    one.tagName === other.tagName &&
    joinable.has(one.tagName) &&
    JSON.stringify(one.properties) === JSON.stringify(other.properties)
  );
}

/** A no-break space beside an ordinary one is only spacing; on its own it is the author's. */
function collapsed(text: string): string {
  return text.replace(/[ \t\n\r\f\u00a0]+/g, (run) => (/[^\u00a0]/.test(run) ? " " : run));
}

function trimBesideBreaks(nodes: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (const [index, node] of nodes.entries()) {
    if (node.type === "element") {
      const children = trimBesideBreaks(node.children);
      result.push(around(node, children));
    } else if (node.type === "text") {
      let value = node.value;
      if (isElement(nodes[index - 1], "br")) value = value.replace(/^ /, "");
      if (isElement(nodes[index + 1], "br")) value = value.replace(/ $/, "");
      if (value !== "") result.push({ type: "text", value });
    }
  }
  return result;
}

function trimEnds(nodes: ElementContent[]): ElementContent[] {
  return trimmed(trimmed(nodes, "start"), "end");
}

/** Spaces of every kind, and breaks, at the ends of a block are layout, however deep they lie. */
function trimmed(nodes: ElementContent[], end: "start" | "end"): ElementContent[] {
  const inOrder = end === "start" ? nodes : nodes.toReversed();
  for (const [index, node] of inOrder.entries()) {
    const kept = trimmedNode(node, end);
    if (kept === null) continue;
    const rest = [kept, ...inOrder.slice(index + 1)];
    return end === "start" ? rest : rest.reverse();
  }
  return [];
}

function trimmedNode(node: ElementContent, end: "start" | "end"): ElementContent | null {
  if (node.type === "text") {
    const value = withoutSpaces(node.value, end);
    return value === "" ? null : { type: "text", value };
  }
  if (node.type !== "element" || node.tagName === "br") return null;
  if (node.tagName === "img") return node;
  // Cut at its end, a reading could lose its base.
  if (node.tagName === "ruby") return isInvisible(node.children) ? null : node;
  const children = trimmed(node.children, end);
  return children.length === 0 ? null : around(node, children);
}

/** A loop, because an expression anchored at the end takes squared time over long runs of spaces. */
function withoutSpaces(text: string, end: "start" | "end"): string {
  let from = 0;
  let to = text.length;
  const isSpace = (index: number) => text[index] === " " || text[index] === "\u00a0";
  if (end === "start") while (from < to && isSpace(from)) from += 1;
  else while (to > from && isSpace(to - 1)) to -= 1;
  return text.slice(from, to);
}

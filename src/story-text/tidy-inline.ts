import type { Element, ElementContent, Text } from "hast";
import { around, isBlank, isElement } from "./elements.ts";

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
    for (const [part, children] of splitAtBlankLines(node.children).entries()) {
      if (part > 0) runs.push([]);
      runs.at(-1)?.push(around(node, children));
    }
  }
  return runs.map(tidyInline).filter((run) => run.length > 0);
}

/** Whether nothing in it can be seen or spoken. */
export function isInvisible(nodes: ElementContent[]): boolean {
  return nodes.every((node) => {
    if (node.type === "text") return /^[\s\u00a0]*$/.test(node.value);
    return node.type !== "element" || isInvisible(node.children);
  });
}

function settle(nodes: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type === "text") append(result, { type: "text", value: node.value });
    else if (node.type === "element") for (const part of settleElement(node)) append(result, part);
  }
  return result.filter((node) => node.type !== "text" || node.value !== "");
}

function settleElement(node: Element): ElementContent[] {
  if (node.tagName === "br") return [around(node, [])];
  const children = settle(node.children);
  if (node.tagName === "span" && Object.keys(node.properties).length === 0) return children;
  const before = takeEdge(children, "start");
  const after = takeEdge(children, "end");
  return [...before, ...(children.length > 0 ? [around(node, children)] : []), ...after];
}

/** Takes collapsible spaces and line breaks off one end and returns them. */
function takeEdge(children: ElementContent[], end: "start" | "end"): ElementContent[] {
  const taken: ElementContent[] = [];
  for (;;) {
    const node = end === "start" ? children[0] : children.at(-1);
    if (isElement(node, "br")) {
      taken.push(node);
    } else if (node?.type === "text" && isBlank(node.value)) {
      taken.push(node);
    } else {
      const space = node?.type === "text" && takeSpace(node, end);
      if (space) taken.push({ type: "text", value: " " });
      return end === "start" ? taken : taken.reverse();
    }
    if (end === "start") children.shift();
    else children.pop();
  }
}

function takeSpace(text: Text, end: "start" | "end"): boolean {
  const kept = text.value.replace(end === "start" ? /^[ \t\n\r\f]+/ : /[ \t\n\r\f]+$/, "");
  const taken = kept !== text.value;
  text.value = kept;
  return taken;
}

function append(result: ElementContent[], node: ElementContent): void {
  const last = result.at(-1);
  if (node.type === "text" && last?.type === "text") {
    last.value = collapsed(last.value + node.value);
  } else if (node.type === "element" && last?.type === "element" && areJoinable(last, node)) {
    for (const child of node.children) append(last.children, child);
  } else if (node.type === "text") {
    result.push({ type: "text", value: collapsed(node.value) });
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
  return text.replace(/[ \t\n\r\f]+/g, " ").replace(/\u00a0+ [ \u00a0]*| \u00a0[ \u00a0]*/g, " ");
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
  const rest = [...nodes];
  for (;;) {
    const node = end === "start" ? rest[0] : rest.at(-1);
    if (node === undefined) return rest;
    const kept = trimmedNode(node, end);
    if (kept !== null) {
      rest[end === "start" ? 0 : rest.length - 1] = kept;
      return rest;
    }
    if (end === "start") rest.shift();
    else rest.pop();
  }
}

function trimmedNode(node: ElementContent, end: "start" | "end"): ElementContent | null {
  if (node.type === "text") {
    const value = node.value.replace(end === "start" ? /^[ \u00a0]+/ : /[ \u00a0]+$/, "");
    return value === "" ? null : { type: "text", value };
  }
  if (node.type !== "element" || node.tagName === "br") return null;
  const children = trimmed(node.children, end);
  return children.length === 0 ? null : around(node, children);
}

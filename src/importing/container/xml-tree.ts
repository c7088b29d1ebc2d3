import { DamagedContainer } from "../../plumbing/zip/container-refused.ts";
import { readXml } from "./read-xml.ts";
import type { XmlAttributes } from "./xml-names.ts";

/** An element with everything in it; names are those of namespaces.ts. Neighbouring texts are one. */
export interface XmlElement {
  name: string;
  attributes: XmlAttributes;
  children: (XmlElement | string)[];
}

/**
 * Reads XML into a tree: for parts that are small, or needed in no order.
 *
 * @throws what `readXml` throws
 */
export function xmlTree(text: string): XmlElement {
  let root: XmlElement | null = null;
  readXmlPieces(text, new Set(), (piece) => {
    if (typeof piece !== "string") root ??= piece;
  });
  if (root === null) throw new DamagedContainer("its XML breaks off");
  return root;
}

/**
 * Reads XML piece by piece, so that a long text never stands in memory as one tree: every outermost element (or
 * text) that is not a wrapper is handed over as a tree of its own, in order.
 *
 * @param wrappers the names of elements whose children are pieces
 * @throws what `readXml` throws, and what `take` throws
 */
export function readXmlPieces(
  text: string,
  wrappers: ReadonlySet<string>,
  take: (piece: XmlElement | string) => void,
): void {
  const open: XmlElement[] = [];
  readXml(text, {
    open(name, attributes) {
      if (open.length > 0 || !wrappers.has(name)) open.push({ name, attributes, children: [] });
    },
    text(words) {
      const children = open.at(-1)?.children;
      if (children === undefined) return take(words);
      const last = children.length - 1;
      const before = children[last];
      if (typeof before === "string") children[last] = before + words;
      else children.push(words);
    },
    close() {
      const closed = open.pop();
      if (closed === undefined) return;
      const parent = open.at(-1);
      if (parent) parent.children.push(closed);
      else take(closed);
    },
  });
}

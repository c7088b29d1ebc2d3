import type { Element } from "hast";

/** A paragraph of these words. */
export function paragraph(words: string): Element {
  return { type: "element", tagName: "p", properties: {}, children: [{ type: "text", value: words }] };
}

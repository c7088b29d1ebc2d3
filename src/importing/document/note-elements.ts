import type { Element, ElementContent } from "hast";

/** Where a note is referred to, in the stored form's own way (docs/story-text.md). */
export function noteReference(number: number, marker: string): Element {
  return {
    type: "element",
    tagName: "a",
    properties: { className: ["noteref"], href: `#note-${number}`, id: `noteref-${number}` },
    children: [{ type: "text", value: marker }],
  };
}

/** A note: its marker, which leads back, stands before the first words of its blocks. */
export function noteBlock(number: number, marker: string, blocks: Element[]): Element {
  const back: ElementContent[] = [
    {
      type: "element",
      tagName: "a",
      properties: { className: ["noteback"], href: `#noteref-${number}` },
      children: [{ type: "text", value: marker }],
    },
    { type: "text", value: " " },
  ];
  const [first, ...rest] = blocks;
  const children =
    first?.tagName === "p"
      ? [{ ...first, children: [...back, ...first.children] }, ...rest]
      : [{ type: "element" as const, tagName: "p", properties: {}, children: back }, ...blocks];
  return {
    type: "element",
    tagName: "aside",
    properties: { className: ["footnote"], id: `note-${number}` },
    children,
  };
}

import type { Element, ElementContent, Root } from "hast";
import { colourMark, settleVoices } from "../document/voice-colours.ts";
import type { NewFinding } from "../reading-draft.ts";

const declared = /(?:^|;)\s*color\s*:\s*([^;]{1,40})/iu;
/** The colours people pick by name (CSS Color Level 4, 6.1). */
const named: Record<string, string> = {
  red: "ff0000",
  crimson: "dc143c",
  darkred: "8b0000",
  maroon: "800000",
  orange: "ffa500",
  gold: "ffd700",
  yellow: "ffff00",
  green: "008000",
  lime: "00ff00",
  darkgreen: "006400",
  teal: "008080",
  blue: "0000ff",
  navy: "000080",
  darkblue: "00008b",
  purple: "800080",
  magenta: "ff00ff",
  fuchsia: "ff00ff",
  pink: "ffc0cb",
  brown: "a52a2a",
};

/** Makes voices of the colours that words of a page are set in (T29); the tree is changed in place. */
export function readColours(tree: Root): NewFinding[] {
  let isColoured = false;
  const marked = (children: ElementContent[]): ElementContent[] =>
    children.map((child) => {
      if (child.type !== "element") return child;
      const inner = marked(child.children);
      const mark = colourMark(colourOf(child) ?? "");
      if (mark === null) return { ...child, children: inner };
      isColoured = true;
      const { tagName, properties } = mark;
      return { ...child, children: [{ type: "element", tagName, properties, children: inner }] };
    });
  const page = tree.children.flatMap((child) => (child.type === "doctype" ? [] : [child]));
  const children = marked(page);
  if (!isColoured) return [];
  const whole: Element = { type: "element", tagName: "div", properties: {}, children };
  const { blocks, findings } = settleVoices([whole]);
  tree.children = blocks.flatMap((block) => block.children);
  return findings;
}

/** Six hexadecimal digits; null for words without a colour of their own. */
function colourOf({ tagName, properties }: Element): string | null {
  if (tagName !== "span" && tagName !== "font") return null;
  const said = typeof properties.color === "string" ? properties.color : null;
  const style = typeof properties.style === "string" ? declared.exec(properties.style)?.[1] : null;
  return hexadecimal((style ?? said ?? "").trim().toLowerCase());
}

function hexadecimal(colour: string): string | null {
  if (Object.hasOwn(named, colour)) return named[colour] ?? null;
  const short = /^#([\da-f])([\da-f])([\da-f])$/u.exec(colour);
  if (short)
    return short
      .slice(1)
      .map((digit) => digit + digit)
      .join("");
  const digits = /^#?([\da-f]{6})(?:\s*!important)?$/u.exec(colour)?.[1];
  if (digits !== undefined) return digits;
  const parts = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/u.exec(colour)?.slice(1);
  return parts
    ? parts.map((part) => Math.min(255, Number(part)).toString(16).padStart(2, "0")).join("")
    : null;
}

import type { Element } from "hast";
import { childOf, elementsIn } from "../container/xml-elements.ts";
import type { XmlElement } from "../container/xml-tree.ts";
import type { Flow } from "./flow.ts";
import { type LevelStyle, shownMarker, wholeNumber } from "./list-styles.ts";

const unknownLevel: LevelStyle = { kind: "bullet", start: 1, prefix: "", suffix: "", shownLevels: 1 };

/** The blocks of a `text:list`: mostly one list; several when its numbers leap, paragraphs when its marks are words. */
export function blocksOfList(list: XmlElement, around: Flow): Element[] {
  const { parts, place } = around;
  const style = list.attributes["text:style-name"] ?? place?.style ?? styleOfFirst(list, around);
  const above = place?.numbers ?? [];
  const levels = parts.styles.listStyle(style) ?? [];
  const level = levels[above.length] ?? unknownLevel;
  const key = `${style ?? ""} ${above.length}`;
  const result: Element[] = [];
  let open: Element | null = null;
  let next = firstNumber(list, level, key, around);
  for (const item of elementsIn(list)) {
    if (item.name !== "text:list-item" && item.name !== "text:list-header") continue;
    const number = wholeNumber(item.attributes["text:start-value"], next);
    const isCounted = item.name === "text:list-item";
    const numbers = [...above, number];
    const writer = around.within({ style, numbers });
    const isPlain =
      !isCounted || level.kind === null || saysWords(level) || childOf(item, "text:h") !== undefined;
    if (isPlain && isCounted && hasText(item)) {
      const marker = shownMarker(levels, numbers).trim();
      writer.marker = marker && `${marker} `;
    }
    for (const child of elementsIn(item)) writer.block(child);
    if (isPlain) {
      open = null;
      result.push(...writer.blocks);
    } else {
      if (open === null || (number !== next && level.kind !== "bullet")) {
        open = listElement(level, number);
        result.push(open);
      }
      open.children.push({ type: "element", tagName: "li", properties: {}, children: writer.blocks });
    }
    if (isCounted && hasText(item)) next = number + 1;
  }
  parts.lastNumbers.set(key, next - 1);
  const id = list.attributes["xml:id"];
  if (id !== undefined) parts.lastNumbers.set(`#${id}`, next - 1);
  return result;
}

function listElement({ kind }: LevelStyle, number: number): Element {
  const element: Element = {
    type: "element",
    tagName: kind === "bullet" ? "ul" : "ol",
    properties: {},
    children: [],
  };
  if (kind !== "bullet" && number !== 1) element.properties.start = number;
  if (kind !== "bullet" && kind !== "1" && kind !== null) element.properties.type = kind;
  return element;
}

/** A list may go on counting where the last of its style, or one it names, stopped (section 19.780). */
function firstNumber(list: XmlElement, level: LevelStyle, key: string, { parts }: Flow): number {
  const named = list.attributes["text:continue-list"];
  const last =
    named !== undefined
      ? parts.lastNumbers.get(`#${named}`)
      : list.attributes["text:continue-numbering"] === "true"
        ? parts.lastNumbers.get(key)
        : undefined;
  return last === undefined ? level.start : last + 1;
}

/** Marks such as `Chapter 3:` say more than a list can. */
function saysWords({ prefix, suffix }: LevelStyle): boolean {
  return /\p{L}/u.test(prefix + suffix);
}

/** An item that only holds a deeper list shows no number of its own. */
function hasText(item: XmlElement): boolean {
  return elementsIn(item).some(({ name }) => name !== "text:list");
}

function styleOfFirst(list: XmlElement, { parts }: Flow): string | undefined {
  const item = childOf(list, "text:list-item");
  const paragraph = item && (childOf(item, "text:p") ?? childOf(item, "text:h"));
  return paragraph && parts.styles.listNameOf(paragraph.attributes["text:style-name"]);
}

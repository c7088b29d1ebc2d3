import type { Element, ElementContent, Root, RootContent } from "hast";
import { textIn } from "../document/page-elements.ts";

/** A list paragraph as Word puts it on the clipboard: its list and level, its mark, and its words without the mark. */
interface Item {
  list: string;
  level: number;
  mark: string;
  children: ElementContent[];
}

const deepest = 9;

/**
 * Makes lists of Word's list paragraphs, in place. On the clipboard they are paragraphs whose style names list and
 * level (`mso-list:l0 level2 lfo1`) and whose mark is words in a span that says so (`mso-list:Ignore`).
 */
export function readWordLists(parent: Root | Element): void {
  const result: (RootContent | ElementContent)[] = [];
  let items: Item[] = [];
  const close = () => {
    if (items.length > 0) result.push(...listsOf(items));
    items = [];
  };
  for (const child of parent.children) {
    const item = child.type === "element" ? itemOf(child) : null;
    if (item) {
      if (items[0] && items[0].list !== item.list) close();
      items.push(item);
    } else if (
      items.length === 0 ||
      (child.type === "text" ? child.value.trim() !== "" : child.type === "element")
    ) {
      close();
      if (child.type === "element") readWordLists(child);
      result.push(child);
    }
  }
  close();
  Object.assign(parent, { children: result });
}

function itemOf(paragraph: Element): Item | null {
  const [, list, level] =
    /mso-list\s*:\s*(l\d+)\s+level(\d)/iu.exec(String(paragraph.properties.style ?? "")) ?? [];
  if (paragraph.tagName !== "p" || list === undefined) return null;
  const marks: string[] = [];
  const children = withoutMark(paragraph.children, marks);
  return { list, level: Math.min(deepest, Number(level)), mark: marks.join("").trim(), children };
}

function withoutMark(children: ElementContent[], marks: string[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== "element") return child.type === "comment" ? [] : [child];
    if (/mso-list\s*:\s*ignore/iu.test(String(child.properties.style ?? ""))) {
      marks.push(textIn(child).replace(/\u00a0/gu, " "));
      return [];
    }
    const inner = withoutMark(child.children, marks);
    return inner.length === 0 && child.children.length > 0 ? [] : [{ ...child, children: inner }];
  });
}

function listsOf(items: Item[]): Element[] {
  const lists: Element[] = [];
  const open: { level: number; list: Element }[] = [];
  for (const { level, mark, children } of items) {
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    if ((open.at(-1)?.level ?? 0) < level) {
      const list: Element = { type: "element", ...listKind(mark), children: [] };
      const around = open.at(-1)?.list.children.at(-1);
      if (around?.type === "element") around.children.push(list);
      else lists.push(list);
      open.push({ level, list });
    }
    open.at(-1)?.list.children.push({ type: "element", tagName: "li", properties: {}, children });
  }
  return lists;
}

/** A mark with a number, a letter or a Roman numeral counts; any other is a bullet. */
function listKind(mark: string): Pick<Element, "tagName" | "properties"> {
  const [, sign = ""] = /^[(]?(\d{1,5}|[ivxlc]{1,6}|[a-z])[.)]/iu.exec(mark) ?? [];
  if (sign === "") return { tagName: "ul", properties: {} };
  if (/^\d/u.test(sign)) return { tagName: "ol", properties: sign === "1" ? {} : { start: Number(sign) } };
  const isRoman = /^[ivx]+$/iu.test(sign);
  const type = isRoman ? "i" : "a";
  const isUpper = sign === sign.toUpperCase();
  const start = isRoman ? 1 : sign.toLowerCase().charCodeAt(0) - 96;
  return {
    tagName: "ol",
    properties: { type: isUpper ? type.toUpperCase() : type, ...(start > 1 && { start }) },
  };
}

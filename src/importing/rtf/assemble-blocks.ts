import type { Element, ElementContent } from "hast";
import type { ListItem } from "./list-items.ts";

/** A block of a text, with what list it is an item of. */
export interface FlowBlock {
  element: Element;
  item: ListItem | null;
  /** Part of a quotation, which goes on as long as blocks do. */
  isQuotation: boolean;
}

/** Makes lists of the items that follow each other, and quotations of the quoted blocks. */
export function assembleBlocks(blocks: readonly FlowBlock[]): Element[] {
  const builder = new BlockBuilder();
  for (const block of blocks) builder.add(block);
  return builder.finished();
}

interface OpenList {
  item: ListItem;
  element: Element;
  next: number;
}

class BlockBuilder {
  readonly #result: Element[] = [];
  #lists: OpenList[] = [];
  #waiting: FlowBlock[] = [];

  add(block: FlowBlock): void {
    // An empty paragraph between two items is their distance; behind the last it stands in the text.
    if (this.#lists.length > 0 && block.item === null && isEmpty(block.element)) this.#waiting.push(block);
    else if (block.item) {
      this.#waiting = [];
      this.#addItem(block.item, block.element);
    } else {
      this.#endLists();
      this.#addPlain(block);
    }
  }

  finished(): Element[] {
    this.#endLists();
    return this.#result;
  }

  #endLists(): void {
    this.#lists = [];
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const block of waiting) this.#addPlain(block);
  }

  #addPlain({ element, isQuotation }: FlowBlock): void {
    const last = this.#result.at(-1);
    if (!isQuotation) this.#result.push(element);
    else if (last?.tagName === "blockquote") last.children.push(element);
    else this.#result.push(made("blockquote", [element]));
  }

  #addItem(item: ListItem, element: Element): void {
    while ((this.#lists.at(-1)?.item.level ?? -1) > item.level) this.#lists.pop();
    const top = this.#lists.at(-1);
    const goesOn =
      top?.item.level === item.level &&
      top.item.kind === item.kind &&
      (item.kind === "bullet" || (top.next === item.number && top.item.key === item.key));
    if (top?.item.level === item.level && !goesOn) this.#lists.pop();
    const list = goesOn && top ? top : this.#openList(item);
    list.element.children.push(made("li", [element]));
    list.next = item.number + 1;
  }

  #openList(item: ListItem): OpenList {
    const element = made(item.kind === "bullet" ? "ul" : "ol", []);
    if (item.kind !== "bullet") {
      if (item.number !== 1) element.properties.start = item.number;
      if (item.kind !== "1") element.properties.type = item.kind;
    }
    const host = this.#lists.at(-1)?.element.children.at(-1);
    if (host?.type === "element") host.children.push(element);
    else this.#result.push(element);
    const list: OpenList = { item, element, next: item.number };
    this.#lists.push(list);
    return list;
  }
}

function isEmpty(element: Element): boolean {
  return (
    element.tagName === "p" &&
    element.children.every((child) => child.type === "text" && child.value.trim() === "")
  );
}

function made(tagName: string, children: ElementContent[]): Element {
  return { type: "element", tagName, properties: {}, children };
}

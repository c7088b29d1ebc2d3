import type { Element, ElementContent } from "hast";
import { element } from "../../story-text/elements.ts";
import { listType } from "./number-formats.ts";
import type { ListPlace } from "./numbering.ts";

interface OpenList {
  element: Element;
  place: ListPlace;
}

/** Puts blocks one after another, and those that belong together into one: lists, quotations, definitions. */
export class BlockWriter {
  readonly #blocks: Element[] = [];
  readonly #lists: OpenList[] = [];
  /** Empty paragraphs since the last item: between two items of a list they are only space. */
  #emptyInList = 0;

  get isEmpty(): boolean {
    return this.#blocks.length === 0;
  }

  block(node: Element): void {
    this.#endLists();
    this.#blocks.push(node);
  }

  empty(): void {
    if (this.#lists.length > 0) this.#emptyInList++;
    else this.#blocks.push(element("p", {}, []));
  }

  /** A block inside a wrapper of this name, the same one as the block before it if that is in one. */
  within(tagName: "blockquote" | "dl", node: Element): void {
    this.#endLists();
    const last = this.#blocks.at(-1);
    if (last?.tagName === tagName) last.children.push(node);
    else this.#blocks.push(element(tagName, {}, [node]));
  }

  /** An item of a list; lists of deeper levels lie in the item before it. */
  item(place: ListPlace, children: ElementContent[]): void {
    const item = element("li", {}, children);
    for (let open = this.#lists.at(-1); open && !this.#goesOn(open, place); open = this.#lists.at(-1))
      if (open.place.level < place.level) break;
      else this.#lists.pop();
    const open = this.#lists.at(-1);
    if (open === undefined && this.#emptyInList > 0) this.#endLists();
    this.#emptyInList = 0;
    if (open && this.#goesOn(open, place)) {
      open.element.children.push(item);
      return;
    }
    const list = listOf(place, item);
    const parent = open?.element.children.at(-1);
    if (parent?.type === "element") parent.children.push(list);
    else this.#blocks.push(list);
    this.#lists.push({ element: list, place });
  }

  /** Another paragraph of the last item; gives false when no list is open. */
  continueItem(paragraph: Element): boolean {
    const item = this.#lists.at(-1)?.element.children.at(-1);
    if (item?.type !== "element") return false;
    this.#emptyInList = 0;
    item.children.push(paragraph);
    return true;
  }

  finish(): Element[] {
    this.#endLists();
    return this.#blocks;
  }

  #goesOn({ place }: OpenList, next: ListPlace): boolean {
    return place.level === next.level && place.numId === next.numId;
  }

  #endLists(): void {
    for (; this.#emptyInList > 0; this.#emptyInList--) this.#blocks.push(element("p", {}, []));
    this.#lists.length = 0;
  }
}

function listOf({ format, number }: ListPlace, item: Element): Element {
  if (format === "bullet") return element("ul", {}, [item]);
  const type = listType(format);
  return element("ol", { ...(number !== 1 && { start: number }), ...(type !== "1" && { type }) }, [item]);
}

import type { Element, ElementContent } from "hast";
import { type Emphasis, planBlock, type Stretch, type Window } from "./block-plan.ts";
import { textOfBlock } from "./block-text.ts";
import type { Edit } from "./edit.ts";
import { elementForWords } from "./element-for-words.ts";
import { invertEmphasis } from "./invert-emphasis.ts";

/** The block's children with the given edits carried out, inside the window (the whole block if none is given). */
export function renderBlock(node: Element, edits: Edit[], window?: Window): ElementContent[] {
  const whole = { from: 0, to: textOfBlock(node).length, withLifted: false };
  const children = new BlockRenderer(planBlock(edits, window ?? whole)).render(node.children, []);
  const inversion = edits.find((edit) => edit.kind === "invert");
  return inversion === undefined ? children : invertEmphasis(children, inversion.as);
}

/** Walks a block's tree once, left to right, beside its plan. */
class BlockRenderer {
  readonly #stretches: Stretch[];
  #index = 0;
  #offset = 0;

  constructor(stretches: Stretch[]) {
    this.#stretches = stretches;
  }

  render(children: ElementContent[], already: Emphasis[]): ElementContent[] {
    const line = new EmphasisedLine(already);
    for (const child of children) {
      if (child.type === "text") this.#renderText(child.value, line);
      else if (child.type === "element" && child.tagName === "br") this.#renderBreak(child, line);
      else if (child.type === "element") this.#renderElement(child, line, already);
    }
    return line.children;
  }

  #renderText(value: string, line: EmphasisedLine): void {
    const start = this.#offset;
    const end = start + value.length;
    this.#forEachStretch(end, (stretch, from, to) => {
      if (stretch.instead === null) line.addText(value.slice(from - start, to - start), stretch.emphasis);
      else if (from === stretch.from) line.addText(stretch.instead, stretch.emphasis);
    });
  }

  #renderBreak(node: Element, line: EmphasisedLine): void {
    this.#forEachStretch(this.#offset + 1, (stretch, from) => {
      if (stretch.instead === null) line.add(node, stretch.emphasis);
      else if (from === stretch.from) line.addText(stretch.instead, stretch.emphasis);
    });
  }

  /** An element that lies wholly inside an emphasis goes into it as it is. */
  #renderElement(node: Element, line: EmphasisedLine, already: Emphasis[]): void {
    const end = this.#offset + textOfBlock(node).length;
    const around = this.#emphasisAround(this.#offset, end);
    const children = this.render(node.children, [...already, ...around]);
    if (children.length > 0 || node.children.length === 0) line.add({ ...node, children }, around);
  }

  #emphasisAround(from: number, to: number): Emphasis[] {
    while ((this.#stretches[this.#index]?.to ?? Number.POSITIVE_INFINITY) <= from) this.#index++;
    const stretch = this.#stretches[this.#index];
    if (stretch === undefined || to === from) return [];
    return stretch.emphasis.filter((range) => range.from <= from && range.to >= to);
  }

  #forEachStretch(end: number, visit: (stretch: Stretch, from: number, to: number) => void): void {
    while (this.#offset < end) {
      const stretch = this.#stretches[this.#index];
      if (stretch === undefined || stretch.from >= end) break;
      if (stretch.to <= this.#offset) {
        this.#index++;
        continue;
      }
      const from = Math.max(stretch.from, this.#offset);
      const to = Math.min(stretch.to, end);
      visit(stretch, from, to);
      this.#offset = to;
    }
    this.#offset = end;
  }
}

/** Children under construction, with the emphasis elements that are open at the end of them. */
class EmphasisedLine {
  readonly children: ElementContent[] = [];
  readonly #already: Set<Emphasis>;
  #open: { range: Emphasis; element: Element }[] = [];

  constructor(already: Emphasis[]) {
    this.#already = new Set(already);
  }

  addText(value: string, emphasis: Emphasis[]): void {
    if (value === "") return;
    const target = this.#childrenFor(emphasis);
    const last = target.at(-1);
    if (last?.type === "text") target[target.length - 1] = { type: "text", value: last.value + value };
    else target.push({ type: "text", value });
  }

  add(node: Element, emphasis: Emphasis[]): void {
    this.#childrenFor(emphasis).push(node);
  }

  #childrenFor(emphasis: Emphasis[]): ElementContent[] {
    const wanted = emphasis.filter((range) => !this.#already.has(range));
    let shared = 0;
    while (shared < wanted.length && this.#open[shared]?.range === wanted[shared]) shared++;
    this.#open = this.#open.slice(0, shared);
    let target = this.#open.at(-1)?.element.children ?? this.children;
    for (const range of wanted.slice(shared)) {
      const element = elementForWords(range.as);
      target.push(element);
      this.#open.push({ range, element });
      target = element.children;
    }
    return target;
  }
}

import type { Element, ElementContent, Root } from "hast";
import type { EditsInForce } from "./edits-in-force.ts";
import { drawnLine, type Group, laidInto } from "./grouped-blocks.ts";
import type { BaseBlock } from "./import-reading.ts";
import { type Joint, jointOf } from "./joint-of.ts";
import { paragraphsOf, sceneBreakOf } from "./paragraphs-of.ts";
import { inStoredForm } from "./stored-form.ts";

/**
 * The story that base blocks make when the edits in force are carried out, in stored form.
 *
 * @param shown the numbers of the blocks it is made of, in their order: one chapter's; all when none are given
 */
export function renderStory(
  blocks: BaseBlock[],
  edits: EditsInForce,
  shown: Iterable<number> = blocks.keys(),
): Root {
  const story = new StoryInTheMaking(edits);
  for (const index of shown) {
    const block = blocks[index];
    if (block !== undefined) story.add(index, block);
  }
  return inStoredForm({ type: "root", children: story.end() });
}

class StoryInTheMaking {
  readonly #edits: EditsInForce;
  readonly #story: Element[] = [];
  /** The group that is open, and what stands in it so far; the parts of a drawing are its lines. */
  #group: { is: Group; blocks: Element[]; lines: string[] } | null = null;
  /** The last scene break that stands for an edit or a gap, and not for a block. */
  #added: Element | null = null;
  #gap = 0;
  /** Nothing joins what is grouped to what is not. */
  #mayJoin = false;

  constructor(edits: EditsInForce) {
    this.#edits = edits;
  }

  add(index: number, block: BaseBlock): void {
    if (this.#group && !holds(this.#group.is, index)) this.#closeGroup();
    const edits = this.#edits.of(index);
    const group = this.#group === null ? edits.find((edit) => edit.kind === "group") : undefined;
    this.#gap = Math.max(this.#gap, block.gapBefore);
    if (this.#group?.is.as === "drawing" || group?.as === "drawing") {
      if (group) this.#openGroup(group);
      this.#draw(drawnLine(block, edits));
      return;
    }
    const paragraphs = paragraphsOf(block, edits);
    const breakBefore = edits.find((edit) => edit.kind === "scene-break-before");
    const joint = group || !this.#mayJoin ? null : jointOf(edits);
    if (paragraphs.length === 0) {
      if (group) this.#openGroup(group);
      return;
    }
    if (breakBefore) this.#breakScene(breakBefore.ornament);
    else if (joint && this.#join(joint, paragraphs)) return;
    else this.#breakAtGap();
    if (paragraphs.some(isSceneBreak) && breakBefore === undefined) this.#dropAddedBreak();
    if (group) this.#openGroup(group);
    this.#list.push(...paragraphs);
    this.#gap = 0;
    this.#mayJoin = true;
  }

  /** The blocks of the story; nothing can be added any more. */
  end(): Element[] {
    this.#closeGroup();
    return this.#story;
  }

  get #list(): Element[] {
    return this.#group?.blocks ?? this.#story;
  }

  #openGroup(group: Group): void {
    if (group.as === "drawing") {
      this.#breakAtGap();
      this.#gap = 0;
    }
    this.#group = { is: group, blocks: [], lines: [] };
    this.#mayJoin = false;
  }

  #closeGroup(): void {
    if (this.#group === null) return;
    const { is, blocks, lines } = this.#group;
    this.#group = null;
    this.#mayJoin = false;
    if (is.as !== "drawing") this.#story.push(...laidInto(is, blocks));
    else if (lines.some((line) => /\S/u.test(line))) this.#story.push(drawingOf(is, lines));
  }

  #draw(line: string): void {
    if (line === "") return;
    const lines = this.#group?.lines ?? [];
    if (lines.length > 0) for (let empty = 0; empty < this.#gap; empty++) lines.push("");
    lines.push(line);
    this.#gap = 0;
  }

  #breakAtGap(): void {
    if (this.#gap > this.#edits.paragraphGap && this.#list.length > 0) this.#breakScene("");
  }

  #breakScene(ornament: string): void {
    const last = this.#list.at(-1);
    if (last === undefined || isSceneBreak(last)) return;
    this.#added = sceneBreakOf(ornament);
    this.#list.push(this.#added);
  }

  /** An ornament is the break: the gap above it does not count as a second one. A break of the file's own stays. */
  #dropAddedBreak(): void {
    const last = this.#list.at(-1);
    if (last !== undefined && last === this.#added && last.properties.dataOrnament === "") this.#list.pop();
  }

  #join(joint: Joint, [first, ...rest]: Element[]): boolean {
    const open = openParagraph(this.#list.at(-1));
    if (open === null || first === undefined) return false;
    open.children.push(...between[joint](), ...first.children);
    this.#list.push(...rest);
    this.#gap = 0;
    return true;
  }
}

function holds(group: Group, index: number): boolean {
  return index >= group.block && index <= group.last;
}

function drawingOf(group: Group, lines: string[]): Element {
  const [label = "", value = ""] = [group.label, lines.join("\n")];
  const children: ElementContent[] = [{ type: "text", value }];
  return { type: "element", tagName: "pre", properties: { role: "img", ariaLabel: label }, children };
}

const between: Record<Joint, () => ElementContent[]> = {
  space: () => [{ type: "text", value: " " }],
  nothing: () => [],
  "line-break": () => [{ type: "element", tagName: "br", properties: {}, children: [] }],
};

function isSceneBreak(node: Element): boolean {
  return node.tagName === "hr";
}

/** The paragraph that goes on when lines are joined: the last one, or the last in a quotation. */
function openParagraph(last: Element | undefined): Element | null {
  if (last === undefined || last.tagName === "p") return last ?? null;
  const inside = last.tagName === "blockquote" ? last.children.at(-1) : undefined;
  return inside?.type === "element" && inside.tagName === "p" ? inside : null;
}

import type { Element, ElementContent, Root, RootContent } from "hast";
import type { FindingState } from "./finding.ts";
import { readSigns, type SignedPiece, withoutSigns } from "./place-signs.ts";

/** What a place needs to know of its finding. */
export type PlacedFinding = { id: string; state: FindingState };

/** Fewer characters than these are no target for a finger (WCAG 2.2, 2.5.8). */
const shortestLink = 3;

/** Marks round one stretch of words; a file with thousands of comments on the same words must not square the page. */
const mostAround = 16;

/** The id of a finding's place in the story, and of its entry in the list: each leads to the other. */
export const placeId = (findingId: string): string => `place-${findingId}`;
export const entryId = (findingId: string): string => `finding-${findingId}`;
/** The id of its place in what came in, beside the story. */
export const cameInId = (findingId: string): string => `came-${findingId}`;

/**
 * Turns the signs of a story that came of a signed reading (see sign-reading.ts) into marks.
 *
 * The first piece of a place carries its id and leads to the finding. A place where nothing shows any more (what
 * stood there was taken out, or more than `mostAround` others lie on it) becomes an empty span to jump to.
 */
export class PlaceMarker {
  readonly #findings: PlacedFinding[];
  readonly #idOf: (findingId: string) => string;
  readonly #placed = new Set<number>();
  #open: number[] = [];

  /** @param idOf the id of a finding's place on the page */
  constructor(findings: PlacedFinding[], idOf: (findingId: string) => string = placeId) {
    this.#findings = findings;
    this.#idOf = idOf;
  }

  /** The ids of the findings whose place has come by. */
  get placed(): Set<string> {
    return new Set([...this.#placed].flatMap((index) => this.#findings[index]?.id ?? []));
  }

  markStory(story: Root): Root {
    return {
      type: "root",
      children: story.children.map((child): RootContent => {
        this.#open = [];
        return child.type === "element" ? this.#markElement(child, false) : child;
      }),
    };
  }

  /** The same for plain text. */
  markText(signed: string): Root {
    this.#open = [];
    return { type: "root", children: this.#markPieces(readSigns(signed), false) };
  }

  #markElement(node: Element, inLink: boolean): Element {
    if (node.tagName === "hr") return this.#markSceneBreak(node);
    const children = node.children.flatMap((child): ElementContent[] => {
      if (child.type === "text")
        return this.#markPieces(readSigns(child.value), inLink || node.tagName === "a");
      return child.type === "element" ? [this.#markElement(child, inLink || node.tagName === "a")] : [];
    });
    return { ...node, children };
  }

  /** A scene break has no text: its sign travels in the ornament. */
  #markSceneBreak(node: Element): Element {
    const signed = String(node.properties.dataOrnament ?? "");
    const opened = readSigns(signed).find((piece) => "opens" in piece);
    const finding = opened && "opens" in opened ? this.#firstPlaceOf(opened.opens) : undefined;
    const properties = { ...node.properties, dataOrnament: withoutSigns(signed) };
    return { ...node, properties: finding ? { ...properties, id: this.#idOf(finding.id) } : properties };
  }

  #markPieces(pieces: SignedPiece[], inLink: boolean): ElementContent[] {
    return pieces.flatMap((piece): ElementContent[] => {
      if ("opens" in piece) {
        this.#open.push(piece.opens);
        return [];
      }
      if ("closes" in piece) return this.#close(piece.closes);
      return [this.#marked(piece.text, inLink)];
    });
  }

  #close(index: number): ElementContent[] {
    if (!this.#open.includes(index)) return [];
    this.#open = this.#open.filter((open) => open !== index);
    const finding = this.#firstPlaceOf(index);
    if (!finding) return [];
    return [{ type: "element", tagName: "span", properties: { id: this.#idOf(finding.id) }, children: [] }];
  }

  #marked(text: string, inLink: boolean): ElementContent {
    let content: ElementContent = { type: "text", value: text };
    let linked = inLink;
    for (const index of this.#open.slice(-mostAround).reverse()) {
      const finding = this.#findings[index];
      if (!finding) continue;
      const isFirst = this.#firstPlaceOf(index) !== undefined;
      if (isFirst && !linked && text.trim().length >= shortestLink) {
        const href = `#${entryId(finding.id)}`;
        content = { type: "element", tagName: "a", properties: { href }, children: [content] };
        linked = true;
      }
      const id = isFirst ? { id: this.#idOf(finding.id) } : {};
      const className = [`finding-${finding.state}`];
      content = { type: "element", tagName: "mark", properties: { ...id, className }, children: [content] };
    }
    return content;
  }

  /** The finding, when this is the first that is seen of its place. */
  #firstPlaceOf(index: number): PlacedFinding | undefined {
    const finding = this.#findings[index];
    if (!finding || this.#placed.has(index)) return undefined;
    this.#placed.add(index);
    return finding;
  }
}

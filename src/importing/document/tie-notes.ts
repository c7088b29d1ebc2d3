import type { Element, ElementContent, Nodes, Root } from "hast";
import { hasClass } from "../../story-text/elements.ts";
import { noteBlock, noteReference } from "./note-elements.ts";
import { textIn } from "./page-elements.ts";

/** A page that may refer to others. */
export interface LinkedPage {
  path: string;
  tree: Root;
}

/** Where a link on a page leads: a page of the same file, and a name on it. Null for anywhere else. */
export type ResolveLink = (from: string, href: string) => { path: string; fragment: string } | null;

/** What an element says it is, in EPUB's or ARIA's words (`noteref`, `footnote`, `backlink` …). */
export type TypesOf = (element: Element) => string[];

type Parent = Extract<Nodes, { children: unknown }>;
type Target = { element: Element; path: string };
type Note = { number: number; marker: string; block: Element; back: Set<string> };

const noteBlocks = new Set("aside li p div dd section tr td".split(" "));
const noteTypes = ["footnote", "endnote", "rearnote", "note"];
const groupTypes = ["footnotes", "endnotes", "rearnotes", "notes"];
const shortMarker = /^[[(]?(?:\d{1,4}|[a-z]|[ivx]{1,5}|[*†‡§¶#]{1,4})[\])]?[.]?$/iu;
const arrow = /^(?:[\s↩↑^⏎⤴«]|\uFE0E|\uFE0F)*$|^(?:back|return|zurück|retour)$/iu;

/**
 * Finds the footnotes of linked pages and says them in the stored form's way (T69): the references stay in their
 * places, the notes are taken out of theirs. A link refers to a note when it says so, or when it reads like a
 * marker and what it leads to is marked as a note or leads back to it.
 *
 * @returns the notes in the order of their first references
 */
export function tieNotes(pages: LinkedPage[], resolve: ResolveLink, typesOf: TypesOf): Element[] {
  return new NoteTying(pages, resolve, typesOf).tie();
}

class NoteTying {
  readonly #pages: LinkedPage[];
  readonly #resolve: ResolveLink;
  readonly #typesOf: TypesOf;
  readonly #parents = new Map<Element, Parent>();
  readonly #targets = new Map<string, Target>();
  readonly #links: Target[] = [];
  readonly #notes = new Map<Element, Note>();

  constructor(pages: LinkedPage[], resolve: ResolveLink, typesOf: TypesOf) {
    this.#pages = pages;
    this.#resolve = resolve;
    this.#typesOf = typesOf;
  }

  tie(): Element[] {
    for (const { path, tree } of this.#pages) this.#look(tree, path);
    for (const link of this.#links) this.#refer(link);
    const notes = [...this.#notes.values()];
    const written = notes.map((note) => this.#write(note));
    for (const { block } of notes) this.#takeOut(block);
    return written;
  }

  #look(parent: Parent, path: string): void {
    for (const child of parent.children) {
      if (child.type !== "element") continue;
      this.#parents.set(child, parent);
      for (const name of [child.properties.id, child.tagName === "a" ? child.properties.name : null])
        if (typeof name === "string" && !this.#targets.has(`${path}#${name}`))
          this.#targets.set(`${path}#${name}`, { element: child, path });
      if (child.tagName === "a" && typeof child.properties.href === "string")
        this.#links.push({ element: child, path });
      this.#look(child, path);
    }
  }

  #refer({ element, path }: Target): void {
    const marker = textIn(element).replace(/\s+/gu, "");
    const place = this.#placeOf(element, path);
    const target = place === null ? undefined : this.#targets.get(place);
    const isSaid = this.#typesOf(element).includes("noteref") || hasClass(element, "noteref");
    if (!target || marker === "" || (!isSaid && !shortMarker.test(marker))) return;
    if (this.#ancestors(element).some((around) => this.#notes.get(around)?.block === target.element)) return;
    const block = this.#blockOf(target.element);
    const inside = new Set(this.#ancestors(element));
    if (block === null || inside.has(block)) return;
    const back = this.#namesAround(element, path);
    const isNote =
      isSaid ||
      this.#ancestors(target.element).some((each) => this.#isNote(each)) ||
      this.#leadsBack(block, target.path, back);
    // Of two that lead to each other, the first is the reference.
    const leadsOut =
      [...inside].some((each) => this.#notes.has(each)) && this.#notes.has(block) === false && !isSaid;
    if (!isNote || leadsOut || this.#isBackLink(element, path)) return;
    const known = this.#notes.get(block);
    const note = known ?? { number: this.#notes.size + 1, marker, block, back };
    for (const name of back) note.back.add(name);
    this.#notes.set(block, note);
    this.#becomeReference(element, note, marker, known === undefined);
  }

  #placeOf(link: Element, path: string): string | null {
    const { href } = link.properties;
    const place = typeof href === "string" && href.includes("#") ? this.#resolve(path, href) : null;
    return place === null || place.fragment === "" ? null : `${place.path}#${place.fragment}`;
  }

  /** The element and all that it stands in, from the inside out. */
  #ancestors(element: Element): Element[] {
    const around: Element[] = [];
    for (let each: Parent | undefined = element; each?.type === "element"; each = this.#parents.get(each))
      around.push(each);
    return around;
  }

  #isNote(element: Element): boolean {
    return (
      this.#typesOf(element).some((type) => noteTypes.includes(type) || groupTypes.includes(type)) ||
      hasClass(element, "footnote") ||
      hasClass(element, "endnote")
    );
  }

  #blockOf(element: Element): Element | null {
    const around = this.#ancestors(element);
    const said = around.find(
      (each) =>
        this.#typesOf(each).some((type) => noteTypes.includes(type)) ||
        (noteBlocks.has(each.tagName) && (hasClass(each, "footnote") || hasClass(each, "endnote"))),
    );
    return said ?? around.find(({ tagName }) => noteBlocks.has(tagName)) ?? null;
  }

  /** The names by which a note may lead back: those of the link, of what stands round it, and of what is in it. */
  #namesAround(link: Element, path: string): Set<string> {
    const names = new Set<string>();
    const add = ({ properties: { id, name } }: Element) => {
      for (const each of [id, name]) if (typeof each === "string") names.add(`${path}#${each}`);
    };
    for (const each of this.#ancestors(link)) {
      add(each);
      if (noteBlocks.has(each.tagName)) break;
    }
    for (const child of link.children) if (child.type === "element") add(child);
    // An empty anchor beside the link is another way to name the place.
    for (const sibling of this.#parents.get(link)?.children ?? [])
      if (sibling.type === "element" && sibling.tagName === "a" && textIn(sibling) === "") add(sibling);
    return names;
  }

  #leadsBack(element: Element, path: string, back: Set<string>): boolean {
    if (element.tagName === "a" && back.has(this.#placeOf(element, path) ?? "")) return true;
    return element.children.some((child) => child.type === "element" && this.#leadsBack(child, path, back));
  }

  #isBackLink(link: Element, path: string): boolean {
    if (this.#typesOf(link).some((type) => type === "backlink" || type === "referrer")) return true;
    if (hasClass(link, "noteback") || hasClass(link, "footnote-backref") || hasClass(link, "footnote-back"))
      return true;
    const place = this.#placeOf(link, path);
    return place !== null && this.#ancestors(link).some((each) => this.#notes.get(each)?.back.has(place));
  }

  /** A raised marker is raised by what a reference is. */
  #becomeReference(link: Element, { number }: Note, marker: string, isFirst: boolean): void {
    const reference = noteReference(number, marker);
    if (!isFirst) delete reference.properties.id;
    const parent = this.#parents.get(link);
    const raised =
      parent?.type === "element" && parent.tagName === "sup" && textIn(parent).trim() === textIn(link).trim();
    Object.assign(raised ? parent : link, reference);
  }

  #write({ number, marker, block }: Note): Element {
    const path = this.#pathOf(block);
    const children = withoutMarker(this.#withoutBackLinks(block.children, path), marker);
    const isRunning = !children.some((child) => child.type === "element" && noteBlocks.has(child.tagName));
    const blocks: Element[] = isRunning
      ? [{ type: "element", tagName: "p", properties: {}, children }]
      : children.flatMap((child) => (child.type === "element" ? [child] : []));
    return noteBlock(number, marker, blocks);
  }

  #pathOf(element: Element): string {
    const root = this.#parents.get(this.#ancestors(element).at(-1) ?? element);
    return this.#pages.find(({ tree }) => tree === root)?.path ?? "";
  }

  #withoutBackLinks(children: ElementContent[], path: string): ElementContent[] {
    return children.flatMap((child): ElementContent[] => {
      if (child.type !== "element") return [child];
      const isLink = child.tagName === "a" && typeof child.properties.href === "string";
      if (isLink && (this.#isBackLink(child, path) || arrow.test(textIn(child).trim()))) return [];
      const inner = this.#withoutBackLinks(child.children, path);
      if (
        child.tagName === "sup" &&
        textIn({ ...child, children: inner }).trim() === "" &&
        inner.length < child.children.length
      )
        return [];
      return [{ ...child, children: inner }];
    });
  }

  /** Takes a note from where it stood, with the lists and boxes that held nothing else. */
  #takeOut(block: Element): void {
    for (const each of this.#ancestors(block)) {
      const parent = this.#parents.get(each);
      if (parent) parent.children.splice(parent.children.indexOf(each), 1);
      if (parent?.type !== "element") return;
      const isGroup =
        this.#typesOf(parent).some((type) => groupTypes.includes(type)) || hasClass(parent, "footnotes");
      const left = parent.children.filter(
        (child) => !(isGroup && child.type === "element" && /^h[1-6r]$/u.test(child.tagName)),
      );
      if (left.some((child) => textIn(child).trim() !== "")) return;
    }
  }
}

/** Takes the marker off the beginning of a note's words, where it stands as words of its own. */
function withoutMarker(children: ElementContent[], marker: string): ElementContent[] {
  const plain = marker.replace(/[[\]().]/gu, "");
  const at = children.findIndex((child) => textIn(child).trim() !== "");
  const first = children[at];
  if (first === undefined) return children;
  const rest = children.slice(at + 1);
  if (first.type === "text") {
    const escaped = plain.replace(/[^\p{L}\p{N}]/gu, "\\$&");
    const value = first.value.replace(
      new RegExp(`^\\s*[[(]?${escaped}(?:[\\])]?[.:]?\\s+|[\\]).:])\\s*`, "u"),
      "",
    );
    return [{ ...first, value: value.trimStart() }, ...rest];
  }
  if (first.type !== "element") return children;
  const words = textIn(first).trim();
  if (
    words.replace(/[[\]().]/gu, "") === plain &&
    first.tagName !== "p" &&
    rest.some((child) => textIn(child).trim() !== "")
  )
    return withLeadingTrimmed(rest);
  return [{ ...first, children: withoutMarker(first.children, marker) }, ...rest];
}

function withLeadingTrimmed([first, ...rest]: ElementContent[]): ElementContent[] {
  if (first?.type !== "text") return first ? [first, ...rest] : [];
  return [{ ...first, value: first.value.replace(/^[\s.:)]+/u, "") }, ...rest];
}

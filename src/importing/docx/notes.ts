import { elementsIn } from "../container/xml-elements.ts";
import type { XmlElement } from "../container/xml-tree.ts";
import { numberAs } from "./number-formats.ts";
import type { WordPackage } from "./word-package.ts";

type NoteKind = "footnotes" | "endnotes";

/** A note that the text refers to. */
export interface ReferredNote {
  /** 1, 2, 3 … over all notes of the document. */
  number: number;
  /** What marks it in the text. */
  mark: string;
  /** The mark was typed, so it stands at the beginning of the note's own words too. */
  isTyped: boolean;
  part: string;
  body: XmlElement;
}

/** The footnotes and endnotes of a document, in the order in which the text refers to them. */
export class Notes {
  readonly referred: ReferredNote[] = [];
  readonly #bodies: Record<NoteKind, { part: string; bodies: Map<string, XmlElement> }>;
  readonly #byId = new Map<string, ReferredNote>();
  readonly #counts = { footnotes: 0, endnotes: 0 };

  constructor(word: WordPackage) {
    this.#bodies = { footnotes: bodiesIn(word, "footnotes"), endnotes: bodiesIn(word, "endnotes") };
  }

  /**
   * The note that a reference names; null when there is none.
   *
   * @param typed the mark that was typed for it, or "" when it is counted
   */
  refer(kind: NoteKind, id: string, typed: string): { note: ReferredNote; isFirst: boolean } | null {
    const known = this.#byId.get(`${kind} ${id}`);
    if (known) return { note: known, isFirst: false };
    const { part, bodies } = this.#bodies[kind];
    const body = bodies.get(id);
    if (body === undefined) return null;
    const note: ReferredNote = {
      number: this.referred.length + 1,
      mark: typed || this.#nextMark(kind),
      isTyped: typed !== "",
      part,
      body,
    };
    this.referred.push(note);
    this.#byId.set(`${kind} ${id}`, note);
    return { note, isFirst: true };
  }

  /** Endnotes are counted as Word does, i, ii, iii, where there are footnotes to be told from. */
  #nextMark(kind: NoteKind): string {
    const number = ++this.#counts[kind];
    const both = this.#bodies.footnotes.bodies.size > 0 && this.#bodies.endnotes.bodies.size > 0;
    return numberAs(number, kind === "endnotes" && both ? "lowerRoman" : "decimal");
  }
}

/** The lines that part notes from the page are notes too, of a type of their own (17.11.17). */
function bodiesIn(word: WordPackage, kind: NoteKind): { part: string; bodies: Map<string, XmlElement> } {
  const part = word.partFor(kind);
  const notes = part ? elementsIn(part.tree) : [];
  const bodies = notes.filter(({ attributes }) => (attributes["w:type"] ?? "normal") === "normal");
  return {
    part: part?.name ?? "",
    bodies: new Map(bodies.map((body) => [body.attributes["w:id"] ?? "", body])),
  };
}

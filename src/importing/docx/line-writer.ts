import type { Element, ElementContent, Properties } from "hast";
import { withoutAnchors } from "../document/anchors.ts";
import { type Layer, nested } from "./nested.ts";
import type { RemarkTrail } from "./remark-trail.ts";
import type { RunFormat } from "./run-format.ts";
import type { Tongues } from "./tongues.ts";
import type { Voices } from "./voices.ts";

/** Where a link leads; words with the same object are one link. */
export interface Link {
  href: string;
}

/** How words look, and what they are part of. */
export interface Look {
  format: RunFormat;
  link: Link | null;
}

interface Piece {
  look: Look | null;
  children: ElementContent[];
}

/** Gathers the words of a paragraph; neighbours that look the same become one piece. */
export class LineWriter {
  readonly #pieces: Piece[] = [];
  readonly #trail: RemarkTrail;
  readonly #voices: Voices;
  readonly #tongues: Tongues;
  readonly #links = new Map<Link, Layer>();

  constructor(marks: { trail: RemarkTrail; voices: Voices; tongues: Tongues }) {
    this.#trail = marks.trail;
    this.#voices = marks.voices;
    this.#tongues = marks.tongues;
  }

  text(words: string, look: Look): void {
    if (words === "") return;
    this.#put(this.#trail.beforeWords() + withoutAnchors(words), look);
  }

  /** An element that has no look of its own: a line break, a picture, a note's mark. */
  element(element: Element, look: Look | null = null): void {
    const anchors = this.#trail.beforeWords();
    if (anchors !== "") this.#put(anchors, look);
    this.#pieceFor(look).children.push(element);
  }

  /** Whether there is anything to read or to see. */
  get isEmpty(): boolean {
    return !this.#pieces.some(({ children }) =>
      children.some(
        (child) => child.type === "element" || (child.type === "text" && /\S/u.test(child.value)),
      ),
    );
  }

  /** The last words so far, without marks. */
  get endsWith(): string {
    const last = this.#pieces.at(-1)?.children.at(-1);
    return last?.type === "text" ? last.value.slice(-10) : "";
  }

  /** The words, in the elements that say how they look. */
  finish(): ElementContent[] {
    return nested(
      this.#pieces.map(({ look, children }) => ({
        layers: look ? this.#layers(look, children) : [],
        children,
      })),
    );
  }

  /** Takes over the words of another paragraph: a drop cap stands in one of its own (T74). */
  begin(children: ElementContent[]): void {
    this.#pieces.push({ look: null, children });
  }

  #put(words: string, look: Look | null): void {
    const { children } = this.#pieceFor(look);
    const last = children.at(-1);
    if (last?.type === "text") last.value += words;
    else children.push({ type: "text", value: words });
  }

  #pieceFor(look: Look | null): Piece {
    const last = this.#pieces.at(-1);
    if (last && looksSame(last.look, look)) return last;
    const piece: Piece = { look, children: [] };
    this.#pieces.push(piece);
    return piece;
  }

  /** The elements that words stand in, the innermost last where their order matters. */
  #layers({ format, link }: Look, children: ElementContent[]): Layer[] {
    const words = children.map((child) => (child.type === "text" ? child.value : "")).join("");
    const hasLetters = /\p{L}/u.test(words);
    const layers: Layer[] = [];
    const add = (tagName: string, properties: Properties = {}) => layers.push({ tagName, properties });
    if (link) layers.push(this.#linkLayer(link));
    const language = this.#tongues.mark(format.language, words);
    if (language) add("span", { lang: language });
    const voice = link === null ? this.#voices.voice(format.colour, words) : null;
    if (voice) layers.push(voice);
    if (format.bold) add("strong");
    if (format.italic) add("em");
    if (format.underlined && link === null) add("u");
    if (format.struck) add("s");
    if (format.smallCapitals && hasLetters) add("span", { className: ["sc"] });
    if (format.raised) add(format.raised);
    if (format.code) add("code");
    return layers;
  }

  /** Pieces of one link share one layer. */
  #linkLayer(link: Link): Layer {
    const known = this.#links.get(link) ?? { tagName: "a", properties: { href: link.href }, isOne: true };
    this.#links.set(link, known);
    return known;
  }
}

function looksSame(a: Look | null, b: Look | null): boolean {
  if (a === b) return true;
  if (a === null || b === null || a.link !== b.link) return false;
  const [one, other] = [a.format, b.format];
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.underlined === other.underlined &&
    one.struck === other.struck &&
    one.smallCapitals === other.smallCapitals &&
    one.raised === other.raised &&
    one.code === other.code &&
    one.colour === other.colour &&
    one.language === other.language
  );
}

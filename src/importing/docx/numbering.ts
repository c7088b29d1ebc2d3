import { childOf, elementsIn } from "../container/xml-elements.ts";
import type { XmlElement } from "../container/xml-tree.ts";
import { isOn, numberOf, wordValue } from "./elements.ts";
import { numberAs } from "./number-formats.ts";

/** One level of a list as it was set up. */
export interface ListLevel {
  format: string;
  /** What stands before an item, `%1` being the first level's number. */
  text: string;
  start: number;
  /** The legal style: every number in decimals. */
  isLegal: boolean;
}

/** A paragraph's place in a list. */
export interface ListPlace {
  numId: string;
  level: number;
  number: number;
  format: string;
  /** What Word shows before the paragraph: “3.”, “Chapter 3”, “•”. */
  label: string;
  /** The label holds words of its own, as in “Chapter 3”. */
  hasWords: boolean;
}

const deepestLevel = 8;

/** The lists of a document and how far each has counted (ECMA-376 part 1, 17.9). */
export class Numbering {
  readonly #abstract = new Map<string, XmlElement>();
  readonly #lists = new Map<string, XmlElement>();
  readonly #levels = new Map<string, ListLevel | null>();
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #restarted = new Set<string>();

  constructor(tree: XmlElement | null) {
    for (const element of tree ? elementsIn(tree) : []) {
      if (element.name === "w:abstractNum")
        this.#abstract.set(element.attributes["w:abstractNumId"] ?? "", element);
      else if (element.name === "w:num") this.#lists.set(element.attributes["w:numId"] ?? "", element);
    }
  }

  /** Counts a paragraph; null when its list is not there, or its level has no number. */
  count({ numId = "0", level: given = 0 }: { numId?: string; level?: number }): ListPlace | null {
    const level = Math.min(Math.max(given, 0), deepestLevel);
    const shape = this.#level(numId, level);
    const list = this.#lists.get(numId);
    if (shape === null || list === undefined) return null;
    const counters = this.#countersOf(list);
    const restart = `${numId} ${level}`;
    const startsAnew = startOverride(list, level) !== undefined && !this.#restarted.has(restart);
    this.#restarted.add(restart);
    const before = startsAnew ? undefined : counters[level];
    const number = before === undefined ? shape.start : before + 1;
    counters[level] = number;
    counters.length = level + 1;
    const label = this.#label(numId, shape, counters);
    const hasWords = /\p{L}/u.test(shape.text.replace(/%\d/gu, "")) && shape.format !== "bullet";
    return { numId, level, number, format: shape.format, label, hasWords };
  }

  /** Lists made of the same abstract one go on counting where the other stopped. */
  #countersOf(list: XmlElement): (number | undefined)[] {
    const abstract = wordValue(childOf(list, "w:abstractNumId")) ?? "";
    const known = this.#counters.get(abstract) ?? [];
    this.#counters.set(abstract, known);
    return known;
  }

  #label(numId: string, shape: ListLevel, counters: (number | undefined)[]): string {
    return shape.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const level = Number(digit) - 1;
      const of = this.#level(numId, level);
      return numberAs(
        counters[level] ?? of?.start ?? 1,
        shape.isLegal ? "decimal" : (of?.format ?? "decimal"),
      );
    });
  }

  #level(numId: string, level: number): ListLevel | null {
    const key = `${numId} ${level}`;
    const known = this.#levels.get(key);
    if (known !== undefined) return known;
    const read = this.#readLevel(numId, level);
    this.#levels.set(key, read);
    return read;
  }

  #readLevel(numId: string, level: number): ListLevel | null {
    const list = this.#lists.get(numId);
    const abstract = this.#abstract.get(wordValue(childOf(list, "w:abstractNumId")) ?? "");
    if (list === undefined || abstract === undefined) return null;
    const own = childOf(ofLevel(list, "w:lvlOverride", level), "w:lvl");
    const element = own ?? ofLevel(abstract, "w:lvl", level) ?? this.#linkedLevel(abstract, level);
    if (element === undefined) return null;
    return {
      format: wordValue(childOf(element, "w:numFmt")) ?? "decimal",
      text: wordValue(childOf(element, "w:lvlText")) ?? "",
      start: startOverride(list, level) ?? numberOf(childOf(element, "w:start")) ?? 1,
      isLegal: isOn(childOf(element, "w:isLgl")) ?? false,
    };
  }

  /** A list may be only a link to the list of a numbering style (17.9.21, 17.9.27). */
  #linkedLevel(abstract: XmlElement, level: number): XmlElement | undefined {
    const link = wordValue(childOf(abstract, "w:numStyleLink"));
    if (link === undefined) return undefined;
    for (const other of this.#abstract.values())
      if (wordValue(childOf(other, "w:styleLink")) === link) return ofLevel(other, "w:lvl", level);
    return undefined;
  }
}

function ofLevel(parent: XmlElement, name: string, level: number): XmlElement | undefined {
  return elementsIn(parent).find(
    (child) => child.name === name && Number(child.attributes["w:ilvl"] ?? "0") === level,
  );
}

function startOverride(list: XmlElement, level: number): number | undefined {
  return numberOf(childOf(ofLevel(list, "w:lvlOverride", level), "w:startOverride"));
}

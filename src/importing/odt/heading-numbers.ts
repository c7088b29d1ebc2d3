import type { XmlElement } from "../container/xml-tree.ts";
import { mostLevels, shownMarker, wholeNumber } from "./list-styles.ts";
import type { Styles } from "./styles.ts";

/** Counts headings, whose numbers (`Chapter 3:`) are words that stand nowhere in the file. */
export class HeadingNumbers {
  readonly #styles: Styles;
  #numbers: number[] = [];

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  /** The words before a heading; "" when headings of its level are not counted. */
  before(heading: XmlElement, level: number): string {
    const { outline } = this.#styles;
    const own = outline?.[level - 1];
    if (outline === null || own === undefined || level > mostLevels) return "";
    if (heading.attributes["text:is-list-header"] === "true") return "";
    const above = Array.from(
      { length: level - 1 },
      (_, index) => this.#numbers[index] ?? outline[index]?.start ?? 1,
    );
    const counted = (this.#numbers[level - 1] ?? own.start - 1) + 1;
    this.#numbers = [...above, wholeNumber(heading.attributes["text:start-value"], counted)];
    const marker = shownMarker(outline, this.#numbers).trim();
    return marker && `${marker} `;
  }
}

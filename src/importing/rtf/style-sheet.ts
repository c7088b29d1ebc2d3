import type { Destination } from "./group.ts";

interface Style {
  name: string;
  outline: number | null;
  basedOn: number | null;
}

const mostAncestors = 10;

/** Reads `\stylesheet`, as far as styles mean something: headings, titles and quotations. */
export class StyleSheet implements Destination {
  readonly #styles = new Map<number, Style>();
  #number = 0;
  #current: Style = { name: "", outline: null, basedOn: null };

  opened(): void {
    this.#number = 0;
    this.#current = { name: "", outline: null, basedOn: null };
  }

  word(word: string, parameter: number | null): void {
    if (word === "s") this.#number = parameter ?? 0;
    else if (word === "outlinelevel") this.#current.outline = parameter;
    else if (word === "sbasedon") this.#current.basedOn = parameter;
  }

  text(words: string): void {
    this.#current.name += words.slice(0, 200);
    const end = this.#current.name.indexOf(";");
    if (end < 0) return;
    this.#styles.set(this.#number, { ...this.#current, name: this.#current.name.slice(0, end).trim() });
    this.opened();
  }

  /** 0 for the highest heading; null when the style is not a heading's. */
  outlineOf(style: number): number | null {
    for (const { name, outline } of this.#lineage(style)) {
      const level = /^heading ([1-9])$/iu.exec(name)?.[1];
      if (level) return Number(level) - 1;
      if (outline !== null) return outline >= 0 && outline < 9 ? outline : null;
    }
    return null;
  }

  isTitle(style: number): boolean {
    return this.#lineage(style)[0]?.name.toLowerCase() === "title";
  }

  isQuotation(style: number): boolean {
    return this.#lineage(style).some(({ name }) =>
      /^(?:(?:intense |block )?quot(?:e|ations?)|block ?text)$/iu.test(name),
    );
  }

  /** The style and those it is based on. */
  #lineage(number: number): Style[] {
    const lineage: Style[] = [];
    let style = this.#styles.get(number);
    while (style && lineage.length < mostAncestors) {
      lineage.push(style);
      style = style.basedOn === null ? undefined : this.#styles.get(style.basedOn);
    }
    return lineage;
  }
}

import type { NumberType } from "../document/list-numbers.ts";
import type { Destination } from "./group.ts";

/** How a level of a list counts. */
export interface ListLevel {
  /** `\levelnfc` */
  format: number;
  start: number;
}

const mostLevels = 9;
const bullet = 23;
const unmarked = 255;
const types: Record<number, NumberType> = { 1: "I", 2: "i", 3: "A", 4: "a" };

/** What a number format is in HTML: a list with bullets, one with numbers of a type, or (null) no list at all. */
export function listKindOf(format: number): NumberType | "bullet" | null {
  if (format === unmarked) return null;
  return format === bullet ? "bullet" : (types[format] ?? "1");
}

/** Reads `\listtable`. */
export class ListTable implements Destination {
  readonly lists = new Map<number, ListLevel[]>();
  #levels: ListLevel[] = [];

  word(word: string, parameter: number | null): void {
    const level = this.#levels.at(-1);
    if (word === "list") this.#levels = [];
    else if (word === "listlevel" && this.#levels.length < mostLevels)
      this.#levels.push({ format: 0, start: 1 });
    else if (word === "listid" && parameter !== null) this.lists.set(parameter, this.#levels);
    else if (level && (word === "levelnfc" || word === "levelnfcn")) level.format = parameter ?? 0;
    else if (level && word === "levelstartat") level.start = parameter ?? 1;
  }

  text(): void {}
}

interface ListOverride {
  list: number | null;
  levels: { startsAnew: boolean; start: number | null; format: number | null }[];
}

/** Reads `\listoverridetable`, by whose numbers paragraphs name their lists. */
export class ListOverrideTable implements Destination {
  readonly #overrides = new Map<number, ListOverride>();
  #current: ListOverride = { list: null, levels: [] };

  word(word: string, parameter: number | null): void {
    const level = this.#current.levels.at(-1);
    if (word === "listoverride") this.#current = { list: null, levels: [] };
    else if (word === "listid") this.#current.list = parameter;
    else if (word === "ls" && parameter !== null) this.#overrides.set(parameter, this.#current);
    else if (word === "lfolevel" && this.#current.levels.length < mostLevels)
      this.#current.levels.push({ startsAnew: false, start: null, format: null });
    else if (level && word === "listoverridestartat") level.startsAnew = true;
    else if (level && word === "levelstartat") level.start = parameter;
    else if (level && (word === "levelnfc" || word === "levelnfcn")) level.format = parameter;
  }

  text(): void {}

  /**
   * The level a paragraph with this `\ls` and `\ilvl` stands on; null when the tables do not know it. Lists with the
   * same `key` go on counting where the other stopped.
   */
  levelOf(number: number, depth: number, { lists }: ListTable): (ListLevel & { key: string }) | null {
    const override = this.#overrides.get(number);
    if (override === undefined || override.list === null) return null;
    const levels = lists.get(override.list);
    const level = levels?.[Math.min(depth, levels.length - 1)];
    if (level === undefined) return null;
    const own = override.levels[depth];
    return {
      key: override.levels.some(({ startsAnew }) => startsAnew)
        ? `override ${number}`
        : `list ${override.list}`,
      format: own?.format ?? level.format,
      start: own?.startsAnew ? (own.start ?? level.start) : level.start,
    };
  }
}

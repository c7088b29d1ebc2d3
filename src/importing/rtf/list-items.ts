import { type NumberType, numberShown } from "../document/list-numbers.ts";
import { type ListLevel, listKindOf } from "./list-tables.ts";

/** A paragraph that is an item of a list. */
export interface ListItem {
  key: string;
  level: number;
  kind: NumberType | "bullet";
  number: number;
}

/** What a marker written out before an item shows. */
const digits = /^[([]?(?:\d{1,3}\.)*([\da-z]{1,15})[.):\]]?$/iu;

/** Counts the items of all lists of a text, the way word processors do. */
export class ListCounter {
  readonly #next = new Map<string, number[]>();

  /**
   * The item that a paragraph is; null when the marker says more than a number can (`Chapter 3:`), so that its words
   * must be kept as words.
   *
   * @param marker what the writing program showed before the item; "" when it did not say
   */
  item(level: ListLevel & { key: string }, depth: number, marker: string): ListItem | null {
    const kind = listKindOf(level.format);
    const shown = marker.trim();
    if (kind === null) return null;
    if (kind === "bullet") return { key: level.key, level: depth, kind, number: 1 };
    const written = digits.exec(shown)?.[1];
    if (shown !== "" && written === undefined) return null;
    const counted = this.#next.get(level.key)?.[depth] ?? level.start;
    const number = (written === undefined ? null : numberShown(written, kind)) ?? counted;
    const next = (this.#next.get(level.key) ?? []).slice(0, depth);
    next[depth] = number + 1;
    this.#next.set(level.key, next);
    return { key: level.key, level: depth, kind, number };
  }
}

/** The item a marker alone tells of, where the file says nothing else about its list; null when it tells of none. */
export function itemOfMarker(marker: string, depth: number): ListItem | null {
  const shown = marker.trim();
  const written = digits.exec(shown)?.[1];
  if (written === undefined) {
    const isSign = shown.length > 0 && shown.length <= 2 && !/[\p{L}\p{N}]/u.test(shown);
    return isSign ? { key: "marker", level: depth, kind: "bullet", number: 1 } : null;
  }
  for (const kind of ["1", ...(/^[ivx]/u.test(written) ? (["i"] as const) : []), "a", "I", "A"] as const) {
    const isCase = kind === "1" || (kind === kind.toLowerCase()) === (written === written.toLowerCase());
    const number = isCase ? numberShown(written, kind) : null;
    if (number !== null) return { key: "marker", level: depth, kind, number };
  }
  return null;
}

const byName = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Puts names in the order in which people number files: `Chapter 2` before `Chapter 10`. For `toSorted`. */
export function compareNames(one: string, other: string): number {
  return byName.compare(one, other) || (one < other ? -1 : 1);
}

/** What a name or a value on a download's title leaf is, whatever language the sentence round it is in. */
const factNames = [
  "author",
  "co-author",
  "translator",
  "artist",
  "beta",
  "gift",
  /** The name by which the gift before it calls its receiver. */
  "gift-as",
  "rating",
  "warning-yes",
  "warning-no",
  "warning-unsaid",
  "tag",
  "tag-side",
  "tag-mention",
  "series",
  "category",
  "permission-yes",
  "permission-ask",
  "permission-no",
  /** What the work is made of: the title of the other, its language as the value. */
  "related-translation",
  "related-inspired",
  "related-remix",
  "related-sequel",
  "related-prequel",
  "related-podfic",
  "related-art",
  /** By whom the work before it is, and where it lies. */
  "related-by",
  "related-at",
  "language",
  "length",
] as const;

export type FactName = (typeof factNames)[number];

/**
 * A name or a value within a sentence of ours. `value` says what the words say where they are only words for it: the
 * id of a rating, the kind of a tag, the number of a part in a series, a language's tag (BCP 47), a length as `2/3 complete` or `2/? unfinished`.
 */
export type FactMark = { fact: FactName; words: string; value?: string };

/** The fact of that name; null for any other word. */
export function factNamed(name: unknown): FactName | null {
  return factNames.find((known) => known === name) ?? null;
}

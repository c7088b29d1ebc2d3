import type { RatingId } from "../recognised-fields.ts";

/** The words of older rating systems, by the rating of ours they mean. Anything else is asked, never guessed. */
const ratingWords: Record<RatingId, string> = {
  "not-rated": "nr|not rated|unrated",
  general: "g|k|general|general audiences|all ages|frc|fr7|u|p6|0+|6+|gen audiences|全年龄",
  teen: "pg|pg-13|pg13|k+|t|teen|teen and up|teen and up audiences|frt|fr13|frt-13|12|12+|13+|12a|p12",
  mature: "m|r|mature|frm|fr15|frm-15|15|15+|16+|16|p16|nc-13",
  explicit: "nc-17|nc17|nc 17|e|x|ma|explicit|frao|fr18|fr21|18|18+|adult|adults only|p18|r18|r-18",
};

const byWord = new Map<string, RatingId>();
for (const [id, words] of Object.entries(ratingWords)) {
  for (const word of words.split("|")) if (isRatingId(id)) byWord.set(word, id);
}

/** Whether a word is the id of a rating of ours. */
export function isRatingId(id: string): id is RatingId {
  return Object.hasOwn(ratingWords, id);
}

/** The rating that words like `PG-13` or `[R] for language` mean, with the part of them that says so. */
export function ratingOf(words: string): { id: RatingId; from: string } | null {
  const plain = words.trim().slice(0, 200);
  for (const candidate of [
    plain,
    plain.split(/[,;(]|\s[-–—]\s|\s(?:for|due|because|overall|to be safe)\b/iu)[0] ?? "",
  ]) {
    const from = candidate.replace(/^[\s[("'*_]+|[\s\])"'*_.!]+$/gu, "");
    const id = byWord.get(
      from
        .toLowerCase()
        .replace(/^rated\s+|^fiction\s+(?:rated:?\s+)?/u, "")
        .replace(/\s+-\s+|\s+/gu, " "),
    );
    if (id) return { id, from };
  }
  return null;
}

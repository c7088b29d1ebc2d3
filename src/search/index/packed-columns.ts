/** Ids as numbers, their upper and lower 25 bits (id-numbers.ts). */
export type PackedIds = { highs: Uint32Array; lows: Uint32Array };

/** Texts as bytes, one after another. */
export type PackedTexts = { bytes: Uint8Array; ends: Uint32Array };

/**
 * What stands on each of several works: the terms of the work at `n` lie from `starts[n]` to `starts[n + 1]`, and each
 * names one of `ids` by its place there.
 */
export type PackedTerms = { ids: PackedIds; starts: Uint32Array; terms: Uint32Array };

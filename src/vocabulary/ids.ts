import { randomInt } from "node:crypto";

/**
 * Letters and digits that cannot be mistaken for one another when read aloud or copied by hand
 * (Crockford's base 32, lower case: no i, l, o, u), in the order of their characters.
 */
export const idAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** Characters in a public id: 32^10 ≈ 10^15, so a million works collide with a chance below 1 in 2,000 over the archive's life; the primary key refuses the rest. */
const idLength = 10;

/**
 * Makes a public id: random and short, never sequential, so that nobody walks the archive by counting.
 *
 * @returns ten characters of Crockford base 32 in lower case, e.g. "7k2mzq04vt"
 */
export function newId(): string {
  return randomLetters(idLength);
}

/** So many letters and digits by chance, five random bits each; safe for secrets (node:crypto). */
export function randomLetters(count: number): string {
  return Array.from({ length: count }, () => idAlphabet[randomInt(idAlphabet.length)]).join("");
}

/** Whether a piece of a URL has the shape of a public id; anything else cannot exist and needs no query. */
export function looksLikeId(text: string): boolean {
  return /^[0-9a-hjkmnp-tv-z]{10}$/.test(text);
}

import { randomInt } from "node:crypto";

/** Makes numbers of 53 bits from words, other ones with each salt: what they were made of cannot be told afterwards. */
export type Numbering = (words: string) => number;

/**
 * A numbering with a salt of its own: two multiplicative hashes (as FNV-1a and MurmurHash3's finish), mixed. Not a
 * hash against forgers, who would have to know the salt; whoever can read it in memory can read the requests, too.
 * It takes a tenth of the time of one that is, which counts where a page is sent in 25 µs.
 */
export function newNumbering(): Numbering {
  const [oneSalt, otherSalt] = [randomInt(2 ** 32), randomInt(2 ** 32)];
  return (words) => {
    let one = oneSalt;
    let other = otherSalt;
    for (let place = 0; place < words.length; place++) {
      const code = words.charCodeAt(place);
      one = Math.imul(one ^ code, 0x9e3779b1);
      other = Math.imul(other ^ code, 0x5f356495);
    }
    one = finish(one ^ (other >>> 15));
    other = finish(other ^ (one >>> 13));
    return (one >>> 11) * 2 ** 32 + (other >>> 0);
  };
}

/** Spreads every bit over all (fmix32 of MurmurHash3, by Austin Appleby, in the public domain). */
function finish(number: number): number {
  let mixed = number;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

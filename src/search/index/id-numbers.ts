/**
 * Public ids as numbers: ten characters of five bits are fifty, and a double holds 53 exactly. A million ids
 * then are one array of eight megabytes instead of a million strings, and order as the ids themselves do,
 * because the alphabet is in the order of its characters.
 */

import { idAlphabet } from "../../vocabulary/ids.ts";

const half = 2 ** 25;
const valueOfCharacter = new Int8Array(128).fill(-1);
for (let value = 0; value < idAlphabet.length; value++)
  valueOfCharacter[idAlphabet.charCodeAt(value)] = value;

/** The number of a public id; null for text that has not the shape of one, and so is no id here. */
export function numberOfId(id: string): number | null {
  if (id.length !== 10) return null;
  const high = halfAt(id, 0);
  const low = halfAt(id, 5);
  return high < 0 || low < 0 ? null : high * half + low;
}

/** The id a number stands for. */
export function idOfNumber(number: number): string {
  return fiveLetters(Math.floor(number / half)) + fiveLetters(number % half);
}

/** The upper and the lower 25 bits, for what works on 32 bits at a time. */
export function highBits(number: number): number {
  return Math.floor(number / half);
}

export function lowBits(number: number): number {
  return number % half;
}

/** The number whose upper and lower 25 bits these are. */
export function numberFrom(high: number, low: number): number {
  return high * half + low;
}

/** The 25 bits that five characters of a text spell from a place on; -1 where they are none of an id. */
export function halfAt(id: string, from: number): number {
  let bits = 0;
  for (let place = from; place < from + 5; place++) {
    const value = valueOfCharacter[id.charCodeAt(place)] ?? -1;
    if (value < 0) return -1;
    bits = (bits << 5) | value;
  }
  return bits;
}

function fiveLetters(bits: number): string {
  let letters = "";
  for (let shift = 20; shift >= 0; shift -= 5) letters += idAlphabet[(bits >>> shift) & 31] ?? "";
  return letters;
}

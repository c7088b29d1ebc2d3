import type { Arena, Words } from "./arena.ts";
import type { Kernel } from "./kernel/kernel.ts";

/** A set of rows, one bit a row; a row past its end is not in it. */
export type RowBits = { readonly words: Uint32Array };

/** A set that lies where the kernel sees it. */
export type Bitmap = { readonly words: Words; readonly kernel: Kernel };

/** An empty set of its own. */
export function rowBitsFor(rows: number): RowBits {
  return { words: new Uint32Array((rows + 31) >>> 5) };
}

/** An empty set with room for so many rows. */
export function bitmapFor(arena: Arena, rows: number): Bitmap {
  return { words: arena.words((rows + 31) >>> 5), kernel: arena.kernel };
}

export function hasRow({ words }: RowBits, row: number): boolean {
  return (((words[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
}

/** Adds a row the set has room for. */
export function addRow({ words }: RowBits, row: number): void {
  const word = row >>> 5;
  words[word] = (words[word] ?? 0) | (1 << (row & 31));
}

export function deleteRow({ words }: RowBits, row: number): void {
  const word = row >>> 5;
  if (word < words.length) words[word] = (words[word] ?? 0) & ~(1 << (row & 31));
}

/** Adds every row of `other` that `set` has room for. */
export function addAll(set: Bitmap, other: Bitmap): void {
  set.kernel.addAll(set.words.byteOffset, other.words.byteOffset, commonBytes(set, other));
}

/** Leaves in `set` what is in `other` too. */
export function keepCommon(set: Bitmap, other: Bitmap): void {
  set.kernel.keepCommon(set.words.byteOffset, other.words.byteOffset, commonBytes(set, other));
  if (other.words.length < set.words.length) set.words.fill(0, other.words.length);
}

/** Takes out of `set` what is in `other`. */
export function takeOut(set: Bitmap, other: Bitmap): void {
  set.kernel.takeOut(set.words.byteOffset, other.words.byteOffset, commonBytes(set, other));
}

export function countRows(set: Bitmap): number {
  return countCommon(set, set);
}

/** How many rows two sets share. */
export function countCommon(one: Bitmap, other: Bitmap): number {
  return one.kernel.countCommon(one.words.byteOffset, other.words.byteOffset, commonBytes(one, other));
}

/** Adds to `into`, which is as large as `one`, the rows two sets share. @returns how many were not there before */
export function gatherCommon(into: Bitmap, one: Bitmap, other: Bitmap): number {
  return one.kernel.gatherCommon(
    into.words.byteOffset,
    one.words.byteOffset,
    other.words.byteOffset,
    commonBytes(one, other),
  );
}

/** Whether two sets share a row. */
export function haveCommon({ words: one }: Bitmap, { words: other }: Bitmap): boolean {
  const length = Math.min(one.length, other.length);
  for (let word = 0; word < length; word++) if (((one[word] ?? 0) & (other[word] ?? 0)) !== 0) return true;
  return false;
}

/** Calls for every row of a set, ascending. */
export function forEachRow({ words }: RowBits, visit: (row: number) => void): void {
  for (let word = 0; word < words.length; word++)
    for (let bits = words[word] ?? 0; bits !== 0; bits &= bits - 1)
      visit((word << 5) + 31 - Math.clz32(bits & -bits));
}

/** Writes the rows of a set, ascending, until the list, which lies in the arena, is full. @returns those written */
export function rowsIn(set: Bitmap, list: Words): Words {
  const { words, kernel } = set;
  return list.subarray(0, kernel.listRows(words.byteOffset, words.byteLength, list.byteOffset, list.length));
}

/** How many rows of an ascending list in the arena are in a set. */
export function countListed(list: Words, { words, kernel }: Bitmap): number {
  return kernel.countListed(list.byteOffset, endOf(list), words.byteOffset, words.byteLength);
}

/** Where an array ends. */
export function endOf({ byteOffset, byteLength }: Words): number {
  return byteOffset + byteLength;
}

function commonBytes(one: Bitmap, other: Bitmap): number {
  return Math.min(one.words.byteLength, other.words.byteLength);
}

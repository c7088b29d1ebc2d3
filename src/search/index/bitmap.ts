/** A set of rows, one bit a row; a row past its end is not in it. Plain words, because that is what engines are quick at. */
export type Bitmap = Uint32Array<ArrayBuffer>;

/** An empty set with room for so many rows. */
export function bitmapFor(rows: number): Bitmap {
  return new Uint32Array((rows + 31) >>> 5);
}

export function hasRow(set: Bitmap, row: number): boolean {
  return (((set[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
}

/** Adds a row the set has room for. */
export function addRow(set: Bitmap, row: number): void {
  const word = row >>> 5;
  set[word] = (set[word] ?? 0) | (1 << (row & 31));
}

export function deleteRow(set: Bitmap, row: number): void {
  const word = row >>> 5;
  if (word < set.length) set[word] = (set[word] ?? 0) & ~(1 << (row & 31));
}

/** Adds every row of `other` that `set` has room for. */
export function addAll(set: Bitmap, other: Bitmap): void {
  const length = Math.min(set.length, other.length);
  for (let word = 0; word < length; word++) set[word] = (set[word] ?? 0) | (other[word] ?? 0);
}

/** Leaves in `set` what is in `other` too. */
export function keepCommon(set: Bitmap, other: Bitmap): void {
  const length = Math.min(set.length, other.length);
  for (let word = 0; word < length; word++) set[word] = (set[word] ?? 0) & (other[word] ?? 0);
  set.fill(0, length);
}

/** Takes out of `set` what is in `other`. */
export function takeOut(set: Bitmap, other: Bitmap): void {
  const length = Math.min(set.length, other.length);
  for (let word = 0; word < length; word++) set[word] = (set[word] ?? 0) & ~(other[word] ?? 0);
}

export function countRows(set: Bitmap): number {
  return countCommon(set, set);
}

/** How many rows two sets share. */
export function countCommon(one: Bitmap, other: Bitmap): number {
  const length = Math.min(one.length, other.length);
  const inEights = length & ~7;
  // Eight words at a time go through adders that carry side by side, so that bits are counted in one word of eight
  // (Harley and Seal, in Warren, Hacker's Delight, 5-1): half the time of counting each.
  let count = 0;
  let ones = 0;
  let twos = 0;
  let fours = 0;
  for (let word = 0; word < inEights; word += 8) {
    const a = (one[word] ?? 0) & (other[word] ?? 0);
    const b = (one[word + 1] ?? 0) & (other[word + 1] ?? 0);
    const ab = ones ^ a;
    const twosA = (ones & a) | (ab & b);
    ones = ab ^ b;
    const c = (one[word + 2] ?? 0) & (other[word + 2] ?? 0);
    const d = (one[word + 3] ?? 0) & (other[word + 3] ?? 0);
    const cd = ones ^ c;
    const twosB = (ones & c) | (cd & d);
    ones = cd ^ d;
    const twosAB = twos ^ twosA;
    const foursA = (twos & twosA) | (twosAB & twosB);
    twos = twosAB ^ twosB;
    const e = (one[word + 4] ?? 0) & (other[word + 4] ?? 0);
    const f = (one[word + 5] ?? 0) & (other[word + 5] ?? 0);
    const ef = ones ^ e;
    const twosC = (ones & e) | (ef & f);
    ones = ef ^ f;
    const g = (one[word + 6] ?? 0) & (other[word + 6] ?? 0);
    const h = (one[word + 7] ?? 0) & (other[word + 7] ?? 0);
    const gh = ones ^ g;
    const twosD = (ones & g) | (gh & h);
    ones = gh ^ h;
    const twosCD = twos ^ twosC;
    const foursB = (twos & twosC) | (twosCD & twosD);
    twos = twosCD ^ twosD;
    const foursAB = fours ^ foursA;
    const eights = (fours & foursA) | (foursAB & foursB);
    fours = foursAB ^ foursB;
    count += 8 * bitsIn(eights);
  }
  count += 4 * bitsIn(fours) + 2 * bitsIn(twos) + bitsIn(ones);
  for (let word = inEights; word < length; word++) count += bitsIn((one[word] ?? 0) & (other[word] ?? 0));
  return count;
}

/** Whether two sets share a row. */
export function haveCommon(one: Bitmap, other: Bitmap): boolean {
  const length = Math.min(one.length, other.length);
  for (let word = 0; word < length; word++) if (((one[word] ?? 0) & (other[word] ?? 0)) !== 0) return true;
  return false;
}

/** Calls for every row of a set, ascending. */
export function forEachRow(set: Bitmap, visit: (row: number) => void): void {
  for (let word = 0; word < set.length; word++)
    for (let bits = set[word] ?? 0; bits !== 0; bits &= bits - 1)
      visit((word << 5) + 31 - Math.clz32(bits & -bits));
}

/** Writes the rows of a set, ascending, into a list that has as much room as there are rows. */
export function rowsIn(set: Bitmap, rows: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  let place = 0;
  for (let word = 0; word < set.length; word++) {
    let bits = set[word] ?? 0;
    while (bits !== 0) {
      rows[place++] = (word << 5) + 31 - Math.clz32(bits & -bits);
      bits &= bits - 1;
    }
  }
  return rows;
}

/** Bits that are set in a word, added up side by side (Warren, Hacker's Delight, 5-1). */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The kinds of array the index keeps its columns in. */
type Column =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/**
 * The same column with room for at least `length` values: itself while it has it, else a copy with an eighth
 * to spare (half while it is small), so that a million appended values are copied a few dozen times.
 */
export function roomFor<Kept extends Column>(column: Kept, length: number): Kept;
export function roomFor(column: Column, length: number): Column {
  if (length <= column.length) return column;
  const room = Math.ceil(length * (length < 1_000_000 ? 1.5 : 1.125)) + 16;
  const grown = emptyLike(column, room);
  grown.set(column);
  return grown;
}

function emptyLike(column: Column, room: number): Column {
  if (column instanceof Uint8Array) return new Uint8Array(room);
  if (column instanceof Uint16Array) return new Uint16Array(room);
  if (column instanceof Uint32Array) return new Uint32Array(room);
  if (column instanceof Int32Array) return new Int32Array(room);
  return new Float64Array(room);
}

/** The same column with room for a hundredth more than it holds: what was spared for growing is given back. */
export function trimmed<Kept extends Column>(column: Kept, length: number): Kept;
export function trimmed(column: Column, length: number): Column {
  return column.slice(0, Math.ceil(length * 1.01) + 16);
}

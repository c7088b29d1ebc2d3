/** The bytes as one array of their own, not a window on another's memory. */
export function joinBytes(parts: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.byteLength;
  }
  return joined;
}

/** A view for numbers of several bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** So many bytes as signs of Latin-1: how formats write the names of their parts. */
export function signsAt(bytes: Uint8Array, from: number, count: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + count));
}

/** Signs of Latin-1 as bytes. */
export function bytesOf(signs: string): Uint8Array {
  return Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
}

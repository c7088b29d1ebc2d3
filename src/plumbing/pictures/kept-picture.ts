/** A picture that came with a file, without what its maker's tools wrote into it about place and person. */
export interface KeptPicture {
  /** The SHA-256 of the bytes in hexadecimal digits, a dot, and "png", "jpg", "gif" or "webp". */
  name: string;
  bytes: Uint8Array;
  /** How large it is shown, in CSS pixels. */
  width: number;
  height: number;
}

import type { Link } from "./line-writer.ts";

/** A field that is open: its instruction is never shown, its result is (ECMA-376 part 1, 17.16.18). */
export interface Field {
  instruction: string;
  phase: "instruction" | "result";
  /** Where its result leads, once its instruction is known. */
  link: Link | null;
}

/** Where a HYPERLINK field leads; null for any other, and for a place in the same document. */
export function fieldLink(instruction: string): Link | null {
  const [, quoted, bare] = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]\S*))/iu.exec(instruction) ?? [];
  const href = quoted ?? bare;
  return href ? { href } : null;
}

/** What Word's older way of writing ruby says: EQ \* jc2 … \o\ad(\s\up 9(うみ),海). */
export function fieldRuby(instruction: string): { base: string; reading: string } | null {
  const [, reading, base] =
    /^\s*EQ\b[^()]*\\o\s*(?:\\a[dclr]\s*)?\(\s*\\s\s*\\up\s*\d+\s*\(([^()]*)\)\s*[,;]\s*([^()]*)\)/iu.exec(
      instruction,
    ) ?? [];
  return reading !== undefined && base !== undefined ? { base: base.trim(), reading: reading.trim() } : null;
}

import { foldName } from "../../vocabulary/fold-name.ts";

/** PostgreSQL refuses text with a NUL in it, which nobody types and any address may hold. */
export function withoutNul(text: string): string {
  return text.replaceAll("\0", "");
}

/** A name somebody typed, as names are kept for comparing. */
export function keyOf(name: string): string {
  return foldName(withoutNul(name));
}

/**
 * Both engines take `%` and `_` for any text; without an escape sign that both know, they and the backslash are
 * read as "any one letter", which finds a little too much and nothing wrong.
 */
export function escaped(text: string): string {
  return text.replace(/[\\%_]/g, "_");
}

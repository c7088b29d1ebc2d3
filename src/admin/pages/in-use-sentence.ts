import type { Translate } from "../../vocabulary/translate.ts";

/** What to do with a row that cannot be taken away. */
export function inUseSentence(t: Translate, name: string): string {
  return t(
    "“{name}” is in use and cannot be taken away. Type it in again and tick “No longer offered” instead.",
    { name },
  );
}

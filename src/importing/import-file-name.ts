import type { ImportSource } from "./import-reading.ts";

/** The most characters of a file's name that are kept. */
const longest = 200;

/** Characters that show nothing, or turn the direction of what follows to make `txt.exe` look like `exe.txt`. */
const unseen = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A file's name as it is kept and shown: without folders, never empty, never longer than a line. */
export function importFileName(given: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? "";
  const name = last.replace(unseen, "").replace(/\s+/gu, " ").trim();
  if (/^\.*$/.test(name)) return "story.txt";
  const characters = [...name];
  if (characters.length <= longest) return name;
  const extension = /\.\w{1,10}$/.exec(name)?.[0] ?? "";
  return characters.slice(0, longest - extension.length).join("") + extension;
}

/** The most characters of a paste's first words that name it. */
const longestWords = 40;

/** A paste has no name. It is kept under its first words, so that its writer knows it again among others. */
export function pastedFileName({ bytes, pastedAs }: Pick<ImportSource, "bytes" | "pastedAs">): string {
  const start = new TextDecoder().decode(bytes.subarray(0, 4000));
  const seen = pastedAs === "html" ? start.replace(/<[^>]*>?/g, "\n") : start;
  const line = seen.split("\n").find((each) => /[\p{L}\p{N}]/u.test(each)) ?? "pasted";
  const words = line
    .replace(/[/\\:*?"<>|]/g, " ")
    .trim()
    .replace(/\s+/gu, " ");
  const whole = [...words];
  const first = whole.slice(0, longestWords).join("");
  const name = whole.length > longestWords ? first.replace(/ [^ ]*$/, "") : first;
  return importFileName(`${name}.${pastedAs === "html" ? "html" : "txt"}`);
}

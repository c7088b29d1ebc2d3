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

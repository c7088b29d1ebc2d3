import { foldName } from "../vocabulary/fold-name.ts";

/** What stands between two names of a list: the comma of Latin, of full-width and of ideographic text. */
const separators = ",\uFF0C\u3001";

const quoted = new RegExp(`^\\s*"(.+?)"\\s*(?=[${separators}]|$)`, "su");
const opened = /^\s*"/u;
const plain = new RegExp(`^[^${separators}]*`, "u");
const holdsSeparator = new RegExp(`[${separators}]`, "u");

/**
 * The names in a comma-separated field, in order, each once. A name in straight double quotes keeps
 * its own commas: `"The Lion, the Witch and the Wardrobe"` is one name.
 */
export function readNames(typed: string): string[] {
  const names = new Map<string, string>();
  let rest = typed;
  // Where one quote is never closed no later one is: looking again for each would take quadratic time.
  let mayClose = true;
  while (rest !== "") {
    const inQuotes = mayClose ? quoted.exec(rest) : null;
    if (inQuotes === null && opened.test(rest)) mayClose = false;
    const found = inQuotes ?? plain.exec(rest);
    const name = oneLine(found?.[1] ?? found?.[0] ?? "");
    if (name !== "" && !names.has(foldName(name))) names.set(foldName(name), name);
    rest = rest.slice((found?.[0].length ?? 0) + 1);
  }
  return [...names.values()];
}

/** The names as a field shows them; `readNames` reads the same names back. */
export function writeNames(names: readonly string[]): string {
  return names
    .map((name) => (name.startsWith('"') || holdsSeparator.test(name) ? `"${name}"` : name))
    .join(", ");
}

/** A title or a name as it is kept: on one line, without space at its ends. */
export function oneLine(typed: string): string {
  return typed.replace(/\s+/gu, " ").trim();
}

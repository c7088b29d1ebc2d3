/** The metadata above a Markdown text: each name with its values, in order. */
export type MarkdownMetadata = Map<string, string[]>;

const mostLines = 200;
const fence = /^---[ \t]*$/u;
const fenceEnd = /^(?:---|\.\.\.)[ \t]*$/u;
const entry = /^([\p{L}][\p{L}\p{N} _-]{0,40}):(?:[ \t]+(.*))?$/u;

/**
 * Parts a Markdown file into the metadata that Jekyll, Hugo, Obsidian and pandoc put above it and its text. Read is
 * the part of YAML that such headers use: `name: value`, lists in brackets or by hyphens, quotation marks, and
 * texts of several lines (`|` and `>`). Where anything else stands between the fences, they are scene breaks.
 */
export function frontMatter(text: string): { metadata: MarkdownMetadata; rest: string } {
  const nothing = { metadata: new Map(), rest: text };
  const lines = text.split("\n", mostLines);
  if (!fence.test(lines[0] ?? "")) return nothing;
  const end = lines.findIndex((line, index) => index > 0 && fenceEnd.test(line));
  if (end < 2) return nothing;
  const metadata = readEntries(lines.slice(1, end));
  if (metadata === null) return nothing;
  const length = lines.slice(0, end + 1).reduce((sum, line) => sum + line.length + 1, 0);
  return { metadata, rest: text.slice(length) };
}

function readEntries(lines: string[]): MarkdownMetadata | null {
  const metadata: MarkdownMetadata = new Map();
  let index = 0;
  while (index < lines.length) {
    const line = lines[index] ?? "";
    index++;
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [, name, value = ""] = entry.exec(line) ?? [];
    if (name === undefined) return null;
    const more: string[] = [];
    while (index < lines.length && /^(?:[ \t]+\S|- |[ \t]*$)/u.test(lines[index] ?? "")) {
      more.push(lines[index] ?? "");
      index++;
    }
    metadata.set(name.toLowerCase().trim(), valuesOf(value.trim(), more));
  }
  return metadata;
}

function valuesOf(value: string, more: string[]): string[] {
  const lines = more.map((line) => line.trim());
  const values = /^[|>][+-]?$/u.test(value)
    ? [lines.join(value.startsWith("|") ? "\n" : " ")]
    : value === "" && lines.some((line) => line.startsWith("- "))
      ? lines.filter((line) => line.startsWith("- ")).map((line) => scalar(line.slice(2)))
      : value.startsWith("[") && value.endsWith("]")
        ? listed(value.slice(1, -1))
        : [scalar([value, ...lines].join(" "))];
  return values.map((each) => each.trim()).filter((each) => each !== "");
}

function listed(values: string): string[] {
  return (values.match(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]+/gu) ?? []).map(scalar);
}

function scalar(written: string): string {
  const value = written.trim();
  if (/^".*"$/su.test(value)) return value.slice(1, -1).replace(/\\(["\\])/gu, "$1");
  if (/^'.*'$/su.test(value)) return value.slice(1, -1).replaceAll("''", "'");
  return value.replace(/\s#.*$/u, "");
}

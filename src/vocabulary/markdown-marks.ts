import { type FactMark, factNamed } from "./fact-marks.ts";

/**
 * The marks in a Markdown download: comments, which no viewer shows, that say what the words after them are. Without
 * them nothing in Markdown tells a chapter's notes from its story. A story's own words can hold none: the stored form
 * has no comments.
 */
const markdownMarks = [
  "work",
  "facts",
  "summary",
  "dedication",
  "disclaimer",
  "conventions",
  "notes",
  "provenance",
  "chapter",
  "chapter-summary",
  "chapter-notes",
  "story",
  "chapter-end-notes",
  "end-notes",
] as const;

export type MarkdownMark = (typeof markdownMarks)[number];

/**
 * The words of the comment for a mark.
 *
 * @param title for a chapter, the author's own title, which its heading says together with its number
 */
export function commentOfMark(mark: MarkdownMark, title = ""): string {
  const said = quoted(title);
  return title === "" ? ` pressie: ${mark} ` : ` pressie: ${mark} ${said} `;
}

/** The mark that a comment is; null for anybody else's comment. */
export function markOfComment(comment: string): { mark: MarkdownMark; title: string } | null {
  const [, name, said = '""'] = /^ pressie: ([a-z-]+)(?: ("(?:[^"\\]|\\.)*"))? $/u.exec(comment) ?? [];
  const mark = markdownMarks.find((known) => known === name);
  return mark ? { mark, title: unquoted(said) } : null;
}

/** The words of the comment after a line that says which names and values are in it, e.g. `beta "wren_h"`. */
export function commentOfFacts(marks: readonly FactMark[]): string {
  const said = marks.map(({ fact, words, value }) =>
    [fact, quoted(words), ...(value === undefined ? [] : [quoted(value)])].join(" "),
  );
  return ` pressie: ${said.join(", ")} `;
}

/** The names and values that such a comment says; null for any other comment. */
export function factsOfComment(comment: string): FactMark[] | null {
  const [, said] = /^ pressie: ([a-z-]+ ".*) $/su.exec(comment) ?? [];
  if (said === undefined) return null;
  const found = [...said.matchAll(/([a-z-]+) ("(?:[^"\\]|\\.)*")(?: ("(?:[^"\\]|\\.)*"))?(?:, |$)/gu)];
  const marks = found.flatMap(([, name, words = "", value]): FactMark[] => {
    const fact = factNamed(name);
    return fact === null
      ? []
      : [{ fact, words: unquoted(words), ...(value !== undefined && { value: unquoted(value) }) }];
  });
  return marks.length > 0 ? marks : null;
}

/** Two hyphens or a `>` would end the comment too soon. */
function quoted(words: string): string {
  return JSON.stringify(words).replace(/[-<>&]/gu, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}

function unquoted(said: string): string {
  try {
    const title: unknown = JSON.parse(said);
    return typeof title === "string" ? title : "";
  } catch {
    return "";
  }
}

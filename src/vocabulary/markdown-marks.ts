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
  // Two hyphens or a `>` would end the comment too soon.
  const said = JSON.stringify(title).replace(/[-<>&]/gu, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
  return title === "" ? ` pressie: ${mark} ` : ` pressie: ${mark} ${said} `;
}

/** The mark that a comment is; null for anybody else's comment. */
export function markOfComment(comment: string): { mark: MarkdownMark; title: string } | null {
  const [, name, said = '""'] = /^ pressie: ([a-z-]+)(?: ("(?:[^"\\]|\\.)*"))? $/u.exec(comment) ?? [];
  const mark = markdownMarks.find((known) => known === name);
  return mark ? { mark, title: unquoted(said) } : null;
}

function unquoted(said: string): string {
  try {
    const title: unknown = JSON.parse(said);
    return typeof title === "string" ? title : "";
  } catch {
    return "";
  }
}

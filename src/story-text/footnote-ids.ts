/*
 * Footnotes are the one place where the stored form has ids: `note-3` on the note, `noteref-3` on the first
 * reference to it. They are numbered within one chapter.
 */

/** The id of a footnote. */
export const noteId = /^note-([1-9]\d{0,3})$/;
/** The id of the first reference to a footnote. */
export const referenceId = /^noteref-([1-9]\d{0,3})$/;

const tagOfNotes = /<a(?:side)? [^>]*>/g;
const ownName = / (id="|href="#)(?=note(?:ref)?-\d)/g;

/** The number of the footnote a `noteref` leads to (`#note-3`), or null when its address has another shape. */
export function notedBy(href: unknown): number | null {
  return numberIn(href, /^#note-([1-9]\d{0,3})$/);
}

/** The number of the reference a `noteback` leads to (`#noteref-3`), or null. */
export function referredBy(href: unknown): number | null {
  return numberIn(href, /^#noteref-([1-9]\d{0,3})$/);
}

/** The number in the id of a footnote, or null. */
export function noteNumber(id: unknown): number | null {
  return numberIn(id, noteId);
}

/**
 * Makes the ids and addresses of a chapter's footnotes its own, for a page that shows several chapters.
 *
 * @param storyHtml as `serialiseStory` writes it: `<` and `>` stand for tags and for nothing else there
 * @param prefix what goes before each: letters, digits, hyphens
 */
export function prefixNotes(storyHtml: string, prefix: string): string {
  if (!storyHtml.includes("note")) return storyHtml;
  return storyHtml.replace(tagOfNotes, (tag) => tag.replace(ownName, ` $1${prefix}`));
}

function numberIn(value: unknown, shape: RegExp): number | null {
  const digits = typeof value === "string" ? shape.exec(value)?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
}

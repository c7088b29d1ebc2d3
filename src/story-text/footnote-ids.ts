/*
 * Footnotes are the one place where the stored form has ids: `note-3` on the note, `noteref-3` on the first
 * reference to it. They are numbered within one chapter.
 */

/** The id of a footnote. */
export const noteId = /^note-([1-9]\d{0,3})$/;
/** The id of the first reference to a footnote. */
export const referenceId = /^noteref-([1-9]\d{0,3})$/;

const tagOfNotes = /<a(?:side)? [^>]*>/g;
const ownNumber = /( (?:id="|href="#)note(?:ref)?-)(\d+)/g;
const numberedNote = /<aside class="footnote" id="note-/g;

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
 * The chapters of a work for a page or file that holds them all: the footnotes of each are numbered on from those
 * of the chapter before it, because an id may stand once in a page. What readers see of a note, its mark, stays.
 * Tidying a chapter again gives its notes the numbers they had.
 *
 * @param stories as `serialiseStory` writes them: `<` and `>` stand for tags and for nothing else there
 */
export function numberNotesOn(stories: string[]): string[] {
  let before = 0;
  return stories.map((story) => {
    const numbered = before === 0 ? story : numberedOn(story, before);
    before += story.match(numberedNote)?.length ?? 0;
    return numbered;
  });
}

function numberedOn(story: string, before: number): string {
  return story.replace(tagOfNotes, (tag) =>
    tag.replace(ownNumber, (_, name: string, number: string) => name + (Number(number) + before)),
  );
}

function numberIn(value: unknown, shape: RegExp): number | null {
  const digits = typeof value === "string" ? shape.exec(value)?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
}

/**
 * A part of a story for a page without its footnotes: their marks stay, what leads to them goes.
 *
 * @param html as `serialiseStory` writes it
 */
export function withoutNoteLinks(html: string): string {
  return html.replace(/ id="[^"]*"/g, "").replace(/<a [^>]*href="#[^"]*"[^>]*>(.*?)<\/a>/g, "$1");
}

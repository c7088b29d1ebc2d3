/** The names of the fields by which a story is brought in. `file` is also known to the page that holds forms. */
export const uploadFields = {
  file: "file",
  /** What several files, or those in a ZIP, are: "chapters" of one story, or "works" of their own. */
  several: "several",
  text: "text",
  /** The clipboard's HTML, when a script was there to take it. */
  pastedHtml: "pasted-html",
  pastedAs: "pasted-as",
  work: "work",
} as const;

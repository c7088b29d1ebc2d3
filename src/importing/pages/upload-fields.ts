/** The names of the fields by which a story is brought in. `file` is also known to the page that holds forms. */
export const uploadFields = { file: "file", text: "text", pastedAs: "pasted-as", work: "work" } as const;

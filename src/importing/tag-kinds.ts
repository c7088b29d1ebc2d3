/** The tag kinds an archive begins with, by what the importer calls them; an owner may have retired some. */
export const tagKindOf = {
  fandoms: "fandom",
  characters: "character",
  relationships: "relationship",
  additionalTags: "additional",
} as const;

/** The same as a list. */
export const tagFields = ["fandoms", "characters", "relationships", "additionalTags"] as const;

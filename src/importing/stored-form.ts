import type { Root } from "hast";
import { sanitiseNote, sanitiseStory } from "../story-text/sanitise.ts";
import { tidyStory } from "../story-text/tidy.ts";

/** Brings a tree made by the importer into the form every story is stored in. */
export function inStoredForm(tree: Root): Root {
  return tidyStory(sanitiseStory(tree));
}

/** The same for a note: summary, notes, dedication, disclaimer. */
export function inStoredNoteForm(tree: Root): Root {
  return tidyStory(sanitiseNote(tree));
}

import type { Root } from "hast";

/** Brings a tree made by the importer into the form every story is stored in. */
export function inStoredForm(tree: Root): Root {
  return tree;
}

export function inStoredNoteForm(tree: Root): Root {
  return tree;
}

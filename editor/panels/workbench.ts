import type { Command } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { EditorWords } from "../../src/works/editor-words.ts";
import type { Archive } from "../archive.ts";

/** What a panel works with. */
export type Workbench = {
  view: EditorView;
  words: EditorWords;
  archive: Archive;
  locale: string;
  /** Carries a command out and gives the story the focus. */
  run(command: Command): void;
  leave(): void;
};

import type { KeptPicture } from "../../plumbing/pictures/kept-picture.ts";

/** What a thread is asked to look at before anything of a copy is kept. */
export type CleanTask =
  | { task: "stories"; texts: string[] }
  | { task: "notes"; texts: string[] }
  | { task: "picture"; bytes: Uint8Array };

/** A story in stored form, and how many words it has; null: it is too long, or its tags lie too deep in one another. */
export type CleanStory = { story: string; words: number } | null;

export type CleanResult =
  | { task: "stories"; stories: CleanStory[] }
  | { task: "notes"; notes: (string | null)[] }
  | { task: "picture"; picture: KeptPicture | null };

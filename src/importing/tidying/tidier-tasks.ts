import type { KeptPicture } from "../../plumbing/pictures/kept-picture.ts";
import type { Finding } from "../finding.ts";

/** What a thread of the tidier is asked to do. */
export type TidierTask =
  | { task: "read-markdown"; markdown: string }
  | { task: "type-markdown"; markdown: string }
  | { task: "write-markdown"; typed: string }
  | { task: "tidy-pasted"; html: string }
  | { task: "strip-picture"; bytes: Uint8Array };

/** What comes of it; "refused" is a text too long, or with tags too deep in one another. */
export type TidierTaskResult =
  | { task: "read-markdown"; story: string }
  | { task: "type-markdown"; typed: string }
  | { task: "write-markdown"; markdown: string }
  | { task: "tidy-pasted"; pasted: PastedStory }
  | { task: "strip-picture"; picture: KeptPicture | null }
  | { task: "refused" };

/** A piece of a story as it was tidied: in stored form, with what was done to it and the pictures it brought. */
export type PastedStory = { story: string; done: Finding[]; pictures: KeptPicture[] };

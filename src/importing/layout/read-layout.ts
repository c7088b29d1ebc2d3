import type { ReadingDraft } from "../reading-draft.ts";
import { readCentredLines } from "./centred-lines.ts";
import { readChats } from "./chats.ts";
import { readLetters } from "./letters.ts";
import { readPosts } from "./posts.ts";
import type { StoryExtent } from "./story-lines.ts";
import { readVerses } from "./verses.ts";

/**
 * What the lines of a story are by their layout: chats, posts, letters, signs in the middle of the page, verse.
 * The surest come first, because lines that are one thing are looked at for nothing else. Boxes drawn in signs are
 * looked for earlier (drawings.ts), before scene breaks.
 */
export function readLayout(draft: ReadingDraft, extent: StoryExtent): void {
  readChats(draft, extent);
  readPosts(draft, extent);
  readLetters(draft, extent);
  readCentredLines(draft, extent);
  readVerses(draft, extent);
}

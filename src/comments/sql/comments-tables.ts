import type { Generated } from "kysely";

/** Shown to whoever may see the work; held until somebody lets it in; removed, its words kept for moderators a while. */
export type CommentStatus = "shown" | "held" | "removed";
/** Who removed a comment: its writer, an author of the work, a moderator, or its writer by leaving the archive. */
export type RemovedBy = "writer" | "author" | "moderator" | "leaving";

/** A comment with its place (see `place.ts`). `text` is clean note HTML. */
export type CommentsTable = {
  id: string;
  work_id: string;
  /** Where it was said; null: of the work as a whole, or of a chapter that is no more. */
  chapter_id: string | null;
  /** The chapter it was said on, when that was joined to the one it stands on now. */
  said_on: Generated<string | null>;
  /** The comment that began the talk. */
  thread_id: string;
  /** The time the thread began, negative: threads are read newest first, their comments oldest first, by one index. */
  thread_order: number;
  strand_id: string;
  path: string;
  parent_id: string | null;
  /** How many answers were ever given to it: numbers the next. */
  replies: number;
  /** How many of them have a place on pages now. */
  standing_replies: number;
  /** 1: it has a place on pages, be it as a placeholder above others. */
  standing: number;
  status: CommentStatus;
  /** null: a guest's, or of somebody who has left. */
  account_id: string | null;
  pseud_id: string | null;
  guest_name: string;
  /** 1: written by an author of the work, under the name the work is by. */
  as_author: number;
  text: string;
  version: Generated<number>;
  created_at: number;
  edited_at: number | null;
  removed_at: number | null;
  removed_by: RemovedBy | null;
  /** Of one that is removed: 1: it was shown when it was, and is again when it is given back. */
  was_shown: Generated<number>;
  /** Of the comment that began a thread: since when nobody adds to it. */
  frozen_at: number | null;
};

/** What a comment said before; the present words stand in `comments` alone. */
export type CommentVersionsTable = { comment_id: string; version: number; text: string; saved_at: number };

/** How many comments a chapter shows. */
export type ChapterTalkTable = { chapter_id: string; comments: number };

/** A passage somebody means to say something about; plain text. */
export type QuotesTable = {
  id: string;
  account_id: string;
  work_id: string;
  words: string;
  added_at: number;
};

/** Somebody who lets comments in beside the author of works under `pseud_id`. */
export type CommentHelpersTable = { pseud_id: string; helper_pseud_id: string; asked_at: number };

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    comments: CommentsTable;
    comment_versions: CommentVersionsTable;
    chapter_talk: ChapterTalkTable;
    quotes: QuotesTable;
    comment_helpers: CommentHelpersTable;
  }
}

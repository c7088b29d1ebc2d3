import type { CommentStatus, RemovedBy } from "./sql/comments-tables.ts";

export type { CommentStatus, RemovedBy };

/**
 * Under what name something was said. "the author": of a work that tells nobody who wrote it; "somebody": who has left
 * the archive, or whose words were removed.
 */
export type Speaker =
  | { kind: "pseud"; pseudId: string; name: string }
  | { kind: "guest"; name: string }
  | { kind: "the author" }
  | { kind: "somebody" };

/** A comment as one person sees it. What they may not read is not in it. */
export type Comment = {
  id: string;
  workId: string;
  workLanguage: string;
  /** Where it was said; null: of the work as a whole. */
  chapterId: string | null;
  threadId: string;
  parentId: string | null;
  status: CommentStatus;
  removedBy: RemovedBy | null;
  speaker: Speaker;
  /** Said by an author of the work under the name it is by. */
  asAuthor: boolean;
  /** Whether the person who asked wrote it. */
  mine: boolean;
  /** Whether they muted whoever said it: a line stands in its place, which shows it when it is asked to. */
  muted: boolean;
  /** Clean note HTML; "" where the words are not for this person. */
  text: string;
  /** Whether its words are kept no longer, for anybody. */
  forgotten: boolean;
  createdAt: number;
  editedAt: number | null;
  /** Since when nobody adds to its thread. */
  frozenAt: number | null;
};

/** The work a comment in a list of several works' stands under. */
export type WorkOfComment = { title: string; language: string };

/** A comment in its place on a page. */
export type PlacedComment = Comment & {
  /** How many comments of this page's talk stand between it and the top of the page's talk. */
  depth: number;
  /** Whom it answers, where that can be told. */
  answers: Speaker | null;
  /** Answers that stand on a page of their own because the talk is so deep; 0: all are on this page's list. */
  repliesElsewhere: number;
};

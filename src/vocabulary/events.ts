/**
 * The facts the archive records, each stored in the same transaction as the change it tells of.
 * What follows from a fact is listed in `reactions.ts`, nowhere else.
 */
export type Fact =
  | { type: "work-published"; workId: string }
  | { type: "work-changed"; workId: string }
  | { type: "work-removed"; workId: string }
  | { type: "work-returned"; workId: string }
  | { type: "work-purged"; workId: string }
  /** Its keeper withdrew a work that others wrote too, under this name: it is gone for them as well. */
  | { type: "work-withdrawn-by-keeper"; workId: string; pseudId: string }
  /** `announced` false: its author wants nobody told. Facts of before it was asked have none, and were announced. */
  | { type: "chapter-published"; workId: string; chapterId: string; announced?: boolean }
  /** Readers have the chapter already; its author changed it and wants them told. Comes with a "work-changed". */
  | { type: "chapter-revised"; workId: string; chapterId: string }
  /** An author told the readers of a work something that is no chapter. */
  | { type: "news-posted"; workId: string; newsId: string }
  /** News was changed, or taken back. */
  | { type: "news-changed"; workId: string; newsId: string }
  /** A chapter, or several, of a work that stays were forgotten for good. */
  | { type: "chapters-purged"; workId: string }
  | { type: "pseud-changed"; pseudId: string }
  /** The picture beside a name; files that were made carry none. */
  | { type: "pseud-icon-changed"; pseudId: string }
  /** Somebody was asked to be named on a work, said yes, or said no. */
  | { type: "creator-invited"; workId: string; pseudId: string }
  | { type: "creator-accepted"; workId: string; pseudId: string }
  | { type: "creator-declined"; workId: string; pseudId: string }
  /** Somebody took a name of theirs off a work. */
  | { type: "creator-left"; workId: string; pseudId: string }
  /** A work says it is made of another: the writers of the other are asked, or have answered. */
  | { type: "related-asked"; workId: string; otherWorkId: string }
  | { type: "related-answered"; workId: string; otherWorkId: string }
  /** What a tag stands for, or what is above it. */
  | { type: "tag-changed"; tagId: string }
  /** Somebody said something under a work; it may be held. */
  | { type: "comment-posted"; workId: string; commentId: string }
  /** A comment that was held is shown. */
  | { type: "comment-approved"; workId: string; commentId: string }
  /** A comment that was shown is held back. */
  | { type: "comment-held"; workId: string; commentId: string }
  | { type: "comment-removed"; workId: string; commentId: string }
  /** A shelf that others can or could find was made, changed or taken away; of private ones nothing is told. */
  | { type: "shelf-changed"; shelfId: string }
  /** A work was put on a shelf that others find, or whose address they may know. */
  | { type: "work-shelved"; shelfId: string; workId: string }
  /** Somebody said thanks for a work, or once more for a later chapter of it. Who, is in no log. */
  | { type: "kudos-given"; workId: string; chapterId: string | null }
  /** Somebody who writes here wants the kudos and readings of their works told, or not told any longer. Who, is in no log. */
  | { type: "counts-shown-changed" }
  | { type: "settings-changed" }
  /** Somebody wants every process to compare its finding index with the database. */
  | { type: "index-check-asked" };

export type FactType = Fact["type"];

/** Facts about talk, thanks and shelves alone: they have pages of their own, and their numbers on others are counts. */
const factsOfTalk: readonly FactType[] = [
  "comment-posted",
  "comment-approved",
  "comment-held",
  "comment-removed",
  "work-shelved",
  "kudos-given",
];

/** Whether pages that are kept for visitors, and lists that are kept, may be old after this fact. */
export function changesKeptPages({ type }: { type: FactType }): boolean {
  return !factsOfTalk.includes(type);
}

/** A fact as it lies in the log: numbered in the order of commits, without gaps in meaning. */
export type RecordedFact = { number: number; recordedAt: number; fact: Fact };

/** What a fact is about; reactions to one subject happen in order. */
export function subjectOf(fact: Fact): string {
  if ("workId" in fact) return `work:${fact.workId}`;
  if ("shelfId" in fact) return `shelf:${fact.shelfId}`;
  if ("pseudId" in fact) return `pseud:${fact.pseudId}`;
  if ("tagId" in fact) return `tag:${fact.tagId}`;
  return "archive";
}

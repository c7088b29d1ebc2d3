import type { TagWeight } from "../tags/tags.ts";
import type { Hiding } from "./apply-rules.ts";
import type { WorkPermission } from "./permissions.ts";
import type { ReaderMark } from "./reader-marks.ts";
import type { RelatedKind } from "./sql/related-tables.ts";
import type { CommentsFrom, CreatorRole, Visibility, WarningAnswer, WorkStatus } from "./sql/works-tables.ts";
import type { ShownCounts } from "./work-counts.ts";

export type { CommentsFrom, CreatorRole, Visibility, WarningAnswer, WorkStatus };

/** From the widest circle to the narrowest. */
export const visibilities = ["everyone", "members", "link", "private"] as const satisfies Visibility[];

export const commenters = ["everyone", "members", "nobody"] as const satisfies CommentsFrom[];

/** Somebody credited: `pseudId` when the name is a pseud of this archive, and whose it is has said yes. */
export type Creator = { role: CreatorRole; pseudId: string | null; name: string };

/**
 * Somebody the work is a gift for; `addressedAs` is the name the dedication calls them by, or "". What else was given
 * to them is found by `recipientId`.
 */
export type Gift = { recipientId: string; name: string; addressedAs: string };

/** A tag in the author's own spelling, and how much it matters to the work. */
export type WorkTag = { kindId: string; tagId: string; name: string; weight: TagWeight };

/**
 * A series that a work is part of. `number` is its place among the parts that the person who asked can see, from 1, so
 * that no gap tells of the others; null for a work that no list shows them, such as their own draft.
 */
export type PartOfSeries = { seriesId: string; title: string; number: number | null };

/** A work that another is made of, or that was made of it, as a reader is told of it. */
export type RelatedWork = {
  kind: RelatedKind;
  title: string;
  /** BCP 47; "" when nobody has said. */
  language: string;
  /** By whom, as far as this reader is told. */
  creators: Creator[];
  anonymous: boolean;
  /** Where it lies here; null: elsewhere, or its writers do not want to be led to. */
  workId: string | null;
  /** Where it lies elsewhere; "" when nobody has said. */
  address: string;
  /** Why the rules of the person who asked keep it quiet; a page then says that something is there, and no more. */
  hiding: Hiding | null;
};

/** One row of a list of choices (ratings, warnings, categories). */
export type Choice = { id: string; name: string; about: string };

export type WorkWarning = { id: string; name: string; answer: WarningAnswer };

/** What a row of a list shows of a work. */
export type WorkCard = {
  id: string;
  title: string;
  summary: string;
  language: string;
  status: WorkStatus;
  visibility: Visibility;
  rating: Choice;
  creators: Creator[];
  /** Whether readers are told no names. Then `creators` is empty for everybody who may not change it (anonymity.ts). */
  anonymous: boolean;
  gifts: Gift[];
  series: PartOfSeries[];
  /** Kind by kind, those that matter most first. */
  tags: WorkTag[];
  warnings: WorkWarning[];
  chapterCount: number;
  /** null: nobody knows yet, `1/?`. */
  expectedChapters: number | null;
  wordCount: number;
  publishedAt: number | null;
  revisedAt: number | null;
  counts: ShownCounts;
  /** Why the rules of the person who asked keep it quiet in lists; null: they do not. */
  hiding: Hiding | null;
  /** What the person who asked has noted of it, for their own eyes; null: nothing. */
  mark: ReaderMark | null;
};

/** What its author says to robots and to those who would comment. */
export type WorkAccess = {
  /** Whether search engines may list it. */
  searchEngines: boolean;
  /** Whether makers of AI may take it. */
  aiCrawlers: boolean;
  commentsFrom: CommentsFrom;
  /** Whether a comment waits for its author before others see it. */
  commentsHeld: boolean;
};

/** Everything about a work but the text of its chapters. Notes of all sorts are clean note HTML. */
export type Work = WorkCard & {
  notes: string;
  endNotes: string;
  disclaimer: string;
  dedication: string;
  conventions: string;
  categories: Choice[];
  /** What its writers let others do with it, as far as they have said. */
  permissions: WorkPermission[];
  /** Whether readers may search inside its text. */
  searchable: boolean;
  access: WorkAccess;
  /** What it says it is made of, as far as the person who asked may be told. */
  madeFrom: RelatedWork[];
  version: number;
  createdAt: number;
  updatedAt: number;
  /** Whether the person who asked may change it: they keep it, or have accepted being an author of it. */
  mine: boolean;
  /** Whether it lies with them: who keeps a work can take it away, and hands it on when they leave it. */
  kept: boolean;
};

/** A chapter in a contents list. `number` counts what the person who asked can see, from 1. */
export type ChapterEntry = {
  id: string;
  number: number;
  title: string;
  status: WorkStatus;
  wordCount: number;
  publishedAt: number | null;
};

/** A chapter with its text. */
export type Chapter = ChapterEntry & {
  workId: string;
  summary: string;
  notes: string;
  endNotes: string;
  /** Clean story HTML. */
  story: string;
  version: number;
};

/** A work is complete when as many chapters are out as were promised. */
export function isComplete(work: Pick<WorkCard, "chapterCount" | "expectedChapters">): boolean {
  return work.expectedChapters !== null && work.chapterCount >= work.expectedChapters;
}

/** "1/2", or "1/?" when nobody knows: as the trade writes it. */
export function chapterCounter(work: Pick<WorkCard, "chapterCount" | "expectedChapters">): string {
  return `${work.chapterCount}/${work.expectedChapters ?? "?"}`;
}

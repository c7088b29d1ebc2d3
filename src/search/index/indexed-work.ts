import type { TagWeight } from "../../tags/tags.ts";

/** A tag on a work, and how much it matters to it. */
export type WeightedTag = { id: string; weight: TagWeight };

/** What thanks and readings are counted of; it changes too often for an order to be kept. */
export const countNames = ["kudos", "comments", "bookmarks", "hits"] as const;
export type CountName = (typeof countNames)[number];

/** What thanks and readings came to. */
export type WorkCounts = Record<CountName, number>;

/** What finding needs of a work that stands in lists. */
export type IndexedWork = WorkCounts & {
  id: string;
  /** Listed for everyone; otherwise for members only. */
  open: boolean;
  ratingId: string;
  language: string;
  categoryIds: readonly string[];
  /** Warnings that were answered yes or no; all others are unsaid. */
  warnings: readonly { id: string; answer: "yes" | "no" }[];
  complete: boolean;
  words: number;
  chapters: number;
  posted: number;
  updated: number;
  title: string;
  /** The name of the first author. */
  author: string;
  /** Pseuds that are its authors and have accepted it. */
  writerIds: readonly string[];
  /** A tag that stands there twice counts with its greatest weight. */
  tags: readonly WeightedTag[];
  /** Whom it is a gift to (works/recipient-id.ts). */
  recipientIds: readonly string[];
  seriesIds: readonly string[];
  pictures: boolean;
  audio: boolean;
};

/** The kinds two questions of the filter are about; every archive has the first, the second begins with it. */
export const fandomKindId = "fandom";
export const relationshipKindId = "relationship";

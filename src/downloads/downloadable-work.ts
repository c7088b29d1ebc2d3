import type { RelatedKind } from "../works/related.ts";

/** What a person did for a work. */
export type CreatorRole = "author" | "co-author" | "beta" | "artist" | "translator";

export type Creator = { role: CreatorRole; name: string };

/** Whom the work is for; `addressedAs` is the name the dedication uses, when it is another one. */
export type Gift = { name: string; addressedAs: string | null };

/**
 * The tags of one kind: what the work is mainly about, what stands on the side, what is only mentioned. `kind` is its
 * heading in words, because tag kinds are rows the owner edits.
 */
export type TagGroup = { id: string; kind: string; names: string[]; side: string[]; mentioned: string[] };

/** A series the work is part of, and its number there as the reader counts. */
export type SeriesPlace = { title: string; number: number };

/** A warning and the author's answer; "unsaid" is a choice of its own, not a missing answer. */
export type Warning = { name: string; answer: "yes" | "no" | "unsaid" };

/** Something others may want to do with the work, and what its writers say to it. */
export type Permission = { name: string; answer: "yes" | "ask" | "no" };

/** What the work is made of; `address` is "" where nothing leads to it. */
export type MadeFrom = {
  kind: RelatedKind;
  title: string;
  language: string;
  names: string[];
  anonymous: boolean;
  address: string;
};

/** A chapter as carried away: the texts are stored HTML, "" when there is none. */
export type DownloadableChapter = {
  id: string;
  /** 1 for the first chapter. */
  position: number;
  title: string;
  summary: string;
  notes: string;
  text: string;
  endNotes: string;
};

/**
 * Everything a download carries, gathered for one reader: whoever makes this value has already left out
 * what that reader may not see, so a writer of a format decides nothing about visibility.
 */
export type DownloadableWork = {
  id: string;
  /** Absolute address of the work on its archive. */
  url: string;
  archiveName: string;
  archiveUrl: string;
  title: string;
  /** BCP 47. */
  language: string;
  creators: Creator[];
  gifts: Gift[];
  madeFrom: MadeFrom[];
  series: SeriesPlace[];
  tags: TagGroup[];
  rating: string;
  /** The rating's id in the archive's list; "" when there is none. */
  ratingId: string;
  warnings: Warning[];
  categories: string[];
  /** What the writers let others do with it. */
  permissions: Permission[];
  /** The texts below are stored note HTML, "" when there is none. */
  summary: string;
  notes: string;
  endNotes: string;
  disclaimer: string;
  dedication: string;
  conventions: string;
  /** How many chapters the author means to write; null for `n/?`. */
  expectedChapters: number | null;
  complete: boolean;
  words: number;
  /** Milliseconds since 1970, UTC. */
  publishedAt: number;
  updatedAt: number;
  chapters: DownloadableChapter[];
  /** How many chapters readers have, where only some of them are carried. */
  chaptersInAll?: number;
  /** The names of the pictures in it that this reader may see; any other is carried away as its words. */
  pictures: string[];
};

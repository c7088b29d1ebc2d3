import type { TagWeight } from "../tags/tags.ts";
import type { PermissionAnswer } from "./permissions.ts";
import type { SeriesWish } from "./put-in-series.ts";
import type { RelatedWish } from "./related-typed.ts";
import type { CreatorRole, Visibility, WarningAnswer, WorkAccess } from "./work.ts";

/**
 * What an author says about a work, checked and clean: notes of all sorts are note HTML, tags and
 * names are trimmed and without repeats, ids are of rows that exist.
 */
export type WorkFields = {
  title: string;
  summary: string;
  notes: string;
  endNotes: string;
  disclaimer: string;
  dedication: string;
  conventions: string;
  ratingId: string;
  language: string;
  expectedChapters: number | null;
  visibility: Visibility;
  /** Whether readers are told no names; not said: as it stands. */
  anonymous?: boolean | undefined;
  /** Whether readers may search inside its text. */
  searchable: boolean;
  /** What is not said stays as it is; for a new work, as the archive begins it. */
  access?: Partial<WorkAccess>;
  /** The author's own pseuds the work is by, first the main one; at least one. */
  authorPseudIds: string[];
  /** Others credited, by name; a name that is a pseud here is linked to it. */
  credits: { role: CreatorRole; name: string }[];
  gifts: { name: string; addressedAs: string }[];
  /** In the author's spelling, by kind and in order; main when no weight is said. */
  tags: { kindId: string; name: string; weight?: TagWeight }[];
  /** One of the author's own series by its title, or a new one; `number` null: behind its last part. */
  series: SeriesWish | null;
  /** Others it is part of too; left out: those stay as they are. */
  moreSeries?: SeriesWish[] | undefined;
  warnings: { warningId: string; answer: WarningAnswer }[];
  categoryIds: string[];
  /** What others may do with it; not said: as it stands. */
  permissions?: { permissionId: string; answer: PermissionAnswer }[] | undefined;
  /** What it is made of; not said: as it stands. */
  related?: RelatedWish[] | undefined;
};

/** What an author says about a chapter; `story` is clean story HTML, the notes clean note HTML. */
export type ChapterFields = {
  title: string;
  summary: string;
  notes: string;
  endNotes: string;
  story: string;
  /** How many words the story has, where its maker has counted them: for a novel that takes a while. */
  wordCount?: number;
};

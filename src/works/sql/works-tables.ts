import type { Generated } from "kysely";
import type { TagWeight } from "../../tags/tags.ts";

export type WorkStatus = "draft" | "published";
/** Who may see a published work: `link` is whoever knows its address, `private` nobody but its creators. */
export type Visibility = "everyone" | "members" | "link" | "private";
export type CommentsFrom = "everyone" | "members" | "nobody";
export type CreatorRole = "author" | "beta" | "artist" | "translator";
export type WarningAnswer = "yes" | "no" | "unsaid";

/** A work; its text lives in chapters only. Notes of all sorts are clean note HTML. */
export type WorksTable = {
  id: string;
  account_id: string;
  status: WorkStatus;
  visibility: Visibility;
  title: string;
  summary: string;
  notes: string;
  end_notes: string;
  disclaimer: string;
  dedication: string;
  conventions: string;
  rating_id: string;
  language: string;
  /** null: nobody knows yet, `1/?`. */
  expected_chapters: number | null;
  /** Published chapters and their words; drafts count for nobody. */
  chapter_count: number;
  word_count: number;
  /** 0: its author does not want its text to be searched. */
  searchable: Generated<number>;
  /** 0: its author asks search engines to leave it out; 1 for `ai_crawlers`: it may be taken by the makers of AI. */
  search_engines: Generated<number>;
  ai_crawlers: Generated<number>;
  comments_from: Generated<CommentsFrom>;
  /** 1: a comment is seen by others only after the author let it through. */
  comments_held: Generated<number>;
  /** Whether its published chapters show pictures, or lead to sound. */
  has_pictures: Generated<number>;
  has_audio: Generated<number>;
  /** Grows with every save, so that a stale form cannot overwrite a newer one. */
  version: number;
  created_at: number;
  updated_at: number;
  published_at: number | null;
  /** When readers last got something new: first publication, then each published chapter. */
  revised_at: number | null;
  removed_at: number | null;
  /** 1: nobody but its authors is told whose it is. */
  anonymous: Generated<number>;
};

export type ChaptersTable = {
  id: string;
  work_id: string;
  position: number;
  status: WorkStatus;
  title: string;
  summary: string;
  notes: string;
  end_notes: string;
  /** Clean story HTML (docs/story-text.md). */
  story: string;
  word_count: number;
  version: number;
  created_at: number;
  updated_at: number;
  published_at: number | null;
  removed_at: number | null;
  /** When what stands here was saved; null: before the archive noted it, when `updated_at` says. */
  saved_at: Generated<number | null>;
  /** The account that saved it; null: before the archive noted it, or the account is gone. */
  saved_by: Generated<string | null>;
};

/**
 * A name in a role: a free one, or a pseud's. `accepted` 0 with a pseud: an invitation that nobody has answered; readers
 * see the name as it was typed and no way to that pseud, whose page does not know of the work.
 */
export type WorkCreatorsTable = {
  work_id: string;
  position: number;
  role: CreatorRole;
  pseud_id: string | null;
  name: string;
  accepted: number;
  /** When somebody else's pseud was asked; null: never, or before the archive noted it. */
  invited_at: Generated<number | null>;
};

/** Who said no to being named on a work, or left it: they are not asked again for a while. */
export type RefusedCreditsTable = { work_id: string; pseud_id: string; refused_at: number };

export type WorkGiftsTable = {
  work_id: string;
  position: number;
  pseud_id: string | null;
  name: string;
  addressed_as: string;
  /** The pseud's id, or one spelled from the free name (recipient-id.ts): what "gifts to" is asked by. */
  recipient_id: string;
};

/** `typed_as` is the author's own spelling and what readers see; `tag_id` does the finding. */
export type WorkTagsTable = {
  work_id: string;
  kind_id: string;
  position: number;
  tag_id: string;
  typed_as: string;
  weight: Generated<TagWeight>;
};

/** What thanks and readings came to; `changed_at` (ms, UTC) tells the finding index what to read again. */
export type WorkCountsTable = {
  work_id: string;
  kudos: Generated<number>;
  comments: Generated<number>;
  bookmarks: Generated<number>;
  hits: Generated<number>;
  changed_at: number;
};

export type SeriesTable = {
  id: string;
  account_id: string;
  title: string;
  /** Clean note HTML, both. */
  summary: Generated<string>;
  notes: Generated<string>;
  /** null: nobody knows yet how many works there will be. */
  expected_works: Generated<number | null>;
  created_at: number;
  updated_at: number;
  removed_at: Generated<number | null>;
};

/** `position` counts from 1 as readers see it. */
export type SeriesWorksTable = { series_id: string; work_id: string; position: number };

export type WorkWarningsTable = { work_id: string; warning_id: string; answer: WarningAnswer };
export type WorkCategoriesTable = { work_id: string; category_id: string };

/** Ratings, warnings and categories: rows an owner may change. */
export type ChoicesTable = { id: string; name: string; about: string; position: number; retired: number };

/** The bytes an author gave, private to them; `file_key` is where they lie in the file store. */
export type OriginalsTable = {
  id: string;
  account_id: string;
  work_id: string | null;
  chapter_id: string | null;
  file_name: string;
  media_type: string;
  byte_size: number;
  file_key: string;
  created_at: number;
};

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    works: WorksTable;
    chapters: ChaptersTable;
    work_creators: WorkCreatorsTable;
    refused_credits: RefusedCreditsTable;
    work_gifts: WorkGiftsTable;
    work_tags: WorkTagsTable;
    work_warnings: WorkWarningsTable;
    work_categories: WorkCategoriesTable;
    ratings: ChoicesTable;
    warnings: ChoicesTable;
    categories: ChoicesTable;
    originals: OriginalsTable;
    work_counts: WorkCountsTable;
    series: SeriesTable;
    series_works: SeriesWorksTable;
  }
}

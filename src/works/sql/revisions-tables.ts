/** A state a chapter had before the one that stands in `chapters`; `version` is the one it was saved as. */
export type ChapterRevisionsTable = {
  chapter_id: string;
  version: number;
  title: string;
  summary: string;
  notes: string;
  end_notes: string;
  /** Which of the chapter's `revision_stories` it had. */
  story_digest: string;
  word_count: number;
  saved_at: number;
  saved_by: string | null;
};

/** A story that earlier states of a chapter have; `digest` is its SHA-256 in base64url. */
export type RevisionStoriesTable = { chapter_id: string; digest: string; story: string };

/** The pictures that earlier states of a chapter show: they stay for as long as the chapter. */
export type RevisionPicturesTable = { chapter_id: string; name: string };

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    chapter_revisions: ChapterRevisionsTable;
    revision_stories: RevisionStoriesTable;
    revision_pictures: RevisionPicturesTable;
  }
}

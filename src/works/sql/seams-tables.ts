/** How a chapter that was split off fits behind the one it came from. */
export type ChapterSeamsTable = {
  chapter_id: string;
  /** The chapter that ends where this one begins. */
  follows_id: string;
  /** JSON: `Seam`. */
  seam: string;
};

/** Where the address of a chapter leads that was joined to another; it outlives the chapter's own row. */
export type ChapterForwardsTable = { chapter_id: string; work_id: string; into_id: string };

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    chapter_seams: ChapterSeamsTable;
    chapter_forwards: ChapterForwardsTable;
  }
}

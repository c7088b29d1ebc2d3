import type { Child } from "hono/jsx";
import type { ArchiveContext } from "../people/request.ts";
import type { WorkCard } from "../works/work.ts";
import type { ShelfVisibility } from "./sql/shelves-table.ts";

export type { ShelfVisibility } from "./sql/shelves-table.ts";

/** Who may find a shelf, the fewest first. */
export const shelfVisibilities: readonly ShelfVisibility[] = ["private", "unlisted", "public"];

/** A shelf as a person sees it. Nobody is told whose it is but by the name it is kept under. */
export type Shelf = {
  id: string;
  name: string;
  /** Clean note HTML. */
  text: string;
  visibility: ShelfVisibility;
  keeper: { pseudId: string; name: string } | null;
  updatedAt: number;
  mine: boolean;
  /** Told to its keeper and to moderators: nobody else finds it now. */
  isHidden: boolean;
};

/** What a keeper says about a shelf. */
export type ShelfFields = Pick<Shelf, "name" | "text" | "visibility"> & { pseudId: string | null };

/** A shelf in the list of its keeper's. */
export type OwnShelf = Pick<Shelf, "id" | "name" | "visibility" | "isHidden"> & {
  works: number;
  feedKey: string;
};

/**
 * A work on a shelf. `work` null: it is gone, or not its keeper's to open any more; nobody but the keeper is told that
 * it ever stood there.
 */
export type ShelvedWork = {
  workId: string;
  /** Clean note HTML. */
  note: string;
  addedAt: number;
  work: WorkCard | null;
};

/**
 * One page of the works on a shelf; `first` is the place of the first in its keeper's order, from 1. What the rules of whoever
 * asks fold stands on the pages and is counted in `folded` alone, what they hide in `hidden`, and in `read` how much of that
 * they have but read.
 */
export type ShelfPage = {
  works: ShelvedWork[];
  count: number;
  folded: number;
  hidden: number;
  read: number;
  page: number;
  pages: number;
  first: number;
};

/** What other rooms put at the end of a shelf. */
export type AfterShelf = (context: ArchiveContext, shelf: Shelf) => Promise<Child>;

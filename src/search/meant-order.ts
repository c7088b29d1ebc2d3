import { everyWork, type SortOrder, type WorkFilter } from "./work-filter.ts";

/** Directions nobody has to say. */
const falls: Record<SortOrder, boolean> = {
  updated: true,
  posted: true,
  words: true,
  title: false,
  author: false,
  kudos: true,
  comments: true,
  bookmarks: true,
  hits: true,
  relevance: true,
  random: false,
};

/** Which way a list runs when nobody says: the newest and the longest first, names from A. */
export function fallsByItself(sort: SortOrder): boolean {
  return falls[sort];
}

/** What a list is ordered by when nobody says: how well the text fits, where words are asked for. */
export function sortByItself(text: string): SortOrder {
  return text === "" ? everyWork.sort : "relevance";
}

/** The order a filter means: there is no best match where no words are asked for. */
export function meantSort({ sort, text }: WorkFilter): SortOrder {
  return sort === "relevance" ? sortByItself(text) : sort;
}

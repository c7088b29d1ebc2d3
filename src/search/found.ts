import type { Heeding } from "../works/reader-rules.ts";

/** Works and counts of a filter, as one person may know them. */

/**
 * What a facet is about: a kind of tag ("tag:fandom"), an owner's warning ("warning:underage", whose values are
 * "yes", "no" and "unsaid"), "complete" ("yes", "no"), "crossover" ("only": in several fandoms, "out"),
 * "pictures" and "audio" ("yes", "no").
 */
export type FacetKind =
  | `tag:${string}`
  | `warning:${string}`
  | "rating"
  | "category"
  | "language"
  | "complete"
  | "crossover"
  | "pictures"
  | "audio";

/** One thing works can be asked for, and how many of the works found have it. */
export type FacetValue = { id: string; count: number };

/** The values most works found have, those asked for always among them; `more`: there are others. */
export type Facet = { kind: FacetKind; values: FacetValue[]; more: boolean };

/**
 * Where a page begins or ends: just after or just before a work in the order of the list. It stays true while works
 * come and go, also when that work itself has gone.
 */
export type Cursor = { side: "after" | "before"; value: number | string; id: string };

/** Which page of the works found; null: the first. Counting facets is most of the work: who shows none says so. */
export type PageWish = {
  cursor: Cursor | null;
  count: number;
  facets?: false;
  /** Works that the person's rules fold are left out, for a list that cannot fold: a feed, a catalogue, a letter. */
  folded?: false;
  /** Which of the person's rules hold: they may have asked to see once what those keep quiet. */
  heeding?: Heeding;
};

/**
 * What was found: how many works in all, those of the page, the pages beside it, and every facet. What the person's rules
 * keep quiet counts nowhere but in `folded`, which stand on the pages, and in `hidden`, which stand nowhere; `read` of those
 * are hidden only because the person has read them.
 */
export type Found = {
  total: number;
  folded: number;
  hidden: number;
  read: number;
  /** Work ids, in order. */
  ids: string[];
  next: Cursor | null;
  previous: Cursor | null;
  facets: Facet[];
};

/** What is typed where a tag is wanted. */
export type SuggestionWish = {
  typed: string;
  /** Kinds of tag; empty: all. */
  kinds: readonly string[];
  /** Fandoms chosen already: tags that stand on works in one of them come first, and others only when few are left. */
  fandoms: readonly string[];
  count: number;
};

/** A tag to offer: `name` is the canonical one's, or as it stands on a work; `by` is the synonym that was met, if one was. */
export type TagSuggestion = {
  id: string;
  kindId: string;
  name: string;
  by: string | null;
  canonical: boolean;
  /** Works of this person's lists that have it, mentions left aside. */
  count: number;
};

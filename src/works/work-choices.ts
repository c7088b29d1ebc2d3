import { findOwnPseuds, type Pseud } from "../people/pseuds.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { readSettings } from "../plumbing/settings/settings.ts";
import { type KindInUse, listTagKinds } from "../tags/tags.ts";
import { type ChoiceList, listChoices } from "./choices.ts";
import { listAsked } from "./credits/own-credits.ts";
import { listOwnRelated, listOwnTitles, type OwnRelated } from "./own-related.ts";
import { listRefused } from "./refused-credits.ts";
import { findOwnSeries, type OwnSeries } from "./series.ts";
import type { Choice, Creator, CreatorRole, Work } from "./work.ts";

/** What the work form offers to one author for one work. */
export type WorkChoices = {
  pseuds: Pseud[];
  ratings: Choice[];
  warnings: Choice[];
  categories: Choice[];
  /** What writers may allow others. */
  permissions: Choice[];
  kinds: KindInUse[];
  /** The author's series, and the one this work is part of. */
  series: OwnSeries;
  /** Fewer chapters than these cannot be promised. */
  publishedChapters: number;
  /** Whether it may be given without a name, or is already. */
  mayBeAnonymous: boolean;
  /** Whether this writer decides that: whoever keeps the work does. */
  decidesAnonymity: boolean;
  /** Who said no to being named on it, not long ago. */
  refused: string[];
  /** Who was asked to be named on it and has not answered, by role. */
  asked: { role: CreatorRole; name: string }[];
  /** What it says it is made of, and how that stands. */
  related: OwnRelated[];
  /** Titles of the author's works, to be chosen from. */
  ownTitles: string[];
  /** Authors of it, with the names in `pseuds` left out, who have said yes: the form cannot take them away. */
  coAuthors: Creator[];
};

/**
 * Everything the work form needs to know. What the owner has retired is not offered, but a work that
 * has it keeps it: leaving it out of the form would take it from the work with the next save.
 *
 * @param work the work to be edited; null for a new one
 */
export async function findWorkChoices(
  reader: Reader,
  accountId: string,
  work: Work | null,
): Promise<WorkChoices> {
  const [
    pseuds,
    ratings,
    warnings,
    categories,
    permissions,
    kinds,
    series,
    settings,
    refused,
    asked,
    related,
    ownTitles,
  ] = await Promise.all([
    findOwnPseuds(reader, accountId),
    listChoices(reader, "ratings"),
    withRetired(reader, "warnings", work?.warnings ?? []),
    listChoices(reader, "categories"),
    withRetired(reader, "permissions", work?.permissions ?? []),
    listTagKinds(reader),
    findOwnSeries(reader, accountId, work?.id ?? null),
    readSettings(reader, ["anonymousWorks"]),
    work ? listRefused(reader, work.id) : [],
    work ? listAsked(reader, work.id) : [],
    work ? listOwnRelated(reader, accountId, work.id) : [],
    listOwnTitles(reader, accountId, work?.id ?? null),
  ]);
  return {
    pseuds,
    ratings: together(ratings, work ? [work.rating] : []),
    warnings,
    categories: together(categories, work?.categories ?? []),
    permissions,
    kinds: together(kinds, await kindsOf(reader, work)),
    series,
    publishedChapters: work?.chapterCount ?? 0,
    mayBeAnonymous: settings.anonymousWorks === "allowed" || work?.anonymous === true,
    decidesAnonymity: work?.kept ?? true,
    refused,
    asked,
    related,
    ownTitles,
    coAuthors: (work?.creators ?? []).filter(
      ({ role, pseudId }) =>
        role === "author" && pseudId !== null && pseuds.every(({ id }) => id !== pseudId),
    ),
  };
}

async function withRetired(
  reader: Reader,
  list: ChoiceList,
  onWork: { id: string; name: string }[],
): Promise<Choice[]> {
  const offered = await listChoices(reader, list);
  return together(
    offered,
    onWork.map(({ id, name }) => ({ id, name, about: "" })),
  );
}

async function kindsOf(reader: Reader, work: Work | null): Promise<KindInUse[]> {
  if (!work || work.tags.length === 0) return [];
  const rows = await reader
    .selectFrom("tag_kinds")
    .select(["id", "name", "plural", "weighted"])
    .where(
      "id",
      "in",
      work.tags.map(({ kindId }) => kindId),
    )
    .orderBy("position")
    .execute();
  return rows.map((row) => ({ ...row, weighted: row.weighted === 1 }));
}

function together<Row extends { id: string }>(offered: Row[], onWork: Row[]): Row[] {
  return [...offered, ...onWork.filter(({ id }) => offered.every((row) => row.id !== id))];
}

import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import { urls } from "../vocabulary/urls.ts";
import { findSeries } from "../works/series.ts";
import { publishedFor } from "../works/visible-works.ts";
import type { SubscriptionKind } from "./kinds.ts";
import "../people/pseuds.ts";
import "../works/works.ts";

/** What is followed, as the member may know it now. */
export type Subject = { name: string; href: string; language?: string };

/** What other rooms tell of what is theirs; `app.ts` gives it. */
export type FollowedElsewhere = {
  /** The names of tags, as far as they are there for the member. */
  findTagNames(reader: Reader, member: Member, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The names of shelves that are somebody else's, as far as they are there for the member. */
  findShelfNames(
    reader: Reader,
    member: Member,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>>;
  /** The names of the member's own filters. */
  findFilterNames(reader: Reader, member: Member): Promise<ReadonlyMap<string, string>>;
};

/** A thing to follow, by what it is and its id. */
export type Target = { kind: SubscriptionKind; targetId: string };

/** What these are called; what is not there for the member any longer is left out. */
export async function findSubjects(
  reader: Reader,
  rooms: FollowedElsewhere,
  member: Member,
  targets: readonly Target[],
): Promise<(target: Target) => Subject | undefined> {
  const idsOf = (wanted: SubscriptionKind) =>
    targets.flatMap(({ kind, targetId }) => (kind === wanted && looksLikeId(targetId) ? [targetId] : []));
  const found = new Map<string, Subject>();
  const note = (kind: SubscriptionKind, id: string, subject: Subject) => found.set(`${kind} ${id}`, subject);
  for (const { id, name } of await pseudsOf(reader, idsOf("author")))
    note("author", id, { name, href: urls.writer(id) });
  for (const { id, title, language } of await worksOf(reader, member, idsOf("work")))
    note("work", id, { name: title, href: urls.work(id), language });
  for (const id of idsOf("series")) {
    const series = await findSeries(reader, member, id);
    if (series) note("series", id, { name: series.title, href: urls.series(id) });
  }
  const tags = idsOf("tag");
  if (tags.length > 0)
    for (const [id, name] of await rooms.findTagNames(reader, member, tags))
      note("tag", id, { name, href: urls.tag(id) });
  const shelves = idsOf("shelf");
  if (shelves.length > 0)
    for (const [id, name] of await rooms.findShelfNames(reader, member, shelves))
      note("shelf", id, { name, href: urls.shelf(id) });
  const filters = idsOf("filter");
  if (filters.length > 0)
    for (const [id, name] of await rooms.findFilterNames(reader, member))
      note("filter", id, { name, href: urls.savedFilter(id) });
  return ({ kind, targetId }) => found.get(`${kind} ${targetId}`);
}

function pseudsOf(reader: Reader | Writer, ids: readonly string[]) {
  return ids.length === 0
    ? []
    : reader.selectFrom("pseuds").select(["id", "name"]).where("id", "in", ids).execute();
}

function worksOf(reader: Reader | Writer, member: Member, ids: readonly string[]) {
  return ids.length === 0
    ? []
    : reader
        .selectFrom("works")
        .select(["works.id", "works.title", "works.language"])
        .where("works.id", "in", ids)
        .where(publishedFor(member))
        .execute();
}

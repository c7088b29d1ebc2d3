import type { Member } from "../../people/person.ts";
import type { Reader, Writer } from "../../plumbing/database/reader-writer.ts";
import "../../people/pseuds.ts";
import { amongThoseOf } from "../who-may-change.ts";
import type { Visibility, WorkAccess, WorkStatus } from "../work.ts";
import "../sql/works-tables.ts";

/** A tag of a work, by its kind, in the author's spelling; `position` is its row. */
export type ChosenTag = { kindId: string; name: string; position: number };

/** What changing many works at once needs to know of each. */
export type ChosenWork = {
  id: string;
  title: string;
  status: WorkStatus;
  version: number;
  visibility: Visibility;
  access: WorkAccess;
  tags: ChosenTag[];
  /** The names of the member's own that stand on it, in whatever role. */
  ownNames: { id: string; name: string }[];
};

/** Ids asked for in one query: engines bound how many values one may have. */
const idsAtOnce = 500;

/** Those of the works that this member may change and that are not taken away, in the order of the ids. */
export async function findChosenWorks(
  reader: Reader | Writer,
  member: Member,
  ids: string[],
): Promise<ChosenWork[]> {
  const found = new Map<string, ChosenWork>();
  for (let from = 0; from < ids.length; from += idsAtOnce)
    for (const work of await chosenAmong(reader, member, ids.slice(from, from + idsAtOnce)))
      found.set(work.id, work);
  return [...new Set(ids)].flatMap((id) => found.get(id) ?? []);
}

async function chosenAmong(reader: Reader | Writer, member: Member, ids: string[]): Promise<ChosenWork[]> {
  const works = await reader
    .selectFrom("works")
    .select(["id", "title", "status", "version", "visibility"])
    .select(["search_engines", "ai_crawlers", "comments_from", "comments_held"])
    .where("works.id", "in", ids)
    .where("works.removed_at", "is", null)
    .where(amongThoseOf(member))
    .execute();
  const tags = await reader
    .selectFrom("work_tags")
    .select(["work_id", "kind_id as kindId", "typed_as as name", "position"])
    .where("work_id", "in", ids)
    .execute();
  const names = await reader
    .selectFrom("work_creators")
    .innerJoin("pseuds", "pseuds.id", "work_creators.pseud_id")
    .select(["work_id", "pseuds.id", "pseuds.name"])
    .where("work_id", "in", ids)
    .where("pseuds.account_id", "=", member.accountId)
    .where("accepted", "=", 1)
    .orderBy("position")
    .execute();
  const namesByWork = Map.groupBy(names, (name) => name.work_id);
  const byWork = Map.groupBy(tags, (tag) => tag.work_id);
  return works.map(({ search_engines, ai_crawlers, comments_from, comments_held, ...work }) => ({
    ...work,
    access: {
      searchEngines: search_engines === 1,
      aiCrawlers: ai_crawlers === 1,
      commentsFrom: comments_from,
      commentsHeld: comments_held === 1,
    },
    ownNames: (namesByWork.get(work.id) ?? []).map(({ id, name }) => ({ id, name })),
    tags: (byWork.get(work.id) ?? []).map(({ work_id, ...tag }) => tag),
  }));
}

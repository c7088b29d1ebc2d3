import type { Member } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { namedFor } from "../../works/anonymity.ts";
import { publishedFor } from "../../works/visible-works.ts";
import { listKeptParts } from "./kept-parts.ts";
import "../../works/works.ts";

/** A bookmark as it is carried away: in another archive its work is to be found by title and names, not by an id. */
export type CarriedBookmark = {
  work_id: string;
  note: string;
  kept_at: number;
  title: string | null;
  names: string[];
};

const together = 500;

/** A member's bookmarks, with what they may read of their works; and those of earlier copies that are no bookmarks here. */
export async function carriedBookmarks(
  reader: Reader,
  member: Member,
  rows: readonly { work_id: string; note: string; kept_at: number }[],
): Promise<CarriedBookmark[]> {
  const words = new Map<string, { title: string; names: string[] }>();
  for (let from = 0; from < rows.length; from += together) {
    const ids = rows.slice(from, from + together).map(({ work_id }) => work_id);
    const works = await reader
      .selectFrom("works")
      .select(["id", "title"])
      .where("id", "in", ids)
      .where(publishedFor(member))
      .execute();
    for (const { id, title } of works) words.set(id, { title, names: [] });
    const authors = await reader
      .selectFrom("works")
      .innerJoin("work_creators", "work_creators.work_id", "works.id")
      .leftJoin("pseuds", "pseuds.id", "work_creators.pseud_id")
      .select(["works.id", "work_creators.name", "accepted", "pseuds.name as pseudName"])
      .where("works.id", "in", ids)
      .where("role", "=", "author")
      .where((work) => namedFor(member)(work))
      .orderBy("work_creators.position")
      .execute();
    for (const { id, name, accepted, pseudName } of authors)
      words.get(id)?.names.push(accepted === 1 ? (pseudName ?? name) : name);
  }
  const own = rows.map((row) => ({ ...row, ...(words.get(row.work_id) ?? { title: null, names: [] }) }));
  const ids = new Set(own.map(({ work_id }) => work_id));
  const kept = (await listKeptParts(reader, member, "bookmark"))
    .filter(({ id }) => !ids.has(id))
    .map(({ id, happenedAt, body }) => ({
      work_id: id,
      note: typeof body.note === "string" ? body.note : "",
      kept_at: happenedAt,
      title: typeof body.title === "string" ? body.title : null,
      names: Array.isArray(body.names) ? body.names.filter((name) => typeof name === "string") : [],
    }));
  return [...own, ...kept];
}

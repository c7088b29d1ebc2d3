import type { Member } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { namedFor } from "../../works/anonymity.ts";
import { publishedFor } from "../../works/visible-works.ts";
import "../../people/pseuds.ts";
import "../../works/works.ts";

/** What a work is called, and who wrote it: in another archive it is to be found by that, not by an id. */
type WorkWords = { title: string; names: string[] };

const together = 500;

/** The words of works, as far as the member may read them and is told who made them; of others nothing. */
export async function worksSpokenOf(
  reader: Reader,
  member: Member,
  workIds: readonly string[],
): Promise<Map<string, WorkWords>> {
  const words = new Map<string, WorkWords>();
  const wanted = [...new Set(workIds)];
  for (let from = 0; from < wanted.length; from += together) {
    const ids = wanted.slice(from, from + together);
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
  return words;
}

/** What people are called whose names everybody sees. */
export async function peopleSpokenOf(
  reader: Reader,
  pseudIds: readonly string[],
): Promise<Record<string, string>> {
  const names: [string, string][] = [];
  const wanted = [...new Set(pseudIds)].sort();
  for (let from = 0; from < wanted.length; from += together)
    for (const { id, name } of await reader
      .selectFrom("pseuds")
      .select(["id", "name"])
      .where("id", "in", wanted.slice(from, from + together))
      .execute())
      names.push([id, name]);
  return Object.fromEntries(names);
}

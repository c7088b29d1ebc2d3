import { accountIdOf, type Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { named } from "../works/anonymity.ts";
import { quietWriters } from "../works/hidden-from.ts";
import { listedFor } from "../works/visible-works.ts";
import "../people/pseuds.ts";

/** A statement takes no more ids than this; whom somebody muted comes first. */
const mostLeftOut = 5_000;

/**
 * The names under which something stands that this person finds in lists, by name, a page at a time; without those they muted
 * or leave out by a rule.
 */
export async function listCatalogueWriters(
  reader: Reader,
  person: Person,
  { page, perPage }: { page: number; perPage: number },
): Promise<{ writers: { id: string; name: string }[]; isLast: boolean }> {
  const leftOut = await quietWriters(reader, accountIdOf(person));
  const rows = await reader
    .selectFrom("pseuds")
    .select(["pseuds.id", "pseuds.name"])
    .where((pseud) =>
      pseud.exists(
        pseud
          .selectFrom("work_creators")
          .innerJoin("works", "works.id", "work_creators.work_id")
          .select("works.id")
          .whereRef("work_creators.pseud_id", "=", "pseuds.id")
          .where("work_creators.role", "=", "author")
          .where("work_creators.accepted", "=", 1)
          .where((work) => listedFor(person)(work))
          .where((work) => named(work)),
      ),
    )
    .$if(leftOut.size > 0, (query) => query.where("pseuds.id", "not in", [...leftOut].slice(0, mostLeftOut)))
    .orderBy("pseuds.name_key")
    .limit(perPage + 1)
    .offset((page - 1) * perPage)
    .execute();
  return { writers: rows.slice(0, perPage), isLast: rows.length <= perPage };
}

import type { Person } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { foldName } from "../../vocabulary/fold-name.ts";
import { recipientId } from "../../works/recipient-id.ts";
import { listedFor } from "../../works/visible-works.ts";
import { findRecipients } from "../names-by-id.ts";
import { keyOf, withoutNul } from "./name-key.ts";
import { nearest } from "./nearest.ts";

/** Names compared at most when somebody misspelled one. */
const mostCompared = 3_000;

/** Recipients of exactly this name that a work in the person's lists is a gift to, or names like it. */
export async function findRecipientsNamed(
  reader: Reader,
  person: Person,
  name: string,
): Promise<{ ids: string[]; near: string[] }> {
  const pseud = await reader
    .selectFrom("pseuds")
    .select("id")
    .where("name_key", "=", keyOf(name))
    .executeTakeFirst();
  const exact = [recipientId(null, withoutNul(name)), ...(pseud ? [pseud.id] : [])];
  const known = await findRecipients(reader, person, exact);
  if (known.size > 0) return { ids: [...known.keys()], near: [] };
  const rows = await reader
    .selectFrom("work_gifts")
    .innerJoin("works", "works.id", "work_gifts.work_id")
    .leftJoin("pseuds", "pseuds.id", "work_gifts.pseud_id")
    .select(({ fn }) => fn.coalesce("pseuds.name", "work_gifts.name").as("name"))
    .distinct()
    .where(listedFor(person))
    .limit(mostCompared)
    .execute();
  return {
    ids: [],
    near: nearest(
      rows.map((row) => row.name),
      name,
    ),
  };
}

/** Series of exactly this name with a work in the person's lists, or names like it. */
export async function findSeriesNamed(
  reader: Reader,
  person: Person,
  name: string,
): Promise<{ ids: string[]; near: string[] }> {
  const rows = await reader
    .selectFrom("series")
    .innerJoin("series_works", "series_works.series_id", "series.id")
    .innerJoin("works", "works.id", "series_works.work_id")
    .select(["series.id", "series.title", "series.updated_at"])
    .distinct()
    .where(listedFor(person))
    .orderBy("series.updated_at", "desc")
    .limit(mostCompared)
    .execute();
  const key = keyOf(name);
  const exact = rows.filter(({ title }) => foldName(title) === key).map(({ id }) => id);
  return {
    ids: exact,
    near:
      exact.length > 0
        ? []
        : nearest(
            rows.map(({ title }) => title),
            name,
          ),
  };
}

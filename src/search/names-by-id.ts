import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { named } from "../works/anonymity.ts";
import { listedFor } from "../works/visible-works.ts";

/** The names of pseuds, which are no secret, by id. */
export async function findWriters(reader: Reader, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.selectFrom("pseuds").select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whom works in this person's lists are gifts to: a pseud as it is called, anybody else as on one of these works. */
export async function findRecipients(
  reader: Reader,
  person: Person,
  ids: string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom("work_gifts")
    .innerJoin("works", "works.id", "work_gifts.work_id")
    .leftJoin("pseuds", "pseuds.id", "work_gifts.pseud_id")
    .select(["work_gifts.recipient_id as id"])
    .select(({ fn }) => fn.min(fn.coalesce("pseuds.name", "work_gifts.name")).as("name"))
    .where("work_gifts.recipient_id", "in", ids)
    .where(listedFor(person))
    .groupBy("work_gifts.recipient_id")
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Series that a work in this person's lists is part of. */
export async function findSeries(
  reader: Reader,
  person: Person,
  ids: string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom("series")
    .innerJoin("series_works", "series_works.series_id", "series.id")
    .innerJoin("works", "works.id", "series_works.work_id")
    .select(["series.id", "series.title"])
    .distinct()
    .where("series.id", "in", ids)
    .where("series.removed_at", "is", null)
    .where(listedFor(person))
    .where((row) => named(row))
    .execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

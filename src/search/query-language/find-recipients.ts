import { accountIdOf, type Person } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { foldName } from "../../vocabulary/fold-name.ts";
import { hiddenFrom } from "../../works/hidden-from.ts";
import { recipientId } from "../../works/recipient-id.ts";
import { listedFor } from "../../works/visible-works.ts";
import { findRecipients } from "../names-by-id.ts";
import type { Asking } from "./asking.ts";
import { keyOf, withoutNul } from "./name-key.ts";
import { nearest } from "./nearest.ts";

/** Names compared at most when somebody misspelled one. */
const mostCompared = 3_000;

/** Recipients of exactly this name that a work in the person's lists is a gift to, or names like it. */
export async function findRecipientsNamed(
  { reader, person, mayLookUp }: Asking,
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
  if (!mayLookUp()) return { ids: [], near: [] };
  const rows = await reader
    .selectFrom("work_gifts")
    .innerJoin("works", "works.id", "work_gifts.work_id")
    .leftJoin("pseuds", "pseuds.id", "work_gifts.pseud_id")
    .select(({ fn }) => fn.coalesce("pseuds.name", "work_gifts.name").as("name"))
    .distinct()
    .where(listedFor(person))
    .limit(mostCompared)
    .execute();
  const near = nearest(
    rows.map((row) => row.name),
    name,
  );
  if (near.length === 0) return { ids: [], near };
  const gifts = await reader
    .selectFrom("work_gifts")
    .innerJoin("works", "works.id", "work_gifts.work_id")
    .leftJoin("pseuds", "pseuds.id", "work_gifts.pseud_id")
    .select(({ fn }) => ["works.id as workId", fn.coalesce("pseuds.name", "work_gifts.name").as("name")])
    .where(({ fn }) => fn.coalesce("pseuds.name", "work_gifts.name"), "in", near)
    .where(listedFor(person))
    .limit(mostCompared)
    .execute();
  return { ids: [], near: await namesLeft(reader, person, near, gifts) };
}

/** Series of exactly this name with a work in the person's lists, or names like it. */
export async function findSeriesNamed(
  { reader, person, mayLookUp }: Asking,
  name: string,
): Promise<{ ids: string[]; near: string[] }> {
  const key = keyOf(name);
  const listed = reader
    .selectFrom("series")
    .select(["series.id", "series.title"])
    .where("series.removed_at", "is", null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("series_works")
          .innerJoin("works", "works.id", "series_works.work_id")
          .select("works.id")
          .whereRef("series_works.series_id", "=", "series.id")
          .where(listedFor(person)),
      ),
    );
  const spelledSo = await listed
    .where((series) =>
      series.or([
        series("series.title", "=", withoutNul(name)),
        series(series.fn<string>("lower", ["series.title"]), "=", key),
      ]),
    )
    .limit(mostCompared)
    .execute();
  if (spelledSo.length > 0) return { ids: spelledSo.map(({ id }) => id), near: [] };
  if (!mayLookUp()) return { ids: [], near: [] };
  const newest = reader.selectFrom("series").select("id").orderBy("updated_at", "desc").limit(mostCompared);
  const rows = await listed
    .where("series.id", "in", reader.selectFrom(newest.as("newest")).select("newest.id"))
    .execute();
  const ids = rows.filter(({ title }) => foldName(title) === key).map(({ id }) => id);
  const near = nearest(
    rows.map(({ title }) => title),
    name,
  );
  if (ids.length > 0 || near.length === 0) return { ids, near: [] };
  const parts = await reader
    .selectFrom("series_works")
    .innerJoin("series", "series.id", "series_works.series_id")
    .innerJoin("works", "works.id", "series_works.work_id")
    .select(["works.id as workId", "series.title as name"])
    .where("series.title", "in", near)
    .where("series.removed_at", "is", null)
    .where(listedFor(person))
    .limit(mostCompared)
    .execute();
  return { ids, near: await namesLeft(reader, person, near, parts) };
}

/** Of names that stand on works, in their order, those on any work that the person's own rules leave in their lists. */
async function namesLeft(
  reader: Reader,
  person: Person,
  names: readonly string[],
  works: readonly { workId: string; name: string }[],
): Promise<string[]> {
  const accountId = accountIdOf(person);
  const quiet = await hiddenFrom(
    reader,
    accountId,
    works.map(({ workId }) => workId),
  );
  const left = new Set(works.filter(({ workId }) => !quiet.has(workId)).map(({ name }) => name));
  return names.filter((name) => left.has(name));
}

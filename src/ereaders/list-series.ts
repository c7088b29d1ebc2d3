import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { named } from "../works/anonymity.ts";
import { listedFor } from "../works/visible-works.ts";
import "../works/series.ts";

/**
 * The series in which something stands that this person finds in lists under somebody's name, the last changed first, a page
 * at a time: a series is its writer's, and one of works without names alone would tell whose they are.
 */
export async function listCatalogueSeries(
  reader: Reader,
  person: Person,
  { page, perPage }: { page: number; perPage: number },
): Promise<{ series: { id: string; name: string }[]; isLast: boolean }> {
  const rows = await reader
    .selectFrom("series")
    .select(["series.id", "series.title as name"])
    .where("series.removed_at", "is", null)
    .where((series) =>
      series.exists(
        series
          .selectFrom("series_works")
          .innerJoin("works", "works.id", "series_works.work_id")
          .select("works.id")
          .whereRef("series_works.series_id", "=", "series.id")
          .where((work) => listedFor(person)(work))
          .where((work) => named(work)),
      ),
    )
    .orderBy("series.updated_at", "desc")
    .orderBy("series.id")
    .limit(perPage + 1)
    .offset((page - 1) * perPage)
    .execute();
  return { series: rows.slice(0, perPage), isLast: rows.length <= perPage };
}

import { orphanAccountId } from "../people/orphan-account.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { forgetEmptySeries } from "../works/put-in-series.ts";
import "../works/works.ts";

/**
 * Parts works from the series of whoever gives them up. A series all of whose works are given up with them goes along;
 * any other would tell by its company whose they were, and lets them go.
 *
 * @param goingTo who keeps each of the works from now on
 */
export async function clearSeries(
  writer: Writer,
  accountId: string,
  goingTo: ReadonlyMap<string, string>,
): Promise<void> {
  const workIds = [...goingTo.keys()];
  if (workIds.length === 0) return;
  const places = await writer
    .selectFrom("series_works")
    .innerJoin("series", "series.id", "series_works.series_id")
    .select(["series_id", "work_id"])
    .where("account_id", "=", accountId)
    .execute();
  const bySeries = Map.groupBy(places, ({ series_id }) => series_id);
  for (const [seriesId, parts] of bySeries) {
    const allGivenUp = parts.every(({ work_id }) => goingTo.get(work_id) === orphanAccountId);
    if (allGivenUp) {
      await writer
        .updateTable("series")
        .set({ account_id: orphanAccountId })
        .where("id", "=", seriesId)
        .execute();
      continue;
    }
    await writer
      .deleteFrom("series_works")
      .where("series_id", "=", seriesId)
      .where("work_id", "in", workIds)
      .execute();
  }
  await forgetEmptySeries(writer, [...bySeries.keys()]);
}

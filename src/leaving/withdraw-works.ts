import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { noteFilesToForget } from "../works/forget-files.ts";
import { keptWork } from "../works/own-work.ts";
import { forgetEmptySeries } from "../works/put-in-series.ts";
import { tellWorksMadeOf } from "../works/works-made-of.ts";
import { clearPictures, picturesOf } from "./clear-pictures.ts";
import { namesOf } from "./names-of.ts";

/**
 * Takes works away for good, without a time in the trash: their text and all earlier states of it, what was brought in
 * for them, what was said under them and thanks for them. Their addresses answer as if they had never been.
 *
 * One transaction, the caller's. The bytes of files go afterwards (`forgetFiles`), and what follows a "work-purged" takes
 * made downloads and the words of the text index.
 *
 * @param now ms since 1970, UTC
 * @throws NotFound unless the member keeps all of them; works in the trash count
 */
export async function withdrawWorks(
  writer: Writer,
  member: Member,
  workIds: readonly string[],
  now: number,
): Promise<void> {
  if (workIds.length === 0) return;
  for (const workId of workIds) await keptWork(writer, member, workId);
  const { pseudIds } = await namesOf(writer, member.accountId);
  const pictures = await picturesOf(writer, workIds);
  const originals = await writer
    .deleteFrom("originals")
    .where("work_id", "in", workIds)
    .returning("file_key")
    .execute();
  const series = await writer
    .selectFrom("series_works")
    .select("series_id")
    .distinct()
    .where("work_id", "in", workIds)
    .execute();
  await tellWorksMadeOf(writer, workIds, now);
  const others = await writer
    .selectFrom("work_creators")
    .innerJoin("pseuds", "pseuds.id", "work_creators.pseud_id")
    .select(["work_id as workId", "pseuds.id as pseudId"])
    .distinct()
    .where("work_id", "in", workIds)
    .where("role", "=", "author")
    .where("accepted", "=", 1)
    .where("account_id", "!=", member.accountId)
    .execute();
  const gone = await writer.deleteFrom("works").where("id", "in", workIds).returning("id").execute();
  if (gone.length !== new Set(workIds).size) throw new NotFound();
  await forgetEmptySeries(
    writer,
    series.map(({ series_id }) => series_id),
  );
  await noteFilesToForget(
    writer,
    originals.map(({ file_key }) => file_key),
    now,
  );
  await clearPictures(writer, member.accountId, pictures, now);
  for (const { id: workId } of gone) {
    for (const pseudId of pseudIds)
      await writer
        .deleteFrom("events")
        .where("subject", "=", `work:${workId}`)
        .where("body", "like", `%"${pseudId}"%`)
        .execute();
    for (const other of others)
      if (other.workId === workId)
        await recordFact(writer, { type: "work-withdrawn-by-keeper", ...other }, now);
    await recordFact(writer, { type: "work-purged", workId }, now);
  }
}

import { createHash } from "node:crypto";
import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import { type HiddenPart, ownPartsOf } from "./series.ts";
import "./sql/works-tables.ts";

/** A series as its author edits it; `version` changes whenever anything of it does. */
export type EditedSeries = {
  id: string;
  title: string;
  summary: string;
  notes: string;
  expectedWorks: number | null;
  removedAt: number | null;
  /** Every part its author may change, hidden ones and those in the trash too. */
  parts: HiddenPart[];
  version: string;
};

/** A series on its author's desk. */
export type OwnSeriesEntry = { id: string; title: string; works: number; removedAt: number | null };

/** A series of the member's own, in the trash or not; anybody else's is absent. */
export async function findEditedSeries(
  reader: Reader | Writer,
  member: Member,
  id: string,
): Promise<EditedSeries | undefined> {
  if (!looksLikeId(id)) return undefined;
  const row = await reader
    .selectFrom("series")
    .select(["id", "title", "summary", "notes", "expected_works as expectedWorks", "removed_at as removedAt"])
    .where("id", "=", id)
    .where("account_id", "=", member.accountId)
    .executeTakeFirst();
  if (!row) return undefined;
  const parts = await ownPartsOf(reader, member, id);
  const places = parts.map(({ workId, position }) => [workId, position]);
  const digest = createHash("sha256")
    .update(JSON.stringify([row, places]))
    .digest("hex");
  return { ...row, parts, version: digest.slice(0, 16) };
}

/** Every series of the member's own, the last changed first; the trash too. */
export async function listOwnSeries(reader: Reader | Writer, member: Member): Promise<OwnSeriesEntry[]> {
  const rows = await reader
    .selectFrom("series")
    .leftJoin("series_works", "series_works.series_id", "series.id")
    .select((row) => [
      "series.id",
      "series.title",
      "series.removed_at as removedAt",
      row.fn.count<number>("series_works.work_id").as("works"),
    ])
    .where("account_id", "=", member.accountId)
    .groupBy("series.id")
    .orderBy("updated_at", "desc")
    .orderBy("series.id")
    .execute();
  return rows.map((row) => ({ ...row, works: Number(row.works) }));
}

/** Tells that what readers see of the works of a series has changed: their page, their files, what finds them. */
export async function tellOfParts(writer: Writer, seriesId: string, now: number): Promise<void> {
  const works = await writer
    .selectFrom("series_works")
    .innerJoin("works", "works.id", "series_works.work_id")
    .select("works.id")
    .where("series_id", "=", seriesId)
    .where("works.status", "=", "published")
    .where("works.removed_at", "is", null)
    .execute();
  for (const { id } of works) await recordFact(writer, { type: "work-changed", workId: id }, now);
}

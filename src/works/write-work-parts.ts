import { findPseudByName } from "../people/pseuds.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { tagFor } from "../tags/tags.ts";
import { writeCreators } from "./credits/write-creators.ts";
import { writePermissions } from "./permissions.ts";
import { putInSeries } from "./put-in-series.ts";
import { recipientId } from "./recipient-id.ts";
import type { WorksTable } from "./sql/works-tables.ts";
import type { CommentsFrom, WorkAccess } from "./work.ts";
import type { WorkFields } from "./work-fields.ts";
import { askAboutRelated, writeRelated } from "./write-related.ts";
import "./sql/gift-answers-table.ts";

/** The columns of `works` an author's fields fill. */
export function workColumns(fields: WorkFields): Pick<
  WorksTable,
  "title" | "summary" | "notes" | "end_notes" | "disclaimer" | "dedication" | "conventions"
> &
  Pick<WorksTable, "rating_id" | "language" | "expected_chapters" | "visibility"> & {
    searchable: number;
    anonymous?: number;
  } & ReturnType<typeof accessColumns> {
  return {
    title: fields.title,
    summary: fields.summary,
    notes: fields.notes,
    end_notes: fields.endNotes,
    disclaimer: fields.disclaimer,
    dedication: fields.dedication,
    conventions: fields.conventions,
    rating_id: fields.ratingId,
    language: fields.language,
    expected_chapters: fields.expectedChapters,
    visibility: fields.visibility,
    searchable: fields.searchable ? 1 : 0,
    ...accessColumns(fields.access ?? {}),
    ...(fields.anonymous === undefined ? {} : { anonymous: fields.anonymous ? 1 : 0 }),
  };
}

/** The columns of what is said; the others keep what stands in them. */
export function accessColumns({
  searchEngines,
  aiCrawlers,
  commentsFrom,
  commentsHeld,
}: Partial<WorkAccess>): {
  search_engines?: number;
  ai_crawlers?: number;
  comments_from?: CommentsFrom;
  comments_held?: number;
} {
  return {
    ...(searchEngines === undefined ? {} : { search_engines: searchEngines ? 1 : 0 }),
    ...(aiCrawlers === undefined ? {} : { ai_crawlers: aiCrawlers ? 1 : 0 }),
    ...(commentsFrom === undefined ? {} : { comments_from: commentsFrom }),
    ...(commentsHeld === undefined ? {} : { comments_held: commentsHeld ? 1 : 0 }),
  };
}

/** Replaces everything about a work that lies in rows of its own: names, gifts, series, tags, warnings, categories. */
export async function writeWorkParts(
  writer: Writer,
  workId: string,
  accountId: string,
  fields: WorkFields,
  now: number,
): Promise<void> {
  await writeCreators(writer, workId, accountId, fields, now);
  await writeGifts(writer, workId, fields);
  await putInSeries(writer, workId, accountId, fields.series, fields.moreSeries, now);
  await writeTags(writer, workId, fields, now);
  await writer.deleteFrom("work_warnings").where("work_id", "=", workId).execute();
  const warnings = fields.warnings.map(({ warningId, answer }) => ({
    work_id: workId,
    warning_id: warningId,
    answer,
  }));
  if (warnings.length > 0) await writer.insertInto("work_warnings").values(warnings).execute();
  await writer.deleteFrom("work_categories").where("work_id", "=", workId).execute();
  const categories = fields.categoryIds.map((categoryId) => ({ work_id: workId, category_id: categoryId }));
  if (categories.length > 0) await writer.insertInto("work_categories").values(categories).execute();
  if (fields.permissions) await writePermissions(writer, workId, fields.permissions);
  if (fields.related) await writeRelated(writer, workId, accountId, fields.related, now);
  await askAboutRelated(writer, workId, now);
}

async function writeGifts(writer: Writer, workId: string, fields: WorkFields): Promise<void> {
  await writer.deleteFrom("work_gifts").where("work_id", "=", workId).execute();
  const refusals = await writer
    .selectFrom("gift_answers")
    .select("pseud_id")
    .where("work_id", "=", workId)
    .where("answer", "=", "refused")
    .execute();
  for (const [position, { name, addressedAs }] of fields.gifts.entries()) {
    const pseud = await findPseudByName(writer, name);
    // The form says so beforehand (unwanted-gifts.ts); whoever refused between its question and this has the last word.
    if (refusals.some(({ pseud_id }) => pseud_id === pseud?.id)) continue;
    await writer
      .insertInto("work_gifts")
      .values({
        work_id: workId,
        position,
        pseud_id: pseud?.id ?? null,
        name: pseud?.name ?? name,
        addressed_as: addressedAs,
        recipient_id: recipientId(pseud?.id ?? null, pseud?.name ?? name),
      })
      .execute();
  }
}

async function writeTags(writer: Writer, workId: string, fields: WorkFields, now: number): Promise<void> {
  await writer.deleteFrom("work_tags").where("work_id", "=", workId).execute();
  for (const [position, { kindId, name, weight = "main" }] of fields.tags.entries()) {
    const tagId = await tagFor(writer, kindId, name, now);
    await writer
      .insertInto("work_tags")
      .values({ work_id: workId, kind_id: kindId, position, tag_id: tagId, typed_as: name, weight })
      .execute();
  }
}

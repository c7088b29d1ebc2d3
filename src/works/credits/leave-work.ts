import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { recordFact } from "../../plumbing/events/record-fact.ts";
import type { FileStore } from "../../plumbing/files/file-store.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { tellReaders } from "../answer-invitation.ts";
import { forgetEmptySeries } from "../put-in-series.ts";
import { noteRefusal } from "../refused-credits.ts";
import type { CreatorRole } from "../work.ts";
import "../../people/pseuds.ts";
import "../sql/pictures-tables.ts";
import "../sql/revisions-tables.ts";
import "../sql/works-tables.ts";

/** Nobody else writes the work: it can be given up or taken away, but not left without an author by accident. */
export class LastAuthor extends Error {
  override name = "LastAuthor";
}

/**
 * Takes a member's names in one role off a work. They are not asked again for a while.
 *
 * An author who leaves takes along what is theirs alone: the files they brought in are forgotten, and the work is part of
 * none of their series any more. When it lay with them it lies with the next author from then on. Pictures of theirs
 * stay in the story. All of it in one transaction; files go in it too, where nobody else can begin to keep the same
 * bytes (see `keepOriginal`).
 *
 * @param now ms since 1970, UTC
 * @throws NotFound when no name of the member's stands there in this role; LastAuthor
 */
export async function leaveWork(
  writer: Writer,
  files: FileStore,
  member: Member,
  workId: string,
  role: CreatorRole,
  now: number,
): Promise<void> {
  const work = await writer
    .selectFrom("works")
    .select("account_id as keeperId")
    .where("id", "=", workId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  const standing = await writer
    .selectFrom("work_creators")
    .innerJoin("pseuds", "pseuds.id", "work_creators.pseud_id")
    .select(["position", "pseuds.id as pseudId", "account_id as accountId"])
    .where("work_id", "=", workId)
    .where("role", "=", role)
    .where("accepted", "=", 1)
    .orderBy("position")
    .execute();
  const mine = standing.filter(({ accountId }) => accountId === member.accountId);
  if (!work || mine.length === 0) throw new NotFound();
  const next = standing.find(({ accountId }) => accountId !== member.accountId);
  if (role === "author") {
    if (!next) throw new LastAuthor();
    await takeAlong(writer, files, member, workId);
    const keeperId = work.keeperId === member.accountId ? next.accountId : work.keeperId;
    await leavePictures(writer, member, workId, keeperId);
    await writer.updateTable("works").set({ account_id: keeperId }).where("id", "=", workId).execute();
  }
  await writer
    .deleteFrom("work_creators")
    .where("work_id", "=", workId)
    .where(
      "position",
      "in",
      mine.map(({ position }) => position),
    )
    .execute();
  for (const { pseudId } of mine) {
    await noteRefusal(writer, workId, pseudId, now);
    await recordFact(writer, { type: "creator-left", workId, pseudId }, now);
  }
  await tellReaders(writer, workId, now);
}

async function takeAlong(writer: Writer, files: FileStore, member: Member, workId: string): Promise<void> {
  const originals = await writer
    .deleteFrom("originals")
    .where("work_id", "=", workId)
    .where("account_id", "=", member.accountId)
    .returning("file_key")
    .execute();
  for (const { file_key } of originals) {
    const stillNamed = await writer
      .selectFrom("originals")
      .select("id")
      .where("file_key", "=", file_key)
      .executeTakeFirst();
    if (!stillNamed) await files.remove(file_key);
  }
  const ownSeries = await writer
    .selectFrom("series_works")
    .innerJoin("series", "series.id", "series_works.series_id")
    .select("series.id")
    .where("work_id", "=", workId)
    .where("account_id", "=", member.accountId)
    .execute();
  const ids = ownSeries.map(({ id }) => id);
  if (ids.length === 0) return;
  await writer
    .deleteFrom("series_works")
    .where("work_id", "=", workId)
    .where("series_id", "in", ids)
    .execute();
  await forgetEmptySeries(writer, ids);
}

/** Pictures show where one of the writers keeps them: whoever keeps the work keeps them from now on. */
async function leavePictures(
  writer: Writer,
  member: Member,
  workId: string,
  keeperId: string,
): Promise<void> {
  const inStory = await writer
    .selectFrom("chapters")
    .innerJoin("chapter_pictures", "chapter_pictures.chapter_id", "chapters.id")
    .select("chapter_pictures.name")
    .where("work_id", "=", workId)
    .union(
      writer
        .selectFrom("chapters")
        .innerJoin("revision_pictures", "revision_pictures.chapter_id", "chapters.id")
        .select("revision_pictures.name")
        .where("work_id", "=", workId),
    )
    .execute();
  if (inStory.length === 0) return;
  const kept = await writer
    .selectFrom("picture_keepers")
    .select("name")
    .where("account_id", "=", member.accountId)
    .where(
      "name",
      "in",
      inStory.map(({ name }) => name),
    )
    .execute();
  for (const { name } of kept)
    await writer
      .insertInto("picture_keepers")
      .values({ account_id: keeperId, name })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

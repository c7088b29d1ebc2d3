import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { setStatus } from "./set-status.ts";
import "./sql/comments-tables.ts";

/**
 * Takes the name from what an account said, everywhere or under one work: the words stay, said by somebody who left.
 * What they said before, and passages that wait in its comment boxes, go.
 */
export async function takeNameFromTalk(
  writer: Writer,
  accountId: string,
  workId: string | null,
): Promise<void> {
  await writer
    .deleteFrom("comment_versions")
    .where("comment_id", "in", (query) =>
      query
        .selectFrom("comments")
        .select("id")
        .where("account_id", "=", accountId)
        .$if(workId !== null, (own) => own.where("work_id", "=", workId ?? "")),
    )
    .execute();
  await writer
    .updateTable("comments")
    .set({ account_id: null, pseud_id: null, guest_name: "" })
    .where("account_id", "=", accountId)
    .$if(workId !== null, (query) => query.where("work_id", "=", workId ?? ""))
    .execute();
  await writer
    .deleteFrom("quotes")
    .where("account_id", "=", accountId)
    .$if(workId !== null, (query) => query.where("work_id", "=", workId ?? ""))
    .execute();
}

/**
 * Takes what an account said off every page, with what it said before and without a time in which it can be read again:
 * a placeholder stays where others answered.
 *
 * @param now ms since 1970, UTC
 */
export async function takeWordsFromTalk(writer: Writer, accountId: string, now: number): Promise<void> {
  const said = await writer
    .selectFrom("comments")
    .select("id")
    .where("account_id", "=", accountId)
    .orderBy("id")
    .execute();
  for (const { id } of said) {
    const comment = await writer
      .selectFrom("comments")
      .select(["id", "work_id", "chapter_id", "parent_id", "status", "standing", "standing_replies"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    if (comment.status !== "removed") await setStatus(writer, comment, "removed", now);
    await writer
      .updateTable("comments")
      .set({ removed_at: now, removed_by: "leaving", text: "" })
      .where("id", "=", id)
      .execute();
    await writer.deleteFrom("comment_versions").where("comment_id", "=", id).execute();
  }
  await takeNameFromTalk(writer, accountId, null);
}

/** How many comments an account wrote, everywhere or under one work; removed ones left out. */
export async function countWords(
  reader: Reader | Writer,
  accountId: string,
  workId: string | null,
): Promise<number> {
  const { count } = await reader
    .selectFrom("comments")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("account_id", "=", accountId)
    .where("status", "!=", "removed")
    .$if(workId !== null, (query) => query.where("work_id", "=", workId ?? ""))
    .executeTakeFirstOrThrow();
  return Number(count);
}

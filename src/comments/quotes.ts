import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { newId } from "../vocabulary/ids.ts";
import "./sql/comments-tables.ts";

/** Quotes that wait for one comment box; the oldest go first. More would not fit into a comment. */
export const mostWaiting = 50;

/** The passages a member wants to say something about under a work, in the order in which they were chosen. */
export async function listQuotes(reader: Reader, member: Member, workId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom("quotes")
    .select("words")
    .where("account_id", "=", member.accountId)
    .where("work_id", "=", workId)
    .orderBy("added_at")
    .orderBy("id")
    .execute();
  return rows.map(({ words }) => words);
}

/**
 * Lays passages into a member's basket for a work; one that lies there stays where it is.
 *
 * @param now ms since 1970, UTC
 */
export async function addQuotes(
  writer: Writer,
  member: Member,
  workId: string,
  passages: readonly string[],
  now: number,
): Promise<void> {
  const there = new Set(await listQuotes(writer, member, workId));
  const added = [...new Set(passages)].filter((words) => !there.has(words)).slice(-mostWaiting);
  for (const [index, words] of added.entries())
    await writer
      .insertInto("quotes")
      .values({
        id: newId(),
        account_id: member.accountId,
        work_id: workId,
        words,
        // In the order of the story, though chosen at one time.
        added_at: now + index,
      })
      .execute();
  const tooMany = there.size + added.length - mostWaiting;
  if (tooMany > 0) await dropQuotes(writer, member, workId, [...there].slice(0, tooMany));
}

/** Takes passages out of a member's basket for a work. */
export async function dropQuotes(
  writer: Writer,
  member: Member,
  workId: string,
  passages: readonly string[],
): Promise<void> {
  if (passages.length === 0) return;
  await writer
    .deleteFrom("quotes")
    .where("account_id", "=", member.accountId)
    .where("work_id", "=", workId)
    .where("words", "in", passages)
    .execute();
}

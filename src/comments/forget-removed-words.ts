import type { Database } from "../plumbing/database/database.ts";
import { forgetBefore } from "../works/trash.ts";
import { keepsItsWords } from "./removed-comments.ts";
import "./sql/comments-tables.ts";

/** Comments forgotten in one transaction, so that nobody waits long behind it. */
const slice = 500;

/**
 * Forgets the words of comments that were removed longer ago than the trash keeps things. Their places stay.
 *
 * @param days how long the trash keeps things
 * @param now ms since 1970, UTC
 */
export async function forgetRemovedWords(database: Database, days: number, now: number): Promise<void> {
  const before = forgetBefore(now, days);
  for (;;) {
    const forgotten = await database.write(async (writer) => {
      const rows = await writer
        .selectFrom("comments")
        .select("id")
        .where(keepsItsWords)
        .where("removed_at", "<", before)
        .limit(slice)
        .execute();
      const ids = rows.map(({ id }) => id);
      if (ids.length === 0) return 0;
      await writer
        .updateTable("comments")
        .set({ text: "", guest_name: "", account_id: null, pseud_id: null })
        .where("id", "in", ids)
        .execute();
      await writer.deleteFrom("comment_versions").where("comment_id", "in", ids).execute();
      return ids.length;
    });
    if (forgotten < slice) return;
  }
}

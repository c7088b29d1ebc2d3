import type { Writer } from "../../plumbing/database/reader-writer.ts";
import "../../people/pseuds.ts";
import "../sql/works-tables.ts";

/**
 * Puts one name of an account in the place of its other names on a work, in whatever role they stand there with its
 * yes. Where the name stands already it stands once. What the work is called by in lists and files follows the
 * "work-changed" that the caller records.
 *
 * @param to the name, the account's own
 * @param from only this name gives way; left out: all of the account's
 */
export async function giveUnder(
  writer: Writer,
  workId: string,
  accountId: string,
  to: { id: string; name: string },
  from?: string,
): Promise<void> {
  const own = await writer
    .selectFrom("work_creators")
    .innerJoin("pseuds", "pseuds.id", "work_creators.pseud_id")
    .select(["position", "role", "pseuds.id as pseudId"])
    .where("work_id", "=", workId)
    .where("account_id", "=", accountId)
    .where("accepted", "=", 1)
    .orderBy("position")
    .execute();
  const standing = new Set(own.filter(({ pseudId }) => pseudId === to.id).map(({ role }) => role));
  for (const { position, role, pseudId } of own) {
    if (pseudId === to.id || (from !== undefined && pseudId !== from)) continue;
    if (standing.has(role))
      await writer
        .deleteFrom("work_creators")
        .where("work_id", "=", workId)
        .where("position", "=", position)
        .execute();
    else
      await writer
        .updateTable("work_creators")
        .set({ pseud_id: to.id, name: to.name })
        .where("work_id", "=", workId)
        .where("position", "=", position)
        .execute();
    standing.add(role);
  }
}

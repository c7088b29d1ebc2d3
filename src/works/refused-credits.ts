import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { dayLength } from "../vocabulary/days.ts";
import "../people/pseuds.ts";
import "./sql/works-tables.ts";

/** Notes that somebody does not want to be named on a work, so that nobody asks them again for a while. */
export async function noteRefusal(
  writer: Writer,
  workId: string,
  pseudId: string,
  now: number,
): Promise<void> {
  await writer
    .insertInto("refused_credits")
    .values({ work_id: workId, pseud_id: pseudId, refused_at: now })
    .onConflict((conflict) => conflict.columns(["work_id", "pseud_id"]).doUpdateSet({ refused_at: now }))
    .execute();
}

/** Whether somebody said no to being named on a work, not so long ago that it is forgotten (`forgetRefusals`). */
export async function isAskedNoMore(
  reader: Reader | Writer,
  workId: string,
  pseudId: string,
): Promise<boolean> {
  const refusal = await reader
    .selectFrom("refused_credits")
    .select("refused_at")
    .where("work_id", "=", workId)
    .where("pseud_id", "=", pseudId)
    .executeTakeFirst();
  return refusal !== undefined;
}

/** The names that may not be put on a work now, for its authors. */
export async function listRefused(reader: Reader, workId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom("refused_credits")
    .innerJoin("pseuds", "pseuds.id", "refused_credits.pseud_id")
    .select("pseuds.name")
    .where("work_id", "=", workId)
    .execute();
  return rows.map(({ name }) => name);
}

/**
 * Forgets refusals, so that somebody may be asked anew.
 *
 * @param days how long nobody is asked again
 * @param now ms since 1970, UTC
 */
export async function forgetRefusals(writer: Writer, days: number, now: number): Promise<void> {
  await writer
    .deleteFrom("refused_credits")
    .where("refused_at", "<", now - days * dayLength)
    .execute();
}

import type { Database } from "../plumbing/database/database.ts";
import { forgetBefore } from "./trash.ts";
import "./sql/autosaves-tables.ts";

/** How long a window is remembered whose words are saved: longer than any browser waits to send what it had. */
const settledDays = 30;

/**
 * Forgets what is typed and not saved where that loses nothing: what its writer put aside as long ago as the trash keeps
 * things, and what something else was saved over, more than `days` ago. Words newer than what is saved are never
 * forgotten, nor those of a work or chapter that was never saved.
 *
 * @param now ms since 1970, UTC
 * @returns how many were forgotten
 */
export async function purgeAutosaves(
  database: Database,
  { autosaveDays, daysInTrash }: { autosaveDays: number; daysInTrash: number },
  now: number,
): Promise<number> {
  return database.write(async (writer) => {
    const forgotten = await writer
      .deleteFrom("autosaves")
      .where((row) =>
        row.or([
          row("settled_at", "<", forgetBefore(now, settledDays)),
          row("left_at", "<", forgetBefore(now, daysInTrash)),
          row("overtaken_at", "<", forgetBefore(now, autosaveDays)),
        ]),
      )
      .executeTakeFirst();
    return Number(forgotten.numDeletedRows);
  });
}

import type { Database } from "../plumbing/database/database.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import type { FileStore } from "../plumbing/files/file-store.ts";
import { pictureKey } from "./pictures.ts";
import "./sql/files-to-forget-table.ts";
import "./sql/pictures-tables.ts";
import "./sql/works-tables.ts";

/** How many files are forgotten in one transaction: others wait while it runs. */
const atOnce = 50;

/** Notes, in the transaction that takes what named them, that these files are to go. @param now ms since 1970, UTC */
export async function noteFilesToForget(writer: Writer, keys: readonly string[], now: number): Promise<void> {
  for (const file_key of new Set(keys))
    await writer
      .insertInto("files_to_forget")
      .values({ file_key, since: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/**
 * Removes the bytes of what was noted, unless something names them again. Safe to repeat, and to be killed anywhere: a
 * key stands until its bytes are gone. They go inside the transaction, where nobody else can begin to keep the same
 * bytes (see `keepOriginal`).
 *
 * @returns how many keys were settled
 */
export async function forgetFiles(database: Database, files: FileStore): Promise<number> {
  let settled = 0;
  for (;;) {
    const count = await database.write(async (writer) => {
      const rows = await writer.selectFrom("files_to_forget").select("file_key").limit(atOnce).execute();
      for (const { file_key } of rows) {
        if (!(await isNamed(writer, file_key))) await files.remove(file_key);
        await writer.deleteFrom("files_to_forget").where("file_key", "=", file_key).execute();
      }
      return rows.length;
    });
    settled += count;
    if (count < atOnce) return settled;
  }
}

async function isNamed(writer: Writer, key: string): Promise<boolean> {
  const original = await writer
    .selectFrom("originals")
    .select("id")
    .where("file_key", "=", key)
    .executeTakeFirst();
  if (original) return true;
  const name = key.split("/").at(-1) ?? "";
  if (key !== pictureKey(name)) return false;
  const picture = await writer
    .selectFrom("pictures")
    .select("name")
    .where("name", "=", name)
    .executeTakeFirst();
  return picture !== undefined;
}

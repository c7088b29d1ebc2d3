import type { Database } from "../plumbing/database/database.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import type { FileStore } from "../plumbing/files/file-store.ts";
import { pictureKey } from "./pictures.ts";
import { forgetBefore } from "./trash.ts";
import "./sql/pictures-tables.ts";
import "./sql/revisions-tables.ts";

/** How many pictures are forgotten in one transaction: others wait while it runs. */
const atOnce = 50;

/**
 * Forgets pictures that no chapter shows, not even one in the trash or an earlier state of one, and no original came with, once they have not
 * been needed for as long as the trash keeps things.
 *
 * The bytes go inside the transaction that takes the row, where nobody else can begin to keep the same picture
 * (see `keepPictures`). A crash between leaves a row without bytes that nothing shows; the next run takes it.
 *
 * @param days how long the trash keeps things
 * @param now ms since 1970, UTC
 * @returns how many were forgotten
 */
export async function forgetPictures(
  database: Database,
  files: FileStore,
  days: number,
  now: number,
): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const count = await database.write(async (writer) => {
      const names = await unneededPictures(writer, forgetBefore(now, days));
      if (names.length === 0) return 0;
      await writer.deleteFrom("pictures").where("name", "in", names).execute();
      for (const name of names) await files.remove(pictureKey(name));
      return names.length;
    });
    forgotten += count;
    if (count < atOnce) return forgotten;
  }
}

async function unneededPictures(writer: Writer, before: number): Promise<string[]> {
  const rows = await writer
    .selectFrom("pictures")
    .select("name")
    .where("last_needed_at", "<", before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("chapter_pictures")
            .select("chapter_id")
            .whereRef("chapter_pictures.name", "=", "pictures.name"),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("revision_pictures")
            .select("chapter_id")
            .whereRef("revision_pictures.name", "=", "pictures.name"),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("original_pictures")
            .select("original_id")
            .whereRef("original_pictures.name", "=", "pictures.name"),
        ),
      ),
    )
    .limit(atOnce)
    .execute();
  return rows.map(({ name }) => name);
}

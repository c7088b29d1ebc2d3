import type { Writer } from "../plumbing/database/reader-writer.ts";
import { noteFilesToForget } from "../works/forget-files.ts";
import { pictureKey } from "../works/pictures.ts";
import "../works/revisions.ts";

/** The pictures a work shows, showed in an earlier state, or came with. */
export async function picturesOf(writer: Writer, workIds: readonly string[]): Promise<string[]> {
  if (workIds.length === 0) return [];
  const rows = await writer
    .selectFrom("chapters")
    .innerJoin("chapter_pictures", "chapter_pictures.chapter_id", "chapters.id")
    .select("chapter_pictures.name")
    .where("work_id", "in", workIds)
    .union(
      writer
        .selectFrom("chapters")
        .innerJoin("revision_pictures", "revision_pictures.chapter_id", "chapters.id")
        .select("revision_pictures.name")
        .where("work_id", "in", workIds),
    )
    .union(
      writer
        .selectFrom("originals")
        .innerJoin("original_pictures", "original_pictures.original_id", "originals.id")
        .select("original_pictures.name")
        .where("work_id", "in", workIds),
    )
    .execute();
  return rows.map(({ name }) => name);
}

/**
 * Lets somebody no longer be known for having brought pictures in, as far as no other work of theirs needs them; pictures
 * that nothing shows any more go, with their bytes.
 *
 * @param now ms since 1970, UTC
 */
export async function clearPictures(
  writer: Writer,
  accountId: string,
  names: readonly string[],
  now: number,
): Promise<void> {
  for (const name of names) {
    const [shown, ofOwn] = await Promise.all([
      isNeeded(writer, name, null),
      isNeeded(writer, name, accountId),
    ]);
    if (!ofOwn)
      await writer
        .deleteFrom("picture_keepers")
        .where("account_id", "=", accountId)
        .where("name", "=", name)
        .execute();
    if (shown) continue;
    await writer.deleteFrom("pictures").where("name", "=", name).execute();
    await noteFilesToForget(writer, [pictureKey(name)], now);
  }
}

/** Whether a chapter, an earlier state of one or an original has the picture; of anybody, or of one account. */
async function isNeeded(writer: Writer, name: string, accountId: string | null): Promise<boolean> {
  const shown = await writer
    .selectFrom("chapter_pictures")
    .innerJoin("chapters", "chapters.id", "chapter_pictures.chapter_id")
    .innerJoin("works", "works.id", "chapters.work_id")
    .select("works.id")
    .where("chapter_pictures.name", "=", name)
    .$if(accountId !== null, (query) => query.where("works.account_id", "=", accountId ?? ""))
    .union(
      writer
        .selectFrom("revision_pictures")
        .innerJoin("chapters", "chapters.id", "revision_pictures.chapter_id")
        .innerJoin("works", "works.id", "chapters.work_id")
        .select("works.id")
        .where("revision_pictures.name", "=", name)
        .$if(accountId !== null, (query) => query.where("works.account_id", "=", accountId ?? "")),
    )
    .union(
      writer
        .selectFrom("original_pictures")
        .innerJoin("originals", "originals.id", "original_pictures.original_id")
        .select("originals.id")
        .where("original_pictures.name", "=", name)
        .$if(accountId !== null, (query) => query.where("originals.account_id", "=", accountId ?? "")),
    )
    .execute();
  return shown.length > 0;
}

import type { Member } from "../people/person.ts";
import type { Database } from "../plumbing/database/database.ts";
import type { FileStore } from "../plumbing/files/file-store.ts";
import { checkPictureRoom } from "./picture-room.ts";
import { pictureKey } from "./pictures.ts";
import "./sql/pictures-tables.ts";

/** A picture without anything that tells of its maker, named by its bytes. */
export type PictureToKeep = { name: string; bytes: Uint8Array; width: number; height: number };

/**
 * Keeps the pictures that came with an original or by themselves, for whoever brought them in. Pictures kept already
 * cost nothing more than saying who else has them.
 *
 * First the rows, which hold off `forgetPictures` from these names; then the bytes, durable one by one; then who
 * may show them. A crash between leaves pictures that nobody keeps, and they are forgotten like all such.
 *
 * @param originalId what they came with: they stay for as long as it does; null: for as long as stories show them
 * @param now ms since 1970, UTC
 * @throws {PicturesFull} when the member has no room for them; then none is kept
 */
export async function keepPictures(
  database: Database,
  files: FileStore,
  member: Member,
  originalId: string | null,
  pictures: PictureToKeep[],
  now: number,
): Promise<void> {
  const once = [...new Map(pictures.map((picture) => [picture.name, picture])).values()];
  if (once.length === 0) return;
  await database.write(async (writer) => {
    await checkPictureRoom(writer, member, once);
    for (const { name, bytes, width, height } of once)
      await writer
        .insertInto("pictures")
        .values({
          name,
          byte_size: bytes.byteLength,
          width,
          height,
          created_at: now,
          last_needed_at: now,
        })
        .onConflict((conflict) => conflict.column("name").doUpdateSet({ last_needed_at: now }))
        .execute();
  });
  for (const { name, bytes } of once) await files.write(pictureKey(name), bytes);
  await database.write(async (writer) => {
    // Others of this account's may have been kept meanwhile.
    await checkPictureRoom(writer, member, once);
    for (const { name } of once) {
      await writer
        .insertInto("picture_keepers")
        .values({ account_id: member.accountId, name })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      if (originalId === null) continue;
      await writer
        .insertInto("original_pictures")
        .values({ original_id: originalId, name })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  });
}

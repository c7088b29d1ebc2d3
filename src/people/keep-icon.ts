import type { Database } from "../plumbing/database/database.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import type { FileStore } from "../plumbing/files/file-store.ts";
import { keepPicture } from "../plumbing/pictures/keep-picture.ts";
import { newId } from "../vocabulary/ids.ts";
import { iconKey, iconsFolder } from "./pseud-icons.ts";
import "./sql/pseuds-table.ts";

/** A picture checked by its own bytes, without what its maker's tools wrote into it about place and person. */
export type IconToKeep = { bytes: Uint8Array; mediaType: string };

/** Why a picture cannot stand beside a name. */
export type IconRefusal = "too large" | "no picture" | "too wide";

const mediaTypes: Record<string, string> = {
  png: "image/png",
  jpg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
};
/** A few hundred bytes may declare a picture that holds a telephone up; beside a name it is shown at a hundred points. */
const longestSide = 4_000;

/** Checks a picture for a name. @param kilobytes the most it may have, by the owner's setting */
export function checkIcon(bytes: Uint8Array, kilobytes: number): IconToKeep | IconRefusal {
  if (bytes.byteLength > kilobytes * 1_000) return "too large";
  const picture = keepPicture(bytes);
  const mediaType = mediaTypes[picture?.name.split(".").at(-1) ?? ""];
  if (!picture || mediaType === undefined) return "no picture";
  if (picture.width > longestSide || picture.height > longestSide) return "too wide";
  return { bytes: picture.bytes, mediaType };
}

/**
 * Puts a picture beside a pseud's name in the place of the one before, whose bytes are forgotten. Whose pseud it is was
 * asked before.
 *
 * The new bytes are durable before the row names them, the old ones go after: a crash between leaves bytes that no row
 * names and nobody can ask for; they go with the pseud's next picture or with the pseud.
 *
 * @param now ms since 1970, UTC
 */
export async function keepIcon(
  database: Database,
  files: FileStore,
  pseudId: string,
  { bytes, mediaType, alt }: IconToKeep & { alt: string },
  now: number,
): Promise<void> {
  const iconId = newId();
  await files.write(iconKey({ pseudId, iconId }), bytes);
  const row = { icon_id: iconId, media_type: mediaType, alt, byte_size: bytes.byteLength, created_at: now };
  const before = await database.write(async (writer) => {
    const old = await writer
      .deleteFrom("pseud_icons")
      .where("pseud_id", "=", pseudId)
      .returning("icon_id as iconId")
      .executeTakeFirst();
    await writer
      .insertInto("pseud_icons")
      .values({ pseud_id: pseudId, ...row })
      .execute();
    await recordFact(writer, { type: "pseud-icon-changed", pseudId }, now);
    return old;
  });
  if (before) await files.remove(iconKey({ pseudId, iconId: before.iconId }));
}

/** Says otherwise what a pseud's picture shows. */
export async function describeIcon(
  database: Database,
  pseudId: string,
  alt: string,
  now: number,
): Promise<void> {
  await database.write(async (writer) => {
    await writer.updateTable("pseud_icons").set({ alt }).where("pseud_id", "=", pseudId).execute();
    await recordFact(writer, { type: "pseud-icon-changed", pseudId }, now);
  });
}

/** Takes the picture from a pseud's name and forgets its bytes, those a crash may have left too. */
export async function removeIcon(
  database: Database,
  files: FileStore,
  pseudId: string,
  now: number,
): Promise<void> {
  await database.write(async (writer) => {
    await writer.deleteFrom("pseud_icons").where("pseud_id", "=", pseudId).execute();
    await recordFact(writer, { type: "pseud-icon-changed", pseudId }, now);
  });
  await files.remove(iconsFolder(pseudId));
}

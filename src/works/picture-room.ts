import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { readSettings } from "../plumbing/settings/settings.ts";
import type { Translate } from "../vocabulary/translate.ts";
import "./sql/pictures-tables.ts";

/** A member keeps as many pictures as the owner gives room for; nothing of what they have is touched. */
export class PicturesFull extends Error {
  override name = "PicturesFull";
  readonly most: { pictures: number; megabytes: number };
  constructor(most: { pictures: number; megabytes: number }) {
    super("there is no room for more pictures");
    this.most = most;
  }
}

/** Why a picture is not kept, and what to do. */
export function picturesFullSentence({ most }: PicturesFull, t: Translate): string {
  return t(
    "There is no room for more: an account keeps up to {pictures, number} pictures, of {megabytes, number} MB together. Nothing you have was lost. Pictures that no story shows are forgotten after some weeks, and whoever runs this archive can give you more room.",
    most,
  );
}

/**
 * Makes sure that there is room for some pictures more; those that the member has already need none.
 *
 * @throws {PicturesFull}
 */
export async function checkPictureRoom(
  reader: Reader | Writer,
  member: Member,
  pictures: { name: string; bytes: Uint8Array }[],
): Promise<void> {
  const { picturesKept, pictureMegabytes } = await readSettings(reader, ["picturesKept", "pictureMegabytes"]);
  const names = pictures.map(({ name }) => name);
  const own = await reader
    .selectFrom("picture_keepers")
    .innerJoin("pictures", "pictures.name", "picture_keepers.name")
    .select(({ fn }) => [
      fn.countAll<number>().as("count"),
      fn.sum<number | null>("pictures.byte_size").as("bytes"),
    ])
    .where("picture_keepers.account_id", "=", member.accountId)
    .executeTakeFirst();
  const present = await reader
    .selectFrom("picture_keepers")
    .select("name")
    .where("account_id", "=", member.accountId)
    .where("name", "in", names)
    .execute();
  const known = new Set(present.map(({ name }) => name));
  const added = pictures.filter(({ name }) => !known.has(name));
  if (added.length === 0) return;
  const count = Number(own?.count ?? 0) + added.length;
  const bytes = Number(own?.bytes ?? 0) + added.reduce((sum, one) => sum + one.bytes.byteLength, 0);
  if (count > picturesKept || bytes > pictureMegabytes * 1_000_000)
    throw new PicturesFull({ pictures: picturesKept, megabytes: pictureMegabytes });
}

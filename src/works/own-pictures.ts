import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import type { Picture } from "./pictures.ts";
import "./sql/pictures-tables.ts";

/** The most pictures that are listed; who has more brings the one they want in again, which costs nothing. */
const mostListed = 200;

/** The pictures a member brought in, the newest first. */
export function listOwnPictures(
  reader: Reader,
  member: Member,
): Promise<Pick<Picture, "name" | "width" | "height">[]> {
  return reader
    .selectFrom("picture_keepers")
    .innerJoin("pictures", "pictures.name", "picture_keepers.name")
    .select(["pictures.name", "pictures.width", "pictures.height"])
    .where("picture_keepers.account_id", "=", member.accountId)
    .orderBy("pictures.created_at", "desc")
    .orderBy("pictures.name")
    .limit(mostListed)
    .execute();
}

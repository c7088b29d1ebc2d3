import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import "./sql/tags-tables.ts";

/** What a fandom is a fandom of: books, films, games. */
export type Medium = { id: string; name: string };

/** The media offered, in the owner's order. */
export function listMedia(reader: Reader | Writer): Promise<Medium[]> {
  return reader
    .selectFrom("media")
    .select(["id", "name"])
    .where("retired", "=", 0)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

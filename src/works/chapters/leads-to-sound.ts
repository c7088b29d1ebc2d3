import { sql } from "kysely";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import "../sql/works-tables.ts";

/** How the paths of files end that hold sound. */
const endings = ["mp3", "m4a", "m4b", "ogg", "oga", "opus", "flac", "wav"];

/** A link of stored story HTML whose path ends so, whatever host it is on. */
const soundLink = new RegExp(`<a [^<>]*href="[^"<>?#]*\\.(?:${endings.join("|")})(?:[?#][^"<>]*)?"`, "iu");

/** Whether the text of a story leads to a file of sound: a podfic, a theme. */
export function hasSoundLink(story: string): boolean {
  return soundLink.test(story);
}

/** Whether one of a work's published chapters does. The database looks which chapters can come into question. */
export async function leadsToSound(writer: Writer, workId: string): Promise<boolean> {
  const chapters = await writer
    .selectFrom("chapters")
    .select("story")
    .where("work_id", "=", workId)
    .where("status", "=", "published")
    .where("removed_at", "is", null)
    .where((chapter) =>
      chapter.or(
        endings.map((ending) => sql<boolean>`lower(${chapter.ref("story")}) like ${`%href="%.${ending}%`}`),
      ),
    )
    .execute();
  return chapters.some(({ story }) => hasSoundLink(story));
}

import type { Member } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { listKeptParts } from "./kept-parts.ts";
import { worksSpokenOf } from "./works-spoken-of.ts";

/** A bookmark as it is carried away: in another archive its work is to be found by title and names, not by an id. */
export type CarriedBookmark = {
  work_id: string;
  note: string;
  kept_at: number;
  title: string | null;
  names: string[];
};

/** A member's bookmarks, with what they may read of their works; and those of earlier copies that are no bookmarks here. */
export async function carriedBookmarks(
  reader: Reader,
  member: Member,
  rows: readonly { work_id: string; note: string; kept_at: number }[],
): Promise<CarriedBookmark[]> {
  const words = await worksSpokenOf(
    reader,
    member,
    rows.map(({ work_id }) => work_id),
  );
  const own = rows.map((row) => ({ ...row, ...(words.get(row.work_id) ?? { title: null, names: [] }) }));
  const ids = new Set(own.map(({ work_id }) => work_id));
  const kept = (await listKeptParts(reader, member, "bookmark"))
    .filter(({ id }) => !ids.has(id))
    .map(({ id, happenedAt, body }) => ({
      work_id: id,
      note: typeof body.note === "string" ? body.note : "",
      kept_at: happenedAt,
      title: typeof body.title === "string" ? body.title : null,
      names: Array.isArray(body.names) ? body.names.filter((name) => typeof name === "string") : [],
    }));
  return [...own, ...kept];
}

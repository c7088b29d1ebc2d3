import { findPreferences } from "../../../people/preferences.ts";
import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import { looksLikeId } from "../../../vocabulary/ids.ts";
import { findChapterIn, findWork, listChapters } from "../../../works/works.ts";
import { keepPlace } from "../../keep-place.ts";

/**
 * Takes in where a member is in a chapter, as the script of the page tells it. Whatever is told, the answer is the same
 * and empty: there is nobody to read it.
 */
export function takeInPlace({ database }: { database: Database }): ArchiveHandler {
  return async (context) => {
    const nothing = () => context.body(null, 204);
    const { person } = context.var;
    if (person.kind === "visitor") return nothing();
    const form = await readForm(context);
    const chapterId = form.text("chapter");
    const paragraph = Number(form.text("paragraph"));
    if (!looksLikeId(chapterId) || !Number.isSafeInteger(paragraph)) return nothing();
    const { reading } = database;
    const at = await reading
      .selectFrom("chapters")
      .select("work_id")
      .where("id", "=", chapterId)
      .executeTakeFirst();
    const work = at && (await findWork(reading, person, at.work_id));
    if (work?.status !== "published" || work.mine) return nothing();
    const chapters = await listChapters(reading, work);
    const chapter = await findChapterIn(reading, work.id, chapters, chapterId);
    const preferences = await findPreferences(reading, person.accountId);
    if (!chapter || !preferences.placesKept) return nothing();
    // Of a chapter that was changed while it was read, the number may mean another paragraph by now: the place is near.
    await database.write((writer) =>
      keepPlace(
        writer,
        person,
        { work, chapter, chapters },
        { paragraph, ended: form.text("ended") === "yes" },
        preferences,
        Date.now(),
      ),
    );
    return nothing();
  };
}

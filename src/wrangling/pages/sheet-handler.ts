import type { ArchiveHandler } from "../../people/request.ts";
import { listEveryTagKind } from "../../tags/change-tag-kinds.ts";
import { listMedia } from "../../tags/media.ts";
import { readWholeTagBook } from "../../tags/read-tag-book.ts";
import { countsOfKinds } from "../queue.ts";
import { writeTagSheet } from "../tag-sheet.ts";
import type { WranglersRoom } from "./desk-handlers.tsx";
import { wranglerOf } from "./wrangler-only.ts";

/** Sends every canonical tag, its synonyms and links, as a sheet that can be brought in again anywhere. */
export function sendTagSheet(room: WranglersRoom): ArchiveHandler {
  return async (context) => {
    const wrangler = wranglerOf(context);
    const { reading } = room.database;
    const kinds = await listEveryTagKind(reading);
    const kindIds = kinds.map(({ id }) => id);
    const counts = await countsOfKinds(room.countTags, wrangler, kindIds);
    const book = await readWholeTagBook(reading);
    const sheet = await writeTagSheet(book, kinds, await listMedia(reading), (id) => counts.get(id));
    return context.body(sheet, 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="tags.csv"',
    });
  };
}

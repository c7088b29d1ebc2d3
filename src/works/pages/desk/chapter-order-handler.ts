import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { orderChapters } from "../../chapters/order-chapters.ts";
import { listChapters } from "../../works.ts";
import { chapterMove, chapterRow, orderWished } from "./chapter-order.ts";
import { ownWorkOf } from "./own-work-of.ts";

/** Puts a work's chapters in the order of their numbers, or moves one of them one place. */
export function handleChapterOrder(database: Database): ArchiveHandler {
  return async (context) => {
    const { member, work } = await ownWorkOf(context, database.reading);
    const form = await readForm(context);
    const standing = (await listChapters(database.reading, work)).map(({ id }) => id);
    const wish = orderWished(form, standing);
    await database.write((writer) => orderChapters(writer, member, work.id, wish, Date.now()));
    context.var.sayNext("chapters-ordered");
    const moved = form.text(chapterMove.chapter);
    const place = standing.includes(moved) ? chapterRow(moved) : "chapters";
    return context.redirect(`${urls.editWork(work.id)}#${place}`, 303);
  };
}

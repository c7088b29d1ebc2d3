import type { ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { looksLikeId } from "../../vocabulary/ids.ts";
import { findReadable } from "../find-readable.ts";

/** Hears from the script of a chapter's page that its end was come to; `countOpenings` counts it. */
export function handleChapterEnd({ reading }: Database): ArchiveHandler {
  return async (context) => {
    const { workId = "", chapterId = "" } = context.req.param();
    if (!looksLikeId(workId) || !looksLikeId(chapterId)) throw new NotFound();
    const chapter = await findReadable(reading, context.var.person, workId, chapterId);
    if (!chapter) throw new NotFound();
    if (!chapter.mine) context.set("reachedEnd", [chapterId]);
    return context.body(null, 204);
  };
}

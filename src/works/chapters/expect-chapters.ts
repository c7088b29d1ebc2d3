import type { Writer } from "../../plumbing/database/reader-writer.ts";
import "../sql/works-tables.ts";

/**
 * A work that was split or joined is as complete as before: how many chapters it will have goes up or down with
 * the number it has. Its version grows, so that an open form does not put back the old number unseen.
 */
export async function expectChapters(writer: Writer, workId: string, change: 1 | -1): Promise<void> {
  await writer
    .updateTable("works")
    .set((work) => ({
      expected_chapters: work("expected_chapters", "+", change),
      version: work("version", "+", 1),
    }))
    .where("id", "=", workId)
    .where("expected_chapters", "is not", null)
    .where("expected_chapters", ">", change === -1 ? 1 : 0)
    .execute();
}

import type { ArchiveContext } from "../../../people/request.ts";
import type { Reader } from "../../../plumbing/database/reader-writer.ts";
import type { Work } from "../../../works/work.ts";
import { findChapter } from "../../../works/works.ts";
import { longestPassage, passagesOf } from "../../passages.ts";
import { mostWaiting } from "../../quotes.ts";

/** The name under which an address says which paragraphs of the chapter to quote, and which words. */
export const paragraphParameter = "quote";
export const wordsParameter = "words";

/**
 * What a guest chose to quote. It stands in the address of the talk under the chapter alone, so that nothing has to be
 * kept about somebody who is not here.
 */
export async function passagesAsked(context: ArchiveContext, reader: Reader, work: Work): Promise<string[]> {
  const numbers = (context.req.queries(paragraphParameter) ?? []).slice(0, mostWaiting).map(Number);
  const words = (context.req.query(wordsParameter) ?? "").trim().slice(0, longestPassage).toWellFormed();
  const chosen = words === "" ? [] : [words];
  if (numbers.length === 0) return chosen;
  const chapterId = context.req.param("chapterId") ?? "";
  const chapter = await findChapter(reader, { id: work.id, mine: false }, chapterId);
  if (!chapter) return chosen;
  return [...passagesOf(chapter.story, new Set(numbers)).map((passage) => passage.words), ...chosen];
}

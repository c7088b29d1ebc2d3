import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { withoutNoteLinks } from "../story-text/footnote-ids.ts";
import { storedBlocks } from "../story-text/stored-blocks.ts";
import type { Work } from "../works/work.ts";
import { findChapter, findWork, listChapters } from "../works/works.ts";

/** The beginning of a chapter, as stored HTML, for somebody who tries how it looks. */
export type PassageToTry = { work: Pick<Work, "id" | "title" | "language">; html: string };

/** As much as shows how a page looks. */
const mostBlocks = 6;
const mostCharacters = 4_000;

/** The beginning of what somebody was reading: of the chapter, or of the work, whose page they come from. */
export async function passageToTry(
  reader: Reader,
  person: Person,
  from: string,
): Promise<PassageToTry | null> {
  const [, workId, chapterId] = /^\/works\/([a-z0-9]+)(?:\/chapters\/([a-z0-9]+))?/.exec(from) ?? [];
  const work = workId ? await findWork(reader, person, workId) : undefined;
  if (!work) return null;
  const [first] = await listChapters(reader, work);
  const chapter = await findChapter(reader, work, chapterId ?? first?.id ?? "");
  if (!chapter) return null;
  const blocks: string[] = [];
  let room = mostCharacters;
  for (const block of storedBlocks(chapter.story).slice(0, mostBlocks)) {
    room -= block.length;
    if (room < 0 && blocks.length > 0) break;
    blocks.push(withoutNoteLinks(block));
  }
  return blocks.length === 0 ? null : { work, html: blocks.join("\n") };
}

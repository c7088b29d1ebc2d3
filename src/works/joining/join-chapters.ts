import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { recordFact } from "../../plumbing/events/record-fact.ts";
import { element } from "../../story-text/elements.ts";
import { forwardChapter } from "../chapter-forwards.ts";
import { expectChapters } from "../chapters/expect-chapters.ts";
import { saveChapterFields } from "../chapters/save-chapter-fields.ts";
import { touchWork } from "../chapters/touch-work.ts";
import { countPublished } from "../count-published.ts";
import { settleQueue } from "../leave-releases.ts";
import { SavedMeanwhile } from "../own-work.ts";
import { htmlOf } from "../seam.ts";
import type { ChapterFields } from "../work-fields.ts";
import { listChapters } from "../works.ts";
import { findSeam, passSeamsOn } from "./chapter-seams.ts";
import { joinStories } from "./join-stories.ts";
import { ownChapterText } from "./own-chapter-text.ts";
import "../sql/works-tables.ts";

/** One of the two is published and the other a draft: joined, readers would get one or lose the other unasked. */
export class OneIsDraft extends Error {
  override name = "OneIsDraft";
}

/** Together the two are longer than a chapter may be. */
export class TooLongTogether extends Error {
  override name = "TooLongTogether";
}

/** A chapter as the author saw it when they asked. */
export type SeenChapter = { id: string; version: number };

/**
 * Makes one chapter of two that follow each other. The first stays, with both stories; the second's title stands
 * at the seam, its summary and notes behind the first's. The second goes to the trash as it was, and readers'
 * links to it lead to the first.
 *
 * @param said a sentence to stand before what the second said around its story
 * @param mostCharacters how long a chapter's story may be
 * @param now ms since 1970, UTC
 * @throws NotFound, SavedMeanwhile when either was changed or they no longer follow each other, OneIsDraft,
 *   TooLongTogether
 */
export async function joinChapters(
  writer: Writer,
  member: Member,
  workId: string,
  [seenFirst, seenSecond]: [SeenChapter, SeenChapter],
  said: string,
  mostCharacters: number,
  now: number,
): Promise<void> {
  const { work, chapter: first } = await ownChapterText(writer, member, workId, seenFirst.id);
  const { chapter: second } = await ownChapterText(writer, member, workId, seenSecond.id);
  const order = await listChapters(writer, { id: workId, mine: true });
  const index = order.findIndex(({ id }) => id === first.id);
  const asSeen = first.version === seenFirst.version && second.version === seenSecond.version;
  if (!asSeen || order[index + 1]?.id !== second.id) throw new SavedMeanwhile();
  if (first.status !== second.status) throw new OneIsDraft();
  const seam = await findSeam(writer, second.id, first.id);
  const story = joinStories(first.fields.story, second.fields, seam);
  if (story.length > mostCharacters) throw new TooLongTogether();
  await saveChapterFields(
    writer,
    member,
    first,
    { ...notesOfBoth(first.fields, second.fields, paragraphOf(said)), story },
    now,
  );
  await writer.updateTable("chapters").set({ removed_at: now }).where("id", "=", second.id).execute();
  await writer
    .updateTable("originals")
    .set({ chapter_id: first.id })
    .where("chapter_id", "=", second.id)
    .execute();
  await passSeamsOn(writer, second.id, first.id);
  if (second.status === "published") await forwardChapter(writer, workId, second.id, first.id);
  await expectChapters(writer, workId, -1);
  await settleQueue(writer, workId, now);
  await touchWork(writer, workId, now);
  await countPublished(writer, workId);
  if (work.status === "published" && first.status === "published")
    await recordFact(writer, { type: "work-changed", workId }, now);
}

function paragraphOf(sentence: string): string {
  return htmlOf([element("p", {}, [{ type: "text", value: sentence }])]);
}

/** What the two said around their stories: the second's summary and notes behind the first's notes. */
function notesOfBoth(first: ChapterFields, second: ChapterFields, before: string): ChapterFields {
  const together = (own: string, others: string[]) => {
    const said = others.filter((note) => note !== "");
    return said.length === 0 ? own : [own, before, ...said].filter((note) => note !== "").join("\n");
  };
  return {
    ...first,
    notes: together(first.notes, [second.summary, second.notes]),
    endNotes: together(first.endNotes, [second.endNotes]),
  };
}

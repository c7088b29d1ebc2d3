import type { Member } from "../../people/person.ts";
import { findPreferences, isTimeZone } from "../../people/preferences.ts";
import { findPseudByName, type Pseud } from "../../people/pseuds.ts";
import { isBlockedBy } from "../../people/quiet-people.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { recordFact } from "../../plumbing/events/record-fact.ts";
import { cleanStory } from "../../story-text/clean.ts";
import { pictureNamesIn } from "../../story-text/kept-pictures.ts";
import { tagFor } from "../../tags/tags.ts";
import { newId } from "../../vocabulary/ids.ts";
import { countPublished } from "../../works/count-published.ts";
import { followPictures } from "../../works/follow-pictures.ts";
import { settleQueue } from "../../works/leave-releases.ts";
import { oneLine } from "../../works/name-list.ts";
import { writePermissions } from "../../works/permissions.ts";
import { recipientId } from "../../works/recipient-id.ts";
import { readRhythm, writeRhythm } from "../../works/rhythm.ts";
import { readSeam } from "../../works/seam.ts";
import type { CopiedWork } from "./copy-shape.ts";
import { lineCharacters, mostOnWork } from "./foresee.ts";
import type { GatheredWork } from "./gather-work.ts";
import { keepsFromReaders, type Remark } from "./remarks.ts";
import "../sql/brought-tables.ts";
import "../../works/revisions.ts";

/** What a work of the copy becomes: the names it comes in under, by their ids there, the first for works that name nobody. */
export type NamesHere = { byId: ReadonlyMap<string, Pseud>; first: Pseud };

/** The id here of each chapter, by its id there. */
export type Chapters = ReadonlyMap<string, string>;

/**
 * Writes a work of a copy, all of it or nothing: one transaction, the caller's. Nobody is told that it is there; whoever
 * keeps an index learns of it. Dates are what they were, but never later than now.
 *
 * @param originalIds files brought in, kept a moment ago, by their ids there
 * @returns the ids of the work and its chapters here, and what of it is not as it was
 */
export async function bringWork(
  writer: Writer,
  member: Member,
  gathered: GatheredWork,
  names: NamesHere,
  originalIds: ReadonlyMap<string, string>,
  now: number,
): Promise<{ workId: string; chapters: Chapters; remarks: Remark[] }> {
  const { source, foreseen } = gathered;
  const { work } = source;
  const workId = newId();
  const remarks = [...gathered.remarks];
  const published = foreseen.published;
  await writer
    .insertInto("works")
    .values({
      id: workId,
      account_id: member.accountId,
      status: published ? "published" : "draft",
      visibility: work.visibility,
      title: gathered.title,
      ...gathered.notes,
      rating_id: foreseen.ratingId,
      language: foreseen.language,
      expected_chapters: work.expected_chapters,
      searchable: work.searchable,
      search_engines: work.search_engines,
      ai_crawlers: work.ai_crawlers,
      comments_from: work.comments_from,
      comments_held: work.comments_held,
      anonymous: work.anonymous,
      chapter_count: 0,
      word_count: 0,
      version: 1,
      created_at: past(work.created_at, now),
      updated_at: past(work.updated_at, now),
      published_at: published ? past(work.published_at ?? now, now) : null,
      revised_at: published ? past(work.revised_at ?? work.published_at ?? now, now) : null,
      // Its days in the trash begin anew: it is not to be gone before its writer has seen that it is here.
      removed_at: work.removed_at === null ? null : now,
    })
    .execute();
  const asked = await writeNames(writer, member, workId, source, names, now);
  remarks.push(...asked, ...(await writeGifts(writer, workId, member, source)));
  await writeLists(writer, workId, gathered, now);
  const chapters = await writeChapters(writer, workId, gathered, published, now);
  await writeStates(writer, gathered, chapters, now);
  await writeSeams(writer, source, chapters);
  await writeNews(writer, workId, gathered, now);
  // What waits for its writer's look must not come out by itself.
  if (!remarks.some(keepsFromReaders))
    remarks.push(...(await writePlans(writer, workId, source, chapters, now)));
  for (const original of gathered.originals) {
    const id = originalIds.get(original.id);
    if (id === undefined) continue;
    const chapterId = original.chapter_id === null ? null : (chapters.get(original.chapter_id) ?? null);
    await writer
      .updateTable("originals")
      .set({ work_id: workId, chapter_id: chapterId, created_at: past(original.created_at, now) })
      .where("id", "=", id)
      .where("account_id", "=", member.accountId)
      .execute();
  }
  await countPublished(writer, workId);
  const figures = [...source.countsBefore, ...source.counts].filter((count) =>
    Object.values(count).some((value) => typeof value === "number" && value > 0),
  );
  await writer
    .insertInto("brought_works")
    .values({
      account_id: member.accountId,
      source_id: work.id,
      work_id: workId,
      figures: JSON.stringify(figures),
      brought_at: now,
    })
    .execute();
  // Not "published": nobody is told of what readers elsewhere have had for years.
  if (published && work.removed_at === null) await recordFact(writer, { type: "work-changed", workId }, now);
  return { workId, chapters, remarks };
}

/**
 * One's own names as they were; others' as if they had just been typed into the work's form (works/write-creators.ts): a
 * name that somebody bears here is asked, any other stands in its words and leads to nobody.
 */
async function writeNames(
  writer: Writer,
  member: Member,
  workId: string,
  { creators }: CopiedWork,
  names: NamesHere,
  now: number,
): Promise<Remark[]> {
  const remarks: Remark[] = [];
  type Row = { role: CopiedWork["creators"][number]["role"]; pseud_id: string | null; name: string };
  const rows: (Row & { accepted: number; invited_at: number | null })[] = [];
  const own = new Set([...names.byId.values(), names.first].map(({ id }) => id));
  for (const creator of creators
    .toSorted((one, other) => one.position - other.position)
    .slice(0, mostOnWork.names)) {
    const { role } = creator;
    const mine = creator.pseud_id === null ? undefined : names.byId.get(creator.pseud_id);
    const name = mine?.name ?? oneLine(creator.name);
    if (name === "" || name.length > lineCharacters) continue;
    const bearer = mine ?? (await findPseudByName(writer, name));
    if (bearer && rows.some((row) => row.role === role && row.pseud_id === bearer.id)) continue;
    if (mine) rows.push({ role, pseud_id: mine.id, name, accepted: 1, invited_at: null });
    else if (bearer && !own.has(bearer.id)) {
      rows.push({ role, pseud_id: bearer.id, name, accepted: 0, invited_at: now });
      remarks.push({ says: "name-asked", about: name });
      // Whoever blocks who brings it is not told; the name waits for an answer like any other.
      if (!(await isBlockedBy(writer, member.accountId, [await accountOf(writer, bearer.id)])))
        await recordFact(writer, { type: "creator-invited", workId, pseudId: bearer.id }, now);
    } else {
      const accepted = creator.pseud_id === null ? creator.accepted : 0;
      rows.push({ role, pseud_id: null, name, accepted, invited_at: null });
    }
  }
  if (!rows.some(({ role, pseud_id }) => role === "author" && pseud_id !== null && own.has(pseud_id)))
    rows.unshift({
      role: "author",
      pseud_id: names.first.id,
      name: names.first.name,
      accepted: 1,
      invited_at: null,
    });
  await writer
    .insertInto("work_creators")
    .values(rows.map((row, position) => ({ ...row, work_id: workId, position })))
    .execute();
  return remarks;
}

/** Gifts are for whoever has the name here, if they want any; for words, where nobody has. */
async function writeGifts(
  writer: Writer,
  workId: string,
  member: Member,
  { gifts }: CopiedWork,
): Promise<Remark[]> {
  const remarks: Remark[] = [];
  for (const gift of gifts
    .toSorted((one, other) => one.position - other.position)
    .slice(0, mostOnWork.names)) {
    const name = oneLine(gift.name);
    const addressedAs = oneLine(gift.addressed_as);
    if (name === "" || name.length > lineCharacters || addressedAs.length > lineCharacters) continue;
    const bearer = await findPseudByName(writer, name);
    const account = bearer && (await accountOf(writer, bearer.id));
    const isWanted =
      account === undefined ||
      account === member.accountId ||
      ((await findPreferences(writer, account)).giftsWanted &&
        !(await isBlockedBy(writer, member.accountId, [account])));
    if (!isWanted) {
      remarks.push({ says: "gift-unwanted", about: name });
      continue;
    }
    await writer
      .insertInto("work_gifts")
      .values({
        work_id: workId,
        position: gift.position,
        pseud_id: bearer?.id ?? null,
        name: bearer?.name ?? name,
        addressed_as: addressedAs,
        recipient_id: recipientId(bearer?.id ?? null, bearer?.name ?? name),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return remarks;
}

async function accountOf(writer: Writer, pseudId: string): Promise<string> {
  const { account_id } = await writer
    .selectFrom("pseuds")
    .select("account_id")
    .where("id", "=", pseudId)
    .executeTakeFirstOrThrow();
  return account_id;
}

async function writeLists(
  writer: Writer,
  workId: string,
  { foreseen }: GatheredWork,
  now: number,
): Promise<void> {
  for (const [position, { kindId, typed, weight }] of foreseen.tags.entries()) {
    const tagId = await tagFor(writer, kindId, typed, now);
    await writer
      .insertInto("work_tags")
      .values({ work_id: workId, kind_id: kindId, position, tag_id: tagId, typed_as: typed, weight })
      .execute();
  }
  for (const warning of foreseen.warnings)
    await writer
      .insertInto("work_warnings")
      .values({ work_id: workId, ...warning })
      .execute();
  for (const categoryId of foreseen.categoryIds)
    await writer.insertInto("work_categories").values({ work_id: workId, category_id: categoryId }).execute();
  await writePermissions(writer, workId, foreseen.permissions);
}

async function writeChapters(
  writer: Writer,
  workId: string,
  { chapters }: GatheredWork,
  published: boolean,
  now: number,
): Promise<Chapters> {
  const ids = new Map<string, string>();
  for (const { source, story, words, title, summary, notes, endNotes } of chapters) {
    const id = newId();
    ids.set(source.id, id);
    const isOut = published && source.status === "published";
    await writer
      .insertInto("chapters")
      .values({
        ...{ id, work_id: workId, position: source.position, status: isOut ? "published" : "draft" },
        ...{ title, summary, notes, end_notes: endNotes, story, word_count: words },
        version: source.version,
        created_at: past(source.created_at, now),
        updated_at: past(source.updated_at, now),
        published_at: isOut ? past(source.published_at ?? now, now) : null,
        removed_at: source.removed_at === null ? null : now,
        saved_at: source.saved_at === null ? null : past(source.saved_at, now),
        saved_by: null,
      })
      .execute();
    await followPictures(writer, id, story, now);
  }
  return ids;
}

async function writeStates(
  writer: Writer,
  { states, stories }: GatheredWork,
  chapters: Chapters,
  now: number,
): Promise<void> {
  for (const { chapterId, digest, story } of stories) {
    const id = chapters.get(chapterId);
    if (id === undefined) continue;
    await writer
      .insertInto("revision_stories")
      .values({ chapter_id: id, digest, story })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    for (const name of pictureNamesIn(story))
      await writer
        .insertInto("revision_pictures")
        .values({ chapter_id: id, name })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  }
  for (const { source, digest, words, title, summary, notes, endNotes } of states) {
    const id = chapters.get(source.chapter_id);
    if (id === undefined) continue;
    await writer
      .insertInto("chapter_revisions")
      .values({
        ...{ chapter_id: id, version: source.version, title, summary, notes, end_notes: endNotes },
        ...{ story_digest: digest, word_count: words, saved_by: null },
        saved_at: past(source.saved_at, now),
      })
      .execute();
  }
}

/** How chapters fit that were split; what cannot be read is forgotten, as if they had never been one. */
async function writeSeams(writer: Writer, { seams }: CopiedWork, chapters: Chapters): Promise<void> {
  for (const row of seams) {
    const [id, followsId] = [chapters.get(row.chapter_id), chapters.get(row.follows_id)];
    if (id === undefined || followsId === undefined) continue;
    const seam = cleanSeam(row.seam);
    if (seam === null) continue;
    await writer
      .insertInto("chapter_seams")
      .values({ chapter_id: id, follows_id: followsId, seam })
      .execute();
  }
}

function cleanSeam(json: string): string | null {
  try {
    const seam = readSeam(json);
    return JSON.stringify({ ...seam, html: cleanStory(seam.html) });
  } catch {
    return null;
  }
}

async function writeNews(writer: Writer, workId: string, { news }: GatheredWork, now: number): Promise<void> {
  for (const { source, text } of news)
    await writer
      .insertInto("news")
      .values({
        ...{ id: newId(), work_id: workId, text, version: 1 },
        posted_at: past(source.posted_at, now),
        edited_at: source.edited_at === null ? null : past(source.edited_at, now),
      })
      .execute();
}

/**
 * What waits for a time still to come waits here too. What should have come out meanwhile does not come out by itself:
 * nobody was told that it would, here.
 */
async function writePlans(
  writer: Writer,
  workId: string,
  { releases, queues, chapters: rows }: CopiedWork,
  chapters: Chapters,
  now: number,
): Promise<Remark[]> {
  const remarks: Remark[] = [];
  const [queue] = queues;
  const rhythm = queue && rhythmIn(queue.rhythm);
  const isLate = queue?.next_at != null && queue.next_at <= now;
  if (queue && rhythm && isTimeZone(queue.time_zone)) {
    await writer
      .insertInto("release_queues")
      .values({
        ...{
          work_id: workId,
          rhythm,
          time_zone: queue.time_zone,
          told: queue.told,
          moves_up: queue.moves_up,
        },
        ...{ paused: isLate ? 1 : queue.paused, next_at: isLate ? null : queue.next_at },
        ...{ trouble: null, failures: 0, retry_at: null },
      })
      .execute();
    if (isLate) remarks.push({ says: "queue-held", about: "" });
  }
  const noTrouble = { trouble: null, trouble_at: null, failures: 0, retry_at: null };
  for (const { chapter_id, due_at, time_zone, told, moves_up } of releases) {
    const id = chapters.get(chapter_id);
    const chapter = rows.find((row) => row.id === chapter_id);
    if (id === undefined || chapter?.status !== "draft" || !isTimeZone(time_zone)) continue;
    if (due_at === null && !(queue && rhythm)) continue;
    if (due_at !== null && due_at <= now) {
      remarks.push({ says: "plan-passed", about: oneLine(chapter.title) });
      continue;
    }
    await writer
      .insertInto("releases")
      .values({ chapter_id: id, work_id: workId, due_at, time_zone, told, moves_up, ...noTrouble })
      .execute();
  }
  await settleQueue(writer, workId, now);
  return remarks;
}

function rhythmIn(json: string): string | null {
  try {
    return writeRhythm(readRhythm(json));
  } catch {
    return null;
  }
}

/** No moment of a copy is later than now: what says so would stand first in every list for ever. */
function past(moment: number, now: number): number {
  return Math.min(moment, now);
}

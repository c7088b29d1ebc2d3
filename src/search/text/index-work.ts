import { setTimeout } from "node:timers/promises";
import type { Database } from "../../plumbing/database/database.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { readStored } from "../../story-text/read-stored.ts";
import { pauseForPages } from "../index/pause.ts";
import { cutPassages } from "./cut-passages.ts";
import { countOfChapter, forgetWork, hideWork, mostAtOnce, thinOut } from "./forget-passages.ts";
import { indexRules } from "./index-rules.ts";
import { findIndexed, type IndexedWork, nextNumber } from "./indexed-work.ts";
import { passageNumbers } from "./passage-numbers.ts";
import { readText, type WorkText } from "./read-text.ts";
import { searchableText } from "./searchable-text.ts";
import { type Batch, emptyBatch, HasChanged, markBegun, sizeOf, writeBatch } from "./write-batch.ts";
import "./text-tables.ts";

/** Readings of a work that is being changed all the while. */
const mostTries = 20;
/** A passage is longer than this, but for the last of a chapter: it takes 250 words, of a letter and a space at least. */
const shortestPassage = 200;

/**
 * Brings the passages of a work to what readers can read of it now. Chapters whose story is the same are left alone, so
 * repeating it costs next to nothing.
 *
 * A short chapter changes in one transaction. What is longer takes several short ones, and the work is marked until the
 * last (`rules`): a crash between leaves some chapters as they were, some as they are, and at most one in part, without
 * a digest; whoever comes next goes on from there, and what was in part is made anew.
 *
 * @param between called when a part of a long work is durable, and more is to come; may throw to leave it at that
 * @returns whether anything was changed
 * @throws when the database cannot be read or written
 */
export async function indexWork(database: Database, workId: string, between = () => {}): Promise<boolean> {
  const run = underWay.get(workId);
  if (!run) return startRun(database, workId, between);
  run.next ??= run.whole.catch(() => {}).then(() => startRun(database, workId, between));
  if (run.isMarked) between();
  return run.next;
}

/**
 * One reading of a work at a time, for two would begin each other's long chapters anew; whoever comes meanwhile shares the
 * next one, until which the work stays marked.
 */
type Run = { whole: Promise<boolean>; next: Promise<boolean> | null; isMarked: boolean };

const underWay = new Map<string, Run>();

function startRun(database: Database, workId: string, between: () => void): Promise<boolean> {
  const run: Run = { whole: Promise.resolve(false), next: null, isMarked: false };
  underWay.set(workId, run);
  run.whole = tryToIndex(database, workId, {
    between() {
      run.isMarked = true;
      between();
    },
    isLast() {
      if (run.next === null) run.isMarked = false;
      return run.next === null;
    },
  }).finally(() => {
    if (underWay.get(workId) === run) underWay.delete(workId);
  });
  return run.whole;
}

/** Asked before the last part is written: whether nobody wants the work to stay marked. */
type Course = { between(): void; isLast(): boolean };

async function tryToIndex(database: Database, workId: string, course: Course): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await bringUp(database, workId, course);
    } catch (cause) {
      if (!(cause instanceof HasChanged) || attempt === mostTries) throw cause;
    }
    // A reading copy of the database may be a moment behind.
    await setTimeout(attempt * 20);
  }
}

async function bringUp(database: Database, workId: string, course: Course): Promise<boolean> {
  const { reading } = database;
  const text = await readText(reading, workId);
  if (!text.exists) return false;
  let work = await findIndexed(reading, workId);
  if (work && (isOlder(work) || (await isFull(reading, work, text)))) {
    await forgetWork(database, workId);
    work = undefined;
  }
  const known = work ? await digestsOf(reading, workId) : new Map<string, string>();
  const stale = text.chapters.filter(({ id, madeOf }) => known.get(id) !== madeOf);
  const gone = work ? await goneOf(reading, work, known, text) : [];
  if (work?.rules === indexRules && stale.length === 0 && gone.length === 0) return false;
  // What is found no more is not found at once, however long forgetting takes.
  if (text.chapters.length === 0 && work && work.passages > 0) await hideWork(database, workId);
  if (isLong(stale)) {
    await markBegun(database, workId);
    course.between();
  }
  let batch = emptyBatch(workId);
  const addTo = async (add: (batch: Batch) => void) => {
    add(batch);
    if (sizeOf(batch) < mostAtOnce) return;
    await writeBatch(database, batch, false);
    batch = emptyBatch(workId);
    course.between();
    await pauseForPages();
  };
  for (const id of gone) {
    await thinOut(database, workId, id);
    const count = await countOfChapter(reading, id);
    await addTo(({ gone }) => gone.push({ id, count }));
  }
  for (const { id, madeOf, story } of stale) {
    await thinOut(database, workId, id);
    const passages = cutPassages(searchableText(readStored(story)));
    for (let from = 0; from === 0 || from < passages.length; from += mostAtOnce) {
      const piece = passages.slice(from, from + mostAtOnce);
      const isLast = from + mostAtOnce >= passages.length;
      await addTo(({ pieces }) => pieces.push({ id, madeOf, passages: piece, from, isLast }));
    }
    await pauseForPages();
  }
  await writeBatch(database, batch, course.isLast());
  return true;
}

/** Whether it takes more than one transaction, at five letters a word or so. */
const isLong = (chapters: WorkText["chapters"]) =>
  chapters.reduce((sum, { story }) => sum + story.length, 0) > mostAtOnce * 4_000;

/** Read by older rules; a negative number is of a work that is not read to its end. */
const isOlder = ({ rules }: IndexedWork) => Math.abs(rules) !== indexRules;

/** Whether a work has been changed so often that its numbers might not last. */
async function isFull(reader: Reader, work: IndexedWork, { chapters }: WorkText): Promise<boolean> {
  const most = chapters.reduce((sum, { story }) => sum + story.length / shortestPassage + 1, 0);
  return (await nextNumber(reader, work)) + most > passageNumbers(work.number).last;
}

async function digestsOf(reader: Reader, workId: string): Promise<Map<string, string>> {
  const rows = await reader
    .selectFrom("text_indexed_chapters")
    .select(["chapter_id", "made_of"])
    .where("work_id", "=", workId)
    .execute();
  return new Map(rows.map(({ chapter_id, made_of }) => [chapter_id, made_of]));
}

/** Chapters with passages that are to be found no more; of a work not read to its end, those in part too. */
async function goneOf(
  reader: Reader,
  work: IndexedWork,
  known: ReadonlyMap<string, string>,
  { chapters }: WorkText,
): Promise<string[]> {
  const having = new Set(known.keys());
  if (work.rules !== indexRules) {
    const { first, last } = passageNumbers(work.number);
    const rows = await reader
      .selectFrom("passages")
      .select("chapter_id")
      .distinct()
      .where("number", ">=", first)
      .where("number", "<=", last)
      .execute();
    for (const { chapter_id } of rows) having.add(chapter_id);
  }
  for (const { id } of chapters) having.delete(id);
  return [...having];
}

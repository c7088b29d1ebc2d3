import type { Member } from "../people/person.ts";
import type { Database } from "../plumbing/database/database.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { isPublishedFor } from "../works/open-works.ts";
import { followRead } from "../works/read-works.ts";
import type { LedgerState } from "../works/reader-marks.ts";
import { bringInLedger, findLines } from "./bring-in-ledger.ts";
import { findEntry } from "./ledger.ts";
import { keepLinesElsewhere, roomElsewhere } from "./ledger-elsewhere.ts";
import type { LedgerLine } from "./ledger-sheet.ts";
import "../works/works.ts";

/** An entry as another archive kept it; `state` null: only where one was is known. */
type CarriedEntry = {
  workId: string;
  state: LedgerState | null;
  note: string;
  addedAt: number;
  changedAt: number;
  startedAt: number | null;
  finishedAt: number | null;
  chapterId: string | null;
  readAt: number | null;
};

/** Where somebody was in a chapter, as another archive kept it. */
type CarriedPlace = {
  workId: string;
  chapterId: string;
  paragraph: number;
  marks: string;
  wordsLeft: number;
  readAt: number;
};

/**
 * Writes an entry as it was elsewhere. What the member's ledger says of the work here already goes before it.
 *
 * @returns false for a work that is not there for them
 */
export async function restoreEntry(writer: Writer, member: Member, carried: CarriedEntry): Promise<boolean> {
  const { workId, state } = carried;
  const entry = await findEntry(writer, member, workId);
  if (!entry && !(await isPublishedFor(writer, member, workId))) return false;
  const row = {
    state,
    note: carried.note,
    added_at: carried.addedAt,
    changed_at: carried.changedAt,
    started_at: carried.startedAt,
    finished_at: carried.finishedAt,
  };
  const read = { chapter_id: carried.chapterId, read_at: carried.chapterId === null ? null : carried.readAt };
  if (entry) {
    if (state === null || entry.state !== null) return true;
    await writer
      .updateTable("ledger")
      .set(row)
      .where("account_id", "=", member.accountId)
      .where("work_id", "=", workId)
      .execute();
  } else if (state !== null || read.read_at !== null)
    await writer
      .insertInto("ledger")
      .values({ account_id: member.accountId, work_id: workId, ...row, ...read })
      .execute();
  await followRead(writer, member.accountId, [state]);
  return true;
}

/** Keeps where somebody was elsewhere; where they were here goes before it. The chapter must be there for them. */
export async function restorePlace(writer: Writer, member: Member, place: CarriedPlace): Promise<void> {
  await writer
    .insertInto("reading_places")
    .values({
      ...{ account_id: member.accountId, chapter_id: place.chapterId, work_id: place.workId },
      ...{
        paragraph: place.paragraph,
        marks: place.marks,
        words_left: place.wordsLeft,
        read_at: place.readAt,
      },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Takes in lines of a ledger that another archive kept: of works that are here by their title and names, unless the ledger
 * speaks of them already, and all others as they were said.
 *
 * @param now ms since 1970, UTC
 * @returns how many became entries, are kept as they were said, and have no room
 */
export async function restoreLines(
  database: Database,
  member: Member,
  lines: readonly LedgerLine[],
  most: { lines: number; note: number },
  now: number,
): Promise<{ taken: number; elsewhere: number; left: number }> {
  const { found, lost } = await findLines(database.reading, member, lines);
  return database.write(async (writer) => {
    const fresh = [];
    for (const one of found)
      if (((await findEntry(writer, member, one.workId))?.state ?? null) === null) fresh.push(one);
    await bringInLedger(writer, member, fresh, { otherwise: "to-read", most: most.note }, now);
    const room = await roomElsewhere(writer, member, most.lines);
    const longestNote = most.note;
    const left = await keepLinesElsewhere(writer, member, lost, "to-read", { room, longestNote }, now);
    return { taken: fresh.length, elsewhere: lost.length - left.length, left: left.length };
  });
}

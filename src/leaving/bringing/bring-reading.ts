import type { Member } from "../../people/person.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { Settings } from "../../plumbing/settings/settings.ts";
import type { TakenInElsewhere } from "../elsewhere.ts";
import { type ChaptersMeant, chaptersMeant } from "./chapters-meant.ts";
import type { CopiedAccount, CopiedRows } from "./copy-shape.ts";
import { lineCharacters } from "./foresee.ts";
import { keepParts } from "./keep-parts.ts";
import type { Cleaner } from "./open-cleaner.ts";
import type { OpenCopy } from "./open-copy.ts";
import { worksMeant } from "./works-meant.ts";
import "../../people/pseuds.ts";
import "../sql/brought-tables.ts";

/** How much of what a member read and kept came in. */
export type ReadingOutcome = {
  ledger: number;
  /** Of works that are not here, kept as they were said. */
  ledgerElsewhere: number;
  /** Lines for which there was no room. */
  ledgerLeft: number;
  places: number;
  shelves: number;
  shelvesLeft: number;
  /** Works of shelves that are not here, kept as words. */
  shelvedElsewhere: number;
};

type Parts = {
  database: Database;
  member: Member;
  copy: OpenCopy;
  /** The works of the copy that are here, by their ids there. */
  works: ReadonlyMap<string, string>;
  /** Names of theirs here, by their ids there; a name that another has here is none of them. */
  ownNames: ReadonlyMap<string, string>;
  cleaner: Cleaner;
  elsewhere: TakenInElsewhere;
  settings: Settings;
  now: number;
};

/**
 * Brings back where a member was, what their ledger said, and their shelves: of works that are here as they were, of others as
 * words. What is here already stays, so doing it again does nothing more.
 */
export async function bringReading(parts: Parts): Promise<ReadingOutcome> {
  const { chapters, places } = await bringPlaces(parts);
  return { places, ...(await bringLedger(parts, chapters)), ...(await bringShelves(parts)) };
}

async function bringPlaces(parts: Parts): Promise<{ chapters: ChaptersMeant; places: number }> {
  const { database, member, copy, works, elsewhere, now } = parts;
  const chapters: ChaptersMeant = new Map();
  let places = 0;
  for await (const rows of copy.rows("readingPlaces")) {
    const meant = await worksMeant(database.reading, member, works, rows.map(spoken));
    const some = await chaptersMeant(database.reading, rows, meant);
    for (const [id, chapter] of some) chapters.set(id, chapter);
    places += some.size;
    await database.write(async (writer) => {
      for (const row of rows) {
        const chapter = some.get(row.chapter_id);
        if (!chapter) continue;
        await elsewhere.keepPlace(writer, member, {
          ...chapter,
          ...{
            paragraph: row.paragraph,
            marks: row.marks.slice(0, longestMarks),
            readAt: Math.min(row.read_at, now),
          },
          wordsLeft: Math.min(row.words_left, mostWords),
        });
      }
    });
  }
  return { chapters, places };
}

const longestMarks = 100;
const mostWords = 1_000_000_000;

async function bringLedger(
  { database, member, copy, works, elsewhere, settings, now }: Parts,
  chapters: ChaptersMeant,
): Promise<Pick<ReadingOutcome, "ledger" | "ledgerElsewhere" | "ledgerLeft">> {
  const came = { ledger: 0, ledgerElsewhere: 0, ledgerLeft: 0 };
  const address = copy.account.archive.address.slice(0, lineCharacters);
  const past = (time: number) => Math.min(time, now);
  const pastOrNull = (time: number | null) => (time === null ? null : past(time));
  const takeIn = async (lines: Parameters<TakenInElsewhere["takeInLines"]>[1]) => {
    const { taken, elsewhere: kept, left } = await elsewhere.takeInLines(member, lines, now);
    came.ledger += taken;
    came.ledgerElsewhere += kept;
    came.ledgerLeft += left;
  };
  for await (const rows of copy.rows("ledger")) {
    const meant = await worksMeant(database.reading, member, works, rows.map(spoken));
    const lost: CopiedRows["ledger"][] = [];
    await database.write(async (writer) => {
      for (const row of rows) {
        const workId = meant.get(row.work_id);
        const isKept =
          workId !== undefined &&
          (await elsewhere.keepEntry(writer, member, {
            ...{ workId, state: row.state, note: row.note.slice(0, settings.noteCharacters) },
            ...{ addedAt: past(row.added_at), changedAt: past(row.changed_at) },
            ...{ startedAt: pastOrNull(row.started_at), finishedAt: pastOrNull(row.finished_at) },
            chapterId: chapters.get(row.chapter_id ?? "")?.chapterId ?? null,
            readAt: pastOrNull(row.read_at),
          }));
        if (!isKept) lost.push(row);
        else if (row.state !== null) came.ledger += 1;
      }
    });
    await takeIn(
      lost.flatMap(({ work_id, state, note, words, ...row }) =>
        state === null
          ? []
          : {
              kind: "entry",
              ...{ title: words?.title ?? "", authors: words?.names ?? [], note, state },
              address: `${address}/works/${work_id}`,
              ...{ addedAt: row.added_at, startedAt: row.started_at, finishedAt: row.finished_at },
            },
      ),
    );
  }
  for await (const rows of copy.rows("ledgerElsewhere"))
    await takeIn(rows.map(({ said, state }) => ({ kind: "said", said, state })));
  return came;
}

async function bringShelves(
  parts: Parts,
): Promise<Pick<ReadingOutcome, "shelves" | "shelvesLeft" | "shelvedElsewhere">> {
  const { database, member, copy } = parts;
  const came = { shelves: 0, shelvesLeft: 0, shelvedElsewhere: 0 };
  const { shelves } = copy.account;
  if (shelves.length === 0) return came;
  const here = await shelvesHere(
    database,
    member,
    shelves.map(({ id }) => id),
  );
  const rows: CopiedRows["shelfWorks"][] = [];
  for await (const some of copy.rows("shelfWorks")) rows.push(...some);
  const byShelf = Map.groupBy(rows, ({ shelf_id }) => shelf_id);
  for (const shelf of shelves.slice(0, mostShelves)) {
    if (here.has(shelf.id)) continue;
    const kept = await bringShelf(parts, shelf, byShelf.get(shelf.id) ?? []);
    if (kept === null) came.shelvesLeft += 1;
    else {
      came.shelves += 1;
      came.shelvedElsewhere += kept;
    }
  }
  came.shelvesLeft += Math.max(0, shelves.length - mostShelves);
  return came;
}

/** Far above what an owner may allow one member. */
const mostShelves = 5_000;
const nameCharacters = 100;
const roomForMarks = 4;

/** @returns how many of its works are kept as words; null: there was no room for the shelf */
async function bringShelf(
  { database, member, works, ownNames, cleaner, elsewhere, settings, now }: Parts,
  shelf: CopiedAccount["shelves"][number],
  rows: readonly CopiedRows["shelfWorks"][],
): Promise<number | null> {
  const past = (time: number) => Math.min(time, now);
  const longest = settings.noteCharacters * roomForMarks;
  const clean = async (texts: string[]) =>
    (await cleaner.notes(texts.map((text) => (text.length > longest ? "" : text)))).map((text) => text ?? "");
  const inOrder = rows.toSorted((one, other) => one.position - other.position).slice(0, settings.shelfWorks);
  const notes: string[] = [];
  for (let from = 0; from < inOrder.length; from += notesTogether)
    notes.push(...(await clean(inOrder.slice(from, from + notesTogether).map(({ note }) => note))));
  const [text = ""] = await clean([shelf.text]);
  const meant = await worksMeant(database.reading, member, works, inOrder.map(spoken));
  const pseudId = ownNames.get(shelf.pseud_id ?? "") ?? null;
  // Nothing stands before others under a name it did not have, nor against what a moderator decided there.
  const isAsItWas = (shelf.pseud_id === null) === (pseudId === null) && shelf.hidden_at === null;
  const name = shelf.name.replace(/\s+/gu, " ").trim().slice(0, nameCharacters) || "…";
  const shelved = inOrder.flatMap(({ work_id, position, added_at }, index) => {
    const workId = meant.get(work_id);
    return workId === undefined
      ? []
      : { workId, position, note: notes[index] ?? "", addedAt: past(added_at) };
  });
  const id = await database.write(async (writer) => {
    const fields = {
      ...{ name, text, pseudId, visibility: isAsItWas ? shelf.visibility : ("private" as const) },
      ...{ createdAt: past(shelf.created_at), updatedAt: past(shelf.updated_at), works: shelved },
    };
    const made = await elsewhere.makeShelf(writer, member, fields, now);
    if (made !== null)
      await writer
        .insertInto("brought_shelves")
        .values({ account_id: member.accountId, source_id: shelf.id, shelf_id: made })
        .execute();
    return made;
  });
  if (id === null) return null;
  const lost = inOrder.flatMap(({ work_id, position, added_at, words }, index) =>
    meant.has(work_id)
      ? []
      : {
          id: `${id} ${work_id}`,
          happened_at: past(added_at),
          body: JSON.stringify({
            ...{ shelfId: id, shelf: name, workId: work_id, position, note: notes[index] ?? "" },
            ...{ title: words?.title.slice(0, lineCharacters) ?? null, names: words?.names ?? [] },
          }),
        },
  );
  return keepParts(database, member, "shelved", lost);
}

/** Notes cleaned together in a thread. */
const notesTogether = 200;

/** Shelves of a copy that are here: brought before, or the very shelves, when the copy was made here. */
async function shelvesHere(
  { reading }: Database,
  member: Member,
  sourceIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const brought = await reading
    .selectFrom("brought_shelves")
    .select("source_id")
    .where("account_id", "=", member.accountId)
    .execute();
  const own = new Set(await ownShelves(reading, member));
  return new Set([...brought.map(({ source_id }) => source_id), ...sourceIds.filter((id) => own.has(id))]);
}

async function ownShelves(reading: Database["reading"], member: Member): Promise<string[]> {
  const rows = await reading
    .selectFrom("shelves")
    .select("id")
    .where("account_id", "=", member.accountId)
    .execute();
  return rows.map(({ id }) => id);
}

function spoken({ work_id, words }: { work_id: string; words: CopiedRows["ledger"]["words"] }) {
  return { id: work_id, words };
}

import type { Person } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import type { LedgerState } from "./sql/reading-tables.ts";
import "./sql/works-tables.ts";

export type { LedgerState };

/** In the order in which a work goes through them. */
export const ledgerStates = [
  "to-read",
  "reading",
  "waiting",
  "finished",
  "dropped",
] as const satisfies LedgerState[];

/** The chapter a member read last, how far it is to the end, and what came after they stopped. */
export type ReaderPlace = {
  chapterId: string;
  /** The chapter's number among those that are out. */
  number: number;
  /** The paragraph in it, from 1. */
  paragraph: number;
  newChapters: number;
  chaptersLeft: number;
  wordsLeft: number;
  readAt: number;
};

/** What the person who asked has noted of a work, for their own eyes. */
export type ReaderMark = { state: LedgerState | null; place: ReaderPlace | null };

/**
 * What this person has noted of works: their own, and nobody else's. The ids must come from a finder that knew the person;
 * chapters are counted that are out.
 */
export async function marksOf(
  reader: Reader | Writer,
  person: Person,
  ids: readonly string[],
): Promise<Map<string, ReaderMark>> {
  if (person.kind === "visitor" || ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom("ledger")
    .select(["work_id", "state", "chapter_id as chapterId", "read_at as readAt"])
    .where("account_id", "=", person.accountId)
    .where("work_id", "in", ids)
    .execute();
  const readFrom = rows.filter(({ chapterId }) => chapterId !== null).map(({ work_id }) => work_id);
  const places = await placesIn(reader, person.accountId, readFrom);
  return new Map(
    rows.map(({ work_id: workId, state }) => [workId, { state, place: places.get(workId) ?? null }]),
  );
}

/** Nothing for a work of which the chapter read last is out no longer. */
async function placesIn(
  reader: Reader | Writer,
  accountId: string,
  workIds: readonly string[],
): Promise<Map<string, ReaderPlace>> {
  if (workIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom("ledger")
    .innerJoin("chapters as there", (join) =>
      join
        .onRef("there.id", "=", "ledger.chapter_id")
        .onRef("there.work_id", "=", "ledger.work_id")
        .on("there.status", "=", "published")
        .on("there.removed_at", "is", null),
    )
    .innerJoin("chapters as each", (join) =>
      join
        .onRef("each.work_id", "=", "ledger.work_id")
        .on("each.status", "=", "published")
        .on("each.removed_at", "is", null),
    )
    .leftJoin("reading_places as place", (join) =>
      join
        .onRef("place.account_id", "=", "ledger.account_id")
        .onRef("place.chapter_id", "=", "ledger.chapter_id"),
    )
    .select((row) => {
      const isAfter = row("each.position", ">", row.ref("there.position"));
      const isNew = row("each.published_at", ">", row.ref("ledger.read_at"));
      const one = (condition: typeof isAfter) => row.case().when(condition).then(1).else(0).end();
      return [
        "ledger.work_id as workId",
        "there.id as chapterId",
        "ledger.read_at as readAt",
        "place.paragraph",
        "there.word_count as wordsThere",
        "place.words_left as wordsLeftThere",
        row.fn.sum<number>(one(isNew)).as("newChapters"),
        row.fn.sum<number>(one(isAfter)).as("chaptersLeft"),
        row.fn.countAll<number>().as("chapters"),
        row.fn
          .sum<number>(row.case().when(isAfter).then(row.ref("each.word_count")).else(0).end())
          .as("wordsAfter"),
      ];
    })
    .where("ledger.account_id", "=", accountId)
    .where("ledger.work_id", "in", workIds)
    .groupBy([
      ...(["ledger.work_id", "there.id", "ledger.read_at", "place.paragraph"] as const),
      ...(["there.word_count", "place.words_left"] as const),
    ])
    .execute();
  return new Map(
    rows.map((row) => [
      row.workId,
      {
        chapterId: row.chapterId,
        number: Number(row.chapters) - Number(row.chaptersLeft),
        paragraph: row.paragraph ?? 1,
        newChapters: Number(row.newChapters),
        chaptersLeft: Number(row.chaptersLeft),
        wordsLeft: Number(row.wordsAfter) + Math.min(row.wordsLeftThere ?? row.wordsThere, row.wordsThere),
        readAt: row.readAt ?? 0,
      },
    ]),
  );
}

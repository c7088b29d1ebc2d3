import { createHash } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import type { LedgerState } from "../works/reader-marks.ts";
import { type LedgerLine, lineOf, type SaidLine, sayLine } from "./ledger-sheet.ts";

/** What a member's ledger says of a work that is not here. Nobody else is shown it. */
export type ElsewhereLine = { digest: string; state: LedgerState; said: SaidLine; keptAt: number };

/** Characters of a title, of names, of an address; the other cells are a word or a day. */
const longestCell = 2_000;

/** All lines of one member together: a thousand of the longest notes. What is brought in when it is reached has no room. */
const mostCharacters = 20_000_000;

/** Rows written by one statement. */
const together = 200;

const cell = z.string();
const saidShape = z.object({
  ...{ title: cell, authors: cell, address: cell, state: cell },
  ...{ added: cell, started: cell, finished: cell, note: cell },
});

/** Everything a member's ledger says of works that are not here, the last kept first. */
export async function everyLineElsewhere(reader: Reader | Writer, member: Member): Promise<ElsewhereLine[]> {
  return linesFrom(reader, member, 0, null);
}

async function linesFrom(
  reader: Reader | Writer,
  member: Member,
  from: number,
  most: number | null,
  among?: readonly string[],
): Promise<ElsewhereLine[]> {
  if (among?.length === 0) return [];
  const rows = await reader
    .selectFrom("ledger_elsewhere")
    .select(["digest", "state", "said", "kept_at as keptAt"])
    .where("account_id", "=", member.accountId)
    .$if(among !== undefined, (query) => query.where("digest", "in", among ?? []))
    .orderBy("kept_at", "desc")
    .orderBy("digest")
    .$if(most !== null, (query) => query.limit(most ?? 0).offset(from))
    .execute();
  return rows.map((row) => ({
    ...row,
    keptAt: Number(row.keptAt),
    said: saidShape.parse(JSON.parse(row.said)),
  }));
}

/** Lines looked through by one statement. */
const lookedThrough = 200;

/**
 * A page of such lines: those with some words in title, names or note, or all of them. A lifetime of notes does not go
 * through memory for a page of them.
 */
export async function pageOfLinesElsewhere(
  reader: Reader,
  member: Member,
  { words, page: asked, perPage }: { words: string; page: number; perPage: number },
  locale: string,
): Promise<{ lines: ElsewhereLine[]; count: number; page: number; pages: number }> {
  const count = await countLinesElsewhere(reader, member);
  const fold = (text: string) => text.normalize("NFKC").toLocaleLowerCase(locale);
  const wanted = fold(words.trim());
  const digests =
    wanted === "" ? null : await digestsWith(reader, member, (text) => fold(text).includes(wanted));
  const pages = Math.max(1, Math.ceil((digests?.length ?? count) / perPage));
  const page = Math.min(asked, pages);
  const from = (page - 1) * perPage;
  const shown = digests?.slice(from, from + perPage);
  const lines =
    shown === undefined
      ? await linesFrom(reader, member, from, perPage)
      : await linesFrom(reader, member, 0, perPage, shown);
  return { lines, count, page, pages };
}

/** The lines in whose title, names or note something stands, the last kept first. */
async function digestsWith(
  reader: Reader,
  member: Member,
  isWanted: (text: string) => boolean,
): Promise<string[]> {
  const found: { digest: string; keptAt: number }[] = [];
  // From one to the next by their key: put in order by time anew for every part, many lines took as long as their square.
  for (let after = ""; ; ) {
    const rows = await reader
      .selectFrom("ledger_elsewhere")
      .select(["digest", "said", "kept_at as keptAt"])
      .where("account_id", "=", member.accountId)
      .where("digest", ">", after)
      .orderBy("digest")
      .limit(lookedThrough)
      .execute();
    for (const { digest, said, keptAt } of rows) {
      const { title, authors, note } = saidShape.parse(JSON.parse(said));
      if ([title, authors, note].some(isWanted)) found.push({ digest, keptAt: Number(keptAt) });
    }
    const last = rows.at(-1);
    if (!last || rows.length < lookedThrough) break;
    after = last.digest;
  }
  return found
    .sort((one, other) => other.keptAt - one.keptAt || (one.digest < other.digest ? -1 : 1))
    .map(({ digest }) => digest);
}

/** How much of it there is. */
export async function countLinesElsewhere(reader: Reader | Writer, member: Member): Promise<number> {
  const { count } = await reader
    .selectFrom("ledger_elsewhere")
    .select((row) => row.fn.countAll<number>().as("count"))
    .where("account_id", "=", member.accountId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What there is room for of a member's lines; it shrinks with what is kept. */
export type RoomElsewhere = { lines: number; characters: number };

/**
 * How much room there is. Asked for once for many lines: all that stands is looked through for it.
 *
 * @param most how many lines one member may keep
 */
export async function roomElsewhere(
  reader: Reader | Writer,
  member: Member,
  most: number,
): Promise<RoomElsewhere> {
  const { count, characters } = await reader
    .selectFrom("ledger_elsewhere")
    .select((row) => row.fn.countAll<number>().as("count"))
    .select(sql<number>`coalesce(sum(length(said)), 0)`.as("characters"))
    .where("account_id", "=", member.accountId)
    .executeTakeFirstOrThrow();
  return { lines: most - Number(count), characters: mostCharacters - Number(characters) };
}

/**
 * Keeps lines about works that are not here, as they were typed. A line that is kept already is kept once.
 *
 * @param otherwise the state of lines that say none
 * @param longestNote how long a note may be
 * @param now ms since 1970, UTC
 * @returns the lines for which there is no room, or that are longer than any
 */
export async function keepLinesElsewhere(
  writer: Writer,
  member: Member,
  lines: readonly LedgerLine[],
  otherwise: LedgerState,
  { room, longestNote }: { room: RoomElsewhere; longestNote: number },
  now: number,
): Promise<LedgerLine[]> {
  const fits = ({ said: { note, ...cells } }: LedgerLine) =>
    note.length <= longestNote && Object.values(cells).every((one) => one.length <= longestCell);
  const left = lines.filter((line) => !fits(line));
  const rows = new Map(
    lines.filter(fits).map((line) => {
      const state = line.state ?? (line.finishedAt === null ? otherwise : "finished");
      // Who was asked about lines that say nothing has said it now.
      const said = JSON.stringify(ordered({ ...line.said, state: line.said.state || state }));
      const digest = createHash("sha256").update(said).digest("base64url");
      return [digest, { line, row: { account_id: member.accountId, digest, state, said, kept_at: now } }];
    }),
  );
  const known = await keptAmong(writer, member, [...rows.keys()]);
  const fresh = [...rows.values()].filter(({ row }) => !known.has(row.digest));
  const kept = room.characters < 0 ? [] : fresh.slice(0, Math.max(0, room.lines));
  for (let from = 0; from < kept.length; from += together)
    await writer
      .insertInto("ledger_elsewhere")
      .values(kept.slice(from, from + together).map(({ row }) => row))
      .execute();
  room.lines -= kept.length;
  for (const { row } of kept) room.characters -= row.said.length;
  return [...left, ...fresh.slice(kept.length).map(({ line }) => line)];
}

/** Lets lines go: one, or all of them. Letting them go again changes nothing. */
export async function dropLinesElsewhere(
  writer: Writer,
  member: Member,
  digests: readonly string[] | "all",
): Promise<void> {
  const step = digests === "all" ? 1 : together;
  for (let from = 0; from < (digests === "all" ? 1 : digests.length); from += step)
    await writer
      .deleteFrom("ledger_elsewhere")
      .where("account_id", "=", member.accountId)
      .$if(digests !== "all", (query) =>
        query.where("digest", "in", digests === "all" ? [] : digests.slice(from, from + step)),
      )
      .execute();
}

async function keptAmong(
  writer: Writer,
  member: Member,
  digests: readonly string[],
): Promise<ReadonlySet<string>> {
  const kept = new Set<string>();
  for (let from = 0; from < digests.length; from += together)
    for (const { digest } of await writer
      .selectFrom("ledger_elsewhere")
      .select("digest")
      .where("account_id", "=", member.accountId)
      .where("digest", "in", digests.slice(from, from + together))
      .execute())
      kept.add(digest);
  return kept;
}

/** What a kept line means, with the state it was kept with. */
export function lineElsewhere({ said, state }: ElsewhereLine): LedgerLine {
  return { ...lineOf(said), state };
}

/** A line that another archive kept: its JSON, or what it said of one of its works; null where it cannot be read. */
export function readCarriedLine(
  carried:
    | ({ kind: "entry"; state: LedgerState } & Omit<LedgerLine, "said" | "workId" | "state">)
    | { kind: "said"; said: string; state: LedgerState },
): LedgerLine | null {
  if (carried.kind === "entry") return lineOf(sayLine(carried));
  const read = saidShape.safeParse(parsed(carried.said));
  return read.success ? { ...lineOf(read.data), state: carried.state } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** In one order, whoever said it: a digest is of the words. */
function ordered(said: SaidLine): SaidLine {
  const { title, authors, address, state, added, started, finished, note } = said;
  return { title, authors, address, state, added, started, finished, note };
}

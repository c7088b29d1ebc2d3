import { fromCell, readCsv, writeCsv } from "../plumbing/csv/csv.ts";
import { dayLength } from "../vocabulary/days.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import type { LedgerState } from "../works/reader-marks.ts";

/** One line of a ledger as a sheet (docs/ledger-sheet.md). Times are ms since 1970, UTC; null: the sheet does not say. */
export type LedgerLine = {
  title: string;
  /** Names, as the work is by them. */
  authors: readonly string[];
  /** The work of this archive its address leads to, if it does. */
  workId: string | null;
  address: string;
  state: LedgerState | null;
  addedAt: number | null;
  startedAt: number | null;
  finishedAt: number | null;
  note: string;
  /** All of that as it was typed. */
  said: SaidLine;
};

/** The head of our own sheet, and what other trackers call the same. */
const heads = {
  title: ["title", "work", "work title", "story", "name"],
  authors: ["authors", "author", "creator", "creators", "by", "writer"],
  address: ["address", "url", "link", "work url", "work link", "id", "work id"],
  state: ["state", "status", "shelf", "exclusive shelf", "reading status"],
  added: ["added", "date added", "bookmarked", "date bookmarked", "marked"],
  started: ["started", "begun", "date started", "start date"],
  finished: ["finished", "date finished", "date read", "end date", "completed"],
  note: ["note", "notes", "comment", "comments", "private notes", "bookmark notes", "bookmarker's notes"],
} as const satisfies Record<string, readonly string[]>;
type Head = keyof typeof heads;

/** A line as it stands in a sheet, cell by cell. */
export type SaidLine = Record<Head, string>;

/** What was read of a sheet, and what could not be. */
export type LedgerSheet = {
  lines: LedgerLine[];
  /** Columns whose heads mean nothing here: what stands in them is not taken in. */
  otherColumns: string[];
  /** Numbers of lines that name no work at all. */
  nameless: number[];
};

/** Why a sheet is not read: a quote opens in a line and nothing closes it, a line is longer than any, there are too many. */
export type SheetTrouble =
  | { trouble: "no-columns" }
  | { trouble: "open-quote" | "overlong"; line: number }
  | { trouble: "too-many" };

/** What others call the states. */
const stateWords: Record<LedgerState, readonly string[]> = {
  "to-read": ["to read", "tbr", "want to read", "plan to read", "planned", "marked for later", "later"],
  reading: ["reading", "currently reading", "in progress", "started"],
  waiting: ["waiting", "waiting for more", "caught up", "on hold", "paused", "subscribed"],
  finished: ["finished", "read", "completed", "complete", "done"],
  dropped: ["dropped", "abandoned", "dnf", "did not finish", "gave up"],
};

const order = [
  ...(["title", "authors", "address", "state", "added", "started", "finished", "note"] as const),
] satisfies Head[];

/** A ledger as a sheet that spreadsheets open, and that any archive of this kind takes in again. */
export function writeLedger(lines: readonly SaidLine[]): string {
  return writeCsv([order, ...lines.map((line) => order.map((head) => line[head]))]);
}

/** What is known of a work in a ledger, as a line of a sheet. */
export function sayLine(known: Omit<LedgerLine, "said" | "workId">): SaidLine {
  return {
    title: known.title,
    authors: known.authors.join("; "),
    address: known.address,
    state: known.state ?? "",
    added: dayOf(known.addedAt),
    started: dayOf(known.startedAt),
    finished: dayOf(known.finishedAt),
    note: known.note,
  };
}

/** What a line means. What cannot be read of it is as if it were not said. */
export function lineOf(said: SaidLine): LedgerLine {
  return {
    title: said.title,
    authors: said.authors
      .split(/;|,| & /)
      .map((name) => name.trim())
      .filter((name) => name !== ""),
    workId: workIn(said.address),
    address: said.address,
    state: stateIn(said.state),
    addedAt: timeIn(said.added),
    startedAt: timeIn(said.started),
    finishedAt: timeIn(said.finished),
    note: said.note,
    said,
  };
}

/**
 * Reads a ledger from a sheet of our own or of another tracker: all of it, or nothing.
 *
 * @param mostLines how many lines it may have
 */
export async function readLedger(text: string, mostLines: number): Promise<LedgerSheet | SheetTrouble> {
  const { rows, openQuote, overlong, isCut } = await readCsv(text, mostLines + 1);
  if (openQuote !== null) return { trouble: "open-quote", line: openQuote };
  if (overlong !== null) return { trouble: "overlong", line: overlong };
  if (isCut) return { trouble: "too-many" };
  const [first, ...rest] = rows;
  const named = (first?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const places = new Map<Head, number>();
  for (const head of order) {
    const known: readonly string[] = heads[head];
    const place = named.findIndex((name) => known.includes(name));
    if (place >= 0) places.set(head, place);
  }
  if (!places.has("title") && !places.has("address")) return { trouble: "no-columns" };
  const read = new Set(places.values());
  const lines: LedgerLine[] = [];
  const nameless: number[] = [];
  for (const { line, cells } of rest) {
    const cell = (head: Head) => fromCell((cells[places.get(head) ?? -1] ?? "").trim());
    const [title, address] = [cell("title"), cell("address")];
    if (title === "" && address === "") nameless.push(line);
    else
      lines.push(
        lineOf({
          ...{ title, address, authors: cell("authors"), state: cell("state"), added: cell("added") },
          ...{ started: cell("started"), finished: cell("finished"), note: cell("note") },
        }),
      );
  }
  const otherColumns = (first?.cells ?? []).filter(
    (name, index) =>
      name.trim() !== "" && !read.has(index) && rest.some(({ cells }) => (cells[index] ?? "").trim() !== ""),
  );
  return { lines, otherColumns: otherColumns.map((name) => name.trim().slice(0, 60)).slice(0, 40), nameless };
}

function dayOf(time: number | null): string {
  return time === null ? "" : new Date(time).toISOString().slice(0, 10);
}

/** The last moment of a sheet that is taken for one, in the year 2096: what lies behind it is a slip of the finger. */
const latest = 4e12;

/**
 * A day as ISO 8601 writes it, or as this runtime can read it; in ms since 1970, UTC. Noon of it, so that nearly everywhere
 * on earth the same day is shown.
 */
function timeIn(cell: string): number | null {
  const time = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/.test(cell)
    ? Date.parse(
        `${cell
          .replace(/[/.]/g, "-")
          .replace(/-(\d)(?=-|\D|$)/g, "-0$1")
          .slice(0, 10)}T12:00:00Z`,
      )
    : noonOf(Date.parse(`${cell} UTC`));
  return Number.isFinite(time) && time > 0 && time < latest ? time : null;
}

/** A day alone is read as its first moment. */
function noonOf(time: number): number {
  return time % dayLength === 0 ? time + dayLength / 2 : time;
}

function stateIn(cell: string): LedgerState | null {
  const word = cell.toLowerCase().replace(/[-_]/g, " ").trim();
  for (const state of Object.keys(stateWords) as LedgerState[])
    if (stateWords[state].includes(word)) return state;
  return null;
}

function workIn(address: string): string | null {
  const id = /(?:^|\/works\/)([0-9a-z]{10})(?:[/?#]|$)/.exec(address)?.[1] ?? "";
  return looksLikeId(id) ? id : null;
}

import { fromCell, readCsv, writeCsv } from "../plumbing/csv/csv.ts";
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
};

/** As many lines as a lifetime of reading has. */
const mostLines = 20_000;

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

/** What others call the states. */
const stateWords: Record<LedgerState, readonly string[]> = {
  "to-read": ["to read", "tbr", "want to read", "plan to read", "planned", "marked for later", "later"],
  reading: ["reading", "currently reading", "in progress", "started"],
  waiting: ["waiting", "waiting for more", "caught up", "on hold", "paused", "subscribed"],
  finished: ["finished", "read", "completed", "complete", "done"],
  dropped: ["dropped", "abandoned", "dnf", "did not finish", "gave up"],
};

/** A ledger as a sheet that spreadsheets open, and that any archive of this kind takes in again. */
export function writeLedger(lines: readonly LedgerLine[]): string {
  const head: Head[] = ["title", "authors", "address", "state", "added", "started", "finished", "note"];
  return writeCsv([
    head,
    ...lines.map((line) => [
      line.title,
      line.authors.join("; "),
      line.address,
      line.state ?? "",
      dayOf(line.addedAt),
      dayOf(line.startedAt),
      dayOf(line.finishedAt),
      line.note,
    ]),
  ]);
}

/**
 * Reads a ledger from a sheet of our own or of another tracker. What cannot be read of a line is as if it were not said.
 *
 * @returns the lines with a title or an address; null when the first line names neither
 */
export async function readLedger(text: string): Promise<LedgerLine[] | null> {
  const { rows } = await readCsv(text, mostLines + 1);
  const [first, ...rest] = rows;
  const named = (first?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const places = new Map<Head, number>();
  for (const head of Object.keys(heads) as Head[]) {
    const known: readonly string[] = heads[head];
    const place = named.findIndex((name) => known.includes(name));
    if (place >= 0) places.set(head, place);
  }
  if (!places.has("title") && !places.has("address")) return null;
  return rest.flatMap(({ cells }) => {
    const cell = (head: Head) => fromCell((cells[places.get(head) ?? -1] ?? "").trim());
    const [title, address] = [cell("title"), cell("address")];
    if (title === "" && address === "") return [];
    return {
      title,
      authors: cell("authors")
        .split(/;|,| & /)
        .map((name) => name.trim())
        .filter((name) => name !== ""),
      workId: workIn(address),
      address,
      state: stateIn(cell("state")),
      addedAt: timeIn(cell("added")),
      startedAt: timeIn(cell("started")),
      finishedAt: timeIn(cell("finished")),
      note: cell("note"),
    };
  });
}

function dayOf(time: number | null): string {
  return time === null ? "" : new Date(time).toISOString().slice(0, 10);
}

/** A day as the world writes it (ISO 8601), or what this runtime can read; none in the future of a calendar. */
function timeIn(cell: string): number | null {
  const time = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/.test(cell)
    ? Date.parse(
        `${cell
          .replace(/[/.]/g, "-")
          .replace(/-(\d)(?=-|\D|$)/g, "-0$1")
          .slice(0, 10)}T00:00:00Z`,
      )
    : Date.parse(`${cell} UTC`);
  return Number.isFinite(time) && time > 0 && time < 4e12 ? time : null;
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

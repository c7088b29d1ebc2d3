import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import type { LedgerState } from "../works/reader-marks.ts";
import { publishedFor } from "../works/visible-works.ts";
import { fillCards } from "../works/work-cards.ts";
import { findEntry } from "./ledger.ts";
import type { LedgerLine } from "./ledger-sheet.ts";
import { setLedger } from "./set-ledger.ts";

/** A line with the work of this archive it means. */
export type FoundLine = { line: LedgerLine; workId: string };

/** Works looked up by one statement. */
const together = 400;

/**
 * Finds the works that lines of a sheet mean, among those this member may read: by address, else by title and one of the
 * authors' names, else by a title only one work has.
 */
export async function findLines(
  reader: Reader,
  member: Member,
  lines: readonly LedgerLine[],
): Promise<{ found: FoundLine[]; lost: LedgerLine[] }> {
  const ids = await publishedAmong(
    reader,
    member,
    "works.id",
    lines.flatMap(({ workId }) => workId ?? []),
  );
  const byAddress = new Set(ids.map(({ id }) => id));
  const unmet = lines.filter(({ workId }) => workId === null || !byAddress.has(workId));
  const titled = await publishedAmong(
    reader,
    member,
    "works.title",
    unmet.map(({ title }) => title),
  );
  const byTitle = Map.groupBy(titled, ({ title }) => title);
  const names = await namesOf(
    reader,
    member,
    titled.map(({ id }) => id),
  );
  const meant = (line: LedgerLine): string | null => {
    if (line.workId !== null && byAddress.has(line.workId)) return line.workId;
    const works = (line.title === "" ? undefined : byTitle.get(line.title)) ?? [];
    const authored = works.filter(({ id }) => line.authors.some((name) => names.get(id)?.has(fold(name))));
    if (authored.length === 1) return authored[0]?.id ?? null;
    // A name that is nobody's here means another work of that title.
    return line.authors.length === 0 && works.length === 1 ? (works[0]?.id ?? null) : null;
  };
  const found: FoundLine[] = [];
  const lost: LedgerLine[] = [];
  for (const line of lines) {
    const workId = meant(line);
    if (workId === null) lost.push(line);
    else found.push({ line, workId });
  }
  return { found, lost };
}

/**
 * Writes lines of a sheet into a member's ledger, those of one work at once. What a line says of state and dates goes before
 * what stands; of several notes all are kept, as far as a note may be long.
 *
 * @param otherwise the state of lines that say none
 * @param most how many characters a note may have
 * @param now ms since 1970, UTC
 * @returns the lines whose note did not fit; all else of them is written
 */
export async function bringInLedger(
  writer: Writer,
  member: Member,
  found: readonly FoundLine[],
  { otherwise, most }: { otherwise: LedgerState; most: number },
  now: number,
): Promise<LedgerLine[]> {
  const unfit: LedgerLine[] = [];
  for (const [workId, ofWork] of Map.groupBy(found, (one) => one.workId)) {
    const before = await findEntry(writer, member, workId);
    let state = before?.state ?? null;
    let note = before?.note ?? "";
    const dates: { added_at?: number; started_at?: number; finished_at?: number } = {};
    for (const { line } of ofWork) {
      state = line.state ?? state ?? (line.finishedAt === null ? otherwise : "finished");
      if (line.addedAt !== null) dates.added_at = line.addedAt;
      if (line.startedAt !== null) dates.started_at = line.startedAt;
      if (line.finishedAt !== null) dates.finished_at = line.finishedAt;
      if (note.includes(line.note)) continue;
      const longer = [note, line.note].filter((part) => part !== "").join("\n");
      if (longer.length > most) unfit.push(line);
      else note = longer;
    }
    await setLedger(writer, member, workId, state ?? otherwise, now);
    await writer
      .updateTable("ledger")
      .set({ ...dates, note })
      .where("account_id", "=", member.accountId)
      .where("work_id", "=", workId)
      .execute();
  }
  return unfit;
}

async function publishedAmong(
  reader: Reader,
  member: Member,
  column: "works.id" | "works.title",
  wanted: readonly string[],
): Promise<{ id: string; title: string }[]> {
  const values = [...new Set(wanted)].filter((value) => value !== "");
  const found: { id: string; title: string }[] = [];
  for (let from = 0; from < values.length; from += together)
    found.push(
      ...(await reader
        .selectFrom("works")
        .select(["works.id", "works.title"])
        .where(column, "in", values.slice(from, from + together))
        .where((row) => publishedFor(member)(row))
        // Works open by their address alone are found by it alone.
        .$if(column === "works.title", (query) =>
          query.where("works.visibility", "in", ["everyone", "members"]),
        )
        .execute()),
    );
  return found;
}

/** The names works are by, as far as this member is told them. */
async function namesOf(
  reader: Reader,
  member: Member,
  workIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const names = new Map<string, Set<string>>();
  for (let from = 0; from < workIds.length; from += together)
    for (const { id, creators } of await fillCards(reader, member, workIds.slice(from, from + together)))
      names.set(id, new Set(creators.map(({ name }) => fold(name))));
  return names;
}

function fold(name: string): string {
  return name.normalize("NFKC").toLowerCase().trim();
}

import type { Member } from "../people/person.ts";
import type { Database } from "../plumbing/database/database.ts";
import { Turns } from "../plumbing/jobs/turns.ts";
import type { LedgerState } from "../works/reader-marks.ts";
import { bringInLedger, findLines } from "./bring-in-ledger.ts";
import { keepLinesElsewhere, roomElsewhere } from "./ledger-elsewhere.ts";
import type { LedgerLine } from "./ledger-sheet.ts";

/** What became of the lines of a sheet. */
export type BroughtSheet = {
  /** Lines about works that are here. */
  taken: number;
  /** Lines about works that are not, kept as they are. */
  elsewhere: number;
  /** Lines whose note has no room here; all else of them is written. */
  unfit: LedgerLine[];
  /** Lines there is no room for. */
  left: LedgerLine[];
};

/** Works, and lines about works elsewhere, written in one transaction: nobody waits long behind it. */
const together = 100;

/**
 * Takes the lines of a sheet into a member's ledger: those of works they may read, and the others as they were typed. Killed
 * anywhere, some of them are in; bringing the sheet in again goes on and writes nothing twice.
 *
 * @param otherwise the state of lines that say none
 * @param most how many lines about works elsewhere are kept, and how many characters a note may have
 */
export async function bringInSheet(
  database: Database,
  member: Member,
  lines: readonly LedgerLine[],
  { otherwise, most }: { otherwise: LedgerState; most: { lines: number; note: number } },
): Promise<BroughtSheet> {
  const { found, lost } = await findLines(database.reading, member, lines);
  const turns = new Turns();
  const unfit: LedgerLine[] = [];
  const left: LedgerLine[] = [];
  const byWork = [...Map.groupBy(found, ({ workId }) => workId).values()];
  for (let from = 0; from < byWork.length; from += together) {
    const some = byWork.slice(from, from + together).flat();
    const wish = { otherwise, most: most.note };
    unfit.push(...(await database.write((writer) => bringInLedger(writer, member, some, wish, Date.now()))));
    if (turns.isOver) await turns.next();
  }
  const room = await roomElsewhere(database.reading, member, most.lines);
  for (let from = 0; from < lost.length; from += together) {
    const some = lost.slice(from, from + together);
    left.push(
      ...(await database.write((writer) =>
        keepLinesElsewhere(writer, member, some, otherwise, { room, longestNote: most.note }, Date.now()),
      )),
    );
    if (turns.isOver) await turns.next();
  }
  return { taken: found.length, elsewhere: lost.length - left.length, unfit, left };
}

import type { Member } from "../people/person.ts";
import type { Database } from "../plumbing/database/database.ts";
import { bringInLedger, findLines } from "./bring-in-ledger.ts";
import { dropLinesElsewhere, everyLineElsewhere, lineElsewhere } from "./ledger-elsewhere.ts";

/**
 * Looks whether works that a member's ledger knew from elsewhere are here by now. Their lines become entries; a line whose
 * note has no room beside what stands there stays as it is.
 *
 * @param most how many characters a note may have
 * @param now ms since 1970, UTC
 * @returns how many lines became entries
 */
export async function lookAgain(
  database: Database,
  member: Member,
  most: number,
  now: number,
): Promise<number> {
  const kept = await everyLineElsewhere(database.reading, member);
  const digests = new Map(kept.map((line) => [lineElsewhere(line), line.digest]));
  const { found } = await findLines(database.reading, member, [...digests.keys()]);
  return database.write(async (writer) => {
    const unfit = new Set(await bringInLedger(writer, member, found, { otherwise: "to-read", most }, now));
    const taken = found.map(({ line }) => line).filter((line) => !unfit.has(line));
    await dropLinesElsewhere(
      writer,
      member,
      taken.flatMap((line) => digests.get(line) ?? []),
    );
    return taken.length;
  });
}

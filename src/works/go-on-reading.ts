import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { listedFor } from "./visible-works.ts";
import type { WorkCard } from "./work.ts";
import { fillCards } from "./work-cards.ts";

/** Works looked at for each that is shown: some have come to their end. */
const lookedAt = 5;

/**
 * The works a member read last that have more for them to read, among those that stand in their lists; what they dropped
 * or finished is left aside, unless something came out since.
 */
export async function listToGoOn(reader: Reader, person: Person, most: number): Promise<WorkCard[]> {
  if (person.kind === "visitor") return [];
  const rows = await reader
    .selectFrom("ledger")
    .innerJoin("works", "works.id", "ledger.work_id")
    .select("works.id")
    .where("ledger.account_id", "=", person.accountId)
    .where("ledger.read_at", "is not", null)
    .where((row) =>
      row.or([row("ledger.state", "is", null), row("ledger.state", "not in", ["dropped", "to-read"])]),
    )
    .where((row) => listedFor(person)(row))
    .orderBy("ledger.read_at", "desc")
    .limit(most * lookedAt)
    .execute();
  const cards = await fillCards(
    reader,
    person,
    rows.map(({ id }) => id),
  );
  return cards.filter(({ mark }) => mark?.place && hasMore(mark.state, mark.place)).slice(0, most);
}

function hasMore(
  state: NonNullable<WorkCard["mark"]>["state"],
  place: { newChapters: number; wordsLeft: number },
): boolean {
  return state === "finished" || state === "waiting" ? place.newChapters > 0 : place.wordsLeft > 0;
}

import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { foldName } from "../vocabulary/fold-name.ts";
import "./sql/pseuds-table.ts";

/** A name an account writes under. Which account is never part of it: nobody else can tell. */
export type Pseud = { id: string; name: string; about: string };

const columns = ["id", "name", "about"] as const;

/** The names an account writes under, oldest first; for the account itself only. */
export function findOwnPseuds(reader: Reader | Writer, accountId: string): Promise<Pseud[]> {
  return reader
    .selectFrom("pseuds")
    .select(columns)
    .where("account_id", "=", accountId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

/** One of the names an account writes under; anybody else's is absent. */
export async function findOwnPseud(
  reader: Reader | Writer,
  accountId: string,
  id: string,
): Promise<Pseud | undefined> {
  return (await findOwnPseuds(reader, accountId)).find((pseud) => pseud.id === id);
}

/** One pseud by its id, as everybody sees it. */
export function findPseud(reader: Reader | Writer, id: string): Promise<Pseud | undefined> {
  return reader.selectFrom("pseuds").select(columns).where("id", "=", id).executeTakeFirst();
}

/** The pseud whose name a person typed, if there is one: "  SpikesLoveBite" finds "spikeslovebite". */
export function findPseudByName(reader: Reader | Writer, name: string): Promise<Pseud | undefined> {
  return reader
    .selectFrom("pseuds")
    .select(columns)
    .where("name_key", "=", foldName(name))
    .executeTakeFirst();
}

import { z } from "zod";
import { addPseud, PseudTaken } from "../../people/add-pseud.ts";
import { checkIcon, keepIcon } from "../../people/keep-icon.ts";
import type { Member } from "../../people/person.ts";
import { findIcon } from "../../people/pseud-icons.ts";
import { pseudNameShape } from "../../people/pseud-name.ts";
import { findOwnPseud, findOwnPseuds, type Pseud } from "../../people/pseuds.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { FileStore } from "../../plumbing/files/file-store.ts";
import { foldName } from "../../vocabulary/fold-name.ts";
import type { NamesHere } from "./bring-work.ts";
import type { CopiedAccount } from "./copy-shape.ts";
import type { Cleaner } from "./open-cleaner.ts";
import type { OpenCopy } from "./open-copy.ts";

/** Names that a copy brings at most: a copy is no way to take a thousand names from others. */
export const mostNames = 50;

const longestAlt = 500;

/** What became of a name: it was the member's here already, is theirs now, or is somebody else's and stands as another of theirs. */
export type NameOutcome = { name: string; outcome: "here" | "brought" | "taken"; standsAs: string };

/**
 * Gives a member the names they had there, with the texts and pictures of those that are new here. A name that another
 * has here, or that this archive would not take, stands as the name they chose for it, else as their first.
 *
 * One name, one transaction; a name that is theirs already is met, not made: doing it again does nothing.
 */
export async function bringNames(
  { database, files }: { database: Database; files: FileStore },
  member: Member,
  copy: OpenCopy,
  cleaner: Cleaner,
  wishes: { names: Readonly<Record<string, string>>; iconKilobytes: number },
  now: number,
): Promise<{ names: NamesHere; outcomes: NameOutcome[] }> {
  const byId = new Map<string, Pseud>();
  const outcomes: NameOutcome[] = [];
  const [first] = await findOwnPseuds(database.reading, member.accountId);
  if (!first) throw new Error("an account has a name");
  for (const source of copy.account.pseuds.slice(0, mostNames)) {
    const own = await findOwnPseuds(database.reading, member.accountId);
    const same = own.find(({ name }) => foldName(name) === foldName(source.name));
    const made = same ? null : await take(database, member, source, cleaner, now);
    const wished = await findOwnPseud(database.reading, member.accountId, wishes.names[source.id] ?? "");
    const pseud = same ?? made ?? wished ?? first;
    byId.set(source.id, pseud);
    outcomes.push({
      name: source.name,
      outcome: same ? "here" : made ? "brought" : "taken",
      standsAs: pseud.name,
    });
    if (same || made) await bringIcon({ database, files }, copy, source, pseud, wishes.iconKilobytes, now);
  }
  return { names: { byId, first }, outcomes };
}

async function take(
  database: Database,
  member: Member,
  source: CopiedAccount["pseuds"][number],
  cleaner: Cleaner,
  now: number,
): Promise<Pseud | null> {
  const shape = z.object({ name: pseudNameShape((sentence) => sentence) });
  const read = shape.safeParse({ name: source.name });
  if (!read.success) return null;
  const [about] = await cleaner.notes([source.about]);
  try {
    return await database.write(async (writer) => {
      const pseud = await addPseud(writer, member.accountId, read.data.name, now);
      await writer
        .updateTable("pseuds")
        .set({ about: about ?? "" })
        .where("id", "=", pseud.id)
        .execute();
      return pseud;
    });
  } catch (cause) {
    if (cause instanceof PseudTaken) return null;
    throw cause;
  }
}

/** A name that has a picture here keeps it. */
async function bringIcon(
  { database, files }: { database: Database; files: FileStore },
  copy: OpenCopy,
  source: CopiedAccount["pseuds"][number],
  pseud: Pseud,
  kilobytes: number,
  now: number,
): Promise<void> {
  const icon = copy.account.icons.find(({ pseud_id }) => pseud_id === source.id);
  if (!icon || (await findIcon(database.reading, pseud.id))) return;
  const bytes = await copy.bytes(`icons/${icon.icon_id}`, kilobytes * 1_000);
  const checked = bytes && checkIcon(bytes, kilobytes);
  if (!checked || typeof checked === "string") return;
  await keepIcon(database, files, pseud.id, { ...checked, alt: icon.alt.slice(0, longestAlt) }, now);
}

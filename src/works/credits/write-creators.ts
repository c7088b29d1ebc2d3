import { findOwnPseuds, findPseudByName, type Pseud } from "../../people/pseuds.ts";
import { isBlockedBy } from "../../people/quiet-people.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { recordFact } from "../../plumbing/events/record-fact.ts";
import { foldName } from "../../vocabulary/fold-name.ts";
import { isAskedNoMore } from "../refused-credits.ts";
import type { CreatorRole, WorkCreatorsTable } from "../sql/works-tables.ts";
import type { WorkFields } from "../work-fields.ts";

type Credit = Pick<WorkCreatorsTable, "role" | "pseud_id" | "name" | "accepted"> & {
  invited_at: number | null;
};
/** A credit as it stands; `pseudName` is what the pseud is called today. */
type Standing = Credit & { pseudName: string | null };
type Named = { role: CreatorRole; name: string };

/**
 * Writes who is named on a work. What stands keeps its place and its answer; only what is new is asked:
 *
 * - the names of who saves are accepted at once, since they are theirs;
 * - somebody else's pseud is an invitation, told of by a fact: it gives no rights, and their page does not know of the
 *   work, until they say yes;
 * - a name that is nobody's pseud stands as it was typed, and goes on doing so when somebody takes it as a pseud later.
 *
 * An author who has said yes is not taken off the work by another; they leave it themselves (leave-work.ts).
 *
 * @param accountId whoever saves; they may change the work
 * @param now ms since 1970, UTC
 */
export async function writeCreators(
  writer: Writer,
  workId: string,
  accountId: string,
  { authorPseudIds, credits }: Pick<WorkFields, "authorPseudIds" | "credits">,
  now: number,
): Promise<void> {
  const own = await findOwnPseuds(writer, accountId);
  const standing = await writer
    .selectFrom("work_creators")
    .leftJoin("pseuds", "pseuds.id", "work_creators.pseud_id")
    .select(["role", "pseud_id", "work_creators.name", "accepted", "invited_at", "pseuds.name as pseudName"])
    .where("work_id", "=", workId)
    .orderBy("position")
    .execute();
  const isOwnName = ({ role, name }: Named) =>
    role === "author" ? own.filter((pseud) => foldName(pseud.name) === foldName(name)) : [];
  const chosen = [
    ...authorPseudIds.flatMap((pseudId) => own.filter(({ id }) => id === pseudId)),
    ...credits.flatMap(isOwnName),
  ];
  const others = credits.filter((named) => isOwnName(named).length === 0);
  const { kept, missing } = match(standing, others, own);
  const rows = inPlace(kept, [...new Set(chosen)], own);
  for (const { role, name } of missing) {
    const pseud = await findPseudByName(writer, name);
    const isOwn = own.some(({ id }) => id === pseud?.id);
    if (pseud && rows.some((row) => row.role === role && row.pseud_id === pseud.id)) continue;
    if (pseud && !isOwn && (await isAskedNoMore(writer, workId, pseud.id))) continue;
    rows.push({
      role,
      pseud_id: pseud?.id ?? null,
      name: isOwn && pseud ? pseud.name : name,
      accepted: isOwn ? 1 : 0,
      invited_at: pseud && !isOwn ? now : null,
    });
    // Whoever blocks who saves is not told; the name waits for an answer like any other.
    if (pseud && !isOwn && !(await isBlockedBy(writer, accountId, await accountsOf(writer, pseud.id))))
      await recordFact(writer, { type: "creator-invited", workId, pseudId: pseud.id }, now);
  }
  await writer.deleteFrom("work_creators").where("work_id", "=", workId).execute();
  const ordered = [...rows.filter(isAuthor), ...rows.filter((row) => !isAuthor(row))];
  if (ordered.length > 0)
    await writer
      .insertInto("work_creators")
      .values(ordered.map((row, position) => ({ ...row, work_id: workId, position })))
      .execute();
}

async function accountsOf(writer: Writer, pseudId: string): Promise<string[]> {
  const rows = await writer.selectFrom("pseuds").select("account_id").where("id", "=", pseudId).execute();
  return rows.map(({ account_id }) => account_id);
}

/** What stands and is named again, or may not be taken away; and who is named that did not stand. */
function match(standing: Standing[], credits: readonly Named[], own: Pseud[]) {
  const missing = [...credits];
  const kept = standing.flatMap(({ pseudName, ...row }): Credit[] => {
    const isOwn = own.some(({ id }) => id === row.pseud_id);
    const names = [row.name, pseudName ?? row.name].map(foldName);
    const again = missing.findIndex(({ role, name }) => role === row.role && names.includes(foldName(name)));
    if (again !== -1) missing.splice(again, 1);
    if (again === -1 && !(isAuthor(row) && (isOwn || row.accepted === 1))) return [];
    return [row.accepted === 1 ? { ...row, name: pseudName ?? row.name } : row];
  });
  return { kept, missing };
}

/** The names of who saves stand where names of theirs stood, and the rest of them behind. */
function inPlace(kept: Credit[], chosen: readonly Pseud[], own: Pseud[]): Credit[] {
  const left = chosen.map(
    (pseud): Credit => ({
      role: "author",
      pseud_id: pseud.id,
      name: pseud.name,
      accepted: 1,
      invited_at: null,
    }),
  );
  const rows: Credit[] = [];
  let behind = 0;
  for (const row of kept) {
    const isOwnAuthor = isAuthor(row) && own.some(({ id }) => id === row.pseud_id);
    const next = isOwnAuthor ? left.shift() : row;
    if (next) rows.push(next);
    if (isOwnAuthor) behind = rows.length;
  }
  rows.splice(behind, 0, ...left);
  return rows;
}

function isAuthor({ role }: Pick<Credit, "role">): boolean {
  return role === "author";
}

import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { Member } from "../../people/person.ts";
import "../../people/quiet-people.ts";
import type { Reader, Writer } from "../../plumbing/database/reader-writer.ts";
import type { Tables } from "../../plumbing/database/tables.ts";
import { looksLikeId } from "../../vocabulary/ids.ts";
import { hiddenFrom } from "../hidden-from.ts";
import type { Heeding } from "../reader-rules.ts";
import { openFor } from "../visible-works.ts";
import { writtenBy } from "../who-may-change.ts";
import type { CreatorRole, WorkCard } from "../work.ts";
import { asAsked, fillCards } from "../work-cards.ts";

/** A place where a name of a member's stands on a work, or is asked to. */
export type OwnCredit = {
  work: WorkCard;
  role: CreatorRole;
  pseudId: string;
  pseudName: string;
  /** When they were asked; null: they named themselves, or it was before the archive noted it. */
  invitedAt: number | null;
  /** Whether they may open the work as it is now. */
  isOpen: boolean;
};

/**
 * What a member is asked, oldest first: a name of theirs stands on a work and waits for their yes.
 *
 * @param heeding "none": they asked to see this once what somebody they muted asks them
 * @returns `hidden`: how many they do not meet, since they muted an author of the work
 */
export async function listInvitations(
  reader: Reader,
  member: Member,
  heeding: Heeding,
): Promise<{ asked: OwnCredit[]; hidden: number }> {
  const all = await listCredits(reader, member, 0);
  const quiet = await askedByMuted(
    reader,
    member,
    all.map(({ work }) => work.id),
    heeding,
  );
  const asked = all.filter(({ work }) => !quiet.has(work.id));
  return { asked, hidden: all.length - asked.length };
}

/** A rule on tags or lengths hides no work that asks for one; whom one muted asks nothing. */
async function askedByMuted(
  reader: Reader,
  member: Member,
  workIds: readonly string[],
  heeding: Heeding,
): Promise<Set<string>> {
  const quiet = await hiddenFrom(reader, member.accountId, [...new Set(workIds)], heeding);
  return new Set([...quiet].flatMap(([id, { cause }]) => (cause.kind === "muted" ? id : [])));
}

/** Works that lie with somebody else on which a name of the member's stands with their yes. */
export async function listCreditsElsewhere(reader: Reader, member: Member): Promise<OwnCredit[]> {
  return listCredits(reader, member, 1);
}

/** The member's names on one work with their yes: theirs to take away, whether or not they may open it. */
export async function listCreditsOn(reader: Reader, member: Member, workId: string): Promise<OwnCredit[]> {
  return looksLikeId(workId) ? listCredits(reader, member, 1, workId) : [];
}

/** How many works wait for an answer. */
export async function countInvitations(reader: Reader, member: Member): Promise<number> {
  const rows = await standing(reader, member, 0).select("works.id").distinct().execute();
  const ids = rows.map(({ id }) => id);
  return ids.length - (await askedByMuted(reader, member, ids, "all")).size;
}

/** Who was asked to be named on a work and has not answered, in the order in which they stand; for its authors. */
export function listAsked(reader: Reader, workId: string): Promise<{ role: CreatorRole; name: string }[]> {
  return reader
    .selectFrom("work_creators")
    .select(["role", "name"])
    .where("work_id", "=", workId)
    .where("accepted", "=", 0)
    .where("pseud_id", "is not", null)
    .orderBy("position")
    .execute();
}

async function listCredits(
  reader: Reader,
  member: Member,
  accepted: 0 | 1,
  workId?: string,
): Promise<OwnCredit[]> {
  const rows = await standing(reader, member, accepted)
    .select(["works.id as workId", "work_creators.role", "pseuds.id as pseudId", "pseuds.name as pseudName"])
    .select("invited_at as invitedAt")
    .select((row) => row.case().when(openFor(member)(row)).then(1).else(0).end().as("open"))
    .$if(workId !== undefined, (query) => query.where("works.id", "=", workId ?? ""))
    .$if(workId === undefined && accepted === 1, (query) =>
      query.where("works.account_id", "!=", member.accountId),
    )
    .orderBy((row) => row.fn.coalesce("invited_at", row.lit(0)))
    .orderBy("works.id")
    .orderBy("work_creators.position")
    .execute();
  const cards = await fillCards(reader, member, [...new Set(rows.map((row) => row.workId))]);
  const byId = new Map(cards.map((card) => [card.id, asAsked(card)]));
  return rows.flatMap(({ workId: id, open, ...credit }) => {
    const work = byId.get(id);
    return work ? { ...credit, work, isOpen: open === 1 } : [];
  });
}

function standing(reader: Reader | Writer, member: Member, accepted: 0 | 1) {
  return reader
    .selectFrom("work_creators")
    .innerJoin("pseuds", "pseuds.id", "work_creators.pseud_id")
    .innerJoin("works", "works.id", "work_creators.work_id")
    .where("pseuds.account_id", "=", member.accountId)
    .where("work_creators.accepted", "=", accepted)
    .$if(accepted === 0, (query) => query.where((row) => row.not(asksThoughBlocked(row, member))))
    .where("works.removed_at", "is", null);
}

/** A work that somebody the member blocks writes: whoever is blocked asks them nothing, and is not told so. */
function asksThoughBlocked(row: ExpressionBuilder<Tables, "works">, member: Member): Expression<SqlBool> {
  return row.exists(
    row
      .selectFrom("blocked_people")
      .select("blocked_people.id")
      .where("blocked_people.account_id", "=", member.accountId)
      .where((blocked) => writtenBy(blocked, blocked.ref("blocked_people.blocked_account_id"))),
  );
}

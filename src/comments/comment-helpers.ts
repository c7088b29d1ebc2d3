import type { Member } from "../people/person.ts";
import { findOwnPseuds, findPseudByName, type Pseud } from "../people/pseuds.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { NotFound } from "../vocabulary/errors.ts";
import "../works/works.ts";
import "./sql/comments-tables.ts";

/**
 * Somebody whom an author trusts to let comments in, both under one name: what else either writes as stays untold.
 */
export type CommentHelper = { pseud: Pick<Pseud, "id" | "name">; helper: Pick<Pseud, "id" | "name"> };

/** Whoever was named as a helper is the author. */
export class OwnHelper extends Error {
  override name = "OwnHelper";
}

/**
 * The ids of works this member was asked to let comments in on. Works that tell nobody who wrote them are none of them:
 * a helper would learn it.
 */
export function worksHelpedBy(reader: Reader | Writer, member: Member) {
  return reader
    .selectFrom("comment_helpers")
    .innerJoin("pseuds as helping", "helping.id", "comment_helpers.helper_pseud_id")
    .innerJoin("work_creators", "work_creators.pseud_id", "comment_helpers.pseud_id")
    .innerJoin("works as helped", "helped.id", "work_creators.work_id")
    .select("work_creators.work_id")
    .where("helping.account_id", "=", member.accountId)
    .where("work_creators.role", "=", "author")
    .where("work_creators.accepted", "=", 1)
    .where("helped.anonymous", "=", 0);
}

/** Who helps a member, by their own names. */
export async function listCommentHelpers(reader: Reader, member: Member): Promise<CommentHelper[]> {
  const own = await findOwnPseuds(reader, member.accountId);
  return listPairs(
    reader,
    own.map(({ id }) => id),
    "comment_helpers.pseud_id",
  );
}

/** Whom a member helps. */
export async function listHelped(reader: Reader, member: Member): Promise<CommentHelper[]> {
  const own = await findOwnPseuds(reader, member.accountId);
  return listPairs(
    reader,
    own.map(({ id }) => id),
    "comment_helpers.helper_pseud_id",
  );
}

async function listPairs(
  reader: Reader,
  ids: readonly string[],
  column: "comment_helpers.pseud_id" | "comment_helpers.helper_pseud_id",
): Promise<CommentHelper[]> {
  if (ids.length === 0) return [];
  const rows = await reader
    .selectFrom("comment_helpers")
    .innerJoin("pseuds as author", "author.id", "comment_helpers.pseud_id")
    .innerJoin("pseuds as helper", "helper.id", "comment_helpers.helper_pseud_id")
    .select([
      "author.id as authorId",
      "author.name as authorName",
      "helper.id as helperId",
      "helper.name as helperName",
    ])
    .where(column, "in", ids)
    .orderBy("asked_at")
    .orderBy("helper.id")
    .execute();
  return rows.map((row) => ({
    pseud: { id: row.authorId, name: row.authorName },
    helper: { id: row.helperId, name: row.helperName },
  }));
}

/**
 * Trusts somebody, known by a name of theirs, to let comments in on the works by one of the member's names.
 *
 * @param now ms since 1970, UTC
 * @throws NotFound when nobody writes under the name, or the pseud is not the member's; OwnHelper
 */
export async function askCommentHelper(
  writer: Writer,
  member: Member,
  pseudId: string,
  helperName: string,
  now: number,
): Promise<void> {
  const own = await findOwnPseuds(writer, member.accountId);
  const helper = await findPseudByName(writer, helperName);
  if (!helper || !own.some(({ id }) => id === pseudId)) throw new NotFound();
  if (own.some(({ id }) => id === helper.id)) throw new OwnHelper();
  await writer
    .insertInto("comment_helpers")
    .values({ pseud_id: pseudId, helper_pseud_id: helper.id, asked_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Ends it, from either side. */
export async function endCommentHelp(
  writer: Writer,
  member: Member,
  pseudId: string,
  helperPseudId: string,
): Promise<void> {
  const own = await findOwnPseuds(writer, member.accountId);
  if (!own.some(({ id }) => id === pseudId || id === helperPseudId)) throw new NotFound();
  await writer
    .deleteFrom("comment_helpers")
    .where("pseud_id", "=", pseudId)
    .where("helper_pseud_id", "=", helperPseudId)
    .execute();
}

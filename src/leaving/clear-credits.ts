import type { Writer } from "../plumbing/database/reader-writer.ts";
import type { OwnNames } from "./names-of.ts";
import "../works/works.ts";

/**
 * Takes somebody's names off a work: as its authors, in other roles, among its gifts, and from the archive's memory of
 * who said no. A free name that is spelled as one of theirs goes too, since it was typed in their work.
 *
 * @param formerAuthor what stands in their place when no author is left; null: nothing, somebody else keeps the work
 */
export async function clearCredits(
  writer: Writer,
  workId: string,
  names: OwnNames,
  formerAuthor: string | null,
): Promise<void> {
  const credits = await writer
    .selectFrom("work_creators")
    .selectAll()
    .where("work_id", "=", workId)
    .orderBy("position")
    .execute();
  const others = credits.filter(({ pseud_id, name }) => !names.isOwn(pseud_id, name));
  // Nobody is left to be answered: who was asked to write it is not, and who was thanked stays as they were called.
  const rest = formerAuthor === null ? others : others.flatMap(withoutQuestion);
  const nobody = {
    role: "author" as const,
    pseud_id: null,
    name: formerAuthor ?? "",
    accepted: 1,
    invited_at: null,
  };
  const hasAuthor = rest.some(({ role }) => role === "author");
  const standing = formerAuthor === null || hasAuthor ? rest : [{ ...nobody, work_id: workId }, ...rest];
  await writer.deleteFrom("work_creators").where("work_id", "=", workId).execute();
  if (standing.length > 0)
    await writer
      .insertInto("work_creators")
      .values(standing.map((credit, position) => ({ ...credit, position })))
      .execute();
  await clearGifts(writer, workId, names);
  if (names.pseudIds.length === 0) return;
  await writer
    .deleteFrom("refused_credits")
    .where("work_id", "=", workId)
    .where("pseud_id", "in", names.pseudIds)
    .execute();
}

function withoutQuestion<Credit extends { role: string; pseud_id: string | null; accepted: number }>(
  credit: Credit,
): Credit[] {
  if (credit.pseud_id === null || credit.accepted === 1) return [credit];
  return credit.role === "author" ? [] : [{ ...credit, pseud_id: null, accepted: 1, invited_at: null }];
}

async function clearGifts(writer: Writer, workId: string, names: OwnNames): Promise<void> {
  const gifts = await writer
    .selectFrom("work_gifts")
    .select(["position", "pseud_id", "name"])
    .where("work_id", "=", workId)
    .execute();
  for (const { position, pseud_id, name } of gifts)
    if (names.isOwn(pseud_id, name))
      await writer
        .deleteFrom("work_gifts")
        .where("work_id", "=", workId)
        .where("position", "=", position)
        .execute();
}

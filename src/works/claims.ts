import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { permissionFor, type RelatedKind } from "./related.ts";
import "./sql/permissions-tables.ts";
import "./sql/related-tables.ts";

/** What a work says of another work here, and what the writers of that one say to it. */
export type Claim = {
  workId: string;
  otherId: string;
  kind: RelatedKind;
  /** null: not answered. */
  answer: "yes" | "no" | null;
  /** Whether the work may lead to the other: by their yes, or while they have not answered by what they allow everybody. */
  leads: boolean;
};

/** What works say they are made of, here: the claims of one work, in its order. Who may see what is asked elsewhere. */
export async function claimsOf(reader: Reader | Writer, workId: string): Promise<Claim[]> {
  const rows = await reader
    .selectFrom("related_works")
    .leftJoin("related_answers", (join) =>
      join
        .onRef("related_answers.work_id", "=", "related_works.work_id")
        .onRef("related_answers.other_work_id", "=", "related_works.other_work_id"),
    )
    .select(["related_works.work_id as workId", "related_works.other_work_id as otherId"])
    .select(["related_works.kind", "related_answers.kind as answeredKind", "related_answers.answer"])
    .where("related_works.work_id", "=", workId)
    .where("related_works.other_work_id", "is not", null)
    .orderBy("related_works.position")
    .execute();
  const allowed = await allowedBy(
    reader,
    rows.flatMap(({ otherId }) => otherId ?? []),
  );
  return rows.flatMap(({ workId: from, otherId, kind, answeredKind, answer }) => {
    if (otherId === null) return [];
    // A yes was to what was asked; a no is to all of it.
    const said = answer === "no" || answeredKind === kind ? answer : null;
    const isAllowed = permissionFor[kind] === null || allowed.has(`${otherId} ${permissionFor[kind]}`);
    return {
      workId: from,
      otherId,
      kind,
      answer: said,
      leads: said === "yes" || (said === null && isAllowed),
    };
  });
}

/** What the writers of these works allow everybody: "work permission". */
async function allowedBy(reader: Reader | Writer, workIds: string[]): Promise<Set<string>> {
  if (workIds.length === 0) return new Set();
  const rows = await reader
    .selectFrom("work_permissions")
    .select(["work_id", "permission_id"])
    .where("work_id", "in", workIds)
    .where("answer", "=", "yes")
    .execute();
  return new Set(rows.map(({ work_id, permission_id }) => `${work_id} ${permission_id}`));
}

import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import type { Translate } from "../vocabulary/translate.ts";
import type { PermissionAnswer } from "./sql/permissions-tables.ts";
import "./sql/permissions-tables.ts";

export type { PermissionAnswer };

/** What the writers of a work say to one thing others might want to do with it. */
export type WorkPermission = { id: string; name: string; about: string; answer: PermissionAnswer };

export const permissionAnswers = ["yes", "ask", "no"] as const satisfies PermissionAnswer[];

/** The answers of a work whose existence was asked for this person already, in the owner's order. */
export function listPermissions(reader: Reader | Writer, workId: string): Promise<WorkPermission[]> {
  return reader
    .selectFrom("work_permissions")
    .innerJoin("permissions", "permissions.id", "work_permissions.permission_id")
    .select(["permissions.id", "permissions.name", "permissions.about", "answer"])
    .where("work_id", "=", workId)
    .orderBy("permissions.position")
    .orderBy("permissions.id")
    .execute();
}

/** Replaces a work's answers; what is not answered is not spoken of. */
export async function writePermissions(
  writer: Writer,
  workId: string,
  answers: readonly { permissionId: string; answer: PermissionAnswer }[],
): Promise<void> {
  await writer.deleteFrom("work_permissions").where("work_id", "=", workId).execute();
  const rows = answers.map(({ permissionId, answer }) => ({
    work_id: workId,
    permission_id: permissionId,
    answer,
  }));
  if (rows.length > 0) await writer.insertInto("work_permissions").values(rows).execute();
}

/** An answer in a word or two. */
export function permissionWords(t: Translate, answer: PermissionAnswer): string {
  return { yes: t("Yes"), ask: t("Ask first"), no: t("No") }[answer];
}

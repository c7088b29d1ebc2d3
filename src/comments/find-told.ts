import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { asSeenBy, selectComments } from "./as-seen.ts";

/**
 * Comments as a notice speaks of them: their state, and the name they stand under as far as the member is told it. Whether
 * the member may see the works was asked by who calls.
 */
export async function findTold(reader: Reader, member: Member, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await selectComments(reader).where("comments.id", "in", ids).execute();
  const comments = await asSeenBy(reader, member, rows, new Set());
  return comments.map(({ id, status, speaker }) => ({
    id,
    status,
    name: speaker.kind === "pseud" || speaker.kind === "guest" ? speaker.name : null,
    pseudId: speaker.kind === "pseud" ? speaker.pseudId : null,
  }));
}

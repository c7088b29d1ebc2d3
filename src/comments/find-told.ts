import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { asSeenBy, commentRows } from "./as-seen.ts";

/**
 * Comments as a notice speaks of them: their state, and the name they stand under as far as the member is told it. Whether
 * the member may see the works, the caller has asked.
 */
export async function findTold(reader: Reader, member: Member, ids: readonly string[]) {
  const comments = await asSeenBy(reader, member, await commentRows(reader, ids), new Set());
  return comments.map(({ id, status, speaker }) => ({
    id,
    status,
    name: speaker.kind === "pseud" || speaker.kind === "guest" ? speaker.name : null,
    pseudId: speaker.kind === "pseud" ? speaker.pseudId : null,
  }));
}

import { orphanAccountId } from "../people/orphan-account.ts";
import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { listOwnWorks, type OwnWorkEntry } from "../works/own-works.ts";
import { whoKeepsOn } from "./who-keeps-on.ts";

/** What can become of a work when its writer leaves it. */
export const fates = ["orphan", "hand-over", "withdraw"] as const;
export type Fate = (typeof fates)[number];

/** A work of somebody who may leave it, and what they may choose, the gentlest first. */
export type WorkToLeave = OwnWorkEntry & { fates: Fate[] };

/**
 * What may become of each of a member's works. Who writes it with them keeps it when they go; what has readers can be left
 * to them; and whoever keeps a work may withdraw it. What lies in the trash can only go.
 */
export async function listWorksToLeave(reader: Reader, member: Member): Promise<WorkToLeave[]> {
  const works = await listOwnWorks(reader, member);
  const found: WorkToLeave[] = [];
  for (const work of works) {
    const nobodyElse = (await whoKeepsOn(reader, member, work.id)) === orphanAccountId;
    found.push({ ...work, fates: fates.filter((fate) => isOpen(fate, work, nobodyElse)) });
  }
  return found;
}

function isOpen(fate: Fate, work: OwnWorkEntry, nobodyElse: boolean): boolean {
  switch (fate) {
    case "orphan":
      return (
        nobodyElse && work.removedAt === null && work.status === "published" && work.visibility !== "private"
      );
    case "hand-over":
      return !nobodyElse && (work.removedAt === null || !work.kept);
    case "withdraw":
      return work.kept;
  }
}

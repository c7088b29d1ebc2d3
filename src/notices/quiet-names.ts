import type { Member } from "../people/person.ts";
import { listKeptAway, mutedPseuds } from "../people/quiet-people.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { readRuleId } from "../works/read-works.ts";
import type { WorkCard } from "../works/work.ts";
import type { NoticeKind } from "./kinds.ts";
import type { NoticeRow } from "./notice-row.ts";

/** Names that a member does not want to be told of; `blocked` matters where somebody whom they blocked could ask them. */
type QuietNames = { muted: ReadonlySet<string>; blocked: ReadonlySet<string> };

/** What somebody who was blocked could still do: of talk, under a work that tells nobody who wrote it. */
const kindsAskingOfBlocks: ReadonlySet<NoticeKind> = new Set([
  "related-asked",
  "shelved",
  "comment",
  "reply",
]);

/** Those of a member who is to be told these. */
export async function quietNames(
  reader: Reader,
  member: Member,
  rows: readonly NoticeRow[],
): Promise<QuietNames> {
  const kept = rows.some(({ kind }) => kindsAskingOfBlocks.has(kind))
    ? await listKeptAway(reader, member.accountId)
    : [];
  const blocked = kept.flatMap(({ pseudId, blockId }) =>
    blockId !== null && pseudId !== null ? pseudId : [],
  );
  return { muted: await mutedPseuds(reader, member.accountId), blocked: new Set(blocked) };
}

/** What of a notice says who did it. */
type Done = {
  kind: NoticeKind;
  work: WorkCard | null;
  other: WorkCard | null;
  pseud: { id: string } | null;
  comment: { pseudId: string | null } | null;
  shelving: { keeper: { pseudId: string } | null } | null;
};

/**
 * Whether somebody the member muted did it, or a work that their rules hide asks for them: one that is folded was meant for
 * them all the same. Who blocked a name is not asked by works under it; under another of that person's names it would tell
 * whose that is.
 */
export function isQuiet(
  { kind, work, other, pseud, comment, shelving }: Done,
  { muted, blocked }: QuietNames,
): boolean {
  if (comment?.pseudId && (muted.has(comment.pseudId) || blocked.has(comment.pseudId))) return true;
  const isBy = (card: WorkCard | null, names: ReadonlySet<string>) =>
    card?.creators.some(({ role, pseudId }) => role === "author" && names.has(pseudId ?? "")) ?? false;
  // What somebody has read they have not answered.
  const isHidden = work?.hiding?.manner === "hide" && work.hiding.ruleId !== readRuleId;
  switch (kind) {
    case "gift":
      return isHidden;
    case "related-asked":
      return isHidden || isBy(work, blocked);
    case "invited":
      return work?.hiding?.cause.kind === "muted";
    case "accepted":
    case "declined":
    case "left":
    case "gift-refused":
      return muted.has(pseud?.id ?? "");
    case "related-answered":
      return other?.hiding?.cause.kind === "muted";
    case "shelved": {
      const keeper = shelving?.keeper?.pseudId ?? "";
      return muted.has(keeper) || blocked.has(keeper);
    }
    default:
      return false;
  }
}

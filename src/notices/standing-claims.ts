import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { claimsOnOwn } from "../works/made-of-own.ts";
import type { RelatedKind } from "../works/related.ts";
import type { NoticeRow } from "./notice-row.ts";

/** The work that another says it is made of, and how; for a notice of an answer, what its writers said. */
export type OtherWork = { otherWorkId: string; kind: RelatedKind; answer: "yes" | "no" | null };

/** The other work of a notice that speaks of two; null: it does not. */
export function otherWorkIn({ kind, detail }: Pick<NoticeRow, "kind" | "detail">): OtherWork | null {
  if (kind !== "related-asked" && kind !== "related-answered") return null;
  const other: OtherWork = JSON.parse(detail);
  return other;
}

/**
 * Which of these notices tell of a claim that still stands: one that asks, while the work is there for the member and
 * nobody has answered; one that tells an answer, while that is the answer; both while it is what it was said to be.
 *
 * @returns ids of notices
 */
export async function standingClaims(
  reader: Reader,
  member: Member,
  rows: readonly Pick<NoticeRow, "id" | "kind" | "workId" | "detail">[],
): Promise<ReadonlySet<string>> {
  const idsOf = (wanted: "related-asked" | "related-answered") =>
    rows.flatMap(({ kind, workId }) => (kind === wanted && workId !== null ? [workId] : []));
  const [asking, answered] = [idsOf("related-asked"), idsOf("related-answered")];
  const [open, closed] = await Promise.all([
    asking.length === 0
      ? []
      : claimsOnOwn(reader, member)
          .select(["works.id as workId", "related_works.other_work_id as otherWorkId"])
          .select("related_works.kind")
          .where("works.id", "in", asking)
          .where("related_answers.answer", "is", null)
          .execute(),
    answered.length === 0 ? [] : answeredClaims(reader, answered).execute(),
  ]);
  const standing = new Set([
    ...open.map(({ workId, otherWorkId, kind }) => `${workId} ${otherWorkId} ${kind} null`),
    ...closed.map(({ workId, otherWorkId, kind, answer }) => `${workId} ${otherWorkId} ${kind} ${answer}`),
  ]);
  return new Set(
    rows.flatMap((row) => {
      const other = otherWorkIn(row);
      if (!other) return [];
      const { otherWorkId, kind, answer } = other;
      return standing.has(`${row.workId} ${otherWorkId} ${kind} ${answer}`) ? [row.id] : [];
    }),
  );
}

function answeredClaims(reader: Reader, workIds: readonly string[]) {
  return (
    reader
      .selectFrom("related_works")
      .innerJoin("related_answers", (join) =>
        join
          .onRef("related_answers.work_id", "=", "related_works.work_id")
          .onRef("related_answers.other_work_id", "=", "related_works.other_work_id"),
      )
      .select(["related_works.work_id as workId", "related_works.other_work_id as otherWorkId"])
      .select(["related_works.kind", "related_answers.answer"])
      .where("related_works.work_id", "in", workIds)
      // A yes was to what was asked; a no is to all of it.
      .where((row) =>
        row.or([
          row("related_answers.answer", "=", "no"),
          row("related_answers.kind", "=", row.ref("related_works.kind")),
        ]),
      )
  );
}

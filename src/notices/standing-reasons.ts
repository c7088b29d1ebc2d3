import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { namedFor } from "../works/anonymity.ts";
import { listedFor, publishedFor } from "../works/visible-works.ts";
import type { SubscriptionKind } from "./kinds.ts";
import type { NoticeRow } from "./notice-row.ts";
import "../works/works.ts";
import "./sql/notices-tables.ts";

/** A subscription by which somebody is told of something. */
export type Reason = { id: string; kind: SubscriptionKind; targetId: string };
export type Reasons = Reason[];

/**
 * By which of the member's subscriptions each notice may still be told. One that they gave up is none any longer; nor is
 * that to a writer once the work names nobody, or no longer that writer; nor that to a series it has left. Only whoever
 * follows the work itself is told of one that stands in no list.
 *
 * @returns by the notice's id
 */
export async function standingReasons(
  reader: Reader,
  member: Member,
  rows: readonly Pick<NoticeRow, "id" | "workId" | "reasons">[],
): Promise<Map<string, Reasons>> {
  const asked = rows.filter(({ reasons, workId }) => reasons !== "" && workId !== null);
  const ids = [...new Set(asked.flatMap(({ reasons }) => reasons.split(" ")))];
  if (ids.length === 0) return new Map();
  const workIds = [...new Set(asked.flatMap(({ workId }) => workId ?? []))];
  const [subscriptions, works, authors, series] = await Promise.all([
    reader
      .selectFrom("subscriptions")
      .select(["id", "kind", "target_id as targetId"])
      .where("account_id", "=", member.accountId)
      .where("id", "in", ids)
      .execute(),
    reader
      .selectFrom("works")
      .select("works.id")
      .select((work) => work.case().when(listedFor(member)(work)).then(1).else(0).end().as("listed"))
      .where("works.id", "in", workIds)
      .where(publishedFor(member))
      .execute(),
    reader
      .selectFrom("work_creators")
      .innerJoin("works", "works.id", "work_creators.work_id")
      .select(["work_creators.work_id as workId", "pseud_id as targetId"])
      .where("work_creators.work_id", "in", workIds)
      .where("role", "=", "author")
      .where("accepted", "=", 1)
      .where("works.anonymous", "=", 0)
      .execute(),
    reader
      .selectFrom("series_works")
      .innerJoin("series", "series.id", "series_works.series_id")
      .innerJoin("works", "works.id", "series_works.work_id")
      .select(["series_works.work_id as workId", "series.id as targetId"])
      .where("series_works.work_id", "in", workIds)
      .where("series.removed_at", "is", null)
      .where((row) => namedFor(member)(row))
      .execute(),
  ]);
  const byId = new Map(subscriptions.map((subscription) => [subscription.id, subscription]));
  const standing = new Map(works.map(({ id, listed }) => [id, listed === 1]));
  const key = (workId: string, targetId: string | null) => `${workId} ${targetId}`;
  const written = new Set(authors.map(({ workId, targetId }) => key(workId, targetId)));
  const parts = new Set(series.map(({ workId, targetId }) => key(workId, targetId)));
  const holds = ({ kind, targetId }: Reason, workId: string): boolean => {
    const listed = standing.get(workId);
    if (listed === undefined) return false;
    switch (kind) {
      case "work":
        return targetId === workId;
      case "author":
        return listed && written.has(key(workId, targetId));
      case "series":
        return listed && parts.has(key(workId, targetId));
      // Whether it still stands on the shelf, the room of shelves says.
      case "shelf":
      case "tag":
      case "filter":
        return listed;
    }
  };
  return new Map(
    asked.map(({ id, workId, reasons }) => [
      id,
      reasons
        .split(" ")
        .flatMap((reason) => byId.get(reason) ?? [])
        .filter((reason) => workId !== null && holds(reason, workId)),
    ]),
  );
}

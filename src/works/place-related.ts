import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { foldName } from "../vocabulary/fold-name.ts";
import type { RelatedWish } from "./related-typed.ts";
import { openFor } from "./visible-works.ts";
import { amongThoseOf, changeableBy } from "./who-may-change.ts";
import "./sql/related-tables.ts";
import "./sql/works-tables.ts";

/** Where the other work of a wish is: here (its title null: not theirs to open any more), elsewhere in words, or nowhere, and why. */
export type RelatedPlace =
  | { at: "here"; workId: string; title: string | null; isOwn: boolean }
  | { at: "elsewhere" }
  | { at: "nowhere"; because: "unknown" | "no such title" | "several of that title" | "no title" };

/**
 * Finds the other work of a wish: one that the member may open, or that the work names already, whatever became of it.
 *
 * @param workId the work that says so; null for a new one
 */
export async function placeRelated(
  reader: Reader | Writer,
  member: Pick<Member, "kind" | "accountId" | "name" | "role">,
  workId: string | null,
  wish: RelatedWish,
): Promise<RelatedPlace> {
  if (wish.ownTitle !== "") return placeByTitle(reader, member, workId, wish.ownTitle);
  if (wish.workId !== null) {
    const work = await reader
      .selectFrom("works")
      .select(["works.id", "works.title"])
      .select((row) => [
        row.case().when(changeableBy(member)(row)).then(1).else(0).end().as("own"),
        row.case().when(openFor(member)(row)).then(1).else(0).end().as("open"),
      ])
      .where("works.id", "=", wish.workId)
      .where((row) =>
        row.or([
          openFor(member)(row),
          row.exists(
            row
              .selectFrom("related_works")
              .select("related_works.work_id")
              .whereRef("related_works.other_work_id", "=", "works.id")
              .where("related_works.work_id", "=", workId ?? ""),
          ),
        ]),
      )
      .executeTakeFirst();
    if (work)
      return {
        at: "here",
        workId: work.id,
        title: work.open === 1 ? work.title : null,
        isOwn: work.own === 1,
      };
    if (wish.address === "" || wish.title === "") return { at: "nowhere", because: "unknown" };
  }
  return wish.title === "" ? { at: "nowhere", because: "no title" } : { at: "elsewhere" };
}

async function placeByTitle(
  reader: Reader | Writer,
  member: Pick<Member, "kind" | "accountId" | "name" | "role">,
  workId: string | null,
  typed: string,
): Promise<RelatedPlace> {
  const own = await reader
    .selectFrom("works")
    .select(["works.id", "works.title"])
    .where(amongThoseOf(member))
    .where("works.removed_at", "is", null)
    .execute();
  const named = own.filter(({ id, title }) => id !== workId && foldName(title) === foldName(typed));
  const [work] = named;
  if (!work) return { at: "nowhere", because: "no such title" };
  if (named.length > 1) return { at: "nowhere", because: "several of that title" };
  return { at: "here", workId: work.id, title: work.title, isOwn: true };
}

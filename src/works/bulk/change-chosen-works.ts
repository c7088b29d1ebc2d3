import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { recordFact } from "../../plumbing/events/record-fact.ts";
import { tagFor } from "../../tags/tags.ts";
import { giveUnder } from "../credits/give-under.ts";
import { SavedMeanwhile } from "../own-work.ts";
import { accessColumns } from "../write-work-parts.ts";
import { findChosenWorks } from "./chosen-works.ts";
import { type BulkWish, type Change, type PlannedWork, planChanges } from "./planned-change.ts";
import "../sql/works-tables.ts";

/** Some of the works cannot be changed as wished; none was. */
export class Obstructed extends Error {
  override name = "Obstructed";
}

/**
 * Changes many works as one: all of them, or none.
 *
 * @param seen each work's version when its writer was told what will change
 * @returns how many works changed
 * @throws SavedMeanwhile when any of them was changed or taken away since, Obstructed
 */
export async function changeChosenWorks(
  writer: Writer,
  member: Member,
  seen: Map<string, number>,
  wish: BulkWish,
  now: number,
): Promise<number> {
  const works = await findChosenWorks(writer, member, [...seen.keys()]);
  if (works.length < seen.size || works.some(({ id, version }) => seen.get(id) !== version))
    throw new SavedMeanwhile();
  const planned = planChanges(works, wish).filter(({ changes }) => changes.length > 0);
  if (planned.some(({ obstacle }) => obstacle !== null)) throw new Obstructed();
  for (const plan of planned) await carryOut(writer, member, plan, now);
  return planned.length;
}

async function carryOut(
  writer: Writer,
  member: Member,
  { work, changes }: PlannedWork,
  now: number,
): Promise<void> {
  const visibility = changes.find((change) => change.about === "visibility")?.to;
  const access = Object.fromEntries(
    changes.flatMap((change) => (isAboutAccess(change) ? [[change.about, change.to]] : [])),
  );
  await writer
    .updateTable("works")
    .set({
      ...(visibility === undefined ? {} : { visibility }),
      ...accessColumns(access),
      version: work.version + 1,
      updated_at: now,
    })
    .where("id", "=", work.id)
    .execute();
  await changeTags(writer, work.id, changes, now);
  for (const change of changes)
    if (change.about === "pseud") await giveUnder(writer, work.id, member.accountId, change.to);
  if (work.status === "published") await recordFact(writer, { type: "work-changed", workId: work.id }, now);
}

function isAboutAccess(
  change: Change,
): change is Exclude<Change, { about: "visibility" | "pseud" | "added" | "removed" }> {
  const { about } = change;
  return about !== "visibility" && about !== "pseud" && about !== "added" && about !== "removed";
}

/** A new tag stands behind those of its kind. */
async function changeTags(writer: Writer, workId: string, changes: Change[], now: number): Promise<void> {
  for (const change of changes)
    if (change.about === "removed")
      await writer
        .deleteFrom("work_tags")
        .where("work_id", "=", workId)
        .where("kind_id", "=", change.tag.kindId)
        .where("position", "=", change.tag.position)
        .execute();
  const added = changes.flatMap((change) => (change.about === "added" ? [change.tag] : []));
  if (added.length === 0) return;
  const { last } = await writer
    .selectFrom("work_tags")
    .select(({ fn }) => fn.max<number | null>("position").as("last"))
    .where("work_id", "=", workId)
    .executeTakeFirstOrThrow();
  for (const [index, { kindId, name }] of added.entries())
    await writer
      .insertInto("work_tags")
      .values({
        work_id: workId,
        kind_id: kindId,
        position: (last ?? -1) + 1 + index,
        tag_id: await tagFor(writer, kindId, name, now),
        typed_as: name,
      })
      .execute();
}

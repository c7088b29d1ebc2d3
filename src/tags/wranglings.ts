import { z } from "zod";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { Turns } from "../plumbing/jobs/turns.ts";
import { newId } from "../vocabulary/ids.ts";
import { inSlices } from "./read-tag-book.ts";
import type { TagChange } from "./tag-book.ts";
import "./sql/tags-tables.ts";

/** What one row of the log is about, for its sentence; names are looked up when it is shown. */
export type WranglingAbout = {
  into?: string | undefined;
  parent?: string | undefined;
  media?: readonly string[] | undefined;
  /** The names before and after. */
  was?: string | undefined;
  name?: string | undefined;
  /** How many tags and lines a sheet brought. */
  tags?: number | undefined;
};

const link = { tag: z.string(), of: z.string(), before: z.boolean(), after: z.boolean() };
const mayBe = <Value extends z.ZodType>(value: Value) => ({
  tag: z.string(),
  before: value.nullable(),
  after: value.nullable(),
});

/** The changes of a deed as they lie in the log. */
const changeShape = z.discriminatedUnion("slot", [
  z.object({ slot: z.literal("canonical"), tag: z.string(), before: z.boolean(), after: z.boolean() }),
  z.object({ slot: z.literal("name"), tag: z.string(), before: z.string(), after: z.string() }),
  z.object({ slot: z.literal("synonymOf"), ...mayBe(z.string()) }),
  z.object({ slot: z.literal("settledAt"), ...mayBe(z.number()) }),
  z.object({ slot: z.literal("parent"), ...link }),
  z.object({ slot: z.literal("medium"), ...link }),
]);

/** A sheet's are tens of thousands: others are served between. */
export async function changesIn(stored: string): Promise<TagChange[]> {
  const changes: TagChange[] = [];
  const turns = new Turns();
  for (const change of z.array(z.unknown()).parse(JSON.parse(stored))) {
    if (turns.isOver) await turns.next();
    changes.push(changeShape.parse(change));
  }
  return changes;
}

const aboutShape = z.object({
  into: z.string().optional(),
  parent: z.string().optional(),
  media: z.array(z.string()).optional(),
  was: z.string().optional(),
  name: z.string().optional(),
  tags: z.number().optional(),
});

export function aboutIn(stored: string): WranglingAbout {
  return aboutShape.parse(JSON.parse(stored));
}

/** A deed done, as it goes into the log. */
export type DoneDeed = { deed: string; tagId: string | null; about: WranglingAbout; changes: TagChange[] };

/**
 * Writes deeds into the log, in the order done. Deeds done together are one batch.
 *
 * @param now ms since 1970, UTC
 * @returns the id of the last, by which all of them are taken back
 */
export async function recordWranglings(
  writer: Writer,
  accountId: string,
  deeds: readonly DoneDeed[],
  now: number,
): Promise<string> {
  const newest = await writer
    .selectFrom("wranglings")
    .select((row) => row.fn.max<number | null>("done_at").as("at"))
    .executeTakeFirst();
  // Later deeds have later times, whatever clocks do: what stands in the way of an undo is told by it.
  const doneAt = Math.max(now, (newest?.at ?? 0) + 1);
  const batchId = deeds.length > 1 ? newId() : null;
  let lastId = "";
  const links: { wrangling_id: string; tag_id: string }[] = [];
  const rows = deeds.map(({ deed, tagId, about, changes }, place) => {
    lastId = newId();
    const tags = new Set(changes.flatMap((change) => [change.tag, ...othersIn(change)]));
    if (tagId !== null) tags.add(tagId);
    for (const tag of tags) links.push({ wrangling_id: lastId, tag_id: tag });
    return {
      id: lastId,
      account_id: accountId,
      done_at: doneAt,
      place,
      deed,
      tag_id: tagId,
      batch_id: batchId,
      about: JSON.stringify(about),
      changes: JSON.stringify(changes),
      undone_at: null,
      undone_by: null,
    };
  });
  await inSlices(rows, (some) =>
    writer
      .insertInto("wranglings")
      .values([...some])
      .execute(),
  );
  await inSlices(links, (some) =>
    writer
      .insertInto("wrangling_tags")
      .values([...some])
      .execute(),
  );
  return lastId;
}

/** Tags a change names besides the one it changes. */
function othersIn(change: TagChange): string[] {
  if (change.slot === "parent") return [change.of];
  if (change.slot === "synonymOf") return [change.before, change.after].filter((id) => id !== null);
  return [];
}

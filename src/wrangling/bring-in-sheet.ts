import { createHash } from "node:crypto";
import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { readWholeTagBook } from "../tags/read-tag-book.ts";
import { recordWranglings } from "../tags/wranglings.ts";
import { writeTags } from "../tags/write-tags.ts";
import { planSheet, type SheetPlan } from "./plan-sheet.ts";
import type { SheetLine } from "./tag-sheet.ts";

/** The tags changed since the wrangler looked at what a sheet would do. */
export class SheetLooksOtherwise extends Error {
  override name = "SheetLooksOtherwise";
}

/** Stands for what a wrangler saw a sheet would do. */
export function markOfPlan(plan: SheetPlan): string {
  return createHash("sha256").update(JSON.stringify(plan.steps)).digest("base64url").slice(0, 22);
}

/**
 * Brings a sheet in, as one thing that is taken back as one.
 *
 * @param seen what the wrangler saw it would do (`markOfPlan`)
 * @param now ms since 1970, UTC
 * @throws SheetLooksOtherwise when it would do something else now; nothing is changed
 */
export async function bringInSheet(
  writer: Writer,
  wrangler: Member,
  lines: readonly SheetLine[],
  seen: string,
  now: number,
): Promise<void> {
  const book = await readWholeTagBook(writer);
  const plan = await planSheet(book, lines, now);
  if (markOfPlan(plan) !== seen) throw new SheetLooksOtherwise();
  if (plan.steps.length === 0) return;
  const changes = book.takeChanges();
  await writeTags(writer, book, changes, now);
  const about = { tags: book.touched().length };
  await recordWranglings(writer, wrangler.accountId, [{ deed: "sheet", tagId: null, about, changes }], now);
}

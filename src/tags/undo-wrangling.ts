import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { Turns } from "../plumbing/jobs/turns.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { faultsOfLinks } from "./faults-of-links.ts";
import { inSlices, readTagBook } from "./read-tag-book.ts";
import { placeOfChange, type TagBook, type TagChange } from "./tag-book.ts";
import { WranglingRefused } from "./wrangling-refused.ts";
import { changesIn } from "./wranglings.ts";
import { writeTags } from "./write-tags.ts";

/**
 * Takes a deed back, and all that were done together with it. Everything they changed is as it was before, unless
 * something later rests on it: then nothing is changed.
 *
 * @param now ms since 1970, UTC
 * @throws NotFound; WranglingRefused "undone-already", or "later-deeds" with those to take back first
 */
export async function undoWrangling(
  writer: Writer,
  wrangler: Member,
  wranglingId: string,
  now: number,
): Promise<void> {
  const deeds = await readTogether(writer, wranglingId);
  const together = deeds.map(({ id }) => id);
  const turns = new Turns();
  const changes: TagChange[] = [];
  for (const deed of deeds) for (const change of await changesIn(deed.changes)) changes.push(change);
  changes.reverse();
  const tags = [...new Set(changes.flatMap((change) => [change.tag, ...backLinks(change)]))];
  const book = await readTagBook(writer, tags);
  const blocked = new Set<string>();
  for (const change of changes) {
    if (turns.isOver) await turns.next();
    if (valueAt(book, change) !== change.after) blocked.add(placeOfChange(change));
    else book.apply(turned(change));
  }
  const made = book.takeChanges();
  if (blocked.size === 0)
    for (const tag of book.touched()) {
      if (turns.isOver) await turns.next();
      for (const { place } of faultsOfLinks(book, [tag])) blocked.add(place);
    }
  if (blocked.size > 0) {
    const first = deeds[0];
    throw new WranglingRefused({
      why: "later-deeds",
      wranglingIds: first ? await laterDeedsAt(writer, first.done_at, together, blocked) : [],
    });
  }
  await writeTags(writer, book, made, now);
  await inSlices(together, (some) =>
    writer
      .updateTable("wranglings")
      .set({ undone_at: now, undone_by: wrangler.accountId })
      .where("id", "in", some)
      .execute()
      .then(() => []),
  );
}

/** A deed and its batch, in the order done. */
async function readTogether(writer: Writer, wranglingId: string) {
  const named = await writer
    .selectFrom("wranglings")
    .select(["id", "batch_id", "undone_at"])
    .where("id", "=", wranglingId)
    .executeTakeFirst();
  if (!named) throw new NotFound();
  if (named.undone_at !== null) throw new WranglingRefused({ why: "undone-already", wranglingId });
  return writer
    .selectFrom("wranglings")
    .select(["id", "done_at", "changes"])
    .where("undone_at", "is", null)
    .where((row) =>
      named.batch_id === null ? row("id", "=", wranglingId) : row("batch_id", "=", named.batch_id),
    )
    .orderBy("place")
    .execute();
}

/** Later deeds, not taken back themselves, that changed one of these places. */
async function laterDeedsAt(
  writer: Writer,
  doneAt: number,
  together: readonly string[],
  places: ReadonlySet<string>,
): Promise<string[]> {
  const tags = [...new Set([...places].map((place) => place.split(" ")[0] ?? ""))];
  const rows = await inSlices(tags, (some) =>
    writer
      .selectFrom("wrangling_tags")
      .innerJoin("wranglings", "wranglings.id", "wrangling_tags.wrangling_id")
      .select("wranglings.id")
      .distinct()
      .where("wrangling_tags.tag_id", "in", some)
      .where("wranglings.undone_at", "is", null)
      .where("wranglings.done_at", ">=", doneAt)
      .execute(),
  );
  const own = new Set(together);
  const later: string[] = [];
  for (const id of new Set(rows.map((row) => row.id))) {
    if (own.has(id)) continue;
    const { changes } = await writer
      .selectFrom("wranglings")
      .select("changes")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    if ((await changesIn(changes)).some((change) => places.has(placeOfChange(change)))) later.push(id);
  }
  return later;
}

function valueAt(book: TagBook, change: TagChange): TagChange["after"] {
  const tag = book.get(change.tag);
  switch (change.slot) {
    case "parent":
      return tag.parents.has(change.of);
    case "medium":
      return tag.media.has(change.of);
    default:
      return tag[change.slot];
  }
}

/** The change that takes a change back. */
function turned(change: TagChange): TagChange {
  return Object.assign({}, change, { before: change.after, after: change.before });
}

/** Tags that a change taken back would link to again. */
function backLinks(change: TagChange): string[] {
  if (change.slot === "parent") return [change.of];
  return change.slot === "synonymOf" && change.before !== null ? [change.before] : [];
}

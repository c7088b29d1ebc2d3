import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { listEveryTagKind } from "./change-tag-kinds.ts";
import { type Deed, doInBook, namesOfDeed, tagsOfDeed } from "./deed.ts";
import { listMedia } from "./media.ts";
import { type NamedTag, readTagBook } from "./read-tag-book.ts";
import type { TagBook, TagChange, TagStanding } from "./tag-book.ts";
import { WranglingRefused } from "./wrangling-refused.ts";
import { type DoneDeed, recordWranglings, type WranglingAbout } from "./wranglings.ts";
import { writeTags } from "./write-tags.ts";

/** How a tag stood when a page was made, in few letters; a form carries it, so that two wranglers do not undo one another unseen. */
export function standingMark(tag: Pick<TagStanding, "canonical" | "synonymOf" | "settledAt">): string {
  if (tag.synonymOf !== null) return tag.synonymOf;
  return tag.canonical ? "canonical" : tag.settledAt === null ? "new" : "settled";
}

/** What a wrangler saw of tags before deciding about them, by tag id (`standingMark`). */
export type SeenMarks = ReadonlyMap<string, string>;

/**
 * Does what a wrangler decided: all of it or, when one thing is refused, nothing. Works keep their tags and their
 * words; what the tags mean is known everywhere as soon as the fact is followed.
 *
 * @param seen tags that must still stand as the wrangler saw them
 * @param now ms since 1970, UTC
 * @returns the id of the wrangling by which all of it can be taken back, and the tags the deeds were about
 * @throws WranglingRefused, NotFound
 */
export async function doDeeds(
  writer: Writer,
  wrangler: Member,
  deeds: readonly Deed[],
  now: number,
  seen: SeenMarks = new Map(),
): Promise<{ wranglingId: string; tagIds: string[] }> {
  await refuseUnknown(writer, deeds);
  const book = await bookFor(writer, deeds);
  for (const [tagId, mark] of seen)
    if (standingMark(book.get(tagId)) !== mark) throw new WranglingRefused({ why: "changed-since", tagId });
  const done: DoneDeed[] = [];
  const changes: TagChange[] = [];
  for (const deed of deeds) {
    const about = aboutOf(book, deed);
    const tagId = doInBook(book, deed, now);
    const made = book.takeChanges();
    changes.push(...made);
    done.push({ deed: deed.deed, tagId: deed.deed === "make" ? tagId : deed.tag, about, changes: made });
  }
  await writeTags(writer, book, changes, now);
  const wranglingId = await recordWranglings(writer, wrangler.accountId, done, now);
  return { wranglingId, tagIds: done.flatMap(({ tagId }) => (tagId === null ? [] : [tagId])) };
}

/** Kinds and media are the owner's lists; what is in none is refused, a medium no longer offered too. */
async function refuseUnknown(writer: Writer, deeds: readonly Deed[]): Promise<void> {
  for (const deed of deeds) {
    if (deed.deed === "make" && !(await listEveryTagKind(writer)).some(({ id }) => id === deed.kindId))
      throw new WranglingRefused({ why: "no-such-kind" });
    if (deed.deed !== "media") continue;
    const offered = (await listMedia(writer)).map(({ id }) => id);
    const kept = await writer
      .selectFrom("tag_media")
      .select("medium_id")
      .where("tag_id", "=", deed.tag)
      .execute();
    const known = new Set([...offered, ...kept.map(({ medium_id }) => medium_id)]);
    if (deed.media.some((id) => !known.has(id))) throw new WranglingRefused({ why: "no-such-medium" });
  }
}

async function bookFor(writer: Writer, deeds: readonly Deed[]): Promise<TagBook> {
  const ids = [...new Set(deeds.flatMap(tagsOfDeed))];
  const kinds = new Map(
    (await readTagBook(writer, ids).then((book) => [...book.all()])).map((tag) => [tag.id, tag.kindId]),
  );
  const names: NamedTag[] = deeds.flatMap((deed) => namesOfDeed(deed, (id) => kinds.get(id)));
  return readTagBook(writer, ids, names);
}

/** What the log says of a deed, before it is done. */
function aboutOf(book: TagBook, deed: Deed): WranglingAbout {
  switch (deed.deed) {
    case "merge":
      return { into: book.get(deed.into).synonymOf === deed.tag ? deed.into : book.meaningOf(deed.into).id };
    case "split":
      return { into: book.get(deed.tag).synonymOf ?? undefined };
    case "put-under":
      return { parent: book.meaningOf(deed.parent).id };
    case "take-from":
      return { parent: deed.parent };
    case "media":
      return { media: deed.media };
    case "rename":
      return { was: book.get(deed.tag).name, name: deed.name };
    default:
      return {};
  }
}

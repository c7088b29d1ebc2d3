import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { listEveryTagKind } from "./change-tag-kinds.ts";
import { type Deed, doInBook, namesOfDeed, tagsOfDeed } from "./deed.ts";
import { listMedia } from "./media.ts";
import { inSlices, type NamedTag, readTagBook } from "./read-tag-book.ts";
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
  const book = await bookFor(writer, deeds);
  await refuseUnknown(writer, book, deeds);
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

/** Kinds and media are the owner's lists; what is in none is refused, a medium no longer offered and not on the tag too. */
async function refuseUnknown(writer: Writer, book: TagBook, deeds: readonly Deed[]): Promise<void> {
  const made = deeds.flatMap((deed) => (deed.deed === "make" ? [deed.kindId] : []));
  const kinds = made.length > 0 ? (await listEveryTagKind(writer)).map(({ id }) => id) : [];
  if (made.some((kindId) => !kinds.includes(kindId))) throw new WranglingRefused({ why: "no-such-kind" });
  const ofMedia = deeds.flatMap((deed) => (deed.deed === "media" ? [deed] : []));
  const offered = new Set(ofMedia.length > 0 ? (await listMedia(writer)).map(({ id }) => id) : []);
  if (
    ofMedia.some(({ tag, media }) => media.some((id) => !offered.has(id) && !book.find(tag)?.media.has(id)))
  )
    throw new WranglingRefused({ why: "no-such-medium" });
}

async function bookFor(writer: Writer, deeds: readonly Deed[]): Promise<TagBook> {
  const ids = [...new Set(deeds.flatMap(tagsOfDeed))];
  const renamed = deeds.flatMap((deed) => (deed.deed === "rename" ? [deed.tag] : []));
  const rows = await inSlices(renamed, (some) =>
    writer.selectFrom("tags").select(["id", "kind_id"]).where("id", "in", some).execute(),
  );
  const kinds = new Map(rows.map(({ id, kind_id }) => [id, kind_id]));
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

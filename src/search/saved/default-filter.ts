import type { Member, Person } from "../../people/person.ts";
import type { Reader, Writer } from "../../plumbing/database/reader-writer.ts";
import { fandomKind } from "../../tags/tags.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { looksLikeId } from "../../vocabulary/ids.ts";
import { findVisibleTags } from "../visible-tags.ts";
import { ownFilter } from "./own-filter.ts";
import { type SavedFilter, savedFilterColumns } from "./saved-filter.ts";
import "./sql/saved-filters-table.ts";

/**
 * The filter a person wants applied when they open a fandom's page. A fandom is the tag it is a synonym of; where a
 * merge brought two of their filters together, the one changed last is meant.
 */
export async function findDefaultFilter(
  reader: Reader,
  person: Person,
  fandomId: string,
): Promise<SavedFilter | null> {
  if (person.kind === "visitor") return null;
  const saved = await defaultsOf(reader, person, await meaningOf(reader, fandomId))
    .select(savedFilterColumns)
    .orderBy("saved_filters.updated_at", "desc")
    .orderBy("saved_filters.id")
    .executeTakeFirst();
  return saved ?? null;
}

/**
 * Lets one of the member's filters be applied to a fandom's page, in place of any other; null: none is.
 *
 * @throws NotFound when the filter is not theirs, or no such fandom is there for them
 */
export async function setDefaultFilter(
  writer: Writer,
  member: Member,
  fandomId: string,
  filterId: string | null,
): Promise<void> {
  if (!looksLikeId(fandomId)) throw new NotFound();
  const fandom = (await findVisibleTags(writer, member, [fandomId])).get(fandomId);
  if (fandom?.kindId !== fandomKind) throw new NotFound();
  const meaning = await meaningOf(writer, fandomId);
  const before = await defaultsOf(writer, member, meaning).select("saved_filters.id").execute();
  const ids = before.map(({ id }) => id);
  if (ids.length > 0)
    await writer.updateTable("saved_filters").set({ default_for: null }).where("id", "in", ids).execute();
  if (filterId === null) return;
  await ownFilter(writer, member, filterId);
  await writer
    .updateTable("saved_filters")
    .set({ default_for: meaning })
    .where("id", "=", filterId)
    .execute();
}

/** Lets a filter be applied to no fandom. @throws NotFound when it is not the member's own */
export async function unsetDefault(writer: Writer, member: Member, filterId: string): Promise<void> {
  await ownFilter(writer, member, filterId);
  await writer.updateTable("saved_filters").set({ default_for: null }).where("id", "=", filterId).execute();
}

function defaultsOf(reader: Reader | Writer, member: Member, meaning: string) {
  return reader
    .selectFrom("saved_filters")
    .innerJoin("tags", "tags.id", "saved_filters.default_for")
    .where("saved_filters.account_id", "=", member.accountId)
    .where((tag) => tag.or([tag("tags.id", "=", meaning), tag("tags.synonym_of", "=", meaning)]));
}

async function meaningOf(reader: Reader | Writer, tagId: string): Promise<string> {
  const tag = await reader.selectFrom("tags").select("synonym_of").where("id", "=", tagId).executeTakeFirst();
  return tag?.synonym_of ?? tagId;
}

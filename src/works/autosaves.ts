import { z } from "zod";
import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { type FormValues, formOf } from "../plumbing/http/form-values.ts";
import { type FormPlace, keyOfPlace, placeOfKey } from "./form/form-place.ts";
import "./sql/autosaves-tables.ts";

/** Words that were typed into a form and are not saved, without the words. */
export type AutosaveEntry = {
  id: string;
  place: FormPlace;
  /** The version that the form was filled from. */
  version: number;
  /** Names this state of them. */
  stamp: string;
  /** ms since 1970, UTC. */
  savedAt: number;
  /** When its writer put them aside; null: they did not. */
  leftAt: number | null;
};

/** The same with what stood in the form. */
export type Autosave = AutosaveEntry & { typed: FormValues };

/** What a form would send: pairs of a name and a value, in order. */
export const typedFields = z.array(z.tuple([z.string(), z.string()]));

/** The most of them shown with a form; a writer with more windows than that finds the others once these are settled. */
const mostWithForm = 20;

/** What a member typed into a form in other windows and did not save, the newest first; nobody else's is ever found. */
export async function listAutosavesOf(reader: Reader, member: Member, place: FormPlace): Promise<Autosave[]> {
  const rows = await unsettled(reader, member)
    .select("fields")
    .where("place", "=", keyOfPlace(place))
    .orderBy("saved_at", "desc")
    .orderBy("id")
    .limit(mostWithForm)
    .execute();
  return rows.flatMap((row) => autosaveOf(row) ?? []);
}

/** Everything a member typed and neither saved nor put aside, wherever it was, the newest first. */
export async function listAutosaves(reader: Reader, member: Member): Promise<AutosaveEntry[]> {
  const rows = await unsettled(reader, member)
    .where("left_at", "is", null)
    .orderBy("saved_at", "desc")
    .orderBy("id")
    .execute();
  return rows.flatMap((row) => entryOf(row) ?? []);
}

/** One of a member's own; anybody else's is absent. */
export async function findAutosave(
  reader: Reader,
  member: Member,
  id: string,
): Promise<Autosave | undefined> {
  const row = await unsettled(reader, member).select("fields").where("id", "=", id).executeTakeFirst();
  return row && autosaveOf(row);
}

function unsettled(reader: Reader, member: Member) {
  return reader
    .selectFrom("autosaves")
    .select(["id", "place", "version", "stamp", "saved_at as savedAt", "left_at as leftAt"])
    .where("account_id", "=", member.accountId)
    .where("settled_at", "is", null);
}

type Row = Omit<AutosaveEntry, "place"> & { place: string };

/** A row of a place that this release does not know is left where it is. */
function entryOf(row: Row): AutosaveEntry | undefined {
  const { id, version, stamp, savedAt, leftAt } = row;
  const place = placeOfKey(row.place);
  return place ? { id, place, version, stamp, savedAt, leftAt } : undefined;
}

function autosaveOf(row: Row & { fields: string }): Autosave | undefined {
  const entry = entryOf(row);
  return entry && { ...entry, typed: formOf(typedFields.parse(JSON.parse(row.fields))) };
}

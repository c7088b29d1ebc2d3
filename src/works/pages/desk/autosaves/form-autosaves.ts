import type { Member } from "../../../../people/person.ts";
import { findPreferences } from "../../../../people/preferences.ts";
import type { ArchiveContext } from "../../../../people/request.ts";
import type { Reader } from "../../../../plumbing/database/reader-writer.ts";
import type { FormValues } from "../../../../plumbing/http/form-values.ts";
import type { ContinuedAutosave } from "../../../autosaves/settle-autosave.ts";
import { type Autosave, listAutosavesOf } from "../../../autosaves.ts";
import { type FormPlace, keyOfPlace } from "../../../form/form-place.ts";

/** The hidden fields in which a form carries which autosave it continues. */
export const autosaveFields = { id: "autosave", stamps: "autosave-stamps" } as const;

/** What a form knows of words that were typed in it and are not saved. */
export type FormAutosaves = {
  place: FormPlace;
  /** The account the form is made for: what is typed in it goes to no other. */
  accountId: string;
  /** By whose clock it is told when something was typed. */
  timeZone: string;
  /** The autosave that stands in the form, or that it was sent with. */
  continued: ContinuedAutosave | null;
  /** What is not saved of this form: from other windows, or from before. */
  unsaved: Autosave[];
};

/**
 * What a form is opened with.
 *
 * @param form what was sent, when the form is shown again
 * @returns `taken`: the words that are asked for in the address instead of what stands
 */
export async function autosavesOfForm(
  context: ArchiveContext,
  reader: Reader,
  member: Member,
  place: FormPlace,
  form: FormValues | null = null,
): Promise<{ autosaves: FormAutosaves; taken: Autosave | undefined }> {
  const unsaved = await listAutosavesOf(reader, member, place);
  const { timeZone } = await findPreferences(reader, member.accountId);
  const asked = form === null ? (context.req.query("autosave") ?? "") : "";
  const taken = unsaved.find(({ id }) => id === asked);
  const continued = form === null ? taken && { id: taken.id, stamps: [taken.stamp] } : continuedBy(form);
  return {
    autosaves: { place, accountId: member.accountId, timeZone, continued: continued ?? null, unsaved },
    taken,
  };
}

/** Which autosave a form that was sent continues; null for one of a browser without the script. */
function continuedBy(form: FormValues): ContinuedAutosave | null {
  const isName = (word: string) => /^[0-9a-z]{16,40}$/.test(word);
  const id = form.text(autosaveFields.id);
  const stamps = form.text(autosaveFields.stamps).split(" ").filter(isName).slice(-50);
  return isName(id) ? { id, stamps } : null;
}

/** Names what stands in the form, for the browser, which keeps what is typed over it: see `Form`. */
export function keptOver({ place, continued }: FormAutosaves, version: number): number | string {
  return continued === null ? version : `${version} ${keyOfPlace(place)} ${continued.id}`;
}

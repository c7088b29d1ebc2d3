import type { Member } from "../../../../people/person.ts";
import type { ArchiveContext } from "../../../../people/request.ts";
import type { FormValues } from "../../../../plumbing/http/form-values.ts";
import type { FieldErrors } from "../../../../vocabulary/errors.ts";
import { randomLetters } from "../../../../vocabulary/ids.ts";
import { keepAutosave } from "../../../autosaves/keep-autosave.ts";
import { leaveAutosave } from "../../../autosaves/leave-autosave.ts";
import { addressOfPlace } from "../../../form/form-place.ts";
import { afterwards } from "../afterwards.ts";
import type { DeskParts } from "../desk-parts.ts";
import { versionField, versionOf } from "../version-field.ts";
import { autosaveFields, type FormAutosaves } from "./form-autosaves.ts";

/** What a form carries that nobody typed. */
const untyped: string[] = [versionField, afterwards.name, ...Object.values(autosaveFields)];

/**
 * Puts aside what was typed into a form that somebody overtook, and goes back to what stands. The row is the window's
 * own where its script kept one, and otherwise a new one.
 *
 * @returns null when there is no room to keep it: the form must be shown again
 */
export async function leaveTyped(
  context: ArchiveContext,
  { database, settings }: DeskParts,
  member: Member,
  { place, continued }: FormAutosaves,
  form: FormValues,
): Promise<Response | null> {
  const limits = await settings.current();
  const now = Date.now();
  const fields = JSON.stringify(form.entries().filter(([name]) => !untyped.includes(name)));
  const isLeft = await database.write(async (writer) => {
    const leave = async (id: string, after: string[]) => {
      // By a name that the window knows: what it sends again is then known for the same.
      const stamp = after.at(-1) ?? newName();
      const sent = { id, stamp, after, version: versionOf(form), fields: { whole: fields } };
      const { kept } = await keepAutosave(writer, member, place, sent, limits, now);
      if (kept) await leaveAutosave(writer, member, id, now);
      return kept;
    };
    return (
      (continued !== null && (await leave(continued.id, continued.stamps))) || (await leave(newName(), []))
    );
  });
  if (!isLeft) return null;
  context.var.sayNext("typed-left");
  return context.redirect(addressOfPlace(place), 303);
}

/** Says that what was typed could not be put aside. */
export function noRoom(context: ArchiveContext): FieldErrors {
  const { t } = context.var.page;
  return {
    "": t(
      "What you typed could not be put aside: there is no room left for your unsaved texts. It is in the form as it was. Forget others on your desk first, or save this.",
    ),
  };
}

function newName(): string {
  return randomLetters(20);
}

import type { Pseud } from "../../../people/pseuds.ts";
import type { FormValues } from "../../../plumbing/http/form-values.ts";
import { readStored } from "../../../story-text/read-stored.ts";
import { typedFromNote } from "../../../story-text/typed.ts";
import type { Choice } from "../../../ui/form.ts";
import type { Translate } from "../../../vocabulary/translate.ts";
import { oneLine } from "../../../works/name-list.ts";
import { finishReading, type Parsed, startReading } from "../../../works/typed-text.ts";
import { type Shelf, type ShelfFields, type ShelfVisibility, shelfVisibilities } from "../../shelf.ts";

/** What stands in the fields of the form of a shelf, as typed. */
export type ShelfValues = { name: string; text: string; visibility: string; pseud: string };

export const shelfFieldNames = {
  name: "name",
  text: "text",
  visibility: "visibility",
  pseud: "pseud",
  place: (workId: string) => `place-${workId}`,
  note: (workId: string) => `note-${workId}`,
  work: "work",
  /** A button's: "up" or "down". */
  move: "move",
  /** "note" or "off". */
  press: "press",
};

/** The name of a shelf fits on one line. */
const nameCharacters = 200;

export function shelfLabels(t: Translate) {
  return {
    name: t("Name of the shelf"),
    text: t("About this shelf"),
    visibility: t("Who finds it"),
    note: t("My note on it"),
  };
}

/** Who finds a shelf, in words. */
export function visibilityName(t: Translate, visibility: ShelfVisibility): string {
  return {
    private: t("only me"),
    unlisted: t("whoever knows its address"),
    public: t("everybody"),
  }[visibility];
}

export function visibilityChoices(t: Translate): Choice[] {
  const hints: Record<ShelfVisibility, string> = {
    private: t("Nobody else is shown it, not even those who look after the archive."),
    unlisted: t("It stands in no list. Give its address to whom you like."),
    public: t("It stands on the page of the name you keep it under."),
  };
  const labels: Record<ShelfVisibility, string> = {
    private: t("Only me"),
    unlisted: t("Whoever knows its address"),
    public: t("Everybody"),
  };
  return shelfVisibilities.map((value) => ({ value, label: labels[value], hint: hints[value] }));
}

export function readShelfValues(form: FormValues): ShelfValues {
  const names = shelfFieldNames;
  return {
    name: form.text(names.name),
    text: form.text(names.text),
    visibility: form.text(names.visibility),
    pseud: form.text(names.pseud),
  };
}

export function shelfValuesOf(shelf: Shelf): ShelfValues {
  return {
    name: shelf.name,
    text: typedFromNote(readStored(shelf.text)),
    visibility: shelf.visibility,
    pseud: shelf.keeper?.pseudId ?? "",
  };
}

/** Checks what was typed; who says nothing of who finds it has it for themselves. */
export function parseShelf(
  values: ShelfValues,
  pseuds: readonly Pseud[],
  noteCharacters: number,
  t: Translate,
): Parsed<ShelfFields> {
  const reader = startReading(t);
  const [names, labels] = [shelfFieldNames, shelfLabels(t)];
  const name = reader.line(names.name, labels.name, oneLine(values.name), nameCharacters);
  if (oneLine(values.name) === "") reader.refuse(names.name, t("A shelf needs a name."));
  const chosen = values.visibility === "" ? "private" : values.visibility;
  const visibility = shelfVisibilities.find((one) => one === chosen);
  if (!visibility) reader.refuse(names.visibility, t("Choose who finds the shelf."));
  const pseud = pseuds.find(({ id }) => id === values.pseud) ?? pseuds[0];
  return finishReading(reader, {
    name,
    text: reader.note(names.text, labels.text, values.text, noteCharacters),
    visibility: visibility ?? "private",
    pseudId: pseud?.id ?? null,
  });
}

/** The places a form wishes for works, or one place up or down; what is no number says nothing. */
export function placesWished(form: FormValues): Map<string, number> {
  const names = shelfFieldNames;
  const prefix = names.place("");
  const wishes = new Map<string, number>();
  for (const [name, typed] of form.entries())
    if (name.startsWith(prefix) && /^[1-9]\d{0,4}$/.test(typed.trim()))
      wishes.set(name.slice(prefix.length), Number(typed));
  const way = form.text(names.move);
  const at = Number(form.text("at"));
  if ((way === "up" || way === "down") && Number.isInteger(at))
    return new Map([[form.text(names.work), Math.max(1, at + (way === "up" ? -1 : 1))]]);
  return wishes;
}

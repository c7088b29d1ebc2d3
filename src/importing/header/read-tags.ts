import type { Reason } from "../finding.ts";
import type { NewRecognition } from "../reading-draft.ts";
import { expandAbbreviation } from "./fandom-abbreviations.ts";
import type { HeaderEntry } from "./header-entries.ts";
import type { HeaderWriter } from "./header-writer.ts";

/** Each fandom stands as it was typed; where that is an abbreviation, its full name is proposed instead. */
export function readFandomLabel(writer: HeaderWriter, entry: HeaderEntry, reasons: Reason[]): void {
  const names = valuesIn(writer.wordsOf(entry).split(/[,;，、]|\s(?:\/|&|x|\+)\s/u)).flatMap((name) =>
    abbreviationsIn(name, writer),
  );
  if (names.length === 0) {
    writer.passage(entry, "notes", reasons, { whole: true });
    return;
  }
  writer.data(
    entry,
    { kind: "fandom", state: "applied", becomes: names.join(", "), reasons },
    ...names.map((name): NewRecognition => ({ field: "fandoms", name, from: name })),
  );
  for (const name of names) {
    const expanded = expandAbbreviation(name, "fandom", writer.lexicon);
    if (!expanded || expanded.name === name) continue;
    const where = entry.pieces[0]?.value ?? null;
    writer.draft.add(
      {
        kind: "fandom",
        state: "proposed",
        where,
        was: name,
        becomes: expanded.name,
        reasons: [{ why: "abbreviation", abbreviation: name }, ...reasons],
      },
      { field: "fandoms", name: expanded.name, from: name, insteadOf: name },
    );
  }
}

/** `BtVS/AtS` and `BtVS and AtS` are two fandoms when both halves are abbreviations; else one name. */
function abbreviationsIn(name: string, writer: HeaderWriter): string[] {
  const parts = valuesIn(name.split(/\/|\sand\s|&/iu));
  const known = parts.every((part) => expandAbbreviation(part, "fandom", writer.lexicon) !== null);
  return parts.length > 1 && known ? parts : [name];
}

const tagKinds = {
  relationships: "relationship",
  characters: "character",
  additionalTags: "additional-tag",
  categories: "category",
} as const;

export function readTags(
  writer: HeaderWriter,
  entry: HeaderEntry,
  field: keyof typeof tagKinds,
  values: string[],
  reasons: Reason[],
): void {
  const names = valuesIn(values);
  if (names.length === 0 || names.some((name) => name.length > 100)) {
    writer.passage(entry, "notes", reasons, { whole: true });
    return;
  }
  writer.data(
    entry,
    { kind: tagKinds[field], state: "applied", becomes: names.join(", "), reasons },
    ...names.map((name): NewRecognition => ({ field, name, from: name })),
  );
}

export function valuesIn(values: string[]): string[] {
  return values.map((value) => value.trim().replace(/[.]$/u, "")).filter((value) => value !== "");
}

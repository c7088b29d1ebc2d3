import type { Reason } from "../finding.ts";
import type { NewRecognition } from "../reading-draft.ts";
import { expandAbbreviation } from "./fandom-abbreviations.ts";
import type { HeaderEntry } from "./header-entries.ts";
import type { HeaderWriter } from "./header-writer.ts";

/** A fandom written as an abbreviation is proposed in full; until that is accepted it stands as it was typed. */
export function readFandomLabel(writer: HeaderWriter, entry: HeaderEntry, reasons: Reason[]): void {
  const names = valuesIn(writer.wordsOf(entry).split(/[,;，、]|\s(?:\/|&|x|\+)\s/u));
  const full = names.filter((name) => !expandAbbreviation(name, "fandom", writer.lexicon));
  const kind = full.length > 0 ? "fandom" : "header-data";
  writer.data(
    entry,
    { kind, state: "applied", becomes: full.join(", "), reasons },
    ...full.map((name): NewRecognition => ({ field: "fandoms", name, from: name })),
  );
  for (const name of names) {
    const expanded = expandAbbreviation(name, "fandom", writer.lexicon);
    if (!expanded) continue;
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
      { field: "fandoms", name: expanded.name, from: name },
    );
  }
}

const tagKinds = {
  relationships: "relationship",
  characters: "character",
  additionalTags: "additional-tag",
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

import { fandomsIn } from "./fandom-abbreviations.ts";
import type { HeaderEntry } from "./header-entries.ts";
import type { HeaderSign } from "./header-sign.ts";
import type { HeaderWriter } from "./header-writer.ts";

/** Proposes the fandoms that unlabelled words of a header name by abbreviation (`BtVS characters not mine`). */
export function readFandoms(writer: HeaderWriter, entries: HeaderEntry[]): void {
  const known = new Set(
    writer.draft.recognised.flatMap((value) => (value.field === "fandoms" ? [value.name] : [])),
  );
  for (const { sign, pieces } of entries) {
    if (!maySpeakOfFandoms(sign)) continue;
    for (const { range } of pieces) {
      for (const found of fandomsIn(writer.draft.textIn(range), writer.lexicon)) {
        if (known.has(found.name)) continue;
        known.add(found.name);
        const from = range.from + found.at;
        writer.draft.add(
          {
            kind: "fandom",
            state: "proposed",
            where: { block: range.block, from, to: from + found.from.length },
            becomes: found.name,
            reasons: [{ why: "abbreviation", abbreviation: found.from }],
          },
          { field: found.field, name: found.name, from: found.from },
        );
      }
    }
  }
}

function maySpeakOfFandoms(sign: HeaderSign): boolean {
  if (sign.kind === "words" || sign.kind === "subject") return true;
  return (
    sign.kind === "label" &&
    ["disclaimer", "notes", "other", "genre", "summary", "title", "permission"].includes(sign.field)
  );
}

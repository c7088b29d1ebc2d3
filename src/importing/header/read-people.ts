import type { Reason } from "../finding.ts";
import type { NewRecognition } from "../reading-draft.ts";
import type { HeaderEntry } from "./header-entries.ts";
import type { HeaderWriter } from "./header-writer.ts";
import { labelOf } from "./label-of.ts";
import { listedNames, namesAtStart } from "./names.ts";
import { readSpokenCredits } from "./read-words.ts";

export function readBeta(writer: HeaderWriter, entry: HeaderEntry, reasons: Reason[]): void {
  const words = writer.wordsOf(entry);
  if (/^(?:none|no|n\/a|unbeta'?e?d|not beta|all mistakes)/iu.test(words)) {
    writer.passage(entry, "notes", reasons, { whole: true });
    return;
  }
  if (words.split(/\s+/u).length <= 6 && !/\b(?:[Tt]hank|[Mm]y|the)/u.test(words)) {
    writer.credits(entry, "beta", labelOf(reasons));
    return;
  }
  writer.passage(entry, "notes", reasons, { whole: true });
  const names = namesAtStart(
    words.replace(
      /^.{0,40}?\bthank(?:s| you)\b(?:\s+(?:so|very) much)?(?:\s+(?:goes|go))?(?:\s+to)?\s+/iu,
      "",
    ),
  );
  for (const name of names) {
    const where = entry.pieces[0]?.value ?? null;
    writer.note(
      entry,
      { kind: "credit", state: "applied", where, becomes: name, reasons },
      { field: "creators", role: "beta", name },
    );
  }
}

/** A bare list of names is data; anything longer is a dedication to be kept word for word. */
export function readGift(writer: HeaderWriter, entry: HeaderEntry, reasons: Reason[]): void {
  const words = writer.wordsOf(entry);
  const names =
    words.split(/\s+/u).length <= 6 && !/[!.?]|\b(?:who|my|the|with|because|on)\b/iu.test(words)
      ? listedNames(words.replace(/^(?:to|for)\s+/iu, ""))
      : [];
  const recognitions = names.map((name): NewRecognition => ({ field: "gifts", name, addressedAs: null }));
  if (names.length > 0) {
    writer.data(
      entry,
      { kind: "gift", state: "applied", becomes: names.join(", "), reasons },
      ...recognitions,
    );
    return;
  }
  writer.passage(entry, "dedication", reasons);
  const before = writer.draft.recognised.length;
  readSpokenCredits(writer, entry);
  if (writer.draft.recognised.length > before) return;
  for (const name of namesAtStart(words.replace(/^(?:to|for)\s+/iu, ""))) {
    const where = entry.pieces[0]?.value ?? null;
    writer.note(
      entry,
      { kind: "gift", state: "applied", where, becomes: name, reasons },
      { field: "gifts", name, addressedAs: null },
    );
  }
}

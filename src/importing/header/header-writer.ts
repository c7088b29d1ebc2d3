import type { BlockRange, Edit, LiftTarget, PassageField } from "../edit.ts";
import type { FindingKind, Reason } from "../finding.ts";
import type { ImportLexicon } from "../import-reading.ts";
import type { NewFinding, NewRecognition, ReadingDraft } from "../reading-draft.ts";
import type { CreatorRole } from "../recognised-fields.ts";
import { maskedAddress, withoutAddresses } from "./addresses.ts";
import type { HeaderEntry } from "./header-entries.ts";
import { listedNames } from "./names.ts";

/** Writes what header entries say into a draft: lifted words, recognised values, private addresses. */
export class HeaderWriter {
  readonly draft: ReadingDraft;
  readonly lexicon: ImportLexicon;

  constructor(draft: ReadingDraft, lexicon: ImportLexicon) {
    this.draft = draft;
    this.lexicon = lexicon;
  }

  /** The entry's value as one line of words, without addresses. */
  wordsOf(entry: HeaderEntry): string {
    return this.#shownOf(entry, "value")
      .map((range) => this.draft.textIn(range))
      .join(" ")
      .replace(/\s+/gu, " ")
      .replace(/^[*_\s]+|[*_\s]+$/gu, "");
  }

  /** Lifts the entry into a passage field; with `whole`, its label is part of the passage. */
  passage(
    entry: HeaderEntry,
    field: PassageField,
    reasons: Reason[],
    options: { whole?: boolean; kind?: FindingKind } = {},
  ): void {
    const shown = this.#shownOf(entry, options.whole ? "range" : "value");
    this.contacts(entry);
    if (shown.length === 0) {
      this.data(entry, { kind: "header-data", state: "applied", reasons });
      return;
    }
    const first = entry.pieces[0]?.range ?? null;
    this.note(
      entry,
      {
        kind: options.kind ?? (entry.state === "proposed" ? "header-offer" : "header-passage"),
        state: "applied",
        where: first,
        was: this.#textOf(entry),
        becomes: field,
        reasons,
        edits: liftsOf(entry, field, (piece) => shown.find((range) => overlaps(range, piece)) ?? null),
      },
      { field, passages: shown },
    );
  }

  /** Adds what an entry says beside its words; where the entry is only proposed, so is that. */
  note(entry: HeaderEntry, found: NewFinding, ...recognitions: NewRecognition[]): string {
    const state = found.state === "applied" ? entry.state : found.state;
    const was = found.was ?? (found.where ? this.#wordsIn(found.where) : undefined);
    return this.draft.add({ ...found, state, ...(was !== undefined && { was }) }, ...recognitions);
  }

  /** Lifts the entry away because the recognised values say all of it. */
  data(entry: HeaderEntry, found: NewFinding, ...recognitions: NewRecognition[]): string {
    const lifted = {
      where: entry.pieces[0]?.range ?? null,
      was: this.#textOf(entry),
      edits: liftsOf(entry, "data", () => null),
      ...found,
    };
    return this.note(entry, lifted, ...recognitions);
  }

  /** Lifts a list of people in a role. */
  credits(entry: HeaderEntry, role: CreatorRole, label: string): void {
    this.contacts(entry);
    const names = listedNames(this.wordsOf(entry));
    const reasons: Reason[] = [{ why: "label", label }];
    if (names.length === 0) this.passage(entry, "notes", reasons, { whole: true });
    else {
      this.data(
        entry,
        { kind: "credit", state: "applied", becomes: names.join(", "), reasons },
        ...names.map((name): NewRecognition => ({ field: "creators", role, name })),
      );
    }
  }

  /** E-mail addresses anywhere in the entry become private contacts. */
  contacts(entry: HeaderEntry): void {
    for (const { range } of entry.pieces) {
      const { addresses } = withoutAddresses(this.draft.textOf(range.block), range);
      for (const { address, range: own } of addresses) {
        // Put back into the story, the line still comes without its address.
        this.draft.add(
          {
            kind: "contact",
            state: "applied",
            where: range,
            was: maskedAddress(address),
            edits: [{ kind: "remove", ...own }],
          },
          { field: "contact", address },
        );
      }
    }
  }

  #shownOf(entry: HeaderEntry, part: "value" | "range"): BlockRange[] {
    return entry.pieces.flatMap(
      (piece) => withoutAddresses(this.draft.textOf(piece.range.block), piece[part]).shown,
    );
  }

  #wordsIn(range: BlockRange): string {
    const { shown } = withoutAddresses(this.draft.textOf(range.block), range);
    return shown.map((part) => this.draft.textIn(part)).join(" ");
  }

  #textOf(entry: HeaderEntry): string {
    return this.#shownOf(entry, "range")
      .map((range) => this.draft.textIn(range).trim())
      .join(" ");
  }
}

function liftsOf(
  entry: HeaderEntry,
  field: LiftTarget,
  valueFor: (piece: BlockRange) => BlockRange | null,
): Edit[] {
  return entry.pieces.map(({ range }) => ({
    kind: "lift-to-field",
    field,
    ...range,
    value: valueFor(range),
  }));
}

function overlaps(a: BlockRange, b: BlockRange): boolean {
  return a.block === b.block && a.from < b.to && b.from < a.to;
}

import type { BlockRange } from "../edit.ts";
import type { EntryPiece, HeaderEntry } from "../header/header-entries.ts";
import { HeaderWriter } from "../header/header-writer.ts";
import type { LabelField } from "../header/labels.ts";
import { type HeaderReading, readHeader } from "../header/read-header.ts";
import { readLabel } from "../header/read-label.ts";
import { readSpokenCredits } from "../header/read-words.ts";
import type { ImportLexicon } from "../import-reading.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import type { PageRole } from "./page-section.ts";

/** The blocks a section of a page became; the first may be its heading. */
export interface SectionBlocks {
  role: PageRole;
  headed: boolean;
  from: number;
  to: number;
}

/** Lifts the sections of a page into the fields they are, and reads the header of the story among them. */
export function readSections(
  draft: ReadingDraft,
  lexicon: ImportLexicon,
  sections: SectionBlocks[],
): HeaderReading {
  const writer = new HeaderWriter(draft, lexicon);
  let story: HeaderReading | null = null;
  let stop: string | null = null;
  for (const section of sections) {
    if (section.from === section.to) continue;
    if (section.role === "story") story = readHeader(draft, lexicon, section);
    else if (section.role === "labels") stop ??= readHeader(draft, lexicon, section).stop;
    else liftSection(writer, section, section.role);
  }
  const reading = story ?? readHeader(draft, lexicon);
  return { ...reading, stop: reading.stop ?? stop };
}

function liftSection(
  writer: HeaderWriter,
  section: SectionBlocks,
  role: Exclude<PageRole, "story" | "labels">,
): void {
  const entry = entryOf(writer.draft, section, role === "endNotes" ? "notes" : role);
  const reasons = [{ why: "place-in-page" as const }];
  if (role === "endNotes") {
    writer.passage(entry, "endNotes", reasons);
    readSpokenCredits(writer, entry);
  } else if (entry.sign.kind === "label") readLabel(writer, entry, entry.sign, reasons);
}

function entryOf(draft: ReadingDraft, section: SectionBlocks, field: LabelField): HeaderEntry {
  const pieces: EntryPiece[] = [];
  for (let block = section.from; block < section.to; block++) {
    const text = draft.textOf(block);
    const range: BlockRange = { block, from: 0, to: text.length };
    const isHeading = section.headed && block === section.from;
    const by = field === "author" ? (/^\s*by:?\s+/iu.exec(text)?.[0].length ?? 0) : 0;
    pieces.push({ range, value: { ...range, from: isHeading ? text.length : by } });
  }
  return {
    sign: { kind: "label", field, label: "", strong: true, from: 0, value: 0, to: 0 },
    pieces,
    state: "applied",
  };
}

import { textOfBlock } from "./block-text.ts";
import { type ChapterSpan, spanOf } from "./chapter-spans.ts";
import type { BlockRange, PassageField } from "./edit.ts";
import type { EditsInForce } from "./edits-in-force.ts";
import { type Decisions, type FindingState, isInForce } from "./finding.ts";
import type { ImportReading } from "./import-reading.ts";
import { noteOfRanges } from "./note-of-ranges.ts";
import type {
  PassageRecognition,
  RecognisedFields,
  RecognisedPassage,
  RecognisedTag,
  Recognition,
} from "./recognised-fields.ts";

/** What the file says about one of its chapters. */
export type ChapterPassages = Pick<
  RecognisedFields,
  "chapterTitle" | "chapterSummary" | "chapterNotes" | "chapterEndNotes"
>;

/** What the file says about the work, without the findings that were undone; its chapters' passages are left out. */
export function fieldsOf(
  reading: ImportReading,
  decisions: Decisions,
  edits: EditsInForce,
): RecognisedFields {
  const fields = nothingRecognised();
  const findings = new Map(reading.findings.map((finding) => [finding.id, finding]));
  for (const recognition of reading.recognised) {
    const finding = findings.get(recognition.evidence.finding);
    if (finding === undefined) continue;
    const accepted = isInForce(finding, decisions);
    if ("passages" in recognition) {
      if (accepted && !isOfChapter(recognition.field))
        addPassage(fields, recognition.field, passageOf(reading, edits, recognition));
    } else if (accepted || finding.state === "proposed" || finding.state === "unsure") {
      addValue(fields, recognition, tagState(finding.state, accepted), accepted);
    }
  }
  return fields;
}

/** What the file says about each of its chapters: a passage is of the chapter in which it stands. */
export function chapterFieldsOf(
  reading: ImportReading,
  decisions: Decisions,
  edits: EditsInForce,
  spans: ChapterSpan[],
): ChapterPassages[] {
  const findings = new Map(reading.findings.map((finding) => [finding.id, finding]));
  const bySpan = new Map(spans.map((span) => [span, noChapterPassages()]));
  for (const recognition of reading.recognised) {
    if (!("passages" in recognition) || !isOfChapter(recognition.field)) continue;
    const finding = findings.get(recognition.evidence.finding);
    const [first] = recognition.passages;
    const span = first && spanOf(spans, first.block);
    const fields = span && bySpan.get(span);
    if (finding && fields && isInForce(finding, decisions))
      addPassage(fields, recognition.field, passageOf(reading, edits, recognition));
  }
  return [...bySpan.values()];
}

function isOfChapter(field: PassageField): field is keyof ChapterPassages {
  return Object.hasOwn(noChapterPassages(), field);
}

function noChapterPassages(): ChapterPassages {
  return { chapterTitle: null, chapterSummary: null, chapterNotes: null, chapterEndNotes: null };
}

function tagState(state: FindingState, accepted: boolean): RecognisedTag["state"] {
  if (state === "applied") return "found";
  return accepted ? "accepted" : "proposed";
}

function addPassage<Field extends PassageField>(
  fields: Record<Field, RecognisedPassage | null>,
  field: Field,
  passage: RecognisedPassage,
): void {
  const before = fields[field];
  if (before === null) {
    fields[field] = passage;
    return;
  }
  fields[field] = {
    text: `${before.text}\n\n${passage.text}`,
    note: { type: "root", children: [...before.note.children, ...passage.note.children] },
    evidence: [...before.evidence, ...passage.evidence],
  };
}

/** Only tags are shown before they are accepted; everything else waits for the decision. */
function addValue(
  fields: RecognisedFields,
  value: Exclude<Recognition, PassageRecognition>,
  state: RecognisedTag["state"],
  accepted: boolean,
): void {
  const { evidence } = value;
  switch (value.field) {
    case "fandoms":
    case "characters":
    case "relationships":
    case "additionalTags":
    case "categories":
      addTag(
        fields[value.field],
        {
          name: value.name,
          ...(value.weight && { weight: value.weight }),
          from: value.from,
          state,
          evidence,
        },
        value.insteadOf,
      );
      return;
  }
  if (!accepted) return;
  switch (value.field) {
    case "creators":
      fields.creators.push({ role: value.role, name: value.name, evidence });
      break;
    case "gifts":
      fields.gifts.push({ name: value.name, addressedAs: value.addressedAs, evidence });
      break;
    case "series":
      fields.series ??= { title: value.title, number: value.number, evidence };
      break;
    case "rating":
      fields.rating ??= { id: value.id, from: value.from, evidence };
      break;
    case "warnings":
      fields.warnings.push({
        words: value.words,
        ...(value.says && { says: value.says }),
        ...(value.answer && { answer: value.answer }),
        evidence,
      });
      break;
    case "permissions":
      fields.permissions.push({ name: value.name, answer: value.answer, evidence });
      break;
    case "related": {
      const { field: _, ...related } = value;
      fields.related.push(related);
      break;
    }
    case "contact":
      fields.contacts.push({ address: value.address, evidence });
      break;
    case "chapterNumber":
      fields.chapterNumber ??= { number: value.number, evidence };
      break;
    case "expectedChapters":
      fields.expectedChapters ??= { number: value.number, evidence };
      break;
    case "complete":
      fields.complete ??= { complete: value.complete, evidence };
      break;
    case "language":
      fields.language ??= { tag: value.tag, evidence };
      break;
  }
}

/** A full name that was accepted takes the place of the abbreviation as it was typed. */
function addTag(tags: RecognisedTag[], tag: RecognisedTag, insteadOf: string | undefined): void {
  const replaced = tags.findIndex(({ name, state }) => state === "found" && name === insteadOf);
  if (tag.state === "accepted" && replaced !== -1) tags[replaced] = tag;
  else tags.push(tag);
}

function passageOf(
  reading: ImportReading,
  edits: EditsInForce,
  recognition: { passages: BlockRange[]; evidence: RecognisedPassage["evidence"][number] },
): RecognisedPassage {
  const note = noteOfRanges(reading.blocks, edits, recognition.passages);
  const text = note.children
    .flatMap((child) => (child.type === "element" ? [textOfBlock(child).trim()] : []))
    .join("\n\n");
  return { text, note, evidence: [recognition.evidence] };
}

function nothingRecognised(): RecognisedFields {
  return {
    ...noChapterPassages(),
    title: null,
    summary: null,
    notes: null,
    endNotes: null,
    dedication: null,
    disclaimer: null,
    conventions: null,
    chapterNumber: null,
    expectedChapters: null,
    complete: null,
    creators: [],
    gifts: [],
    fandoms: [],
    characters: [],
    relationships: [],
    additionalTags: [],
    categories: [],
    series: null,
    rating: null,
    warnings: [],
    permissions: [],
    related: [],
    language: null,
    contacts: [],
  };
}

import { toHtml } from "hast-util-to-html";
import { serialiseStory } from "../story-text/serialise.ts";
import { typedFromNote } from "../story-text/typed.ts";
import { applyDecisions } from "./apply-decisions.ts";
import type { LiftTarget } from "./edit.ts";
import type { Decisions, Finding } from "./finding.ts";
import type { ImportReading } from "./import-reading.ts";
import { PlaceMarker, placeId } from "./mark-places.ts";
import type { RecognisedFields, RecognisedPassage } from "./recognised-fields.ts";
import { signReading } from "./sign-reading.ts";

/** A finding as the review lists it: what its edits do to which character is the importer's own business. */
export type ReviewFinding = Omit<Finding, "edits"> & {
  /** Whether there is anything to decide. */
  decidable: boolean;
  /** Where it stands on the review page: the id of its place, or null when nothing shows of it. */
  place: string | null;
};

/** Words lifted out of the story, with the places in them marked. */
export type ReviewPassage = { field: LiftTarget; html: string };

/** A passage as a form is filled with it. */
export type ReviewText = { typed: string; text: string; quotes: string[] };

type PassageNames = {
  [Name in keyof RecognisedFields]: RecognisedFields[Name] extends RecognisedPassage | null ? Name : never;
}[keyof RecognisedFields];

/** The recognised fields with their passages as typed text; plain JSON, so that it crosses threads. */
export type ReviewFields = Omit<RecognisedFields, PassageNames> & Record<PassageNames, ReviewText | null>;

/** All a review page shows of an import under some decisions. */
export type ReviewOutcome = {
  source: ImportReading["source"];
  stop: string | null;
  findings: ReviewFinding[];
  /** Clean story HTML, as it would be saved. */
  story: string;
  /** The same with every finding's place marked. */
  markedStory: string;
  lifted: ReviewPassage[];
  fields: ReviewFields;
};

/** Works out what a review shows. Pure; for a long story it takes a while, so it runs in a thread. */
export function reviewOutcome(reading: ImportReading, decisions: Decisions): ReviewOutcome {
  const { story, fields } = applyDecisions(reading, decisions);
  const signed = applyDecisions(signReading(reading), decisions);
  const marker = new PlaceMarker(reading.findings);
  const markedStory = toHtml(marker.markStory(signed.story));
  const lifted = signed.lifted.map(({ field, text }) => ({ field, html: toHtml(marker.markText(text)) }));
  const { placed } = marker;
  const evident = new Set(reading.recognised.map(({ evidence }) => evidence.finding));
  return {
    source: reading.source,
    stop: reading.stop,
    findings: reading.findings.map(({ edits, ...finding }) => ({
      ...finding,
      decidable: edits.length > 0 || evident.has(finding.id),
      place: placed.has(finding.id) ? placeId(finding.id) : null,
    })),
    story: serialiseStory(story),
    markedStory,
    lifted,
    fields: reviewFields(fields),
  };
}

function reviewFields(fields: RecognisedFields): ReviewFields {
  return {
    ...fields,
    title: reviewText(fields.title),
    chapterTitle: reviewText(fields.chapterTitle),
    chapterSummary: reviewText(fields.chapterSummary),
    chapterNotes: reviewText(fields.chapterNotes),
    chapterEndNotes: reviewText(fields.chapterEndNotes),
    summary: reviewText(fields.summary),
    notes: reviewText(fields.notes),
    endNotes: reviewText(fields.endNotes),
    dedication: reviewText(fields.dedication),
    disclaimer: reviewText(fields.disclaimer),
    conventions: reviewText(fields.conventions),
  };
}

function reviewText(passage: RecognisedPassage | null): ReviewText | null {
  if (passage === null) return null;
  const { text, note, evidence } = passage;
  return { typed: typedFromNote(note), text, quotes: evidence.map(({ quote }) => quote) };
}

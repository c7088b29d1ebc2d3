import { toHtml } from "hast-util-to-html";
import { serialiseStory } from "../story-text/serialise.ts";
import { typedFromNote } from "../story-text/typed.ts";
import { applyDecisions, liftedPassages } from "./apply-decisions.ts";
import { type ChapterPart, chapterParts } from "./chapter-parts.ts";
import { chapterSpans, spanOf } from "./chapter-spans.ts";
import { countWordsIn } from "./chapter-words.ts";
import type { LiftTarget } from "./edit.ts";
import { type EditsInForce, editsInForce } from "./edits-in-force.ts";
import type { Decisions } from "./finding.ts";
import { groupFindings, groupsShowing, type KindGroup } from "./group-findings.ts";
import type { ImportedChapter, ImportReading } from "./import-reading.ts";
import { cameInId, PlaceMarker, placeId } from "./mark-places.ts";
import { countUnanswered, decisionOn } from "./read-decisions.ts";
import type { RecognisedFields, RecognisedPassage } from "./recognised-fields.ts";
import { renderStory } from "./render-story.ts";
import type { ReviewFinding } from "./review-finding.ts";
import { isAbout, reviewFindings } from "./review-findings.ts";
import { signReading } from "./sign-reading.ts";
import { type FilePicture, picturesIn } from "./story-pictures.ts";

/** Words lifted out of the story, with the places in them marked. */
export type ReviewPassage = { field: LiftTarget; html: string };

/** A passage as a form is filled with it. */
export type ReviewText = { typed: string; text: string; quotes: string[] };

type PassageNames = {
  [Name in keyof RecognisedFields]: RecognisedFields[Name] extends RecognisedPassage | null ? Name : never;
}[keyof RecognisedFields];

/** The recognised fields with their passages as typed text; plain JSON, so that it crosses threads. */
export type ReviewFields = Omit<RecognisedFields, PassageNames> & Record<PassageNames, ReviewText | null>;

/** One of a file's chapters, with what the file says about it. */
export type ReviewChapter = {
  key: string;
  title: ReviewText | null;
  summary: ReviewText | null;
  notes: ReviewText | null;
  endNotes: ReviewText | null;
  /** About how many words it has. */
  words: number;
};

/** A picture of the file, and the chapter that shows it first. */
export type ReviewPicture = FilePicture & { chapter: string };

/** What a file says under some decisions: what the fields of a review are filled with. */
export type ReviewFacts = {
  fields: ReviewFields;
  chapters: ReviewChapter[];
  pictures: ReviewPicture[];
};

/** Which stretch of an import a review shows: a chapter by its key (null is the first), and its part, from 1. */
export type ReviewPlace = { chapter: string | null; part: number };

/** Where findings wait for an answer without which nothing can be saved. */
type UnansweredIn = { chapter: string; part: number; count: number };

/** All a review page shows of an import under some decisions: one of its chapters, and what concerns all. */
export type ReviewOutcome = ReviewFacts & {
  source: ImportReading["source"];
  stop: string | null;
  /** The key of the chapter that is shown. */
  chapter: string;
  /** The part of it that is shown, from 1, and how many it has: a long one is shown in parts. */
  part: number;
  parts: number;
  /** The findings about that part and about the whole file. */
  findings: ReviewFinding[];
  /** The same by state and kind; a group counts what there is in all chapters, and is decided for all of them. */
  groups: KindGroup[];
  /** The finding that forbids bringing the story in; null when there is none. */
  stopFinding: ReviewFinding | null;
  /** How many findings, in all chapters, must be answered before anything can be saved. */
  unanswered: number;
  /** How many of them are comments. */
  unansweredComments: number;
  /** Where they are, in the order of the file. */
  unansweredIn: UnansweredIn[];
  /** How many chapters it would have if all headings that are proposed began one; null when that was answered. */
  proposedChapters: number | null;
  /** The part's clean story HTML, as it would be saved. */
  story: string;
  /** The same with every finding's place marked. */
  markedStory: string;
  /** The part as it came in: clean HTML of the file's own text, with the same places marked (`cameInId`). */
  cameIn: string;
  /** What was lifted out of the part. */
  lifted: ReviewPassage[];
};

/**
 * Works out what a review shows. Pure; for a long story it takes a while, so it runs in a thread.
 *
 * @param chapterKey the chapter to show; null, or one that is not there, is the first
 */
export function reviewOutcome(
  reading: ImportReading,
  decisions: Decisions,
  at: ReviewPlace = { chapter: null, part: 1 },
): ReviewOutcome {
  const { chapters, fields } = applyDecisions(reading, decisions);
  const edits = editsInForce(reading, decisions);
  const shown = chapters.find(({ key }) => key === at.chapter) ?? chapters[0];
  if (shown === undefined) throw new Error("a file has at least one chapter");
  const parts = chapterParts(reading.blocks, edits, shown);
  const part = parts[at.part - 1] ?? parts[0];
  const marked = markPart(reading, decisions, part);
  const all = reviewFindings(reading, (id) => ({
    place: marked.placed.has(id) ? placeId(id) : null,
    placeInFile: marked.placedInFile.has(id) ? cameInId(id) : null,
  }));
  const about = new Set(
    reading.findings.filter((finding) => isAbout(finding, part.from, part.to)).map(({ id }) => id),
  );
  const isShown = ({ id, place }: ReviewFinding) => place !== null || about.has(id);
  const chapterOf = ({ where }: ReviewFinding) => where && spanOf(chapters, where.block)?.key;
  return {
    ...factsOf(reading, decisions, chapters, fields),
    source: reading.source,
    stop: reading.stop,
    chapter: shown.key,
    part: parts.indexOf(part) + 1,
    parts: parts.length,
    findings: all.filter(isShown),
    groups: groupsShowing(groupFindings(all), isShown, (finding) => chapterOf(finding) ?? undefined),
    stopFinding: all.find(({ id }) => id === reading.stop) ?? null,
    unanswered: countUnanswered(all, decisions),
    unansweredComments: countUnanswered(
      all.filter(({ kind }) => kind === "comment"),
      decisions,
    ),
    unansweredIn: unansweredPlaces(reading, edits, chapters, all, decisions),
    proposedChapters: proposedChapters(reading, decisions),
    story: serialiseStory(renderStory(reading.blocks, edits, part.blocks)),
    markedStory: marked.story,
    cameIn: marked.cameIn,
    lifted: marked.lifted,
  };
}

/** What the file says under some decisions, without a look at any story. */
export function reviewFacts(reading: ImportReading, decisions: Decisions): ReviewFacts {
  const { chapters, fields } = applyDecisions(reading, decisions);
  return factsOf(reading, decisions, chapters, fields);
}

function factsOf(
  { blocks, findings }: ImportReading,
  decisions: Decisions,
  chapters: ImportedChapter[],
  fields: RecognisedFields,
): ReviewFacts {
  const edits = editsInForce({ findings }, decisions);
  const seen = new Set<string>();
  return {
    fields: reviewFields(fields),
    chapters: chapters.map((chapter) => ({
      key: chapter.key,
      title: reviewText(chapter.title),
      summary: reviewText(chapter.summary),
      notes: reviewText(chapter.notes),
      endNotes: reviewText(chapter.endNotes),
      words: countWordsIn(blocks, edits, chapter.blocks),
    })),
    pictures: chapters.flatMap((chapter) =>
      picturesIn(blocks, chapter.blocks).flatMap((picture) => {
        if (seen.has(picture.name)) return [];
        seen.add(picture.name);
        return [{ ...picture, chapter: chapter.key }];
      }),
    ),
  };
}

/** A part's story, its base text and what was lifted out of it, with the findings' places marked. */
function markPart(reading: ImportReading, decisions: Decisions, part: ChapterPart) {
  const own = new Set(part.blocks);
  const isShown = (block: number) => own.has(block) || (block >= part.from && block < part.to);
  const { blocks, findings } = signReading(reading, isShown);
  const edits = editsInForce({ findings }, decisions);
  const marker = new PlaceMarker(reading.findings);
  const story = toHtml(marker.markStory(renderStory(blocks, edits, part.blocks)));
  const lifted = liftedPassages(blocks, edits, part.from, part.to).map(({ field, text }) => ({
    field,
    html: toHtml(marker.markText(text)),
  }));
  const base = blocks.flatMap(({ node }, block) => (isShown(block) ? [node] : []));
  const inFile = new PlaceMarker(reading.findings, cameInId);
  const cameIn = withOwnNoteIds(toHtml(inFile.markStory({ type: "root", children: base })));
  return { story, lifted, placed: marker.placed, cameIn, placedInFile: inFile.placed };
}

/** Where findings wait for an answer, each place of which a review shows at once. */
function unansweredPlaces(
  { blocks }: ImportReading,
  edits: EditsInForce,
  chapters: ImportedChapter[],
  findings: ReviewFinding[],
  decisions: Decisions,
): UnansweredIn[] {
  const waiting = findings
    .filter((finding) => finding.mustAnswer && decisionOn(finding, decisions) === "keep")
    .map(({ where }) => where?.block ?? 0);
  if (waiting.length === 0) return [];
  return chapters.flatMap((chapter) => {
    const own = waiting.filter((block) => block >= chapter.from && block < chapter.to);
    if (own.length === 0) return [];
    return chapterParts(blocks, edits, chapter).flatMap(({ from, to }, index) => {
      const count = own.filter((block) => block >= from && block < to).length;
      return count === 0 ? [] : [{ chapter: chapter.key, part: index + 1, count }];
    });
  });
}

function proposedChapters(reading: ImportReading, decisions: Decisions): number | null {
  const headings = reading.findings.filter(
    ({ kind, state }) => kind === "chapter-heading" && state === "proposed",
  );
  if (headings.every(({ id }) => Object.hasOwn(decisions, id))) return null;
  const accepted: Decisions = { ...decisions };
  for (const { id } of headings) accepted[id] = "accept";
  return chapterSpans(reading, accepted, editsInForce(reading, accepted)).length;
}

/** Footnotes have ids of their own in the story; what came in stands beside it on the same page. */
function withOwnNoteIds(html: string): string {
  return html.replace(/(<a(?:side)? [^>]*)>/g, (tag) =>
    tag.replace(/( (?:id="|href="#))(note(?:ref)?-\d)/g, "$1came-$2"),
  );
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

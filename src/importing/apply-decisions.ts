import type { Root } from "hast";
import { type ChapterSpan, chapterSpans } from "./chapter-spans.ts";
import type { Edit } from "./edit.ts";
import { type EditsInForce, editsInForce } from "./edits-in-force.ts";
import { chapterFieldsOf, fieldsOf } from "./fields-of.ts";
import type { Decisions } from "./finding.ts";
import type {
  BaseBlock,
  ImportedChapter,
  ImportOutcome,
  ImportReading,
  LiftedPassage,
} from "./import-reading.ts";
import { renderStory } from "./render-story.ts";
import { textOfRange } from "./text-of-range.ts";

/**
 * The chapters in stored form, their fields and the work's, and the words lifted out, under a person's decisions.
 *
 * Pure: the same reading and decisions always give the same outcome, and findings can be decided in any
 * combination, because every edit counts its offsets in the base text. Decisions about findings that are not
 * there are ignored. A story is made when it is first asked for: who looks at one chapter of a novel waits for
 * that one alone.
 */
export function applyDecisions(reading: ImportReading, decisions: Decisions): ImportOutcome {
  const edits = editsInForce(reading, decisions);
  const spans = chapterSpans(reading, decisions, edits);
  const chapters = importedChapters(reading, decisions, edits, spans);
  const [first] = chapters;
  const whole = once(() => renderStory(reading.blocks, edits));
  return {
    chapters,
    get story() {
      return chapters.length === 1 && first ? first.story : whole();
    },
    fields: {
      ...fieldsOf(reading, decisions, edits),
      chapterTitle: first?.title ?? null,
      chapterSummary: first?.summary ?? null,
      chapterNotes: first?.notes ?? null,
      chapterEndNotes: first?.endNotes ?? null,
    },
    lifted: liftedPassages(reading.blocks, edits, 0, reading.blocks.length),
  };
}

function importedChapters(
  reading: ImportReading,
  decisions: Decisions,
  edits: EditsInForce,
  spans: ChapterSpan[],
): ImportedChapter[] {
  const fields = chapterFieldsOf(reading, decisions, edits, spans);
  return spans.map((span, index) => {
    const story = once(() => renderStory(reading.blocks, edits, span.blocks));
    return {
      key: span.key,
      from: span.from,
      to: span.to,
      blocks: span.blocks,
      get story() {
        return story();
      },
      title: fields[index]?.chapterTitle ?? null,
      summary: fields[index]?.chapterSummary ?? null,
      notes: fields[index]?.chapterNotes ?? null,
      endNotes: fields[index]?.chapterEndNotes ?? null,
    };
  });
}

function once(make: () => Root): () => Root {
  let made: Root | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** The words lifted out of the blocks from one up to, and not including, another, in their order. */
export function liftedPassages(
  blocks: BaseBlock[],
  edits: EditsInForce,
  from: number,
  to: number,
): LiftedPassage[] {
  const passages: LiftedPassage[] = [];
  for (let block = from; block < to; block++) passages.push(...liftedFrom(blocks, edits.of(block)));
  return passages;
}

function liftedFrom(blocks: BaseBlock[], edits: Edit[]): LiftedPassage[] {
  return edits
    .flatMap((edit) => (edit.kind === "lift-to-field" ? [edit] : []))
    .sort((a, b) => a.from - b.from)
    .map(({ field, block, from, to }) => ({
      field,
      text: textOfRange(blocks, edits, { block, from, to }),
      range: { block, from, to },
    }));
}

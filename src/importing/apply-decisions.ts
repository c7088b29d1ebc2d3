import type { Edit } from "./edit.ts";
import { editsInForce } from "./edits-in-force.ts";
import { fieldsOf } from "./fields-of.ts";
import type { Decisions } from "./finding.ts";
import type { ImportOutcome, ImportReading, LiftedPassage } from "./import-reading.ts";
import { renderStory } from "./render-story.ts";
import { textOfRange } from "./text-of-range.ts";

/**
 * The story in stored form, its fields, and the words lifted out of it, under a person's decisions.
 *
 * Pure: the same reading and decisions always give the same outcome, and findings can be decided in any
 * combination, because every edit counts its offsets in the base text. Decisions about findings that are not
 * there are ignored.
 */
export function applyDecisions(reading: ImportReading, decisions: Decisions): ImportOutcome {
  const edits = editsInForce(reading, decisions);
  return {
    story: renderStory(reading.blocks, edits),
    fields: fieldsOf(reading, decisions, edits),
    lifted: reading.blocks.flatMap((_, block) => liftedFrom(reading, edits.of(block))),
  };
}

function liftedFrom(reading: ImportReading, edits: Edit[]): LiftedPassage[] {
  return edits
    .flatMap((edit) => (edit.kind === "lift-to-field" ? [edit] : []))
    .sort((a, b) => a.from - b.from)
    .map(({ field, block, from, to }) => ({
      field,
      text: textOfRange(reading.blocks, edits, { block, from, to }),
      range: { block, from, to },
    }));
}

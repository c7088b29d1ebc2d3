import { countWords } from "../story-text/count-words.ts";
import { serialiseStory } from "../story-text/serialise.ts";
import { applyDecisions } from "./apply-decisions.ts";
import type { Decisions } from "./finding.ts";
import type { ImportReading } from "./import-reading.ts";
import { type KeptDecision, keptDecisions } from "./kept-decisions.ts";
import { countUnanswered } from "./read-decisions.ts";
import { reviewFindings } from "./review-findings.ts";
import { describePictures, type PictureAnswer } from "./story-pictures.ts";

/** The chapters of an import as they would be saved. */
export type FinishedStories = {
  /** In order, with clean story HTML. */
  chapters: { key: string; story: string; words: number; undescribed: string[] }[];
  /** How many findings must be answered before anything is saved. */
  unanswered: number;
  /** What is kept of the answers, for the next import of the same work. */
  kept: KeptDecision[];
};

/**
 * Makes every chapter's story. For a novel it takes a while, so it runs in a thread.
 *
 * @param pictures what is said of each picture, by its name
 */
export function finishStories(
  reading: ImportReading,
  decisions: Decisions,
  pictures: Record<string, PictureAnswer>,
): FinishedStories {
  const { chapters } = applyDecisions(reading, decisions);
  return {
    chapters: chapters.map(({ key, story }) => {
      const undescribed = describePictures(story, pictures);
      return { key, story: serialiseStory(story), words: countWords(story), undescribed };
    }),
    unanswered: countUnanswered(reviewFindings(reading), decisions),
    kept: keptDecisions(reading, decisions),
  };
}

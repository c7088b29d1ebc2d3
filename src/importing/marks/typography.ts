import type { ReadingDraft } from "../reading-draft.ts";
import type { StoryParagraph } from "../story-paragraphs.ts";
import { keepSpacedDots } from "./spaced-dots.ts";
import { offerCurlyQuotes } from "./straight-quotes.ts";
import { proposeTexQuotes } from "./tex-quotes.ts";
import { offerDashes } from "./typed-dashes.ts";

/** What a typesetter would do with typed quotation marks, dashes and dots; all but the dots only when asked to. */
export function offerTypography(draft: ReadingDraft, paragraphs: StoryParagraph[]): void {
  keepSpacedDots(draft, paragraphs);
  proposeTexQuotes(draft, paragraphs);
  offerCurlyQuotes(draft, paragraphs);
  offerDashes(draft, paragraphs);
}

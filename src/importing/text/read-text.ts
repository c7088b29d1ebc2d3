import type { HeaderReading } from "../header/read-header.ts";
import { readHeader } from "../header/read-header.ts";
import type { ImportLexicon } from "../import-reading.ts";
import { proposeQuoteRepairs } from "../marks/quote-repairs.ts";
import { proposeThoughts } from "../marks/thoughts.ts";
import { readGaps } from "../paragraphs/gaps.ts";
import { joinLines } from "../paragraphs/line-joining.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import { storyParagraphs } from "../story-paragraphs.ts";

/** Reads a plain text's lines: damage first, then header, then paragraphs, then what its marks mean. */
export function readText(draft: ReadingDraft, lexicon: ImportLexicon): HeaderReading {
  const header = readHeader(draft, lexicon);
  joinLines(draft, header.storyBegins);
  readGaps(draft, header.storyBegins);
  const paragraphs = storyParagraphs(draft);
  proposeThoughts(draft, paragraphs, header);
  proposeQuoteRepairs(draft, paragraphs);
  return header;
}

import { parseHtml } from "../../story-text/parse-html.ts";
import { sanitiseStory } from "../../story-text/sanitise.ts";
import { repairCharacters } from "../characters/damage.ts";
import { listLostCharacters } from "../characters/lost.ts";
import { proposeSingleSpaces, trimLines } from "../characters/spaces.ts";
import { readHeader } from "../header/read-header.ts";
import { proposeLanguage } from "../language.ts";
import { noteChapterHeadings } from "../marks/chapter-headings.ts";
import { proposeClosingNotes } from "../marks/closing-notes.ts";
import { readEnding } from "../marks/endings.ts";
import { readForumCode } from "../marks/forum-code.ts";
import { proposeListFooter } from "../marks/list-footers.ts";
import { proposeQuoteRepairs } from "../marks/quote-repairs.ts";
import { readSceneBreaks } from "../marks/scene-breaks.ts";
import { proposeThoughts } from "../marks/thoughts.ts";
import { noteUnopenedQuotes } from "../marks/unopened-quotes.ts";
import { readGaps } from "../paragraphs/gaps.ts";
import { ReadingDraft } from "../reading-draft.ts";
import type { SourceReader } from "../source-reader.ts";
import { storyParagraphs } from "../story-paragraphs.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { pageParts } from "./page-parts.ts";

/**
 * Reads HTML, a piece or a saved page: its own markup says what is emphasised, so typed marks are left alone, and
 * a text that has italics has not lost them.
 */
export const readHtml: SourceReader = (text, lexicon) => {
  const { story, title, leftOut } = pageParts(parseHtml(text));
  const blocks = htmlBlocks(sanitiseStory(story));
  if (blocks === null) return "too-large";
  if (blocks.length === 0) return "empty";
  const draft = new ReadingDraft(blocks);
  if (leftOut > 0) draft.add({ kind: "left-out-of-page", state: "noted", count: leftOut });
  repairCharacters(draft, "html");
  listLostCharacters(draft);
  trimLines(draft);
  const header = readHeader(draft, lexicon);
  if (title !== null && !draft.recognised.some(({ field }) => field === "title")) {
    draft.add({ kind: "page-title", state: "noted", was: title });
  }
  readForumCode(draft);
  readSceneBreaks(draft, header.storyBegins);
  readGaps(draft, header.storyBegins);
  const paragraphs = storyParagraphs(draft);
  if (!hasItalics(draft, header.storyBegins)) proposeThoughts(draft, paragraphs, header);
  proposeQuoteRepairs(draft, paragraphs);
  noteUnopenedQuotes(draft, paragraphs);
  proposeSingleSpaces(draft, paragraphs);
  readEnding(draft, header);
  noteChapterHeadings(draft, header.storyBegins);
  proposeClosingNotes(draft, header, proposeListFooter(draft, header.storyBegins));
  proposeLanguage(draft, header.storyBegins);
  return { draft, stop: header.stop };
};

function hasItalics(draft: ReadingDraft, storyBegins: number): boolean {
  return draft.blocks.slice(storyBegins).some(({ node }) => JSON.stringify(node).includes('"tagName":"em"'));
}

import type { Root } from "hast";
import { sanitiseStory } from "../../story-text/sanitise.ts";
import { repairCharacters } from "../characters/damage.ts";
import { listLostCharacters } from "../characters/lost.ts";
import { closeUpCommas } from "../characters/space-before-comma.ts";
import { proposeSingleSpaces, trimLines } from "../characters/spaces.ts";
import { readLaterHeaders } from "../header/later-headers.ts";
import type { HeaderReading } from "../header/read-header.ts";
import { reportProgress } from "../import-progress.ts";
import type { BaseBlock, ImportLexicon } from "../import-reading.ts";
import { proposeLanguage } from "../language.ts";
import { readOfLaterChapter } from "../later-header.ts";
import { readDirections } from "../layout/directions.ts";
import { readDrawings } from "../layout/drawings.ts";
import { readFootnoteMarks } from "../layout/footnote-marks.ts";
import { readLayout } from "../layout/read-layout.ts";
import { readRubyMarks } from "../layout/ruby-marks.ts";
import { proposeChapterHeadings } from "../marks/chapter-headings.ts";
import { proposeClosingNotes } from "../marks/closing-notes.ts";
import { readEnding } from "../marks/endings.ts";
import { readForumCode } from "../marks/forum-code.ts";
import { proposeJournalLines } from "../marks/journal-lines.ts";
import { proposeListFooter } from "../marks/list-footers.ts";
import { askAboutCapitals, proposeNameHeadings } from "../marks/lone-lines.ts";
import { readModesOfSpeech } from "../marks/modes-of-speech.ts";
import { proposeQuoteRepairs } from "../marks/quote-repairs.ts";
import { readSceneBreaks } from "../marks/scene-breaks.ts";
import { warnOfSettingThroughout } from "../marks/set-throughout.ts";
import { proposeThoughts } from "../marks/thoughts.ts";
import { offerTypography } from "../marks/typography.ts";
import { noteUnopenedQuotes } from "../marks/unopened-quotes.ts";
import { readWriterAsides } from "../marks/writer-asides.ts";
import { readGaps } from "../paragraphs/gaps.ts";
import { type NewFinding, ReadingDraft } from "../reading-draft.ts";
import type { SourceReading } from "../source-reader.ts";
import { storyParagraphs } from "../story-paragraphs.ts";
import { mostLines } from "../text/lines.ts";
import { takeAnchors } from "./anchors.ts";
import { documentBlocks, settledBlocks } from "./document-blocks.ts";
import { unlinkMail } from "./mail-links.ts";
import { noteNames } from "./note-names.ts";
import { notePictures } from "./note-pictures.ts";
import { noteRemarks } from "./note-remarks.ts";
import type { PageSection } from "./page-section.ts";
import { readSections, type SectionBlocks } from "./read-sections.ts";
import type { SourceDocument } from "./source-document.ts";

/**
 * Reads a document that came in HTML's vocabulary, whatever its file was: its own markup says what is emphasised,
 * so typed marks are left alone, and a text that has italics has not lost them.
 *
 * @param before findings about how the file was read
 */
export function readDocument(
  document: SourceDocument,
  lexicon: ImportLexicon,
  before: NewFinding[] = [],
): SourceReading {
  const { sections, title, leftOut, pictures, settled = false } = document;
  const blocks: BaseBlock[] = [];
  const spans: SectionBlocks[] = [];
  for (const section of sections) {
    const span = addSection(blocks, section, settled);
    if (span === null) return "too-large";
    spans.push(span);
  }
  reportProgress(0.3, "looking");
  const anchors = takeAnchors(blocks);
  if (blocks.length === 0) return "empty";
  const draft = new ReadingDraft(blocks);
  for (const finding of before) draft.add(finding);
  noteRemarks(draft, document, anchors);
  noteNames(draft, document.propertyNames);
  notePictures(draft, document);
  if (leftOut > 0) draft.add({ kind: "left-out-of-page", state: "noted", count: leftOut });
  if (settled) {
    const { stop } = readSections(draft, lexicon, spans, settled);
    return { draft, stop, charset: null, pictures };
  }
  unlinkMail(draft);
  repairCharacters(draft, "html");
  listLostCharacters(draft);
  trimLines(draft);
  closeUpCommas(draft);
  const { stories, whole, stop } = readSections(draft, lexicon, spans);
  if (title !== null && !draft.recognised.some(({ field }) => field === "title")) {
    draft.add({ kind: "page-title", state: "noted", was: title });
  }
  reportProgress(0.5, "looking");
  readForumCode(draft);
  const footerBegins = proposeListFooter(draft, whole);
  for (const story of stories) {
    const extent = { ...story, storyEnds: Math.min(story.storyEnds, footerBegins) };
    readDrawings(draft, extent);
    readSceneBreaks(draft, extent.storyBegins, extent.storyEnds);
    readLayout(draft, extent);
  }
  readGaps(draft, whole.storyBegins);
  readRubyMarks(draft, storyParagraphs(draft));
  readFootnoteMarks(draft, storyParagraphs(draft), whole);
  const paragraphs = storyParagraphs(draft);
  readModesOfSpeech(draft, paragraphs, whole);
  for (const story of stories) readWriterAsides(draft, paragraphs, story);
  if (!hasItalics(draft, whole)) proposeThoughts(draft, paragraphs, whole);
  reportProgress(0.7, "looking");
  proposeQuoteRepairs(draft, paragraphs);
  noteUnopenedQuotes(draft, paragraphs);
  proposeSingleSpaces(draft, paragraphs);
  readEnding(draft, stories.at(-1) ?? whole);
  let laterStop: string | null = null;
  for (const story of stories) {
    proposeChapterHeadings(draft, story);
    if (stories.length === 1) laterStop = readLaterHeaders(draft, lexicon, story);
    proposeJournalLines(draft, { from: story.storyBegins, to: story.storyEnds });
    proposeNameHeadings(draft, story);
    askAboutCapitals(draft, story);
    const propose = () => proposeClosingNotes(draft, story, Math.min(story.storyEnds, footerBegins));
    if (stories.length > 1) readOfLaterChapter(draft, propose);
    else propose();
  }
  warnOfSettingThroughout(draft, stories);
  proposeLanguage(draft, whole.storyBegins);
  readDirections(draft, paragraphs);
  offerTypography(draft, paragraphs);
  reportProgress(1, "looking");
  return { draft, stop: stop ?? laterStop, charset: null, pictures };
}

/** Null when a file has too many blocks. */
function addSection(
  blocks: BaseBlock[],
  { role, heading, nodes, says, beginsChapter }: PageSection,
  settled: boolean,
): SectionBlocks | null {
  const from = blocks.length;
  const headed = heading !== undefined;
  for (const part of headed ? [[heading], nodes] : [nodes]) {
    const tree: Root = sanitiseStory({ type: "root", children: part });
    const own = settled ? settledBlocks(tree) : documentBlocks(tree);
    if (own === null || blocks.length + own.length > mostLines) return null;
    for (const block of own) blocks.push(block);
  }
  return {
    role,
    headed,
    from,
    to: blocks.length,
    ...(says && { says }),
    ...(beginsChapter && { beginsChapter }),
  };
}

function hasItalics(draft: ReadingDraft, { storyBegins, storyEnds }: HeaderReading): boolean {
  return draft.blocks
    .slice(storyBegins, storyEnds)
    .some(({ node }) => JSON.stringify(node).includes('"tagName":"em"'));
}

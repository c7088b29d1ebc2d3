import { foldName } from "../vocabulary/fold-name.ts";
import { type ChapterValues, newChapterValues } from "../works/chapter-form.ts";
import { oneLine, writeNames } from "../works/name-list.ts";
import type { CreatorRole, Work } from "../works/work.ts";
import type { WorkChoices } from "../works/work-choices.ts";
import { newWorkValues, typedNote, type WorkValues } from "../works/work-values.ts";
import type { RecognisedTag } from "./recognised-fields.ts";
import type { ReviewFields, ReviewText } from "./review-outcome.ts";

/** What stands in the fields of a review, exactly as typed; plain JSON, so that it can be kept. */
export type ReviewValues = {
  work: WorkValues;
  /** The story itself is not typed here: it is what the decisions make of the file. */
  chapter: Omit<ChapterValues, "story">;
  /** Whether the writer says that they may bring in a story that says it must not be archived. */
  mayArchive: boolean;
};

/** The tag kinds an archive begins with, by what the importer calls them; an owner may have retired some. */
export const tagKindOf = {
  fandoms: "fandom",
  characters: "character",
  relationships: "relationship",
  additionalTags: "additional",
} as const;

/** The fields of a review as the file fills them, for a story that becomes a work of its own. */
export function valuesForNewWork(
  fields: ReviewFields,
  choices: WorkChoices,
  archiveLanguage: string,
): ReviewValues {
  const empty = newWorkValues(choices, archiveLanguage);
  const ownName = ownPseudIn(fields, choices);
  return {
    work: {
      ...empty,
      title: oneLine(fields.title?.text ?? ""),
      summary: typedOf(fields.summary),
      notes: typedOf(fields.notes),
      endNotes: typedOf(fields.endNotes),
      disclaimer: typedOf(fields.disclaimer),
      dedication: typedOf(fields.dedication),
      conventions: typedOf(fields.conventions),
      rating: choices.ratings.some(({ id }) => id === fields.rating?.id) ? (fields.rating?.id ?? "") : "",
      language: fields.language?.tag ?? archiveLanguage,
      chapters: chaptersOf(fields),
      pseuds: ownName ? [ownName.id] : empty.pseuds,
      credits: {
        author: namesIn(fields, ["author", "co-author"], ownName?.name),
        beta: namesIn(fields, ["beta"]),
        artist: namesIn(fields, ["artist"]),
        translator: namesIn(fields, ["translator"]),
      },
      gifts: fields.gifts.map(({ name, addressedAs }) => ({ name, addressedAs: addressedAs ?? "" })),
      tags: {
        [tagKindOf.fandoms]: tagsOf(fields.fandoms),
        [tagKindOf.characters]: tagsOf(fields.characters),
        [tagKindOf.relationships]: tagsOf(fields.relationships),
        [tagKindOf.additionalTags]: tagsOf(fields.additionalTags),
      },
      warnings: warningsOf(fields, choices),
    },
    chapter: { ...chapterWithoutStory(), title: oneLine(fields.chapterTitle?.text ?? "") },
    mayArchive: false,
  };
}

/**
 * The same for a chapter of a work that is there already. What the header says about the work and the work does
 * not say itself goes into the chapter's notes, so that nothing of it is lost.
 */
export function valuesForNewChapter(fields: ReviewFields, choices: WorkChoices, work: Work): ReviewValues {
  const ofWork = [fields.dedication, fields.disclaimer, fields.conventions];
  const known = [work.dedication, work.disclaimer, work.conventions, work.notes].map(typedNote);
  const notes = [fields.notes, ...ofWork].map(typedOf).filter((text) => text !== "" && !known.includes(text));
  return {
    work: newWorkValues(choices, work.language),
    chapter: {
      title: oneLine(fields.chapterTitle?.text ?? ""),
      summary: typedOf(fields.summary),
      notes: notes.join("\n\n"),
      endNotes: typedOf(fields.endNotes),
    },
    mayArchive: false,
  };
}

function chapterWithoutStory(): Omit<ChapterValues, "story"> {
  const { story: _typedElsewhere, ...chapter } = newChapterValues;
  return chapter;
}

function typedOf(text: ReviewText | null): string {
  return text?.typed ?? "";
}

/** The writer's own pseud, when the file says the story is by it. */
function ownPseudIn(fields: ReviewFields, choices: WorkChoices) {
  const names = fields.creators.filter(({ role }) => role === "author").map(({ name }) => foldName(name));
  return choices.pseuds.find(({ name }) => names.includes(foldName(name)));
}

function namesIn(fields: ReviewFields, roles: (CreatorRole | "co-author")[], without?: string): string {
  const names = fields.creators.filter(({ role }) => roles.includes(role)).map(({ name }) => name);
  return writeNames(names.filter((name) => without === undefined || foldName(name) !== foldName(without)));
}

/** Proposed tags are shown, not filled in. */
function tagsOf(tags: RecognisedTag[]): string {
  return writeNames(tags.filter(({ state }) => state !== "proposed").map(({ name }) => name));
}

/**
 * Only a warning of this archive's own list is answered; other words are shown beside the list. Where the file
 * says that none applies, those it does not name are answered no; where it says that it does not say, they are not.
 */
function warningsOf(fields: ReviewFields, choices: WorkChoices): Record<string, string> {
  const named = fields.warnings.filter(({ says }) => says === undefined).map(({ words }) => foldName(words));
  const answers = fields.warnings.map(({ says }) => says);
  const unnamed = answers.includes("unsaid") ? "unsaid" : answers.includes("none") ? "no" : null;
  return Object.fromEntries(
    choices.warnings.flatMap(({ id, name }): [string, string][] => {
      if (named.some((words) => words.includes(foldName(name)))) return [[id, "yes"]];
      return unnamed === null ? [] : [[id, unnamed]];
    }),
  );
}

/** How many chapters there will be. A complete story that counts none is one chapter long. */
function chaptersOf({ expectedChapters, complete, chapterNumber }: ReviewFields): string {
  if (expectedChapters) return String(expectedChapters.number ?? "?");
  return complete?.complete ? String(chapterNumber?.number ?? 1) : "?";
}

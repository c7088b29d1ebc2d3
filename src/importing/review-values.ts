import type { TagWeight } from "../tags/tags.ts";
import { foldName } from "../vocabulary/fold-name.ts";
import { type ChapterValues, newChapterValues } from "../works/chapter-form.ts";
import { oneLine, writeNames } from "../works/name-list.ts";
import type { CreatorRole, Work } from "../works/work.ts";
import type { WorkChoices } from "../works/work-choices.ts";
import { newWorkValues, typedNote, type WorkValues } from "../works/work-values.ts";
import type { RecognisedTag } from "./recognised-fields.ts";
import type {
  ReviewChapter,
  ReviewFacts,
  ReviewFields,
  ReviewPicture,
  ReviewText,
} from "./review-outcome.ts";
import type { PictureAnswer } from "./story-pictures.ts";
import { tagFields, tagKindOf } from "./tag-kinds.ts";
import { otherWarningNames } from "./warning-names.ts";

/** What stands in the fields of a review, exactly as typed; plain JSON, so that it can be kept. */
export type ReviewValues = {
  work: WorkValues;
  /** By the key of a chapter. The stories are not typed here: they are what the decisions make of the file. */
  chapters: Record<string, ReviewChapterValues>;
  /** By the name of a picture, what its reader is told of it (T81). */
  pictures: Record<string, PictureAnswer>;
  /** Whether the writer says that they may bring in a story that says it must not be archived. */
  mayArchive: boolean;
};

/** What stands in the fields of one chapter. */
export type ReviewChapterValues = Omit<ChapterValues, "story" | "storyAs">;

/** The fields of a review as the file fills them, for a story that becomes a work of its own. */
export function valuesForNewWork(
  { fields, chapters, pictures }: ReviewFacts,
  choices: WorkChoices,
  archiveLanguage: string,
): ReviewValues {
  const empty = newWorkValues(choices, archiveLanguage);
  const ownName = ownPseudIn(fields, choices);
  const categories = categoriesOf(fields.categories, choices);
  const tags = { ...fields, additionalTags: [...fields.additionalTags, ...categories.others] };
  const tagsWeighing = (weight: TagWeight) =>
    Object.fromEntries(
      tagFields.map((field) => [
        tagKindOf[field],
        tagsOf(tags[field].filter((tag) => weightOf(tag, tagKindOf[field], choices) === weight)),
      ]),
    );
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
      chapters: chaptersOf(fields, chapters.length),
      pseuds: ownName ? [ownName.id] : empty.pseuds,
      credits: {
        author: namesIn(fields, ["author", "co-author"], ownName?.name),
        beta: namesIn(fields, ["beta"]),
        artist: namesIn(fields, ["artist"]),
        translator: namesIn(fields, ["translator"]),
      },
      gifts: fields.gifts.map(({ name, addressedAs }) => ({ name, addressedAs: addressedAs ?? "" })),
      tags: tagsWeighing("main"),
      sideTags: tagsWeighing("side"),
      mentionedTags: tagsWeighing("mention"),
      series: {
        title: oneLine(fields.series?.title ?? ""),
        number: String(fields.series?.number ?? ""),
      },
      warnings: warningsOf(fields, choices),
      categories: categories.ids,
      permissions: permissionsOf(fields, choices),
      related: fields.related.map(({ kind, title, author, language, address }) => ({
        ...{ kind, work: address, title: oneLine(title), author: oneLine(author), language },
      })),
    },
    chapters: byKey(chapters, chapterValues),
    pictures: picturesByName(pictures),
    mayArchive: false,
  };
}

/**
 * The same for chapters of a work that is there already. What the header says about the work and the work does
 * not say itself goes into the notes of the first of them, and what it says at the end into those of the last, so
 * that nothing of it is lost.
 */
export function valuesForNewChapters(
  { fields, chapters, pictures }: ReviewFacts,
  choices: WorkChoices,
  work: Work,
): ReviewValues {
  const ofWork = [fields.dedication, fields.disclaimer, fields.conventions];
  const known = [work.dedication, work.disclaimer, work.conventions, work.notes].map(typedNote);
  const notes = [fields.notes, ...ofWork].map(typedOf).filter((text) => text !== "" && !known.includes(text));
  const [first, last] = [chapters[0]?.key, chapters.at(-1)?.key];
  return {
    work: newWorkValues(choices, work.language),
    chapters: byKey(chapters, (chapter) => {
      const own = chapterValues(chapter);
      return {
        title: own.title,
        summary: own.summary || (chapter.key === first ? typedOf(fields.summary) : ""),
        notes: together(...(chapter.key === first ? notes : []), own.notes),
        endNotes: together(own.endNotes, chapter.key === last ? typedOf(fields.endNotes) : ""),
      };
    }),
    pictures: picturesByName(pictures),
    mayArchive: false,
  };
}

function byKey(
  chapters: ReviewChapter[],
  valuesOf: (chapter: ReviewChapter) => ReviewChapterValues,
): Record<string, ReviewChapterValues> {
  return Object.fromEntries(chapters.map((chapter) => [chapter.key, valuesOf(chapter)]));
}

function chapterValues({ title, summary, notes, endNotes }: ReviewChapter): ReviewChapterValues {
  return {
    title: oneLine(title?.text ?? ""),
    summary: typedOf(summary),
    notes: typedOf(notes),
    endNotes: typedOf(endNotes),
  };
}

/** What stands in the fields of a chapter of which nobody has said anything. */
export function emptyChapterValues(): ReviewChapterValues {
  const { story: _typedElsewhere, ...chapter } = newChapterValues;
  return chapter;
}

function picturesByName(pictures: ReviewPicture[]): Record<string, PictureAnswer> {
  return Object.fromEntries(pictures.map(({ name, answer }) => [name, answer]));
}

function together(...notes: string[]): string {
  return notes.filter((note) => note !== "").join("\n\n");
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

/** How much a tag matters here; main unless the file says otherwise, and of a kind without weights always. */
export function weightOf(
  { weight = "main" }: RecognisedTag,
  kindId: string,
  { kinds }: WorkChoices,
): TagWeight {
  return kinds.some(({ id, weighted }) => id === kindId && weighted) ? weight : "main";
}

/** Proposed tags are shown, not filled in. */
function tagsOf(tags: RecognisedTag[]): string {
  return writeNames(tags.filter(({ state }) => state !== "proposed").map(({ name }) => name));
}

/** What this archive has no permission for by that name is left out: it stands in the file, which is kept. */
function permissionsOf({ permissions }: ReviewFields, choices: WorkChoices): Record<string, string> {
  const byName = new Map(choices.permissions.map(({ id, name }) => [foldName(name), id]));
  return Object.fromEntries(
    permissions.flatMap(({ name, answer }): [string, string][] => {
      const id = byName.get(foldName(name));
      return id === undefined ? [] : [[id, answer]];
    }),
  );
}

/** The archive's own categories among those a file names, and the others as the tags they are here. */
function categoriesOf(
  named: RecognisedTag[],
  { categories }: WorkChoices,
): { ids: string[]; others: RecognisedTag[] } {
  const byName = new Map(categories.map(({ id, name }) => [foldName(name), id]));
  const known = named
    .filter(({ state }) => state !== "proposed")
    .map(({ name }) => byName.get(foldName(name)));
  return {
    ids: [...new Set(known.filter((id) => id !== undefined))],
    others: named.filter(({ name }) => !byName.has(foldName(name))),
  };
}

/**
 * Only a warning of this archive's own list is answered; other words are shown beside the list. Where the file
 * says that none applies, those it does not name are answered no; where it says that it does not say, they are not.
 */
function warningsOf(fields: ReviewFields, choices: WorkChoices): Record<string, string> {
  const named = new Map(
    fields.warnings.flatMap(({ words, says, answer }): [string, string][] =>
      says === undefined ? [[foldName(words), answer ?? "yes"]] : [],
    ),
  );
  const answers = fields.warnings.map(({ says }) => says);
  const unnamed = answers.includes("unsaid") ? "unsaid" : answers.includes("none") ? "no" : null;
  return Object.fromEntries(
    choices.warnings.flatMap(({ id, name }): [string, string][] => {
      const answer = [foldName(name), ...(otherWarningNames[id] ?? [])]
        .map((known) => named.get(known))
        .find((given) => given !== undefined);
      if (answer !== undefined) return [[id, answer]];
      if ([...named].some(([words, said]) => said === "yes" && words.includes(foldName(name))))
        return [[id, "yes"]];
      return unnamed === null ? [] : [[id, unnamed]];
    }),
  );
}

/** How many chapters there will be. A complete story that counts none is as long as the file. */
function chaptersOf({ expectedChapters, complete, chapterNumber }: ReviewFields, count: number): string {
  if (expectedChapters) return String(expectedChapters.number ?? "?");
  return complete?.complete ? String(Math.max(count, chapterNumber?.number ?? 1)) : "?";
}

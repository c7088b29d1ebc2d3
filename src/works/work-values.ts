import type { Pseud } from "../people/pseuds.ts";
import type { FormValues } from "../plumbing/http/form-values.ts";
import { readStored } from "../story-text/read-stored.ts";
import { typedFromNote } from "../story-text/typed.ts";
import type { KindInUse, TagWeight } from "../tags/tags.ts";
import { writeNames } from "./name-list.ts";
import { relatedAsTyped } from "./own-related.ts";
import { type RelatedTyped, readRelatedTyped } from "./related-typed.ts";
import type { OwnPlace } from "./series.ts";
import type { Creator, CreatorRole, Work, WorkAccess } from "./work.ts";
import type { WorkChoices } from "./work-choices.ts";

/** A series by its title and the work's number in it, as typed; both empty: none. */
export type SeriesTyped = { title: string; number: string };

/** What stands in the fields of the work form, exactly as typed; plain JSON, so it can also be kept. */
export type WorkValues = {
  title: string;
  summary: string;
  notes: string;
  endNotes: string;
  disclaimer: string;
  dedication: string;
  conventions: string;
  rating: string;
  language: string;
  /** How many chapters there will be: a number, "?" or nothing. */
  chapters: string;
  visibility: string;
  pseuds: string[];
  /** Comma-separated names, by role. */
  credits: Record<CreatorRole, string>;
  gifts: { name: string; addressedAs: string }[];
  /** Comma-separated names, by tag kind: what the work is mainly about, what stands on the side, what is only mentioned. */
  tags: Record<string, string>;
  sideTags: Record<string, string>;
  mentionedTags: Record<string, string>;
  /** "yes", "no" or "unsaid", by warning. */
  warnings: Record<string, string>;
  categories: string[];
  /** "yes", "ask", "no" or nothing, by permission. */
  permissions: Record<string, string>;
  /** A series by its title, and the work's number in it; both empty: none. */
  series: SeriesTyped;
  /** Others it is part of too; none when the form does not ask. */
  moreSeries: SeriesTyped[];
  /** "yes" or "no". */
  searchable: string;
  /** "yes", "no", or who may comment; "": not said, which changes nothing. */
  access: Record<keyof WorkAccess, string>;
  /** "yes" or "no"; nothing where the form does not ask. */
  anonymous: string;
  /** What the work is made of; none when the form does not ask. */
  related: RelatedTyped[];
};

/** The roles somebody can be credited in, in the order in which they are thanked. */
export const creditRoles = ["author", "beta", "artist", "translator"] as const satisfies CreatorRole[];

/** The name of every field of the work form. */
export const workFieldNames = {
  title: "title",
  summary: "summary",
  notes: "notes",
  endNotes: "end-notes",
  disclaimer: "disclaimer",
  dedication: "dedication",
  conventions: "conventions",
  rating: "rating",
  language: "language",
  chapters: "chapters",
  visibility: "visibility",
  pseuds: "pseud",
  categories: "category",
  credit: (role: CreatorRole) => `credit-${role}`,
  giftName: (row: number) => `gift-${row + 1}-name`,
  giftCalled: (row: number) => `gift-${row + 1}-called`,
  tags: (kindId: string) => `tags-${kindId}`,
  sideTags: (kindId: string) => `side-${kindId}`,
  mentionedTags: (kindId: string) => `mention-${kindId}`,
  series: "series",
  seriesNumber: "series-number",
  moreSeries: (row: number) => `series-${row + 2}`,
  moreSeriesNumber: (row: number) => `series-${row + 2}-number`,
  searchable: "searchable",
  searchEngines: "search-engines",
  aiCrawlers: "ai-crawlers",
  commentsFrom: "comments-from",
  commentsHeld: "comments-held",
  anonymous: "anonymous",
  warning: (warningId: string) => `warning-${warningId}`,
  permission: (permissionId: string) => `permission-${permissionId}`,
};

/** What a form brought, for the lists the choices name; nothing is checked or changed. */
export function readWorkValues(form: FormValues, choices: WorkChoices): WorkValues {
  const names = workFieldNames;
  const byKind = (typed: (kind: KindInUse) => string) =>
    Object.fromEntries(choices.kinds.map((kind) => [kind.id, typed(kind)]));
  const gifts: WorkValues["gifts"] = [];
  for (let row = 0; form.has(names.giftName(row)); row++)
    gifts.push({ name: form.text(names.giftName(row)), addressedAs: form.text(names.giftCalled(row)) });
  const moreSeries: SeriesTyped[] = [];
  for (let row = 0; form.has(names.moreSeries(row)); row++)
    moreSeries.push({
      title: form.text(names.moreSeries(row)),
      number: form.text(names.moreSeriesNumber(row)),
    });
  return {
    title: form.text(names.title),
    summary: form.text(names.summary),
    notes: form.text(names.notes),
    endNotes: form.text(names.endNotes),
    disclaimer: form.text(names.disclaimer),
    dedication: form.text(names.dedication),
    conventions: form.text(names.conventions),
    rating: form.text(names.rating),
    language: form.text(names.language),
    chapters: form.text(names.chapters),
    visibility: form.text(names.visibility),
    pseuds: form.all(names.pseuds),
    credits: creditsBy((role) => form.text(names.credit(role))),
    gifts,
    tags: byKind(({ id }) => form.text(names.tags(id))),
    sideTags: byKind(({ id }) => form.text(names.sideTags(id))),
    mentionedTags: byKind(({ id }) => form.text(names.mentionedTags(id))),
    warnings: Object.fromEntries(choices.warnings.map(({ id }) => [id, form.text(names.warning(id))])),
    categories: form.all(names.categories),
    permissions: Object.fromEntries(
      choices.permissions.map(({ id }) => [id, form.text(names.permission(id))]),
    ),
    series: { title: form.text(names.series), number: form.text(names.seriesNumber) },
    moreSeries,
    searchable: form.text(names.searchable),
    access: {
      searchEngines: form.text(names.searchEngines),
      aiCrawlers: form.text(names.aiCrawlers),
      commentsFrom: form.text(names.commentsFrom),
      commentsHeld: form.text(names.commentsHeld),
    },
    anonymous: form.text(names.anonymous),
    related: readRelatedTyped(form),
  };
}

/**
 * The form of a work nobody has written yet: by the author's first pseud, unrated, saying nothing
 * about warnings.
 *
 * @param language BCP 47; the archive's own
 */
export function newWorkValues(choices: WorkChoices, language: string): WorkValues {
  return {
    title: "",
    summary: "",
    notes: "",
    endNotes: "",
    disclaimer: "",
    dedication: "",
    conventions: "",
    rating: "",
    language,
    chapters: "?",
    visibility: "everyone",
    pseuds: choices.pseuds.slice(0, 1).map(({ id }) => id),
    credits: creditsBy(() => ""),
    gifts: [],
    tags: {},
    sideTags: {},
    mentionedTags: {},
    warnings: {},
    categories: [],
    permissions: {},
    series: { title: "", number: "" },
    moreSeries: [],
    searchable: "yes",
    access: { searchEngines: "yes", aiCrawlers: "no", commentsFrom: "everyone", commentsHeld: "no" },
    anonymous: "",
    related: [],
  };
}

/** The form as it is filled from a stored work. */
export function valuesOf(
  work: Work,
  choices: Pick<WorkChoices, "pseuds" | "kinds" | "series" | "related">,
): WorkValues {
  const { place, otherPlaces } = choices.series;
  /** Of a kind without weights all stand in the one field, whatever they weighed before. */
  const tagsBy = (wanted: TagWeight) =>
    Object.fromEntries(
      choices.kinds.map(({ id, weighted }) => [
        id,
        writeNames(
          work.tags
            .filter((tag) => tag.kindId === id && (weighted ? tag.weight : "main") === wanted)
            .map(({ name }) => name),
        ),
      ]),
    );
  const ownPseuds = work.creators.flatMap((creator) => ownPseudOf(creator, choices.pseuds));
  // Authors who have said yes stand on the form as a sentence: it cannot take them away.
  const credited = work.creators.filter(
    (creator) =>
      ownPseudOf(creator, choices.pseuds).length === 0 &&
      (creator.role !== "author" || creator.pseudId === null),
  );
  return {
    title: work.title,
    summary: typedNote(work.summary),
    notes: typedNote(work.notes),
    endNotes: typedNote(work.endNotes),
    disclaimer: typedNote(work.disclaimer),
    dedication: typedNote(work.dedication),
    conventions: typedNote(work.conventions),
    rating: work.rating.id,
    language: work.language,
    chapters: String(work.expectedChapters ?? "?"),
    visibility: work.visibility,
    pseuds: ownPseuds,
    credits: creditsBy((role) =>
      writeNames(credited.filter((creator) => creator.role === role).map(({ name }) => name)),
    ),
    gifts: work.gifts.map(({ name, addressedAs }) => ({ name, addressedAs })),
    tags: tagsBy("main"),
    sideTags: tagsBy("side"),
    mentionedTags: tagsBy("mention"),
    warnings: Object.fromEntries(work.warnings.map(({ id, answer }) => [id, answer])),
    categories: work.categories.map(({ id }) => id),
    permissions: Object.fromEntries(work.permissions.map(({ id, answer }) => [id, answer])),
    series: place ? typedPlace(place) : { title: "", number: "" },
    moreSeries: otherPlaces.map(typedPlace),
    searchable: work.searchable ? "yes" : "no",
    access: {
      searchEngines: work.access.searchEngines ? "yes" : "no",
      aiCrawlers: work.access.aiCrawlers ? "yes" : "no",
      commentsFrom: work.access.commentsFrom,
      commentsHeld: work.access.commentsHeld ? "yes" : "no",
    },
    anonymous: work.anonymous ? "yes" : "no",
    related: choices.related.map(relatedAsTyped),
  };
}

function typedPlace({ title, position }: OwnPlace): SeriesTyped {
  return { title, number: String(position) };
}

/** Stored note HTML as a writer types it. */
export function typedNote(html: string): string {
  return typedFromNote(readStored(html));
}

function ownPseudOf({ role, pseudId }: Creator, pseuds: Pseud[]): string[] {
  return role === "author" && pseuds.some(({ id }) => id === pseudId) && pseudId ? [pseudId] : [];
}

function creditsBy(namesOf: (role: CreatorRole) => string): Record<CreatorRole, string> {
  return {
    author: namesOf("author"),
    beta: namesOf("beta"),
    artist: namesOf("artist"),
    translator: namesOf("translator"),
  };
}

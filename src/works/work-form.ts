import type { Settings } from "../plumbing/settings/settings.ts";
import { fandomKind, type KindInUse, type TagWeight } from "../tags/tags.ts";
import { foldName } from "../vocabulary/fold-name.ts";
import type { Translate } from "../vocabulary/translate.ts";
import { languageTag } from "./languages.ts";
import { oneLine, readNames } from "./name-list.ts";
import { permissionAnswers } from "./permissions.ts";
import type { SeriesWish } from "./put-in-series.ts";
import { parseRelated } from "./related-typed.ts";
import { type FieldReader, finishReading, type Parsed, startReading } from "./typed-text.ts";
import { commenters, visibilities, type WarningAnswer, type WorkAccess } from "./work.ts";
import type { WorkChoices } from "./work-choices.ts";
import type { WorkFields } from "./work-fields.ts";
import { creditLabel, tagFieldOf, workLabels } from "./work-labels.ts";
import { creditRoles, workFieldNames as names, type SeriesTyped, type WorkValues } from "./work-values.ts";

/** How long the texts of a form may be; settings an owner may change. */
export type TextLimits = Pick<Settings, "noteCharacters" | "chapterCharacters">;

/** What fits on one line of a list: a title, a name, a tag. */
const lineCharacters = 300;
/** Names in one field; far above what anybody types, it keeps one form from filling the tag tables. */
const mostNames = 300;
/** "3", "?", and "1/3" as the trade writes it; the full-width marks are those of Chinese and Japanese keyboards. */
const chapterWish = /^(?:\d+\s*[/／]\s*)?(?:(\d{1,4})|[?？]?)$/u;
/** The rating of a work whose author has not chosen one. */
const unrated = "not-rated";

/**
 * Checks what was typed into the work form. A draft may lack a title or a fandom (see `NotReady`).
 *
 * @returns the fields, or a sentence in the language of `t` for each field that must be put right, by field name
 */
export function parseWork(
  values: WorkValues,
  choices: WorkChoices,
  limits: TextLimits,
  t: Translate,
): Parsed<WorkFields> {
  const reader = startReading(t);
  const labels = workLabels(t);
  const note = (field: "summary" | "notes" | "endNotes" | "disclaimer" | "dedication" | "conventions") =>
    reader.note(names[field], labels[field], values[field], limits.noteCharacters);
  const tagsOf = (kind: KindInUse) => readTags(reader, values, kind, t);
  // Read in the order of the fields on the page (work-form-fields.tsx), in which what must be put right is then listed.
  const title = reader.line(names.title, labels.title, oneLine(values.title), lineCharacters);
  const authorPseudIds = readPseuds(reader, values, choices, t);
  const fandoms = choices.kinds.filter(({ id }) => id === fandomKind).flatMap(tagsOf);
  return finishReading(reader, {
    title,
    authorPseudIds,
    summary: note("summary"),
    language: readLanguage(reader, values, t),
    expectedChapters: readExpected(reader, values, choices, t),
    ratingId: readRating(reader, values, choices, t),
    warnings: choices.warnings.map(({ id }) => ({ warningId: id, answer: answerOf(values.warnings[id]) })),
    tags: [...fandoms, ...choices.kinds.filter(({ id }) => id !== fandomKind).flatMap(tagsOf)],
    categoryIds: choices.categories.flatMap(({ id }) => (values.categories.includes(id) ? [id] : [])),
    gifts: readGifts(reader, values, t),
    dedication: note("dedication"),
    credits: readCredits(reader, values, choices, t),
    notes: note("notes"),
    endNotes: note("endNotes"),
    disclaimer: note("disclaimer"),
    conventions: note("conventions"),
    related: parseRelated(reader, values.related, t),
    series: readSeries(reader, values.series, [names.series, names.seriesNumber], t),
    moreSeries: readMoreSeries(reader, values, t),
    visibility: readVisibility(reader, values, t),
    searchable: values.searchable !== "no",
    access: readAccess(values),
    anonymous: readAnonymous(values, choices),
    permissions: readPermissions(values, choices),
  });
}

/** The tags of a kind; one that stands in two fields has the greater weight of the two. */
function readTags(
  reader: FieldReader,
  values: WorkValues,
  kind: KindInUse,
  t: Translate,
): WorkFields["tags"] {
  const { id, plural } = kind;
  const fields: { weight: TagWeight; name: string; label: string; typed: string | undefined }[] = [
    { weight: "main", name: names.tags(id), label: plural, typed: values.tags[id] },
    { weight: "side", ...tagFieldOf("side", kind, t), typed: values.sideTags[id] },
    { weight: "mention", ...tagFieldOf("mention", kind, t), typed: values.mentionedTags[id] },
  ];
  const known = new Set<string>();
  return fields.flatMap(({ weight, name: field, label, typed = "" }) =>
    namesIn(reader, field, label, typed, t)
      .filter((name) => !known.has(foldName(name)))
      .map((name) => {
        known.add(foldName(name));
        return { kindId: id, name, weight };
      }),
  );
}

/** A series by its title; its number says nothing without it. */
function readSeries(
  reader: FieldReader,
  typed: SeriesTyped,
  [titleField, numberField]: [string, string],
  t: Translate,
): SeriesWish | null {
  const title = reader.line(titleField, workLabels(t).series, oneLine(typed.title), lineCharacters);
  const number = /^(?:[1-9]\d{0,3})?$/.exec(typed.number.trim())?.[0];
  if (number === undefined)
    reader.refuse(numberField, t("Type the number of this part, such as 2, or nothing for the next."));
  if (number && title === "")
    reader.refuse(titleField, t("Say which series this is a part of, or leave its number empty too."));
  return title === "" ? null : { title, number: number ? Number(number) : null };
}

function readMoreSeries(
  reader: FieldReader,
  { moreSeries }: WorkValues,
  t: Translate,
): SeriesWish[] | undefined {
  if (moreSeries.length === 0) return undefined;
  return moreSeries.flatMap((typed, row) => {
    const fields: [string, string] = [names.moreSeries(row), names.moreSeriesNumber(row)];
    return readSeries(reader, typed, fields, t) ?? [];
  });
}

function readRating(reader: FieldReader, { rating }: WorkValues, choices: WorkChoices, t: Translate): string {
  const chosen = rating || unrated;
  if (choices.ratings.every(({ id }) => id !== chosen))
    reader.refuse(names.rating, t("Choose a rating from the list."));
  return chosen;
}

function readLanguage(reader: FieldReader, { language }: WorkValues, t: Translate): string {
  const tag = languageTag(language);
  if (tag === null) reader.refuse(names.language, t("Choose the language of the story from the list."));
  return tag ?? "";
}

function readExpected(
  reader: FieldReader,
  { chapters }: WorkValues,
  { publishedChapters }: WorkChoices,
  t: Translate,
): number | null {
  const wish = chapterWish.exec(chapters.trim());
  if (wish && wish[1] === undefined) return null;
  const count = Number(wish?.[1] ?? 0);
  if (count === 0)
    reader.refuse(names.chapters, t("Type the number of chapters, such as 12, or ? if you do not know yet."));
  else if (count < publishedChapters)
    reader.refuse(
      names.chapters,
      t(
        "{count, plural, one {# chapter is} other {# chapters are}} published already. Type {count} or more, or ? if you do not know yet.",
        { count: publishedChapters },
      ),
    );
  return count;
}

function readVisibility(reader: FieldReader, { visibility }: WorkValues, t: Translate) {
  const chosen = visibilities.find((each) => each === visibility);
  if (chosen === undefined) reader.refuse(names.visibility, t("Choose who may read it."));
  return chosen ?? "private";
}

/** What was answered; a form that does not ask changes nothing. */
function readAccess({ access }: WorkValues): Partial<WorkAccess> {
  const { searchEngines, aiCrawlers, commentsHeld } = access;
  const commentsFrom = commenters.find((each) => each === access.commentsFrom);
  return {
    ...(isAnswer(searchEngines) ? { searchEngines: searchEngines === "yes" } : {}),
    ...(isAnswer(aiCrawlers) ? { aiCrawlers: aiCrawlers === "yes" } : {}),
    ...(commentsFrom === undefined ? {} : { commentsFrom }),
    ...(isAnswer(commentsHeld) ? { commentsHeld: commentsHeld === "yes" } : {}),
  };
}

function readPermissions({ permissions }: WorkValues, choices: WorkChoices): WorkFields["permissions"] {
  return choices.permissions.flatMap(({ id }) => {
    const answer = permissionAnswers.find((each) => each === permissions[id]);
    return answer === undefined ? [] : { permissionId: id, answer };
  });
}

function isAnswer(typed: string): boolean {
  return typed === "yes" || typed === "no";
}

function readPseuds(
  reader: FieldReader,
  { pseuds }: WorkValues,
  choices: WorkChoices,
  t: Translate,
): string[] {
  const own = pseuds.filter((chosen) => choices.pseuds.some(({ id }) => id === chosen));
  if (own.length === 0)
    reader.refuse(names.pseuds, t("Choose at least one of your names for the work to be by."));
  return [...new Set(own)];
}

/** Names by role; a co-author who is one of the chosen pseuds is an author already. */
function readCredits(
  reader: FieldReader,
  values: WorkValues,
  choices: WorkChoices,
  t: Translate,
): WorkFields["credits"] {
  const authors = [
    ...choices.pseuds.filter(({ id }) => values.pseuds.includes(id)),
    ...choices.coAuthors,
  ].map(({ name }) => foldName(name));
  const refused = choices.refused.map(foldName);
  return creditRoles.flatMap((role) => {
    const typed = namesIn(reader, names.credit(role), creditLabel(t, role), values.credits[role], t);
    for (const name of typed)
      if (refused.includes(foldName(name)))
        reader.refuse(
          names.credit(role),
          t("{name} does not want to be named on this work, and cannot be asked again for a while.", {
            name,
          }),
        );
    return typed
      .filter((name) => role !== "author" || !authors.includes(foldName(name)))
      .map((name) => ({ role, name }));
  });
}

function readGifts(reader: FieldReader, values: WorkValues, t: Translate): WorkFields["gifts"] {
  const labels = workLabels(t);
  return values.gifts.flatMap((row, index) => {
    const [nameField, calledField] = [names.giftName(index), names.giftCalled(index)];
    const name = reader.line(nameField, labels.giftName, oneLine(row.name), lineCharacters);
    const addressedAs = reader.line(calledField, labels.giftCalled, oneLine(row.addressedAs), lineCharacters);
    if (name === "" && addressedAs !== "")
      reader.refuse(nameField, t("Say whom the gift is for, or leave both fields of this gift empty."));
    return name === "" ? [] : [{ name, addressedAs }];
  });
}

function namesIn(reader: FieldReader, field: string, label: string, typed: string, t: Translate): string[] {
  const list = readNames(typed);
  if (list.length > mostNames)
    reader.refuse(
      field,
      t("“{field}” has {count, number} names, and there is room for {most, number}.", {
        field: label,
        count: list.length,
        most: mostNames,
      }),
    );
  for (const name of list)
    if (name.length > lineCharacters)
      reader.refuse(
        field,
        t(
          "“{beginning}…” is longer than the {most, number} characters a name may have. Is a comma missing?",
          {
            beginning: name.slice(0, 40),
            most: lineCharacters,
          },
        ),
      );
  return list;
}

/** Not said, or not allowed: as it stands. */
function readAnonymous({ anonymous }: WorkValues, { mayBeAnonymous }: WorkChoices): boolean | undefined {
  if (anonymous === "no") return false;
  return anonymous === "yes" && mayBeAnonymous ? true : undefined;
}

function answerOf(typed: string | undefined): WarningAnswer {
  return typed === "yes" || typed === "no" ? typed : "unsaid";
}

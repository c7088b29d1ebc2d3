import { readNames, writeNames } from "../works/name-list.ts";
import type { ReviewChapterValues, ReviewValues } from "./review-values.ts";

/**
 * What stands in the fields after somebody decided anew.
 *
 * A field they left as the file filled it follows the new decisions; one they typed in stays as it is, except
 * that names newly accepted join a list of names and names taken back leave it.
 *
 * @param typed what the form brought
 * @param before how the file filled the fields under the decisions the form was made with
 * @param after the same under the new decisions
 */
export function followDecisions(
  typed: ReviewValues,
  before: ReviewValues,
  after: ReviewValues,
): ReviewValues {
  const ofWork = (name: WorkText) => followed(typed.work[name], before.work[name], after.work[name]);
  const credit = (role: keyof ReviewValues["work"]["credits"]) =>
    namesAfter(typed.work.credits[role], before.work.credits[role], after.work.credits[role]);
  const tagsAfter = (field: "tags" | "sideTags" | "mentionedTags") =>
    Object.fromEntries(
      Object.entries({ ...after.work[field], ...typed.work[field] }).map(([kind, names]) => [
        kind,
        namesAfter(names, before.work[field][kind] ?? "", after.work[field][kind] ?? ""),
      ]),
    );
  return {
    ...typed,
    work: {
      ...typed.work,
      title: ofWork("title"),
      summary: ofWork("summary"),
      notes: ofWork("notes"),
      endNotes: ofWork("endNotes"),
      disclaimer: ofWork("disclaimer"),
      dedication: ofWork("dedication"),
      conventions: ofWork("conventions"),
      rating:
        (typed.work.rating || "not-rated") === (before.work.rating || "not-rated")
          ? after.work.rating
          : typed.work.rating,
      language: ofWork("language"),
      chapters: ofWork("chapters"),
      credits: {
        author: credit("author"),
        beta: credit("beta"),
        artist: credit("artist"),
        translator: credit("translator"),
      },
      gifts: sameGifts(typed.work.gifts, before.work.gifts) ? after.work.gifts : typed.work.gifts,
      tags: tagsAfter("tags"),
      sideTags: tagsAfter("sideTags"),
      mentionedTags: tagsAfter("mentionedTags"),
      series: {
        title: followed(typed.work.series.title, before.work.series.title, after.work.series.title),
        number: followed(typed.work.series.number, before.work.series.number, after.work.series.number),
      },
      warnings: Object.fromEntries(
        Object.entries({ ...after.work.warnings, ...typed.work.warnings }).map(([id, answer]) => [
          id,
          answer === (before.work.warnings[id] ?? "unsaid") ? (after.work.warnings[id] ?? "unsaid") : answer,
        ]),
      ),
    },
    chapters: { ...typed.chapters, ...chaptersAfter(typed, before, after) },
    pictures: { ...after.pictures, ...typed.pictures },
  };
}

/** A chapter that is there no more keeps what was typed in it, for the case that it comes back. */
function chaptersAfter(
  typed: ReviewValues,
  before: ReviewValues,
  after: ReviewValues,
): ReviewValues["chapters"] {
  return Object.fromEntries(
    Object.entries(after.chapters).map(([key, values]) => {
      const [stands, stood] = [typed.chapters[key], before.chapters[key]];
      if (stands === undefined) return [key, values];
      if (stood === undefined) return [key, stands];
      const follow = (name: keyof ReviewChapterValues) =>
        stands[name] === stood[name] ? values[name] : stands[name];
      return [
        key,
        {
          title: follow("title"),
          summary: follow("summary"),
          notes: follow("notes"),
          endNotes: follow("endNotes"),
        },
      ];
    }),
  );
}

/** What was left as the file filled it follows; what was typed stays. */
function followed(typed: string, before: string, after: string): string {
  return typed === before ? after : typed;
}

type WorkText =
  | "title"
  | "summary"
  | "notes"
  | "endNotes"
  | "disclaimer"
  | "dedication"
  | "conventions"
  | "language"
  | "chapters";

function namesAfter(typed: string, before: string, after: string): string {
  if (typed === before) return after;
  const [were, are] = [readNames(before), readNames(after)];
  const stand = readNames(typed);
  const added = are.filter((name) => !were.includes(name) && !stand.includes(name));
  const takenBack = were.filter((name) => !are.includes(name));
  if (added.length === 0 && takenBack.length === 0) return typed;
  return writeNames([...stand.filter((name) => !takenBack.includes(name)), ...added]);
}

type Gifts = ReviewValues["work"]["gifts"];

/** The form always has a spare row; it is no change. */
function sameGifts(typed: Gifts, before: Gifts): boolean {
  const filled = typed.filter(({ name, addressedAs }) => name !== "" || addressedAs !== "");
  return JSON.stringify(filled) === JSON.stringify(before);
}

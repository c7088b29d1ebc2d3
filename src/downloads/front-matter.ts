import type { FactMark } from "../vocabulary/fact-marks.ts";
import type { Translate } from "../vocabulary/translate.ts";
import { bylineOf, creditLines, madeFromLines } from "./credits.ts";
import type { DownloadableWork, Gift, Permission, SeriesPlace, Warning } from "./downloadable-work.ts";
import { wellFormedLanguage } from "./language-tag.ts";
import { plainLine } from "./plain-line.ts";
import { marksOf, type Sentence, sentenceOf } from "./sentence.ts";

/** A label and what it says: "Rating", ["Teen"]. */
export type Fact = { label: string; values: Sentence[] };

/** A text of the author's that stands before or after the story; `html` is stored note HTML. */
export type Passage = {
  part: "summary" | "dedication" | "disclaimer" | "conventions" | "notes";
  heading: string;
  html: string;
};

/** What every format says before the story begins, already in words. */
export type FrontMatter = {
  title: string;
  /** "by A and B", or null when no author is named. */
  byline: Sentence | null;
  gifts: Sentence[];
  credits: Sentence[];
  facts: Fact[];
  passages: Passage[];
  /** Where the file came from and how old its text is. */
  provenance: string;
};

/**
 * Puts a work's credits, gift, warnings, tags, length and notes into words, once for all formats.
 *
 * @param locale the language of the labels
 */
export function frontMatter(work: DownloadableWork, t: Translate, locale: string): FrontMatter {
  return {
    title: titleOf(work, t),
    byline: bylineOf(work, t, locale),
    gifts: work.gifts.flatMap((gift) => giftLine(gift, t)),
    credits: [...madeFromLines(work, t, locale), ...creditLines(work, t, locale)],
    facts: facts(work, t, locale).filter((fact) => fact.values.length > 0),
    passages: passages(work, t).filter((passage) => passage.html.trim() !== ""),
    provenance: t("This story lives at {archive}, {url}. This copy holds it as it stood on {date}.", {
      archive: work.archiveName,
      url: work.url,
      date: day(work.updatedAt, locale),
    }),
  };
}

/** The title, or words for its absence: several formats refuse an empty one. */
export function titleOf(work: DownloadableWork, t: Translate): string {
  return plainLine(work.title) || t("Untitled");
}

/** `1/2` or `1/?`, as readers of serial stories write it. */
function chapterCount(work: DownloadableWork): string {
  return `${work.chaptersInAll ?? work.chapters.length}/${work.expectedChapters ?? "?"}`;
}

function giftLine(gift: Gift, t: Translate): Sentence[] {
  const receiver = marksOf("gift", [gift.name]);
  const addressedAs = marksOf("gift-as", [gift.addressedAs ?? ""]);
  if (receiver.length === 0) return [];
  if (addressedAs.length === 0 || gift.addressedAs === gift.name)
    return [sentenceOf([receiver], ([name = ""]) => t("A gift for {name}", { name }))];
  return [
    sentenceOf([receiver, addressedAs], ([name = "", called = ""]) =>
      t("A gift for {name}, here called {addressedAs}", { name, addressedAs: called }),
    ),
  ];
}

function facts(work: DownloadableWork, t: Translate, locale: string): Fact[] {
  return [
    { label: t("Rating"), values: eachAlone(marksOf("rating", [work.rating], work.ratingId)) },
    { label: t("Warnings"), values: work.warnings.flatMap((warning) => warningLine(warning, t)) },
    ...work.tags.flatMap(({ id, kind, names, side, mentioned }) => [
      { label: kind, values: eachAlone(marksOf("tag", names, id)) },
      { label: t("{kind}, on the side", { kind }), values: eachAlone(marksOf("tag-side", side, id)) },
      {
        label: t("{kind}, only mentioned", { kind }),
        values: eachAlone(marksOf("tag-mention", mentioned, id)),
      },
    ]),
    { label: t("Series"), values: work.series.flatMap((place) => seriesLine(place, t)) },
    { label: t("Categories"), values: eachAlone(marksOf("category", work.categories)) },
    {
      label: t("Permissions"),
      values: work.permissions.flatMap((permission) => permissionLine(permission, t)),
    },
    { label: t("Language"), values: languageName(work.language, locale) },
    { label: t("Length"), values: eachAlone(marksOf("length", [lengthLine(work, t)], lengthValue(work))) },
    { label: t("Published"), values: [[day(work.publishedAt, locale)]] },
    { label: t("Last changed"), values: [[day(work.updatedAt, locale)]] },
  ];
}

function eachAlone(marks: FactMark[]): Sentence[] {
  return marks.map((mark) => [mark]);
}

function warningLine({ name, answer }: Warning, t: Translate): Sentence[] {
  return marksOf(`warning-${answer}`, [name]).map((mark) =>
    sentenceOf([[mark]], ([warning = ""]) => warningSentence(warning, answer, t)),
  );
}

function warningSentence(warning: string, answer: Warning["answer"], t: Translate): string {
  switch (answer) {
    case "yes":
      return t("{warning}: yes", { warning });
    case "no":
      return t("{warning}: no", { warning });
    case "unsaid":
      return t("{warning}: not saying", { warning });
  }
}

function permissionLine({ name, answer }: Permission, t: Translate): Sentence[] {
  return marksOf(`permission-${answer}`, [name]).map((mark) =>
    sentenceOf([[mark]], ([permission = ""]) => permissionSentence(permission, answer, t)),
  );
}

function permissionSentence(permission: string, answer: Permission["answer"], t: Translate): string {
  switch (answer) {
    case "yes":
      return t("{permission}: yes", { permission });
    case "ask":
      return t("{permission}: ask first", { permission });
    case "no":
      return t("{permission}: no", { permission });
  }
}

/** "Part 2 of Letters Never Sent" */
function seriesLine({ title, number }: SeriesPlace, t: Translate): Sentence[] {
  return marksOf("series", [title], String(number)).map((mark) =>
    sentenceOf([[mark]], ([series = ""]) => t("Part {number, number} of {series}", { number, series })),
  );
}

function lengthLine(work: DownloadableWork, t: Translate): string {
  const values = { words: work.words, chapters: chapterCount(work) };
  return work.complete
    ? t("{words, plural, one {# word} other {# words}}, chapters {chapters}, complete", values)
    : t("{words, plural, one {# word} other {# words}}, chapters {chapters}, not complete yet", values);
}

function lengthValue(work: DownloadableWork): string {
  return `${chapterCount(work)} ${work.complete ? "complete" : "unfinished"}`;
}

function passages(work: DownloadableWork, t: Translate): Passage[] {
  return [
    { part: "summary", heading: t("Summary"), html: work.summary },
    { part: "dedication", heading: t("Dedication"), html: work.dedication },
    { part: "disclaimer", heading: t("Disclaimer"), html: work.disclaimer },
    { part: "conventions", heading: t("How to read this"), html: work.conventions },
    { part: "notes", heading: t("Notes"), html: work.notes },
  ];
}

function languageName(tag: string, locale: string): Sentence[] {
  const language = wellFormedLanguage(tag);
  return language === "und"
    ? []
    : eachAlone(marksOf("language", [nameOfLanguage(language, locale)], language));
}

function nameOfLanguage(language: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(language) ?? language;
  } catch {
    // A well-formed tag with extensions ("en-x-pirate") has no name of its own.
    return language;
  }
}

/** A date without its hour, in UTC: a file is the same whoever's machine makes it. */
function day(time: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(time);
}

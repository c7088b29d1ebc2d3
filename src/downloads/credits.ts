import type { FactMark } from "../vocabulary/fact-marks.ts";
import type { Translate } from "../vocabulary/translate.ts";
import { claims } from "../works/related.ts";
import type { CreatorRole, DownloadableWork, MadeFrom } from "./downloadable-work.ts";
import { wellFormedLanguage } from "./language-tag.ts";
import { plainLines } from "./plain-line.ts";
import { listOf, marksOf, type Sentence, sentenceOf } from "./sentence.ts";

/** The names of everyone in one of these roles, in the order the work gives them, each once. */
export function namesOf(work: DownloadableWork, roles: CreatorRole[]): string[] {
  return plainLines(work.creators.filter(({ role }) => roles.includes(role)).map(({ name }) => name));
}

/** "A, B and C" as the reader's language says it. */
export function nameList(names: string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}

/** "by A and B", or null when no author is named. */
export function bylineOf(work: DownloadableWork, t: Translate, locale: string): Sentence | null {
  const names = namesOf(work, ["author", "co-author"]);
  const authors = namesOf(work, ["author"]);
  const marks = names.map(
    (words): FactMark => ({ fact: authors.includes(words) ? "author" : "co-author", words }),
  );
  return marks.length === 0
    ? null
    : sentenceOf([listOf(marks, locale)], ([list = ""]) => t("by {names}", { names: list }));
}

/** One thanking line for each role besides the authors', e.g. "Beta read by megan_peta". */
export function creditLines(work: DownloadableWork, t: Translate, locale: string): Sentence[] {
  const lines: ["translator" | "artist" | "beta", (names: string) => string][] = [
    ["translator", (names) => t("Translated by {names}", { names })],
    ["artist", (names) => t("Art by {names}", { names })],
    ["beta", (names) => t("Beta read by {names}", { names })],
  ];
  return lines.flatMap(([role, say]) => {
    const marks = marksOf(role, namesOf(work, [role]));
    return marks.length === 0 ? [] : [sentenceOf([listOf(marks, locale)], ([list = ""]) => say(list))];
  });
}

/** What the work is made of, a line each: "A translation of Letters by Rook, https://…". */
export function madeFromLines(work: DownloadableWork, t: Translate, locale: string): Sentence[] {
  return work.madeFrom.flatMap((other) => {
    const named = otherWork(other, t, locale);
    return named === null
      ? []
      : [sentenceOf([named], ([place = ""]) => t(claims[other.kind], { work: place }))];
  });
}

function otherWork(
  { kind, title, language, names, anonymous, address }: MadeFrom,
  t: Translate,
  locale: string,
): Sentence | null {
  const titled = marksOf(`related-${kind}`, [title], wellFormedLanguage(language));
  if (titled.length === 0) return null;
  const by = marksOf("related-by", names);
  const signed: Sentence =
    by.length > 0
      ? sentenceOf([titled, listOf(by, locale)], ([work = "", list = ""]) =>
          t("{title} by {names}", { title: work, names: list }),
        )
      : anonymous
        ? sentenceOf([titled], ([work = ""]) => t("{title} by Anonymous", { title: work }))
        : titled;
  const at = marksOf("related-at", [address]);
  return at.length === 0
    ? signed
    : sentenceOf([signed, at], ([work = "", place = ""]) => t("{work}, {address}", { work, address: place }));
}

import { knownLabel, type LabelField } from "../header/labels.ts";
import { languageNamed } from "../header/language-names.ts";
import { listedNames } from "../header/names.ts";
import { ratingOf } from "../header/ratings.ts";
import type { NewRecognition } from "../reading-draft.ts";
import type { CreatorRole, TagField } from "../recognised-fields.ts";

const tagFields: Partial<Record<LabelField, TagField>> = {
  fandom: "fandoms",
  characters: "characters",
  pairing: "relationships",
  genre: "additionalTags",
  category: "categories",
};

/** What a labelled line of an older file's title leaf says, in English (marked-facts.ts reads the newer); nothing when it says only when and how long. */
export function sayingsOfFact(label: string, values: string[]): NewRecognition[] {
  if (/^length$/iu.test(label)) return sayingsOfLength(values.join(" "));
  const field = knownLabel(label)?.field;
  const tag = field && tagFields[field];
  if (tag) return values.map((name): NewRecognition => ({ field: tag, name, from: name }));
  if (field === "warnings") return sayingsOfWarnings(values);
  const rating = field === "rating" ? ratingOf(values.join(" ")) : null;
  if (rating) return [{ field: "rating", ...rating }];
  const language = field === "language" ? languageNamed(values.join(" ")) : null;
  return language ? [{ field: "language", tag: language }] : [];
}

function sayingsOfLength(words: string): NewRecognition[] {
  const [, expected] = /\d+\/(\d+|\?)/u.exec(words) ?? [];
  if (expected === undefined) return [];
  return [
    { field: "expectedChapters", number: expected === "?" ? null : Number(expected) },
    { field: "complete", complete: !/not complete/iu.test(words) },
  ];
}

function sayingsOfWarnings(values: string[]): NewRecognition[] {
  const answers = values.map((value) => /^(.*): (yes|no|not saying)$/su.exec(value) ?? [value, value, "yes"]);
  const given = answers.filter(([, , answer]) => answer === "yes");
  if (given.length > 0) return given.map(([, words = ""]): NewRecognition => ({ field: "warnings", words }));
  const [first] = answers;
  if (!first) return [];
  const says = answers.some(([, , answer]) => answer === "not saying") ? "unsaid" : "none";
  return [{ field: "warnings", words: first[0] ?? "", says }];
}

const credits: [RegExp, CreatorRole][] = [
  [/^by\s+(.*)$/su, "author"],
  [/^Translated by\s+(.*)$/su, "translator"],
  [/^Art by\s+(.*)$/su, "artist"],
  [/^Beta read by\s+(.*)$/su, "beta"],
];
const gift = /^A gift for (.*?)(?:, here called (.*))?$/su;

/** Whom a line of names thanks, and for what. */
export function sayingsOfCredit(line: string): NewRecognition[] {
  for (const [pattern, role] of credits) {
    const names = pattern.exec(line)?.[1];
    if (names !== undefined)
      return listedNames(names).map((name): NewRecognition => ({ field: "creators", role, name }));
  }
  const [, name, addressedAs = null] = gift.exec(line) ?? [];
  return name === undefined ? [] : [{ field: "gifts", name, addressedAs }];
}

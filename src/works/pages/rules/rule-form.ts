import type { Member } from "../../../people/person.ts";
import type { Reader } from "../../../plumbing/database/reader-writer.ts";
import type { FormValues } from "../../../plumbing/http/form-values.ts";
import type { FieldErrors } from "../../../vocabulary/errors.ts";
import { foldName } from "../../../vocabulary/fold-name.ts";
import { looksLikeId } from "../../../vocabulary/ids.ts";
import type { Translate } from "../../../vocabulary/translate.ts";
import type { RuleFields } from "../../change-rules.ts";
import { languageTag } from "../../languages.ts";
import { oneLine, readNames, writeNames } from "../../name-list.ts";
import { bearings, noParts, partsShape, type Rule, type RuleParts } from "../../reader-rules.ts";
import type { FindTags, RuleNames } from "./rule-names.ts";
import "../../../people/pseuds.ts";

/** The form of a rule as it stands, every field as typed. */
export type TypedRule = {
  name: string;
  manner: string;
  tags: string;
  bearing: string;
  writers: string;
  works: string[];
  languages: string[];
  languagesBut: string;
  fewerWords: string;
  moreWords: string;
  moreFandoms: string;
  unsaid: string[];
  staleYears: string;
  unlessTags: string;
  unlessWriters: string;
  unlessWorks: string[];
};

/** The most characters of a rule's name. */
export const mostNameCharacters = 80;

/** A rule in the fields of its form. What has no name here any more is left out, and goes when the form is saved. */
export function typedRule(rule: Pick<Rule, "name" | "manner" | "parts">, names: RuleNames): TypedRule {
  const { parts } = rule;
  const tags = (ids: readonly string[]) =>
    writeNames([...new Set(ids.flatMap((id) => names.tags.get(id)?.name ?? []))]);
  const writers = (ids: readonly string[]) => writeNames(ids.flatMap((id) => names.writers.get(id) ?? []));
  const number = (value: number | null) => (value === null ? "" : String(value));
  return {
    name: rule.name,
    manner: rule.manner,
    tags: tags(parts.tags),
    bearing: parts.bearing,
    writers: writers(parts.writers),
    works: parts.works,
    languages: parts.languagesBut.length > 0 ? parts.languagesBut : parts.languages,
    languagesBut: parts.languagesBut.length > 0 ? "yes" : "",
    fewerWords: number(parts.fewerWords),
    moreWords: number(parts.moreWords),
    moreFandoms: number(parts.moreFandoms),
    unsaid: parts.unsaid,
    staleYears: number(parts.staleYears),
    unlessTags: tags(parts.unlessTags),
    unlessWriters: writers(parts.unlessWriters),
    unlessWorks: parts.unlessWorks,
  };
}

/** A new rule's form. */
export const emptyRule: TypedRule = typedRule(
  { name: "", manner: "fold", parts: noParts },
  { tags: new Map(), writers: new Map(), works: new Map(), warnings: [] },
);

/** The fields as they were sent. */
export function typedIn(form: FormValues): TypedRule {
  const text = (name: string) => form.text(name);
  return {
    name: oneLine(text("name")),
    manner: text("manner"),
    tags: text("tags"),
    bearing: text("bearing"),
    writers: text("writers"),
    works: form.all("works").filter(looksLikeId),
    languages: form.all("languages").filter((tag) => tag !== ""),
    languagesBut: text("languages-but"),
    fewerWords: text("fewer-words"),
    moreWords: text("more-words"),
    moreFandoms: text("more-fandoms"),
    unsaid: form.all("unsaid"),
    staleYears: text("stale-years"),
    unlessTags: text("unless-tags"),
    unlessWriters: text("unless-writers"),
    unlessWorks: form.all("unless-works").filter(looksLikeId),
  };
}

/** A rule, or a sentence for each field that cannot be. */
export async function readRule(
  reader: Reader,
  member: Member,
  findTags: FindTags,
  typed: TypedRule,
  t: Translate,
): Promise<{ fields: RuleFields } | { errors: FieldErrors }> {
  const errors: FieldErrors = {};
  const tags = async (field: string, names: string) => {
    const { ids, unknown } = await tagsNamed(reader, member, findTags, readNames(names));
    if (unknown.length > 0)
      errors[field] = t("No story here has this tag: {names}.", { names: unknown.join(", ") });
    return ids;
  };
  const writers = async (field: string, names: string) => {
    const { ids, unknown } = await writersNamed(reader, readNames(names));
    if (unknown.length > 0)
      errors[field] = t("Nobody here writes as {names}.", { names: unknown.join(", ") });
    return ids;
  };
  const number = (field: string, text: string, least: number, most: number) => {
    const digits = text.replace(/[\s.,_’']/gu, "");
    if (digits === "") return null;
    const value = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
    if (value >= least && value <= most) return value;
    errors[field] = t("A whole number from {least, number} to {most, number}, please.", { least, most });
    return null;
  };
  const languages = typed.languages.flatMap((tag) => languageTag(tag) ?? []);
  const parts: RuleParts = {
    tags: await tags("tags", typed.tags),
    bearing: bearings.find((bearing) => bearing === typed.bearing) ?? "has",
    writers: await writers("writers", typed.writers),
    works: typed.works,
    languages: typed.languagesBut === "yes" ? [] : languages,
    languagesBut: typed.languagesBut === "yes" ? languages : [],
    fewerWords: number("fewer-words", typed.fewerWords, 1, 999_999_999),
    moreWords: number("more-words", typed.moreWords, 1, 999_999_999),
    moreFandoms: number("more-fandoms", typed.moreFandoms, 1, 250),
    unsaid: typed.unsaid,
    staleYears: number("stale-years", typed.staleYears, 1, 100),
    unlessTags: await tags("unless-tags", typed.unlessTags),
    unlessWriters: await writers("unless-writers", typed.unlessWriters),
    unlessWorks: typed.unlessWorks,
  };
  if (typed.name.length > mostNameCharacters)
    errors.name = t("At most {count, plural, one {# character} other {# characters}}.", {
      count: mostNameCharacters,
    });
  const read = partsShape.safeParse(parts);
  if (!read.success) errors.tags ??= t("That is more than one rule can hold. Make several of it.");
  else if (Object.keys(errors).length === 0 && saysNothing(parts))
    errors.tags = t("Say what to hide: a tag, a writer, a language, a length, or one of the others.");
  if (Object.keys(errors).length > 0 || !read.success) return { errors };
  return {
    fields: { name: typed.name, manner: typed.manner === "hide" ? "hide" : "fold", parts: read.data },
  };
}

/** Whether a rule hides nothing whatever there is. */
export function saysNothing(parts: RuleParts): boolean {
  const { tags, writers, works, languages, languagesBut, unsaid } = parts;
  const lists = [tags, writers, works, languages, languagesBut, unsaid];
  const bounds = [parts.fewerWords, parts.moreWords, parts.moreFandoms, parts.staleYears];
  return lists.every((list) => list.length === 0) && bounds.every((bound) => bound === null);
}

/** The tags some names mean, of every kind that has one of that name; what does not exist for the member is unknown. */
export async function tagsNamed(
  reader: Reader,
  member: Member,
  findTags: FindTags,
  names: readonly string[],
  kindId?: string,
): Promise<{ ids: string[]; unknown: string[] }> {
  const wanted = names.slice(0, mostTyped);
  if (wanted.length === 0) return { ids: [], unknown: [] };
  const rows = await reader
    .selectFrom("tags")
    .select(["id", "name_key as key"])
    .where(
      "name_key",
      "in",
      wanted.map((name) => foldName(name)),
    )
    .$if(kindId !== undefined, (query) => query.where("kind_id", "=", kindId ?? ""))
    .execute();
  const visible = await findTags(
    reader,
    member,
    rows.map(({ id }) => id),
  );
  const known = rows.filter(({ id }) => visible.has(id));
  const keys = new Set(known.map(({ key }) => key));
  return {
    ids: known.map(({ id }) => id),
    unknown: wanted.filter((name) => !keys.has(foldName(name))),
  };
}

/** The pseuds some names are. */
export async function writersNamed(
  reader: Reader,
  names: readonly string[],
): Promise<{ ids: string[]; unknown: string[] }> {
  const wanted = names.slice(0, mostTyped);
  if (wanted.length === 0) return { ids: [], unknown: [] };
  const rows = await reader
    .selectFrom("pseuds")
    .select(["id", "name_key as key"])
    .where(
      "name_key",
      "in",
      wanted.map((name) => foldName(name)),
    )
    .execute();
  const known = new Set(rows.map(({ key }) => key));
  return { ids: rows.map(({ id }) => id), unknown: wanted.filter((name) => !known.has(foldName(name))) };
}

/** Nobody types more names into one field. */
const mostTyped = 500;

import type { Page } from "../../../ui/page.ts";
import { languageName } from "../../language-name.ts";
import type { Rule, RuleParts } from "../../reader-rules.ts";
import type { RuleNames } from "./rule-names.ts";

/** Names told of one part of a rule; the rest is a number. */
const mostTold = 6;

/** What a rule is about, in one sentence: "Tagged “Angst” or by Rook; unless tagged “Fluff”." */
export function ruleSentence(page: Page, parts: RuleParts, names: RuleNames): string {
  const { t, locale } = page;
  const or = (clauses: readonly string[]) =>
    new Intl.ListFormat(locale, { type: "disjunction" }).format(clauses);
  const hidden = clausesOf(page, parts, names);
  const unless = exceptionsOf(page, parts, names);
  if (hidden.length === 0) return t("Nothing yet.");
  return unless.length === 0
    ? t("Works {clauses}.", { clauses: or(hidden) })
    : t("Works {clauses}; but none {exceptions}.", { clauses: or(hidden), exceptions: or(unless) });
}

/** What a rule is called: its name, or what it is about. */
export function ruleTitle(
  page: Page,
  { name, parts }: Pick<Rule, "name" | "parts">,
  names: RuleNames,
): string {
  return name === "" ? ruleSentence(page, parts, names) : name;
}

function clausesOf(page: Page, parts: RuleParts, names: RuleNames): string[] {
  const { t, locale } = page;
  const languages = (ids: readonly string[]) => told(page, ids, (id) => languageName(id, locale), false);
  const clauses = [
    parts.tags.length > 0 && taggedClause(page, parts, names),
    parts.writers.length > 0 && t("by {names}", { names: told(page, parts.writers, writerIn(names)) }),
    parts.works.length > 0 && t("picked one by one ({count, number})", { count: parts.works.length }),
    parts.languages.length > 0 && t("written in {languages}", { languages: languages(parts.languages) }),
    parts.languagesBut.length > 0 &&
      t("written in anything but {languages}", { languages: languages(parts.languagesBut) }),
    parts.fewerWords !== null &&
      t("of fewer than {count, plural, one {# word} other {# words}}", { count: parts.fewerWords }),
    parts.moreWords !== null &&
      t("of more than {count, plural, one {# word} other {# words}}", { count: parts.moreWords }),
    parts.moreFandoms !== null &&
      t("in more than {count, plural, one {# fandom} other {# fandoms}}", { count: parts.moreFandoms }),
    parts.unsaid.length > 0 &&
      t("that say nothing of {names}", {
        names: told(page, parts.unsaid, (id) => names.warnings.find((one) => one.id === id)?.name),
      }),
    parts.staleYears !== null &&
      t("unfinished, with nothing new for {years, plural, one {a year} other {# years}}", {
        years: parts.staleYears,
      }),
  ];
  return clauses.filter((clause) => clause !== false);
}

function taggedClause(page: Page, parts: RuleParts, names: RuleNames): string {
  const { t } = page;
  const tags = told(page, parts.tags, tagIn(names));
  switch (parts.bearing) {
    case "main":
      return t("mainly about {tags}", { tags });
    case "mentions":
      return t("that have or mention {tags}", { tags });
    default:
      return t("tagged {tags}", { tags });
  }
}

function exceptionsOf(page: Page, parts: RuleParts, names: RuleNames): string[] {
  const { t } = page;
  return [
    parts.unlessTags.length > 0 && t("tagged {tags}", { tags: told(page, parts.unlessTags, tagIn(names)) }),
    parts.unlessWriters.length > 0 &&
      t("by {names}", { names: told(page, parts.unlessWriters, writerIn(names)) }),
    parts.unlessWorks.length > 0 &&
      t("picked one by one ({count, number})", { count: parts.unlessWorks.length }),
  ].filter((clause) => clause !== false);
}

function tagIn({ tags }: RuleNames): (id: string) => string | undefined {
  return (id) => tags.get(id)?.name;
}

function writerIn({ writers }: RuleNames): (id: string) => string | undefined {
  return (id) => writers.get(id);
}

/** Some names, the first few in words; what has no name here any more is told as a number. */
function told(
  page: Page,
  ids: readonly string[],
  nameOf: (id: string) => string | undefined,
  inQuotes = true,
): string {
  const { t, locale } = page;
  const known = [...new Set(ids.flatMap((id) => nameOf(id) ?? []))];
  const shown = known.slice(0, mostTold).map((name) => (inQuotes ? t("“{name}”", { name }) : name));
  const rest = ids.length - shown.length;
  const more = rest > 0 ? [t("{count, plural, one {# more} other {# more}}", { count: rest })] : [];
  return new Intl.ListFormat(locale, { type: "disjunction" }).format([...shown, ...more]);
}

import { fandomKind } from "../tags/tags.ts";
import { formatDate } from "../ui/formats.ts";
import type { Translate } from "../vocabulary/translate.ts";
import { languageName } from "../works/language-name.ts";
import type { FilterNames } from "./filter-names.ts";
import type { Range, WorkFilter } from "./work-filter.ts";

/** The reader's language, for names, numbers and lists. */
export type Speaker = { t: Translate; locale: string };

/** What a name in the sentence is, for those who set it apart from the words around it. */
export type NameSort = "fandom" | "name";

/** Gives a name as it is to stand in the sentence. */
export type MarkName = (name: string, sort: NameSort) => string;

/**
 * What a filter asks for, in one plain sentence without a full stop: "Complete works in Dracula with Mina Harker,
 * without major character death, 5,000 to 40,000 words, newest first". What has no name is not spoken of
 * (`knownParts` leaves it out beforehand).
 *
 * @param mark sets names apart, so that a page can put them in italics; plain when left out
 */
export function filterSentence(
  { t, locale }: Speaker,
  filter: WorkFilter,
  names: FilterNames,
  mark: MarkName = (name) => name,
): string {
  const say = partsOfSpeech({ t, locale }, names, mark);
  const fandoms = filter.all.filter((id) => names.tags.get(id)?.kindId === fandomKind);
  const others = filter.all.filter((id) => !fandoms.includes(id));
  const given = (text: string) => (text === "" ? "no" : "yes");
  const inFandoms = say.tags(fandoms, "and");
  const withTags = say.tags(others, "and");
  const byWriters = say.writers(filter.writers, "and");
  const subject = t(
    "{state, select, yes {Complete works} no {Unfinished works} other {Works}}" +
      "{hasFandoms, select, yes { in {fandoms}} other {}}" +
      "{hasTags, select, yes { with {tags}} other {}}" +
      "{hasWriters, select, yes { by {writers}} other {}}",
    {
      state: filter.complete === null ? "any" : filter.complete ? "yes" : "no",
      hasFandoms: given(inFandoms),
      fandoms: inFandoms,
      hasTags: given(withTags),
      tags: withTags,
      hasWriters: given(byWriters),
      writers: byWriters,
    },
  );
  const clauses = [
    ...filter.any.map((group) => t("with {names}", { names: say.tags(group, "or") })),
    filter.none.length > 0 && t("without {names}", { names: say.tags(filter.none, "or") }),
    filter.ratings.length > 0 && t("rated {names}", { names: say.rows(names.ratings, filter.ratings) }),
    filter.notRatings.length > 0 &&
      t("not rated {names}", { names: say.rows(names.ratings, filter.notRatings) }),
    ...say.warnings(filter),
    filter.categories.length > 0 &&
      t("in the category {names}", { names: say.rows(names.categories, filter.categories) }),
    filter.notCategories.length > 0 &&
      t("not in the category {names}", { names: say.rows(names.categories, filter.notCategories) }),
    filter.languages.length > 0 && t("in {languages}", { languages: say.languages(filter.languages) }),
    filter.notLanguages.length > 0 &&
      t("not in {languages}", { languages: say.languages(filter.notLanguages) }),
    filter.notWriters.length > 0 && t("not by {names}", { names: say.writers(filter.notWriters, "or") }),
    filter.crossovers === "out" && t("no crossovers"),
    filter.crossovers === "only" && t("crossovers only"),
    filter.onlyPairing && t("with one relationship only"),
    say.words(filter.words),
    say.chapters(filter.chapters),
    say.posted(filter.posted),
    say.updated(filter.updated),
    orderClause(t, filter),
  ].filter((clause) => clause !== false && clause !== null);
  return new Intl.ListFormat(locale, { type: "unit" }).format([subject, ...clauses]);
}

/** How the list is ordered, in words: "newest first". */
export function orderClause(t: Translate, { sort, descending }: WorkFilter): string {
  switch (sort) {
    case "updated":
      return descending ? t("newest first") : t("longest without news first");
    case "posted":
      return descending ? t("last posted first") : t("oldest first");
    case "words":
      return descending ? t("longest first") : t("shortest first");
    case "title":
      return descending ? t("by title, from the end") : t("by title");
    case "author":
      return descending ? t("by writer, from the end") : t("by writer");
    case "kudos":
      return descending ? t("most kudos first") : t("fewest kudos first");
    case "comments":
      return descending ? t("most comments first") : t("fewest comments first");
    case "bookmarks":
      return descending ? t("most bookmarks first") : t("fewest bookmarks first");
    case "hits":
      return descending ? t("most read first") : t("least read first");
    case "relevance":
      return descending ? t("best match first") : t("worst match first");
    case "random":
      return t("in random order");
  }
}

function partsOfSpeech({ t, locale }: Speaker, names: FilterNames, mark: MarkName) {
  const kindOrder = new Map(names.kinds.map(({ id }, index) => [id, index]));
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const join = (said: string[], how: "and" | "or") =>
    new Intl.ListFormat(locale, { type: how === "and" ? "conjunction" : "disjunction" }).format(said);
  const tags = (ids: readonly string[], how: "and" | "or") => {
    const known = ids.flatMap((id) => names.tags.get(id) ?? []);
    const place = (kindId: string) => kindOrder.get(kindId) ?? kindOrder.size;
    known.sort((one, other) => place(one.kindId) - place(other.kindId) || compare(one.name, other.name));
    return join(
      known.map(({ name, kindId }) => mark(name, kindId === fandomKind ? "fandom" : "name")),
      how,
    );
  };
  const writers = (ids: readonly string[], how: "and" | "or") => {
    const known = ids.flatMap((id) => names.writers.get(id) ?? []).sort(compare);
    return join(
      known.map((name) => mark(name, "name")),
      how,
    );
  };
  /** In the owner's order. */
  const rows = (all: readonly { id: string; name: string }[], ids: readonly string[]) =>
    join(
      all.filter(({ id }) => ids.includes(id)).map(({ name }) => mark(name, "name")),
      "or",
    );
  const languages = (tags: readonly string[]) =>
    join(
      tags.map((tag) => languageName(tag, locale)),
      "or",
    );
  const warnings = ({ warnings }: WorkFilter) =>
    names.warnings.flatMap(({ id, name }) =>
      warnings
        .filter((wish) => wish.id === id)
        .map(({ answer, is }) =>
          t(
            "{wish, select, yes {with {warning}} notyes {without {warning}} no {where the writer says there is no {warning}} notno {where the writer does not rule out {warning}} unsaid {where the writer does not say about {warning}} other {where the writer says about {warning}}}",
            { wish: is ? answer : `not${answer}`, warning: mark(name, "name") },
          ),
        ),
    );
  const range = ({ least, most }: Range, between: string, atLeast: string, atMost: string) => {
    if (least === null && most === null) return null;
    if (least === null) return t(atMost, { most: most ?? 0 });
    return most === null ? t(atLeast, { least }) : t(between, { least, most, one: String(least === most) });
  };
  const days = ({ least, most }: Range, between: string, since: string, until: string) => {
    if (least === null && most === null) return null;
    const first = formatDate(least ?? 0, locale);
    const last = formatDate(most ?? 0, locale);
    if (least === null) return t(until, { last });
    return most === null
      ? t(since, { first })
      : t(between, { first, last, one: first === last ? "yes" : "no" });
  };
  return {
    tags,
    writers,
    rows,
    languages,
    warnings,
    words: (words: Range) =>
      range(
        words,
        "{one, select, true {exactly {most, plural, one {# word} other {# words}}} other {{least, number} to {most, plural, one {# word} other {# words}}}}",
        "at least {least, plural, one {# word} other {# words}}",
        "at most {most, plural, one {# word} other {# words}}",
      ),
    chapters: (chapters: Range) =>
      range(
        chapters,
        "{one, select, true {exactly {most, plural, one {# chapter} other {# chapters}}} other {{least, number} to {most, plural, one {# chapter} other {# chapters}}}}",
        "at least {least, plural, one {# chapter} other {# chapters}}",
        "at most {most, plural, one {# chapter} other {# chapters}}",
      ),
    posted: (posted: Range) =>
      days(
        posted,
        "{one, select, yes {posted on {first}} other {posted from {first} to {last}}}",
        "posted since {first}",
        "posted until {last}",
      ),
    updated: (updated: Range) =>
      days(
        updated,
        "{one, select, yes {updated on {first}} other {updated from {first} to {last}}}",
        "updated since {first}",
        "updated until {last}",
      ),
  };
}

import { fandomKind } from "../tags/tags.ts";
import type { Translate } from "../vocabulary/translate.ts";
import type { FilterNames } from "./filter-names.ts";
import { orderClause } from "./order-clause.ts";
import { rangeClauses } from "./range-clauses.ts";
import { type MarkName, sentenceNames } from "./sentence-names.ts";
import type { Speaker } from "./speaker.ts";
import { wordsAndPhrases } from "./text-words.ts";
import type { WorkFilter } from "./work-filter.ts";

/**
 * What a filter asks for, in one plain sentence without a full stop: "Complete works in Dracula with Mina Harker as a
 * main character, without major character death, 5,000 to 40,000 words, newest first". What has no name is not spoken
 * of (`knownParts` leaves it out beforehand).
 *
 * @param mark sets names apart, so that a page can put them in italics; plain when left out
 */
export function filterSentence(
  { t, locale }: Speaker,
  filter: WorkFilter,
  names: FilterNames,
  mark: MarkName = (name) => name,
): string {
  const say = sentenceNames(locale, names, mark);
  const isFandom = (id: string) => names.tags.get(id)?.kindId === fandomKind;
  const notFandom = (id: string) => !isFandom(id);
  const others = say.tags(filter.all.filter(notFandom), "and");
  // The first of these is part of what is spoken of, the rest is said of it.
  const [withFirst = "", ...withMore] = [
    others !== "" && t("with {names}", { names: others }),
    ...mainClauses(t, filter, names, say.tags),
  ].filter((clause) => clause !== false);
  const clause = (ids: readonly unknown[], make: () => string) => (ids.length > 0 ? make() : null);
  const clauses = [
    ...withMore,
    ...filter.any.map((group) => t("with {names}", { names: say.tags(group, "or") })),
    clause(filter.mentioned, () =>
      t("at least mentioning {names}", { names: say.tags(filter.mentioned, "and") }),
    ),
    clause(filter.none, () => t("without {names}", { names: say.tags(filter.none, "or") })),
    clause(filter.notMentioned, () =>
      t("not even mentioning {names}", { names: say.tags(filter.notMentioned, "or") }),
    ),
    textClause({ t, locale }, filter.text, mark),
    clause(filter.giftsTo, () =>
      t("gifts to {names}", { names: say.named(names.recipients, filter.giftsTo, "or") }),
    ),
    clause(filter.series, () =>
      t("in the series {names}", { names: say.named(names.series, filter.series, "or") }),
    ),
    clause(filter.ratings, () => t("rated {names}", { names: say.rows(names.ratings, filter.ratings) })),
    clause(filter.notRatings, () =>
      t("not rated {names}", { names: say.rows(names.ratings, filter.notRatings) }),
    ),
    ...warningClauses(t, filter, names, mark),
    clause(filter.categories, () =>
      t("in the category {names}", { names: say.rows(names.categories, filter.categories) }),
    ),
    clause(filter.notCategories, () =>
      t("not in the category {names}", { names: say.rows(names.categories, filter.notCategories) }),
    ),
    clause(filter.languages, () => t("in {languages}", { languages: say.languages(filter.languages) })),
    clause(filter.notLanguages, () =>
      t("not in {languages}", { languages: say.languages(filter.notLanguages) }),
    ),
    clause(filter.notWriters, () =>
      t("not by {names}", { names: say.named(names.writers, filter.notWriters, "or") }),
    ),
    filter.crossovers === "out" ? t("no crossovers") : null,
    filter.crossovers === "only" ? t("crossovers only") : null,
    filter.onlyPairing ? t("with one relationship only") : null,
    filter.pictures === null ? null : filter.pictures ? t("with pictures") : t("without pictures"),
    filter.audio === null ? null : filter.audio ? t("with sound") : t("without sound"),
    ...rangeClauses({ t, locale }, filter),
    orderClause(t, filter),
  ].filter((clause) => clause !== null);
  const subject = subjectOf(t, filter, {
    fandoms: say.tags(filter.all.filter(isFandom), "and"),
    mainFandoms: say.tags(filter.main.filter(isFandom), "and"),
    withFirst,
    writers: say.named(names.writers, filter.writers, "and"),
  });
  return new Intl.ListFormat(locale, { type: "unit" }).format([subject, ...clauses]);
}

/** What is spoken of: the works, where they play, whom they are about and by whom they are. */
function subjectOf(
  t: Translate,
  filter: WorkFilter,
  said: { fandoms: string; mainFandoms: string; withFirst: string; writers: string },
): string {
  const given = (text: string) => (text === "" ? "no" : "yes");
  return t(
    "{state, select, yes {Complete works} no {Unfinished works} other {Works}}" +
      "{hasFandoms, select, yes { in {fandoms}} other {}}" +
      "{hasMainFandoms, select, yes { mainly in {mainFandoms}} other {}}" +
      "{hasWith, select, yes { {withFirst}} other {}}" +
      "{hasWriters, select, yes { by {writers}} other {}}",
    {
      state: filter.complete === null ? "any" : filter.complete ? "yes" : "no",
      hasFandoms: given(said.fandoms),
      hasMainFandoms: given(said.mainFandoms),
      hasWith: given(said.withFirst),
      hasWriters: given(said.writers),
      ...said,
    },
  );
}

/** What the works are mainly about, a clause for each kind of tag but the fandoms. */
function mainClauses(
  t: Translate,
  filter: WorkFilter,
  names: FilterNames,
  tags: (ids: readonly string[], how: "and") => string,
): string[] {
  const kindOf = (id: string) => names.tags.get(id)?.kindId;
  const kinds = new Set(filter.main.map(kindOf));
  return names.kinds
    .filter(({ id }) => kinds.has(id) && id !== fandomKind)
    .map(({ id }) => {
      const ids = filter.main.filter((tag) => kindOf(tag) === id);
      return t(
        "{kind, select, character {with {names} as {count, plural, one {a main character} other {main characters}}} relationship {with {names} as {count, plural, one {a main relationship} other {main relationships}}} other {mainly about {names}}}",
        { kind: id, count: ids.length, names: tags(ids, "and") },
      );
    });
}

function warningClauses(
  t: Translate,
  { warnings }: WorkFilter,
  names: FilterNames,
  mark: MarkName,
): string[] {
  return names.warnings.flatMap(({ id, name }) =>
    warnings
      .filter((wish) => wish.id === id)
      .map(({ answer, is }) =>
        t(
          "{wish, select, yes {with {warning}} notyes {without {warning}} no {where the writer says there is no {warning}} notno {where the writer does not rule out {warning}} unsaid {where the writer does not say about {warning}} other {where the writer says about {warning}}}",
          { wish: is ? answer : `not${answer}`, warning: mark(name, "name") },
        ),
      ),
  );
}

function textClause({ t, locale }: Speaker, text: string, mark: MarkName): string | null {
  const asked = wordsAndPhrases(text);
  const [first] = asked;
  if (first === undefined) return null;
  const words = new Intl.ListFormat(locale, { type: "conjunction" }).format(
    asked.map(({ said }) => t("“{words}”", { words: mark(said, "name") })),
  );
  return asked.length === 1 && !first.phrase
    ? t("with the word {words} in the text", { words })
    : t("with the words {words} in the text", { words });
}

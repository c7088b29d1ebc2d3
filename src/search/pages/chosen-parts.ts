import type { Tag } from "../../tags/tags.ts";
import { formatDate } from "../../ui/formats.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { languageName } from "../../works/language-name.ts";
import { withoutAlternative } from "../alternatives.ts";
import {
  type Listed,
  type TagList,
  withStanding,
  withTagIn,
  withText,
  withWarning,
} from "../change-filter.ts";
import type { FilterNames } from "../filter-names.ts";
import { lastDaysSaid } from "../range-clauses.ts";
import type { Speaker } from "../speaker.ts";
import { type DateRange, everyWork, type Range, type WorkFilter } from "../work-filter.ts";
import { isBounded } from "./is-bounded.ts";

/** Another way of asking for a tag: what it says in the chip, in full, and the filter that asks so. */
export type Turn = { says: string; inFull: string; filter: WorkFilter };

/**
 * One thing that was chosen: what it is called, whether it is kept out, how much it must matter where that was said,
 * the filter without it, and how else it can be asked for.
 */
export type ChosenPart = {
  name: string;
  out: boolean;
  weight?: string;
  rest: WorkFilter;
  turns?: Turn[];
  /** Of several of which works need one: each, with the filter without it. */
  members?: { name: string; rest: WorkFilter }[];
  /** The tag that another may stand in for, where one may be chosen. */
  orAnother?: Tag | undefined;
};

/** All that was chosen, each removable by itself, in the order of the sentence. */
export function chosenParts({ t, locale }: Speaker, filter: WorkFilter, names: FilterNames): ChosenPart[] {
  const of = (
    listed: Listed,
    ids: readonly string[],
    out: boolean,
    nameOf: (id: string) => string | undefined,
  ) =>
    ids.flatMap((id): ChosenPart[] => {
      const name = nameOf(id);
      return name === undefined ? [] : [{ name, out, rest: withStanding(filter, listed, id, null) }];
    });
  const tag = (id: string) => names.tags.get(id)?.name;
  const weighed = (list: TagList) => chosenTags({ t, locale }, filter, names, list);
  const writer = (id: string) => names.writers.get(id);
  const language = (id: string) => languageName(id, locale);
  const row = (rows: readonly { id: string; name: string }[]) => (id: string) =>
    rows.find((row) => row.id === id)?.name;
  const answers = { yes: t("yes"), no: t("no"), unsaid: t("not saying") };
  const part = (name: string, rest: WorkFilter): ChosenPart => ({ name, out: false, rest });
  const warnings = filter.warnings.flatMap(({ id, answer, is }): ChosenPart[] => {
    const warning = row(names.warnings)(id);
    return warning === undefined
      ? []
      : [
          {
            name: t("{warning}: {answer}", { warning, answer: answers[answer] }),
            out: !is,
            rest: withWarning(filter, id, answer, null),
          },
        ];
  });
  const groups = filter.any.map((group): ChosenPart => {
    const members = group.flatMap((id) => {
      const name = tag(id);
      return name === undefined ? [] : [{ name, rest: withoutAlternative(filter, group, id) }];
    });
    const name = new Intl.ListFormat(locale, { type: "disjunction" }).format(members.map(({ name }) => name));
    const orAnother = group.flatMap((id) => names.tags.get(id) ?? []).at(0);
    return {
      ...part(name, { ...filter, any: filter.any.filter((other) => other !== group) }),
      members,
      orAnother,
    };
  });
  const plain: ChosenPart[] = [];
  if (filter.complete !== null)
    plain.push(part(filter.complete ? t("Complete") : t("Unfinished"), { ...filter, complete: null }));
  if (filter.pictures !== null)
    plain.push(
      part(filter.pictures ? t("With pictures") : t("Without pictures"), { ...filter, pictures: null }),
    );
  if (filter.audio !== null)
    plain.push(part(filter.audio ? t("With sound") : t("Without sound"), { ...filter, audio: null }));
  if (filter.text !== "") plain.push(part(t("Inside: {text}", { text: filter.text }), withText(filter, "")));
  if (filter.crossovers !== "in")
    plain.push(
      part(filter.crossovers === "out" ? t("No crossovers") : t("Crossovers only"), {
        ...filter,
        crossovers: "in",
      }),
    );
  if (filter.onlyPairing) plain.push(part(t("One relationship only"), { ...filter, onlyPairing: false }));
  const day = (at: number) => formatDate(at, locale, "short");
  const numbers = new Intl.NumberFormat(locale);
  const ranges: { what: "words" | "chapters" | "posted" | "updated"; label: string; range: string }[] = [
    { what: "words", label: t("Words"), range: rangeSaid(filter.words, numbers.format) },
    { what: "chapters", label: t("Chapters"), range: rangeSaid(filter.chapters, numbers.format) },
    { what: "posted", label: t("Posted"), range: datesSaid(t, filter.posted, day) },
    { what: "updated", label: t("Updated"), range: datesSaid(t, filter.updated, day) },
  ];
  for (const { what, label, range } of ranges)
    if (isBounded(filter[what]))
      plain.push(part(t("{label}: {range}", { label, range }), { ...filter, [what]: everyWork[what] }));
  return [
    ...weighed("all"),
    ...weighed("main"),
    ...groups,
    ...weighed("mentioned"),
    ...of("writer", filter.writers, false, writer),
    ...weighed("none"),
    ...weighed("notMentioned"),
    ...of("writer", filter.notWriters, true, writer),
    ...of("giftTo", filter.giftsTo, false, (id) => {
      const name = names.recipients.get(id);
      return name === undefined ? undefined : t("A gift to {name}", { name });
    }),
    ...of("series", filter.series, false, (id) => {
      const name = names.series.get(id);
      return name === undefined ? undefined : t("Series: {name}", { name });
    }),
    ...of("rating", filter.ratings, false, row(names.ratings)),
    ...of("rating", filter.notRatings, true, row(names.ratings)),
    ...warnings,
    ...of("category", filter.categories, false, row(names.categories)),
    ...of("category", filter.notCategories, true, row(names.categories)),
    ...of("language", filter.languages, false, language),
    ...of("language", filter.notLanguages, true, language),
    ...plain,
  ];
}

/** The tags of one list, with the other lists of their side to be put into, where authors say how much they matter. */
function chosenTags({ t }: Speaker, filter: WorkFilter, names: FilterNames, list: TagList): ChosenPart[] {
  const out = list === "none" || list === "notMentioned";
  return filter[list].flatMap((id): ChosenPart[] => {
    const tag = names.tags.get(id);
    if (!tag) return [];
    const { name } = tag;
    // Who speaks to the page says what stands there, so that stands in what it is called in full.
    const turn = (to: TagList, says: string): Turn[] =>
      to === list
        ? []
        : [{ says, inFull: t("{way}: {name}", { way: says, name }), filter: withTagIn(filter, to, id) }];
    const isWeighted = names.kinds.some((kind) => kind.id === tag.kindId && kind.weighted);
    const turns = out
      ? [...turn("none", t("mentions are fine")), ...turn("notMentioned", t("nor mentioned"))]
      : [
          ...turn("main", t("only as main")),
          ...turn("all", t("main or side")),
          ...turn("mentioned", t("or mentioned")),
        ];
    const weights: Record<TagList, string> = {
      ...{ all: "", none: "", main: t("as main"), mentioned: t("if only mentioned") },
      notMentioned: t("not even mentioned"),
    };
    const rest = withStanding(filter, "tag", id, null);
    const orAnother = list === "all" ? tag : undefined;
    return [{ name, out, weight: weights[list], rest, turns: isWeighted ? turns : [], orAnother }];
  });
}

function datesSaid(t: Translate, dates: DateRange, say: (bound: number) => string): string {
  return dates.lastDays === null ? rangeSaid(dates, say) : lastDaysSaid(t, dates.lastDays);
}

/** "5,000–40,000", "5,000–", "–40,000": an en dash needs no translation. */
function rangeSaid({ least, most }: Range, say: (bound: number) => string): string {
  const [first, last] = [least === null ? "" : say(least), most === null ? "" : say(most)];
  return first === last ? first : `${first}–${last}`;
}

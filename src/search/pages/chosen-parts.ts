import { formatDate } from "../../ui/formats.ts";
import { languageName } from "../../works/language-name.ts";
import { type Listed, withStanding, withWarning } from "../change-filter.ts";
import type { FilterNames } from "../filter-names.ts";
import type { Speaker } from "../filter-sentence.ts";
import { everyWork, type Range, type WorkFilter } from "../work-filter.ts";

/** One thing that was chosen: what it is called, whether it is kept out, and the filter without it. */
export type ChosenPart = { name: string; out: boolean; rest: WorkFilter };

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
  const groups = filter.any.map((group) =>
    part(new Intl.ListFormat(locale, { type: "disjunction" }).format(group.flatMap((id) => tag(id) ?? [])), {
      ...filter,
      any: filter.any.filter((other) => other !== group),
    }),
  );
  const plain: ChosenPart[] = [];
  if (filter.complete !== null)
    plain.push(part(filter.complete ? t("Complete") : t("Unfinished"), { ...filter, complete: null }));
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
  const ranges: {
    what: "words" | "chapters" | "posted" | "updated";
    label: string;
    say: (bound: number) => string;
  }[] = [
    { what: "words", label: t("Words"), say: (bound) => numbers.format(bound) },
    { what: "chapters", label: t("Chapters"), say: (bound) => numbers.format(bound) },
    { what: "posted", label: t("Posted"), say: day },
    { what: "updated", label: t("Updated"), say: day },
  ];
  for (const { what, label, say } of ranges)
    if (isBounded(filter[what]))
      plain.push(
        part(t("{label}: {range}", { label, range: rangeSaid(filter[what], say) }), {
          ...filter,
          [what]: everyWork[what],
        }),
      );
  return [
    ...of("tag", filter.all, false, tag),
    ...groups,
    ...of("writer", filter.writers, false, writer),
    ...of("tag", filter.none, true, tag),
    ...of("writer", filter.notWriters, true, writer),
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

function isBounded({ least, most }: Range): boolean {
  return least !== null || most !== null;
}

/** "5,000–40,000", "5,000–", "–40,000": an en dash needs no translation. */
function rangeSaid({ least, most }: Range, say: (bound: number) => string): string {
  const [first, last] = [least === null ? "" : say(least), most === null ? "" : say(most)];
  return first === last ? first : `${first}–${last}`;
}

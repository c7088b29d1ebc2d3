import { languageName } from "../../works/language-name.ts";
import { type Listed, standingOf, withStanding, withWarning } from "../change-filter.ts";
import type { FilterNames } from "../filter-names.ts";
import type { Facet } from "../found.ts";
import type { Speaker } from "../speaker.ts";
import type { WorkFilter } from "../work-filter.ts";

/** A value of a facet as it stands on the page. `keptOut` is null where leaving out means the same as another value. */
export type FacetValueView = {
  name: string;
  count: number;
  standing: "in" | "out" | null;
  wanted: WorkFilter;
  keptOut: WorkFilter | null;
  neither: WorkFilter;
};

/** A facet with its heading, ready to be shown. */
export type FacetView = { kind: string; heading: string; values: FacetValueView[]; more: boolean };

/** The facets in the owner's order of kinds and lists, without those that tell nothing. `total`: how many works were found. */
export function facetViews(
  speaker: Speaker,
  filter: WorkFilter,
  names: FilterNames,
  facets: readonly Facet[],
  total: number,
): FacetView[] {
  const { t, locale } = speaker;
  const listed = (of: Listed, facet: Facet, heading: string, nameOf: (id: string) => string | undefined) =>
    view(
      facet,
      heading,
      facet.values.flatMap(({ id, count }) => {
        const name = nameOf(id);
        return name === undefined
          ? []
          : [
              {
                name,
                count,
                standing: standingOf(filter, of, id),
                wanted: withStanding(filter, of, id, "in"),
                keptOut: withStanding(filter, of, id, "out"),
                neither: withStanding(filter, of, id, null),
              },
            ];
      }),
    );
  const facetOf = (kind: string) => facets.find((facet) => facet.kind === kind);
  const row = (rows: readonly { id: string; name: string }[]) => (id: string) =>
    rows.find((row) => row.id === id)?.name;
  const tagName = (id: string) => names.tags.get(id)?.name;
  const found: (FacetView | undefined)[] = [
    ...names.kinds.map((kind) => {
      const facet = facetOf(`tag:${kind.id}`);
      return facet && listed("tag", facet, kind.plural, tagName);
    }),
    ifThere(facetOf("rating"), (facet) => listed("rating", facet, t("Ratings"), row(names.ratings))),
    ifThere(facetOf("category"), (facet) =>
      listed("category", facet, t("Categories"), row(names.categories)),
    ),
    ...names.warnings.map((warning) =>
      ifThere(facetOf(`warning:${warning.id}`), (facet) => warningView(speaker, filter, facet, warning)),
    ),
    ifThere(facetOf("language"), (facet) =>
      listed("language", facet, t("Languages"), (id) => languageName(id, locale)),
    ),
    ifThere(facetOf("complete"), (facet) =>
      yesNoView(filter, facet, "complete", {
        ...{ heading: t("How far they are"), yes: t("Complete"), no: t("Unfinished") },
      }),
    ),
    ifThere(facetOf("crossover"), (facet) => crossoverView(speaker, filter, facet)),
    ifThere(facetOf("pictures"), (facet) =>
      yesNoView(filter, facet, "pictures", {
        ...{ heading: t("Pictures"), yes: t("With pictures"), no: t("Without pictures") },
      }),
    ),
    ifThere(facetOf("audio"), (facet) =>
      yesNoView(filter, facet, "audio", {
        ...{ heading: t("Sound"), yes: t("With sound"), no: t("Without sound") },
      }),
    ),
  ];
  return found.flatMap((one) => {
    if (!one) return [];
    const values = one.values.filter(({ count, standing }) => count > 0 || standing !== null);
    const tells =
      one.kind.startsWith("tag:") || values.some(({ count, standing }) => count < total || standing);
    return values.length > 0 && tells ? [{ ...one, values }] : [];
  });
}

function warningView(
  { t }: Speaker,
  filter: WorkFilter,
  facet: Facet,
  warning: { id: string; name: string },
): FacetView {
  const said = { yes: t("yes"), no: t("no"), unsaid: t("not saying") };
  const values = facet.values.flatMap(({ id, count }): FacetValueView[] => {
    if (id !== "yes" && id !== "no" && id !== "unsaid") return [];
    const wish = filter.warnings.find((wish) => wish.id === warning.id && wish.answer === id);
    const turned = (standing: "in" | "out" | null) => withWarning(filter, warning.id, id, standing);
    return [
      {
        name: said[id],
        count,
        standing: wish ? (wish.is ? "in" : "out") : null,
        wanted: turned("in"),
        keptOut: turned("out"),
        neither: turned(null),
      },
    ];
  });
  return view(facet, t("Warning: {name}", { name: warning.name }), values);
}

function yesNoView(
  filter: WorkFilter,
  facet: Facet,
  part: "complete" | "pictures" | "audio",
  says: { heading: string; yes: string; no: string },
): FacetView {
  const values = facet.values.map(({ id, count }): FacetValueView => {
    const isSo = id === "yes";
    return {
      name: isSo ? says.yes : says.no,
      count,
      standing: filter[part] === isSo ? "in" : null,
      wanted: { ...filter, [part]: isSo },
      keptOut: null,
      neither: { ...filter, [part]: null },
    };
  });
  return view(facet, says.heading, values);
}

function crossoverView({ t }: Speaker, filter: WorkFilter, facet: Facet): FacetView {
  const values = facet.values.map(({ id, count }): FacetValueView => {
    const crossovers = id === "only" ? "only" : "out";
    return {
      name: id === "only" ? t("Several fandoms") : t("One fandom"),
      count,
      standing: filter.crossovers === crossovers ? "in" : null,
      wanted: { ...filter, crossovers },
      keptOut: null,
      neither: { ...filter, crossovers: "in" },
    };
  });
  return view(facet, t("Crossovers"), values);
}

function view({ kind, more }: Facet, heading: string, values: FacetValueView[]): FacetView {
  return { kind, heading, values, more };
}

function ifThere<Value, Made>(value: Value | undefined, make: (value: Value) => Made): Made | undefined {
  return value === undefined ? undefined : make(value);
}

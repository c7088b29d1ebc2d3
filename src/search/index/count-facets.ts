import type { Facet, FacetKind, FacetValue } from "../found.ts";
import type { WorkFilter } from "../work-filter.ts";
import { BestValues } from "./best-values.ts";
import { countCommon, countListed, rowsIn } from "./bitmap.ts";
import { costByTags } from "./cost-by-tags.ts";
import { countByTags, countByWorks, countOfTag, type Wanted } from "./count-tags.ts";
import type { FindingIndex, FoundRows } from "./finding-index.ts";
import { leastCounts } from "./least-counts.ts";
import type { RowSet } from "./row-set.ts";

/** Values of a facet shown before one types. */
const shown = 10;

/** Among so few works it is sooner to look each of them up in a set than to lay the set over them. */
const fewToLookUp = 3_000;
/** So few works are walked at once; with more it pays to find out first which tags can come in. */
const fewToWalk = 6_000;
/** Walking the common tags of a work takes as long as looking whether so many rows are in a set. */
const costOfWork = 60;

/** Every facet of the works found, tags first. Facets without a value are left out. */
export function countFacets(index: FindingIndex, found: FoundRows, filter: WorkFilter): Facet[] {
  const chosenTags = [...filter.all, ...filter.main, ...filter.mentioned, ...filter.any.flat()];
  const best = new Map(index.tags.ranking.kinds.map((kindId) => [kindId, new BestValues(shown)]));
  countTags(index, found, best, null);
  const tagFacets = [...best].map(([kindId, values]) => {
    const chosen = chosenTags.filter((id) => kindOfTag(index, id) === kindId);
    return facetOf(
      `tag:${kindId}`,
      values,
      chosen.map((id) => ({ id, count: countOfTag(index, found.set, id) })),
    );
  });
  const count = counterOf(index, found);
  const choiceFacets = choiceKinds(index).map((kind) => {
    const counted = countChoices(index, found.total, kind, count);
    const values = new BestValues(shown);
    for (const { id, count } of counted) values.add(id, count);
    const chosen = chosenOf(filter, kind);
    return facetOf(
      kind,
      values,
      chosen.map((id) => ({ id, count: counted.find((value) => value.id === id)?.count ?? 0 })),
    );
  });
  return [...tagFacets, ...choiceFacets].filter(({ values }) => values.length > 0);
}

/**
 * The values of one facet that most of the works found have.
 *
 * @param wanted which meanings, for a kind of tag
 */
export function countFacet(
  index: FindingIndex,
  found: FoundRows,
  kind: FacetKind,
  wanted: Wanted,
  most: number,
): Facet {
  const values = new BestValues(most);
  if (kind.startsWith("tag:"))
    countTags(index, found, new Map([[kind.slice("tag:".length), values]]), wanted);
  else
    for (const { id, count } of countChoices(index, found.total, kind, counterOf(index, found)))
      values.add(id, count);
  return facetOf(kind, values, []);
}

function countTags(
  index: FindingIndex,
  found: FoundRows,
  best: ReadonlyMap<string, BestValues>,
  wanted: Wanted,
): void {
  const { set, total } = found;
  const rows = () => rowsIn(set, index.scratch.rowList(total));
  if (total < fewToWalk) {
    countByWorks(index, rows(), best, wanted);
    return;
  }
  const least = leastCounts(index, set, best, wanted);
  const most = total * costOfWork;
  if (costByTags(index, best.keys(), least, most) < most) countByTags(index, set, best, wanted, least);
  else countByWorks(index, rows(), best, wanted, least);
}

/** The best values, and the chosen ones that are not among them at the end. A chosen synonym stands for its meaning. */
function facetOf(kind: FacetKind, best: BestValues, chosen: FacetValue[]): Facet {
  const values = best.shown;
  for (const value of chosen) if (!values.some(({ id }) => id === value.id)) values.push(value);
  return { kind, values, more: best.more };
}

function kindOfTag({ tags: { meanings } }: FindingIndex, id: string): string | null {
  const place = meanings.table.placeOf(id);
  return place < 0 ? null : meanings.kindOf(meanings.meaningOf(place));
}

function choiceKinds(index: FindingIndex): FacetKind[] {
  const warnings = [...index.warnings.keys()].sort();
  return [
    "rating",
    ...warnings.map((id): FacetKind => `warning:${id}`),
    "category",
    "language",
    "complete",
    "crossover",
    "pictures",
    "audio",
  ];
}

function chosenOf(filter: WorkFilter, kind: FacetKind): readonly string[] {
  switch (kind) {
    case "rating":
      return filter.ratings;
    case "category":
      return filter.categories;
    case "language":
      return filter.languages;
    case "complete":
    case "pictures":
    case "audio":
      return filter[kind] === null ? [] : [filter[kind] ? "yes" : "no"];
    case "crossover":
      return filter.crossovers === "in" ? [] : [filter.crossovers];
    default:
      return filter.warnings
        .filter(({ id, is }) => is && kind === `warning:${id}`)
        .map(({ answer }) => answer);
  }
}

/** How many of the works found are in a set: few are looked up one by one. */
function counterOf(index: FindingIndex, { set, total }: FoundRows): (one: RowSet) => number {
  if (total >= fewToLookUp) return ({ bits }) => countCommon(set, bits);
  const rows = rowsIn(set, index.scratch.rowList(total));
  return ({ bits }) => countListed(rows, bits);
}

/** Every value of a facet that is not of tags, with its count. */
function countChoices(
  index: FindingIndex,
  total: number,
  kind: FacetKind,
  count: (one: RowSet) => number,
): FacetValue[] {
  const each = (sets: ReadonlyMap<string, RowSet>) =>
    [...sets].map(([id, one]) => ({ id, count: count(one) }));
  const halves = (yes: string, no: string, one: RowSet) => {
    const those = count(one);
    return [
      { id: yes, count: those },
      { id: no, count: total - those },
    ];
  };
  switch (kind) {
    case "rating":
      return each(index.ratings);
    case "category":
      return each(index.categories);
    case "language":
      return each(index.languages);
    case "complete":
    case "pictures":
    case "audio":
      return halves("yes", "no", index[kind]);
    case "crossover":
      return halves("only", "out", index.crossovers);
    default: {
      const answers = index.warnings.get(kind.slice("warning:".length));
      if (!answers) return [];
      const [yes, no] = [count(answers.yes), count(answers.no)];
      return [
        { id: "yes", count: yes },
        { id: "no", count: no },
        { id: "unsaid", count: total - yes - no },
      ];
    }
  }
}

import type { Person } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { fandomKind } from "../../tags/tags.ts";
import { type FilterNames, findFilterNames, idsOf } from "../filter-names.ts";
import { type AddressProblem, readFilter } from "../filter-url.ts";
import { knownParts } from "../known-parts.ts";
import type { WorkFilter } from "../work-filter.ts";

/** What a kept query asks for, as far as it is there for the person now. */
export type ToldFilter = {
  /** All the query says. */
  asked: WorkFilter;
  /** Without what is not there for the person. */
  known: WorkFilter;
  names: FilterNames;
  /** How many names were left out, and what could not be read at all: an older release may have written it. */
  leftOut: number;
  problems: AddressProblem[];
};

/** Reads what kept queries ask for, with the names of all they speak of, looked up together. */
export async function tellQueries(
  reader: Reader,
  person: Person,
  queries: readonly string[],
): Promise<ToldFilter[]> {
  const read = queries.map((query) => readFilter(new URLSearchParams(query)));
  const filters = read.map(({ filter }) => filter);
  const ids = filters.map(idsOf);
  const names = await findFilterNames(reader, person, {
    tags: [...new Set(ids.flatMap(({ tags }) => tags))],
    writers: [...new Set(ids.flatMap(({ writers }) => writers))],
    recipients: [...new Set(ids.flatMap(({ recipients }) => recipients))],
    series: [...new Set(ids.flatMap(({ series }) => series))],
  });
  return read.map(({ filter: asked, problems }) => {
    const { filter: known, leftOut } = knownParts(asked, names);
    return { asked, known, names, leftOut, problems };
  });
}

/** The same for one query. */
export async function tellQuery(reader: Reader, person: Person, query: string): Promise<ToldFilter> {
  const [told] = await tellQueries(reader, person, [query]);
  if (!told) throw new Error("one query is told as one");
  return told;
}

/** The fandoms a filter asks for, which it may be the default of. */
export function fandomsOf({ known, names }: ToldFilter): { id: string; name: string }[] {
  const ids = [...new Set([...known.main, ...known.all])];
  return ids.flatMap((id) => {
    const tag = names.tags.get(id);
    return tag?.kindId === fandomKind ? [{ id, name: tag.name }] : [];
  });
}

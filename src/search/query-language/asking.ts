import type { Person } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { FilterNames } from "../filter-names.ts";
import type { IdList } from "../filter-url.ts";
import type { TextSearch } from "../text-search.ts";
import type { WorkFilter } from "../work-filter.ts";
import { type Fault, type Mistake, quoted } from "./mistake.ts";
import type { Term } from "./read-tokens.ts";

/** Who asks, in which words, and where names are looked up. */
export type Question = {
  reader: Reader;
  person: Person;
  /** Told of the owner's lists and kinds of tag. */
  names: FilterNames;
  locale: string;
  textSearch: Pick<TextSearch, "unusable">;
  typed: string;
};

/** A question being read: what is wrong with it gathers here. */
export type Asking = Question & {
  mistakes: Mistake[];
  /** Tells a mistake. @returns null, for who has nothing better to return */
  tell(place: { from: number; to: number }, fault: Fault, repairs?: string[]): null;
  /** Near names are looked for only so often in one question: each takes a while. */
  mayLookUp(): boolean;
};

/** What a term does to the filter. */
export type Change = (filter: WorkFilter) => WorkFilter;

const mostLookups = 6;

export function beginAsking(question: Question, mistakes: Mistake[]): Asking {
  let lookups = 0;
  return {
    ...question,
    mistakes,
    tell({ from, to }, fault, repairs = []) {
      mistakes.push({ from, to, fault, repairs });
      return null;
    },
    mayLookUp: () => ++lookups <= mostLookups,
  };
}

/** The term as it would be typed with another value. */
export function retyped({ minus, key, answer }: Term, value: string): string {
  return `${minus ? "-" : ""}${key === null ? "" : `${key}:`}${quoted(value)}${answer === null ? "" : `=${answer}`}`;
}

/** The term without its minus, for what can be asked for and not left out. */
export function withoutMinus({ typed }: Asking, { from, to }: Term): string {
  return typed.slice(from, to).replace(/^[-−–]/u, "");
}

/** Adds ids to a list of the filter. */
export function adding(list: IdList, ids: readonly string[]): Change {
  return (filter) => ({ ...filter, [list]: [...filter[list], ...ids] });
}

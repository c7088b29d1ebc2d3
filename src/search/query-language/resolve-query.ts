import type { Person } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { foldName } from "../../vocabulary/fold-name.ts";
import { languageName } from "../../works/language-name.ts";
import type { FilterNames, NamedRow } from "../filter-names.ts";
import { fallsByItself } from "../filter-url.ts";
import { readDateRange, readNumberRange } from "../read-range.ts";
import { sortOrders, type WorkFilter } from "../work-filter.ts";
import {
  type FoundNames,
  findNamesWith,
  findTagsLike,
  findTagsNamed,
  findWritersNamed,
} from "./find-names.ts";
import { languageNamed } from "./language-named.ts";
import { type Fault, type Mistake, quoted } from "./mistake.ts";
import { type Clause, parseQuery } from "./parse-query.ts";
import { keyOfKind, nearestKey, type Subject, subjectOf } from "./query-keys.ts";
import type { Term } from "./read-tokens.ts";

/** Words without a kind, and the names that have them. */
export type LooseWords = FoundNames & { words: string; from: number; to: number };

/** What was typed, as far as it makes sense, put on top of the filter there was. */
export type ResolvedQuery = { filter: WorkFilter; mistakes: Mistake[]; loose: LooseWords[] };

/** Near names are looked for only so often in one query: each takes a while. */
const mostLookups = 6;

type Choosing = "ratings" | "categories" | "languages";
const opposite = { ratings: "notRatings", categories: "notCategories", languages: "notLanguages" } as const;

/** Something that can be one of several in brackets. */
type Atom = { list: "tags" | Choosing; id: string };

/**
 * Reads a query and looks its names up. Never fails: each mistake is told with its place and, where one can be
 * guessed, a repair.
 *
 * @param base what was chosen before; the query narrows it, and says anew how to sort
 * @param names the owner's lists and kinds of tag
 */
export async function resolveQuery(
  reader: Reader,
  person: Person,
  typed: string,
  base: WorkFilter,
  names: FilterNames,
  locale: string,
): Promise<ResolvedQuery> {
  const { clauses, mistakes } = parseQuery(typed);
  const loose: LooseWords[] = [];
  let filter = base;
  let lookups = 0;
  const mayLookUp = () => ++lookups <= mostLookups;
  const tell = ({ from, to }: { from: number; to: number }, fault: Fault, repairs: string[] = []) => {
    mistakes.push({ from, to, fault, repairs });
    return null;
  };
  const retyped = (term: Term, value: string) =>
    `${term.minus ? "-" : ""}${term.key === null ? "" : `${term.key}:`}${quoted(value)}`;

  const rowOf = (term: Term, rows: readonly NamedRow[], value = term.value): NamedRow | null => {
    const key = foldName(value);
    const exact = rows.find((row) => row.id === key || foldName(row.name) === key);
    if (exact) return exact;
    const begun = rows.filter(({ name }) => foldName(name).startsWith(key));
    if (begun.length === 1 && begun[0] && key !== "") return begun[0];
    const offered = (begun.length > 0 ? begun : rows)
      .filter(({ retired }) => !retired)
      .map(({ name }) => name);
    return tell(
      term,
      { kind: "not-a-choice", key: term.key ?? "", value, choices: offered },
      begun.slice(0, 3).map(({ name }) => retyped(term, name)),
    );
  };

  const languageOf = (term: Term): string | null =>
    languageNamed(term.value, locale) ??
    tell(term, {
      kind: "not-a-choice",
      key: term.key ?? "",
      value: term.value,
      choices: ["en", "de", "pt-BR", "zh-Hans"].map((tag) => languageName(tag, locale)),
    });

  const oneTag = async (term: Term, subject: Extract<Subject, { about: "tag" }>): Promise<string | null> => {
    const found = await findTagsNamed(reader, person, term.value, subject.kind?.id ?? null);
    const [only] = found;
    if (only && found.length === 1) return only.id;
    if (only) {
      const kinds = names.kinds.filter(({ id }) => found.some(({ kindId }) => kindId === id));
      return tell(
        term,
        { kind: "several-names", name: term.value, kinds: kinds.map(({ name }) => name) },
        kinds.map((kind) => `${term.minus ? "-" : ""}${keyOfKind(kind)}:${quoted(term.value)}`),
      );
    }
    const near = mayLookUp() ? await findTagsLike(reader, person, term.value, subject.kind?.id ?? null) : [];
    const spelled = [...new Set(near.map(({ name }) => name))];
    return tell(
      term,
      { kind: "no-such-name", sort: subject.kind?.name ?? null, name: term.value, near: spelled },
      spelled.map((name) => retyped(term, name)),
    );
  };

  const atomOf = async (term: Term, subject: Subject): Promise<Atom | null> => {
    const as = (list: Atom["list"], id: string | null | undefined) => (id ? { list, id } : null);
    if (subject.about === "tag") return as("tags", await oneTag(term, subject));
    if (subject.about === "rating") return as("ratings", rowOf(term, names.ratings)?.id);
    if (subject.about === "category") return as("categories", rowOf(term, names.categories)?.id);
    if (subject.about === "language") return as("languages", languageOf(term));
    return tell(term, { kind: "not-in-brackets", key: term.key ?? "" });
  };

  const addAtoms = (atoms: Atom[], minus: boolean) => {
    const ids = atoms.map(({ id }) => id);
    const list = atoms[0]?.list;
    if (list === undefined) return;
    if (list === "tags")
      filter = minus
        ? { ...filter, none: [...filter.none, ...ids] }
        : ids.length === 1
          ? { ...filter, all: [...filter.all, ...ids] }
          : { ...filter, any: [...filter.any, ids] };
    else {
      const into = minus ? opposite[list] : list;
      filter = { ...filter, [into]: [...filter[into], ...ids] };
    }
  };

  /** A value that says yes or no, or one of the words given. */
  const wordOf = (term: Term, choices: Record<string, string[]>): string | null => {
    const key = foldName(term.value);
    const found = Object.entries(choices).find(([word, others]) => word === key || others.includes(key));
    if (found) return found[0];
    const offered = Object.keys(choices);
    return tell(
      term,
      { kind: "not-a-choice", key: term.key ?? "", value: term.value, choices: offered },
      offered.length <= 3 ? offered.map((word) => retyped(term, word)) : [],
    );
  };

  const setPart = async (term: Term, subject: Subject): Promise<void> => {
    const key = term.key ?? "";
    const only = (): boolean => {
      if (!term.minus) return true;
      tell(term, { kind: "no-exclusion", key }, [typed.slice(term.from, term.to).replace(/^[-−–]/u, "")]);
      return false;
    };
    switch (subject.about) {
      case "tag":
      case "rating":
      case "category":
      case "language": {
        const atom = await atomOf(term, subject);
        if (atom) addAtoms([atom], term.minus);
        return;
      }
      case "warning": {
        const warning = rowOf(term, names.warnings);
        const answer = term.answer === null ? "yes" : answers.get(foldName(term.answer));
        if (warning && answer)
          filter = { ...filter, warnings: [...filter.warnings, { id: warning.id, answer, is: !term.minus }] };
        else if (warning)
          tell(term, {
            kind: "not-a-choice",
            key,
            value: term.answer ?? "",
            choices: ["yes", "no", "unsaid"],
          });
        return;
      }
      case "writer": {
        const { exact, near } = await findWritersNamed(reader, term.value);
        const list = term.minus ? "notWriters" : "writers";
        if (exact) filter = { ...filter, [list]: [...filter[list], exact.id] };
        else
          tell(
            term,
            { kind: "no-such-writer", name: term.value, near },
            near.map((name) => retyped(term, name)),
          );
        return;
      }
      case "complete": {
        const word = wordOf(term, {
          yes: ["true", "y", "1", "complete", "done"],
          no: ["false", "n", "0", "wip"],
        });
        if (word) filter = { ...filter, complete: (word === "yes") !== term.minus };
        return;
      }
      case "crossovers": {
        const word = wordOf(term, { only: ["yes"], out: ["no", "none"], in: ["any"] });
        if (word && only())
          filter = { ...filter, crossovers: word === "only" ? "only" : word === "out" ? "out" : "in" };
        return;
      }
      case "pairing": {
        const word = wordOf(term, { one: ["1", "single", "yes"], any: ["no"] });
        if (word && only()) filter = { ...filter, onlyPairing: word === "one" };
        return;
      }
      case "words":
      case "chapters":
      case "posted":
      case "updated": {
        const counts = subject.about === "words" || subject.about === "chapters";
        const value = term.answer === null ? term.value : `${term.value}=${term.answer}`;
        const range = counts ? readNumberRange(value) : readDateRange(value);
        if (!range) tell(term, { kind: counts ? "not-numbers" : "not-dates", key, value: term.value });
        else if (only()) filter = { ...filter, [subject.about]: range };
        return;
      }
      case "sort": {
        const word = wordOf(term, Object.fromEntries(sortOrders.map((sort) => [sort, alsoSort[sort] ?? []])));
        const sort = sortOrders.find((known) => known === word);
        if (sort) filter = { ...filter, sort, descending: fallsByItself(sort) !== term.minus };
        return;
      }
      case "order": {
        const word = wordOf(term, { up: ["asc", "ascending"], down: ["desc", "descending"] });
        if (word && only()) filter = { ...filter, descending: word === "down" };
        return;
      }
    }
  };

  /** Words without a kind: a name that only one tag or writer has, or else something to choose from. */
  const setWords = async (term: Term): Promise<void> => {
    const tags = await findTagsNamed(reader, person, term.value, null);
    const writer = tags.length === 0 ? (await findWritersNamed(reader, term.value)).exact : null;
    if (tags[0] && tags.length === 1) addAtoms([{ list: "tags", id: tags[0].id }], term.minus);
    else if (term.minus && tags.length > 0)
      filter = { ...filter, none: [...filter.none, ...tags.map(({ id }) => id)] };
    else if (writer) {
      const list = term.minus ? "notWriters" : "writers";
      filter = { ...filter, [list]: [...filter[list], writer.id] };
    } else if (term.minus) await oneTag(term, { about: "tag", kind: null });
    else if (mayLookUp())
      loose.push({
        ...(await findNamesWith(reader, person, term.value)),
        words: term.value,
        from: term.from,
        to: term.to,
      });
  };

  const subjectFor = (term: Term): Subject | null => {
    if (term.key === null) return { about: "tag", kind: null };
    const subject = subjectOf(term.key, names.kinds);
    if (subject) return term.value === "" ? tell(term, { kind: "no-value", key: term.key }) : subject;
    const meant = nearestKey(term.key, names.kinds);
    const rest = typed.slice(term.valueFrom, term.to);
    return tell(
      term,
      { kind: "unknown-key", key: term.key },
      meant === null ? [quoted(`${term.key}:${term.value}`)] : [`${term.minus ? "-" : ""}${meant}:${rest}`],
    );
  };

  const setChoice = async (clause: Clause): Promise<void> => {
    const atoms: Atom[] = [];
    for (const term of clause.terms) {
      const subject = term.value === "" && term.key === null ? null : subjectFor(term);
      const atom = subject && (await atomOf(term, subject));
      if (atom) atoms.push(atom);
    }
    if (new Set(atoms.map(({ list }) => list)).size > 1) tell(clause, { kind: "mixed-choice" });
    else addAtoms(atoms, clause.minus);
  };

  for (const clause of clauses) {
    const [term] = clause.terms;
    if (clause.terms.length > 1) await setChoice(clause);
    else if (term) {
      const one = { ...term, minus: clause.minus };
      const subject = one.key === null ? null : subjectFor(one);
      if (subject) await setPart(one, subject);
      else if (one.key === null && one.value !== "") await setWords(one);
    }
  }
  return { filter, mistakes: mistakes.toSorted((one, other) => one.from - other.from), loose };
}

const answers = new Map<string, "yes" | "no" | "unsaid">([
  ["yes", "yes"],
  ["no", "no"],
  ["unsaid", "unsaid"],
  ["not-saying", "unsaid"],
]);

const alsoSort: Record<string, string[]> = {
  updated: ["new", "newest", "date"],
  posted: ["published"],
  words: ["length", "longest"],
  author: ["writer"],
  random: ["chance", "shuffle"],
};

import { type Asking, adding, type Change } from "./asking.ts";
import { tagOf } from "./choose-tag.ts";
import { languageOf, rowOf } from "./choose-word.ts";
import type { Clause } from "./parse-query.ts";
import type { Subject } from "./query-keys.ts";
import type { Term } from "./read-tokens.ts";
import { subjectFor } from "./subject-for.ts";

/** Something that can be one of several in brackets. */
type Atom = { list: "tags" | "ratings" | "categories" | "languages"; id: string };

/** What several things joined by OR ask for: at least one of them, or, with a minus, none. */
export async function askingForChoice(asking: Asking, clause: Clause): Promise<Change | null> {
  const atoms: Atom[] = [];
  for (const term of clause.terms) {
    const subject = term.value === "" && term.key === null ? null : subjectFor(asking, term);
    const atom = subject && (await atomOf(asking, term, subject));
    if (atom) atoms.push(atom);
  }
  const ids = atoms.map(({ id }) => id);
  const [first] = atoms;
  if (first === undefined) return null;
  if (atoms.some(({ list }) => list !== first.list)) return asking.tell(clause, { kind: "mixed-choice" });
  const { minus } = clause;
  switch (first.list) {
    case "tags":
      if (minus) return adding("none", ids);
      return ids.length === 1 ? adding("all", ids) : (filter) => ({ ...filter, any: [...filter.any, ids] });
    case "ratings":
      return adding(minus ? "notRatings" : "ratings", ids);
    case "categories":
      return adding(minus ? "notCategories" : "categories", ids);
    case "languages":
      return adding(minus ? "notLanguages" : "languages", ids);
  }
}

async function atomOf(asking: Asking, term: Term, subject: Subject): Promise<Atom | null> {
  const as = (list: Atom["list"], id: string | null | undefined) => (id ? { list, id } : null);
  switch (subject.about) {
    case "tag":
      return as("tags", await tagOf(asking, term, subject.kind));
    case "rating":
      return as("ratings", rowOf(asking, term, asking.names.ratings)?.id);
    case "category":
      return as("categories", rowOf(asking, term, asking.names.categories)?.id);
    case "language":
      return as("languages", languageOf(asking, term));
    default:
      return asking.tell(term, { kind: "not-in-brackets", key: term.key ?? "" });
  }
}

import { type Asking, adding, type Change, retyped } from "./asking.ts";
import { tagOf } from "./choose-tag.ts";
import { languageOf, rowOf } from "./choose-word.ts";
import { findTagsLike, findTagsNamed, findWriterNamed } from "./find-names.ts";
import { quoted } from "./mistake.ts";
import type { Clause } from "./parse-query.ts";
import type { Subject } from "./query-keys.ts";
import type { Term } from "./read-tokens.ts";
import { subjectFor } from "./subject-for.ts";

/** Something that can be one of several in brackets. */
type Atom = { list: "tags" | "ratings" | "categories" | "languages"; id: string };

/** What several things joined by OR ask for: at least one of them, or, with a minus, none. */
export async function askingForChoice(asking: Asking, clause: Clause): Promise<Change | null> {
  const atoms: Atom[] = [];
  const words: Term[] = [];
  for (const term of clause.terms) {
    const subject = term.value === "" && term.key === null ? null : subjectFor(asking, term);
    const atom = subject && (await atomOf(asking, term, subject));
    if (atom === "words") words.push(term);
    else if (atom) atoms.push(atom);
  }
  if (words.length > 0) tellOfWords(asking, clause, words);
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

/** Says that words cannot be one of several, and offers the choice without them, or the words without the choice. */
function tellOfWords({ typed, tell }: Asking, clause: Clause, words: readonly Term[]): void {
  const others = clause.terms.filter((term) => !words.includes(term));
  const left = others.map(({ from, to }) => typed.slice(from, to)).join(" OR ");
  const inText = words.map(({ value }) => `text:${quoted(value)}`);
  tell(
    clause,
    { kind: "no-word-choice", words: words.map(({ value }) => value) },
    others.length > 0 ? [others.length > 1 ? `(${left})` : left] : [inText.join(" "), ...inText.slice(0, 3)],
  );
}

/** "words": nothing is called so, and nearly so neither; they can only stand inside stories. */
async function atomOf(asking: Asking, term: Term, subject: Subject): Promise<Atom | "words" | null> {
  if (term.key === null) return nameOf(asking, term);
  if (subject.about === "text") return "words";
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

/** The tag of words without a key; a writer is known, and told to be none of several. */
async function nameOf(asking: Asking, term: Term): Promise<Atom | "words" | null> {
  const { reader, person, tell } = asking;
  const named = await findTagsNamed(reader, person, term.value, null);
  if (named.length > 0) {
    const id = await tagOf(asking, term, null);
    return id === null ? null : { list: "tags", id };
  }
  if (await findWriterNamed(reader, term.value))
    return tell(term, { kind: "not-in-brackets", key: "writer" });
  const near = asking.mayLookUp() ? await findTagsLike(reader, person, term.value, null) : [];
  if (near.length === 0) return "words";
  const spelled = [...new Set(near.map(({ name }) => name))];
  return tell(
    term,
    { kind: "no-word-choice", words: [term.value] },
    spelled.map((name) => retyped(term, name)),
  );
}

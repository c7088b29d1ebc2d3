import { foldName } from "../../vocabulary/fold-name.ts";
import { languageName } from "../../works/language-name.ts";
import type { NamedRow } from "../filter-names.ts";
import { type Asking, retyped } from "./asking.ts";
import { languageNamed } from "./language-named.ts";
import type { Term } from "./read-tokens.ts";

/** A value that is one of the words given, by itself or by another word for it; null: told that it is none. */
export function wordOf(
  asking: Asking,
  term: Term,
  choices: Record<string, readonly string[]>,
): string | null {
  const key = foldName(term.value);
  const found = Object.entries(choices).find(([word, others]) => word === key || others.includes(key));
  if (found) return found[0];
  const offered = Object.keys(choices);
  return asking.tell(
    term,
    { kind: "not-a-choice", key: term.key ?? "", value: term.value, choices: offered },
    offered.length <= 3 ? offered.map((word) => retyped(term, word)) : [],
  );
}

/** Yes or no; null: told that it is neither. */
export function yesOrNo(asking: Asking, term: Term, more: { yes: string[]; no: string[] }): boolean | null {
  const word = wordOf(asking, term, {
    yes: ["true", "y", "1", ...more.yes],
    no: ["false", "n", "0", ...more.no],
  });
  return word === null ? null : word === "yes";
}

/** A row of one of the owner's lists, by its id, its name, or how only its name begins. */
export function rowOf(asking: Asking, term: Term, rows: readonly NamedRow[]): NamedRow | null {
  const key = foldName(term.value);
  const exact = rows.find((row) => row.id === key || foldName(row.name) === key);
  if (exact) return exact;
  const begun = rows.filter(({ name }) => foldName(name).startsWith(key));
  if (begun.length === 1 && begun[0] && key !== "") return begun[0];
  const meant =
    begun.length > 0 ? begun : rows.filter(({ name }) => ` ${foldName(name)}`.includes(` ${key}`));
  const offered = (meant.length > 0 ? meant : rows).filter(({ retired }) => !retired).map(({ name }) => name);
  return asking.tell(
    term,
    { kind: "not-a-choice", key: term.key ?? "", value: term.value, choices: offered },
    meant.slice(0, 3).map(({ name }) => retyped(term, name)),
  );
}

/** A language by its tag or its name. */
export function languageOf(asking: Asking, term: Term): string | null {
  return (
    languageNamed(term.value, asking.locale) ??
    asking.tell(term, {
      kind: "not-a-choice",
      key: term.key ?? "",
      value: term.value,
      choices: ["en", "de", "pt-BR", "zh-Hans"].map((tag) => languageName(tag, asking.locale)),
    })
  );
}

import type { Mistake } from "./mistake.ts";
import { readTokens, type Term, type Token } from "./read-tokens.ts";

/** One thing that must hold: a term, or at least one of several; or, with a minus, none of them. */
export type Clause = { from: number; to: number; minus: boolean; terms: Term[] };

/** More than this is no question a person typed. */
const mostCharacters = 1_000;
const mostTerms = 40;

/**
 * Reads what was typed in the box: `fandom:"Treasure Island" -character:Pew words:5k..40k (fluff OR angst)`.
 *
 * Everything in a row must hold; "OR" joins its neighbours, with or without brackets; "-" and "NOT" exclude; words
 * without a kind that stand together are one phrase. Never fails: what makes no sense is left out and told.
 */
export function parseQuery(whole: string): { clauses: Clause[]; mistakes: Mistake[] } {
  const typed = whole.slice(0, mostCharacters);
  const { tokens, mistakes } = readTokens(typed);
  const tell = (
    place: { from: number; to: number },
    kind: "open-bracket" | "stray-bracket" | "empty-brackets" | "stray-or" | "and-in-brackets",
    repairs: string[] = [],
  ) => mistakes.push({ from: place.from, to: place.to, fault: { kind }, repairs });
  if (whole.length > mostCharacters)
    mistakes.push({
      from: mostCharacters,
      to: whole.length,
      fault: { kind: "too-long", most: mostCharacters },
      repairs: [""],
    });
  const clauses: Clause[] = [];
  let open: Extract<Token, { kind: "open" }> | null = null;
  /** What has been read inside the brackets that are open. */
  let inside: { groups: Term[][]; afterOr: boolean } = { groups: [], afterOr: false };
  let afterOr = false;
  const last = (): Clause | undefined => clauses.at(-1);
  const close = (to: number) => {
    if (!open) return;
    const place = { from: open.from, to };
    const { groups } = inside;
    if (groups.length === 0) tell(place, "empty-brackets", [""]);
    else if (open.minus || groups.length === 1 || groups.some((group) => group.length > 1))
      clauses.push(...clausesOf(groups, open.minus, place));
    else clauses.push({ ...place, minus: false, terms: groups.flat() });
    if (groups.length > 1 && groups.some((group) => group.length > 1)) tell(place, "and-in-brackets");
    open = null;
  };
  for (const token of joinWords(tokens)) {
    if (token.kind === "open") {
      if (open) tell(token, "stray-bracket", [""]);
      else {
        open = token;
        inside = { groups: [], afterOr: false };
      }
    } else if (token.kind === "close") {
      if (open) {
        close(token.to);
        afterOr = false;
      } else tell(token, "stray-bracket", [""]);
    } else if (token.kind === "or") {
      if (open ? inside.groups.length === 0 || inside.afterOr : clauses.length === 0 || afterOr)
        tell(token, "stray-or", [""]);
      else if (open) inside.afterOr = true;
      else afterOr = true;
    } else if (open) {
      const group = inside.groups.at(-1);
      if (inside.afterOr || !group) inside.groups.push([token]);
      else group.push(token);
      inside.afterOr = false;
    } else {
      const before = last();
      if (afterOr && before && !before.minus && !token.minus) {
        before.terms.push(token);
        before.to = token.to;
      } else clauses.push({ from: token.from, to: token.to, minus: token.minus, terms: [token] });
      afterOr = false;
    }
  }
  if (open) {
    const { from } = open;
    const isEmpty = inside.groups.length === 0;
    close(typed.length);
    // That there is nothing in it was told already.
    if (!isEmpty) tell({ from, to: typed.length }, "open-bracket", [`${typed.slice(from).trimEnd()})`]);
  }
  const final = tokens.at(-1);
  if (final?.kind === "or" && afterOr) tell(final, "stray-or", [""]);
  return { clauses: fewEnough(clauses, mistakes), mistakes };
}

/** Brackets that hold no plain choice: with a minus, or without any OR, each term stands for itself. */
function clausesOf(groups: Term[][], minus: boolean, place: { from: number; to: number }): Clause[] {
  if (groups.length > 1 && !minus) return [{ ...place, minus, terms: groups.flat() }];
  return groups
    .flat()
    .map((term) => ({ from: term.from, to: term.to, minus: minus !== term.minus, terms: [term] }));
}

/** "mina harker" without quotes is one phrase, and "or" in small letters between names is a word of it. */
function joinWords(tokens: Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    if (
      token.kind === "term" &&
      before?.kind === "term" &&
      isBareWord(before) &&
      isBareWord(token) &&
      !token.minus
    )
      joined[joined.length - 1] = { ...before, to: token.to, value: `${before.value} ${token.value}` };
    else joined.push(token);
  }
  return joined;
}

function isBareWord(term: Term): boolean {
  return term.key === null && !term.quoted;
}

function fewEnough(clauses: Clause[], mistakes: Mistake[]): Clause[] {
  let count = 0;
  const kept = clauses.filter(({ terms }) => {
    count += terms.length;
    return count <= mostTerms;
  });
  const first = clauses[kept.length];
  const final = clauses.at(-1);
  if (first && final)
    mistakes.push({
      from: first.from,
      to: final.to,
      fault: { kind: "too-many", most: mostTerms },
      repairs: [""],
    });
  return kept;
}

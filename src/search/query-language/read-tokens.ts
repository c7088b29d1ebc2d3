import type { Mistake } from "./mistake.ts";
import { subjectOf } from "./query-keys.ts";

/** Something asked for: `key:value`, or words without a key. Places count characters of what was typed, from 0. */
export type Term = {
  kind: "term";
  from: number;
  to: number;
  minus: boolean;
  /** Lower case; null for words without a kind. */
  key: string | null;
  value: string;
  valueFrom: number;
  quoted: boolean;
  /** What stands after "=": `warning:underage=no`. */
  answer: string | null;
};

export type Token =
  | Term
  | { kind: "open"; from: number; to: number; minus: boolean }
  | { kind: "close"; from: number; to: number }
  | { kind: "or"; from: number; to: number };

const quotes = '"“”„«»';
const gap = /\s*/uy;
const keyAhead = /([\p{L}\p{N}_-]+):\s*/uy;
const wordAhead = /[^\s()"“”„«»]+(?:\([^\s()]*\)[^\s()"“”„«»]*)*/uy;
const thousandsAhead = /\s\d{3}(?!\d)[^\s()"“”„«»]*/uy;
const anotherKeyAhead = /-?[\p{L}\p{N}_-]+:(?!\/\/)/uy;

/** Takes what was typed apart. Any text has tokens; what is wrong with it is told beside them. */
export function readTokens(typed: string): { tokens: Token[]; mistakes: Mistake[] } {
  const tokens: Token[] = [];
  const mistakes: Mistake[] = [];
  let at = 0;
  let notAhead = false;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(typed);
  };
  const skip = (pattern: RegExp) => {
    const found = match(pattern);
    if (found) at += found[0].length;
    return found;
  };
  /** Words in quotes, up to the closing one; a backslash takes the sign after it as it is. */
  const readQuoted = (): string => {
    const opened = at;
    let value = "";
    for (at += 1; at < typed.length; at += 1) {
      const sign = typed.charAt(at);
      if (quotes.includes(sign)) {
        at += 1;
        return value;
      }
      if (sign === "\\" && at + 1 < typed.length) at += 1;
      value += typed.charAt(at);
    }
    mistakes.push({
      from: opened,
      to: typed.length,
      fault: { kind: "open-quote" },
      repairs: [`${typed.slice(opened).trimEnd()}"`],
    });
    return value;
  };
  const readTerm = (from: number, minus: boolean): void => {
    const key = skip(keyAhead)?.[1]?.toLowerCase() ?? null;
    const valueFrom = at;
    const isQuoted = at < typed.length && quotes.includes(typed.charAt(at));
    let value = "";
    if (isQuoted) value = readQuoted();
    else if (key === null || !match(anotherKeyAhead)) value = skip(wordAhead)?.[0] ?? "";
    let answer: string | null = null;
    if (isQuoted && typed.charAt(at) === "=") {
      at += 1;
      answer = skip(wordAhead)?.[0] ?? "";
    } else if (key !== null && !isQuoted && value.includes("=")) {
      const equals = value.lastIndexOf("=");
      // Not the sign of ">=5k".
      if (equals > 0 && !"<>".includes(value.charAt(equals - 1))) {
        answer = value.slice(equals + 1);
        value = value.slice(0, equals);
      }
    }
    // "5 000" and "5 000..40 000" are written with a space in many languages.
    while (key !== null && !isQuoted && answer === null && isCounted(key) && /(?:^|\D)\d{1,3}$/.test(value)) {
      const thousands = skip(thousandsAhead)?.[0];
      if (thousands === undefined) break;
      value += thousands;
    }
    tokens.push({ kind: "term", from, to: at, minus, key, value, valueFrom, quoted: isQuoted, answer });
  };
  for (;;) {
    skip(gap);
    if (at >= typed.length) break;
    const from = at;
    let minus = notAhead;
    notAhead = false;
    if (/[-−–]/u.test(typed.charAt(at)) && /\S/u.test(typed.charAt(at + 1))) {
      minus = true;
      at += 1;
    }
    const sign = typed.charAt(at);
    if (sign === "(") {
      at += 1;
      tokens.push({ kind: "open", from, to: at, minus });
    } else if (sign === ")") {
      at += 1;
      tokens.push({ kind: "close", from, to: at });
    } else {
      const bare = match(wordAhead)?.[0];
      if (bare === "OR" || bare === "|" || bare === "||") {
        at += bare.length;
        tokens.push({ kind: "or", from, to: at });
      } else if (bare === "AND" || bare === "&" || bare === "&&") at += bare.length;
      else if (bare === "NOT") {
        at += bare.length;
        notAhead = true;
      } else readTerm(from, minus);
    }
    // Whatever it was, it took at least one character: this ends.
    if (at === from) at += 1;
  }
  return { tokens, mistakes };
}

function isCounted(key: string): boolean {
  const about = subjectOf(key, [])?.about;
  return about === "words" || about === "chapters";
}

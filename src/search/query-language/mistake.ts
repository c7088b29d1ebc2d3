/** What is wrong with a place in what was typed. */
export type Fault =
  | { kind: "open-quote" }
  | { kind: "open-bracket" }
  | { kind: "stray-bracket" }
  | { kind: "empty-brackets" }
  | { kind: "stray-or" }
  | { kind: "and-in-brackets" }
  | { kind: "mixed-choice" }
  | { kind: "unknown-key"; key: string }
  | { kind: "no-value"; key: string }
  | { kind: "no-exclusion"; key: string }
  | { kind: "not-in-brackets"; key: string }
  | { kind: "not-numbers"; key: string; value: string }
  | { kind: "not-dates"; key: string; value: string }
  | { kind: "not-a-choice"; key: string; value: string; choices: string[] }
  /** `sort`: what the owner calls a kind of tag, or null for a name of any kind. */
  | { kind: "no-such-name"; sort: string | null; name: string; near: string[] }
  | { kind: "no-such-writer"; name: string; near: string[] }
  | { kind: "no-such-recipient"; name: string; near: string[] }
  | { kind: "no-such-series"; name: string; near: string[] }
  | { kind: "no-main-exclusion"; name: string }
  | { kind: "no-text-exclusion" }
  /** Words that are no name, and so could only be looked for inside the stories: with a minus, or among several. */
  | { kind: "no-word-exclusion"; words: string }
  | { kind: "no-word-choice"; words: string[] }
  /** Part of several names, as `near`. */
  | { kind: "several-fit"; name: string; near: string[] }
  | { kind: "unusable-text"; words: string[] }
  | { kind: "several-names"; name: string; kinds: string[] }
  | { kind: "too-long"; most: number }
  | { kind: "too-many"; most: number };

/** A mistake: the characters it is about, what is wrong, and what could stand there instead. */
export type Mistake = { from: number; to: number; fault: Fault; repairs: string[] };

/** What was typed with a repair put in its place. */
export function repaired(typed: string, { from, to }: { from: number; to: number }, repair: string): string {
  return typed.slice(0, from) + repair + typed.slice(to);
}

/** A name as it must be typed to be read back: in quotes unless it is one plain word. */
export function quoted(name: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*$/u.test(name) && !/^(?:or|and|not)$/i.test(name)
    ? name
    : `"${name.replace(/[\\"“”„«»]/g, "\\$&")}"`;
}

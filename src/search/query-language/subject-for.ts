import type { Asking } from "./asking.ts";
import { quoted } from "./mistake.ts";
import { nearestKey, type Subject, subjectOf } from "./query-keys.ts";
import type { Term } from "./read-tokens.ts";

/** What a term is about; null: told that its key means nothing, or that nothing stands after it. */
export function subjectFor({ names, typed, tell }: Asking, term: Term): Subject | null {
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
}

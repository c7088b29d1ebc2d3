import { withText } from "../change-filter.ts";
import { pauseForPages } from "../index/pause.ts";
import type { WorkFilter } from "../work-filter.ts";
import { askingForChoice } from "./ask-for-choice.ts";
import { askingForPart } from "./ask-for-part.ts";
import { askingForWords, type OtherReading } from "./ask-for-words.ts";
import { beginAsking, type Question } from "./asking.ts";
import type { Mistake } from "./mistake.ts";
import { parseQuery } from "./parse-query.ts";
import { subjectFor } from "./subject-for.ts";

/** What was typed, as far as it makes sense, put on top of the filter there was. */
export type ResolvedQuery = { filter: WorkFilter; mistakes: Mistake[]; others: OtherReading[] };

/**
 * Reads a query and looks its names up. Never fails: each mistake is told with its place and, where one can be
 * guessed, a repair.
 *
 * @param base what was chosen before; the query narrows it, and says anew how to sort
 */
export async function resolveQuery(question: Question, base: WorkFilter): Promise<ResolvedQuery> {
  const { clauses, mistakes } = parseQuery(question.typed);
  const asking = beginAsking(question, mistakes);
  const others: OtherReading[] = [];
  let filter = base;
  let sorted = false;
  for (const clause of clauses) {
    // Names are looked up in this very thread with SQLite, and forty in a row would hold everybody else up.
    await pauseForPages();
    const [first] = clause.terms;
    if (clause.terms.length > 1) filter = (await askingForChoice(asking, clause))?.(filter) ?? filter;
    else if (first) {
      const term = { ...first, minus: clause.minus };
      const subject = term.key === null ? null : subjectFor(asking, term);
      if (subject) {
        sorted ||= subject.about === "sort";
        filter = (await askingForPart(asking, term, subject))?.(filter) ?? filter;
      } else if (term.key === null && term.value.trim() !== "") {
        const { change, other } = await askingForWords(asking, term);
        filter = change?.(filter) ?? filter;
        if (other) others.push(other);
      }
    }
  }
  // The best match comes first as soon as words are asked for, unless another order was.
  if (!sorted) filter = withText({ ...filter, text: base.text }, filter.text);
  return { filter, mistakes: mistakes.toSorted((one, other) => one.from - other.from), others };
}

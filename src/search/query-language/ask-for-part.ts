import { foldName } from "../../vocabulary/fold-name.ts";
import { fallsByItself } from "../meant-order.ts";
import { readDateRange, readNumberRange } from "../read-range.ts";
import { type SortOrder, sortOrders } from "../work-filter.ts";
import { askingForText } from "./ask-for-text.ts";
import { type Asking, adding, type Change, withoutMinus } from "./asking.ts";
import { askingForGifts, askingForSeries, askingForWriter } from "./choose-person.ts";
import { askingForTag, tagOf, weighed } from "./choose-tag.ts";
import { languageOf, rowOf, wordOf, yesOrNo } from "./choose-word.ts";
import type { Subject } from "./query-keys.ts";
import type { Term } from "./read-tokens.ts";

/** What a term with a key asks for; null where it makes no sense, which is told. */
export async function askingForPart(asking: Asking, term: Term, subject: Subject): Promise<Change | null> {
  const { names } = asking;
  const { minus } = term;
  switch (subject.about) {
    case "tag": {
      const { term: named, weight } = weighed(term);
      const id = await tagOf(asking, named, subject.kind, weight);
      return id === null ? null : askingForTag(asking, named, id, weight);
    }
    case "main":
    case "mention": {
      const id = await tagOf(asking, term, null, subject.about);
      return id === null ? null : askingForTag(asking, term, id, subject.about);
    }
    case "rating": {
      const rating = rowOf(asking, term, names.ratings);
      return rating && adding(minus ? "notRatings" : "ratings", [rating.id]);
    }
    case "category": {
      const category = rowOf(asking, term, names.categories);
      return category && adding(minus ? "notCategories" : "categories", [category.id]);
    }
    case "language": {
      const language = languageOf(asking, term);
      return language === null ? null : adding(minus ? "notLanguages" : "languages", [language]);
    }
    case "warning":
      return askingForWarning(asking, term);
    case "writer":
      return askingForWriter(asking, term);
    case "gift":
      return isAsked(asking, term) ? askingForGifts(asking, term) : null;
    case "series":
      return isAsked(asking, term) ? askingForSeries(asking, term) : null;
    case "text":
      return askingForText(asking, term);
    case "complete":
    case "pictures":
    case "audio": {
      const more =
        subject.about === "complete" ? { yes: ["complete", "done"], no: ["wip"] } : { yes: [], no: [] };
      const said = yesOrNo(asking, term, more);
      return said === null ? null : (filter) => ({ ...filter, [subject.about]: said !== minus });
    }
    case "crossovers": {
      const word = wordOf(asking, term, { only: ["yes"], out: ["no", "none"], in: ["any"] });
      const crossovers = (["only", "out", "in"] as const).find((known) => known === word);
      return crossovers && isAsked(asking, term) ? (filter) => ({ ...filter, crossovers }) : null;
    }
    case "pairing": {
      const word = wordOf(asking, term, { one: ["1", "single", "yes"], any: ["no"] });
      return word !== null && isAsked(asking, term)
        ? (filter) => ({ ...filter, onlyPairing: word === "one" })
        : null;
    }
    case "words":
    case "chapters": {
      const range = readNumberRange(wholeValue(term));
      if (!range) return asking.tell(term, { kind: "not-numbers", key: term.key ?? "", value: term.value });
      return isAsked(asking, term) ? (filter) => ({ ...filter, [subject.about]: range }) : null;
    }
    case "posted":
    case "updated": {
      const range = readDateRange(wholeValue(term));
      if (!range) return asking.tell(term, { kind: "not-dates", key: term.key ?? "", value: term.value });
      return isAsked(asking, term) ? (filter) => ({ ...filter, [subject.about]: range }) : null;
    }
    case "sort": {
      const word = wordOf(asking, term, sortWords);
      const sort = sortOrders.find((known) => known === word);
      return sort ? (filter) => ({ ...filter, sort, descending: fallsByItself(sort) !== minus }) : null;
    }
    case "order": {
      const word = wordOf(asking, term, { up: ["asc", "ascending"], down: ["desc", "descending"] });
      return word !== null && isAsked(asking, term)
        ? (filter) => ({ ...filter, descending: word === "down" })
        : null;
    }
  }
}

/** Whether a part that can only be asked for is not kept out; told where it is. */
function isAsked(asking: Asking, term: Term): boolean {
  if (!term.minus) return true;
  asking.tell(term, { kind: "no-exclusion", key: term.key ?? "" }, [withoutMinus(asking, term)]);
  return false;
}

/** ">=5k" has no answer after its "=". */
function wholeValue({ value, answer }: Term): string {
  return answer === null ? value : `${value}=${answer}`;
}

const answers = new Map<string, "yes" | "no" | "unsaid">([
  ["yes", "yes"],
  ["no", "no"],
  ["unsaid", "unsaid"],
  ["not-saying", "unsaid"],
]);

function askingForWarning(asking: Asking, term: Term): Change | null {
  const warning = rowOf(asking, term, asking.names.warnings);
  if (!warning) return null;
  const answer = term.answer === null ? "yes" : answers.get(foldName(term.answer));
  if (answer)
    return (filter) => ({
      ...filter,
      warnings: [...filter.warnings, { id: warning.id, answer, is: !term.minus }],
    });
  return asking.tell(term, {
    kind: "not-a-choice",
    key: term.key ?? "",
    value: term.answer ?? "",
    choices: ["yes", "no", "unsaid"],
  });
}

/** The orders, each with what else people call it. */
const sortWords: Record<SortOrder, string[]> = {
  updated: ["new", "newest", "date"],
  posted: ["published"],
  words: ["length", "longest"],
  title: ["name"],
  author: ["writer"],
  kudos: ["thanks"],
  comments: ["comment"],
  bookmarks: ["bookmark"],
  hits: ["read", "readings"],
  relevance: ["match", "fit"],
  random: ["chance", "shuffle"],
};

import type { Element, RootContent } from "hast";
import { visit } from "unist-util-visit";
import { type FactMark, factNamed } from "../../vocabulary/fact-marks.ts";
import { factsOfComment } from "../../vocabulary/markdown-marks.ts";
import { relatedKinds } from "../../works/related.ts";
import { textIn } from "../document/page-elements.ts";
import { isRatingId, ratingOf } from "../header/ratings.ts";
import type { NewRecognition } from "../reading-draft.ts";
import type { TagField } from "../recognised-fields.ts";
import { partNumber } from "../series-sayings.ts";
import { tagFields, tagKindOf } from "../tag-kinds.ts";

/** The names and values that a line of a title leaf marks (src/downloads/leaves); none in a file of before the marks. */
export function factsIn(line: RootContent): FactMark[] {
  const marks: FactMark[] = [];
  visit(line, "element", (element: Element) => {
    const fact = factNamed(element.properties.dataFact);
    const { dataValue } = element.properties;
    if (fact)
      marks.push({
        fact,
        words: textIn(element),
        ...(dataValue !== undefined && { value: String(dataValue) }),
      });
  });
  return marks;
}

/** The same of a line of Markdown, where a comment says them; none when somebody has changed the line since. */
export function factsInComments(line: RootContent): FactMark[] {
  const marks: FactMark[] = [];
  visit(line, "comment", ({ value }) => {
    marks.push(...(factsOfComment(value) ?? []));
  });
  const words = textIn(line);
  return marks.every((mark) => words.includes(mark.words)) ? marks : [];
}

/** What marked names and values say of a work. */
export function sayingsOfMarks(marks: FactMark[]): NewRecognition[] {
  return marks.flatMap((mark, index) => sayingsOfMark(mark, marks.slice(index + 1)));
}

function sayingsOfMark(mark: FactMark, after: FactMark[]): NewRecognition[] {
  const { fact, words, value = "" } = mark;
  const [next] = after;
  switch (fact) {
    case "author":
    case "co-author":
    case "translator":
    case "artist":
    case "beta":
      return [{ field: "creators", role: fact, name: words }];
    case "gift":
      return [{ field: "gifts", name: words, addressedAs: next?.fact === "gift-as" ? next.words : null }];
    case "gift-as":
      return [];
    case "rating":
      return ratingMarked(mark);
    case "warning-yes":
      return [{ field: "warnings", words }];
    case "warning-no":
      return [{ field: "warnings", words, answer: "no" }];
    case "warning-unsaid":
      return [{ field: "warnings", words, answer: "unsaid" }];
    case "tag":
      return [{ field: tagFieldOf(value), name: words, from: words }];
    case "tag-side":
      return [{ field: tagFieldOf(value), name: words, from: words, weight: "side" }];
    case "tag-mention":
      return [{ field: tagFieldOf(value), name: words, from: words, weight: "mention" }];
    case "series":
      return [{ field: "series", title: words, number: partNumber(value) }];
    case "category":
      return [{ field: "categories", name: words, from: words }];
    case "permission-yes":
      return [{ field: "permissions", name: words, answer: "yes" }];
    case "permission-ask":
      return [{ field: "permissions", name: words, answer: "ask" }];
    case "permission-no":
      return [{ field: "permissions", name: words, answer: "no" }];
    case "related-translation":
    case "related-inspired":
    case "related-remix":
    case "related-sequel":
    case "related-prequel":
    case "related-podfic":
    case "related-art":
      return relatedMarked(mark, after);
    case "related-by":
    case "related-at":
      return [];
    case "language":
      return isLanguageTag(value) ? [{ field: "language", tag: value }] : [];
    case "length":
      return lengthMarked(value);
  }
}

/** A title, and the names and the address that follow it. */
function relatedMarked({ fact, words, value = "" }: FactMark, after: FactMark[]): NewRecognition[] {
  const kind = relatedKinds.find((each) => fact === `related-${each}`);
  if (kind === undefined) return [];
  const end = after.findIndex((mark) => mark.fact !== "related-by" && mark.fact !== "related-at");
  const about = end === -1 ? after : after.slice(0, end);
  const saying = (wanted: FactMark["fact"]) =>
    about.flatMap((mark) => (mark.fact === wanted ? [mark.words] : []));
  const language = isLanguageTag(value) && value !== "und" ? value : "";
  const [address = ""] = saying("related-at");
  return [
    { field: "related", kind, title: words, author: saying("related-by").join(", "), language, address },
  ];
}

function ratingMarked({ words, value }: FactMark): NewRecognition[] {
  if (value !== undefined && isRatingId(value)) return [{ field: "rating", id: value, from: words }];
  const rating = ratingOf(words);
  return rating ? [{ field: "rating", ...rating }] : [];
}

/** A kind of tag that only the other archive knows has no field here but that of additional tags. */
function tagFieldOf(kind: string): TagField {
  return tagFields.find((field) => tagKindOf[field] === kind) ?? "additionalTags";
}

function isLanguageTag(tag: string): boolean {
  return /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/iu.test(tag);
}

/** `2/3 complete`, `2/? unfinished`. */
function lengthMarked(value: string): NewRecognition[] {
  const [, expected, state] = /^\d{1,6}\/(\d{1,6}|\?) (complete|unfinished)$/u.exec(value) ?? [];
  if (expected === undefined) return [];
  return [
    { field: "expectedChapters", number: expected === "?" ? null : Number(expected) },
    { field: "complete", complete: state === "complete" },
  ];
}

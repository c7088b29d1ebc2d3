import type { Page } from "../../ui/page.ts";
import type { FilterNames } from "../filter-names.ts";
import { filterSentence } from "../filter-sentence.ts";
import type { NameSort } from "../sentence-names.ts";
import type { WorkFilter } from "../work-filter.ts";

/** Private-use characters, which no catalogue has a reason to hold; a name that holds one loses it. */
const marks: Record<NameSort, string> = { fandom: "\uE000", name: "\uE001" };
const end = "\uE002";
const anyMark = /[\uE000-\uE002]/gu;

/** The sentence of a filter with its fandoms in italics, each name in its own direction. */
export function SentenceOfFilter(props: { page: Page; filter: WorkFilter; names: FilterNames }) {
  const { page, filter, names } = props;
  const marked = filterSentence(
    page,
    filter,
    names,
    (name, sort) => marks[sort] + name.replace(anyMark, "") + end,
  );
  const pieces = marked.split(/([\uE000\uE001][^\uE002]*\uE002)/u);
  return (
    <>
      {pieces.map((piece) => {
        const name = piece.replace(anyMark, "");
        if (piece.startsWith(marks.fandom)) return <cite dir="auto">{name}</cite>;
        return piece.startsWith(marks.name) ? <bdi>{name}</bdi> : piece;
      })}
    </>
  );
}

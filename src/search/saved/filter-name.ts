import { z } from "zod";
import { foldName } from "../../vocabulary/fold-name.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import type { FilterNames } from "../filter-names.ts";
import { filterSentence } from "../filter-sentence.ts";
import { orderClause } from "../order-clause.ts";
import type { Speaker } from "../speaker.ts";
import type { WorkFilter } from "../work-filter.ts";

/** A name is read in a list of names, and in a feed reader's narrow column. */
const mostNameCharacters = 80;

/** What a filter may be called: anything that can be seen, on one line. */
export function filterNameShape(t: Translate) {
  return z
    .string()
    .transform((name) =>
      name
        .normalize("NFC")
        .replace(/[\p{Cc}\s]+/gu, " ")
        .trim(),
    )
    .pipe(
      z
        .string()
        .refine((name) => foldName(visible(name)) !== "", t("Give the filter a name."))
        .refine(
          (name) => [...name].length <= mostNameCharacters,
          t("A filter’s name has at most {most, number} characters.", { most: mostNameCharacters }),
        ),
    );
}

/** A name to begin with: the filter's sentence without its order, cut at a word. */
export function proposedName(speaker: Speaker, filter: WorkFilter, names: FilterNames): string {
  const { t } = speaker;
  const sentence = filterSentence(speaker, filter, names);
  const order = orderClause(t, filter);
  const said = sentence.endsWith(order) ? sentence.slice(0, -order.length) : sentence;
  return cutAtWord(said.replace(/[\s\p{P}]+$/u, ""));
}

function cutAtWord(text: string): string {
  const letters = [...text];
  if (letters.length <= mostNameCharacters) return text;
  const cut = letters.slice(0, mostNameCharacters - 1).join("");
  return `${cut.replace(/[\s\p{P}]+\S*$/u, "")}…`;
}

function visible(name: string): string {
  return name.replace(/\p{Default_Ignorable_Code_Point}/gu, "");
}

import type { TagWeight } from "../../tags/tags.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { chapterFieldNames } from "../../works/chapter-form.ts";
import type { CreatorRole } from "../../works/work.ts";
import type { WorkChoices } from "../../works/work-choices.ts";
import { workFieldNames } from "../../works/work-values.ts";
import type { RecognisedTag } from "../recognised-fields.ts";
import type { ReviewFields, ReviewText } from "../review-outcome.ts";
import { weightOf } from "../review-values.ts";
import { tagFields, tagKindOf } from "../tag-kinds.ts";

/** The most characters of the file quoted beside a field. */
const longestQuote = 120;

/** By field name, the words of the file that say what stands in it. */
export function fieldRemarks(
  fields: ReviewFields,
  choices: WorkChoices,
  t: Translate,
): Record<string, string> {
  const remarks: Record<string, string> = {};
  const from = (name: string, quotes: string[]) => {
    const said = [...new Set(quotes.filter((quote) => quote !== "").map(shortened))];
    if (said.length > 0)
      remarks[name] = t("From the file: {quotes}", {
        quotes: said.map((quote) => t("“{quote}”", { quote })).join(" "),
      });
  };
  const text = (name: string, passage: ReviewText | null) => from(name, passage?.quotes ?? []);
  const names = workFieldNames;
  text(names.title, fields.title);
  text(names.summary, fields.summary);
  text(names.notes, fields.notes);
  text(names.endNotes, fields.endNotes);
  text(names.dedication, fields.dedication);
  text(names.disclaimer, fields.disclaimer);
  text(names.conventions, fields.conventions);
  text(chapterFieldNames.title, fields.chapterTitle);
  from(
    names.chapters,
    [fields.expectedChapters, fields.complete].flatMap((found) => found?.evidence.quote ?? []),
  );
  from(names.rating, [fields.rating?.evidence.quote ?? ""]);
  const [firstWarning] = choices.warnings;
  if (firstWarning)
    from(
      names.warning(firstWarning.id),
      fields.warnings.filter(({ answer }) => answer === undefined).map(({ words }) => words),
    );
  for (const [index, { evidence }] of fields.gifts.entries()) from(names.giftName(index), [evidence.quote]);
  for (const role of ["author", "beta", "artist", "translator"] as const)
    from(names.credit(role), quotesFor(fields, role));
  for (const field of tagFields) {
    const kindId = tagKindOf[field];
    const weighing = (weight: TagWeight) =>
      fields[field].filter((tag) => weightOf(tag, kindId, choices) === weight);
    tagRemarks(remarks, names.tags(kindId), weighing("main"), t);
    tagRemarks(remarks, names.sideTags(kindId), weighing("side"), t);
    tagRemarks(remarks, names.mentionedTags(kindId), weighing("mention"), t);
  }
  from(names.series, [fields.series?.evidence.quote ?? ""]);
  tagRemarks(remarks, names.categories, fields.categories, t);
  if (fields.language) remarks[names.language] = t("The words of the story say so.");
  return remarks;
}

function quotesFor(fields: ReviewFields, role: CreatorRole): string[] {
  return fields.creators
    .filter((creator) => creator.role === role || (role === "author" && creator.role === "co-author"))
    .map(({ evidence }) => evidence.quote);
}

/** What was found is quoted; what is proposed is said to wait for an answer. */
function tagRemarks(
  remarks: Record<string, string>,
  name: string,
  tags: RecognisedTag[],
  t: Translate,
): void {
  const found = tags
    .filter(({ state }) => state !== "proposed")
    .map(({ evidence }) => shortened(evidence.quote));
  const proposed = tags.filter(({ state }) => state === "proposed").map((tag) => tag.name);
  const said = [
    ...(found.length > 0
      ? [
          t("From the file: {quotes}", {
            quotes: [...new Set(found)].map((quote) => t("“{quote}”", { quote })).join(" "),
          }),
        ]
      : []),
    ...(proposed.length > 0
      ? [t("Proposed among the questions above: {names}.", { names: proposed.join(", ") })]
      : []),
  ];
  if (said.length > 0) remarks[name] = said.join(" ");
}

function shortened(quote: string): string {
  const line = quote.replace(/\s+/gu, " ").trim();
  return line.length > longestQuote ? `${line.slice(0, longestQuote).toWellFormed()}…` : line;
}

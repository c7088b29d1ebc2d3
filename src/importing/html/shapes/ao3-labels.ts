import type { Element } from "hast";
import { visit } from "unist-util-visit";
import { elementsOf, textIn } from "../../document/page-elements.ts";
import type { PageSection } from "../../document/page-section.ts";
import { paragraph } from "../../document/paragraph.ts";
import { knownLabel, type LabelField } from "../../header/labels.ts";
import { languageNamed } from "../../header/language-names.ts";
import { ratingOf } from "../../header/ratings.ts";
import { warningRecognition } from "../../header/read-facts.ts";
import type { NewRecognition } from "../../reading-draft.ts";
import type { TagField } from "../../recognised-fields.ts";
import { seriesSaying } from "../../series-sayings.ts";

type Stat = { name: string; value: string };

const stat = /(Published|Completed|Updated|Words|Chapters|Comments|Kudos|Bookmarks|Hits):\s*([\d,.?/-]+)/gu;
const dates = new Set(["Published", "Completed", "Updated"]);

/**
 * AO3's list of labels above a work, each a part of its own. Of its statistics the dates stay as one line of the notes, `Chapters: 2/3` says how
 * many there are and will be, and words and visits are the site's to count.
 */
export function labelSections(list: Element): PageSection[] {
  const sections: PageSection[] = [];
  let label = "";
  for (const item of elementsOf(list)) {
    const words = textIn(item).replace(/\s+/gu, " ").trim();
    if (item.tagName === "dt") label = words.replace(/:$/u, "");
    else if (label === "Stats") sections.push(...statSections(words));
    else if (words !== "") sections.push(labelled(label, item, words));
  }
  return sections;
}

function statSections(words: string): PageSection[] {
  const stats = [...words.matchAll(stat)].map(([, name = "", value = ""]): Stat => ({ name, value }));
  const line = (some: Stat[]) => paragraph(some.map(({ name, value }) => `${name}: ${value}`).join(", "));
  const dated = stats.filter(({ name }) => dates.has(name));
  const counted = stats.filter(({ name }) => !dates.has(name));
  return [
    ...(counted.length > 0
      ? [{ role: "labels" as const, says: sayingsOf(stats), nodes: [line(counted)] }]
      : []),
    ...(dated.length > 0 ? [{ role: "notes" as const, nodes: [line(dated)] }] : []),
  ];
}

const tagFields: Partial<Record<LabelField, TagField>> = {
  fandom: "fandoms",
  pairing: "relationships",
  characters: "characters",
  genre: "additionalTags",
  category: "categories",
};

/** A label and what it says. Each link, or item of a list, is one value: a tag may hold commas. What has no field of its own is a note. */
export function labelled(label: string, item: Element, words: string): PageSection {
  const values = valuesOf(item, words);
  const field = knownLabel(label)?.field;
  const tag = field && tagFields[field];
  const rating = field === "rating" ? ratingOf(words) : null;
  const language = field === "language" ? languageNamed(words) : null;
  const nodes = [paragraph(`${label}: ${words}`)];
  const says: NewRecognition[] = tag
    ? values.map((name) => ({ field: tag, name, from: name }))
    : field === "warnings"
      ? values.map(warningRecognition)
      : rating
        ? [{ field: "rating", ...rating }]
        : language
          ? [{ field: "language", tag: language }]
          : label === "Series"
            ? [seriesSaying(words, values) ?? []].flat()
            : [];
  return says.length > 0 ? { role: "labels", says, nodes } : { role: "notes", nodes };
}

function valuesOf(item: Element, words: string): string[] {
  for (const name of ["li", "a"]) {
    const values: string[] = [];
    visit(item, "element", (element) => {
      if (element.tagName === name) values.push(textIn(element).replace(/\s+/gu, " ").trim());
    });
    const filled = values.filter((value) => value !== "");
    if (filled.length > 0) return filled;
  }
  return words.split(/,\s+/u);
}

/** A file of AO3's holds all chapters there are, so that only of a first one the number says which this is. */
function sayingsOf(stats: Stat[]): NewRecognition[] {
  const chapters = stats.find(({ name }) => name === "Chapters")?.value ?? "";
  const [, posted = "", expected = ""] = /^(\d+)\/(\d+|\?)$/u.exec(chapters) ?? [];
  if (expected === "") return [];
  return [
    ...(posted === "1" ? [{ field: "chapterNumber" as const, number: 1 }] : []),
    { field: "expectedChapters", number: expected === "?" ? null : Number(expected) },
    { field: "complete", complete: posted === expected },
  ];
}

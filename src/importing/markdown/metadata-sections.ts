import type { PageRole, PageSection } from "../document/page-section.ts";
import { paragraph } from "../document/paragraph.ts";
import { knownLabel, type LabelField } from "../header/labels.ts";
import { languageNamed } from "../header/language-names.ts";
import { ratingOf } from "../header/ratings.ts";
import type { NewRecognition } from "../reading-draft.ts";
import type { CreatorRole, TagField } from "../recognised-fields.ts";
import type { MarkdownMetadata } from "./front-matter.ts";

const passages: Partial<Record<LabelField, PageRole>> = {
  title: "title",
  summary: "summary",
  notes: "notes",
  dedication: "dedication",
  disclaimer: "disclaimer",
  conventions: "conventions",
};
const people: Partial<Record<LabelField, CreatorRole>> = {
  author: "author",
  "co-author": "co-author",
  beta: "beta",
  artist: "artist",
  translator: "translator",
};
const tags: Partial<Record<LabelField, TagField>> = {
  fandom: "fandoms",
  characters: "characters",
  pairing: "relationships",
  genre: "additionalTags",
  category: "categories",
};
/** What these tools call things that the lexicon of story headers knows by other names. */
const otherNames: Record<string, string> = {
  tags: "additional tags",
  excerpt: "summary",
  abstract: "summary",
  creator: "author",
  lang: "language",
  translators: "translator",
  artists: "artist",
};

/** The parts of a page that a Markdown file's metadata is; what Pressie has no field for stays as labelled lines. */
export function metadataSections(metadata: MarkdownMetadata): PageSection[] {
  const sections: PageSection[] = [];
  const labels = [];
  for (const [name, values] of metadata) {
    const field = knownLabel(otherNames[name] ?? name)?.field ?? "other";
    const role = passages[field];
    const line = paragraph(`${otherNames[name] ?? name}: ${values.join(", ")}`);
    const says = sayings(field, values);
    if (values.length === 0) continue;
    if (role) sections.push({ role, nodes: values.join("\n").split(/\n+/u).map(paragraph) });
    else if (says.length > 0) sections.push({ role: "labels", says, nodes: [line] });
    else labels.push(line);
  }
  if (labels.length > 0) sections.push({ role: "labels", nodes: labels });
  return sections;
}

function sayings(field: LabelField, values: string[]): NewRecognition[] {
  const role = people[field];
  const tag = tags[field];
  if (role) return values.map((name): NewRecognition => ({ field: "creators", role, name }));
  if (tag) return values.map((name): NewRecognition => ({ field: tag, name, from: name }));
  if (field === "gift")
    return values.map((name): NewRecognition => ({ field: "gifts", name, addressedAs: null }));
  const rating = field === "rating" ? ratingOf(values.join(", ")) : null;
  if (rating) return [{ field: "rating", ...rating }];
  const language = field === "language" ? languageOf(values.join(", ")) : null;
  return language ? [{ field: "language", tag: language }] : [];
}

/** A language by its name in some language, or by its tag (BCP 47). */
function languageOf(words: string): string | null {
  return languageNamed(words) ?? (/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/u.test(words) ? words : null);
}

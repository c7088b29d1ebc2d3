import type { RootContent } from "hast";
import { parseHtml } from "../../story-text/parse-html.ts";
import { wordsIn } from "../container/xml-elements.ts";
import type { XmlElement } from "../container/xml-tree.ts";
import type { PageSection } from "../document/page-section.ts";
import { paragraph } from "../document/paragraph.ts";
import type { NewRecognition } from "../reading-draft.ts";
import type { CreatorRole } from "../recognised-fields.ts";
import { partNumber } from "../series-sayings.ts";

/** MARC relator codes (https://www.loc.gov/marc/relators/relaterm.html) that say what somebody did for a story. */
const roles: Record<string, CreatorRole> = {
  aut: "author",
  aui: "author",
  edt: "beta",
  pfr: "beta",
  art: "artist",
  ill: "artist",
  cov: "artist",
  trl: "translator",
};
/** What shops and converters write into every book of theirs. */
const noTag = /^(?:fanworks?|fiction|fan ?fiction|general|ebook|epub|fictionalwork)$/iu;

/** The title and the names that a book's metadata says, to know its title page by. */
export function bookNames(metadata: XmlElement[]): string[] {
  return metadata
    .filter(({ name }) => name === "dc:title" || name === "dc:creator" || name === "dc:publisher")
    .map((element) => wordsIn(element).trim())
    .filter((words) => words !== "");
}

/** What the metadata of a book says of the work, as the parts of a page (EPUB 3.3, section 5.5; OPF 2.0.1, section 2.2). */
export function metadataSections(metadata: XmlElement[]): PageSection[] {
  const words = (name: string) =>
    metadata.filter((element) => element.name === name).map((element) => wordsIn(element).trim());
  const [title = ""] = words("dc:title");
  const [language = ""] = words("dc:language");
  const [description = ""] = words("dc:description");
  const tags = [...new Set(words("dc:subject"))].filter((tag) => tag !== "" && !noTag.test(tag));
  return [
    ...(title === "" || /^unknown$/iu.test(title)
      ? []
      : [{ role: "title" as const, nodes: [paragraph(title)] }]),
    ...people(metadata),
    ...(tags.length === 0
      ? []
      : said(
          `Tags: ${tags.join(", ")}`,
          tags.map((name) => ({ field: "additionalTags", name, from: name })),
        )),
    ...(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(language) && language !== "und"
      ? said(`Language: ${language}`, [{ field: "language", tag: language }])
      : []),
    ...series(metadata),
    ...(description === "" ? [] : [{ role: "summary" as const, nodes: summaryNodes(description) }]),
  ];
}

function said(words: string, says: NewRecognition[]): PageSection[] {
  return [{ role: "labels", says, nodes: [paragraph(words)] }];
}

function people(metadata: XmlElement[]): PageSection[] {
  return metadata.flatMap((element) => {
    if (element.name !== "dc:creator" && element.name !== "dc:contributor") return [];
    const name = wordsIn(element).trim();
    const code = relatorOf(element, metadata);
    const role = roles[code] ?? (element.name === "dc:creator" && code === "" ? "author" : undefined);
    if (name === "" || /^(?:unknown|anonymous|calibre\b.*)$/iu.test(name)) return [];
    if (code === "dte") return said(`For: ${name}`, [{ field: "gifts", name, addressedAs: null }]);
    return role ? said(`${role}: ${name}`, [{ field: "creators", role, name }]) : [];
  });
}

/** The role stands on the element (EPUB 2) or refines it from beside (EPUB 3). */
function relatorOf(element: XmlElement, metadata: XmlElement[]): string {
  const own = element.attributes["opf:role"] ?? element.attributes.role;
  const { id } = element.attributes;
  const refined = metadata.find(
    ({ name, attributes }) =>
      name === "opf:meta" &&
      attributes.property === "role" &&
      id !== undefined &&
      attributes.refines === `#${id}`,
  );
  return (own ?? (refined ? wordsIn(refined) : "")).trim().toLowerCase();
}

/** A number that counts no parts ("2.5") stays with its series as a line of the notes. */
function series(metadata: XmlElement[]): PageSection[] {
  const content = (name: string) =>
    metadata.find(({ attributes }) => attributes.name === name)?.attributes.content;
  const collection = metadata.find(({ attributes }) => attributes.property === "belongs-to-collection");
  const title = (content("calibre:series") ?? (collection ? wordsIn(collection) : "")).trim();
  if (title === "") return [];
  const index = (content("calibre:series_index") ?? positionOf(collection, metadata)).trim();
  const number = partNumber(index);
  const words = `Series: ${index === "" ? "" : `Part ${number ?? index} of `}${title}`;
  return index === "" || number !== null
    ? said(words, [{ field: "series", title, number }])
    : [{ role: "notes", nodes: [paragraph(words)] }];
}

/** The part's number as EPUB 3 says it, beside the collection. */
function positionOf(collection: XmlElement | undefined, metadata: XmlElement[]): string {
  const id = collection?.attributes.id;
  const position = metadata.find(
    ({ attributes }) =>
      id !== undefined && attributes.refines === `#${id}` && attributes.property === "group-position",
  );
  return position ? wordsIn(position) : "";
}

/** A description may be HTML, written as text. */
function summaryNodes(description: string): RootContent[] {
  if (/<\/?[a-z][^>]*>/iu.test(description)) return parseHtml(description).children;
  return description.split(/\n{2,}/u).map((part) => paragraph(part));
}

import { element, type Xml, xmlCharacters } from "../../plumbing/xml/write-xml.ts";
import { picturesWithoutWords } from "../../story-text/kept-pictures.ts";
import { readStored } from "../../story-text/read-stored.ts";
import { toPlainText } from "../../story-text/to-plain-text.ts";
import type { CreatorRole } from "../downloadable-work.ts";
import { titleOf } from "../front-matter.ts";
import type { Setting } from "../leaves/leaf.ts";
import { plainLine, plainLines } from "../plain-line.ts";
import { accessibilityMetadata } from "./accessibility-metadata.ts";
import { bookIdentifier } from "./identifier.ts";

/**
 * MARC relator codes (https://www.loc.gov/marc/relators/relaterm.html). The list knows no beta reader: `edt`
 * is the nearest ("contributing to a resource by revising"), where `pfr`, proofreader, is for printed matter.
 * `art` and not `ill`: the art belongs to the work but does not lie in the book.
 */
const relators: Record<CreatorRole, string> = {
  author: "aut",
  "co-author": "aut",
  beta: "edt",
  artist: "art",
  translator: "trl",
};

/** The relator for whoever a work is for: dedicatee. */
const dedicatee = "dte";

/** The book's metadata (EPUB 3.3, section 5.5), in terms a library can read. */
export function packageMetadata(setting: Setting, hasPictures: boolean): Xml {
  const { work, t, language } = setting;
  const summary = work.summary.trim() === "" ? "" : toPlainText(readStored(work.summary)).trim();
  return element(
    "metadata",
    { "xmlns:dc": "http://purl.org/dc/elements/1.1/" },
    element("dc:identifier", { id: "work" }, bookIdentifier(work.url)),
    element("dc:title", { id: "work-title" }, titleOf(work, t)),
    refinement("work-title", "title-type", "main"),
    element("dc:language", {}, language.story),
    ...people(setting),
    element("dc:date", {}, instant(work.publishedAt)),
    element("meta", { property: "dcterms:modified" }, instant(work.updatedAt)),
    ...filled("dc:publisher", work.archiveName),
    ...filled("dc:source", work.url),
    ...filled("dc:description", summary),
    ...subjects(setting).map((subject) => element("dc:subject", {}, subject)),
    ...seriesOf(setting),
    ...accessibilityMetadata(
      t,
      hasPictures,
      work.chapters.every(({ text }) => picturesWithoutWords(readStored(text)) === 0),
    ),
    // EPUB 2 readers find the cover by this and not by the manifest's property.
    element("meta", { name: "cover", content: "cover-picture" }),
  );
}

function people({ work }: Setting): Xml[] {
  const credited = work.creators.map(({ role, name }) => ({ name: plainLine(name), code: relators[role] }));
  const given = work.gifts.map(({ name }) => ({ name: plainLine(name), code: dedicatee }));
  return [...credited, ...given]
    .filter(({ name }) => name !== "")
    .flatMap(({ name, code }, index) => {
      const id = `person-${index + 1}`;
      return [
        element(code === "aut" ? "dc:creator" : "dc:contributor", { id }, name),
        element("meta", { refines: `#${id}`, property: "role", scheme: "marc:relators" }, code),
        refinement(id, "display-seq", String(index + 1)),
      ];
    });
}

/** The series it is part of, and its number there (EPUB 3.3, section D.3.2 to D.3.4). */
function seriesOf({ work }: Setting): Xml[] {
  return work.series.flatMap(({ title, number }, index) => {
    const id = `series-${index + 1}`;
    const name = plainLine(title);
    return name === ""
      ? []
      : [
          element("meta", { id, property: "belongs-to-collection" }, name),
          refinement(id, "collection-type", "series"),
          refinement(id, "group-position", String(number)),
        ];
  });
}

/** What it is about; what is only mentioned would mislead a library. */
function subjects({ work }: Setting): string[] {
  const warnings = work.warnings.filter(({ answer }) => answer === "yes").map(({ name }) => name);
  const all = [
    ...work.tags.flatMap(({ names, side }) => [...names, ...side]),
    work.rating,
    ...warnings,
    ...work.categories,
  ];
  return plainLines(all);
}

/** Says something more of another element of the package. */
export function refinement(id: string, property: string, value: string): Xml {
  return element("meta", { refines: `#${id}`, property }, value);
}

/** An element with this text, or none: an empty one is an error in a package. */
export function filled(name: string, text: string): Xml[] {
  const content = xmlCharacters(text).trim();
  return content === "" ? [] : [element(name, {}, content)];
}

/** The one form `dcterms:modified` allows: no fractions of a second (EPUB 3.3, section 5.5.4). */
export function instant(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, "Z");
}

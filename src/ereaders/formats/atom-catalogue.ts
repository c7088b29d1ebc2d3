import { element, type Xml, xmlDocument } from "../../plumbing/xml/write-xml.ts";
import type { CatalogueFeed, NavigationEntry, Publication } from "../catalogue.ts";

const atom = "application/atom+xml;profile=opds-catalog";
const types = { navigation: `${atom};kind=navigation`, acquisition: `${atom};kind=acquisition` };

/** The media type of a feed (OPDS 1.2, sections 2.2 and 2.3). */
export function atomCatalogueType({ content }: CatalogueFeed): string {
  return `${types[content.kind]};charset=utf-8`;
}

/** Media type of an OpenSearch description (OPDS 1.2, section 3). */
export const openSearchType = "application/opensearchdescription+xml";

/** A feed as OPDS 1.2 has it: Atom (RFC 4287) with the links of a catalogue (https://specs.opds.io/opds-1.2). */
export function atomCatalogue(feed: CatalogueFeed): string {
  const { content } = feed;
  const link = (rel: string, href: string | null, type: string) =>
    href === null ? [] : [element("link", { rel, href, type })];
  const entries =
    content.kind === "navigation"
      ? content.entries.map((entry) => navigationElement(entry, feed.updated))
      : content.publications.map(publicationElement);
  return xmlDocument(
    element(
      "feed",
      {
        xmlns: "http://www.w3.org/2005/Atom",
        "xmlns:dc": "http://purl.org/dc/terms/",
        "xmlns:opds": "http://opds-spec.org/2010/catalog",
        "xmlns:opensearch": "http://a9.com/-/spec/opensearch/1.1/",
        "xmlns:thr": "http://purl.org/syndication/thread/1.0",
        "xml:lang": feed.language,
      },
      element("id", {}, feed.id),
      element("title", {}, oneLine(feed.title)),
      element("updated", {}, dateTime(feed.updated)),
      element("author", {}, element("name", {}, oneLine(feed.author))),
      ...link("self", feed.self, types[content.kind]),
      ...link("start", feed.start, types.navigation),
      ...link("up", feed.up, types.navigation),
      ...link("search", feed.search.description, openSearchType),
      ...link("first", feed.first, types[content.kind]),
      ...link("next", feed.next, types[content.kind]),
      ...(feed.total === null ? [] : [element("opensearch:totalResults", {}, String(feed.total))]),
      ...(feed.perPage === null ? [] : [element("opensearch:itemsPerPage", {}, String(feed.perPage))]),
      ...entries,
    ),
  );
}

/** Where and how a search is asked (OpenSearch 1.1, draft 6, section 4). */
export function openSearchDescription(name: string, about: string, template: string): string {
  return xmlDocument(
    element(
      "OpenSearchDescription",
      { xmlns: "http://a9.com/-/spec/opensearch/1.1/" },
      // Sixteen and 1,024 characters are the most (section 4.2.1 and 4.2.2).
      element("ShortName", {}, cut(oneLine(name), 16)),
      element("Description", {}, cut(oneLine(about), 1024)),
      element("InputEncoding", {}, "UTF-8"),
      element("OutputEncoding", {}, "UTF-8"),
      element("Url", { type: types.acquisition, template: template.replace("{query}", "{searchTerms}") }),
    ),
  );
}

function navigationElement(entry: NavigationEntry, updated: number): Xml {
  return element(
    "entry",
    {},
    element("id", {}, entry.id),
    element("title", {}, oneLine(entry.title)),
    element("updated", {}, dateTime(updated)),
    element("content", { type: "text" }, entry.about),
    element("link", {
      rel: "subsection",
      href: entry.href,
      type: types[entry.kind],
      "thr:count": entry.count,
    }),
  );
}

function publicationElement(work: Publication): Xml {
  const related = [
    ...work.series.map(({ name, catalogue }) => ({ name, catalogue })),
    ...work.authors.flatMap(({ name, catalogue }) => (catalogue === null ? [] : [{ name, catalogue }])),
  ];
  return element(
    "entry",
    {},
    element("id", {}, work.id),
    element("title", { "xml:lang": work.language }, oneLine(work.title)),
    element("updated", {}, dateTime(work.updated)),
    ...(work.published === null ? [] : [element("published", {}, dateTime(work.published))]),
    ...work.authors.map(({ name, catalogue }) =>
      element(
        "author",
        {},
        element("name", {}, oneLine(name)),
        ...(catalogue === null ? [] : [element("uri", {}, catalogue)]),
      ),
    ),
    element("dc:language", {}, work.language),
    ...work.subjects.map(({ name, scheme }) =>
      element("category", { term: oneLine(name), label: oneLine(name), scheme }),
    ),
    ...(work.summaryHtml === "" ? [] : [element("content", { type: "html" }, work.summaryHtml)]),
    element("link", {
      rel: `http://opds-spec.org/acquisition${work.isOpen ? "/open-access" : ""}`,
      href: work.file,
      type: "application/epub+zip",
    }),
    element("link", { rel: "http://opds-spec.org/image", href: work.picture, type: "image/png" }),
    element("link", { rel: "http://opds-spec.org/image/thumbnail", href: work.picture, type: "image/png" }),
    element("link", { rel: "alternate", href: work.page, type: "text/html" }),
    ...related.map(({ name, catalogue }) =>
      element("link", { rel: "related", href: catalogue, type: types.acquisition, title: oneLine(name) }),
    ),
  );
}

/** So many characters at most, cut between words where there are some. */
function cut(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const begun = characters.slice(0, most).join("");
  return characters[most] === " " ? begun : begun.replace(/(?<=\S) \S*$/u, "");
}

/** RFC 3339 (RFC 4287, section 3.3). */
function dateTime(at: number): string {
  return new Date(at).toISOString();
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

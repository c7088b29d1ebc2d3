import { element, type Xml, xmlDocument } from "../xml/write-xml.ts";

/** A feed as RFC 4287 has it. Addresses are absolute, times ms since 1970. */
export type AtomFeed = {
  /** An IRI of its own that never changes (section 4.2.6). */
  id: string;
  title: string;
  subtitle: string | null;
  updated: number;
  /** Who is answerable for entries without an author of their own (section 4.1.1). */
  author: string;
  /** Where this feed is as Atom and as a JSON Feed, and the page that shows the same. */
  self: string;
  selfAsJson: string;
  alternate: string;
  language: string;
  entries: AtomEntry[];
};

export type AtomEntry = {
  id: string;
  title: string;
  /** The language of the title. */
  language: string;
  published: number | null;
  updated: number;
  alternate: string;
  authors: { name: string; address: string | null }[];
  categories: { term: string; scheme: string }[];
  summaryHtml: string;
};

/** The media type of a feed (RFC 4287, section 7). */
export const atomMediaType = "application/atom+xml; charset=utf-8";

/** The feed as an XML document; what XML cannot hold is left out of its texts. */
export function atomDocument(feed: AtomFeed): string {
  const root = element(
    "feed",
    { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": feed.language, "xml:base": feed.alternate },
    element("id", {}, feed.id),
    element("title", {}, oneLine(feed.title)),
    ...(feed.subtitle === null ? [] : [element("subtitle", {}, oneLine(feed.subtitle))]),
    element("updated", {}, dateTime(feed.updated)),
    element("author", {}, element("name", {}, oneLine(feed.author))),
    link("self", feed.self, "application/atom+xml"),
    link("alternate", feed.alternate, "text/html"),
    element("generator", {}, "Pressie"),
    ...feed.entries.map(entryElement),
  );
  return xmlDocument(root);
}

function entryElement(entry: AtomEntry): Xml {
  return element(
    "entry",
    {},
    element("id", {}, entry.id),
    element("title", { "xml:lang": entry.language }, oneLine(entry.title)),
    element("updated", {}, dateTime(entry.updated)),
    ...(entry.published === null ? [] : [element("published", {}, dateTime(entry.published))]),
    ...entry.authors.map(({ name, address }) =>
      element(
        "author",
        {},
        element("name", {}, oneLine(name)),
        ...(address === null ? [] : [element("uri", {}, address)]),
      ),
    ),
    link("alternate", entry.alternate, "text/html"),
    ...entry.categories.map(({ term, scheme }) => element("category", { term: oneLine(term), scheme })),
    element("summary", { type: "html" }, entry.summaryHtml),
  );
}

function link(rel: string, href: string, type: string): Xml {
  return element("link", { rel, type, href });
}

/** RFC 3339 (section 3.3). */
function dateTime(at: number): string {
  return new Date(at).toISOString();
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

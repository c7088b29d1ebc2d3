import assert from "node:assert/strict";
import { linksOf, readAtomFeed } from "../../plumbing/feeds/for-tests/atom-rules.ts";
import { childrenOf, readXml, textOf, type XmlElement } from "../../plumbing/xml/for-tests/read-xml.ts";

/*
 * The rules of OPDS 1.2 (https://specs.opds.io/opds-1.2) that a machine can see, beside those of Atom; numbers are sections
 * of it. And those of OpenSearch 1.1, draft 6, which it takes its search from.
 */

export type ReadLink = { rel: string; href: string; type: string };
export type ReadFeed = {
  kind: string;
  links: ReadLink[];
  entries: { title: string; links: ReadLink[]; element: XmlElement }[];
  element: XmlElement;
};

const dublinCore = "http://purl.org/dc/terms/";
const opds = "http://opds-spec.org/2010/catalog";
const openSearch = "http://a9.com/-/spec/opensearch/1.1/";
const catalogueType =
  /^application\/atom\+xml;profile=opds-catalog;kind=(navigation|acquisition);charset=utf-8$/;
const acquisition = /^http:\/\/opds-spec\.org\/acquisition(\/open-access)?$/;
/** 5.1.1: Atom has its own words for these. */
const saidByAtom = ["title", "creator", "subject", "rights", "description", "abstract"];

/** Reads a feed of OPDS 1.2 as it was sent. */
export function readAtomCatalogue(xml: string, mediaType: string): ReadFeed {
  const [, kind = ""] = catalogueType.exec(mediaType) ?? assert.fail(`2.2 and 2.3: ${mediaType}`);
  const element = readAtomFeed(xml);
  const entries = childrenOf(element, "entry").map((entry) => ({
    title: textOf(entry, "title"),
    links: readLinks(entry),
    element: entry,
  }));
  return { kind, links: readLinks(element), entries, element };
}

/** Holds a feed to the rules of OPDS 1.2. */
export function checkAtomCatalogue({ kind, links, entries, element }: ReadFeed): void {
  const only = (rel: string) => {
    const found = links.filter((link) => link.rel === rel);
    assert.equal(found.length, 1, `one link ${rel}`);
    return found[0] ?? assert.fail();
  };
  assert.equal(only("self").type, `application/atom+xml;profile=opds-catalog;kind=${kind}`, "2.2, 2.3");
  assert.match(only("start").type, /kind=navigation$/, "2.1");
  assert.equal(only("search").type, "application/opensearchdescription+xml", "3");
  checkRelated(links);
  for (const name of ["totalResults", "itemsPerPage"])
    for (const { text } of childrenOf(element, name, openSearch))
      assert.match(text, /^\d+$/, "OpenSearch, 4.4");
  for (const entry of entries) {
    checkRelated(entry.links);
    const files = entry.links.filter(({ rel }) => acquisition.test(rel));
    if (kind === "navigation") checkNavigation(entry.element, files);
    else checkPublication(entry.element, files, entry.links);
  }
}

function checkNavigation(entry: XmlElement, files: readonly ReadLink[]): void {
  assert.equal(files.length, 0, "2.2: an acquisition link makes it an acquisition feed");
  assert.equal(linksOf(entry, "subsection").length, 1, "6: where no closer relation fits");
  assert.equal(childrenOf(entry, "content")[0]?.attributes.type, "text", "2.2 wants a few words");
  for (const { attributes } of childrenOf(entry, "link")) {
    const count = attributes["{http://purl.org/syndication/thread/1.0}count"];
    if (count !== undefined) assert.match(count, /^\d+$/, "RFC 4685, 4");
  }
}

function checkPublication(entry: XmlElement, files: readonly ReadLink[], links: readonly ReadLink[]): void {
  assert.ok(files.length > 0, "2.3, 5.4: every entry has an acquisition link");
  for (const { type } of files) assert.equal(type, "application/epub+zip", "5.3: the type of the file");
  assert.equal(childrenOf(entry, "language", dublinCore).length, 1, "5.1.1");
  for (const { name, text } of entry.children.filter(({ space }) => space === dublinCore)) {
    assert.ok(!saidByAtom.includes(name), `5.1.1: not dc:${name}`);
    if (name === "identifier")
      assert.notEqual(text, textOf(entry, "id"), "5.1.1: of the book, not of the entry");
  }
  for (const { name } of entry.children.filter(({ space }) => space === opds))
    assert.fail(`Appendix B: no ${name} in an entry`);
  for (const { attributes } of childrenOf(entry, "summary"))
    assert.ok(attributes.type === undefined || attributes.type === "text", "5.1.3: plain text");
  const images = links.filter(({ rel }) => rel.startsWith("http://opds-spec.org/image"));
  for (const { rel } of images) assert.match(rel, /image(\/thumbnail)?$/, "5.2.2: one of two relations");
  if (images.length > 0)
    assert.ok(
      images.some(({ type }) => /^image\/(gif|jpeg|png)$/.test(type)),
      "5.2.2: one picture that every reader can show",
    );
}

/** 2.2, 2.3 and 7.1: a way to another part of the catalogue says what it leads to. */
function checkRelated(links: readonly ReadLink[]): void {
  for (const { type } of links)
    if (type.startsWith("application/atom+xml"))
      assert.match(type, /^application\/atom\+xml;profile=opds-catalog;kind=(navigation|acquisition)$/);
}

/** Reads the description of a search and holds it to OpenSearch 1.1. @returns where it is asked */
export function readOpenSearch(xml: string): string {
  const root = readXml(xml);
  assert.equal(root.space, openSearch);
  assert.equal(root.name, "OpenSearchDescription", "4.1");
  const one = (name: string, most: number) => {
    assert.equal(childrenOf(root, name).length, 1, name);
    const text = textOf(root, name);
    assert.ok(text.trim() !== "" && [...text].length <= most, `4.2: ${name}`);
    assert.doesNotMatch(text, /<|&\w+;/, "4.2: plain text");
  };
  one("ShortName", 16);
  one("Description", 1024);
  for (const name of ["InputEncoding", "OutputEncoding"])
    for (const { text } of childrenOf(root, name)) assert.equal(text, "UTF-8", "4.2");
  const addresses = childrenOf(root, "Url");
  assert.equal(addresses.length, 1, "4.3: one at least");
  const { template = "", type, rel, ...others } = addresses[0]?.attributes ?? {};
  assert.equal(type, "application/atom+xml;profile=opds-catalog;kind=acquisition", "OPDS 1.2, 3");
  assert.ok(rel === undefined || rel === "results", "4.3.1");
  assert.deepEqual(Object.keys(others), [], "4.3");
  assert.match(template, /\{searchTerms\}/, "4.4");
  assert.ok(URL.canParse(template.replace(/\{\w+\??\}/g, "x")), "4.3");
  return template;
}

function readLinks(element: XmlElement): ReadLink[] {
  return childrenOf(element, "link").map(({ attributes: { rel = "alternate", href = "", type = "" } }) => ({
    rel,
    href,
    type,
  }));
}

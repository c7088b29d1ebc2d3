import assert from "node:assert/strict";
import { childrenOf, readXml, textOf, type XmlElement } from "../../xml/for-tests/read-xml.ts";

/*
 * The grammar of RFC 4287 (Appendix B, RELAX NG) and what its text asks beyond it, written as checks of our own.
 * Numbers are sections of it.
 */

const atom = "http://www.w3.org/2005/Atom";
const xmlSpace = "http://www.w3.org/XML/1998/namespace";
const dateTime =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const languageTag = /^([A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*)?$/;
const mediaType = /^[^/\s]+\/[^/\s]+$/;

type Count = "one" | "at most one" | "any";
type Shape = { children: Record<string, Count>; attributes: Record<string, "needed" | "allowed"> };

const text: Shape = { children: {}, attributes: { type: "allowed" } };
const plain: Shape = { children: {}, attributes: {} };
const person: Shape = { children: { name: "one", uri: "at most one", email: "at most one" }, attributes: {} };

/** What may stand where (Appendix B). */
const shapes: Record<string, Shape> = {
  feed: {
    children: {
      ...{
        author: "any",
        category: "any",
        contributor: "any",
        generator: "at most one",
        icon: "at most one",
      },
      ...{ id: "one", link: "any", logo: "at most one", rights: "at most one", subtitle: "at most one" },
      ...{ title: "one", updated: "one", entry: "any" },
    },
    attributes: {},
  },
  entry: {
    children: {
      ...{
        author: "any",
        category: "any",
        content: "at most one",
        contributor: "any",
        id: "one",
        link: "any",
      },
      ...{ published: "at most one", rights: "at most one", source: "at most one", summary: "at most one" },
      ...{ title: "one", updated: "one" },
    },
    attributes: {},
  },
  author: person,
  contributor: person,
  name: plain,
  uri: plain,
  id: plain,
  updated: plain,
  published: plain,
  title: text,
  subtitle: text,
  summary: text,
  content: text,
  generator: { children: {}, attributes: { uri: "allowed", version: "allowed" } },
  category: { children: {}, attributes: { term: "needed", scheme: "allowed", label: "allowed" } },
  link: {
    children: {},
    attributes: {
      ...{ href: "needed", rel: "allowed", type: "allowed", hreflang: "allowed", title: "allowed" },
      length: "allowed",
    },
  },
};

/** Reads a feed and holds it to RFC 4287. */
export function readAtomFeed(xml: string): XmlElement {
  const feed = readXml(xml);
  assert.equal(feed.space, atom);
  assert.equal(feed.name, "feed", "2: a feed document");
  checkElement(feed);
  const entries = childrenOf(feed, "entry");
  const first = feed.children.findIndex(({ name }) => name === "entry");
  const after = first < 0 ? [] : feed.children.slice(first).filter(({ name }) => name !== "entry");
  assert.deepEqual(after, [], "Appendix B: entries come after everything else");
  assert.equal(linksOf(feed, "self").length, 1, "4.1.1: where it is itself");
  for (const one of [feed, ...entries]) checkAlternates(one);
  for (const entry of entries) {
    const authors = [...childrenOf(entry, "author"), ...childrenOf(feed, "author")];
    assert.ok(authors.length > 0, "4.1.1, 4.1.2: somebody has written it");
    const content = childrenOf(entry, "content");
    assert.ok(content.length > 0 || linksOf(entry, "alternate").length > 0, "4.1.2: content, or where it is");
  }
  const ids = entries.map((entry) => textOf(entry, "id"));
  assert.equal(new Set(ids).size, ids.length, "4.1.1: no entry twice");
  return feed;
}

/** Where the links of a relation lead; one without a relation is an alternate (4.2.7.2). */
export function linksOf(element: XmlElement, rel: string): XmlElement[] {
  return childrenOf(element, "link").filter(({ attributes }) => (attributes.rel ?? "alternate") === rel);
}

/** 4.1.1 and 4.1.2: no two alternates of one type and language. */
function checkAlternates(element: XmlElement): void {
  const kinds = linksOf(element, "alternate").map(
    ({ attributes: { type, hreflang } }) => `${type} ${hreflang}`,
  );
  assert.equal(new Set(kinds).size, kinds.length, "4.1.1, 4.1.2: one alternate of each kind");
}

function checkElement(element: XmlElement): void {
  // 6.4: what is not Atom's may stand anywhere.
  if (element.space !== atom) return;
  const shape = shapes[element.name] ?? assert.fail(`Appendix B knows no ${element.name} here`);
  checkAttributes(element, shape);
  for (const child of element.children)
    if (child.space === atom)
      assert.ok(child.name in shape.children, `Appendix B: ${child.name} in ${element.name}`);
  for (const [name, count] of Object.entries(shape.children)) {
    const there = childrenOf(element, name).length;
    if (count === "one") assert.equal(there, 1, `one ${name} in ${element.name}`);
    if (count === "at most one") assert.ok(there <= 1, `at most one ${name} in ${element.name}`);
  }
  checkValue(element);
  for (const child of element.children) checkElement(child);
}

function checkAttributes({ name, attributes }: XmlElement, shape: Shape): void {
  for (const [key, value] of Object.entries(attributes)) {
    if (key === `{${xmlSpace}}lang`) assert.match(value, languageTag, "2: a language tag");
    // Appendix B, undefinedAttribute: any of another name space.
    else if (!key.startsWith("{")) assert.ok(key in shape.attributes, `Appendix B: ${key} on ${name}`);
  }
  for (const [key, need] of Object.entries(shape.attributes))
    if (need === "needed") assert.ok(attributes[key], `${key} of ${name}`);
}

function checkValue({ name, attributes, text: value, children }: XmlElement): void {
  switch (name) {
    case "updated":
    case "published":
      assert.match(value, dateTime, "3.3");
      return;
    case "id":
      // 4.2.6.1 asks to compare character by character: no white space around it.
      assert.match(value, /^[a-z][a-z0-9+.-]*:\S+$/i, "4.2.6: an absolute IRI");
      return;
    case "uri":
      assert.ok(URL.canParse(value), `3.2.2: ${value}`);
      return;
    case "name":
      assert.notEqual(value.trim(), "", "3.2.1");
      return;
    case "title":
      assert.notEqual(value.trim(), "", "4.2.14: a title that says something");
      checkText(attributes.type, children);
      return;
    case "subtitle":
    case "summary":
    case "content":
      checkText(attributes.type, children);
      return;
    case "category":
      assert.notEqual(attributes.term?.trim(), "", "4.2.2.1");
      if (attributes.scheme !== undefined) assert.ok(URL.canParse(attributes.scheme), "4.2.2.2");
      return;
    case "link":
      checkLink(attributes);
  }
}

/** 3.1.1: text and HTML hold no elements; XHTML we do not write. */
function checkText(type: string | undefined, children: readonly XmlElement[]): void {
  assert.ok(type === undefined || type === "text" || type === "html", `3.1.1: type ${type}`);
  assert.deepEqual(children, [], "3.1.1.1, 3.1.1.2: no elements in it");
}

function checkLink({ href = "", rel, type, hreflang, title, length }: Record<string, string>): void {
  assert.ok(URL.canParse(href), `4.2.7.1: ${href}`);
  if (rel !== undefined) assert.match(rel, /^([\w.-]+|https?:\/\/\S+)$/, "4.2.7.2: a name or an IRI");
  if (type !== undefined) assert.match(type, mediaType, "4.2.7.3");
  if (hreflang !== undefined) assert.match(hreflang, languageTag, "4.2.7.4");
  if (title !== undefined) assert.notEqual(title.trim(), "", "4.2.7.5");
  if (length !== undefined) assert.match(length, /^\d+$/, "4.2.7.6");
}

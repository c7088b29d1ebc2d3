import assert from "node:assert/strict";
import { Parser } from "htmlparser2";

type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string };

export type ReadLink = { rel: string; href: string; type: string };
export type ReadFeed = {
  kind: string;
  links: ReadLink[];
  entries: { title: string; links: ReadLink[]; element: Element }[];
  element: Element;
};

const catalogueType =
  /^application\/atom\+xml;profile=opds-catalog;kind=(navigation|acquisition);charset=utf-8$/;
const acquisition = /^http:\/\/opds-spec\.org\/acquisition(\/open-access)?$/;
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Reads a feed of OPDS 1.2 as it was sent. */
export function readAtomCatalogue(xml: string, mediaType: string): ReadFeed {
  const [, kind = ""] = catalogueType.exec(mediaType) ?? assert.fail(`sections 2.2 and 2.3: ${mediaType}`);
  assert.match(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<feed /);
  const element = treeOf(xml);
  const entries = all(element, "entry").map((entry) => ({
    title: textOf(entry, "title"),
    links: linksOf(entry),
    element: entry,
  }));
  return { kind, links: linksOf(element), entries, element };
}

/** Holds a feed to the rules of OPDS 1.2 and of RFC 4287 that a machine can see. */
export function checkAtomCatalogue({ kind, links, entries, element }: ReadFeed): void {
  const only = (rel: string) => {
    const found = links.filter((link) => link.rel === rel);
    assert.equal(found.length, 1, `one link ${rel}`);
    return found[0] ?? assert.fail();
  };
  assert.equal(element.attributes.xmlns, "http://www.w3.org/2005/Atom");
  assert.equal(only("self").type, `application/atom+xml;profile=opds-catalog;kind=${kind}`, "2.2, 2.3");
  assert.match(only("start").type, /kind=navigation$/, "2.1");
  assert.equal(only("search").type, "application/opensearchdescription+xml", "3");
  for (const one of [element, ...entries.map((entry) => entry.element)]) {
    for (const name of ["id", "title", "updated"])
      assert.equal(all(one, name).length, 1, `RFC 4287, 4.1: ${name}`);
    assert.match(textOf(one, "id"), /^urn:uuid:/);
    assert.notEqual(textOf(one, "title"), "");
    assert.match(textOf(one, "updated"), dateTime, "RFC 4287, 3.3");
  }
  for (const { href } of links) assert.ok(URL.canParse(href), href);
  const ids = entries.map((entry) => textOf(entry.element, "id"));
  assert.equal(new Set(ids).size, ids.length, "RFC 4287, 4.1.1: ids differ");
  for (const entry of entries) {
    const files = entry.links.filter(({ rel }) => acquisition.test(rel));
    if (kind === "navigation") {
      assert.equal(files.length, 0, "2.2: an acquisition link makes it an acquisition feed");
      assert.equal(entry.links.filter(({ rel }) => rel === "subsection").length, 1);
      assert.equal(all(entry.element, "content")[0]?.attributes.type, "text", "2.2 wants a few words");
    } else {
      assert.ok(files.length > 0, "2.3: every entry has an acquisition link");
      for (const { type } of files) assert.equal(type, "application/epub+zip");
      assert.equal(all(entry.element, "dc:language").length, 1, "5.1.2");
      for (const { rel, type } of entry.links)
        if (rel.startsWith("http://opds-spec.org/image"))
          assert.match(type, /^image\/(gif|jpeg|png)$/, "5.1.3");
    }
  }
}

function linksOf(element: Element): ReadLink[] {
  return all(element, "link").map(({ attributes: { rel = "", href = "", type = "" } }) => ({
    rel,
    href,
    type,
  }));
}

function all(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name);
}

function textOf(element: Element, name: string): string {
  return all(element, name)[0]?.text ?? "";
}

function treeOf(xml: string): Element {
  const outside: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [outside];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: Element = { name, attributes, children: [], text: "" };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(text) {
        for (const element of open) element.text += text;
      },
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return outside.children[0] ?? assert.fail("one root");
}

import assert from "node:assert/strict";
import { Parser } from "htmlparser2";

/** An element of a feed, its text with that of everything in it. */
export type AtomElement = {
  name: string;
  attributes: Record<string, string>;
  children: AtomElement[];
  text: string;
};

/** What XML 1.0 cannot hold (section 2.2), as itself or as a reference. */
const notInXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Reads a feed and holds it to the rules of RFC 4287 that a machine can see. @returns the feed element */
export function readAtom(xml: string): AtomElement {
  assert.match(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<feed /);
  assert.doesNotMatch(xml, notInXml);
  assert.doesNotMatch(xml, /&(?!(amp|lt|gt|quot|#13);)/, "an ampersand stands for itself only when escaped");
  const feed = treeOf(xml);
  assert.equal(feed.name, "feed");
  assert.equal(feed.attributes.xmlns, "http://www.w3.org/2005/Atom");
  assert.ok(feed.attributes["xml:lang"]);
  checkRules(feed, ["id", "title", "updated"], ["subtitle", "generator"]);
  assert.equal(linksOf(feed, "self").length, 1);
  const entries = childrenOf(feed, "entry");
  for (const entry of entries) {
    checkRules(entry, ["id", "title", "updated"], ["published", "summary"]);
    assert.ok(
      childrenOf(entry, "author").length + childrenOf(feed, "author").length > 0,
      "4.2.1: somebody has written it",
    );
    assert.equal(linksOf(entry, "alternate").length, 1, "4.1.2: no content, so one alternate");
    assert.equal(childrenOf(entry, "content").length, 0);
  }
  const ids = [feed, ...entries].map((one) => textOf(one, "id"));
  assert.equal(new Set(ids).size, ids.length, "4.2.6: ids differ");
  const updated = entries.map((entry) => textOf(entry, "updated"));
  assert.deepEqual(updated, updated.toSorted().reverse(), "the newest first");
  return feed;
}

function checkRules(element: AtomElement, once: string[], atMostOnce: string[]): void {
  for (const name of once) assert.equal(childrenOf(element, name).length, 1, `${name} in ${element.name}`);
  for (const name of atMostOnce) assert.ok(childrenOf(element, name).length <= 1, name);
  assert.match(textOf(element, "id"), /^(urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|tag:.+)$/);
  assert.notEqual(textOf(element, "title"), "");
  for (const date of [...childrenOf(element, "updated"), ...childrenOf(element, "published")])
    assert.match(date.text, dateTime, "3.3");
  for (const link of childrenOf(element, "link"))
    assert.ok(URL.canParse(link.attributes.href ?? ""), "4.2.7");
  for (const author of childrenOf(element, "author")) {
    assert.notEqual(textOf(author, "name"), "");
    for (const { text } of childrenOf(author, "uri")) assert.ok(URL.canParse(text), "3.2.2");
  }
  for (const { attributes } of childrenOf(element, "category")) {
    assert.ok(attributes.term, "4.2.2.1");
    assert.ok(attributes.scheme === undefined || URL.canParse(attributes.scheme), "4.2.2.2");
  }
}

/** The children of a name. */
export function childrenOf(element: AtomElement, name: string): AtomElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of the first child of a name, "" when there is none. */
export function textOf(element: AtomElement, name: string): string {
  return childrenOf(element, name)[0]?.text ?? "";
}

/** Where the links of a relation lead. */
export function linksOf(element: AtomElement, rel: string): string[] {
  return childrenOf(element, "link")
    .filter(({ attributes }) => attributes.rel === rel)
    .map(({ attributes }) => attributes.href ?? "");
}

/** The titles of the entries, in order. */
export function titlesOf(feed: AtomElement): string[] {
  return childrenOf(feed, "entry").map((entry) => textOf(entry, "title"));
}

function treeOf(xml: string): AtomElement {
  const outside: AtomElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [outside];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: AtomElement = { name, attributes, children: [], text: "" };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(text) {
        for (const element of open) element.text += text;
      },
      onclosetag(name, implied) {
        assert.ok(!implied || xml.includes("/>"), `${name} is not closed`);
        assert.equal(open.pop()?.name, name);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  assert.equal(open.length, 1);
  const [root] = outside.children;
  assert.ok(root && outside.children.length === 1, "one root");
  return root;
}

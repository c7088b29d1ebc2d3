import assert from "node:assert/strict";
import { linksOf as linksIn, readAtomFeed } from "../../plumbing/feeds/for-tests/atom-rules.ts";
import { childrenOf, textOf, type XmlElement } from "../../plumbing/xml/for-tests/read-xml.ts";

export { childrenOf, textOf } from "../../plumbing/xml/for-tests/read-xml.ts";

/** Reads a feed of works, holds it to RFC 4287 and to what every feed of works here has. @returns the feed element */
export function readAtom(xml: string): XmlElement {
  const feed = readAtomFeed(xml);
  const entries = childrenOf(feed, "entry");
  for (const one of [feed, ...entries])
    assert.match(textOf(one, "id"), /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  for (const entry of entries) assert.equal(childrenOf(entry, "content").length, 0, "no story’s text");
  const updated = entries.map((entry) => textOf(entry, "updated"));
  assert.deepEqual(updated, updated.toSorted().reverse(), "the newest first");
  return feed;
}

/** Where the links of a relation lead. */
export function linksOf(element: XmlElement, rel: string): string[] {
  return linksIn(element, rel).map(({ attributes }) => attributes.href ?? "");
}

/** The titles of the entries, in order. */
export function titlesOf(feed: XmlElement): string[] {
  return childrenOf(feed, "entry").map((entry) => textOf(entry, "title"));
}

import type { Element } from "hast";
import { hasClass } from "../../../story-text/elements.ts";
import { elementsOf, firstElement, textIn } from "../../document/page-elements.ts";
import type { PageSection, PageShape } from "../../document/page-section.ts";

/** A page of FanFiction.net: `#profile_top` above `#storytext`. */
export const fanfictionNet: PageShape = (tree) => {
  const top = firstElement(tree, ({ properties }) => properties.id === "profile_top");
  const story = firstElement(tree, ({ properties }) => properties.id === "storytext");
  const title = top && firstElement(top, ({ tagName }) => tagName === "b");
  if (!top || !story || !title) return null;
  const author = firstElement(
    top,
    ({ tagName, properties }) =>
      tagName === "a" && /^(?:https?:\/\/[^/]+)?\/u\//u.test(String(properties.href ?? "")),
  );
  const summary = elementsOf(top).find(
    (element) =>
      element.tagName === "div" && hasClass(element, "xcontrast_txt") && textIn(element).trim() !== "",
  );
  return [
    { role: "title", nodes: [title] },
    ...section("author", author),
    ...section("summary", summary),
    ...facts(top),
    { role: "story", nodes: story.children },
  ];
};

function section(role: PageSection["role"], element: Element | null | undefined): PageSection[] {
  return element ? [{ role, nodes: [element] }] : [];
}

/** `Rated: Fiction T - English - Mystery - Chapters: 3 - Words: 4,000`: each labelled part is a line of its own. */
function facts(top: Element): PageSection[] {
  const line = firstElement(top, (element) => hasClass(element, "xgray"));
  const parts = line ? textIn(line).split(/\s-\s/u) : [];
  const nodes = parts.flatMap((value) => [
    { type: "element" as const, tagName: "p", properties: {}, children: [{ type: "text" as const, value }] },
  ]);
  return nodes.length > 0 ? [{ role: "labels", nodes }] : [];
}

import type { Element, ElementContent, Root, RootContent } from "hast";
import { h } from "hastscript";
import { visit } from "unist-util-visit";
import { ownSummary } from "../../story-text/author-markup.ts";
import { hasClass } from "../../story-text/elements.ts";
import { linkTarget } from "../../story-text/link-target.ts";
import { readStored } from "../../story-text/read-stored.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { conform } from "./conform.ts";
import type { Setting } from "./leaf.ts";
import { linkAddress } from "./link-address.ts";
import { setPicture } from "./set-picture.ts";

/**
 * The stored HTML of a story or note as nodes that can stand in a leaf of a book.
 *
 * A scene break that has an ornament becomes the ornament itself: many e-readers draw no `hr::before`, and an
 * author who uses two different ornaments means two different things by them. Links are spelled for strict readers
 * and footnotes named for e-readers, which show them where they are referred to (EPUB 3.3 structural semantics).
 */
export function storyNodes(html: string, setting: Setting): ElementContent[] {
  const { t, work } = setting;
  const tree = readStored(html);
  conform(tree);
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName === "details") openForReading(node, t);
    if (node.tagName === "aside" && hasClass(node, "footnote")) nameFootnote(node);
    if (node.tagName === "a") spellLink(node, work.archiveUrl);
    if (node.tagName === "img") setPicture(node, setting);
    if (node.tagName !== "hr" || parent === undefined || index === undefined) return;
    parent.children[index] = sceneBreak(node, t);
  });
  return blocks(tree);
}

/** Few e-readers can unfold a `details`, so it stands open: a text that cannot be reached is lost. */
function openForReading(details: Element, t: Translate): void {
  details.properties.open = true;
  const hasSummary = details.children.some(
    (child) => child.type === "element" && child.tagName === "summary",
  );
  if (!hasSummary) details.children.unshift(h("summary", { className: [ownSummary] }, t("More")));
}

function nameFootnote(note: Element): void {
  note.properties = { ...note.properties, epubType: "footnote", role: "doc-footnote" };
}

/** The address as stored goes along wherever another one is written, so that the story comes back as it was. */
function spellLink(link: Element, archiveUrl: string): void {
  const { href, ...others } = link.properties;
  if (hasClass(link, "noteref")) Object.assign(link.properties, { epubType: "noteref", role: "doc-noteref" });
  if (hasClass(link, "noteback")) link.properties.role = "doc-backlink";
  if (typeof href !== "string" || href.startsWith("#")) return;
  const whole = href.startsWith("/") ? (URL.parse(href, archiveUrl)?.href ?? href) : href;
  const address = whole.startsWith("/") ? null : linkAddress(whole);
  if (address === href) return;
  const stored = linkTarget(href) === href ? href : undefined;
  link.properties = { ...others, ...(address !== null && { href: address }), dataAddress: stored };
}

function sceneBreak(hr: Element, t: Translate): Element {
  const ornament = hr.properties.dataOrnament;
  const label = t("scene break");
  if (typeof ornament !== "string" || ornament.trim() === "")
    return h("hr", { className: ["scene"], ariaLabel: label });
  return h(
    "div",
    { className: ["scene"], role: "separator", ariaLabel: label, dataOrnament: ornament },
    ornament,
  );
}

function blocks(tree: Root): ElementContent[] {
  return tree.children.filter((child: RootContent) => child.type !== "doctype");
}

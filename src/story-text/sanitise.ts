import type { ElementContent, Root } from "hast";
import { sanitize } from "hast-util-sanitize";
import { type Extent, schemaFor } from "./allowed-html.ts";
import { translateMarkup } from "./author-markup.ts";
import { type Content, element } from "./elements.ts";

/**
 * Keeps of an untrusted tree what the stored form of a story allows, after saying foreign markup in its own
 * elements (`<i>` and italic styles become `<em>`, pictures become links …). Never changes words outside of
 * elements that are removed with their content.
 */
export function sanitiseStory(tree: Root): Root {
  return sanitise(tree, "story");
}

/** The same for summaries, notes, dedications and the like, which have no headings, tables or scene breaks. */
export function sanitiseNote(tree: Root): Root {
  return sanitise(tree, "note");
}

function sanitise(tree: Root, extent: Extent): Root {
  const translated: Root = { type: "root", children: translateMarkup(tree.children, extent) };
  const safe = sanitize(translated, schemaFor(extent));
  return { type: "root", children: safe.type === "root" ? plain(safe.children) : [] };
}

/** Rebuilds the nodes with nothing but their four parts, without attributes that ended up empty. */
function plain(nodes: Content[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type === "text") result.push({ type: "text", value: node.value });
    if (node.type !== "element") continue;
    const given = Object.entries(node.properties).filter(
      ([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
    );
    result.push(element(node.tagName, Object.fromEntries(given), plain(node.children)));
  }
  return result;
}

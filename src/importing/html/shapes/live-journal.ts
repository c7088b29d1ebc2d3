import { hasClass } from "../../../story-text/elements.ts";
import { firstElement, textIn } from "../../document/page-elements.ts";
import type { PageShape } from "../../document/page-section.ts";

const titles = ["b-singlepost-title", "entry-title", "aentry-post__title-text", "entry_subject", "subject"];
const bodies = ["b-singlepost-body", "entry-content", "aentry-post__text", "entry_text", "entry-text"];

/** An entry of LiveJournal or Dreamwidth: its subject is the title, and its text may have a header of its own. */
export const liveJournal: PageShape = (tree) => {
  const owner = firstElement(
    tree,
    (element) => hasClass(element, "ljuser") || element.properties["lj:user"] !== undefined,
  );
  const title = firstElement(tree, (element) => titles.some((name) => hasClass(element, name)));
  const body = firstElement(tree, (element) => bodies.some((name) => hasClass(element, name)));
  if (!owner || !body || !title || textIn(title).trim() === "") return null;
  return [
    { role: "title", nodes: [title] },
    { role: "author", nodes: [owner] },
    { role: "story", nodes: body.children },
  ];
};

import type { Element } from "hast";
import { closingAnchor, openingAnchor } from "./anchors.ts";
import type { DocumentRemark } from "./source-document.ts";

/** In millimetres: less is a slip, more is how a signature or a sign is set. */
const [leastIndent, mostIndent] = [5, 40];

/**
 * Paragraphs that stand in from the left (their reader gave them `dataIndent`, in millimetres), among others that do
 * not, are quotations, which word processors have no other way to say. Where most stand in, that is how the document
 * looked. Each run of them is marked by an anchor, so that what becomes of it can be undone; blocks are changed in place.
 *
 * @param remarks what the file's other anchors are about
 * @returns the remarks on the runs
 */
export function markIndents(blocks: Element[], remarks: DocumentRemark[]): DocumentRemark[] {
  const given = blocks.filter(({ properties }) => properties.dataIndent !== undefined);
  const worded = given.filter(({ children }) => children.length > 0);
  const indented = worded.filter(isIndented);
  if (indented.length === 0 || indented.length > worded.length / 2) return [];
  let anchor = remarks.reduce((highest, remark) => Math.max(highest, remark.anchor), 0);
  const marked: DocumentRemark[] = [];
  for (const [index, block] of blocks.entries()) {
    if (!isIndented(block)) continue;
    const [before, after] = [blocks[index - 1], blocks[index + 1]];
    if (!before || !isIndented(before)) {
      anchor += 1;
      marked.push({ kind: "indent", anchor });
      block.children.unshift({ type: "text", value: openingAnchor(anchor) });
    }
    if (!after || !isIndented(after)) block.children.push({ type: "text", value: closingAnchor(anchor) });
  }
  return marked;
}

function isIndented({ children, properties: { dataIndent } }: Element): boolean {
  return (
    typeof dataIndent === "number" &&
    dataIndent >= leastIndent &&
    dataIndent <= mostIndent &&
    children.length > 0
  );
}

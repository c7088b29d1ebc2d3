import type { Element } from "hast";
import type { NewFinding } from "../reading-draft.ts";

/** In millimetres: less is a slip, more is how a signature or a sign is set. */
const [leastIndent, mostIndent] = [5, 40];

/**
 * Paragraphs that stand in from the left (their reader gave them `dataIndent`, in millimetres), among others that do
 * not, are quotations, which word processors have no other way to say. Where most stand in, that is how the document
 * looked.
 */
export function settleIndents(blocks: Element[]): { blocks: Element[]; findings: NewFinding[] } {
  const given = blocks.filter(({ properties }) => properties.dataIndent !== undefined);
  const worded = given.filter(({ children }) => children.length > 0);
  const indented = worded.filter(isIndented);
  if (indented.length === 0 || indented.length > worded.length / 2) return { blocks, findings: [] };
  const result: Element[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    if (!isIndented(block)) result.push(block);
    else if (last?.tagName === "blockquote" && last.properties.dataIndent !== undefined)
      last.children.push(block);
    else
      result.push({
        type: "element",
        tagName: "blockquote",
        properties: { dataIndent: 0 },
        children: [block],
      });
  }
  return {
    blocks: result,
    findings: [{ kind: "indented-quotation", state: "noted", count: indented.length }],
  };
}

function isIndented({ children, properties: { dataIndent } }: Element): boolean {
  return (
    typeof dataIndent === "number" &&
    dataIndent >= leastIndent &&
    dataIndent <= mostIndent &&
    children.length > 0
  );
}

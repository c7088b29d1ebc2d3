import type { Element, ElementContent, Root } from "hast";
import { noteBlock, noteReference } from "../document/note-elements.ts";
import { textIn } from "../document/page-elements.ts";
import { paragraph } from "../document/paragraph.ts";
import type { NewFinding } from "../reading-draft.ts";

const longestTitle = 500;

/**
 * Makes notes of the titles of words (T70): `<span title="Good night">Oyasumi</span>` shows its translation only to
 * whoever has a mouse. Which language the words are in, the title does not say, and so nobody guesses.
 *
 * @param taken how many notes the page has already
 */
export function noteTitledWords(tree: Root, taken: number): { notes: Element[]; findings: NewFinding[] } {
  const notes: Element[] = [];
  const findings: NewFinding[] = [];
  const walk = (parent: Root | Element) => {
    const children: (Root["children"][number] | ElementContent)[] = [];
    for (const child of parent.children) {
      children.push(child);
      if (child.type !== "element") continue;
      walk(child);
      const title = titleOf(child);
      if (title === null) continue;
      const number = taken + notes.length + 1;
      children.push(noteReference(number, String(number)));
      notes.push(noteBlock(number, String(number), [paragraph(title)]));
      findings.push({ kind: "footnote", state: "noted", was: textIn(child).trim(), becomes: title });
    }
    Object.assign(parent, { children });
  };
  walk(tree);
  return { notes, findings };
}

function titleOf({ tagName, properties, children }: Element): string | null {
  const title = typeof properties.title === "string" ? properties.title.replace(/\s+/gu, " ").trim() : "";
  const words = textIn({ type: "root", children }).trim();
  if (tagName !== "span" || title === "" || title.length > longestTitle) return null;
  return words === "" || words === title ? null : title;
}

import type { Element } from "hast";
import { hasClass } from "../../../story-text/elements.ts";
import { textIn } from "../../document/page-elements.ts";
import type { PageRole, PageSection } from "../../document/page-section.ts";

const headings: [RegExp, PageRole][] = [
  [/^(?:chapter )?summary:?$/iu, "summary"],
  [/^(?:chapter )?notes:?$/iu, "notes"],
  [/^(?:chapter )?end notes:?$/iu, "endNotes"],
];

/**
 * AO3's way with notes: a line that says what follows, and the words of the writer in a quotation. Gives what the
 * elements hold in order; what has no such heading is a note, so that nothing is lost.
 */
export function headedSections(elements: Element[]): PageSection[] {
  const sections: PageSection[] = [];
  let heading: { element: Element; role: PageRole } | null = null;
  for (const element of elements) {
    const words = textIn(element).trim();
    const role = headings.find(([pattern]) => pattern.test(words))?.[1];
    if (role) heading = { element, role };
    else if (element.tagName === "blockquote" || hasClass(element, "userstuff")) {
      const nodes = element.children;
      sections.push(
        heading ? { role: heading.role, heading: heading.element, nodes } : { role: "notes", nodes },
      );
      heading = null;
    } else if (words !== "") sections.push({ role: heading?.role ?? "notes", nodes: [element] });
  }
  return sections;
}

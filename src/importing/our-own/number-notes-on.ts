import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { hasClass } from "../../story-text/elements.ts";

/**
 * Numbers the footnotes of several leaves on, in place: in a book of ours each chapter counts from one, and read
 * together the notes of one would be taken for those of another.
 */
export function numberNotesOn(leaves: Root[]): void {
  let before = 0;
  for (const leaf of leaves) {
    let highest = before;
    visit(leaf, "element", ({ properties, ...node }) => {
      const isNote = ["noteref", "noteback", "footnote"].some((name) =>
        hasClass({ properties, ...node }, name),
      );
      if (!isNote) return;
      for (const name of ["id", "href"]) {
        const [, start, number] = /^(#?note(?:ref)?-)(\d{1,4})$/u.exec(String(properties[name])) ?? [];
        if (start === undefined) continue;
        properties[name] = `${start}${before + Number(number)}`;
        highest = Math.max(highest, before + Number(number));
      }
    });
    before = highest;
  }
}

import type { Element } from "hast";
import { elementsOf, textIn } from "../../document/page-elements.ts";
import type { PageSection } from "../../document/page-section.ts";
import { paragraph } from "../../document/paragraph.ts";
import { listedNames } from "../../header/names.ts";
import type { NewRecognition } from "../../reading-draft.ts";

/** AO3's line of names: `by wren_h, night_owl for Mina`. Links tell its writers from those it is a gift for. */
export function bylineSection(byline: Element): PageSection {
  const authors = elementsOf(byline).filter(({ properties: { rel } }) => [rel].flat().includes("author"));
  if (authors.length === 0) return { role: "author", nodes: [byline] };
  const after = byline.children.slice(byline.children.indexOf(authors.at(-1) ?? byline) + 1);
  const words = textIn({ type: "root", children: after });
  const gifts = /^\s*for\s+(.+)$/su.exec(words)?.[1];
  const says: NewRecognition[] = [
    ...authors.map(
      (author): NewRecognition => ({ field: "creators", role: "author", name: textIn(author).trim() }),
    ),
    ...listedNames(gifts?.replace(/\s+/gu, " ") ?? "").map(
      (name): NewRecognition => ({ field: "gifts", name, addressedAs: null }),
    ),
  ];
  return { role: "labels", says, nodes: [paragraph(textIn(byline).replace(/\s+/gu, " ").trim())] };
}

import { childOf, elementsIn } from "../container/xml-elements.ts";
import type { XmlElement } from "../container/xml-tree.ts";
import type { OdtParts } from "./odt-parts.ts";

/** Reads `text:tracked-changes`. Who made a change, and when, is not looked at; changes of looks are no changes. */
export function readTrackedChanges(element: XmlElement, { changes, remarks }: OdtParts): void {
  for (const region of elementsIn(element)) {
    const id = region.attributes["text:id"] ?? region.attributes["xml:id"];
    const deletion = childOf(region, "text:deletion");
    if (id === undefined || (!deletion && !childOf(region, "text:insertion"))) continue;
    const anchor = remarks.length;
    remarks.push({ kind: deletion ? "deletion" : "insertion", anchor });
    changes.set(id, { anchor, deleted: deletion ?? null });
  }
}

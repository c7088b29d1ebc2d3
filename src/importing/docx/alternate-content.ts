import { elementsIn } from "../container/xml-elements.ts";
import type { XmlElement } from "../container/xml-tree.ts";

/** The extensions whose elements we read; of others the plainer form that stands beside them is taken. */
const understood = new Set(["wps", "wpg", "wpc", "wp14", "w14", "w15"]);

/** Of the forms in which a thing is said several times over, the one to read (ECMA-376 part 3, 10.2). */
export function chosenAlternative(alternatives: XmlElement): XmlElement | undefined {
  const children = elementsIn(alternatives);
  const choices = children.filter(({ name }) => name === "mc:Choice");
  const chosen = choices.find(({ attributes }) =>
    (attributes.Requires ?? "").split(/\s+/u).every((prefix) => understood.has(prefix)),
  );
  return chosen ?? children.find(({ name }) => name === "mc:Fallback") ?? choices[0];
}

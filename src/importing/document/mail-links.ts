import type { ElementContent } from "hast";
import { maskedAddress } from "../header/addresses.ts";
import type { BaseBlock } from "../import-reading.ts";
import type { ReadingDraft } from "../reading-draft.ts";

/**
 * Takes the links off words that lead to somebody's mail (the draft's blocks are changed in place): an address is
 * private, and the words stay as they are.
 */
export function unlinkMail(draft: ReadingDraft): void {
  const addresses = new Set<string>();
  const unlinked = (children: ElementContent[]): ElementContent[] =>
    children.flatMap((child): ElementContent[] => {
      if (child.type !== "element") return [child];
      const inside = unlinked(child.children);
      const address = /^mailto:([^?]*)/iu.exec(String(child.properties.href ?? ""))?.[1];
      if (child.tagName !== "a" || address === undefined) return [{ ...child, children: inside }];
      if (address.includes("@")) addresses.add(address);
      return inside;
    });
  for (const block of draft.blocks)
    if (hasMailLink(block)) block.node = { ...block.node, children: unlinked(block.node.children) };
  for (const address of addresses)
    draft.add({ kind: "contact", state: "applied", was: maskedAddress(address) });
}

/** Most blocks have none, and need not be made anew. */
function hasMailLink({ node }: BaseBlock): boolean {
  const inside = (children: ElementContent[]): boolean =>
    children.some(
      (child) =>
        child.type === "element" &&
        ((child.tagName === "a" && /^mailto:/iu.test(String(child.properties.href ?? ""))) ||
          inside(child.children)),
    );
  return inside(node.children);
}

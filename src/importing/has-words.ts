import type { ElementContent } from "hast";

/** Whether a paragraph with this content shows anything: words, a picture or a scene break. */
export function hasWords(children: ElementContent[]): boolean {
  return children.some((child) => {
    if (child.type === "text") return /\S/u.test(child.value);
    if (child.type !== "element" || child.tagName === "br") return false;
    return child.tagName === "hr" || child.tagName === "img" || hasWords(child.children);
  });
}

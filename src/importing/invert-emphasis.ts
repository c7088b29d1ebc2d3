import type { Element, ElementContent } from "hast";

/**
 * The same words with italics (or bold) where there was none, and none where there was: for a chapter that was
 * set so by accident, in which the upright words are the ones that were meant to stand out.
 */
export function invertEmphasis(children: ElementContent[], tagName: "em" | "strong"): ElementContent[] {
  return children.flatMap((child) => inverted(child, tagName, false));
}

function inverted(node: ElementContent, tagName: string, isSet: boolean): ElementContent[] {
  if (node.type === "text") {
    const isUpright = isSet || !/\S/u.test(node.value);
    return [isUpright ? node : { type: "element", tagName, properties: {}, children: [node] }];
  }
  if (node.type !== "element") return [node];
  const isMark = node.tagName === tagName;
  const children = node.children.flatMap((child) => inverted(child, tagName, isMark ? !isSet : isSet));
  return isMark ? children : [{ ...node, children } satisfies Element];
}

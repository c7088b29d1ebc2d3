import type { Element } from "hast";
import { linkTarget } from "./link-target.ts";

/** What stands in a story where a picture stood. */
export type PictureWords = {
  text: string;
  /** Whether its author described it, or its file's name has to do. */
  from: "description" | "fileName";
  /** Where the picture is; null when no link may lead there. */
  href: string | null;
};

/**
 * The words for an `img`: its description, or the name of its file. Null when it has neither, and when an empty
 * description says that it is decoration (https://html.spec.whatwg.org/multipage/images.html#alt).
 */
export function pictureWords(node: Element): PictureWords | null {
  const { alt, src } = node.properties;
  const href = linkTarget(src);
  if (typeof alt === "string") return alt.trim() === "" ? null : { text: alt, from: "description", href };
  const text = href?.split(/[?#]/)[0]?.split("/").at(-1) ?? "";
  return text === "" ? null : { text, from: "fileName", href };
}

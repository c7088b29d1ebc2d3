import type { Root } from "hast";
import { visit } from "unist-util-visit";

/** Where the archive serves a picture it keeps: named by the SHA-256 of its bytes, of a kind every browser shows. */
export const pictureAddress = /^\/pictures\/([0-9a-f]{64}\.(?:png|jpg|gif|webp))$/;
/** A width or height in pixels. */
export const pictureSide = /^[1-9]\d{0,4}$/;

const writtenPicture = /<img src="\/pictures\/([^"/]+)"/g;

/** The name of the kept picture at this address, or null when the archive keeps none there. */
export function pictureName(src: unknown): string | null {
  return typeof src === "string" ? (pictureAddress.exec(src)?.[1] ?? null) : null;
}

const mediaTypes: Record<string, string> = {
  png: "image/png",
  jpg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
};

/** The media type of a kept picture, which its name ends in. */
export function pictureMediaType(name: string): string {
  return mediaTypes[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";
}

/** How many pictures nobody has described or called decoration yet (`alt` is missing; empty means decoration). */
export function picturesWithoutWords(tree: Root): number {
  let unsaid = 0;
  visit(tree, "element", (node) => {
    if (node.tagName === "img" && typeof node.properties.alt !== "string") unsaid += 1;
  });
  return unsaid;
}

/**
 * The names of the pictures a story shows, each once, in order of first appearance.
 *
 * @param storyHtml as `serialiseStory` writes it, where `src` comes first and `<` stands for tags alone
 */
export function pictureNamesIn(storyHtml: string): string[] {
  return [...new Set(Array.from(storyHtml.matchAll(writtenPicture), ([, name = ""]) => name))];
}

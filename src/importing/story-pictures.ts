import type { Element, ElementContent, Root } from "hast";
import { pictureName } from "../story-text/kept-pictures.ts";
import type { BaseBlock } from "./import-reading.ts";

/** What the writer says of a picture: words for those who do not see it, or that it is decoration. */
export type PictureAnswer = { words: string; decorative: boolean };

/** A picture of the file, and what the file itself says of it. */
export type FilePicture = { name: string; answer: PictureAnswer };

/** The pictures that some blocks show, each once, in order. */
export function picturesIn(blocks: BaseBlock[], shown: number[]): FilePicture[] {
  const pictures = new Map<string, FilePicture>();
  for (const block of shown)
    for (const { properties } of imagesIn(blocks[block]?.node.children ?? [])) {
      const name = pictureName(properties.src);
      if (name === null || pictures.get(name)?.answer.words) continue;
      const words = typeof properties.alt === "string" ? properties.alt : "";
      pictures.set(name, { name, answer: { words, decorative: properties.alt === "" } });
    }
  return [...pictures.values()];
}

/** Gives a story's pictures the words they were given; the names of those that have none and are no decoration (T81). */
export function describePictures(story: Root, answers: Record<string, PictureAnswer>): string[] {
  const undescribed = new Set<string>();
  for (const { properties } of imagesIn(story.children)) {
    const name = pictureName(properties.src);
    if (name === null) continue;
    const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
    const words = answer?.words.trim() ?? "";
    if (answer?.decorative) properties.alt = "";
    else if (words !== "") properties.alt = words;
    else if (answer !== undefined || typeof properties.alt !== "string") {
      delete properties.alt;
      undescribed.add(name);
    }
  }
  return [...undescribed];
}

function imagesIn(children: (ElementContent | Root["children"][number])[]): Element[] {
  return children.flatMap((child) => {
    if (child.type !== "element") return [];
    return child.tagName === "img" ? [child] : imagesIn(child.children);
  });
}

import type { Element } from "hast";
import { pictureName } from "../../story-text/kept-pictures.ts";
import { pictureWords } from "../picture-words.ts";
import type { Setting } from "./leaf.ts";

/** Lets a picture of the story be found from the leaf, in place; where it cannot be, its words are set instead. */
export function setPicture(picture: Element, { t, pictureAddress }: Setting): void {
  const name = pictureName(picture.properties.src);
  const address = name === null ? null : pictureAddress(name);
  if (address !== null) {
    picture.properties = { ...picture.properties, src: address };
    return;
  }
  const { lang, dir, alt } = picture.properties;
  picture.tagName = "span";
  picture.properties = { lang, dir };
  picture.children = [{ type: "text", value: pictureWords(typeof alt === "string" ? alt : null, t) }];
}

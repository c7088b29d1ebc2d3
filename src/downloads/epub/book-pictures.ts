import { element, xmlDocument } from "../../plumbing/xml/write-xml.ts";
import { pictureNamesIn } from "../../story-text/kept-pictures.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import type { DownloadableWork } from "../downloadable-work.ts";
import type { PictureBytes } from "../picture-bytes.ts";
import { pictureWords } from "../picture-words.ts";

/** A picture of the story that lies in the book. */
export type BookPicture = { id: string; name: string; path: string; bytes: Uint8Array };

/** The pictures its chapters show and whose bytes are at hand, each once, in order of first appearance. */
export function bookPictures(work: DownloadableWork, pictureBytes: PictureBytes): BookPicture[] {
  const names = new Set(work.chapters.flatMap(({ text }) => pictureNamesIn(text)));
  return [...names].flatMap((name) => {
    const bytes = pictureBytes(name);
    return bytes === null
      ? []
      : [{ id: `picture-${name.split(".")[0]}`, name, path: `pictures/${name}`, bytes }];
  });
}

/** Where the words lie that an older e-reader shows for a picture of a kind it does not know. */
export const pictureInstead = "picture.svg";

/** Whether readers of EPUB 3.2 may not know this kind of picture. */
export function needsFallback({ name }: BookPicture): boolean {
  return name.endsWith(".webp");
}

/** A picture that says it is one. */
export function pictureInsteadDocument(t: Translate): string {
  const words = pictureWords(null, t);
  const box = { xmlns: "http://www.w3.org/2000/svg", viewBox: "0 0 320 60", width: 320, height: 60 };
  return xmlDocument(
    element(
      "svg",
      box,
      element("title", {}, words),
      element("text", { x: 160, y: 36, "text-anchor": "middle", "font-size": 18, fill: "#777" }, words),
    ),
  );
}

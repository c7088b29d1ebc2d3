import { pictureNamesIn } from "../../story-text/kept-pictures.ts";
import type { DownloadableWork } from "../downloadable-work.ts";
import type { PictureBytes } from "../picture-bytes.ts";

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

import type { Format } from "../format.ts";
import { writeEpub } from "./write-epub.ts";

export const epubFormat: Format = {
  id: "epub",
  extension: "epub",
  mediaType: "application/epub+zip",
  label: "EPUB, for e-readers",
  holdsPictures: true,
  write: writeEpub,
};

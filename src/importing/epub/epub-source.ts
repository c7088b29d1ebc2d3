import { type Source, seemsToBe } from "../source.ts";
import { readEpub } from "./read-epub.ts";

const mediaType = "application/epub+zip";

/** E-books, which say what they are in a file `mimetype` (EPUB OCF 3.3, section 4.3). */
export const epubSource: Source = {
  kind: "epub",
  extensions: [".epub"],
  name: "an e-book",
  isOwn(file) {
    if (seemsToBe(file, ".epub", mediaType)) return true;
    const { container } = file;
    if (container === null) return false;
    const has = (name: string) => container.names.includes(name);
    if (has("mimetype") && container.text("mimetype")?.trim() === mediaType) return true;
    // Containers packed again by hand lose their type, or have it at another place.
    return has("META-INF/container.xml");
  },
  read: readEpub,
};

import { type Source, seemsToBe } from "../source.ts";
import { readOdt } from "./read-odt.ts";

const mediaType = "application/vnd.oasis.opendocument.text";

/** OpenDocument texts, which say what they are in a file `mimetype` (OpenDocument 1.3 part 2, section 3.3). */
export const odtSource: Source = {
  kind: "odt",
  extensions: [".odt"],
  name: "an OpenDocument text",
  isOwn(file) {
    if (seemsToBe(file, ".odt", mediaType)) return true;
    const { container } = file;
    if (container === null) return false;
    const has = (name: string) => container.names.includes(name);
    if (has("mimetype") && container.text("mimetype")?.trim().startsWith(mediaType)) return true;
    // Containers packed again by hand lose their type, or have it at another place.
    return has("content.xml") && has("META-INF/manifest.xml") && !has("META-INF/container.xml");
  },
  read: readOdt,
};

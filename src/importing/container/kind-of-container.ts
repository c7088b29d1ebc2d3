import type { SourceKind } from "../import-reading.ts";
import type { Container } from "./open-container.ts";

/**
 * Which format a ZIP container is; "unknown" for an ordinary ZIP of files. OpenDocument and EPUB say so in a file
 * `mimetype` (OpenDocument 1.3 part 2, section 3.3; EPUB OCF 3.3, section 4.3), Word in its list of content types.
 *
 * @throws {UnpacksTooLarge} @throws {DamagedContainer}
 */
export function kindOfContainer(container: Container): SourceKind {
  const has = (name: string) => container.names.includes(name);
  const type = has("mimetype") ? (container.text("mimetype") ?? "").trim() : "";
  if (type === "application/epub+zip") return "epub";
  if (type.startsWith("application/vnd.oasis.opendocument.text")) return "odt";
  // Containers packed again by hand lose their type, or have it at another place.
  if (has("META-INF/container.xml")) return "epub";
  if (has("content.xml") && has("META-INF/manifest.xml")) return "odt";
  if (!has("[Content_Types].xml")) return "unknown";
  if (has("word/document.xml")) return "docx";
  const types = container.text("[Content_Types].xml") ?? "";
  return types.includes("wordprocessingml") ? "docx" : "unknown";
}

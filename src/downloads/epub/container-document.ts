import { element, xmlDocument } from "../../plumbing/xml/write-xml.ts";

/** Says where the package lies (EPUB 3.3, section 4.2.6.3.1). */
export function containerDocument(): string {
  const rootfile = element("rootfile", {
    "full-path": "EPUB/package.opf",
    "media-type": "application/oebps-package+xml",
  });
  return xmlDocument(
    element(
      "container",
      { version: "1.0", xmlns: "urn:oasis:names:tc:opendocument:xmlns:container" },
      element("rootfiles", {}, rootfile),
    ),
  );
}

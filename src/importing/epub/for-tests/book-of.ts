import { strToU8, zipSync } from "fflate";

const container =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

/** What a test's book is made of; what is not given is left empty. */
export interface BookParts {
  metadata?: string;
  /** The spine's pages by name, the content of their `body`. */
  pages: Record<string, string>;
  /** Further files, by their whole names; one named like a file of the book takes its place. */
  files?: Record<string, string | Uint8Array>;
  /** Further lines of the manifest. */
  manifest?: string;
  guide?: string;
}

/** A little EPUB of EPUB 2's shape. */
export function bookOf({
  metadata = "",
  pages,
  files = {},
  manifest = "",
  guide = "",
}: BookParts): Uint8Array {
  const names = Object.keys(pages);
  const opf = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata>
    <manifest>${names.map((name, index) => `<item id="p${index}" href="${name}" media-type="application/xhtml+xml"/>`).join("")}${manifest}</manifest>
    <spine>${names.map((_, index) => `<itemref idref="p${index}"/>`).join("")}</spine><guide>${guide}</guide></package>`;
  const whole: Record<string, string | Uint8Array> = {
    mimetype: "application/epub+zip",
    "META-INF/container.xml": container,
    "OEBPS/book.opf": opf,
    ...Object.fromEntries(names.map((name) => [`OEBPS/${name}`, page(pages[name] ?? "")])),
    ...files,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(whole).map(([name, file]) => [
        name,
        [typeof file === "string" ? strToU8(file) : file, { level: name === "mimetype" ? 0 : 6 }] as const,
      ]),
    ),
  );
}

function page(body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>A page</title><link rel="stylesheet" href="style.css"/></head><body>${body}</body></html>`;
}

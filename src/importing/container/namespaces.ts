/**
 * The prefix by which readers know each namespace, whatever prefix a file gives it. Word's strict and transitional
 * formats name the same things by different addresses (ECMA-376 part 1 and part 4).
 */
const known: [prefix: string, ...addresses: string[]][] = [
  ["xml", "http://www.w3.org/XML/1998/namespace"],
  // Office Open XML
  [
    "w",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ],
  [
    "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ],
  [
    "m",
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
  ],
  ["a", "http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main"],
  [
    "pic",
    "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "http://purl.oclc.org/ooxml/drawingml/picture",
  ],
  [
    "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
  ],
  ["wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"],
  ["wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"],
  ["adec", "http://schemas.microsoft.com/office/drawing/2017/decorative"],
  ["w14", "http://schemas.microsoft.com/office/word/2010/wordml"],
  ["v", "urn:schemas-microsoft-com:vml"],
  ["o", "urn:schemas-microsoft-com:office:office"],
  ["mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"],
  ["rel", "http://schemas.openxmlformats.org/package/2006/relationships"],
  ["types", "http://schemas.openxmlformats.org/package/2006/content-types"],
  ["cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"],
  [
    "app",
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
  ],
  ["dc", "http://purl.org/dc/elements/1.1/"],
  ["dcterms", "http://purl.org/dc/terms/"],
  // OpenDocument
  ["office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"],
  ["style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"],
  ["text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"],
  ["table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"],
  ["draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"],
  ["fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"],
  ["svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"],
  ["meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"],
  ["number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"],
  ["manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"],
  ["loext", "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"],
  ["xlink", "http://www.w3.org/1999/xlink"],
  // EPUB
  ["ocf", "urn:oasis:names:tc:opendocument:xmlns:container"],
  ["opf", "http://www.idpf.org/2007/opf"],
  ["ncx", "http://www.daisy.org/z3986/2005/ncx/"],
  ["epub", "http://www.idpf.org/2007/ops"],
  ["html", "http://www.w3.org/1999/xhtml"],
  ["enc", "http://www.w3.org/2001/04/xmlenc#"],
];

const prefixes = new Map(
  known.flatMap(([prefix, ...addresses]) => addresses.map((address) => [address, prefix])),
);
const ours = new Set(known.map(([prefix]) => prefix));

/** Stands before the names of a namespace that has taken a prefix of ours for something else. */
const foreign = "foreign";

/**
 * The prefix to use for the names a file writes with `prefix` ("" for none): ours when we know the namespace, else
 * the file's own.
 */
export function fixedPrefix(prefix: string, address: string): string {
  return prefixes.get(address) ?? (ours.has(prefix) ? foreign : prefix);
}

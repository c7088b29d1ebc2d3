import { zipSync } from "fflate";

const namespaces = [
  ...["office", "style", "text", "table", "meta", "manifest"].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  ),
  'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
].join(" ");

/** The parts of an OpenDocument text that a test is about, each as the XML inside its element. */
export interface OdtContent {
  text: string;
  automaticStyles?: string;
  styles?: string;
  meta?: string;
  files?: Record<string, Uint8Array>;
}

/** An OpenDocument text made of the parts. */
export function odtOf({
  text,
  automaticStyles = "",
  styles = "",
  meta = "",
  files = {},
}: OdtContent): Uint8Array {
  const words = (value: string) => new TextEncoder().encode(value);
  return zipSync({
    mimetype: [words("application/vnd.oasis.opendocument.text"), { level: 0 }],
    "content.xml": words(
      `<office:document-content ${namespaces}><office:automatic-styles>${automaticStyles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    ),
    "styles.xml": words(
      `<office:document-styles ${namespaces}><office:styles>${styles}</office:styles></office:document-styles>`,
    ),
    "meta.xml": words(
      `<office:document-meta ${namespaces}><office:meta>${meta}</office:meta></office:document-meta>`,
    ),
    ...files,
  });
}

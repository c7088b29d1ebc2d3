import type { Element } from "hast";
import { xmlText } from "../../plumbing/xml/write-xml.ts";
import type { LeafLanguage } from "../leaves/leaf.ts";
import { writeMarkup } from "../leaves/write-markup.ts";

/**
 * An XHTML content document (EPUB 3.3, section 6.1) around one leaf.
 *
 * @param style where the book's style sheet is from this leaf
 */
export function leafDocument(
  title: string,
  body: Element,
  language: LeafLanguage,
  style = "style.css",
): string {
  const lang = xmlText(language.story);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}" xml:lang="${lang}" dir="${language.direction}">
<head>
<title>${xmlText(title)}</title>
<link rel="stylesheet" type="text/css" href="${style}"/>
</head>
<body>
${writeMarkup(body, "xhtml")}
</body>
</html>
`;
}

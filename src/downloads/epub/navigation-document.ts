import type { Element } from "hast";
import { h } from "hastscript";
import { xmlText } from "../../plumbing/xml/write-xml.ts";
import type { Setting } from "../leaves/leaf.ts";
import { writeMarkup } from "../leaves/write-markup.ts";
import type { Leaf } from "./book-files.ts";

/** The contents and landmarks (EPUB 3.3, section 7). */
export function navigationDocument(setting: Setting, leaves: Leaf[]): string {
  return navigationPage(setting, contents(leaves), h("ol", landmarks(setting, leaves)));
}

/** The document that carries them. */
export function navigationPage({ t, language }: Setting, contents: Element, landmarks: Element): string {
  const lang = xmlText(language.label);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}" xml:lang="${lang}" dir="${language.labelDirection}">
<head>
<title>${xmlText(t("Contents"))}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body>
<nav epub:type="toc" role="doc-toc" id="toc">
${writeMarkup(h("h2", t("Contents")), "xhtml")}
${writeMarkup(contents, "xhtml")}
</nav>
<nav epub:type="landmarks" hidden="hidden">
${writeMarkup(h("h2", t("Landmarks")), "xhtml")}
${writeMarkup(landmarks, "xhtml")}
</nav>
</body>
</html>
`;
}

function contents(leaves: Leaf[]): Element {
  const lines = leaves.flatMap(({ path, contentsLine }) =>
    contentsLine === null
      ? []
      : [h("li", h("a", { href: path, lang: contentsLine.language, dir: "auto" }, contentsLine.text))],
  );
  return h("ol", lines);
}

function landmarks({ t }: Pick<Setting, "t">, leaves: Leaf[]): Element[] {
  const names = { cover: t("Cover"), titlepage: t("About this story"), bodymatter: t("Start of the story") };
  const marked = leaves.flatMap(({ path, landmark }) =>
    landmark === null ? [] : [h("li", h("a", { href: path, epubType: landmark }, names[landmark]))],
  );
  return [...marked, h("li", h("a", { href: "#toc", epubType: "toc" }, t("Contents")))];
}

import type { Element } from "hast";
import { h } from "hastscript";
import { xmlText } from "../../plumbing/xml/write-xml.ts";
import { pictureMediaType } from "../../story-text/kept-pictures.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { chapterHeading, headingLine } from "../chapter-heading.ts";
import type { DownloadableWork } from "../downloadable-work.ts";
import { titleOf } from "../front-matter.ts";
import { chapterAnchor, chapterLeaf } from "../leaves/chapter-leaf.ts";
import { endLeaf } from "../leaves/end-leaf.ts";
import { type Setting, settingOf } from "../leaves/leaf.ts";
import { storyStyle } from "../leaves/story-style.ts";
import { titleLeaf } from "../leaves/title-leaf.ts";
import { writeMarkup } from "../leaves/write-markup.ts";
import { withNotesNumberedOn } from "../notes-numbered-on.ts";
import { noPictures, type PictureBytes } from "../picture-bytes.ts";
import { pageStyle } from "./page-style.ts";

/**
 * Writes a work as one web page that needs nothing else: no script and no font, and its pictures lie in it. Its
 * own policy forbids every request, so opening the file tells nobody.
 */
export function writeHtml(
  given: DownloadableWork,
  t: Translate,
  locale: string,
  pictures: PictureBytes = noPictures,
): Uint8Array {
  const work = withNotesNumberedOn(given);
  const setting = settingOf(work, t, locale, (name) => dataAddress(name, pictures(name)));
  const { language } = setting;
  const end = endLeaf(setting);
  const leaves = [
    titleLeaf(setting),
    ...contents(setting, end !== null),
    ...work.chapters.map((chapter) => chapterLeaf(chapter, setting)),
    ...(end === null ? [] : [end]),
  ];
  const page = `<!DOCTYPE html>
<html lang="${xmlText(language.story)}" dir="${language.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${xmlText(titleOf(work, t))}</title>
<link rel="canonical" href="${xmlText(work.url)}">
<style>
${storyStyle}${pageStyle}</style>
</head>
<body>
<main>
${leaves.map((leaf) => writeMarkup(leaf, "html")).join("\n")}
</main>
</body>
</html>
`;
  return new TextEncoder().encode(page);
}

/** An address that is the picture itself (RFC 2397). */
function dataAddress(name: string, bytes: Uint8Array | null): string | null {
  return bytes === null
    ? null
    : `data:${pictureMediaType(name)};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64")}`;
}

/** Contents, when there is more than one thing to go to. */
function contents({ work, t, language }: Setting, hasEnd: boolean): Element[] {
  if (work.chapters.length < 2) return [];
  const lines = work.chapters.map((chapter) => {
    const heading = chapterHeading(work, chapter, t);
    const lang = heading.title === null ? language.label : language.story;
    return h(
      "li",
      h("a", { href: `#${chapterAnchor(chapter)}`, lang, dir: "auto" }, headingLine(heading, t)),
    );
  });
  if (hasEnd) lines.push(h("li", h("a", { href: "#end-notes", lang: language.label }, t("End notes"))));
  const label = { lang: language.label, dir: language.labelDirection };
  return [
    h("nav", { className: ["contents"], ...label, ariaLabelledBy: "contents" }, [
      h("h2", { id: "contents" }, t("Contents")),
      h("ol", lines),
    ]),
  ];
}

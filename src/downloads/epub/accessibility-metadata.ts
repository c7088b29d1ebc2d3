import { element, type Xml } from "../../plumbing/xml/write-xml.ts";
import type { Translate } from "../../vocabulary/translate.ts";

const discovery: [string, string][] = [
  ["schema:accessMode", "textual"],
  ["schema:accessModeSufficient", "textual"],
  ["schema:accessibilityFeature", "tableOfContents"],
  ["schema:accessibilityFeature", "readingOrder"],
  ["schema:accessibilityFeature", "structuralNavigation"],
  ["schema:accessibilityFeature", "displayTransformability"],
  ["schema:accessibilityHazard", "none"],
];

/**
 * What a reader with a screen reader or other needs can expect (EPUB Accessibility 1.1, section 2). It makes
 * no claim of WCAG conformance: that takes a person who has looked at this very book.
 */
export function accessibilityMetadata(t: Translate, hasPictures: boolean, everyOneDescribed: boolean): Xml[] {
  const isDescribed = !hasPictures || everyOneDescribed;
  const more: [string, string][] = [];
  if (hasPictures) more.push(["schema:accessMode", "visual"]);
  if (isDescribed) more.push(["schema:accessibilityFeature", "alternativeText"]);
  return [
    ...discovery,
    ...more,
    ["schema:accessibilitySummary", summaryFor(t, hasPictures, isDescribed)] as const,
  ].map(([property, value]) => element("meta", { property }, value));
}

function summaryFor(t: Translate, hasPictures: boolean, isDescribed: boolean): string {
  if (!hasPictures) {
    return t(
      "The whole story is text, with headings, contents and a reading order. The cover is the only picture and is described. Colour carries no meaning.",
    );
  }
  return isDescribed
    ? t(
        "The story is text, with headings, contents and a reading order, and its pictures are described. Colour carries no meaning.",
      )
    : t(
        "The story is text, with headings, contents and a reading order. It has pictures, and not all of them are described. Colour carries no meaning.",
      );
}

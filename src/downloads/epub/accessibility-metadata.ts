import type { Translate } from "../../vocabulary/translate.ts";
import { element, type Xml } from "../xml.ts";

const discovery: [string, string][] = [
  ["schema:accessMode", "textual"],
  ["schema:accessModeSufficient", "textual"],
  ["schema:accessibilityFeature", "tableOfContents"],
  ["schema:accessibilityFeature", "readingOrder"],
  ["schema:accessibilityFeature", "structuralNavigation"],
  ["schema:accessibilityFeature", "displayTransformability"],
  ["schema:accessibilityFeature", "alternativeText"],
  ["schema:accessibilityHazard", "none"],
];

/**
 * What a reader with a screen reader or other needs can expect (EPUB Accessibility 1.1, section 2). It makes
 * no claim of WCAG conformance: that takes a person who has looked at this very book.
 */
export function accessibilityMetadata(t: Translate): Xml[] {
  const summary = t(
    "The whole story is text, with headings, contents and a reading order. The cover is the only picture and is described. Colour carries no meaning.",
  );
  return [...discovery, ["schema:accessibilitySummary", summary] as const].map(([property, value]) =>
    element("meta", { property }, value),
  );
}

import type { Element, Root } from "hast";
import { parseHtml } from "../../story-text/parse-html.ts";
import { withoutAnchors } from "../document/anchors.ts";

const voidNames = new Set(
  "area base br col embed hr img input link meta param source track wbr image path rect circle use".split(
    " ",
  ),
);
const selfClosing = /<([a-z][\w:.-]*)((?:\s+[^\s"'<>/=]+\s*(?:=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/>/giu;
/** The words of a file that are neither a tag's nor a comment's. */
const declaration = /^\uFEFF?\s*<\?xml[^>]*\?>/u;

/**
 * A page of a book as a tree. XHTML is read as HTML, which every broken book also survives; what only XML means by
 * itself is put into HTML's words first: `<a id="x"/>` is empty, `<br></br>` one break, CDATA text.
 *
 * @throws {StoryTooLarge} @throws {StoryTooDeep} see `parseHtml`
 */
export function leafTree(text: string): Root {
  const html = withoutAnchors(text)
    .replace(declaration, "")
    .replace(/<!\[CDATA\[(.*?)\]\]>/gsu, (_, words: string) =>
      words.replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
    )
    .replace(/<\/(?:br|hr|img)\s*>/giu, "")
    .replace(selfClosing, (tag, name: string, attributes: string) =>
      voidNames.has(name.toLowerCase()) ? tag : `<${name}${attributes}></${name}>`,
    );
  return parseHtml(html);
}

/** What kind of thing an element says it is: `epub:type` (EPUB 3.3, section 6.2) or its ARIA role. */
export function epubTypes({ properties }: Element): string[] {
  const said = [properties["epub:type"] ?? properties.epubType, properties.role].flat();
  return said.flatMap((value) =>
    typeof value === "string"
      ? value
          .toLowerCase()
          .split(/\s+/u)
          .map((type) => type.replace(/^doc-/u, ""))
      : [],
  );
}

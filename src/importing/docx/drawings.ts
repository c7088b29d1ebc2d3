import { elementsIn } from "../container/xml-elements.ts";
import type { XmlElement } from "../container/xml-tree.ts";
import { chosenAlternative } from "./alternate-content.ts";
import type { Look } from "./line-writer.ts";
import type { OpenLine } from "./open-line.ts";
import { descriptionOf, shapeDescription } from "./pictures.ts";
import type { WordContext } from "./word-context.ts";

const shapeNames = new Set(["v:shape", "v:rect", "v:roundrect", "v:oval", "v:line"]);

/** Puts the pictures of a drawing (DrawingML) into a line, and the text boxes in it beside the line. */
export function readDrawing(drawing: XmlElement, line: OpenLine, { pictures, part }: WordContext): void {
  const found = pick(drawing, new Set(["a:blip", "w:txbxContent"]));
  const alt = descriptionOf(drawing);
  for (const item of found) {
    if (item.name === "w:txbxContent") line.boxes.push(item);
    else {
      const id = item.attributes["r:embed"] ?? item.attributes["r:link"];
      line.words.element(pictures.image(part, id, alt));
    }
  }
  // A chart, say: its description is all that can be kept of it.
  if (found.length === 0 && alt) line.words.element(pictures.image(part, undefined, alt));
}

/** The same for the older drawing language (VML), whose shapes may also be a line across the page, or ornate words. */
export function readShapes(shapes: XmlElement, line: OpenLine, look: Look, context: WordContext): void {
  const { pictures, part } = context;
  for (const shape of pick(shapes, shapeNames)) {
    if (/^(?:t|true)$/u.test(shape.attributes["o:hr"] ?? "")) line.hasRule = true;
    const ornate = pick(shape, new Set(["v:textpath"])).map(({ attributes }) => attributes.string ?? "");
    line.words.text(ornate.join(" "), look);
    for (const image of pick(shape, new Set(["v:imagedata"]))) {
      const id = image.attributes["r:id"] ?? image.attributes["o:relid"];
      line.words.element(pictures.image(part, id, shapeDescription(shape)));
    }
    line.boxes.push(...pick(shape, new Set(["w:txbxContent"])));
  }
}

/** The outermost elements of these names in another, of alternatives only the chosen ones. */
function pick(parent: XmlElement, names: ReadonlySet<string>): XmlElement[] {
  return elementsIn(parent).flatMap((child): XmlElement[] => {
    if (names.has(child.name)) return [child];
    if (child.name !== "mc:AlternateContent") return pick(child, names);
    const chosen = chosenAlternative(child);
    return chosen ? pick(chosen, names) : [];
  });
}

import type { Element } from "hast";
import { elementsIn } from "../container/xml-elements.ts";
import type { XmlElement } from "../container/xml-tree.ts";
import type { Flow } from "./flow.ts";
import { wholeNumber } from "./list-styles.ts";

const mostEmptyCells = 50;

/** A `table:table` with its header rows and spans (OpenDocument 1.3 part 3, section 9). */
export function tableOf(table: XmlElement, around: Flow): Element {
  const header: Element[] = [];
  const body: Element[] = [];
  addRows(table, false, around, header, body);
  const parts: Element[] = [];
  if (header.length > 0) parts.push(made("thead", header));
  if (body.length > 0) parts.push(made("tbody", body));
  return made("table", parts);
}

function addRows(
  holder: XmlElement,
  isHeader: boolean,
  around: Flow,
  header: Element[],
  body: Element[],
): void {
  for (const part of elementsIn(holder)) {
    if (part.name === "table:table-row") (isHeader ? header : body).push(rowOf(part, isHeader, around));
    else if (part.name === "table:table-header-rows") addRows(part, body.length === 0, around, header, body);
    else if (part.name === "table:table-rows" || part.name === "table:table-row-group")
      addRows(part, isHeader, around, header, body);
  }
}

function rowOf(row: XmlElement, isHeader: boolean, around: Flow): Element {
  const cells: Element[] = [];
  for (const cell of elementsIn(row)) {
    if (cell.name !== "table:table-cell") continue;
    around.parts.made.addElement();
    const writer = around.within();
    writer.isHeading = isHeader;
    for (const child of elementsIn(cell)) writer.block(child);
    const element = made(isHeader ? "th" : "td", writer.blocks);
    const across = wholeNumber(cell.attributes["table:number-columns-spanned"], 1);
    const down = wholeNumber(cell.attributes["table:number-rows-spanned"], 1);
    if (across > 1) element.properties.colSpan = across;
    if (down > 1) element.properties.rowSpan = down;
    cells.push(element);
    // Only empty cells are repeated: copies of copies grow without end.
    const repeated = wholeNumber(cell.attributes["table:number-columns-repeated"], 1);
    if (elementsIn(cell).every((child) => child.children.length === 0))
      for (let copy = 1; copy < Math.min(repeated, mostEmptyCells); copy++)
        cells.push(made(element.tagName, []));
  }
  return made("tr", cells);
}

function made(tagName: string, children: Element[]): Element {
  return { type: "element", tagName, properties: {}, children };
}

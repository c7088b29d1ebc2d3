import type { Element, ElementContent, Properties } from "hast";
import { element } from "../../story-text/elements.ts";
import { childOf, elementsIn } from "../container/xml-elements.ts";
import type { XmlElement } from "../container/xml-tree.ts";
import { isOn, numberOf, wordValue } from "./elements.ts";

/** A cell as it is being laid: one that reaches down over several rows grows with each. */
interface Cell {
  element: Element;
  columns: number;
  rows: number;
}

/** The widest table that is one; a span beyond it is a mistake or an attack. */
const mostColumns = 200;

/**
 * Reads a table (ECMA-376 part 1, 17.4). Its header is what it repeats on every page, else its first row where its
 * look says that the first row is another.
 *
 * @param inside reads the blocks in a cell
 */
export function readTable(table: XmlElement, inside: (cell: XmlElement) => Element[]): Element {
  const rows = within(table, "w:tr");
  const headers = headerRows(table, rows);
  const reaching = new Map<number, Cell>();
  const laid = rows.map((row, index) => layRow(row, index < headers, reaching, inside));
  const parts: Element[] = [];
  if (headers > 0) parts.push(element("thead", {}, laid.slice(0, headers)));
  if (headers < laid.length) parts.push(element("tbody", {}, laid.slice(headers)));
  return element("table", {}, parts);
}

function headerRows(table: XmlElement, rows: XmlElement[]): number {
  const repeated = rows.findIndex((row) => !isOn(childOf(row, "w:trPr", "w:tblHeader")));
  if (repeated !== 0) return repeated === -1 ? 0 : repeated;
  const look = childOf(table, "w:tblPr", "w:tblLook");
  const bits = Number.parseInt(wordValue(look) ?? "0", 16);
  const firstRow = look?.attributes["w:firstRow"];
  const isOther = firstRow === undefined ? (bits & 0x20) !== 0 : /^(?:1|true|on)$/u.test(firstRow);
  return isOther && rows.length > 1 ? 1 : 0;
}

function layRow(
  row: XmlElement,
  isHeader: boolean,
  reaching: Map<number, Cell>,
  inside: (cell: XmlElement) => Element[],
): Element {
  const laid: Element[] = [];
  const skipped = numberOf(childOf(row, "w:trPr", "w:gridBefore")) ?? 0;
  if (skipped > 0) laid.push(element(isHeader ? "th" : "td", columnSpan(skipped), []));
  let column = skipped;
  for (const cell of within(row, "w:tc")) {
    const properties = childOf(cell, "w:tcPr");
    const columns = Math.min(Math.max(numberOf(childOf(properties, "w:gridSpan")) ?? 1, 1), mostColumns);
    const merge = childOf(properties, "w:vMerge");
    const above = reaching.get(column);
    if (merge && wordValue(merge) !== "restart" && above?.columns === columns) {
      above.rows++;
      above.element.properties.rowSpan = above.rows;
    } else {
      const scope: Properties = isHeader ? { scope: "col" } : {};
      const name = isHeader ? "th" : "td";
      const own = element(name, { ...scope, ...columnSpan(columns) }, contents(inside(cell)));
      laid.push(own);
      if (merge) reaching.set(column, { element: own, columns, rows: 1 });
      else reaching.delete(column);
    }
    column += columns;
  }
  return element("tr", {}, laid);
}

function columnSpan(columns: number): Properties {
  return columns > 1 ? { colSpan: Math.min(columns, mostColumns) } : {};
}

/** A cell with one paragraph holds its words. */
function contents(blocks: Element[]): ElementContent[] {
  const [first, ...others] = blocks;
  const isPlain = first?.tagName === "p" && Object.keys(first.properties).length === 0;
  return isPlain && others.length === 0 ? first.children : blocks;
}

/** The rows of a table, or the cells of a row, also those wrapped in fields and the like. */
function within(parent: XmlElement, name: string): XmlElement[] {
  return elementsIn(parent).flatMap((child): XmlElement[] => {
    if (child.name === name) return [child];
    return /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/u.test(child.name) ? within(child, name) : [];
  });
}

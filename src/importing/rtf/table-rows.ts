import type { Element, ElementContent } from "hast";
import { element } from "../../story-text/elements.ts";

/** What `\trowd` and the words after it say of a row. */
export interface RowDefinition {
  isHeader: boolean;
  cells: CellDefinition[];
}

interface CellDefinition {
  /** Where the cell ends, in twips from the left. */
  right: number;
  across: "first" | "more" | null;
  down: "first" | "more" | null;
}

const mostCells = 1000;
/** Cells whose edges are nearer than this (a millimetre) stand in one column. */
const sameEdge = 57;

/** Gathers the definition of a row from control words (RTF 1.9.1, “Table definitions”). */
export class RowWords {
  definition: RowDefinition = { isHeader: false, cells: [] };
  #across: CellDefinition["across"] = null;
  #down: CellDefinition["down"] = null;

  word(word: string, parameter: number | null): void {
    if (word === "trowd") this.definition = { isHeader: false, cells: [] };
    else if (word === "trhdr") this.definition.isHeader = true;
    else if (word === "clmgf" || word === "clmrg") this.#across = word === "clmgf" ? "first" : "more";
    else if (word === "clvmgf" || word === "clvmrg") this.#down = word === "clvmgf" ? "first" : "more";
    else if (word === "cellx") {
      if (this.definition.cells.length < mostCells)
        this.definition.cells.push({ right: parameter ?? 0, across: this.#across, down: this.#down });
      this.#across = null;
      this.#down = null;
    }
  }
}

export interface TableRow {
  definition: RowDefinition;
  cells: ElementContent[][];
}

/** A table of its rows. Where cells of different rows end says which columns each spans. */
export function tableOf(rows: TableRow[]): Element {
  const edges = columnEdges(rows);
  const open = new Map<number, Element>();
  const header: Element[] = [];
  const body: Element[] = [];
  for (const { definition, cells } of rows) {
    const row = element("tr", {}, []);
    let column = 0;
    for (const [index, content] of cells.entries()) {
      const cell = definition.cells[index];
      const end = Math.max(column + 1, cell ? columnOf(edges, cell.right) : column + 1);
      const last = row.children.at(-1);
      if (cell?.across === "more" && last?.type === "element") {
        spread(last, "colSpan", end - column);
        last.children.push(...content);
      } else if (cell?.down === "more" && open.has(column)) {
        const above = open.get(column);
        if (above) {
          spread(above, "rowSpan", 1);
          above.children.push(...content);
        }
      } else {
        const made = element(definition.isHeader ? "th" : "td", {}, content);
        if (end - column > 1) made.properties.colSpan = end - column;
        if (cell?.down === "first") open.set(column, made);
        else open.delete(column);
        row.children.push(made);
      }
      column = end;
    }
    (definition.isHeader && body.length === 0 ? header : body).push(row);
  }
  const parts: Element[] = [];
  if (header.length > 0) parts.push(element("thead", {}, header));
  if (body.length > 0) parts.push(element("tbody", {}, body));
  return element("table", {}, parts);
}

function spread(cell: Element, span: "colSpan" | "rowSpan", by: number): void {
  const known = cell.properties[span];
  cell.properties[span] = (typeof known === "number" ? known : 1) + by;
}

/** Where any cell ends, from left to right, edges that are nearly the same taken as one. */
function columnEdges(rows: TableRow[]): number[] {
  const all = new Set(rows.flatMap(({ definition }) => definition.cells.map(({ right }) => right)));
  const edges: number[] = [];
  for (const edge of [...all].sort((a, b) => a - b)) {
    if (edge - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > sameEdge) edges.push(edge);
  }
  return edges;
}

/** How many columns end at or before an edge. */
function columnOf(edges: number[], right: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) <= right) low = middle + 1;
    else high = middle;
  }
  return low;
}

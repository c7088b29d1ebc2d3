import type { ElementCount } from "../document/element-count.ts";
import { assembleBlocks, type FlowBlock } from "./assemble-blocks.ts";
import { RowWords, type TableRow, tableOf } from "./table-rows.ts";

/** A table whose rows are still coming. */
interface OpenTable {
  rows: TableRow[];
  cells: TableRow["cells"];
  current: FlowBlock[];
}

const rowWords = new Set("trowd trhdr clmgf clmrg clvmgf clvmrg cellx".split(" "));

/** The blocks of a text, and the tables that are open in it, one in a cell of the other. */
export class OpenTables {
  readonly #blocks: FlowBlock[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #made: ElementCount;
  /** An outermost table defines its rows before their words, and mostly after them too; an inner one after alone. */
  readonly #outerWords = new RowWords();
  readonly #innerWords = new RowWords();
  /** Whether row definitions are those of an inner table (`\nesttableprops`). */
  isInner = false;

  constructor(made: ElementCount) {
    this.#made = made;
  }

  /** Whether the word is one of a row's definition. */
  rowWord(word: string, parameter: number | null): boolean {
    if (!rowWords.has(word)) return false;
    (this.isInner ? this.#innerWords : this.#outerWords).word(word, parameter);
    return true;
  }

  push(block: FlowBlock): void {
    (this.#tables.at(-1)?.current ?? this.#blocks).push(block);
  }

  /** What comes next stands in this many tables. */
  enter(depth: number): void {
    while (this.#tables.length > depth) this.#close();
    while (this.#tables.length < depth) {
      this.#made.addElement();
      this.#tables.push({ rows: [], cells: [], current: [] });
    }
  }

  endCell(depth: number): void {
    this.enter(depth);
    const table = this.#tables.at(-1);
    table?.cells.push(assembleBlocks(table.current));
    if (table) table.current = [];
  }

  endRow(depth: number): void {
    this.enter(depth);
    const table = this.#tables.at(-1);
    if (table === undefined || table.cells.length === 0) return;
    const { definition } = depth > 1 ? this.#innerWords : this.#outerWords;
    table.rows.push({ definition, cells: table.cells });
    table.cells = [];
  }

  finished(): FlowBlock[] {
    this.enter(0);
    return this.#blocks;
  }

  #close(): void {
    const table = this.#tables.pop();
    if (table === undefined) return;
    // A file that breaks off, or was written carelessly, has cells without the end of their row.
    if (table.current.length > 0) table.cells.push(assembleBlocks(table.current));
    if (table.cells.length > 0)
      table.rows.push({ definition: { isHeader: false, cells: [] }, cells: table.cells });
    if (table.rows.length > 0) this.push({ element: tableOf(table.rows), item: null, isQuotation: false });
  }
}

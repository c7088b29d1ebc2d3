import type { Command } from "prosemirror-state";
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, isInTable } from "prosemirror-tables";
import type { Panel } from "../panel.ts";
import { frameAround, putBlock } from "../shaping.ts";
import { storySchema } from "../story-schema.ts";
import type { Workbench } from "./workbench.ts";

/** Asks how large a new table is; within a table it offers what can be done to it. */
export function tablePanel(bench: Workbench): Panel {
  const { view, words, run } = bench;
  if (isInTable(view.state)) return tableTools(bench);
  return {
    title: words.table,
    questions: [
      { name: "rows", label: words.rows, kind: "number", value: "3" },
      { name: "columns", label: words.columns, kind: "number", value: "2" },
      { name: "heads", label: words.heads, kind: "tick", value: "yes" },
      { name: "caption", label: words.caption },
    ],
    submit: words.putIn,
    answer(answers) {
      const [rows, columns] = [Number(answers.get("rows")), Number(answers.get("columns"))];
      const fits = (count: number, most: number) => Number.isInteger(count) && count >= 1 && count <= most;
      if (!fits(rows, 50) || !fits(columns, 12)) return words.tableSize;
      const caption = (answers.get("caption") ?? "").trim();
      const table = newTable(rows, columns, answers.get("heads") === "yes", caption);
      const isTitled = table.firstChild?.type.name === "caption";
      run(putBlock(table, isTitled ? table.firstChild.nodeSize : 0));
      return null;
    },
  };
}

function newTable(rows: number, columns: number, heads: boolean, caption: string) {
  const row = (index: number) => {
    const isHead = heads && index === 0;
    const cell = () =>
      storySchema.node(isHead ? "th" : "td", isHead ? { said: { scope: "col" } } : {}, [
        storySchema.node("paragraph"),
      ]);
    const section = { number: isHead ? 1 : 2, tag: isHead ? "thead" : "tbody", said: {} };
    return storySchema.node("tr", { section }, Array.from({ length: columns }, cell));
  };
  return storySchema.node("titled_table", {}, [
    ...(caption === "" ? [] : [storySchema.node("caption", {}, [storySchema.text(caption)])]),
    storySchema.node(
      "table",
      {},
      Array.from({ length: rows }, (_, index) => row(index)),
    ),
  ]);
}

function tableTools({ words, run, leave }: Workbench): Panel {
  const tool = (word: string, command: Command) => ({ word, use: () => run(command) });
  return {
    title: words.table,
    questions: [],
    submit: words.rowBelow,
    answer() {
      run(addRowAfter);
      return null;
    },
    others: [
      tool(words.columnAfter, addColumnAfter),
      tool(words.withoutRow, deleteRow),
      tool(words.withoutColumn, deleteColumn),
      {
        word: words.withoutTable,
        use() {
          run(removeTable);
          leave();
        },
      },
    ],
  };
}

const removeTable: Command = (state, dispatch) => {
  const around = frameAround(state.selection.$from, { name: "titled_table" });
  if (around === null) return false;
  dispatch?.(state.tr.delete(around.at, around.at + around.node.nodeSize).scrollIntoView());
  return true;
};

import type { Panel } from "../panel.ts";
import { saying } from "../said.ts";
import { frameAround } from "../shaping.ts";
import { saidOf } from "../story-nodes.ts";
import type { Workbench } from "./workbench.ts";

/** Asks how the list around the cursor is numbered; null where there is none. */
export function numberingPanel({ view, words, run }: Workbench): Panel | null {
  const list = frameAround(view.state.selection.$from, { name: "ol" });
  if (list === null) return null;
  const said = saidOf(list.node);
  return {
    title: words.numbering,
    questions: [
      { name: "start", label: words.startAt, kind: "number", value: said.start ?? "1" },
      {
        name: "type",
        label: words.numberedBy,
        kind: "choice",
        value: said.type ?? "1",
        choices: [
          ["1", "1, 2, 3"],
          ["a", "a, b, c"],
          ["A", "A, B, C"],
          ["i", "i, ii, iii"],
          ["I", "I, II, III"],
        ],
      },
    ],
    submit: words.change,
    answer(answers) {
      const start = (answers.get("start") ?? "").trim();
      if (!/^-?\d{1,6}$/.test(start)) return words.numberWrong;
      const type = answers.get("type") ?? "1";
      const started = saying(said, "start", Number(start) === 1 ? null : String(Number(start)));
      run((state, dispatch) => {
        const becomes = { said: saying(started, "type", type === "1" ? null : type) };
        dispatch?.(state.tr.setNodeMarkup(list.at, null, becomes));
        return true;
      });
      return null;
    },
  };
}

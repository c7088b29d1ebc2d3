import { addFootnote } from "../footnotes.ts";
import type { Panel } from "../panel.ts";
import type { Workbench } from "./workbench.ts";

/** Asks what a footnote says. */
export function notePanel({ words, run }: Workbench): Panel {
  return {
    title: words.footnote,
    questions: [{ name: "note", label: words.noteText, hint: words.noteHint, kind: "lines" }],
    submit: words.putIn,
    answer(answers) {
      const note = answers.get("note") ?? "";
      if (note.trim() === "") return words.noteMissing;
      run((state, dispatch) => {
        dispatch?.(addFootnote(state, note));
        return true;
      });
      return null;
    },
  };
}

import { addMarking, marksHere } from "../marking.ts";
import type { Panel } from "../panel.ts";
import { saidIn } from "../story-marks.ts";
import type { Workbench } from "./workbench.ts";

const begins = "mode-";

/** Asks in which way the chosen words are spoken, by the name the writer's conventions give it. */
export function speechPanel({ view, words, run }: Workbench): Panel {
  const { state } = view;
  const present = marksHere(state, { name: "span" }).filter((mark) => saidIn(mark).class?.startsWith(begins));
  const inStory = new Set<string>();
  state.doc.descendants((node) => {
    for (const mark of node.marks) {
      const { class: named } = saidIn(mark);
      if (named?.startsWith(begins)) inStory.add(named.slice(begins.length));
    }
  });
  return {
    title: words.speech,
    questions: [
      {
        name: "way",
        label: words.speechName,
        hint: words.speechHint,
        value: present[0] ? saidIn(present[0]).class?.slice(begins.length) : "",
        choices: [...inStory].sort().map((name) => [name, name] as const),
      },
    ],
    submit: words.change,
    answer(answers) {
      const way = (answers.get("way") ?? "").trim().toLowerCase();
      if (way !== "" && !/^[a-z]{1,30}$/.test(way)) return words.speechWrong;
      const { from, to } = view.state.selection;
      run((now, dispatch) => {
        const tr = now.tr;
        for (const mark of present) tr.removeMark(from, to, mark).removeStoredMark(mark);
        dispatch?.(tr);
        return true;
      });
      if (way !== "") run(addMarking({ name: "span", said: { class: begins + way } }));
      return null;
    },
  };
}

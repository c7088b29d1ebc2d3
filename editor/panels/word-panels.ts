import { addMarking, marksHere } from "../marking.ts";
import type { Panel } from "../panel.ts";
import { saidIn } from "../story-marks.ts";
import type { Workbench } from "./workbench.ts";

/** Asks which other voice the words are in. */
export function voicePanel({ view, words, run }: Workbench): Panel {
  const present = marksHere(view.state, { name: "span" }).filter((mark) =>
    saidIn(mark).class?.startsWith("voice-"),
  );
  const voices = Array.from({ length: 9 }, (_, index) => String(index + 1));
  return {
    title: words.voice,
    questions: [
      {
        name: "voice",
        label: words.voiceNumber,
        kind: "choice",
        value: present[0] ? saidIn(present[0]).class : "voice-1",
        choices: [["", words.noVoice], ...voices.map((number) => [`voice-${number}`, number] as const)],
      },
    ],
    submit: words.change,
    answer(answers) {
      const voice = answers.get("voice") ?? "";
      const { from, to } = view.state.selection;
      run((state, dispatch) => {
        const tr = state.tr;
        for (const mark of present) tr.removeMark(from, to, mark).removeStoredMark(mark);
        dispatch?.(tr);
        return true;
      });
      if (voice !== "") run(addMarking({ name: "span", said: { class: voice } }));
      return null;
    },
  };
}

/** Asks what the chosen letters stand for. */
export function abbreviationPanel({ view, words, run }: Workbench): Panel {
  const [present] = marksHere(view.state, { name: "abbr" });
  return {
    title: words.abbreviation,
    questions: [{ name: "title", label: words.standsFor, value: present ? saidIn(present).title : "" }],
    submit: words.change,
    answer(answers) {
      const title = (answers.get("title") ?? "").replace(/\s+/g, " ").trim();
      if (title === "" || view.state.selection.empty) return words.standsForMissing;
      const { from, to } = view.state.selection;
      run((state, dispatch) => {
        dispatch?.(present ? state.tr.removeMark(from, to, present) : state.tr);
        return true;
      });
      run(addMarking({ name: "abbr", said: { title } }));
      return null;
    },
  };
}

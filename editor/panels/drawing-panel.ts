import type { Panel } from "../panel.ts";
import type { Said } from "../said.ts";
import { typeNamed } from "../shaping.ts";
import { saidOf } from "../story-nodes.ts";
import type { Workbench } from "./workbench.ts";

/** Makes a picture drawn in signs of what is chosen: as typed, with words for those who do not see it. */
export function drawingPanel({ view, words, run }: Workbench): Panel {
  const here = view.state.selection.$from.parent;
  const said = here.type.name === "pre" ? saidOf(here) : {};
  return {
    title: words.drawing,
    questions: [{ name: "alt", label: words.alt, hint: words.drawingHint, value: said["aria-label"] }],
    submit: words.change,
    answer(answers) {
      const alt = (answers.get("alt") ?? "").replace(/\s+/g, " ").trim();
      if (alt === "") return words.drawingMissing;
      run((state, dispatch) => {
        const { tr } = state;
        for (const { $from, $to } of state.selection.ranges)
          tr.setBlockType(tr.mapping.map($from.pos), tr.mapping.map($to.pos), typeNamed("pre"), (before) => {
            const { class: _class, ...kept } = saidOf(before) ?? {};
            const drawn: Said = { ...kept, role: "img", "aria-label": alt };
            return { said: drawn };
          });
        dispatch?.(tr.scrollIntoView());
        return true;
      });
      return null;
    },
  };
}

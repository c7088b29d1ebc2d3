import { NodeSelection } from "prosemirror-state";
import type { Panel } from "../panel.ts";
import { saying } from "../said.ts";
import { saidOf } from "../story-nodes.ts";
import { breakScene } from "../typing-keys.ts";
import type { Workbench } from "./workbench.ts";

const drawn = ["* * *", "~*~", "⁂", "❦", "§", "oOo", "—"];

/** Asks for the ornament of a scene break, or changes that of the one that is chosen. */
export function scenePanel({ view, words, run }: Workbench): Panel {
  const { selection } = view.state;
  const chosen =
    selection instanceof NodeSelection && selection.node.type.name === "scene" ? selection : null;
  return {
    title: words.sceneBreak,
    questions: [
      {
        name: "ornament",
        label: words.ornament,
        hint: words.ornamentHint,
        value: chosen ? (saidOf(chosen.node)["data-ornament"] ?? "") : "",
        choices: drawn.map((ornament) => [ornament, ornament] as const),
      },
    ],
    submit: chosen ? words.change : words.putIn,
    answer(answers) {
      const ornament = (answers.get("ornament") ?? "").replace(/\s+/g, " ").trim().slice(0, 200);
      run(
        chosen
          ? (state, dispatch) => {
              const said = saying(saidOf(chosen.node), "data-ornament", ornament);
              dispatch?.(state.tr.setNodeMarkup(chosen.from, null, { said }));
              return true;
            }
          : breakScene(ornament),
      );
      return null;
    },
  };
}

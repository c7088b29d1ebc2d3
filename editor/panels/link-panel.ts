import { linkTarget } from "../../src/story-text/link-target.ts";
import { markTouched, stretchOf } from "../marking.ts";
import type { Panel } from "../panel.ts";
import { saidIn } from "../story-marks.ts";
import { storySchema } from "../story-schema.ts";
import type { Workbench } from "./workbench.ts";

/** Asks where a link leads; changes or takes away the one that the cursor touches. */
export function linkPanel({ view, words, run, leave }: Workbench): Panel {
  const { state } = view;
  const touched = markTouched(state, { name: "a" });
  const present = touched !== null && saidIn(touched).class === undefined ? touched : null;
  const isBare = state.selection.empty && present === null;
  return {
    title: words.link,
    questions: [
      {
        name: "address",
        label: words.address,
        hint: words.addressHint,
        value: present ? saidIn(present).href : "https://",
      },
      ...(isBare ? [{ name: "words", label: words.linkWords }] : []),
    ],
    submit: present ? words.change : words.putIn,
    others: present
      ? [
          {
            word: words.takeAway,
            use() {
              const { from, to } = stretchOf(state, present);
              run(({ tr }, dispatch) => {
                dispatch?.(tr.removeMark(from, to, present));
                return true;
              });
              leave();
            },
          },
        ]
      : [],
    answer(answers) {
      const href = linkTarget((answers.get("address") ?? "").trim());
      if (href === null) return words.addressWrong;
      const said = (answers.get("words") ?? "").replace(/\s+/g, " ").trim();
      if (isBare && said === "") return words.linkWordsMissing;
      const mark = storySchema.mark("a", { said: { href } });
      run(({ tr, selection }, dispatch) => {
        if (isBare) {
          const around = selection.$from.marks();
          tr.replaceSelectionWith(storySchema.text(said, mark.addToSet(around)), false).setStoredMarks(
            around,
          );
        } else {
          const { from, to } = present ? stretchOf(state, present) : selection;
          // A link in a link is none.
          tr.removeMark(from, to, mark.type).addMark(from, to, mark);
        }
        dispatch?.(tr.scrollIntoView());
        return true;
      });
      return null;
    },
  };
}

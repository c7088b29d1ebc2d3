import { NodeSelection } from "prosemirror-state";
import { serialiseNode } from "../../src/story-text/serialise.ts";
import type { Panel } from "../panel.ts";
import { storySchema } from "../story-schema.ts";
import type { Workbench } from "./workbench.ts";

/** `海<rt>うみ</rt>`: one base with one reading, which is what the panel can change. */
const simple = /^(?<base>[^<&]+)(?:<rp>[^<&]*<\/rp>)?<rt>(?<over>[^<&]+)<\/rt>(?:<rp>[^<&]*<\/rp>)?$/u;

/** Asks for characters and the reading over them; what is chosen in the story is offered as the characters. */
export function rubyPanel({ view, words, run }: Workbench): Panel {
  const { selection, doc } = view.state;
  const chosen = selection instanceof NodeSelection && selection.node.type.name === "ruby" ? selection : null;
  const present = chosen ? simple.exec(chosen.node.attrs.inside)?.groups : undefined;
  const base = present?.base ?? (chosen ? "" : doc.textBetween(selection.from, selection.to).slice(0, 80));
  return {
    title: words.reading,
    questions: [
      { name: "base", label: words.base, value: base },
      { name: "over", label: words.over, value: present?.over },
    ],
    submit: chosen ? words.change : words.putIn,
    answer(answers) {
      const text = (name: string) => (answers.get(name) ?? "").replace(/\s+/g, " ").trim();
      if (text("base") === "" || text("over") === "") return words.rubyMissing;
      const escaped = (name: string) => serialiseNode({ type: "text", value: text(name) });
      const inside = `${escaped("base")}<rp>(</rp><rt>${escaped("over")}</rt><rp>)</rp>`;
      run(({ tr, selection: { $from } }, dispatch) => {
        const said = chosen?.node.attrs.said ?? {};
        const ruby = storySchema.node(
          "ruby",
          { said, inside },
          undefined,
          chosen?.node.marks ?? $from.marks(),
        );
        dispatch?.(tr.replaceSelectionWith(ruby, false).scrollIntoView());
        return true;
      });
      return null;
    },
  };
}

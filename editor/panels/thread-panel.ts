import type { Node } from "prosemirror-model";
import type { Panel } from "../panel.ts";
import { putBlock } from "../shaping.ts";
import { storySchema } from "../story-schema.ts";
import type { Workbench } from "./workbench.ts";

/** `Mara [23:04]: Are you up?` */
const message = /^\s*(?<name>[^:[\]]{1,80}?)\s*(?:\[(?<time>[^\]]{1,40})\]\s*)?:\s+(?<said>.*\S)\s*$/u;

/** Asks for a message thread: who, when, what, a line each. */
export function threadPanel({ words, run }: Workbench): Panel {
  return {
    title: words.thread,
    questions: [{ name: "messages", label: words.threadText, hint: words.threadHint, kind: "lines" }],
    submit: words.putIn,
    answer(answers) {
      const lines = (answers.get("messages") ?? "").split("\n").filter((line) => line.trim() !== "");
      if (lines.length === 0) return words.threadMissing;
      run(putBlock(storySchema.node("chat", { said: { class: "chat" } }, lines.map(lineOf))));
      return null;
    },
  };
}

/** A line of a thread; one without a name goes on with what was said. */
function lineOf(line: string): Node {
  const { name, time, said = line.trim() } = message.exec(line)?.groups ?? {};
  const marked = (text: string, mark: string) => storySchema.text(text, [storySchema.mark(mark)]);
  const space = storySchema.text(" ");
  return storySchema.node("chat_line", {}, [
    storySchema.node("paragraph", {}, [
      ...(name ? [marked(name, "b"), space] : []),
      ...(time ? [marked(time.trim(), "time"), space] : []),
      storySchema.text(said),
    ]),
  ]);
}

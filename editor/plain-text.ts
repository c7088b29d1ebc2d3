import { Fragment, type Mark, type Node, Slice } from "prosemirror-model";
import { storySchema } from "./story-schema.ts";

/**
 * What pasted text becomes: empty lines part its paragraphs and a single line end is a line break, as in the plain
 * text field; where there is no empty line, each line is a paragraph.
 *
 * @param marks what is in force where it is pasted
 */
export function plainText(text: string, marks: readonly Mark[]): Slice {
  const lines = text.replace(/\r\n?/g, "\n").replace(/^\n+|\n+$/g, "");
  const parted = /\n[ \t]*\n/.test(lines) ? lines.split(/\n(?:[ \t]*\n)+/) : lines.split("\n");
  const paragraphs = parted.map((paragraph) => storySchema.node("paragraph", {}, wordsIn(paragraph, marks)));
  // Nothing goes on in the line it is pasted into when it begins with a line's end.
  const before = /^\s*[\r\n]/.test(text) ? [storySchema.node("paragraph")] : [];
  return new Slice(Fragment.fromArray([...before, ...paragraphs]), 1, 1);
}

function wordsIn(paragraph: string, marks: readonly Mark[]): Node[] {
  return paragraph.split("\n").flatMap((line, index): Node[] => {
    const words = line.replace(/\s+/g, " ");
    return [
      ...(index > 0 ? [storySchema.node("br", null, undefined, marks)] : []),
      ...(words === "" ? [] : [storySchema.text(words, marks)]),
    ];
  });
}

import type { Element, ElementContent } from "hast";
import { element } from "../../story-text/elements.ts";
import { BlockReader } from "./block-reader.ts";
import type { ReferredNote } from "./notes.ts";
import type { WordContext } from "./word-context.ts";

/** The notes that the text refers to, in the stored form's way (docs/story-text.md), each in an `aside.footnote`. */
export function noteBlocks(context: WordContext): Element[] {
  return context.notes.referred.map((note) => {
    const blocks = new BlockReader({ ...context, part: note.part }).readAll(note.body).finish();
    const properties = { className: ["footnote"], id: `note-${note.number}` };
    return element("aside", properties, withMark(blocks, note));
  });
}

function withMark(blocks: Element[], { number, mark, isTyped }: ReferredNote): Element[] {
  const back = element("a", { className: ["noteback"], href: `#noteref-${number}` }, [
    { type: "text", value: mark },
  ]);
  const [first, ...rest] = blocks;
  if (first?.tagName !== "p") return [element("p", {}, [back]), ...blocks];
  const words = withoutStart(first.children, isTyped ? mark : "");
  return [{ ...first, children: [back, { type: "text", value: " " }, ...words] }, ...rest];
}

/** Takes a typed mark and the space after it off the beginning; nothing else. */
function withoutStart(children: ElementContent[], mark: string): ElementContent[] {
  const [first, ...rest] = children;
  if (first?.type === "text") {
    const words = first.value.trimStart();
    const left = mark !== "" && words.startsWith(mark) ? words.slice(mark.length).trimStart() : words;
    return left === ""
      ? withoutStart(rest, words.startsWith(mark) ? "" : mark)
      : [{ ...first, value: left }, ...rest];
  }
  if (first?.type === "element" && mark !== "")
    return [{ ...first, children: withoutStart(first.children, mark) }, ...rest];
  return children;
}

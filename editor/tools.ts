import { redo, redoDepth, undo, undoDepth } from "prosemirror-history";
import { liftListItem, sinkListItem } from "prosemirror-schema-list";
import type { Command } from "prosemirror-state";
import { addMarking, indentLine, isIndented, isMarked, type Marking, toggleMarking } from "./marking.ts";
import type { Panel } from "./panel.ts";
import { drawingPanel } from "./panels/drawing-panel.ts";
import { languagePanel } from "./panels/language-panel.ts";
import { linkPanel } from "./panels/link-panel.ts";
import { notePanel } from "./panels/note-panel.ts";
import { numberingPanel } from "./panels/numbering-panel.ts";
import { picturePanel } from "./panels/picture-panel.ts";
import { rubyPanel } from "./panels/ruby-panel.ts";
import { scenePanel } from "./panels/scene-panel.ts";
import { speechPanel } from "./panels/speech-panel.ts";
import { tablePanel } from "./panels/table-panel.ts";
import { threadPanel } from "./panels/thread-panel.ts";
import { abbreviationPanel, voicePanel } from "./panels/word-panels.ts";
import type { Workbench } from "./panels/workbench.ts";
import {
  type Frame,
  isFramed,
  isShaped,
  putBlock,
  shapeAs,
  toggleFrame,
  toggleList,
  toggleSpoiler,
  typeNamed,
} from "./shaping.ts";
import { storySchema } from "./story-schema.ts";
import type { Tool } from "./toolbar.ts";

/** What opens under the tools. */
export type Opens = {
  panel(button: HTMLButtonElement, make: () => Panel | null): void;
  shelf(button: HTMLButtonElement, name: ShelfName): void;
  keys(button: HTMLButtonElement): void;
};

/** The rows of tools that are opened from the first. */
export type ShelfName = "paragraph" | "words" | "insert";

const letter: Frame = { name: "blockquote", class: "letter" };

/** Every tool there is, by the row it stands in. */
export function makeTools(bench: Workbench, opens: Opens): Record<"first" | ShelfName, Tool[]> {
  const { view, words, run } = bench;
  const does = (word: string, command: Command, keys?: string): Tool => ({
    word,
    keys,
    use: () => run(command),
  });
  const marks = (word: string, marking: Marking, keys?: string): Tool => ({
    ...does(word, toggleMarking(marking), keys),
    isOn: () => isMarked(view.state, marking),
  });
  const frames = (word: string, frame: Frame, keys?: string): Tool => ({
    ...does(word, toggleFrame(frame), keys),
    isOn: () => isFramed(view.state, frame),
  });
  const shapes = (word: string, shape: Frame, keys?: string): Tool => ({
    ...does(word, shapeAs(shape), keys),
    isOn: () => isShaped(view.state, shape),
  });
  const lists = (word: string, name: "ul" | "ol", keys: string): Tool => ({
    ...does(word, toggleList(name), keys),
    isOn: () => isFramed(view.state, { name }),
  });
  const asks = (word: string, make: (bench: Workbench) => Panel | null, keys?: string): Tool => ({
    word,
    keys,
    opens: true,
    use: (button) => opens.panel(button, () => make(bench)),
  });
  const shelf = (word: string, name: ShelfName): Tool => ({
    word,
    opens: true,
    use: (button) => opens.shelf(button, name),
  });
  return {
    first: [
      marks(words.bold, { name: "strong" }, "Control+B"),
      marks(words.italic, { name: "em" }, "Control+I"),
      asks(words.sceneBreak, scenePanel, "Control+Enter"),
      shelf(words.paragraph, "paragraph"),
      shelf(words.words, "words"),
      shelf(words.insert, "insert"),
      { ...does(words.undo, undo, "Control+Z"), isReady: () => undoDepth(view.state) > 0 },
      { ...does(words.redo, redo, "Control+Y"), isReady: () => redoDepth(view.state) > 0 },
      { word: words.keys, opens: true, use: opens.keys },
    ],
    paragraph: [
      shapes(words.centred, { name: "paragraph", class: "center" }, "Control+Shift+E"),
      shapes(words.right, { name: "paragraph", class: "right" }),
      shapes(words.verse, { name: "paragraph", class: "verse" }),
      shapes(words.heading, { name: "h3" }, "Control+Shift+1"),
      shapes(words.smallHeading, { name: "h4" }, "Control+Shift+2"),
      frames(words.quotation, { name: "blockquote" }, "Control+Shift+9"),
      frames(words.letter, letter, "Control+Shift+L"),
      frames(words.post, { name: "post", class: "post" }),
      frames(words.aside, { name: "aside" }),
      { ...does(words.spoiler, toggleSpoiler), isOn: () => isFramed(view.state, { name: "details" }) },
      lists(words.bullets, "ul", "Control+Shift+8"),
      lists(words.numbers, "ol", "Control+Shift+7"),
      {
        ...asks(words.numbering, numberingPanel),
        isReady: () => isFramed(view.state, { name: "ol" }),
      },
      does(words.deeper, sinkListItem(typeNamed("li")), "Control+]"),
      does(words.shallower, liftListItem(typeNamed("li")), "Control+["),
      shapes(words.kept, { name: "pre" }),
      asks(words.drawing, drawingPanel),
      asks(words.language, languagePanel),
    ],
    words: [
      marks(words.underlined, { name: "u" }, "Control+U"),
      marks(words.struck, { name: "s" }, "Control+Shift+X"),
      does(words.upright, addMarking({ name: "em" })),
      marks(words.smallCapitals, { name: "span", said: { class: "sc" } }),
      marks(words.smallPrint, { name: "small" }),
      marks(words.raised, { name: "sup" }),
      marks(words.lowered, { name: "sub" }),
      marks(words.titleOfWork, { name: "cite" }),
      marks(words.quoted, { name: "q" }),
      marks(words.typedByMachine, { name: "code" }),
      { ...does(words.indent, indentLine), isOn: () => isIndented(view.state) },
      asks(words.voice, voicePanel),
      asks(words.speech, speechPanel),
      marks(words.ownDirection, { name: "bdi" }),
      asks(words.abbreviation, abbreviationPanel),
      asks(words.language, languagePanel),
    ],
    insert: [
      asks(words.footnote, notePanel, "Control+Shift+F"),
      asks(words.link, linkPanel, "Control+K"),
      asks(words.picture, picturePanel),
      asks(words.thread, threadPanel),
      asks(words.reading, rubyPanel),
      asks(words.table, tablePanel),
      does(words.description, (state, dispatch) => putBlock(terms())(state, dispatch)),
    ],
  };
}

function terms() {
  return storySchema.node("dl", {}, [
    storySchema.node("dt"),
    storySchema.node("dd", {}, [storySchema.node("paragraph")]),
  ]);
}

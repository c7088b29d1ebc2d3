import { dropCursor } from "prosemirror-dropcursor";
import { gapCursor } from "prosemirror-gapcursor";
import { history } from "prosemirror-history";
import { keydownHandler, keymap } from "prosemirror-keymap";
import { type Node, Slice } from "prosemirror-model";
import { type Command, EditorState, Plugin } from "prosemirror-state";
import { tableEditing } from "prosemirror-tables";
import { EditorView } from "prosemirror-view";
import { ClipboardStory } from "./clipboard-story.ts";
import { plainText } from "./plain-text.ts";
import { RubyView } from "./ruby-view.ts";
import { typingKeys } from "./typing-keys.ts";

/** What happens while somebody writes. */
export type WhileWriting = {
  /** The document is another now. */
  changed(): void;
  /** The document, what is chosen, or what is typed next is another. */
  moved(): void;
  pasted(event: ClipboardEvent): boolean;
  dropped(event: DragEvent): boolean;
  /** Something was copied or cut; the HTML is what the clipboard has of it. */
  copied(piece: Slice, html: string): void;
  /** Keys that lead to the tools and panels. */
  keys: Record<string, Command>;
};

/** The state of a document nobody has changed yet. */
export function freshState(document: Node, keys: Record<string, Command>): EditorState {
  return EditorState.create({
    doc: document,
    plugins: [
      keymap(keys),
      new Plugin({ props: { handleKeyDown: keydownHandler(typingKeys) } }),
      history({ newGroupDelay: 700 }),
      gapCursor(),
      dropCursor({ class: "writing-drop" }),
      tableEditing(),
    ],
  });
}

/** Opens a document to be written in, laid out as the story will be. */
export function openWriting(
  place: HTMLElement,
  document: Node,
  attributes: Record<string, string>,
  { changed, moved, pasted, dropped, copied, keys }: WhileWriting,
): EditorView {
  let chosen = Slice.empty;
  // A cut takes it away before it is told.
  const keepChosen = ({ state }: EditorView) => {
    chosen = state.selection.content();
    return false;
  };
  const view = new EditorView(
    { mount: place },
    {
      state: freshState(document, keys),
      attributes,
      clipboardTextParser: (text, $context) => plainText(text, $context.marks()),
      clipboardSerializer: new ClipboardStory({}, {}),
      nodeViews: { ruby: (node) => new RubyView(node) },
      handleDOMEvents: {
        copy: keepChosen,
        cut: keepChosen,
        paste: (_view, event) => pasted(event),
        drop: (_view, event) => dropped(event),
      },
      dispatchTransaction(transaction) {
        view.updateState(view.state.apply(transaction));
        if (transaction.docChanged) changed();
        moved();
      },
    },
  );
  for (const sign of ["copy", "cut"] as const)
    view.dom.addEventListener(sign, (event) =>
      copied(chosen, event.clipboardData?.getData("text/html") ?? ""),
    );
  return view;
}

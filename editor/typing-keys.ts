import {
  baseKeymap,
  chainCommands,
  createParagraphNear,
  liftEmptyBlock,
  newlineInCode,
  splitBlock,
} from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { type Command, Selection, TextSelection } from "prosemirror-state";
import { goToNextCell } from "prosemirror-tables";
import { isOrnament } from "../src/story-text/scene-break.ts";
import { toggleMarking } from "./marking.ts";
import { shapeAs, toggleFrame, toggleList, typeNamed } from "./shaping.ts";
import { isOfClass } from "./story-nodes.ts";

/** A line break within a paragraph, a verse or a heading. */
const breakLine: Command = (state, dispatch) => {
  if (!state.selection.$from.parent.inlineContent) return false;
  dispatch?.(state.tr.replaceSelectionWith(typeNamed("br").create()).scrollIntoView());
  return true;
};

/** Puts a scene break where the cursor stands; the story goes on in the paragraph after it. */
export function breakScene(ornament: string): Command {
  return (state, dispatch) => {
    const scene = typeNamed("scene").create({ said: { class: "scene", "data-ornament": ornament } });
    const tr = state.tr.deleteSelection();
    const { $from } = tr.selection;
    if ($from.depth === 0 || !$from.parent.isTextblock) return false;
    const holds = $from.node(-1).canReplaceWith($from.indexAfter(-1), $from.indexAfter(-1), scene.type);
    if (!holds) return false;
    if (!dispatch) return true;
    if ($from.parentOffset === 0) {
      dispatch(tr.insert($from.before(), scene).scrollIntoView());
      return true;
    }
    const isAtEnd = $from.parentOffset === $from.parent.content.size;
    if (!isAtEnd) tr.split($from.pos);
    const at = isAtEnd ? $from.after() : $from.pos + 1;
    tr.insert(at, scene);
    const goesOn = tr.doc.nodeAt(at + scene.nodeSize)?.isTextblock ?? false;
    if (!goesOn) tr.insert(at + scene.nodeSize, typeNamed("paragraph").create());
    tr.setSelection(TextSelection.create(tr.doc, at + scene.nodeSize + 1));
    dispatch(tr.scrollIntoView());
    return true;
  };
}

/** A line that is only an ornament is a scene break, here as in the plain text field. */
const breakSceneAtOrnament: Command = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof TextSelection) || selection.$cursor === null) return false;
  const { parent, parentOffset } = selection.$cursor;
  const isBare = parent.type.name === "paragraph" && Object.keys(parent.attrs.said).length === 0;
  if (!isBare || parentOffset !== parent.content.size || !isOrnament(parent.textContent)) return false;
  if (parent.childCount !== 1 || !parent.firstChild?.isText) return false;
  const scene = typeNamed("scene").create({
    said: { class: "scene", "data-ornament": parent.textContent },
  });
  const paragraph = typeNamed("paragraph").create();
  const at = selection.$cursor.before();
  if (dispatch) {
    const tr = state.tr.replaceWith(at, selection.$cursor.after(), [scene, paragraph]);
    dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView());
  }
  return true;
};

/** In verse, Enter is a new line; on an empty line it begins another stanza, and in an empty stanza ends the verse. */
const breakVerse: Command = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof TextSelection) || selection.$cursor === null) return false;
  const { $cursor } = selection;
  const { parent } = $cursor;
  if (parent.type.name !== "paragraph" || !isOfClass(parent, "verse")) return false;
  if (parent.content.size === 0) return shapeAs({ name: "paragraph", class: "verse" })(state, dispatch);
  if ($cursor.nodeBefore?.type.name !== "br") return breakLine(state, dispatch);
  if (dispatch) {
    const tr = state.tr.delete($cursor.pos - 1, $cursor.pos);
    tr.split($cursor.pos - 1, 1, [{ type: parent.type, attrs: parent.attrs }]);
    dispatch(tr.scrollIntoView());
  }
  return true;
};

/** After the label of a fold comes what it hides. */
const leaveLabel: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || !["summary", "caption"].includes($from.parent.type.name)) return false;
  const next = TextSelection.findFrom(state.doc.resolve($from.after()), 1, true);
  if (!next) return false;
  dispatch?.(state.tr.setSelection(next).scrollIntoView());
  return true;
};

/**
 * To the beginning of the story. Left to the browser, it is undone within 200 ms of the story being given the focus:
 * prosemirror-view takes a cursor that is at the beginning then for one the browser lost, and puts it back.
 */
const toBeginning: Command = (state, dispatch) => {
  const before = state.doc.resolve(0);
  const beginning = Selection.findFrom(before, 1, true) ?? Selection.near(before);
  dispatch?.(state.tr.setSelection(beginning).scrollIntoView());
  return true;
};

const enter = chainCommands(
  newlineInCode,
  leaveLabel,
  breakSceneAtOrnament,
  breakVerse,
  splitListItem(typeNamed("li")),
  splitListItem(typeNamed("chat_line")),
  createParagraphNear,
  liftEmptyBlock,
  splitBlock,
);

/** What the keys do that need no panel; those with one are bound by the toolbar. */
export const typingKeys: Record<string, Command> = {
  ...baseKeymap,
  Enter: enter,
  "Shift-Enter": chainCommands(newlineInCode, breakLine),
  "Mod-z": undo,
  "Mod-y": redo,
  "Mod-Shift-z": redo,
  "Mod-b": toggleMarking({ name: "strong" }),
  "Mod-i": toggleMarking({ name: "em" }),
  "Mod-u": toggleMarking({ name: "u" }),
  "Mod-Shift-x": toggleMarking({ name: "s" }),
  "Mod-Enter": breakScene(""),
  "Ctrl-Home": toBeginning,
  "Cmd-ArrowUp": toBeginning,
  "Mod-Shift-e": shapeAs({ name: "paragraph", class: "center" }),
  "Mod-Shift-1": shapeAs({ name: "h3" }),
  "Mod-Shift-2": shapeAs({ name: "h4" }),
  "Mod-Shift-7": toggleList("ol"),
  "Mod-Shift-8": toggleList("ul"),
  "Mod-Shift-9": toggleFrame({ name: "blockquote" }),
  "Mod-Shift-l": toggleFrame({ name: "blockquote", class: "letter" }),
  "Mod-]": sinkListItem(typeNamed("li")),
  "Mod-[": liftListItem(typeNamed("li")),
  Tab: goToNextCell(1),
  "Shift-Tab": goToNextCell(-1),
};

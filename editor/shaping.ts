import { wrapIn } from "prosemirror-commands";
import { Fragment, type Node, type NodeType, type ResolvedPos } from "prosemirror-model";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { type Command, type EditorState, Selection, TextSelection } from "prosemirror-state";
import { type Said, saying } from "./said.ts";
import { saidOf } from "./story-nodes.ts";
import { storySchema } from "./story-schema.ts";

/** A frame around blocks: the name of its node, and its class where that tells it from its like. */
export type Frame = { name: string; class?: string };

/** The innermost frame of a kind around a place, and where it begins. */
export function frameAround(
  $at: ResolvedPos,
  frame: Frame,
): { node: Node; at: number; depth: number } | null {
  for (let depth = $at.depth; depth > 0; depth -= 1) {
    const node = $at.node(depth);
    if (node.type.name === frame.name && saidOf(node)?.class === frame.class)
      return { node, at: $at.before(depth), depth };
  }
  return null;
}

/** Whether what is chosen stands in such a frame. */
export function isFramed({ selection }: EditorState, frame: Frame): boolean {
  return frameAround(selection.$from, frame) !== null;
}

/** Lays what is chosen into a frame, or takes it out of the one it stands in. */
export function toggleFrame(frame: Frame): Command {
  return (state, dispatch) => {
    const around = frameAround(state.selection.$from, frame);
    if (around === null) {
      const said: Said = frame.class === undefined ? {} : { class: frame.class };
      return wrapIn(typeNamed(frame.name), { said })(state, dispatch);
    }
    const { node, at } = around;
    const inside = Fragment.fromArray(node.content.content.map(asBlock));
    if (dispatch) {
      const { $from, $to } = state.selection;
      const tr = state.tr.replaceWith(at, at + node.nodeSize, inside);
      // One token fewer stands before what was inside.
      const moved = (position: number) => tr.doc.resolve(Math.max(0, position - 1));
      tr.setSelection(TextSelection.between(moved($from.pos), moved($to.pos)));
      dispatch(tr.scrollIntoView());
    }
    return true;
  };
}

/** What stands only in a frame becomes a paragraph outside of it. */
function asBlock(node: Node): Node {
  return node.type.name === "summary" ? storySchema.node("paragraph", {}, node.content) : node;
}

/** Makes a list of what is chosen, turns one kind of list into the other, or ends it. */
export function toggleList(name: "ul" | "ol"): Command {
  return (state, dispatch) => {
    const other = frameAround(state.selection.$from, { name: name === "ul" ? "ol" : "ul" });
    const own = frameAround(state.selection.$from, { name });
    if (own !== null && (other === null || own.depth > other.depth))
      return liftListItem(typeNamed("li"))(state, dispatch);
    if (other !== null) {
      dispatch?.(state.tr.setNodeMarkup(other.at, typeNamed(name), { said: {} }));
      return true;
    }
    return wrapInList(typeNamed(name))(state, dispatch);
  };
}

/** Whether what is chosen is a kind of textblock, with its class where it has one. */
export function isShaped({ selection }: EditorState, { name, class: named }: Frame): boolean {
  const { parent } = selection.$from;
  return parent.type.name === name && saidOf(parent)?.class === named;
}

/** Makes textblocks of one kind of what is chosen; asked twice, plain paragraphs again. Language stays. */
export function shapeAs(shape: Frame): Command {
  return (state, dispatch) => {
    const becomes: Frame = isShaped(state, shape) ? { name: "paragraph" } : shape;
    const type = typeNamed(becomes.name);
    const tr = state.tr;
    for (const { $from, $to } of state.selection.ranges)
      tr.setBlockType(tr.mapping.map($from.pos), tr.mapping.map($to.pos), type, (before) => ({
        said: saying(undrawn(saidOf(before) ?? {}), "class", becomes.class ?? null),
      }));
    if (!tr.docChanged) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Only text as it was typed can be a picture drawn in signs. */
function undrawn({ role: _role, "aria-label": _label, ...said }: Said): Said {
  return said;
}

/** Hides what is chosen until it is asked for, or shows it again; the label comes first and may stay empty. */
export const toggleSpoiler: Command = (state, dispatch) => {
  const frame: Frame = { name: "details" };
  if (isFramed(state, frame)) return toggleFrame(frame)(state, dispatch);
  const range = state.selection.$from.blockRange(state.selection.$to);
  if (!range) return false;
  const inside = range.parent.content.content.slice(range.startIndex, range.endIndex);
  const details = storySchema.node("details", {}, [storySchema.node("summary"), ...inside]);
  const { parent, startIndex, endIndex } = range;
  if (!parent.canReplaceWith(startIndex, endIndex, details.type)) return false;
  if (dispatch) {
    const tr = state.tr.replaceWith(range.start, range.end, details);
    dispatch(tr.setSelection(TextSelection.create(tr.doc, range.start + 2)).scrollIntoView());
  }
  return true;
};

/**
 * Puts a block after the one the cursor stands in, or in its place when that is empty; the cursor goes into it.
 *
 * @param into how far into it, where its first words are not what is written first
 */
export function putBlock(block: Node, into = 0): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    const isEmpty = $from.parent.type.name === "paragraph" && $from.parent.content.size === 0;
    for (let depth = $from.depth; depth > 0; depth -= 1) {
      const index = $from.index(depth - 1);
      const replaces = isEmpty && depth === $from.depth;
      const from = replaces ? index : index + 1;
      if (!$from.node(depth - 1).canReplaceWith(from, index + 1, block.type)) continue;
      if (!dispatch) return true;
      const at = replaces ? $from.before(depth) : $from.after(depth);
      const tr = state.tr.replaceWith(at, $from.after(depth), block);
      dispatch(tr.setSelection(Selection.near(tr.doc.resolve(at + 1 + into), 1)).scrollIntoView());
      return true;
    }
    return false;
  };
}

/** A type of node by its name. @throws for a name the schema does not have, which is a mistake of ours */
export function typeNamed(name: string): NodeType {
  const type = storySchema.nodes[name];
  if (type === undefined) throw new RangeError(`no node is called ${name}`);
  return type;
}

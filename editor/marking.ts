import type { Mark } from "prosemirror-model";
import { type Command, type EditorState, TextSelection } from "prosemirror-state";
import type { Said } from "./said.ts";
import { saidIn } from "./story-marks.ts";
import { storySchema } from "./story-schema.ts";

/** A kind of element in a line: its name, and its class or language where these tell it from its like. */
export type Marking = { name: string; said?: Said };

function is({ name, said = {} }: Marking): (mark: Mark) => boolean {
  const asked = Object.keys(said);
  return (mark) =>
    mark.type.name === name && asked.every((attribute) => saidIn(mark)[attribute] === said[attribute]);
}

/** The marks of a kind where the cursor stands, or anywhere in what is chosen. */
export function marksHere({ selection, storedMarks, doc }: EditorState, marking: Marking): Mark[] {
  const wanted = is(marking);
  if (selection instanceof TextSelection && selection.$cursor)
    return (storedMarks ?? selection.$cursor.marks()).filter(wanted);
  const found: Mark[] = [];
  for (const { $from, $to } of selection.ranges)
    doc.nodesBetween($from.pos, $to.pos, (node) => {
      if (node.isInline) found.push(...node.marks.filter(wanted));
    });
  return found;
}

/** Whether it says so where the cursor stands, or anywhere in what is chosen. */
export function isMarked(state: EditorState, marking: Marking): boolean {
  return marksHere(state, marking).length > 0;
}

/** Marks what is chosen, or what is typed next; takes it off where it is already. */
export function toggleMarking(marking: Marking): Command {
  return (state, dispatch) => {
    const here = marksHere(state, marking);
    return here.length > 0 ? unmark(here)(state, dispatch) : addMarking(marking)(state, dispatch);
  };
}

/** Deeper than anything that a story was opened with. */
const innermost = 1_000;

/** Marks it whatever is there: emphasis within emphasis is an emphasis. */
export function addMarking({ name, said = {} }: Marking): Command {
  return (state, dispatch) => {
    const depth = isMarked(state, { name, said }) ? innermost : null;
    const mark = storySchema.mark(name, { said, depth });
    const { selection, tr } = state;
    if (selection instanceof TextSelection && selection.$cursor) {
      dispatch?.(tr.addStoredMark(mark));
      return true;
    }
    if (selection.empty) return false;
    for (const { $from, $to } of selection.ranges) tr.addMark($from.pos, $to.pos, mark);
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

const steps = /^in([1-4])$/;

function indents(state: EditorState): Mark[] {
  return marksHere(state, { name: "span" }).filter((mark) => steps.test(saidIn(mark).class ?? ""));
}

/** Whether the line is indented where the cursor stands, or anywhere in what is chosen. */
export function isIndented(state: EditorState): boolean {
  return indents(state).length > 0;
}

/** Indents a line by one step more; after the fourth it stands at the edge again. */
export const indentLine: Command = (state, dispatch) => {
  const here = indents(state);
  const step = Math.max(0, ...here.map((mark) => Number(steps.exec(saidIn(mark).class ?? "")?.[1])));
  const next = addMarking({ name: "span", said: { class: `in${step + 1}` } });
  if (here.length === 0) return next(state, dispatch);
  return unmark(here)(state, (taken) => {
    if (step === 4) dispatch?.(taken);
    else
      next(state.apply(taken), (added) => {
        for (const made of added.steps) taken.step(made);
        if (added.storedMarksSet) taken.setStoredMarks(added.storedMarks);
        dispatch?.(taken);
      });
  });
};

function unmark(marks: Mark[]): Command {
  return (state, dispatch) => {
    const { selection, tr } = state;
    const isCursor = selection instanceof TextSelection && selection.$cursor;
    for (const mark of marks) {
      if (isCursor) tr.removeStoredMark(mark);
      else for (const { $from, $to } of selection.ranges) tr.removeMark($from.pos, $to.pos, mark);
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** The stretch of running text around the cursor that carries this very mark: a whole link, a whole passage. */
export function stretchOf({ selection }: EditorState, mark: Mark): { from: number; to: number } {
  const { $from } = selection;
  const { content } = $from.parent.content;
  const carries = (index: number) => mark.isInSet(content[index]?.marks ?? []);
  const here = $from.index();
  let first = carries(here) ? here : here - 1;
  if (!carries(first)) return selection;
  let last = first;
  while (carries(first - 1)) first -= 1;
  while (carries(last + 1)) last += 1;
  const widthOf = (to: number) => content.slice(0, to).reduce((sum, node) => sum + node.nodeSize, 0);
  return { from: $from.start() + widthOf(first), to: $from.start() + widthOf(last + 1) };
}

/** The mark of a kind that the cursor touches or that begins what is chosen: the link to be changed. */
export function markTouched({ selection }: EditorState, marking: Marking): Mark | null {
  const { $from } = selection;
  const marks = [...($from.nodeAfter?.marks ?? []), ...($from.nodeBefore?.marks ?? [])];
  return marks.find(is(marking)) ?? null;
}

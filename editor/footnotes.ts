import type { Node } from "prosemirror-model";
import { type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { saidIn } from "./story-marks.ts";
import { saidOf } from "./story-nodes.ts";
import { storySchema } from "./story-schema.ts";

/** The references to footnotes, in their order: where each stands, and the mark it is written with. */
type Reference = { from: number; to: number; written: string; number: number };

/**
 * Puts a footnote at the cursor: its mark there, and the note after the last of the notes, or at the end. Where the
 * marks are 1, 2, 3 … in order they stay so: the later ones move up. The server numbers the ids.
 */
export function addFootnote(state: EditorState, words: string): Transaction {
  const before = referencesIn(state.doc);
  const at = state.selection.to;
  const place = before.filter(({ from }) => from < at).length;
  const areCounted = before.every(({ written }, index) => written === String(index + 1));
  const mark = String(areCounted ? place + 1 : before.length + 1);
  const number = 1 + Math.max(0, ...before.map((reference) => reference.number), ...noteNumbersIn(state.doc));
  const tr = state.tr;
  if (areCounted)
    for (const later of before.slice(place).toReversed()) remark(tr, later, Number(later.written) + 1);
  const reference = storySchema.mark("a", { said: { class: "noteref", href: `#note-${number}` } });
  const around = state.selection.$to.marks().filter((one) => one.type.name !== "a");
  tr.insert(at, storySchema.text(mark, [reference, ...around]));
  tr.insert(endOfNotes(tr.doc), noteOf(number, mark, words));
  tr.setSelection(TextSelection.create(tr.doc, at + mark.length)).setStoredMarks(around);
  return tr.scrollIntoView();
}

function noteOf(number: number, mark: string, words: string): Node {
  const back = storySchema.mark("a", { said: { class: "noteback", href: `#noteref-${number}` } });
  const [first = "", ...others] = words.trim().split(/\n\s*\n/);
  const paragraph = (nodes: Node[]) => storySchema.node("paragraph", {}, nodes);
  const line = (text: string) => (text === "" ? [] : [storySchema.text(text.replace(/\s+/g, " "))]);
  return storySchema.node("footnote", { said: { class: "footnote", id: `note-${number}` } }, [
    paragraph([storySchema.text(mark, [back]), ...line(` ${first}`)]),
    ...others.map((text) => paragraph(line(text))),
  ]);
}

function referencesIn(document: Node): Reference[] {
  const found: Reference[] = [];
  document.descendants((node, at) => {
    if (!node.isText) return;
    const mark = node.marks.find((one) => one.type.name === "a" && saidIn(one).class === "noteref");
    if (mark === undefined) return;
    const number = Number(saidIn(mark).href?.replace("#note-", ""));
    found.push({ from: at, to: at + node.nodeSize, written: node.text ?? "", number });
  });
  return found;
}

function noteNumbersIn(document: Node): number[] {
  const numbers: number[] = [];
  document.forEach((node) => {
    if (node.type.name === "footnote") numbers.push(Number(/\d+$/.exec(saidOf(node).id ?? "")?.[0] ?? 0));
  });
  return numbers;
}

/** Writes another mark on a reference and on its note. */
function remark(tr: Transaction, { from, to, number }: Reference, mark: number): void {
  // The later place first, so that the earlier one stays where it is.
  const places = [{ from, to }, ...waysBackTo(tr.doc, number)].sort((one, other) => other.from - one.from);
  for (const place of places) {
    const marks = tr.doc.nodeAt(place.from)?.marks ?? [];
    tr.replaceWith(place.from, place.to, storySchema.text(String(mark), marks));
  }
}

function waysBackTo(document: Node, number: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  document.descendants((node, at) => {
    const leadsBack = node.isText && node.marks.some((one) => saidIn(one).href === `#noteref-${number}`);
    if (leadsBack) found.push({ from: at, to: at + node.nodeSize });
  });
  return found;
}

/** After the last note that stands by itself; before what follows the notes, at the end where there are none. */
function endOfNotes(document: Node): number {
  let end = document.content.size;
  document.forEach((node, at) => {
    if (node.type.name === "footnote") end = at + node.nodeSize;
  });
  return end;
}

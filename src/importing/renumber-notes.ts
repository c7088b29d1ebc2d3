import type { Element, ElementContent } from "hast";
import type { Edit } from "./edit.ts";
import type { ImportReading } from "./import-reading.ts";
import { noteNumber } from "./note-places.ts";

const noteAddress = /^(#?note(?:ref)?-)(\d{1,4})$/;

/** The highest number a reading's footnotes have, whether its document made them or marks in its text; 0 for none. */
export function highestNote({ blocks, findings }: ImportReading): number {
  let highest = 0;
  for (const { node } of blocks) highest = Math.max(highest, noteNumber(node) ?? 0);
  for (const { edits } of findings)
    for (const edit of edits) if (edit.kind === "group") highest = Math.max(highest, edit.note ?? 0);
  return highest;
}

/** The element with every footnote in it, and every reference to one, numbered this much higher. */
export function renumberedNotes(node: Element, by: number): Element {
  const properties = { ...node.properties };
  for (const name of ["id", "href"]) {
    const [, prefix, number] = noteAddress.exec(String(properties[name] ?? "")) ?? [];
    if (prefix) properties[name] = `${prefix}${Number(number) + by}`;
  }
  const children = node.children.map(
    (child): ElementContent => (child.type === "element" ? renumberedNotes(child, by) : child),
  );
  return { ...node, properties, children };
}

/** The edit with the footnote it makes, or refers to, numbered this much higher. */
export function renumberedNoteEdit(edit: Edit, by: number): Edit {
  if (edit.kind === "group" && edit.note !== undefined) return { ...edit, note: edit.note + by };
  if (edit.kind !== "set-words") return edit;
  const [, mark, number] = /^(note-reference|note-again|way-back)-(\d+)$/u.exec(edit.as) ?? [];
  const moved = Number(number) + by;
  if (mark === "note-reference") return { ...edit, as: `note-reference-${moved}` };
  if (mark === "note-again") return { ...edit, as: `note-again-${moved}` };
  return mark === "way-back" ? { ...edit, as: `way-back-${moved}` } : edit;
}

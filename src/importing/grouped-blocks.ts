import type { Element } from "hast";
import { element } from "../story-text/elements.ts";
import { planBlock } from "./block-plan.ts";
import { textOfBlock } from "./block-text.ts";
import type { Edit } from "./edit.ts";
import type { BaseBlock } from "./import-reading.ts";
import { withoutSigns } from "./place-signs.ts";

/** The edit that lays several blocks into one thing. */
export type Group = Extract<Edit, { kind: "group" }>;

/** Lays what stands in a group into the element it is. */
export function laidInto(group: Group, blocks: Element[]): Element[] {
  if (blocks.length === 0) return [];
  switch (group.as) {
    case "letter":
      return [element("blockquote", { className: ["letter"] }, blocks)];
    case "quotation":
      return [element("blockquote", {}, blocks)];
    case "post":
      return [element("figure", { className: ["post"] }, blocks)];
    case "aside":
      return [element("aside", {}, blocks)];
    case "footnote":
      return [element("aside", { className: ["footnote"], id: `note-${group.note ?? 0}` }, blocks)];
    case "chat":
      return chats(blocks);
    case "drawing":
      return blocks;
  }
}

/**
 * A line of a drawing as it was drawn: its spaces stay, whatever the findings about spaces do elsewhere. Words
 * repaired or taken out are repaired and taken out here too.
 */
export function drawnLine(block: BaseBlock, edits: Edit[]): string {
  const text = textOfBlock(block.node);
  const visible = edits.filter(
    (edit) =>
      edit.kind === "lift-to-field" ||
      ((edit.kind === "remove" || edit.kind === "replace") &&
        /\S/u.test(withoutSigns(text.slice(edit.from, edit.to)))),
  );
  return planBlock(visible, { from: 0, to: text.length, withLifted: false })
    .map(({ from, to, instead }) => instead ?? text.slice(from, to))
    .join("");
}

/** Lines of a chat are items; what is no line, such as a scene break, stands between two chats. */
function chats(blocks: Element[]): Element[] {
  const result: Element[] = [];
  let chat: Element | null = null;
  for (const block of blocks) {
    if (block.tagName !== "p") {
      chat = null;
      result.push(block);
      continue;
    }
    if (chat === null) {
      chat = element("ol", { className: ["chat"] }, []);
      result.push(chat);
    }
    chat.children.push({ ...block, tagName: "li", properties: {} });
  }
  return result;
}

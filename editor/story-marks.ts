import type { Mark, MarkSpec, TagParseRule } from "prosemirror-model";
import { nothingSaid, type Said, saidByPage, shown } from "./said.ts";

/*
 * Every element inside a line is a mark. ProseMirror keeps the marks of a word as a set, in an order of its own;
 * the stored form knows which element lies in which, and that two quotations side by side are two. Both are
 * attributes: `depth` is how many elements lay around this one when the story was opened, and `run` parts it from
 * an equal neighbour. What a writer marks afterwards has neither, and lies wherever it makes the fewest elements.
 */
const place = { depth: { default: null }, run: { default: null } };

/** The elements that are marks, outermost first where nothing else decides. */
export const markNames = "a bdi span q strong b em cite s u small abbr time code sub sup".split(" ");

/** Older spellings, and those of browsers' own commands. */
const alsoRead: Record<string, string[]> = { strong: ["b"], em: ["i"], s: ["del", "strike"], u: ["ins"] };

/** Where these end, what is typed next is outside. */
const closing = new Set(["a", "abbr", "time", "b"]);

function markSpec(name: string): MarkSpec {
  // Outside of a chat, `b` is an older spelling of `strong`.
  const own: TagParseRule = name === "b" ? { tag: "b", context: "chat_line//", priority: 60 } : { tag: name };
  const rules: TagParseRule[] = [own, ...(alsoRead[name] ?? []).map((tag) => ({ tag }))];
  return {
    attrs: { said: { default: nothingSaid }, ...place },
    // The same element may lie in itself: emphasis within emphasis stands upright.
    excludes: "",
    inclusive: !closing.has(name),
    parseDOM: rules.map(
      (rule): TagParseRule => ({ ...rule, getAttrs: (dom) => ({ said: saidByPage(dom) }) }),
    ),
    toDOM: (mark) => [name, shown(saidIn(mark)), 0],
  };
}

/** The marks of the schema. */
export const markSpecs: Record<string, MarkSpec> = Object.fromEntries(
  markNames.map((name) => [name, markSpec(name)]),
);

/** What a mark's element says in its attributes. */
export function saidIn(mark: Mark): Said {
  return mark.attrs.said;
}

import type { Element, Root } from "hast";
import { characterScripts } from "./count-words.ts";
import { type Content, isBlock } from "./elements.ts";

/** Words that are set alike, and how: `em`, `strong`, `link:https://…`, outermost first. */
export type SetWords = { text: string; marks: readonly string[] };

/** A run of text with the blocks it stands in, outermost first: `blockquote.letter p`. */
export type StoryLine = { frame: string; words: SetWords[] };

/** A word, a sign or white space of a line; `format` is its marks as one string. */
export type LinePart = { text: string; marks: readonly string[]; format: string };

const letter = `(?![${characterScripts}])[\\p{L}\\p{M}\\p{N}\\p{Pc}]`;
const part = new RegExp(`\\s+|(?:${letter})+(?:['’‐-](?:${letter})+)*|.(?:\\p{M}|\\ufe0f|\\u200d.)*`, "gsu");

/** What cannot stand in stored text: parts the marks of a format and a line. */
const parting = "\u0000";

/**
 * A story as the lines that are compared: every block that holds words is one, a scene break is its ornament, a picture
 * its description. Numbers of footnotes, languages and directions are left out.
 */
export function storyLines(tree: Root): StoryLine[] {
  const lines: StoryLine[] = [];
  let words: SetWords[] = [];
  const end = (frame: string) => {
    if (words.length > 0) lines.push({ frame, words });
    words = [];
  };
  const walk = (node: Content, frame: string, marks: readonly string[]) => {
    if (node.type === "text") return addWords(words, { text: node.value, marks });
    if (node.type !== "element" || node.tagName === "rp") return;
    if (node.tagName === "br") return addWords(words, { text: "\n", marks });
    if (node.tagName === "img") {
      const text = String(node.properties.alt ?? "");
      return addWords(words, { text, marks: [...marks, `picture:${node.properties.src}`] });
    }
    if (!isBlock(node)) {
      const inside = marksIn(node, marks);
      if (node.tagName === "rt") addWords(words, { text: "(", marks: inside });
      for (const child of node.children) walk(child, frame, inside);
      if (node.tagName === "rt") addWords(words, { text: ")", marks: inside });
      return;
    }
    end(frame);
    const own = frame === "" ? nameOf(node) : `${frame} ${nameOf(node)}`;
    if (node.tagName === "hr")
      addWords(words, { text: String(node.properties.dataOrnament || "* * *"), marks });
    for (const child of node.children) walk(child, own, marks);
    end(own);
  };
  for (const node of tree.children) walk(node, "", []);
  end("");
  return lines;
}

/** Puts words behind others, to those before them if they are set alike; every picture stays one by itself. */
export function addWords(words: SetWords[], added: SetWords): void {
  const last = words.at(-1);
  if (last && !isPicture(last) && formatOf(last.marks) === formatOf(added.marks)) last.text += added.text;
  else words.push({ ...added });
}

/** The words, signs and blanks of a line. */
export function partsOf(line: StoryLine): LinePart[] {
  return line.words.flatMap(({ text, marks }) => {
    const format = formatOf(marks);
    const texts = isPicture({ marks }) ? [text] : (text.match(part) ?? []);
    return texts.map((one) => ({ text: one, marks, format }));
  });
}

/** A line as one string: equal lines read and look the same. */
export function lineKey({ frame, words }: StoryLine): string {
  const runs = words.map(({ text, marks }) => `${text}${parting}${formatOf(marks)}`);
  return [frame, ...runs].join(`${parting}${parting}`);
}

/** Whether the words are the description of a picture. */
export function isPicture({ marks }: { marks: readonly string[] }): boolean {
  return marks.at(-1)?.startsWith("picture:") ?? false;
}

function formatOf(marks: readonly string[]): string {
  return marks.length === 0 ? "" : marks.join(parting);
}

function nameOf(node: Element): string {
  return [node.tagName, ...classesOf(node)].join(".");
}

function classesOf(node: Element): string[] {
  return Array.isArray(node.properties.className) ? node.properties.className.map(String) : [];
}

function marksIn(node: Element, marks: readonly string[]): readonly string[] {
  const { href, title } = node.properties;
  const classes = classesOf(node);
  if (node.tagName === "ruby" || node.tagName === "bdi") return marks;
  // Emphasis within emphasis is shown upright.
  if (node.tagName === "em") return [...marks, marks.includes("em") ? "upright" : "em"];
  if (node.tagName === "abbr") return [...marks, `abbr:${title}`];
  if (node.tagName === "a") return [...marks, ...(classes.length > 0 ? classes : [`link:${href}`])];
  return [...marks, ...(node.tagName === "span" ? classes : [node.tagName])];
}

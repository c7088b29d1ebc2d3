import type { Element, ElementContent, Root } from "hast";
import { type Content, isBlock, isElement, isVoid } from "./elements.ts";
import { parseHtml } from "./parse-html.ts";
import { sanitiseNote, sanitiseStory } from "./sanitise.ts";
import { isOrnament } from "./scene-break.ts";
import { serialiseNode, startTag } from "./serialise.ts";
import { simpleWords } from "./simple-words.ts";
import { tidyBlocks, tidyStory, withNotesLinked } from "./tidy.ts";
import { readLines } from "./typed-lines.ts";
import { htmlOfTyped, typedText } from "./typed-markup.ts";
import { typedPieces } from "./typed-pieces.ts";

/**
 * Reads what a writer typed into a plain text field: paragraphs parted by blank lines, a newline is a line break,
 * a line that is only an ornament is a scene break, everything else HTML. A whole HTML page may be pasted too.
 *
 * @returns the stored form: sanitised and tidied
 * @throws {StoryTooLarge} @throws {StoryTooDeep} see `parseHtml`
 */
export function storyFromTyped(typed: string): Root {
  const pieces = isPage(typed) ? null : typedPieces(htmlOfTyped(linesOf(typed)));
  if (pieces === null) return storyFromWhole(typed);
  return withNotesLinked(
    pieces.flatMap((piece) => {
      const words = simpleWords(piece);
      return tidyBlocks(
        words === null
          ? sanitiseStory({ type: "root", children: readLines(parseHtml(piece).children, true) }).children
          : readLines(words, true),
      );
    }),
  );
}

/** The same read in one, as it is where the pieces cannot be told apart. */
export function storyFromWhole(typed: string): Root {
  return tidyStory(sanitiseStory(treeOf(typed, true)));
}

/**
 * What a writer finds in the text field: `storyFromTyped` reads it back to an equal tree, whatever the story holds.
 * Only what plain lines cannot say is written as HTML.
 */
export function typedFromStory(tree: Root): string {
  return typedBlocks(tree.children, true);
}

/** The same for summaries, notes and dedications; an ornament there is only text. */
export function noteFromTyped(typed: string): Root {
  return tidyStory(sanitiseNote(treeOf(typed, false)));
}

/** What a writer finds in the field of a note. */
export function typedFromNote(tree: Root): string {
  return typedBlocks(tree.children, false);
}

function treeOf(typed: string, ornaments: boolean): Root {
  const text = linesOf(typed);
  if (isPage(text)) return parseHtml(text);
  return { type: "root", children: readLines(parseHtml(htmlOfTyped(text)).children, ornaments) };
}

function linesOf(typed: string): string {
  return typed.replace(/\r\n?/g, "\n");
}

function isPage(typed: string): boolean {
  return /^\s*<(?:!doctype|html|\?xml)[\s>]/i.test(typed);
}

function typedBlocks(nodes: Content[], ornaments: boolean): string {
  return nodes.map((node) => typedBlock(node, ornaments)).join("\n\n");
}

function typedBlock(node: Content, ornaments: boolean): string {
  if (node.type !== "element") return typedInline(node);
  const start = startTag(node);
  const end = `</${node.tagName}>`;
  switch (node.tagName) {
    case "p":
      if (isPlain(node, ornaments)) return node.children.map(typedInline).join("");
      return start + explicit(node.children) + end;
    case "hr":
      return typedSceneBreak(node);
    case "img":
      return start;
    case "blockquote":
    case "aside":
    case "figure":
    case "details":
      return `${start}\n${typedBlocks(node.children, ornaments)}\n${end}`;
    case "ul":
    case "ol":
    case "dl":
    case "table":
    case "thead":
    case "tbody":
      return [start, ...node.children.map((child) => typedBlock(child, ornaments)), end].join("\n");
    default:
      return start + explicit(node.children) + end;
  }
}

function typedSceneBreak(node: Element): string {
  const ornament = String(node.properties.dataOrnament ?? "");
  if (Object.keys(node.properties).length > 2) return startTag(node);
  if (ornament === "") return "<hr>";
  return isOrnament(ornament) ? ornament : startTag(node);
}

/** Whether bare lines say this paragraph: no attributes, no empty line inside, no line that reads as an ornament. */
function isPlain(node: Element, ornaments: boolean): boolean {
  if (Object.keys(node.properties).length > 0 || hasEmptyLine(node.children)) return false;
  if (!ornaments) return true;
  return !node.children.some(
    (child, index) =>
      child.type === "text" &&
      isOrnament(child.value.trim()) &&
      isLineEnd(node.children[index - 1]) &&
      isLineEnd(node.children[index + 1]),
  );
}

function isLineEnd(node: ElementContent | undefined): boolean {
  return node === undefined || isElement(node, "br");
}

function hasEmptyLine(nodes: ElementContent[]): boolean {
  return nodes.some((node, index) => {
    if (isElement(node, "br")) return isElement(nodes[index + 1], "br");
    return node.type === "element" && hasEmptyLine(node.children);
  });
}

function typedInline(node: Content): string {
  if (isElement(node, "br")) return "\n";
  if (node.type !== "element" || isVoid(node)) return serialiseNode(node, typedText);
  return `${startTag(node)}${node.children.map(typedInline).join("")}</${node.tagName}>`;
}

/** Content of a written-out element; breaks end a line so that long verse stays readable. */
function explicit(nodes: ElementContent[]): string {
  return nodes
    .map((node, index) => {
      if (isElement(node, "br")) return startsWithNoBreakSpace(nodes[index + 1]) ? "<br>" : "<br>\n";
      return node.type === "element" && !isBlock(node) && !isVoid(node)
        ? `${startTag(node)}${explicit(node.children)}</${node.tagName}>`
        : serialiseNode(node, typedText);
    })
    .join("");
}

/** Beside a newline a no-break space would count as mere spacing. */
function startsWithNoBreakSpace(node: ElementContent | undefined): boolean {
  return node?.type === "text" && node.value.startsWith("\u00a0");
}

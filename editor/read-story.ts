import type { Element, Root, RootContent } from "hast";
import { Fragment, type Mark, type Node } from "prosemirror-model";
import { isBlock } from "../src/story-text/elements.ts";
import { serialiseNode } from "../src/story-text/serialise.ts";
import { type Said, saidByTree } from "./said.ts";
import { markNames } from "./story-marks.ts";
import { storySchema } from "./story-schema.ts";

const marks = new Set(markNames);
const asThemselves = new Set("h3 h4 h5 h6 blockquote ul dl pre summary caption".split(" "));

/** The document that a story in its stored form is. An empty one has a paragraph to write in. */
export function documentOf(story: Root): Node {
  const blocks = blocksOf(story.children);
  return node("doc", {}, blocks.length > 0 ? blocks : [node("paragraph")]);
}

/** The blocks of some stored nodes, running text among them as paragraphs. */
function blocksOf(nodes: RootContent[]): Node[] {
  const elements = nodes.filter((child) => child.type === "element");
  return elements.map((element) => blockOf(element));
}

function node(type: string, attributes: Record<string, unknown> = {}, content: readonly Node[] = []): Node {
  return storySchema.node(type, attributes, Fragment.fromArray([...content]));
}

function blockOf(element: Element): Node {
  const said = saidByTree(element.properties);
  const { children, tagName } = element;
  const around = (type: string, content: Node[]) => node(type, { said }, content);
  switch (tagName) {
    case "p":
      return around("paragraph", wordsOf(children));
    case "hr":
      return node("scene", { said });
    case "aside":
      return around(said.class === "footnote" ? "footnote" : "aside", blocksOf(children));
    case "figure":
      return said.class === "picture" ? pictureOf(element, said) : around("post", blocksOf(children));
    case "ol":
      return said.class === "chat"
        ? around("chat", itemsOf(children, "chat_line"))
        : around("ol", itemsOf(children));
    case "ul":
    case "dl":
      return around(tagName, itemsOf(children));
    case "details":
      return around("details", [
        ...partsNamed(children, "summary"),
        ...blocksOf(others(children, "summary")),
      ]);
    case "table":
      return around("titled_table", [
        ...partsNamed(children, "caption"),
        node("table", {}, rowsOf(children)),
      ]);
    case "blockquote":
      return around("blockquote", blocksOf(children));
    default:
      return around(asThemselves.has(tagName) ? tagName : "paragraph", wordsOf(children));
  }
}

function partsNamed(nodes: RootContent[], name: string): Node[] {
  return nodes.flatMap((child) =>
    child.type === "element" && child.tagName === name
      ? [node(name, { said: saidByTree(child.properties) }, wordsOf(child.children))]
      : [],
  );
}

function others(nodes: RootContent[], name: string): RootContent[] {
  return nodes.filter((child) => child.type !== "element" || child.tagName !== name);
}

/** Items and cells hold words or blocks; words alone are one plain paragraph. */
function inside(nodes: RootContent[]): Node[] {
  return nodes.some(isBlock) ? blocksOf(nodes) : [node("paragraph", {}, wordsOf(nodes))];
}

function itemsOf(nodes: RootContent[], name?: string): Node[] {
  return nodes.flatMap((child) => {
    if (child.type !== "element") return [];
    const content = child.tagName === "dt" ? wordsOf(child.children) : inside(child.children);
    return [node(name ?? child.tagName, { said: saidByTree(child.properties) }, content)];
  });
}

function pictureOf({ children }: Element, said: Said): Node {
  const captions = children.flatMap((child) =>
    child.type === "element" && child.tagName === "figcaption"
      ? [node("figcaption", { said: saidByTree(child.properties) }, inside(child.children))]
      : [],
  );
  return node("picture", { said }, [
    node("picture_row", {}, wordsOf(others(children, "figcaption"))),
    ...captions,
  ]);
}

function rowsOf(nodes: RootContent[]): Node[] {
  let number = 0;
  return nodes.flatMap((section) => {
    if (section.type !== "element" || section.tagName === "caption") return [];
    number += 1;
    const own = { number, tag: section.tagName, said: saidByTree(section.properties) };
    return section.children.flatMap((row) =>
      row.type === "element"
        ? [node("tr", { said: saidByTree(row.properties), section: own }, cellsOf(row))]
        : [],
    );
  });
}

function cellsOf(row: Element): Node[] {
  return row.children.flatMap((cell) => {
    if (cell.type !== "element") return [];
    const said = saidByTree(cell.properties);
    const spans = { colspan: Number(said.colspan ?? 1), rowspan: Number(said.rowspan ?? 1) };
    return [node(cell.tagName, { said, ...spans }, inside(cell.children))];
  });
}

/** The nodes of running text. */
function wordsOf(nodes: RootContent[]): Node[] {
  const result: Node[] = [];
  let run = 0;
  const add = (children: RootContent[], around: readonly Mark[]) => {
    let before: RootContent | undefined;
    for (const child of children) {
      if (child.type === "text") result.push(storySchema.text(child.value, around));
      else if (child.type === "element") {
        const said = saidByTree(child.properties);
        if (child.tagName === "br") result.push(storySchema.node("br", null, undefined, around));
        else if (child.tagName === "img") result.push(storySchema.node("image", { said }, undefined, around));
        else if (child.tagName === "ruby") {
          const held = child.children.map((each) => serialiseNode(each)).join("");
          result.push(storySchema.node("ruby", { said, inside: held }, undefined, around));
        } else if (marks.has(child.tagName)) {
          const follows = before?.type === "element" && before.tagName === child.tagName;
          if (follows) run += 1;
          const mark = storySchema.mark(child.tagName, {
            said,
            depth: around.length,
            run: follows ? run : null,
          });
          add(child.children, mark.addToSet(around));
        } else add(child.children, around);
      }
      before = child;
    }
  };
  add(nodes, []);
  return result;
}

import type { DOMOutputSpec, Node, NodeSpec, TagParseRule } from "prosemirror-model";
import { nothingSaid, type Said, saidByPage, shown } from "./said.ts";

const said = { said: { default: nothingSaid } };

/** What a node's element says in its attributes. */
export function saidOf(node: Node): Said {
  return node.attrs.said;
}

/** Whether the element of a node carries the class. */
export function isOfClass(node: Node, name: string): boolean {
  return (saidOf(node).class ?? "").split(" ").includes(name);
}

function reads(tag: string, more: Partial<TagParseRule> = {}): TagParseRule {
  return { tag, getAttrs: (dom) => ({ said: saidByPage(dom) }), ...more };
}

/** A block that is the element of its name, around other nodes. */
function block(tag: string, content: string, more: NodeSpec = {}): NodeSpec {
  return {
    attrs: said,
    content,
    group: "block",
    defining: true,
    parseDOM: [reads(tag)],
    toDOM: (node) => [tag, shown(saidOf(node)), 0],
    ...more,
  };
}

/** A part of a block, which stands nowhere else. */
function part(tag: string, content: string, more: NodeSpec = {}): NodeSpec {
  const { group: _group, ...spec } = block(tag, content, more);
  return spec;
}

/** A part shown as a box of its own class, because the browser gives the element itself a life of its own. */
function boxed(tag: string, name: string, content: string, more: NodeSpec = {}): NodeSpec {
  return part(tag, content, {
    parseDOM: [reads(`${tag}.${name}`), ...(tag === "div" ? [] : [reads(tag)])],
    toDOM: (node) => ["div", { ...shown(saidOf(node)), class: name }, 0],
    ...more,
  });
}

/** Within a text that is written, an aside is no landmark of the page. */
const asNote = (node: Node): DOMOutputSpec => ["aside", { ...shown(saidOf(node)), role: "note" }, 0];

const cell = {
  attrs: { ...said, colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } },
  isolating: true,
};
const cellRule = (tag: string): TagParseRule => ({
  tag,
  getAttrs: (dom) => {
    const own = saidByPage(dom);
    return { said: own, colspan: Number(own.colspan ?? 1), rowspan: Number(own.rowspan ?? 1) };
  },
});
const showCell = (node: Node): Record<string, string> => ({
  ...shown(saidOf(node)),
  colspan: String(node.attrs.colspan),
  rowspan: String(node.attrs.rowspan),
});

/**
 * The blocks of the stored form. What holds "either words or blocks" there holds blocks here: words alone are one
 * plain paragraph.
 */
export const nodeSpecs: Record<string, NodeSpec> = {
  doc: { content: "block+" },
  paragraph: block("p", "inline*", { defining: false }),
  h3: block("h3", "inline*", { parseDOM: [reads("h3"), reads("h1")] }),
  h4: block("h4", "inline*", { parseDOM: [reads("h4"), reads("h2")] }),
  h5: block("h5", "inline*"),
  h6: block("h6", "inline*"),
  scene: {
    attrs: { said: { default: { class: "scene", "data-ornament": "" } } },
    group: "block",
    parseDOM: [
      reads("hr", {
        getAttrs: (dom) => {
          const own = saidByPage(dom);
          return { said: { ...own, class: "scene", "data-ornament": own["data-ornament"] ?? "" } };
        },
      }),
    ],
    toDOM: (node) => ["hr", shown(saidOf(node))],
  },
  blockquote: block("blockquote", "block+"),
  post: block("figure", "block+", { parseDOM: [reads("figure.post")] }),
  footnote: block("aside", "block+", {
    parseDOM: [reads("aside.footnote", { priority: 60 })],
    toDOM: asNote,
  }),
  aside: block("aside", "block+", { toDOM: asNote }),
  picture: block("figure", "picture_row figcaption?", { parseDOM: [reads("figure.picture")] }),
  picture_row: {
    content: "image*",
    isolating: true,
    parseDOM: [{ tag: "div.picture-row" }],
    toDOM: () => ["div", { class: "picture-row" }, 0],
  },
  figcaption: part("figcaption", "block+", { isolating: true }),
  ul: block("ul", "li+"),
  chat: block("ol", "chat_line+", { parseDOM: [reads("ol.chat", { priority: 60 })] }),
  chat_line: part("li", "block+", { parseDOM: [reads("li", { context: "chat/", priority: 60 })] }),
  ol: block("ol", "li+"),
  li: part("li", "block+"),
  dl: block("dl", "(dt|dd)+"),
  dt: part("dt", "inline*"),
  dd: part("dd", "block+"),
  titled_table: block("div", "caption? table", {
    isolating: true,
    parseDOM: [reads("div.titled-table")],
    toDOM: (node) => ["div", { ...shown(saidOf(node)), class: "titled-table" }, 0],
  }),
  caption: boxed("caption", "table-caption", "inline*"),
  table: {
    content: "tr+",
    tableRole: "table",
    isolating: true,
    parseDOM: [{ tag: "table" }],
    toDOM: () => ["table", ["tbody", 0]],
  },
  tr: {
    // Which section a row stands in; rows of one section have the same number there.
    attrs: { ...said, section: { default: null } },
    content: "(td | th)+",
    tableRole: "row",
    parseDOM: [reads("tr")],
    toDOM: (node) => ["tr", shown(saidOf(node)), 0],
  },
  td: {
    ...cell,
    content: "block+",
    tableRole: "cell",
    parseDOM: [cellRule("td")],
    toDOM: (node) => ["td", showCell(node), 0],
  },
  th: {
    ...cell,
    content: "block+",
    tableRole: "header_cell",
    parseDOM: [cellRule("th")],
    toDOM: (node) => ["th", showCell(node), 0],
  },
  pre: block("pre", "inline*", {
    code: true,
    whitespace: "pre",
    parseDOM: [reads("pre", { preserveWhitespace: "full" })],
  }),
  details: block("details", "summary? block+", {
    parseDOM: [reads("div.fold"), reads("details")],
    toDOM: (node) => ["div", { ...shown(saidOf(node)), class: "fold" }, 0],
  }),
  summary: boxed("summary", "fold-label", "inline*"),
  text: { group: "inline" },
  br: {
    inline: true,
    group: "inline",
    selectable: false,
    linebreakReplacement: true,
    parseDOM: [{ tag: "br" }],
    toDOM: () => ["br"],
  },
  image: {
    attrs: said,
    inline: true,
    group: "inline",
    draggable: true,
    parseDOM: [reads("img[src]")],
    toDOM: (node) => ["img", shown(saidOf(node))],
  },
  /** A reading over its base is one thing that is changed in its own panel; `inside` is what it holds, as stored. */
  ruby: {
    attrs: { ...said, inside: { default: "" } },
    inline: true,
    group: "inline",
    atom: true,
    draggable: true,
    parseDOM: [
      {
        tag: "ruby",
        getAttrs: (dom) => ({
          said: saidByPage(dom),
          inside: dom.getAttribute("data-inside") ?? dom.innerHTML,
        }),
      },
    ],
    // What it holds is laid in by its view (ruby-view.ts); copied to elsewhere it goes as its attribute.
    toDOM: (node) => ["ruby", { ...shown(saidOf(node)), "data-inside": node.attrs.inside }],
  },
};

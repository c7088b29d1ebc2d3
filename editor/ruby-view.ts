import type { Node } from "prosemirror-model";
import type { NodeView } from "prosemirror-view";
import { readStored } from "../src/story-text/read-stored.ts";
import { make } from "./element.ts";
import { saidByTree, shown } from "./said.ts";
import { saidOf } from "./story-nodes.ts";

type Stored = ReturnType<typeof readStored>["children"][number];

/** Shows a word with its reading as one thing: it is changed in its own panel. */
export class RubyView implements NodeView {
  readonly dom: HTMLElement;

  constructor(node: Node) {
    this.dom = make("ruby", shown(saidOf(node)));
    this.dom.contentEditable = "false";
    const [read] = readStored(`<ruby>${node.attrs.inside}</ruby>`).children;
    if (read?.type === "element") this.dom.append(...read.children.map(laid));
  }

  ignoreMutation(): boolean {
    return true;
  }
}

/** What is stored in a ruby was sanitised; here it is made of elements one by one, never of markup. */
function laid(node: Stored): globalThis.Node | string {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return "";
  const element = document.createElement(node.tagName);
  for (const [name, value] of Object.entries(shown(saidByTree(node.properties))))
    element.setAttribute(name, value);
  element.append(...node.children.map(laid));
  return element;
}

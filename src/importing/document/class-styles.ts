import type { Element, Nodes } from "hast";
import { visit } from "unist-util-visit";

/** The properties that say something about words; all others are only looks. */
const meaningful =
  /^(?:font-style|font-weight|font-variant|font-variant-caps|text-align|text-decoration|text-decoration-line|vertical-align)$/u;
const mostCharacters = 1_000_000;
const mostRules = 5000;
const simpleSelector = /^([a-z][a-z0-9]*)?\.([\w-]+)$/iu;

/**
 * What the classes of style sheets mean for words (italics, small capitals, centred …): calibre's books and the pages
 * that Google Docs and Word save say it by classes alone. Only rules for one class, on any element or on one kind of it, are read.
 */
export class ClassStyles {
  readonly #byClass = new Map<string, string[]>();
  #rules = 0;
  #characters = 0;

  add(sheet: string): void {
    this.#characters += sheet.length;
    if (this.#characters > mostCharacters) return;
    for (const [, selectors = "", body = ""] of sheet
      .replace(/\/\*.*?\*\/|<!--|-->/gsu, "")
      .matchAll(/([^{}]+)\{([^{}]*)\}/gu)) {
      const style = wordsStyle(body);
      if (style === "" || ++this.#rules > mostRules) continue;
      for (const selector of selectors.split(",")) {
        const [, name = "", className = ""] = simpleSelector.exec(selector.trim()) ?? [];
        if (className === "") continue;
        const key = `${name.toLowerCase()}.${className}`;
        this.#byClass.set(key, [...(this.#byClass.get(key) ?? []), style]);
      }
    }
  }

  /** Writes the meaning of the classes into the style of the elements that have them; their own style goes before. */
  applyTo(tree: Nodes): void {
    if (this.#byClass.size === 0) return;
    visit(tree, "element", (node) => {
      const styles = classesOf(node).flatMap((name) => [
        ...(this.#byClass.get(`.${name}`) ?? []),
        ...(this.#byClass.get(`${node.tagName}.${name}`) ?? []),
      ]);
      if (styles.length === 0) return;
      const own = typeof node.properties.style === "string" ? node.properties.style : "";
      node.properties.style = withoutWhatTheTagSays(node.tagName, [...styles, own].join("; "));
    });
  }
}

function classesOf({ properties: { className } }: Element): string[] {
  return Array.isArray(className) ? className.filter((name) => typeof name === "string") : [];
}

/** calibre repeats in its classes what an element means anyway, which would be said twice then. */
const saidByTag: [names: string[], declaration: RegExp][] = [
  [["s", "strike", "del"], /text-decoration[\w-]*\s*:\s*line-through/giu],
  [["u", "ins"], /text-decoration[\w-]*\s*:\s*underline/giu],
  [["a"], /text-decoration[\w-]*\s*:\s*underline/giu],
  [["sup"], /vertical-align\s*:\s*super/giu],
  [["sub"], /vertical-align\s*:\s*sub/giu],
];

function withoutWhatTheTagSays(tagName: string, style: string): string {
  return saidByTag.reduce(
    (left, [names, declaration]) => (names.includes(tagName) ? left.replace(declaration, "") : left),
    style,
  );
}

function wordsStyle(body: string): string {
  return body
    .split(";")
    .map((declaration) => declaration.trim())
    .filter((declaration) => meaningful.test(declaration.split(":")[0]?.trim().toLowerCase() ?? ""))
    .join("; ");
}

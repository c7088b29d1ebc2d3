import type { Element, ElementContent } from "hast";

/** Takes off the language marks of the language that most of the document is in, whatever its settings say. */
export function withoutMainLanguage(blocks: Element[]): Element[] {
  const lengths = new Map<string, number>();
  let whole = 0;
  const measure = (children: ElementContent[], language: string | null) => {
    for (const child of children) {
      if (child.type === "text") {
        whole += child.value.length;
        if (language !== null) lengths.set(language, (lengths.get(language) ?? 0) + child.value.length);
      } else if (child.type === "element") measure(child.children, languageOf(child) ?? language);
    }
  };
  measure(blocks, null);
  const main = [...lengths].find(([, length]) => length > whole / 2)?.[0];
  return main === undefined ? blocks : blocks.map((block) => without(block, main));
}

function without(element: Element, language: string): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== "element") return [child];
    const inner = without(child, language);
    return languageOf(child) === language ? inner.children : [inner];
  });
  return { ...element, children };
}

function languageOf({ tagName, properties: { lang } }: Element): string | null {
  return tagName === "span" && typeof lang === "string" ? lang : null;
}

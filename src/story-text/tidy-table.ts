import type { Element, ElementContent } from "hast";
import { around, element, isElement } from "./elements.ts";
import { wordsOfBlocks } from "./words-of-blocks.ts";

type TidyContent = (nodes: ElementContent[]) => ElementContent[];

/** A table of rows and cells; what stands between them is put before it, as browsers do. */
export function tidyTable(
  node: Element,
  tidyBlocks: (nodes: ElementContent[]) => Element[],
  tidyContent: TidyContent,
): Element[] {
  const strays: ElementContent[] = [];
  const captions: Element[] = [];
  const sections: Element[] = [];
  for (const part of node.children) {
    if (isElement(part, "caption")) captions.push(around(part, wordsOfBlocks(part.children)));
    else if (isElement(part, "thead") || isElement(part, "tbody"))
      sections.push(around(part, rows(part.children, strays, tidyContent)));
    else if (isElement(part, "tr")) sections.push(element("tbody", {}, rows([part], strays, tidyContent)));
    else strays.push(part);
  }
  const before = tidyBlocks(strays);
  const filled = joined(sections.filter((section) => section.children.length > 0));
  const caption = captions.find((each) => each.children.length > 0);
  if (filled.length === 0) return caption ? [...before, element("p", {}, caption.children)] : before;
  return [...before, around(node, caption ? [caption, ...filled] : filled)];
}

/** Rows written without a section each came as their own. */
function joined(sections: Element[]): Element[] {
  const result: Element[] = [];
  for (const section of sections) {
    const last = result.at(-1);
    const isSame =
      last?.tagName === section.tagName &&
      Object.keys({ ...last.properties, ...section.properties }).length === 0;
    if (isSame) for (const row of section.children) last.children.push(row);
    else result.push(section);
  }
  return result;
}

function rows(nodes: ElementContent[], strays: ElementContent[], tidyContent: TidyContent): Element[] {
  const result: Element[] = [];
  for (const row of nodes) {
    if (!isElement(row, "tr")) {
      strays.push(row);
      continue;
    }
    const cells: Element[] = [];
    for (const cell of row.children) {
      if (isElement(cell, "td") || isElement(cell, "th"))
        cells.push(around(cell, tidyContent(cell.children)));
      else strays.push(cell);
    }
    if (cells.some((cell) => cell.children.length > 0)) result.push(around(row, cells));
  }
  return result;
}

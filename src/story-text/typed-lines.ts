import type { ElementContent } from "hast";
import { type Content, element, isElement } from "./elements.ts";
import { isOrnament, sceneBreak } from "./scene-break.ts";

/** Boxes in which lines mean what they mean outside of any tag. */
const flows = new Set("article aside blockquote body center details div figure main section".split(" "));
/** Elements in which a newline is only a space, as in any HTML. */
const settled = new Set(
  "caption dd dl dt figcaption h1 h2 h3 h4 h5 h6 hr li ol p pre summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);

/**
 * Gives the newlines of typed text their meaning: outside of explicit blocks each becomes a line break (two of
 * which part paragraphs, see `tidyStory`), and a line that is only an ornament becomes a scene break.
 */
export function readLines(nodes: Content[], ornaments: boolean): ElementContent[] {
  const result = lines(nodes, ornaments);
  if (!ornaments) return result;
  return result.map((node, index) => {
    if (node.type !== "text" || !endsLine(result[index - 1]) || !endsLine(result[index + 1])) return node;
    const line = node.value.replace(/^[ \t]+|[ \t]+$/g, "");
    return isOrnament(line) ? sceneBreak(line) : node;
  });
}

function lines(nodes: Content[], ornaments: boolean): ElementContent[] {
  const result: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type === "text") {
      for (const piece of linesOf(node.value, isElement(result.at(-1), "br"))) result.push(piece);
    } else if (node.type === "element") {
      const children = flows.has(node.tagName)
        ? readLines(node.children, ornaments)
        : settled.has(node.tagName)
          ? node.children
          : lines(node.children, ornaments);
      result.push(element(node.tagName, node.properties, children));
    }
  }
  return result;
}

/** The newline that follows a written `<br>` is that same break. */
function linesOf(text: string, afterBreak: boolean): ElementContent[] {
  const rest = afterBreak ? text.replace(/^[ \t]*\n/, "") : text;
  return rest.split("\n").flatMap((line, index): ElementContent[] => {
    const words: ElementContent[] = line === "" ? [] : [{ type: "text", value: line }];
    return index === 0 ? words : [element("br", {}, []), ...words];
  });
}

function endsLine(node: ElementContent | undefined): boolean {
  if (node === undefined) return true;
  return (
    node.type === "element" && (node.tagName === "br" || flows.has(node.tagName) || settled.has(node.tagName))
  );
}

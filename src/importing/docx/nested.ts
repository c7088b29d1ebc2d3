import type { ElementContent, Properties } from "hast";
import { element } from "../../story-text/elements.ts";

/** An element around words. */
export interface Layer {
  tagName: string;
  /** Those of a voice are set when all voices are known, so they are the element's own, not a copy. */
  properties: Properties;
  /** It is one thing, not a look: another with the same properties beside it stays another. */
  isOne?: true;
}

interface LayeredPiece {
  layers: Layer[];
  children: ElementContent[];
}

/**
 * Puts pieces into as few elements as say how each looks: of the layers of a piece, the one that reaches furthest over
 * the pieces after it is the outermost.
 */
export function nested(pieces: LayeredPiece[]): ElementContent[] {
  const content: ElementContent[] = [];
  for (let from = 0; from < pieces.length; ) {
    const piece = pieces[from];
    if (piece === undefined) break;
    const [layer, to] = furthest(pieces, from, piece.layers);
    if (layer === null) {
      for (const child of piece.children) content.push(child);
      from++;
      continue;
    }
    const inside = pieces.slice(from, to).map(({ layers, children }) => ({
      layers: layers.filter((other) => !isSame(other, layer)),
      children,
    }));
    content.push(element(layer.tagName, layer.properties, nested(inside)));
    from = to;
  }
  return content;
}

function furthest(pieces: LayeredPiece[], from: number, layers: Layer[]): [Layer | null, number] {
  let [best, reach]: [Layer | null, number] = [null, from];
  for (const layer of layers) {
    let to = from + 1;
    while (pieces[to]?.layers.some((other) => isSame(other, layer))) to++;
    if (to > reach) [best, reach] = [layer, to];
  }
  return [best, reach];
}

function isSame(one: Layer, other: Layer): boolean {
  if (one === other) return true;
  if (one.isOne || other.isOne || one.tagName !== other.tagName) return false;
  const { className, lang } = one.properties;
  return String(className) === String(other.properties.className) && lang === other.properties.lang;
}

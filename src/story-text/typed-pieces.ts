import { longestHtml, mostElements } from "./parse-html.ts";

/** Elements that begin and end where their tags do, wherever they stand in a piece that holds all of them. */
const wellKept = new Set(
  (
    "a abbr aside b bdi blockquote br cite code details dl em figure h3 h4 h5 h6 hr i img ol p pre q ruby s small span " +
    "strong sub sup table u ul"
  ).split(" "),
);
/** Those that mean something only in another. */
const parts = new Set("caption dd dt figcaption li rp rt summary tbody td th thead time tr".split(" "));
const voids = new Set("br hr img".split(" "));

const blankLineOrTag = /\n[ \t]*\n|<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"<>]*"){0,12})(\s*\/)?>|</g;

/**
 * Cuts typed text at blank lines that lie outside of every element, so that each piece can be read by itself and only
 * what has markup needs all the rules of HTML.
 *
 * @param html as `htmlOfTyped` makes it
 * @returns null unless every element is one that a parser closes nowhere but at its own end tag
 */
export function typedPieces(html: string): string[] | null {
  // What is beyond the bounds is refused where they are kept.
  if (html.length > longestHtml) return null;
  const pieces: string[] = [];
  const open: string[] = [];
  let from = 0;
  let tags = 0;
  for (const { 0: found, 1: closes, 2: name, 4: slash, index } of html.matchAll(blankLineOrTag)) {
    if (found.startsWith("\n")) {
      if (open.length > 0) continue;
      pieces.push(html.slice(from, index));
      from = index + found.length;
      continue;
    }
    tags += 1;
    if (name === undefined || tags > mostElements) return null;
    if (voids.has(name)) {
      if (closes !== "") return null;
      continue;
    }
    if (slash !== undefined) return null;
    if (closes !== "") {
      if (open.pop() !== name) return null;
      continue;
    }
    if (!wellKept.has(name) && !(parts.has(name) && open.length > 0)) return null;
    open.push(name);
  }
  if (open.length > 0) return null;
  pieces.push(html.slice(from));
  return pieces;
}

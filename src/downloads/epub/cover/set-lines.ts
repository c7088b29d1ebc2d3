import { type Piece, piecesOf } from "./break-points.ts";
import { graphemesOf, widthOf } from "./text-width.ts";

/** Room for a text: its width and height in drawing units, and the type sizes to try, largest first. */
export type Room = { width: number; height: number; sizes: readonly number[] };

/** A text set in lines, each as full as its neighbours. */
export type SetText = { lines: string[]; size: number; leading: number };

/** Line distance as a share of the type size. */
const leading = 1.22;

/**
 * Sets a text in the largest type in which no word must be cut and the lines fill the room. A text too long
 * even for the smallest type is cut, with an ellipsis: a cover names the book, the title leaf says all of it.
 */
export function setLines(text: string, language: string, room: Room): SetText {
  const pieces = piecesOf(text, language);
  for (const size of room.sizes) {
    const width = room.width / size;
    if (pieces.some((piece) => widthOf(piece.text) > width)) continue;
    const lines = fill(pieces, width);
    if (lines.length * size * leading > room.height || lines.length > mostLines(size, room)) continue;
    return { lines: balance(pieces, width, lines.length), size, leading: size * leading };
  }
  const size = room.sizes.at(-1) ?? 40;
  return { lines: cut(pieces, size, room), size, leading: size * leading };
}

/** Large type in many lines shouts, so each smaller size may take a line more. */
function mostLines(size: number, room: Room): number {
  return 3 + room.sizes.indexOf(size);
}

/** Fills line after line to at most this width in em. */
function fill(pieces: Piece[], width: number): string[] {
  const lines: string[] = [];
  for (const { text, spaced } of pieces) {
    const last = lines.at(-1);
    const longer = last === undefined ? text : `${last}${spaced ? " " : ""}${text}`;
    if (last === undefined || widthOf(longer) > width) lines.push(text);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** The same number of lines in the narrowest measure that holds them, so none stands nearly empty. */
function balance(pieces: Piece[], width: number, count: number): string[] {
  let narrow = 0;
  let wide = width;
  while (wide - narrow > 0.1) {
    const middle = (narrow + wide) / 2;
    if (fill(pieces, middle).length > count || pieces.some((piece) => widthOf(piece.text) > middle))
      narrow = middle;
    else wide = middle;
  }
  return fill(pieces, wide);
}

function cut(pieces: Piece[], size: number, room: Room): string[] {
  const width = room.width / size;
  const short = pieces.flatMap((piece) => (widthOf(piece.text) > width ? chopped(piece) : [piece]));
  const lines = fill(short, width);
  const most = Math.max(1, Math.floor(room.height / (size * leading)));
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = graphemesOf(kept.at(-1) ?? "");
  while (last.length > 0 && widthOf(`${last.join("")}…`) > width) last = last.slice(0, -1);
  return [...kept.slice(0, -1), `${last.join("").trimEnd()}…`];
}

/** A word too long for any line, letter by letter. */
function chopped({ text, spaced }: Piece): Piece[] {
  return graphemesOf(text).map((letter, index) => ({ text: letter, spaced: index === 0 && spaced }));
}

/**
 * Signs that travel through the importer inside the text and come out where a finding's place begins and ends.
 *
 * They are noncharacters, which Unicode keeps for a program's own use (Unicode 17, section 23.7). A file that
 * holds them all the same can only misplace marks in its own review.
 */
const opening = "\uFDD0";
const closing = "\uFDD1";
const end = "\uFDD2";

/** The sign that finding number `index` begins here. */
export function openingSign(index: number): string {
  return `${opening}${index}${end}`;
}

/** The sign that finding number `index` ends here. */
export function closingSign(index: number): string {
  return `${closing}${index}${end}`;
}

/** A piece of text, or the beginning or the end of a finding's place. */
export type SignedPiece = { text: string } | { opens: number } | { closes: number };

const sign = /([\uFDD0\uFDD1])(\d{1,9})\uFDD2/gu;

/** Takes text apart at its signs. */
export function readSigns(signed: string): SignedPiece[] {
  const pieces: SignedPiece[] = [];
  let from = 0;
  for (const { 0: whole, 1: kind, 2: number, index } of signed.matchAll(sign)) {
    if (index > from) pieces.push({ text: signed.slice(from, index) });
    pieces.push(kind === opening ? { opens: Number(number) } : { closes: Number(number) });
    from = index + whole.length;
  }
  if (from < signed.length) pieces.push({ text: signed.slice(from) });
  return pieces;
}

/** The text without its signs. */
export function withoutSigns(signed: string): string {
  return signed.replace(sign, "");
}

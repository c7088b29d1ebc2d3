import { looksLikeId } from "../vocabulary/ids.ts";
import type { AddressProblem } from "./filter-url.ts";
import type { Cursor } from "./found.ts";

const sides = ["after", "before"] as const;

/** As a number writes itself; how well a text fits is seldom whole. */
const aNumber = /^-?\d{1,16}(?:\.\d{1,25})?(?:e[+-]\d{1,3})?$/;

/** Sort keys are short; whatever is longer was made up. */
const mostCharacters = 300;

/** Where a page begins, as a part of its address: "after=7k2mzq04vt.1795000000000", "before=7k2mzq04vt~dracula". */
export function queryOfPlace({ side, value, id }: Cursor): string {
  return new URLSearchParams({
    [side]: typeof value === "number" ? `${id}.${value}` : `${id}~${value}`,
  }).toString();
}

/** Reads where a page begins. What cannot be read means the first page, and is told. */
export function readPlace(query: URLSearchParams): { place: Cursor | null; problems: AddressProblem[] } {
  for (const side of sides) {
    const written = query.get(side);
    if (written === null || written === "") continue;
    const [id, sign, rest] = [written.slice(0, 10), written.charAt(10), written.slice(11)];
    if (looksLikeId(id) && sign === "~" && rest.length <= mostCharacters)
      return { place: { side, value: rest, id }, problems: [] };
    if (looksLikeId(id) && sign === "." && aNumber.test(rest))
      return { place: { side, value: Number(rest), id }, problems: [] };
    return { place: null, problems: [{ kind: "malformed", part: side, value: written }] };
  }
  return { place: null, problems: [] };
}

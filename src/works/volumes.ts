import { mostWorksTogether } from "./series-together.ts";

/** Works carried away together: `volume` null where all of them go into one. */
export type Volume = { volume: number | null; from: number; to: number };

/** Into how many books so many works are bound: no more in one than one answer is for. */
export function volumesOf(count: number): Volume[] {
  if (count === 0) return [];
  if (count <= mostWorksTogether) return [{ volume: null, from: 1, to: count }];
  return Array.from({ length: Math.ceil(count / mostWorksTogether) }, (_, index) => ({
    volume: index + 1,
    from: index * mostWorksTogether + 1,
    to: Math.min((index + 1) * mostWorksTogether, count),
  }));
}

/** Which volume an address asks for; the first when it does not say. */
export function volumeAsked(typed: string | undefined): number {
  return /^[1-9]\d{0,5}$/.test(typed ?? "") ? Number(typed) : 1;
}

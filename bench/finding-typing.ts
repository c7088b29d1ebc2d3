import { visitor } from "../src/people/person.ts";
import type { Finder } from "../src/search/open-finder.ts";
import { benchId, benchName, kinds } from "./finding-archive.ts";

/** What is typed where a tag is wanted: the first letters of names common and rare, their middles, and what nobody is called. */
const beginnings = kinds.flatMap((kind) =>
  [0, 1, 7, 30, 400, 3_000].flatMap((rank) => {
    const name = benchName(kind, rank);
    return [name.slice(0, 1), name.slice(0, 2), name.slice(0, 4), name.slice(3, 6), name];
  }),
);
const nobody = ["q", "xyzzy", "wen zzz", "Ж"];

/** From a letter typed to tags with names and counts: in all kinds and in one, with and without fandoms chosen. */
export async function measureTyping(finder: Finder): Promise<number[]> {
  const times: number[] = [];
  for (const typed of [...beginnings, ...nobody])
    for (const fandoms of [[], [benchId("fandom", 0)], [benchId("fandom", 100)]])
      for (const wanted of [[], ["character"]]) {
        const began = performance.now();
        await finder.suggestTags(visitor, { typed, kinds: wanted, fandoms, count: 10 });
        times.push(performance.now() - began);
      }
  return times;
}

import { visitor } from "../src/people/person.ts";
import type { Database } from "../src/plumbing/database/database.ts";
import { recordFact } from "../src/plumbing/events/record-fact.ts";
import type { Finder } from "../src/search/open-finder.ts";
import { everyWork } from "../src/search/work-filter.ts";
import { benchId } from "./finding-archive.ts";

/** Tags merged in one transaction, as a wrangler does in bulk. */
const sizes = [1, 1, 1, 10, 100, 1_000, 5_000];

/** From the moment that merging tags is durable to the first answer in which all of them are one. */
export async function measureMerges(database: Database, finder: Finder): Promise<number[]> {
  const times: number[] = [];
  const wish = { cursor: null, count: 20 } as const;
  let next = 110;
  for (const size of sizes) {
    const target = benchId("additional", next);
    const merged = Array.from({ length: size }, (_, at) => benchId("additional", next + 1 + at * 2));
    next += size * 2 + 2;
    await database.write(async (writer) => {
      for (const id of merged) {
        await writer.updateTable("tags").set({ synonym_of: target }).where("id", "=", id).execute();
        await recordFact(writer, { type: "tag-changed", tagId: id }, 0);
      }
    });
    const began = performance.now();
    const { total } = await finder.find({ ...everyWork, all: [target] }, visitor, wish);
    times.push(performance.now() - began);
    const asked = await finder.find({ ...everyWork, any: [[target, ...merged]] }, visitor, wish);
    if (asked.total !== total)
      throw new Error(`${size} tags merged, but ${total} of ${asked.total} works found`);
  }
  console.error(
    `merged ${sizes.join(", ")} tags: found after ${times.map((time) => time.toFixed(1)).join(", ")} ms`,
  );
  return times;
}

import assert from "node:assert/strict";
import { it } from "node:test";
import { createTranslate } from "../ui/translation.ts";
import { readingTime } from "./reading-time.ts";

it("says how long words take as one says it", () => {
  const t = createTranslate("en");
  const said = [100, 230, 1_000, 2_900, 13_200, 14_000, 27_600, 50_000, 160_000].map((words) =>
    readingTime(t, words, 230),
  );
  assert.deepEqual(said, [
    ...["less than a minute", "1 minute", "4 minutes", "15 minutes", "55 minutes", "1 hour", "2 hours"],
    ...["3 hours 30 min", "12 hours"],
  ]);
});

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { repository } from "./repository.ts";

/** How many numbered cases of typography an import must get right. */
const caseCount = 85;

describe("the cases of typographic fidelity", () => {
  it("each have a test that names them", async () => {
    const named = new Set<number>();
    for (const folder of ["src", "tests"]) {
      const files = await readdir(join(repository, folder), { recursive: true });
      for (const file of files.filter((name) => /\.test\.tsx?$/u.test(name))) {
        const text = await readFile(join(repository, folder, file), "utf8");
        for (const [title] of text.matchAll(/\b(?:describe|it)\(\s*[`"'][^\n]+/gu))
          for (const [, number] of title.matchAll(/\bT(\d\d)\b/gu)) named.add(Number(number));
      }
    }
    const missing = Array.from({ length: caseCount }, (_, index) => index + 1).filter(
      (number) => !named.has(number),
    );
    assert.deepEqual(missing, []);
  });
});

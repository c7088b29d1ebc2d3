import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { fromCell, readCsv, writeCsv } from "./csv.ts";

const read = (text: string) => readCsv(text, 100_000);

describe("comma-separated values", () => {
  it("come back as they were written, whatever a cell holds", async () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: fc.constantFrom(..."=+-@'\",;\n\t a") }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 8 }),
        async (rows) => {
          const plain = rows
            .map((cells) => cells.map((one) => one.replace(/\r\n?/g, "\n")))
            .filter((cells) => cells.some((one) => one.trim() !== ""));
          const head = ["kind", "name", "a", "b", "c"];
          const { rows: again } = await read(writeCsv([head, ...plain]));
          const back = again.map(({ cells }) => cells.map(fromCell));
          assert.deepEqual(back, [head, ...plain]);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it("never hand a formula to a spreadsheet", () => {
    for (const name of ["=1+1", "+49", "-2", "@SUM(A1)", "\t=1", "'=1", '=HYPERLINK("x")'])
      assert.doesNotMatch(writeCsv([[name]]).slice(1), /^"?[=+\-@\t\r]/, name);
  });

  it("are read with commas, semicolons or tabs, and tell the line a row begins in", async () => {
    for (const parter of [",", ";", "\t"])
      assert.deepEqual(
        (await read(`\uFEFFkind${parter}name\r\n\r\n"a\nb"${parter}c\r\nd${parter}"e""f"g`)).rows,
        [
          { line: 1, cells: ["kind", "name"] },
          { line: 3, cells: ["a\nb", "c"] },
          { line: 5, cells: ["d", 'e"fg'] },
        ],
      );
  });

  it("tell where a quotation mark opens that nothing closes, and stop at the most rows", async () => {
    assert.deepEqual(await read('a,b\nc,"d\ne'), { rows: [{ line: 1, cells: ["a", "b"] }], openQuote: 2 });
    assert.equal((await readCsv("a\n".repeat(50), 7)).rows.length, 7);
  });
});

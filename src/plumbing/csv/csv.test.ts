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
    for (const name of ["a;=1+1", "a; @SUM(A1)", "a\n=1", "a\t+49", ";''=1"])
      assert.doesNotMatch(writeCsv([[name]]).slice(1), /[;\t\n\r] *[=+\-@]/, name);
    for (const name of ["=1+1", "  =1+1", "+49", "-2", "@SUM(A1)", "＝1+1", "\t=1", "'=1", '=HYPERLINK("x")'])
      assert.doesNotMatch(writeCsv([[name]]).slice(1), /^"? *[=+\-@＝\t\r]/, name);
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
    const broken = await read('a,b\nc,"d\ne');
    assert.deepEqual([broken.rows, broken.openQuote], [[{ line: 1, cells: ["a", "b"] }], 2]);
    const cut = await readCsv("a\n".repeat(50), 7);
    assert.deepEqual([cut.rows.length, cut.isCut], [7, true]);
    assert.equal((await readCsv("a\n".repeat(7), 7)).isCut, false);
  });

  it("are not read on where a row is longer than any", async () => {
    for (const monster of ["x".repeat(900_000), `"${'""'.repeat(400_000)}"`, ",".repeat(900_000)])
      assert.deepEqual(
        await read(`a,b\nc,d\n${monster}\ne,f`).then(({ rows, overlong }) => [rows.length, overlong]),
        [2, 3],
      );
  });
});

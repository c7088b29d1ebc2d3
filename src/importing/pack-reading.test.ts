import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readingOf } from "./for-tests/reading-of.ts";
import { packReading, unpackReading } from "./pack-reading.ts";

describe("a packed reading", () => {
  const reading = readingOf(
    "Title: Salt\nAuthor: Wren\n\nShe ran, “and ran”. Соль. 🎁\n\n* * *\n\nShe ran on.\n",
  );

  it("comes out as it went in, and is smaller", () => {
    const long = { ...reading, blocks: Array.from({ length: 200 }, () => reading.blocks).flat() };
    const packed = packReading(long);
    assert.equal(unpackReading(packed), JSON.stringify(long));
    assert.ok(packed.length * 4 < JSON.stringify(long).length);
  });

  it("may have been stored before readings were packed", () => {
    assert.equal(unpackReading(JSON.stringify(reading)), JSON.stringify(reading));
  });
});

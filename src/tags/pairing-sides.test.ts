import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isShortPairing, pairingSides } from "./pairing-sides.ts";

describe("a pairing written shortly", () => {
  const isShort = (short: string, long: string) => isShortPairing(pairingSides(short), pairingSides(long));

  it("has words that begin those of each side, in any order", () => {
    assert.ok(isShort("mina/jonathan", "jonathan harker/mina murray harker"));
    assert.ok(isShort("j harker/mina", "jonathan harker/mina murray harker"));
    assert.ok(isShort("a & b & c", "cecil & alma & beatrice"));
  });

  it("is none where one side answers for two, or the number of people differs", () => {
    assert.ok(!isShort("mina/murray", "jonathan harker/mina murray harker"));
    assert.ok(!isShort("mina/jonathan", "jonathan harker/mina murray harker/lucy westenra"));
    assert.ok(!isShort("ina/jonathan", "jonathan harker/mina murray harker"));
    assert.deepEqual(pairingSides("mina/"), []);
    assert.deepEqual(pairingSides("mina"), []);
  });
});

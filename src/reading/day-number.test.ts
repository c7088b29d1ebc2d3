import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { newNumbering } from "./day-number.ts";

describe("the numbers readers are for a day", () => {
  it("differ for different words: none of 300,000 alike meets another", () => {
    const number = newNumbering();
    const numbers = new Set<number>();
    for (let work = 0; work < 300; work++)
      for (let address = 0; address < 1_000; address++)
        numbers.add(number(`work${work} 192.0.${address >> 8}.${address & 255} Mozilla/5.0`));
    assert.equal(numbers.size, 300_000);
    assert.ok([...numbers].every((one) => Number.isSafeInteger(one) && one >= 0));
  });

  it("are the same for the same words, and others with another salt", () => {
    const [one, other] = [newNumbering(), newNumbering()];
    assert.equal(one("somebody"), one("somebody"));
    assert.notEqual(one("somebody"), other("somebody"));
  });
});

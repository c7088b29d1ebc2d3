import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { nextTime, type Rhythm, readRhythm, timesFrom, writeRhythm } from "../rhythm.ts";

const told = (rhythm: Rhythm, zone: string, after: string, count: number) =>
  timesFrom(rhythm, zone, nextTime(rhythm, zone, Date.parse(after)).at, count).map(({ at }) =>
    new Date(at).toISOString().slice(0, 16),
  );

describe("a rhythm", () => {
  const tuesdaysAndFridays: Rhythm = { kind: "weekdays", days: [5, 2], hour: 18, minute: 0 };

  it("comes on its days of the week at its hour, in summer as in winter", () => {
    assert.deepEqual(told(tuesdaysAndFridays, "Europe/Berlin", "2026-10-20T15:59:59Z", 4), [
      "2026-10-20T16:00",
      "2026-10-23T16:00",
      "2026-10-27T17:00",
      "2026-10-30T17:00",
    ]);
    assert.equal(told(tuesdaysAndFridays, "Europe/Berlin", "2026-10-20T16:00:00Z", 1)[0], "2026-10-23T16:00");
  });

  it("comes every so many days, counted from its first", () => {
    const every: Rhythm = { kind: "days", every: 3, from: "2026-12-30", hour: 0, minute: 30 };
    assert.deepEqual(told(every, "America/Los_Angeles", "2026-11-22T00:00:00Z", 3), [
      "2026-12-30T08:30",
      "2027-01-02T08:30",
      "2027-01-05T08:30",
    ]);
    assert.deepEqual(told(every, "America/Los_Angeles", "2027-01-02T08:30:00Z", 1), ["2027-01-05T08:30"]);
  });

  it("comes once a day, never twice and never not at all, where clocks change", () => {
    const nightly: Rhythm = { kind: "days", every: 1, from: "2026-01-01", hour: 2, minute: 30 };
    assert.deepEqual(told(nightly, "Europe/Berlin", "2026-03-28T00:00:00Z", 3), [
      "2026-03-28T01:30",
      "2026-03-29T01:30",
      "2026-03-30T00:30",
    ]);
    assert.deepEqual(told(nightly, "Europe/Berlin", "2026-10-24T00:00:00Z", 3), [
      "2026-10-24T00:30",
      "2026-10-25T00:30",
      "2026-10-26T01:30",
    ]);
    assert.equal(nextTime(nightly, "Europe/Berlin", Date.parse("2026-03-28T12:00Z")).shows, "never");
    assert.equal(nextTime(nightly, "Europe/Berlin", Date.parse("2026-10-24T12:00Z")).shows, "twice");
  });

  it("is kept as it was said, and nothing else is read as one", () => {
    assert.deepEqual(readRhythm(writeRhythm(tuesdaysAndFridays)), tuesdaysAndFridays);
    assert.throws(() => readRhythm('{"kind":"weekdays","days":[],"hour":1,"minute":1}'));
    assert.throws(() => readRhythm('{"kind":"days","every":0,"from":"2026-01-01","hour":1,"minute":1}'));
  });
});

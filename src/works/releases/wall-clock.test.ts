import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  clocksAroundJump,
  dateText,
  momentsOf,
  readDate,
  readTime,
  settleMoment,
  timeText,
  type WallClock,
  wallClockAt,
} from "./wall-clock.ts";

const clock = (typed: string): WallClock => {
  const [date = "", time = ""] = typed.split(" ");
  const [day, hours] = [readDate(date), readTime(time)];
  assert.ok(day && hours);
  return { ...day, ...hours };
};
const moments = (typed: string, zone: string) =>
  momentsOf(clock(typed), zone).map((at) => new Date(at).toISOString().replace(":00.000", ""));

/** Numbers that look random and are the same in every run (Lehmer, 1951). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

describe("the moment at which a clock on the wall shows something", () => {
  it("is one, by the zone's summer or winter time", () => {
    assert.deepEqual(moments("2026-11-27 18:00", "Europe/Berlin"), ["2026-11-27T17:00Z"]);
    assert.deepEqual(moments("2026-07-27 18:00", "Europe/Berlin"), ["2026-07-27T16:00Z"]);
    assert.deepEqual(moments("2026-11-27 00:00", "Pacific/Kiritimati"), ["2026-11-26T10:00Z"]);
    assert.deepEqual(moments("2026-11-27 12:15", "Asia/Kathmandu"), ["2026-11-27T06:30Z"]);
    assert.deepEqual(moments("2026-11-27 12:15", "UTC"), ["2026-11-27T12:15Z"]);
  });

  it("is two where clocks are put back", () => {
    assert.deepEqual(moments("2026-10-25 02:30", "Europe/Berlin"), [
      "2026-10-25T00:30Z",
      "2026-10-25T01:30Z",
    ]);
    assert.deepEqual(moments("2026-11-01 01:00", "America/New_York"), [
      "2026-11-01T05:00Z",
      "2026-11-01T06:00Z",
    ]);
    // Half an hour, on Lord Howe Island.
    assert.deepEqual(moments("2026-04-05 01:45", "Australia/Lord_Howe"), [
      "2026-04-04T14:45Z",
      "2026-04-04T15:15Z",
    ]);
  });

  it("is none where clocks are put forward, and says from where to where they go", () => {
    const gone = clock("2026-03-29 02:30");
    assert.deepEqual(momentsOf(gone, "Europe/Berlin"), []);
    const { from, to } = clocksAroundJump(gone, "Europe/Berlin");
    assert.deepEqual([timeText(from), timeText(to)], ["02:00", "03:00"]);
    assert.deepEqual(settleMoment(gone, "Europe/Berlin"), {
      at: Date.parse("2026-03-29T01:30Z"),
      shows: "never",
    });
    // Samoa left a whole day out.
    assert.deepEqual(momentsOf(clock("2011-12-30 12:00"), "Pacific/Apia"), []);
    assert.equal(settleMoment(clock("2011-12-30 12:00"), "Pacific/Apia").at, Date.parse("2011-12-30T22:00Z"));
  });

  it("leads back to itself in every zone, at any moment of eighty years", () => {
    const next = numbersFrom(20_261_122);
    const [begin, end] = [Date.UTC(1970, 0, 3), Date.UTC(2050, 0)];
    for (const zone of Intl.supportedValuesOf("timeZone"))
      for (let round = 0; round < 12; round++) {
        const at = Math.floor((begin + next() * (end - begin)) / 60_000) * 60_000;
        const shown = wallClockAt(at, zone);
        const found = momentsOf(shown, zone);
        // A few zones once had offsets with seconds; then the clock shows no whole minute at `at`.
        const exact = found.some((one) => Math.abs(one - at) < 60_000);
        assert.ok(exact, `${zone} ${new Date(at).toISOString()}`);
        for (const one of found) assert.deepEqual(wallClockAt(one, zone), shown, zone);
        assert.ok(found.length <= 2, zone);
      }
  });

  it("is found around every change of the clocks of every zone, in ten years", () => {
    for (const zone of Intl.supportedValuesOf("timeZone"))
      for (const change of changesOf(zone, Date.UTC(2024, 0), Date.UTC(2034, 0))) {
        const [before, after] = [wallClockAt(change - 60_000, zone), wallClockAt(change, zone)];
        for (const shown of [before, after])
          assert.ok(momentsOf(shown, zone).length >= 1, `${zone} ${dateText(shown)} ${timeText(shown)}`);
        const minute = { ...before, minute: before.minute + 1 };
        const asShown = new Date(
          Date.UTC(minute.year, minute.month - 1, minute.day, minute.hour, minute.minute),
        );
        const next = {
          year: asShown.getUTCFullYear(),
          month: asShown.getUTCMonth() + 1,
          day: asShown.getUTCDate(),
          hour: asShown.getUTCHours(),
          minute: asShown.getUTCMinutes(),
        };
        const isForward = timeOf(after) > timeOf(next);
        const [shown, times] = isForward ? [next, 0] : [before, 2];
        assert.equal(momentsOf(shown, zone).length, times, `${zone} ${new Date(change).toISOString()}`);
        if (isForward) assert.equal(settleMoment(next, zone).at, change);
      }
  });
});

/** When the clocks of a zone are changed between two moments. */
function changesOf(zone: string, from: number, to: number): number[] {
  const ahead = (at: number) => timeOf(wallClockAt(at, zone)) - at;
  const changes: number[] = [];
  const stride = 7 * 86_400_000;
  for (let at = from; at < to; at += stride) {
    if (ahead(at) === ahead(at + stride)) continue;
    let [low, high] = [at, at + stride];
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 120_000) * 60_000;
      if (ahead(middle) === ahead(low)) low = middle;
      else high = middle;
    }
    changes.push(high);
  }
  return changes;
}

function timeOf({ year, month, day, hour, minute }: WallClock): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}

describe("a date and a time as they are typed", () => {
  it("are read where there is such a day and such an hour", () => {
    assert.deepEqual(readDate("2028-02-29"), { year: 2028, month: 2, day: 29 });
    assert.deepEqual(readTime("6:05"), { hour: 6, minute: 5 });
    assert.deepEqual(readTime("18:00:00"), { hour: 18, minute: 0 });
    for (const none of ["2027-02-29", "2027-13-01", "0000-01-01", "27.11.2026", "", "2026-11-31"])
      assert.equal(readDate(none), null, none);
    for (const none of ["24:00", "12:60", "noon", "", "1800"]) assert.equal(readTime(none), null, none);
  });
});

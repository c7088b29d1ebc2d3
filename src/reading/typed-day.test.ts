import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { momentOfDay, typedDay } from "./typed-day.ts";

describe("a day that is typed", () => {
  const now = Date.UTC(2026, 10, 23, 9, 30);

  it("is the same day when it is shown again, wherever on earth it was typed", () => {
    for (const zone of [
      "UTC",
      "America/Los_Angeles",
      "Pacific/Kiritimati",
      "Pacific/Pago_Pago",
      "Asia/Tokyo",
    ])
      for (const typed of ["2021-03-04", "2024-02-29", "2026-11-22"]) {
        const moment = momentOfDay(typed, zone, now);
        assert.ok(typeof moment === "number", zone);
        assert.equal(typedDay(moment, zone), typed, zone);
      }
  });

  it("is no day where it has not come, or never was", () => {
    for (const typed of ["2026-11-24", "2023-02-29", "2023-13-01", "yesterday", "1969-12-31", "23.11.2026"])
      assert.equal(momentOfDay(typed, "UTC", now), "no day", typed);
    assert.equal(momentOfDay("2026-11-23", "UTC", now), now);
    assert.equal(momentOfDay("", "UTC", now), null);
    assert.equal(typedDay(null, "UTC"), "");
  });
});

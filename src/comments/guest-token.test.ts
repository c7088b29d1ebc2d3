import assert from "node:assert/strict";
import { describe, it, mock } from "node:test";
import { TooManyTries } from "../vocabulary/errors.ts";
import { hashOfToken, looksLikeToken, openGuestTokens } from "./guest-token.ts";

describe("tokens of guests", () => {
  it("are the same for two presses at once, and others for another work or another place", async () => {
    const tokens = openGuestTokens();
    const [one, again, work, place] = await Promise.all([
      tokens.tokenFor("here", "a"),
      tokens.tokenFor("here", "a"),
      tokens.tokenFor("here", "b"),
      tokens.tokenFor("there", "a"),
    ]);
    assert.equal(one, again);
    assert.equal(new Set([one, work, place]).size, 3);
    assert.ok(looksLikeToken(one));
    assert.notEqual(hashOfToken(one ?? ""), hashOfToken(work ?? ""));
  });

  it("are given to a household for one work, not to a crowd", async () => {
    mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000_000 });
    try {
      const tokens = openGuestTokens();
      const given = new Set<string>();
      for (let guest = 0; guest < 3; guest++) {
        given.add(await tokens.tokenFor("here", "a"));
        mock.timers.tick(31_000);
      }
      assert.equal(given.size, 3);
      for (let guest = 0; guest < 3; guest++)
        await assert.rejects(tokens.tokenFor("here", "a"), TooManyTries);
      assert.ok(await tokens.tokenFor("there", "a"));
      mock.timers.tick(86_400_000);
      assert.ok(await tokens.tokenFor("here", "a"));
    } finally {
      mock.timers.reset();
    }
  });

  it("are given for so many works in an hour and no more", async () => {
    const tokens = openGuestTokens();
    for (let work = 0; work < 60; work++) await tokens.tokenFor("here", `work ${work}`);
    await assert.rejects(tokens.tokenFor("here", "one more"), TooManyTries);
    assert.ok(await tokens.tokenFor("there", "one more"));
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createApp } from "../src/app.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { openTestArchive, type TestArchive } from "./archive.ts";

describe("a feed asked for while the index is being built", () => {
  let archive: TestArchive;
  before(async () => {
    archive = await openTestArchive();
  });
  after(() => archive.close());

  it("asks to come back in a moment", async () => {
    const finder = {
      ...archive.finder,
      find: () => new Promise<never>(() => {}),
      progress: () => ({ done: 1, of: 9 }),
    };
    const app = createApp({ ...archive, finder });
    const answer = await app.fetch(new Request(`http://archive.test${urls.worksFeed()}`));
    assert.equal(answer.status, 503);
    assert.match(answer.headers.get("retry-after") ?? "", /^\d+$/);
    assert.equal(answer.headers.get("cache-control"), "no-store");
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestArchive, type TestArchive } from "./archive.ts";

describe("an archive whose database is gone", () => {
  let archive: TestArchive;
  before(async () => {
    archive = await openTestArchive();
    await archive.get("/");
    await archive.database.close();
    archive.settings.forget();
  });
  // Its database is closed already; what is left is a folder in the system's temporary one.
  after(() => archive.close().catch(() => {}));

  it("answers with a page that says so and tells nothing of its inside, and tells its owner's log", async () => {
    const answer = await archive.get("/");
    assert.equal(answer.status, 500);
    const html = await answer.text();
    assert.match(html, /Something broke on our side/);
    assert.doesNotMatch(html, /sqlite|postgres|kysely|Error|at file/i);
    assert.match(answer.headers.get("content-security-policy") ?? "", /default-src 'none'/);
    assert.match(archive.logged.join("\n"), /GET \//);
  });
});

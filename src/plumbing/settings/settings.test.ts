import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { openDatabase } from "../database/database.ts";
import { keepSettings } from "./settings.ts";

describe("the settings at hand", () => {
  let archive: TestArchive;
  before(async () => {
    archive = await openTestArchive();
  });
  after(() => archive.close());

  it("are read again after a reading that failed", async () => {
    const { database } = archive;
    // Without a table of settings every reading fails.
    const empty = openDatabase({ engine: "sqlite", file: join(archive.dataFolder, "empty.sqlite") });
    let away = true;
    const settings = keepSettings({
      ...database,
      get reading() {
        return away ? empty.reading : database.reading;
      },
    });
    await assert.rejects(settings.current());
    away = false;
    assert.equal((await settings.current()).archiveName, "Pressie");
    await empty.close();
  });
});

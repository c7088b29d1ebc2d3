import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { openTestArchive, type TestArchive } from "../../tests/archive.ts";
import { giveWork } from "./for-tests/give-work.ts";
import { watchCounts } from "./watch-counts.ts";
import { addToCounts } from "./work-counts.ts";

describe("a watch on counts", () => {
  let archive: TestArchive;
  before(async () => {
    archive = await openTestArchive();
  });
  after(() => archive.close());

  it("tells of changes, whatever the clocks say, and is silent where there are none", async () => {
    const { workId } = await giveWork(archive, await archive.join("Marchpane"));
    const add = (now: number) =>
      archive.database.write((writer) => addToCounts(writer, [{ workId, kudos: 1 }], now));
    let told = 0;
    const nextTold = async (before: number) => {
      for (let tries = 0; told === before && tries < 200; tries++) await wait(10);
      return told;
    };
    const stop = watchCounts(
      archive.database,
      () => {
        told += 1;
      },
      10,
    );
    await add(Date.now());
    assert.equal(await nextTold(0), 1);
    await wait(50);
    assert.equal(told, 1);
    await add(7);
    assert.equal(await nextTold(1), 2);
    stop();
  });
});

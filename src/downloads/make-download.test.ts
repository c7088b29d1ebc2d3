import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { TooBusy, WorkFailed } from "../plumbing/jobs/worker-pool.ts";
import { createTranslate } from "../ui/translation.ts";
import { hostileBook, smallBook } from "./for-tests/hostile-book.ts";
import { kitchenSink } from "./for-tests/kitchen-sink.ts";
import { onePicture, pictureFile, pictureName } from "./for-tests/picture.ts";
import { formats } from "./formats.ts";
import { openDownloadMaker } from "./make-download.ts";

describe("making downloads in a thread", () => {
  it("makes the very bytes the format writes, in every format", async () => {
    const maker = openDownloadMaker();
    for (const format of formats) {
      const pictures = new Map([[pictureName, new Uint8Array(pictureFile)]]);
      const made = await maker.run({ work: kitchenSink, formatId: format.id, locale: "en", pictures });
      assert.deepEqual(made, format.write(kitchenSink, createTranslate("en"), "en", onePicture));
    }
    await maker.close();
  });

  it("leaves this thread free while a file is made", async () => {
    const maker = openDownloadMaker();
    let turns = 0;
    const clock = setInterval(() => turns++, 1);
    await maker.run({ work: longWork(300), formatId: "epub", locale: "en" });
    clearInterval(clock);
    await maker.close();
    assert.ok(turns > 20, `only ${turns} turns`);
  });

  it("rejects an unknown format and goes on", async () => {
    const maker = openDownloadMaker();
    await assert.rejects(maker.run({ work: smallBook, formatId: "papyrus", locale: "en" }), WorkFailed);
    assert.ok((await maker.run({ work: smallBook, formatId: "text", locale: "en" })).length > 0);
    await maker.close();
  });

  it("rejects when its thread dies of a monstrous work, and starts a new one for the next", async () => {
    const maker = openDownloadMaker({ resourceLimits: { maxOldGenerationSizeMb: 24 } });
    await assert.rejects(
      maker.run({ work: longWork(10_000), formatId: "epub", locale: "en" }),
      (error: Error) => {
        assert.ok(error instanceof WorkFailed);
        return /memory/i.test(String(error.cause));
      },
    );
    assert.ok((await maker.run({ work: smallBook, formatId: "text", locale: "en" })).length > 0);
    await maker.close();
  });

  it("ends a file that takes too long", async () => {
    const maker = openDownloadMaker({ timeLimit: 1 });
    await assert.rejects(maker.run({ work: longWork(2_000), formatId: "epub", locale: "en" }), WorkFailed);
    await maker.close();
  });

  it("refuses what does not fit into the queue, and finishes what it took before it closes", async () => {
    const maker = openDownloadMaker({ mostWaiting: 2 });
    const taken = [kitchenSink, hostileBook, smallBook].map((work) =>
      maker.run({ work: work, formatId: "text", locale: "en" }),
    );
    await assert.rejects(maker.run({ work: smallBook, formatId: "text", locale: "en" }), TooBusy);
    const closing = maker.close();
    await assert.rejects(maker.run({ work: smallBook, formatId: "text", locale: "en" }), TooBusy);
    for (const file of await Promise.all(taken)) assert.ok(file.length > 0);
    await closing;
  });
});

/** A work with as many chapters of twenty paragraphs. */
function longWork(chapters: number) {
  const [first] = kitchenSink.chapters;
  assert.ok(first);
  const text = Array.from(
    { length: 20 },
    (_, line) => `<p>And then the tide came in, ${line} times.</p>`,
  ).join("\n");
  return {
    ...kitchenSink,
    chapters: Array.from({ length: chapters }, (_, index) => ({ ...first, position: index + 1, text })),
  };
}

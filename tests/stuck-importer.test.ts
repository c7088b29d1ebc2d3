import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createApp } from "../src/app.ts";
import { type Importer, openImporter } from "../src/importing/open-importer.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";
import { bringIn, openReview, press } from "./review-desk.ts";

let archive: TestArchive;
/** The same archive with an importer that has a thousandth of a second for each file. */
let stuckArchive: TestArchive;
let stuck: Importer;
let writer: CastMember;

before(async () => {
  archive = await openTestArchive();
  writer = await archive.join("Quillfeather");
  stuck = openImporter({ timeLimit: 1 });
  const app = createApp({ ...archive, importer: stuck });
  const ask = (path: string, init: RequestInit) =>
    Promise.resolve(app.fetch(new Request(`http://archive.test${path}`, init)));
  stuckArchive = {
    ...archive,
    get: (path, as) => ask(path, { headers: { cookie: as?.cookie ?? "" } }),
    send: (path, fields, as) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields))
        for (const one of Array.isArray(value) ? value : [value]) body.append(name, one);
      const headers = { origin: "http://archive.test", host: "archive.test", cookie: as?.cookie ?? "" };
      return ask(path, { method: "POST", headers, body });
    },
  };
});
after(async () => {
  await stuck.close();
  assert.deepEqual(archive.logged, []);
  await archive.close();
});

describe("an importer that takes too long", () => {
  it("refuses a paste in words, hands it back, and keeps nothing", async () => {
    const text = "Once there was a story that nobody could read.";
    const answer = await stuckArchive.send(urls.imports(), { text }, writer);
    assert.equal(answer.status, 422);
    const html = await answer.text();
    assert.match(html, /took too long or too much room/);
    assert.ok(html.includes(text));
    assert.deepEqual(await archive.database.reading.selectFrom("originals").select("id").execute(), []);
  });

  it("says so at a review, gives the file, and keeps what was typed", async () => {
    // Long enough that no thread is done before its time is up, however warm it is.
    const text = "The tide came in, and went out again.\n\n".repeat(10_000);
    const path = await bringIn(archive, writer, text, "tides.txt");
    const { form } = await openReview(archive, writer, path);
    const shown = await stuckArchive.get(path, writer);
    assert.equal(shown.status, 503);
    assert.match(await shown.text(), /the file lies here as you gave it/);
    const sent = await press(stuckArchive, writer, path, "save", { ...form, title: "Typed all the same" });
    assert.equal(sent.status, 503);
    assert.equal((await openReview(archive, writer, path)).form.title, "Typed all the same");
  });
});

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { samples } from "../../../tests/repository.ts";
import { bringIn, openReview, press } from "../../../tests/review-desk.ts";
import { textIn } from "../../../tests/text-in.ts";
import { wordsOf } from "../../story-text/count-words.ts";
import { urls } from "../../vocabulary/urls.ts";
import { listOriginals } from "../../works/originals.ts";

const sample = join(samples, "found/chapter-one-of-two.txt");
const missing = existsSync(sample) ? false : "the sample files do not lie beside this checkout";

let archive: TestArchive;
let writer: CastMember;

before(async () => {
  archive = await openTestArchive();
  writer = await archive.join("Quillfeather");
});
after(async () => {
  assert.deepEqual(archive.logged, []);
  await archive.close();
});

function workIdIn(path: string): string {
  return path.split("/")[2] ?? "";
}

describe("the story found as a scrape, through the pages", { skip: missing }, () => {
  it("is reviewed, answered, saved and kept, word for word", async () => {
    const bytes = new Uint8Array(await readFile(sample));
    const path = await bringIn(archive, writer, bytes, "found.txt");
    const { html, form } = await openReview(archive, writer, path);
    for (const shown of ["found.txt", "UTF-8", "spikeslovebite", "megan_peta", "Buffy the Vampire Slayer"])
      assert.ok(html.includes(shown), `the review shows ${shown}`);
    assert.equal(form.chapters, "2");
    assert.equal(form["gift-1-name"], "spikeslovebite");
    assert.equal(form["gift-1-called"], "Tam");
    assert.equal(form["credit-beta"], "megan_peta");
    assert.equal(form.conventions, "Italics = Thoughts");
    assert.equal(form["tags-fandom"], "");
    assert.equal(form.language, "en");

    const story = textIn(html, /aria-labelledby="story".*?<div class="story"[^>]*>(.*?)<\/div><\/section>/s);
    const lifted = textIn(html, /<dl class="lifted">(.*?)<\/dl>/s, /<dt>.*?<\/dt>/gs);
    assert.deepEqual([...wordsOf(lifted), ...wordsOf(story)], wordsOf(new TextDecoder().decode(bytes)));

    const shown = await press(archive, writer, path, "show", {
      ...form,
      "decide-all-proposed-thought-1": "accept",
      "decide-thought-2": "accept",
      "decide-fandom-1": "accept",
      title: "The Enchanted Mirror",
    });
    assert.equal(shown.status, 303);
    const second = await openReview(archive, writer, path);
    assert.equal(second.form.title, "The Enchanted Mirror");
    assert.equal(second.form["tags-fandom"], "Buffy the Vampire Slayer");
    assert.equal(second.form["decide-thought-6"], "accept");

    const saved = await press(archive, writer, path, "save", second.form);
    assert.equal(saved.status, 303, await saved.clone().text());
    const preview = saved.headers.get("location") ?? "";
    assert.match(preview, /^\/works\/[0-9a-z]{10}\/preview$/);
    const [chapter] = await archive.database.reading.selectFrom("chapters").select("story").execute();
    const thoughts = [...(chapter?.story ?? "").matchAll(/<em>(.*?)<\/em>/gs)].map(([, words]) => words);
    // The file's own words stay in the file: its one repeated line is the refrain.
    const lines = new TextDecoder()
      .decode(bytes)
      .split("\n")
      .map((line) => line.trim());
    const refrain = lines.find((line, index) => line !== "" && lines.indexOf(line) < index);
    assert.deepEqual(
      [0, 2, 3, 4, 5].map((place) => thoughts[place]),
      Array(5).fill(refrain),
    );
    assert.equal(thoughts.length, 6);
    const again = await press(archive, writer, path, "save", second.form);
    assert.equal(again.headers.get("location"), preview, "pressed twice, it leads to the same draft");
    const [original] = await listOriginals(archive.database.reading, writer.member, workIdIn(preview));
    const kept = await archive.get(urls.original(workIdIn(preview), original?.id ?? ""), writer);
    assert.deepEqual(new Uint8Array(await kept.arrayBuffer()), bytes);
    assert.equal((await archive.get(path, writer)).status, 404);
  });
});

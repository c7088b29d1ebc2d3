import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { type CastMember, type Fields, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { wordsOf } from "../../story-text/count-words.ts";
import { urls } from "../../vocabulary/urls.ts";
import { formIn } from "../for-tests/form-in.ts";
import { textIn } from "../for-tests/text-in.ts";

const repository = join(
  import.meta.dirname,
  import.meta.dirname.includes("/dist/") ? "../../../.." : "../../..",
);
const sample = join(repository, "../shared/samples/found/chapter-one-of-two.txt");
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

/** Brings a file in; the path of its review. */
async function bringIn(bytes: Uint8Array<ArrayBuffer>, name: string, as = writer): Promise<string> {
  const answer = await archive.send(urls.imports(), { file: new File([bytes], name) }, as);
  assert.equal(answer.status, 303, await answer.clone().text());
  return answer.headers.get("location") ?? "";
}

/** The review's page with its form as a browser would send it back. */
async function openReview(path: string, as = writer): Promise<{ html: string; form: Fields }> {
  const answer = await archive.get(path, as);
  assert.equal(answer.status, 200);
  const html = await answer.text();
  return { html, form: formIn(html, path) };
}

describe("the story found as a scrape, through the pages", { skip: missing }, () => {
  it("is reviewed, answered, saved and kept, word for word", async () => {
    const bytes = new Uint8Array(await readFile(sample));
    const path = await bringIn(bytes, "found.txt");
    const { html, form } = await openReview(path);
    for (const shown of ["found.txt", "UTF-8", "spikeslovebite", "megan_peta", "Buffy the Vampire Slayer"])
      assert.ok(html.includes(shown), `the review shows ${shown}`);
    assert.equal(form.chapters, "2");
    assert.equal(form["gift-1-name"], "spikeslovebite");
    assert.equal(form["gift-1-called"], "Tam");
    assert.equal(form["credit-beta"], "megan_peta");
    assert.equal(form.conventions, "Italics = Thoughts");
    assert.equal(form["tags-fandom"], "");
    assert.equal(form.language, "en");

    const story = textIn(html, /<div class="story"[^>]*>(.*?)<\/div><\/section>/s);
    const lifted = textIn(html, /<dl class="lifted">(.*?)<\/dl>/s, /<dt>.*?<\/dt>/gs);
    assert.deepEqual([...wordsOf(lifted), ...wordsOf(story)], wordsOf(new TextDecoder().decode(bytes)));

    const shown = await archive.send(
      path,
      {
        ...form,
        "decide-all-proposed-thought-1": "accept",
        "decide-thought-2": "accept",
        "decide-fandom-1": "accept",
        title: "The Enchanted Mirror",
        // biome-ignore lint/suspicious/noThenProperty: the name of the button
        then: "show",
      },
      writer,
    );
    assert.equal(shown.status, 303);
    const second = await openReview(path);
    assert.equal(second.form.title, "The Enchanted Mirror");
    assert.equal(second.form["tags-fandom"], "Buffy the Vampire Slayer");
    assert.equal(second.form["decide-thought-6"], "accept");

    const saved = await archive.send(
      path,
      {
        ...second.form,
        // biome-ignore lint/suspicious/noThenProperty: the name of the button
        then: "save",
      },
      writer,
    );
    assert.equal(saved.status, 303, await saved.clone().text());
    const preview = saved.headers.get("location") ?? "";
    assert.match(preview, /^\/works\/[0-9a-z]{10}\/preview$/);
    const [chapter] = await archive.database.reading.selectFrom("chapters").select("story").execute();
    const thoughts = [...(chapter?.story ?? "").matchAll(/<em>(.*?)<\/em>/gs)].map(([, words]) => words);
    assert.deepEqual(thoughts, [
      ...Array(1).fill("‘I'm so sorry, love...I've let you down...'"),
      "‘Come back to me.'",
      ...Array(4).fill("‘I'm so sorry, love...I've let you down...'"),
    ]);
    assert.equal((await archive.get(path, writer)).status, 404);
  });
});

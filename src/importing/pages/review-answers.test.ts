import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, type Fields, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { bringIn, openReview } from "../../../tests/review-desk.ts";
import { docxOf } from "../for-tests/docx-of.ts";
import { novelAsText } from "../for-tests/novel.ts";

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

/** Presses a button as a browser without JavaScript does. */
function pressValue(path: string, form: Fields, value: string): Promise<Response> {
  // biome-ignore lint/suspicious/noThenProperty: the name the buttons have
  return archive.send(path, { ...form, then: value }, writer);
}

/** The value of the button with this label. */
function buttonIn(html: string, label: string): string {
  const found = [...html.matchAll(/<button[^>]* value="([^"]*)"[^>]*>([^<]*)<\/button>/g)].find(
    ([, , words]) => words === label,
  );
  assert.ok(found?.[1], `a button “${label}”`);
  return found[1];
}

const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const inserted = (id: number, words: string) =>
  `<w:p>${run("She ran")}<w:ins w:id="${id}" w:author="Beta">${run(words)}</w:ins>${run(".")}</w:p>`;

describe("a button that no page has", () => {
  it("keeps what the form holds and does nothing else, whatever it says", async () => {
    const path = await bringIn(archive, writer, "Title: Salt\n\nShe ran.\n", "salt.txt");
    for (const value of [
      "all:a\nSet-Cookie: b=c",
      "all:日本",
      "decide:accept:日\n本",
      "decide::",
      "chapter:__proto__",
    ]) {
      const { form } = await openReview(archive, writer, path);
      const answer = await pressValue(path, { ...form, title: value.slice(0, 5) }, value);
      assert.equal(answer.status, 303, value);
      const address = new URL(answer.headers.get("location") ?? "", "http://archive.test");
      const shown = await archive.get(address.pathname + address.search, writer);
      assert.equal(shown.status, 200, value);
      assert.match(await shown.text(), new RegExp(`value="${value.slice(0, 5)}"`));
    }
  });
});

describe("one press for all of a kind", () => {
  it("makes the proposed chapters, keeps what was typed, and is asked no more", async () => {
    const path = await bringIn(archive, writer, novelAsText(12, 6_000), "tide.txt");
    const { html, form } = await openReview(archive, writer, path);
    assert.match(html, /This looks like 12 chapters/);
    const value = buttonIn(html, "Make them chapters");
    assert.equal((await pressValue(path, { ...form, title: "Typed" }, value)).status, 303);
    const split = await openReview(archive, writer, path);
    assert.equal(split.form.title, "Typed");
    assert.match(split.html, /12 chapters/);
    assert.doesNotMatch(split.html, /This looks like/);
  });

  it("keeps one chapter when that is the answer", async () => {
    const path = await bringIn(archive, writer, novelAsText(3, 900), "tide.txt");
    const { html, form } = await openReview(archive, writer, path);
    await pressValue(path, form, buttonIn(html, "Keep it as one chapter"));
    const kept = await openReview(archive, writer, path);
    assert.doesNotMatch(kept.html, /This looks like|3 chapters/);
  });

  it("lists the first of many findings, and all of them when asked", async () => {
    const lines = Array.from({ length: 40 }, (_, line) => `‘Is it number ${line}, I wonder?' she thought.`);
    const path = await bringIn(archive, writer, `Italics = Thoughts\n\n${lines.join("\n\n")}`, "many.txt");
    const { html, form } = await openReview(archive, writer, path);
    const listed = (page: string) => new Set(page.match(/id="finding-thought-\d+"/g)).size;
    assert.equal(listed(html), 30);
    const answer = await pressValue(path, form, buttonIn(html, "Show all 40"));
    const address = answer.headers.get("location") ?? "";
    const whole = await (await archive.get(address.replace(/#.*/, ""), writer)).text();
    assert.equal(listed(whole), 40);
  });

  it("settles all tracked changes, in whatever chapter, and leads there when they are not", async () => {
    const heading = (words: string) => `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(words)}</w:p>`;
    const body = [
      heading("Chapter 1"),
      `<w:p>${run("It rained.")}</w:p>`,
      heading("Chapter 2"),
      inserted(1, " fast"),
      heading("Chapter 3"),
      inserted(2, " far"),
    ].join("");
    const path = await bringIn(archive, writer, new Uint8Array(docxOf(body)), "rain.docx");
    const first = await openReview(archive, writer, path);
    const split = /Make them chapters/.test(first.html)
      ? await pressValue(path, first.form, buttonIn(first.html, "Make them chapters"))
      : null;
    if (split) assert.equal(split.status, 303);
    const { html, form } = await openReview(archive, writer, path);
    assert.match(html, /2 changes and comments are not settled/);
    const refused = await pressValue(path, { ...form, title: "Rain" }, "save");
    assert.equal(refused.status, 422);
    const led = await refused.text();
    assert.match(led, /href="#field-settle"/);
    assert.match(led, /Somebody put in “ ?fast”/);
    assert.match(led, /value="Rain"/);
    await pressValue(path, form, buttonIn(html, "Reject all changes"));
    const settled = await openReview(archive, writer, path);
    const saved = await pressValue(path, { ...settled.form, title: "Rain" }, "save");
    assert.equal(saved.status, 303, await saved.clone().text());
  });
});

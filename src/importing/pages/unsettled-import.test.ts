import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { bringIn, openReview, press } from "../../../tests/review-desk.ts";
import { tinyPng } from "../../plumbing/pictures/for-tests/tiny-pictures.ts";
import { urls } from "../../vocabulary/urls.ts";
import { docxOf } from "../for-tests/docx-of.ts";

let archive: TestArchive;
let writer: CastMember;
let other: CastMember;

before(async () => {
  archive = await openTestArchive();
  writer = await archive.join("Quillfeather");
  other = await archive.join("Wat");
});
after(async () => {
  assert.deepEqual(archive.logged, []);
  await archive.close();
});

const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const paragraph = (...inside: string[]) => `<w:p>${inside.join("")}</w:p>`;
const picture =
  '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1"/><a:graphic><a:blip r:embed="pic"/></a:graphic></wp:inline></w:drawing></w:r>';

async function storiesOf(workId: string): Promise<string[]> {
  const rows = await archive.database.reading
    .selectFrom("chapters")
    .select("story")
    .where("work_id", "=", workId)
    .orderBy("position")
    .execute();
  return rows.map(({ story }) => story);
}

const workIdIn = (answer: Response) => (answer.headers.get("location") ?? "").split("/")[2] ?? "";

describe("a document that is not settled", () => {
  it("waits until each change is accepted or rejected and each comment left out (T76)", async () => {
    const body =
      paragraph(
        run("She ran"),
        `<w:ins w:id="1" w:author="Beta">${run(" fast")}</w:ins>`,
        '<w:del w:id="2" w:author="Beta"><w:r><w:delText xml:space="preserve"> slowly</w:delText></w:r></w:del>',
        run("."),
      ) +
      paragraph(
        '<w:commentRangeStart w:id="0"/>',
        run("She fell."),
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
      );
    const comments = `<w:comment w:id="0" w:author="Beta">${paragraph(run("Why?"))}</w:comment>`;
    const bytes = new Uint8Array(docxOf(body, { comments }));
    const path = await bringIn(archive, writer, bytes, "salt.docx");
    const { html, form } = await openReview(archive, writer, path);
    assert.match(html, /Leave it out/);
    const refused = await press(archive, writer, path, "save", { ...form, title: "Salt" });
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /3 changes and comments are not settled yet/);
    const saved = await press(archive, writer, path, "save", {
      ...form,
      title: "Salt",
      "decide-tracked-insertion-1": "reject",
      "decide-tracked-deletion-1": "accept",
      "decide-comment-1": "accept",
    });
    assert.equal(saved.status, 303, await saved.clone().text());
    assert.deepEqual(await storiesOf(workIdIn(saved)), ["<p>She ran.</p>\n<p>She fell.</p>"]);
  });

  it("waits until each picture is described or called decoration (T81)", async () => {
    const bytes = new Uint8Array(
      docxOf(paragraph(run("The sea:"), picture), { pictures: { pic: tinyPng() } }),
    );
    const path = await bringIn(archive, writer, bytes, "sea.docx");
    const { form, html } = await openReview(archive, writer, path);
    const words = Object.keys(form).find((name) => name.startsWith("picture-words-")) ?? "";
    const address = urls.picture(words.replace("picture-words-", ""));
    assert.ok(html.includes(`src="${address}"`));
    assert.equal((await archive.get(address, writer)).status, 200);
    assert.equal((await archive.get(address, other)).status, 404);
    const refused = await press(archive, writer, path, "save", { ...form, title: "Sea" });
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /Describe this picture/);

    const kept = await press(archive, writer, path, "show", { ...form, [words]: "A black sea" });
    assert.equal(kept.status, 303);
    const again = await openReview(archive, writer, path);
    assert.equal(again.form[words], "A black sea");
    const saved = await press(archive, writer, path, "save", { ...again.form, title: "Sea" });
    assert.equal(saved.status, 303, await saved.clone().text());
    const [story] = await storiesOf(workIdIn(saved));
    assert.match(story ?? "", new RegExp(`<img src="${address}" alt="A black sea"`));
  });
});

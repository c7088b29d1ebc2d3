import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { repository } from "../../../tests/repository.ts";
import { bringIn, openReview, press, readPage } from "../../../tests/review-desk.ts";
import { urls } from "../../vocabulary/urls.ts";
import { saveDraft } from "../../works/save-draft.ts";
import { listChapters } from "../../works/works.ts";

const violin = new Uint8Array(await readFile(join(repository, "seeds/imports/the-second-violin.txt")));

let archive: TestArchive;
let writer: CastMember;
let cast: (CastMember | null)[];

before(async () => {
  archive = await openTestArchive();
  writer = await archive.join("Quillfeather");
  cast = [
    await archive.join("Aviary", "owner"),
    await archive.join("Lantern", "moderator"),
    await archive.join("Wat"),
    null,
  ];
});
after(async () => {
  assert.deepEqual(archive.logged, []);
  await archive.close();
});

async function refused(answer: Response, sentence: RegExp): Promise<string> {
  assert.equal(answer.status, 422);
  const html = await answer.text();
  assert.match(html, sentence);
  return html;
}

function countRows(table: "imports" | "originals" | "works" | "chapters"): Promise<number> {
  return archive.database.reading
    .selectFrom(table)
    .select((row) => row.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow()
    .then(({ count }) => Number(count));
}

describe("the door for stories", () => {
  it("tells a visitor how to join, and holds what a signed-out writer pasted", async () => {
    assert.match(await (await archive.get(urls.newImport())).text(), /For that you need an account/);
    const held = await archive.send(urls.imports(), { text: "Once, and once only.", "pasted-as": "text" });
    assert.equal(held.status, 401);
    assert.match(await held.text(), /held:text" value="Once, and once only\./);
  });

  it("hands a pasted text back with the reason it was refused", async () => {
    await refused(await archive.send(urls.imports(), { text: "  " }, writer), /There is no text yet/);
    const long = "a ".repeat(5_000_001);
    const html = await refused(await archive.send(urls.imports(), { text: long }, writer), /room for 10 MB/);
    assert.ok(html.includes(long), "all of it is still there");
  });

  it("refuses in words what is no story, and keeps nothing of it", async () => {
    const picture = new Uint8Array(4000).map((_, index) => (index * 7) % 32);
    const cases: [string | Uint8Array<ArrayBuffer>, string, RegExp][] = [
      [picture, "cat.jpg", /This is not text/],
      ["", "empty.txt", /There is nothing in it/],
      ["PK\u0003\u0004word/document.xml", "story.docx", /The file is damaged/],
      ["%PDF-1.7", "story.pdf", /a PDF file, which cannot be read here yet/],
      [new Uint8Array(11_000_000).fill(97), "long.txt", /It has 11\.0 MB, and there is room for 10 MB/],
      [`<html>${"<div>".repeat(5000)}deep`, "deep.html", /nested so deeply/],
    ];
    for (const [content, name, sentence] of cases) {
      const file = new File([content], name);
      const answer = await archive.send(urls.imports(), { file }, writer);
      if (answer.status === 422) assert.match(await answer.text(), sentence);
      else {
        // The thread took its time: the import's own address says it, and offers the way back.
        const path = answer.headers.get("location") ?? "";
        assert.match(await readPage(archive, writer, path), sentence);
        assert.equal((await archive.send(`${path}/removal`, {}, writer)).status, 303);
      }
    }
    assert.deepEqual([await countRows("imports"), await countRows("originals")], [0, 0]);
  });

  it("shows a hostile page as text and links, and a name without its folders", async () => {
    const hostile =
      '<html><body><p>He said <script>alert(1)</script><b onclick="x()">stop</b> <a href="javascript:x()">here</a>.</p></body></html>';
    const path = await bringIn(archive, writer, hostile, "../../x\u202Etxt.html");
    const { html } = await openReview(archive, writer, path);
    const story = /<div class="story".*?<\/section>/s.exec(html)?.[0] ?? "";
    assert.match(story, /stop/);
    assert.doesNotMatch(story, /<script|onclick|javascript:/);
    assert.ok(html.includes(">xtxt.html<"), "the name is the last part, as it would be read");
    const original = await archive.get(`${path}/original`, writer);
    assert.match(original.headers.get("content-disposition") ?? "", /^attachment; filename="xtxt\.html"/);
    assert.equal(await original.text(), hostile);
  });

  it("keeps Arabic and Chinese whole", async () => {
    for (const text of ["كان يا ما كان.\n\nفي قديم الزمان.", "她走了。\n\n月亮還在。"]) {
      const path = await bringIn(archive, writer, text, "story.txt");
      const { html, form } = await openReview(archive, writer, path);
      for (const line of text.split("\n\n")) assert.ok(html.includes(line));
      const saved = await press(archive, writer, path, "save", form);
      assert.equal(saved.status, 303, await saved.clone().text());
    }
  });

  it("takes a text of a megabyte", async () => {
    const paragraph = "It was a dark night; the rain fell in torrents, and ‘who goes there?' she said.\n\n";
    const path = await bringIn(archive, writer, paragraph.repeat(12_500), "long.txt");
    const { form } = await openReview(archive, writer, path);
    const saved = await press(archive, writer, path, "save", { ...form, title: "Long" });
    assert.equal(saved.status, 303);
  });
});

describe("a review", () => {
  it("exists for its writer alone, with its file", async () => {
    const path = await bringIn(archive, writer, violin, "violin.txt");
    for (const person of cast) {
      for (const address of [path, `${path}/original`]) {
        const answer = await archive.get(address, person);
        if (person) assert.equal(answer.status, 404);
        else assert.match(answer.headers.get("location") ?? "", /^\/sign-in/);
      }
      for (const address of [path, `${path}/removal`])
        assert.equal((await archive.send(address, { title: "Mine now" }, person)).status, person ? 404 : 401);
      for (const address of [urls.newImport(), urls.desk()])
        assert.doesNotMatch(await (await archive.get(address, person)).text(), /violin\.txt/);
    }
    const original = await archive.get(`${path}/original`, writer);
    assert.deepEqual(new Uint8Array(await original.arrayBuffer()), violin);
    for (const address of [urls.newImport(), urls.desk()])
      assert.ok((await (await archive.get(address, writer)).text()).includes(`href="${path}"`), address);
    const removed = await archive.send(`${path}/removal`, {}, writer);
    assert.equal(removed.headers.get("location"), urls.newImport());
    assert.equal((await archive.get(path, writer)).status, 404);
  });

  it("hands everything back when a field cannot be kept, and saves nothing", async () => {
    const path = await bringIn(archive, writer, violin, "violin.txt");
    const { form } = await openReview(archive, writer, path);
    const works = await countRows("works");
    const answer = await press(archive, writer, path, "save", {
      ...form,
      title: "The Second Violin",
      summary: "Typed by hand.",
      chapters: "many",
      "decide-thought-1": "accept",
    });
    const html = await refused(answer, /Type the number of chapters/);
    assert.match(html, /value="The Second Violin"/);
    assert.match(html, /Typed by hand\./);
    assert.match(html, /value="many"/);
    assert.match(html, /name="decide-thought-1" value="accept" checked/);
    assert.equal(await countRows("works"), works);
  });

  it("holds its fields and answers when the session has ended", async () => {
    const path = await bringIn(archive, writer, violin, "violin.txt");
    const { form } = await openReview(archive, writer, path);
    const answer = await press(archive, null, path, "show", {
      ...form,
      title: "Typed",
      "decide-thought-1": "accept",
    });
    assert.equal(answer.status, 401);
    const html = await answer.text();
    assert.match(html, /name="held:title" value="Typed"/);
    assert.match(html, /name="held:decide-thought-1" value="accept"/);
  });

  it("does not let an older tab overwrite a newer one unasked", async () => {
    const path = await bringIn(archive, writer, violin, "violin.txt");
    const { form } = await openReview(archive, writer, path);
    assert.equal((await press(archive, writer, path, "show", { ...form, title: "First tab" })).status, 303);
    const answer = await press(archive, writer, path, "show", { ...form, title: "Second tab" });
    const html = await refused(answer, /saved somewhere else meanwhile/);
    assert.match(html, /value="Second tab"/);
    assert.equal((await openReview(archive, writer, path)).form.title, "First tab");
  });

  it("lets accepted proposals join what was typed, and leave it again", async () => {
    const text = "Title: Steps\nDisclaimer: BtVS is not mine.\n\nShe ran.\n\nShe ran on.\n";
    const path = await bringIn(archive, writer, text, "steps.txt");
    const first = await openReview(archive, writer, path);
    const fandom = Object.keys(first.form).find((name) => name.startsWith("decide-fandom")) ?? "";
    assert.notEqual(fandom, "", "the abbreviation list proposes a fandom");
    const typed = { ...first.form, "tags-fandom": "My Own Fandom", [fandom]: "accept" };
    await press(archive, writer, path, "show", typed);
    const second = await openReview(archive, writer, path);
    assert.match(String(second.form["tags-fandom"]), /^My Own Fandom, Buffy the Vampire Slayer$/);
    await press(archive, writer, path, "show", { ...second.form, [fandom]: "keep" });
    assert.equal((await openReview(archive, writer, path)).form["tags-fandom"], "My Own Fandom");
  });

  it("stops at a story that asks not to be archived until its writer says they may", async () => {
    const text =
      "Title: Locked\nAuthor: Somebody\nDo not archive.\n\nOnce there was a door.\n\nIt stayed shut.\n";
    const path = await bringIn(archive, writer, text, "locked.txt");
    const { html, form } = await openReview(archive, writer, path);
    assert.match(html, /This story asks not to be archived/);
    await refused(await press(archive, writer, path, "save", form), /asks not to be archived/);
    const saved = await press(archive, writer, path, "save", { ...form, "may-archive": "yes" });
    assert.equal(saved.status, 303);
  });

  it("adds a chapter to a work of one's own, and to nobody else's", async () => {
    const fields = {
      title: "Long",
      summary: "",
      notes: "",
      endNotes: "",
      disclaimer: "",
      dedication: "",
      conventions: "",
      ratingId: "not-rated",
      language: "en",
      expectedChapters: 2,
      visibility: "everyone" as const,
      searchable: true,
      series: null,
      authorPseudIds: [writer.pseudId],
      credits: [],
      gifts: [],
      tags: [],
      warnings: [],
      categoryIds: [],
    };
    const chapter = { title: "", summary: "", notes: "", endNotes: "", story: "<p>One.</p>" };
    const { workId } = await archive.database.write((into) =>
      saveDraft(into, writer.member, fields, chapter, Date.now()),
    );
    const [, , other] = cast;
    assert.equal((await archive.get(urls.newImport(workId), other)).status, 404);
    const sent = { work: workId, file: new File(["Two."], "two.txt") };
    assert.equal((await archive.send(urls.imports(), sent, other)).status, 404);
    assert.match(await (await archive.get(urls.newImport(workId), writer)).text(), /next chapter of/);
    const path = await bringIn(archive, writer, violin, "two.txt", { work: workId });
    const { form } = await openReview(archive, writer, path);
    assert.equal(form.title, undefined, "the work's own fields are not asked again");
    assert.match(String(form["chapter-notes"]), /marvellous lamp_and_ladle/);
    const saved = await press(archive, writer, path, "save", form);
    assert.equal(saved.headers.get("location"), urls.previewWork(workId));
    const chapters = await listChapters(archive.database.reading, { id: workId, mine: true });
    assert.deepEqual(
      chapters.map(({ number, status }) => [number, status]),
      [
        [1, "draft"],
        [2, "draft"],
      ],
    );
  });
});

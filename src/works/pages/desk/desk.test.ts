import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { fromHtml } from "hast-util-from-html";
import { visit } from "unist-util-visit";
import {
  type CastMember,
  castPassword,
  type Fields,
  openTestArchive,
  type TestArchive,
} from "../../../../tests/archive.ts";
import { originalKey } from "../../../plumbing/files/file-store.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { chapterFields, giveWork } from "../../for-tests/give-work.ts";
import { attachOriginal, keepOriginal } from "../../originals.ts";
import { listOwnWorks } from "../../own-works.ts";
import { findAllChapters, findOwnWork, listChapters } from "../../works.ts";

/** Something a form that is handed back must not bend: leading newline, markup, ampersands, many scripts. */
const awkward =
  "\nFirst <em>line</em> & \"second\" 'third' &amp; <b\n\nשלום עולם 🎁 𝕬 — ‘thoughts’ </textarea>\n";

describe("the writer's desk", () => {
  let archive: TestArchive;
  let author: CastMember;
  let beta: CastMember;
  let moderator: CastMember;

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    beta = await archive.join("megan_peta");
    moderator = await archive.join("saltmarsh", "moderator");
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const typedWork = (fields: Fields = {}): Fields => ({
    title: "The Second Violin",
    pseud: author.pseudId,
    "tags-fandom": "Treasure Island",
    language: "en",
    chapters: "?",
    visibility: "everyone",
    ...fields,
  });
  const write = async (fields: Fields = {}) => {
    const answer = await archive.send(urls.newWork(), typedWork({ story: "A word.", ...fields }), author);
    assert.equal(answer.status, 303, await answer.text());
    const id = /\/works\/(\w+)\//.exec(answer.headers.get("location") ?? "")?.[1] ?? "";
    const work = await findOwnWork(archive.database.reading, author.member, id);
    assert.ok(work);
    return work;
  };
  const chaptersOf = (workId: string) =>
    findAllChapters(archive.database.reading, { id: workId, mine: true });
  const page = async (path: string, as: CastMember | null = author) => {
    const answer = await archive.get(path, as);
    return { status: answer.status, html: await answer.text() };
  };

  it("goes from an empty page by way of the preview to the readers", async () => {
    const answer = await archive.send(
      urls.newWork(),
      typedWork({ story: "Once.\n\nTwice.", afterwards: "preview" }),
      author,
    );
    const preview = answer.headers.get("location") ?? "";
    assert.match(preview, /\/preview$/);
    const shown = await page(preview);
    assert.match(shown.html, /Publish the work/);
    const workId = preview.split("/")[2] ?? "";
    assert.equal((await page(urls.work(workId), null)).status, 404);
    const published = await archive.send(urls.publication(workId), {}, author);
    assert.equal(published.headers.get("location"), urls.work(workId));
    assert.equal((await page(urls.work(workId), null)).status, 200);
  });

  it("keeps a draft without a title, and says in words what publishing lacks", async () => {
    const work = await write({ title: "", "tags-fandom": "", story: "" });
    assert.match((await page(urls.desk())).html, /Without a title yet/);
    const refused = await archive.send(urls.publication(work.id), {}, author);
    assert.equal(refused.status, 422);
    const html = await refused.text();
    for (const lack of [/no title yet/, /no fandom yet/, /no story in it yet/]) assert.match(html, lack);
    assert.doesNotMatch(html, /Publish the work/);
  });

  const long = "x".repeat(20_001);
  const refusals: Record<string, string> = {
    title: "x".repeat(301),
    summary: long,
    notes: long,
    "end-notes": long,
    disclaimer: long,
    dedication: long,
    conventions: long,
    rating: "unheard-of",
    language: "no such",
    chapters: "many",
    visibility: "the moon",
    pseud: "0000000000",
    "tags-fandom": "x".repeat(301),
    "tags-character": "x".repeat(301),
    "credit-author": "x".repeat(301),
    "credit-beta": "x".repeat(301),
    "credit-artist": "x".repeat(301),
    "credit-translator": "x".repeat(301),
    "gift-1-name": "x".repeat(301),
    "gift-1-called": "x".repeat(301),
    "chapter-title": "x".repeat(301),
    "chapter-summary": long,
    "chapter-notes": long,
    "chapter-end-notes": long,
    story: "x".repeat(2_000_001),
  };
  const everything: Fields = {
    title: "“A” & <B>",
    summary: awkward,
    notes: awkward,
    "end-notes": awkward,
    disclaimer: awkward,
    dedication: awkward,
    conventions: awkward,
    rating: "teen",
    language: "he",
    chapters: "1/3",
    visibility: "members",
    "tags-fandom": 'Emma, "Sixpence, Please"',
    "tags-character": "Mr & Mrs",
    "tags-relationship": "A/B、C & D",
    "tags-additional": "<em>",
    "warning-underage": "no",
    "warning-graphic-violence": "yes",
    category: ["gen", "multi"],
    "credit-author": "Tam",
    "credit-beta": "megan_peta",
    "credit-artist": "A “B” C",
    "credit-translator": "D",
    "gift-1-name": "spikeslovebite",
    "gift-1-called": "Tam",
    "chapter-title": "One & <two>",
    "chapter-summary": awkward,
    "chapter-notes": awkward,
    "chapter-end-notes": awkward,
    story: awkward,
  };

  for (const [field, refused] of Object.entries(refusals))
    it(`hands back everything typed when “${field}” is refused`, async () => {
      const typed: Fields = { ...everything, pseud: author.pseudId, [field]: refused };
      const answer = await archive.send(urls.newWork(), typed, author);
      assert.equal(answer.status, 422);
      const html = await answer.text();
      const shown = formShown(html, urls.newWork());
      const isChoice = ["rating", "language", "visibility", "pseud"].includes(field);
      for (const [name, value] of Object.entries(typed))
        if (!(isChoice && name === field))
          assert.deepEqual(shown.get(name), Array.isArray(value) ? value : [value], name);
      assert.match(html, new RegExp(`href="#field-${field}"`));
      assert.match(html, new RegExp(`id="field-${field}"`));
      assert.match(html, new RegExp(`id="field-${field}-error"`));
      assert.deepEqual(
        (await listOwnWorks(archive.database.reading, author.member)).filter(
          ({ title }) => title === "“A” & <B>",
        ),
        [],
      );
    });

  it("shows a saved work as it was typed", async () => {
    const work = await write(everything);
    const shown = formShown((await page(urls.editWork(work.id))).html, urls.editWork(work.id));
    for (const name of [
      "title",
      "rating",
      "language",
      "visibility",
      "tags-fandom",
      "credit-beta",
      "gift-1-called",
    ])
      assert.deepEqual(shown.get(name), [everything[name]], name);
    assert.deepEqual(shown.get("chapters"), ["3"]);
    assert.deepEqual(shown.get("category"), everything.category);
    assert.deepEqual(shown.get("warning-underage"), ["no"]);
    assert.deepEqual(shown.get("warning-major-character-death"), ["unsaid"]);
  });

  it("holds a long chapter whose session has ended, and goes on with it after signing in", async () => {
    const work = await write();
    const typed = {
      "chapter-title": "שלום & <em>",
      story: awkward + "Line upon line. ".repeat(9_000),
      version: "0",
    };
    const asked = await archive.send(urls.newChapter(work.id), typed, null);
    assert.equal(asked.status, 401);
    const held = formShown(await asked.text(), urls.signIn());
    for (const [name, value] of Object.entries(typed))
      assert.deepEqual(held.get(`held:${name}`), [value], name);
    const fields: Fields = { email: author.email, password: castPassword };
    for (const [name, [value = ""]] of held) if (name.startsWith("held")) fields[name] = value;
    const wrong = await archive.send(urls.signIn(), { ...fields, password: "not that" }, null);
    assert.equal(wrong.status, 422);
    assert.deepEqual(formShown(await wrong.text(), urls.signIn()).get("held:story"), [typed.story]);
    const gone = await archive.send(urls.signIn(), fields, null);
    assert.equal(gone.status, 303);
    assert.ok(gone.headers.getSetCookie().some((cookie) => cookie.includes("session")));
    const chapter = (await chaptersOf(work.id)).at(-1);
    assert.equal(gone.headers.get("location"), urls.editChapter(work.id, chapter?.id ?? ""));
    assert.equal(chapter?.title, typed["chapter-title"]);
    const direct = await archive.send(urls.newChapter(work.id), typed, author);
    assert.equal(direct.status, 303);
    const again = (await chaptersOf(work.id)).at(-1);
    assert.ok(chapter && chapter.wordCount > 27_000);
    assert.equal(chapter.story, again?.story);
    for (const part of ["<em>line</em>", "&amp;", "שלום עולם 🎁 𝕬", "‘thoughts’"])
      assert.ok(chapter.story.includes(part));
  });

  it("shows what stands now beneath a form that was overtaken, and saves over it when asked again", async () => {
    const work = await write({ summary: "As it was." });
    const save = (fields: Fields) => archive.send(urls.editWork(work.id), typedWork(fields), author);
    assert.equal((await save({ version: "1", summary: "From the other window." })).status, 303);
    const overtaken = await save({ version: "1", summary: "Typed at midnight." });
    assert.equal(overtaken.status, 409);
    const html = await overtaken.text();
    const shown = formShown(html, urls.editWork(work.id));
    assert.deepEqual(shown.get("summary"), ["Typed at midnight."]);
    assert.deepEqual(shown.get("version"), ["2"]);
    assert.match(html, /<textarea readonly[^>]*>From the other window\.<\/textarea>/);
    assert.equal((await save({ version: "2", summary: "Typed at midnight." })).status, 303);
    const now = await findOwnWork(archive.database.reading, author.member, work.id);
    assert.equal(now?.summary, "<p>Typed at midnight.</p>");
  });

  it("does the same for a chapter", async () => {
    const work = await write();
    const [chapter] = await chaptersOf(work.id);
    const path = urls.editChapter(work.id, chapter?.id ?? "");
    const save = (version: string, story: string) => archive.send(path, { version, story }, author);
    assert.equal((await save("1", "From the other window.")).status, 303);
    const overtaken = await save("1", "\nTyped at midnight.");
    assert.equal(overtaken.status, 409);
    const html = await overtaken.text();
    assert.deepEqual(formShown(html, path).get("story"), ["\nTyped at midnight."]);
    assert.match(html, /<textarea readonly[^>]*>From the other window\.<\/textarea>/);
    assert.equal((await save("2", "\nTyped at midnight.")).status, 303);
    assert.equal((await chaptersOf(work.id))[0]?.story, "<p>Typed at midnight.</p>");
  });

  it("does not let a published work lose its title, and says so beside the field", async () => {
    const work = await write();
    await archive.send(urls.publication(work.id), {}, author);
    const answer = await archive.send(urls.editWork(work.id), typedWork({ version: "1", title: "" }), author);
    assert.equal(answer.status, 422);
    assert.match(await answer.text(), /id="field-title-error"[^>]*>\s*Readers have this already/);
  });

  it("adds a chapter to a published work as a draft, and publishes it by its own button", async () => {
    const { workId } = await giveWork(archive, author, { expectedChapters: null });
    await archive.send(urls.newChapter(workId), { story: "Second." }, author);
    const [, second] = await chaptersOf(workId);
    assert.equal(second?.status, "draft");
    const chapter = urls.chapter(workId, second?.id ?? "");
    assert.equal((await page(chapter, null)).status, 404);
    await archive.send(urls.chapterPublication(workId, second?.id ?? ""), {}, author);
    assert.equal((await page(chapter, null)).status, 200);
    const third = await archive.send(
      urls.newChapter(workId),
      { story: "Third.", afterwards: "publish" },
      author,
    );
    assert.match(third.headers.get("location") ?? "", /\/chapters\/\w+$/);
    assert.equal((await page(third.headers.get("location") ?? "", null)).status, 200);
    const empty = await archive.send(
      urls.newChapter(workId),
      { story: "", "chapter-notes": "Kept.", afterwards: "publish" },
      author,
    );
    assert.equal(empty.status, 422);
    assert.deepEqual(formShown(await empty.text(), urls.newChapter(workId)).get("chapter-notes"), ["Kept."]);
    assert.equal((await chaptersOf(workId)).length, 3);
  });

  it("moves chapters by number and by button", async () => {
    const titles = ["one", "two", "three"].map((title) => chapterFields({ title }));
    const { workId, chapterIds } = await giveWork(archive, author, {}, titles, "draft");
    const [one = "", two = "", three = ""] = chapterIds;
    const order = async () => (await chaptersOf(workId)).map(({ title }) => title).join(" ");
    const form = formShown(
      (await page(urls.editWork(workId))).html,
      urls.chapterOrder(workId),
      "chapter-order",
    );
    assert.deepEqual(
      [...form.keys()],
      [one, two, three].map((id) => `place-${id}`),
    );
    await archive.send(
      urls.chapterOrder(workId),
      { [`place-${one}`]: "3", [`place-${two}`]: "2", [`place-${three}`]: "1" },
      author,
    );
    assert.equal(await order(), "three two one");
    await archive.send(urls.chapterOrder(workId), { move: "up", chapter: one }, author);
    assert.equal(await order(), "three one two");
  });

  it("asks once before a work is taken away, tells until when it can be taken back, and gives it back", async () => {
    const { workId } = await giveWork(archive, author, { title: "Farewell" });
    const question = await page(urls.workRemoval(workId));
    const until = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
    assert.match(question.html, new RegExp(`datetime="${until}"`));
    assert.equal((await page(urls.work(workId), null)).status, 200);
    await archive.send(urls.workRemoval(workId), {}, author);
    for (const path of [
      urls.work(workId),
      urls.editWork(workId),
      urls.previewWork(workId),
      urls.workRemoval(workId),
    ])
      assert.equal((await page(path)).status, 404);
    const desk = await page(urls.desk());
    assert.match(desk.html, /Trash \(1\)/);
    assert.match((await page(urls.trash())).html, new RegExp(`datetime="${until}"`));
    await archive.send(urls.workReturn(workId), {}, author);
    assert.equal((await page(urls.work(workId), null)).status, 200);
  });

  it("does the same for a chapter, and keeps the last one with its work", async () => {
    const { workId, chapterIds } = await giveWork(archive, author, { expectedChapters: null }, [
      chapterFields(),
      chapterFields(),
    ]);
    const [first = "", second = ""] = chapterIds;
    assert.match((await page(urls.chapterRemoval(workId, second))).html, /Take the chapter away/);
    await archive.send(urls.chapterRemoval(workId, second), {}, author);
    assert.match((await page(urls.editWork(workId))).html, /Chapters taken away/);
    assert.match(
      (await page(urls.chapterRemoval(workId, first))).html,
      /The last chapter stays with its work/,
    );
    assert.equal((await archive.send(urls.chapterRemoval(workId, first), {}, author)).status, 422);
    await archive.send(urls.chapterReturn(workId, second), {}, author);
    assert.equal((await listChapters(archive.database.reading, { id: workId, mine: false })).length, 2);
  });

  it("gives an author the bytes they brought in, as a file and to nobody else", async () => {
    const { workId, chapterIds } = await giveWork(archive, author);
    const other = await giveWork(archive, author);
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0x3c, 0x62, 0x3e, 0x00, 0xff, 0x0d, 0x0a]);
    const given = { bytes, fileName: 'ма́ма\'s (1) "x".html', mediaType: "text/html" };
    const id = await keepOriginal(archive.database, archive.files, author.member, given, 1_000);
    await archive.database.write((writer) =>
      attachOriginal(writer, author.member, id, workId, chapterIds[0] ?? ""),
    );
    assert.ok((await page(urls.editWork(workId))).html.includes(urls.original(workId, id)));
    const answer = await archive.get(urls.original(workId, id), author);
    assert.equal(answer.status, 200);
    assert.deepEqual(new Uint8Array(await answer.arrayBuffer()), bytes);
    assert.equal(answer.headers.get("content-type"), "application/octet-stream");
    assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
    assert.match(answer.headers.get("cache-control") ?? "", /no-store/);
    const disposition = answer.headers.get("content-disposition") ?? "";
    assert.equal(decodeURIComponent(disposition.split("filename*=UTF-8''")[1] ?? ""), given.fileName);
    for (const somebody of [beta, moderator])
      assert.equal((await page(urls.original(workId, id), somebody)).status, 404);
    assert.equal((await page(urls.original(other.workId, id))).status, 404);
  });

  it("deletes a file somebody brought in when its author says so twice, and leaves the story", async () => {
    const { workId, chapterIds } = await giveWork(archive, author);
    const given = { bytes: Uint8Array.from([0x61]), fileName: "a.txt", mediaType: "text/plain" };
    const [id, twin] = await Promise.all(
      [1_000, 2_000].map((now) => keepOriginal(archive.database, archive.files, author.member, given, now)),
    );
    assert.ok(id && twin);
    await archive.database.write(async (writer) => {
      for (const each of [id, twin])
        await attachOriginal(writer, author.member, each, workId, chapterIds[0] ?? "");
    });
    const removal = urls.originalRemoval(workId, id);
    assert.match((await page(removal)).html, /Delete the file “a\.txt”\?/);
    for (const somebody of [beta, moderator]) {
      assert.equal((await page(removal, somebody)).status, 404);
      assert.equal((await archive.send(removal, {}, somebody)).status, 404);
    }
    assert.equal((await archive.get(urls.original(workId, id), author)).status, 200);
    assert.equal((await archive.send(removal, {}, author)).headers.get("location"), urls.editWork(workId));
    assert.equal((await archive.get(urls.original(workId, id), author)).status, 404);
    assert.equal((await archive.get(urls.original(workId, twin), author)).status, 200, "its twin's bytes");
    await archive.send(urls.originalRemoval(workId, twin), {}, author);
    assert.equal(await archive.files.read(originalKey(given.bytes, author.member.accountId)), null);
    assert.equal((await listChapters(archive.database.reading, { id: workId, mine: true })).length, 1);
  });

  it("answers everybody else as if a published work had no desk, and a stranger with the door", async () => {
    const { workId, chapterIds } = await giveWork(archive, author);
    const chapterId = chapterIds[0] ?? "";
    const looks = [
      urls.editWork(workId),
      urls.previewWork(workId),
      urls.workRemoval(workId),
      urls.newChapter(workId),
      urls.editChapter(workId, chapterId),
      urls.chapterRemoval(workId, chapterId),
    ];
    const sends = [
      urls.editWork(workId),
      urls.publication(workId),
      urls.workRemoval(workId),
      urls.workReturn(workId),
      urls.newChapter(workId),
      urls.chapterOrder(workId),
      urls.editChapter(workId, chapterId),
      urls.chapterPublication(workId, chapterId),
      urls.chapterRemoval(workId, chapterId),
      urls.chapterReturn(workId, chapterId),
    ];
    for (const somebody of [beta, moderator]) {
      for (const path of looks) assert.equal((await archive.get(path, somebody)).status, 404, path);
      for (const path of sends)
        assert.equal((await archive.send(path, typedWork({ version: "1" }), somebody)).status, 404, path);
    }
    for (const path of [...looks, urls.desk(), urls.newWork()]) {
      const answer = await archive.get(path, null);
      assert.equal(answer.headers.get("location"), urls.signIn(path));
    }
    for (const path of [...sends, urls.newWork()])
      assert.equal((await archive.send(path, typedWork({ version: "1" }), null)).status, 401, path);
    assert.equal((await listChapters(archive.database.reading, { id: workId, mine: true })).length, 1);
  });
});

/** What a browser would send back of a form of a page: the first form with that action, or the one with that id. */
function formShown(html: string, action: string, id?: string): Map<string, string[]> {
  const shown = new Map<string, string[]>();
  const add = (name: string, value: string) => shown.set(name, [...(shown.get(name) ?? []), value]);
  const document = fromHtml(html);
  visit(document, "element", (form) => {
    if (form.tagName !== "form" || form.properties.action !== action) return;
    if (id !== undefined && form.properties.id !== id) return;
    visit(id === undefined ? form : document, "element", (control) => {
      const { name, value, type, checked, disabled } = control.properties;
      if (typeof name !== "string" || disabled || (id !== undefined && control.properties.form !== id))
        return;
      if (control.tagName === "textarea") add(name, textWithin(control));
      if (control.tagName === "select")
        visit(control, "element", (option) => {
          if (option.properties.selected) add(name, String(option.properties.value));
        });
      if (control.tagName === "input" && (!["radio", "checkbox"].includes(String(type)) || checked))
        add(name, String(value ?? ""));
    });
  });
  return shown;
}

function textWithin(element: { children: unknown[] }): string {
  return element.children
    .map((child) =>
      typeof child === "object" && child !== null && "value" in child ? String(child.value) : "",
    )
    .join("");
}

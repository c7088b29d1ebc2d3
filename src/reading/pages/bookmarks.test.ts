import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { urls } from "../../vocabulary/urls.ts";
import { giveWork } from "../../works/for-tests/give-work.ts";
import { removeWork } from "../../works/remove-work.ts";

describe("bookmarks", () => {
  let archive: TestArchive;
  let author: CastMember;
  let beta: CastMember;
  let reader: CastMember;
  let moderator: CastMember;
  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    beta = await archive.join("megan_peta");
    reader = await archive.join("tessellate");
    moderator = await archive.join("saltmarsh", "moderator");
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const page = async (path: string, as: CastMember | null = null) => (await archive.get(path, as)).text();
  const keep = (workId: string, as: CastMember | null, keeps = "yes") =>
    archive.send(urls.bookmark(workId), { keeps }, as);
  const note = (workId: string, text: string, as: CastMember) =>
    archive.send(urls.bookmarks(), { work: workId, [`note-${workId}`]: text }, as);
  const countOf = async (workId: string) => {
    const row = await archive.database.reading
      .selectFrom("work_counts")
      .select("bookmarks")
      .where("work_id", "=", workId)
      .executeTakeFirst();
    return row?.bookmarks ?? 0;
  };

  it("are kept once, with a note, and are shown to nobody else", async () => {
    const { workId } = await giveWork(archive, author, { title: "Salt and Candle" });
    for (const time of ["first", "again"]) assert.equal((await keep(workId, reader)).status, 303, time);
    assert.equal(await countOf(workId), 1);
    assert.equal((await note(workId, "For rainy days", reader)).status, 303);
    assert.match(await page(urls.bookmarks(), reader), /Salt and Candle.*For rainy days/s);
    assert.match(await page(urls.work(workId), reader), /You keep this work/);
    for (const as of [author, beta, moderator]) {
      assert.doesNotMatch(await page(urls.bookmarks(), as), /Salt and Candle|rainy/);
      assert.doesNotMatch(await page(urls.work(workId), as), /You keep this work|rainy/);
      assert.equal((await note(workId, "mine", as)).status, 404);
    }
    assert.equal((await archive.get(urls.bookmarks())).status, 303);
    assert.doesNotMatch(await page(urls.work(workId)), /bookmark/i);
  });

  it("are let go, once", async () => {
    const { workId } = await giveWork(archive, author, { title: "Paper Moon" });
    await keep(workId, reader);
    for (const time of ["first", "again"]) assert.equal((await keep(workId, reader, "no")).status, 303, time);
    assert.equal(await countOf(workId), 0);
    assert.doesNotMatch(await page(urls.bookmarks(), reader), /Paper Moon/);
  });

  it("are not made of what one may not read", async () => {
    const draft = await giveWork(archive, author, {}, undefined, "draft");
    const hidden = await giveWork(archive, author, { visibility: "private" });
    for (const { workId } of [draft, hidden]) assert.equal((await keep(workId, reader)).status, 404);
    assert.equal((await keep("nowhere000", reader)).status, 404);
  });

  it("outlive their work without saying anything of it but one's own words", async () => {
    const { workId } = await giveWork(archive, author, { title: "Vanishing Ink", summary: "<p>Going.</p>" });
    await keep(workId, reader);
    await note(workId, "the one with the ferry", reader);
    await archive.database.write((writer) => removeWork(writer, author.member, workId, Date.now()));
    const kept = await page(urls.bookmarks(), reader);
    assert.match(kept, /A work you kept, now gone.*the one with the ferry/s);
    assert.doesNotMatch(kept, /Vanishing Ink|Going\./);
    assert.equal((await keep(workId, reader, "no")).status, 303);
    assert.doesNotMatch(await page(urls.bookmarks(), reader), /ferry/);
  });

  it("hand a note back that is too long", async () => {
    const { workId } = await giveWork(archive, author);
    await keep(workId, reader);
    const long = "w".repeat(20_001);
    const refused = await note(workId, long, reader);
    assert.equal(refused.status, 422);
    assert.ok((await refused.text()).includes(long));
  });

  it("order a list", async () => {
    const [once, twice] = [
      await giveWork(archive, author, { title: "Kept once" }),
      await giveWork(archive, author, { title: "Kept twice" }),
    ];
    await keep(once.workId, reader);
    for (const as of [reader, beta]) await keep(twice.workId, as);
    const rows = await archive.database.reading
      .selectFrom("work_counts")
      .select(["work_id", "bookmarks"])
      .where("work_id", "in", [once.workId, twice.workId])
      .orderBy("bookmarks", "desc")
      .execute();
    assert.deepEqual(rows, [
      { work_id: twice.workId, bookmarks: 2 },
      { work_id: once.workId, bookmarks: 1 },
    ]);
    assert.match(await page(urls.works(), reader), /sort=bookmarks/);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../../tests/archive.ts";
import { changePreferences, type Preferences } from "../../../people/preferences.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { addChapter } from "../../../works/add-chapter.ts";
import { changeChapter } from "../../../works/change-chapter.ts";
import { chapterFields, giveWork } from "../../../works/for-tests/give-work.ts";
import { publishChapter } from "../../../works/publish-chapter.ts";

/** Ten paragraphs, each of ten words and told apart. */
const paragraphs = [...Array(10).keys()].map((at) => `<p>${`word${at} `.repeat(10).trim()}.</p>`);
const story = paragraphs.join("\n");

describe("one's place in a story", () => {
  let archive: TestArchive;
  let author: CastMember;
  let reader: CastMember;
  let others: CastMember[];
  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    reader = await archive.join("tessellate");
    others = [author, await archive.join("megan_peta"), await archive.join("saltmarsh", "owner")];
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const page = async (path: string, as: CastMember | null = null, headers = {}) =>
    (await archive.get(path, as, headers)).text();
  const tell = (
    chapter: string | undefined,
    paragraph: number | string,
    as: CastMember | null,
    ended = "no",
  ) => archive.send(urls.readingPlace(), { chapter: chapter ?? "", paragraph: String(paragraph), ended }, as);
  const placed = (html: string) => /<p id="place">(\w+)/.exec(html)?.[1];
  const prefer = (person: CastMember, changes: Partial<Preferences>) =>
    archive.database.write((writer) => changePreferences(writer, person.member.accountId, changes));
  const give = (chapters = 3, expectedChapters: number | null = null) =>
    giveWork(archive, author, { title: "The Long Way Round", expectedChapters }, [
      ...Array.from({ length: chapters }, () => chapterFields({ story })),
    ]);

  it("is the chapter one opened, for one's own eyes", async () => {
    const { workId, chapterIds } = await give();
    const chapter = urls.chapter(workId, chapterIds[1] ?? "");
    await page(chapter, reader);
    for (const path of [urls.work(workId), urls.newest(), urls.home()])
      assert.match(await page(path, reader), /Go on at chapter 2|>chapter 2</, path);
    assert.match(await page(urls.work(workId), reader), new RegExp(`href="${chapter}"`));
    const nobodys = /Go on|chapter 2<|place\.js|id="place"/;
    for (const path of [urls.work(workId), urls.newest(), urls.home()])
      for (const as of [null, ...others]) assert.doesNotMatch(await page(path, as), nobodys, path);
    assert.doesNotMatch(await page(chapter), nobodys);
    await tell(chapterIds[1], 5, reader);
    for (const as of others) assert.doesNotMatch(await page(chapter, as), /id="place"/);
  });

  it("is a paragraph, found again after the chapter was changed", async () => {
    const { workId, chapterIds } = await give();
    const [first = ""] = chapterIds;
    const chapter = urls.chapter(workId, first);
    await page(chapter, reader);
    assert.equal((await tell(first, 6, reader)).status, 204);
    assert.equal(placed(await page(chapter, reader)), "word5");
    assert.match(await page(urls.work(workId), reader), new RegExp(`href="${chapter}#place"`));
    const longer = `<p>New.</p>\n${story.replace("word5 word5", "word5 other")}`;
    await archive.database.write((writer) =>
      changeChapter(writer, author.member, workId, first, 1, chapterFields({ story: longer }), Date.now()),
    );
    assert.equal(placed(await page(chapter, reader)), "word5");
    assert.equal(placed(await page(urls.wholeWork(workId), reader)), "word5");
  });

  it("says what is left, and what came since one stopped", async () => {
    const { workId, chapterIds } = await give(2);
    await page(urls.chapter(workId, chapterIds[0] ?? ""), reader);
    await tell(chapterIds[0], 6, reader);
    await prefer(reader, { wordsPerMinute: 50 });
    assert.match(await page(urls.work(workId), reader), /1 more chapter.*3 minutes left/s);
    const later = Date.now() + 1_000;
    for (const number of [1, 2])
      await archive.database.write(async (writer) => {
        const fields = chapterFields({ story });
        const chapterId = await addChapter(writer, author.member, workId, fields, later + number);
        await publishChapter(writer, author.member, workId, chapterId, later + number);
      });
    for (const path of [urls.work(workId), urls.newest(), urls.home()])
      assert.match(await page(path, reader), /2 new chapters since you stopped/, path);
  });

  it("is not kept of what one may not read, of one's own works, of prefetching, nor against one's wish", async () => {
    const rows = async () =>
      Number(
        (
          await archive.database.reading
            .selectFrom("reading_places")
            .select((row) => row.fn.countAll<number>().as("count"))
            .executeTakeFirstOrThrow()
        ).count,
      );
    const before = await rows();
    const open = await give();
    const hidden = await giveWork(archive, author, { visibility: "private" });
    const draft = await giveWork(archive, author, {}, undefined, "draft");
    for (const id of [hidden.chapterIds[0], draft.chapterIds[0], "0000000000", "'; --", ""])
      assert.equal((await tell(id, 3, reader)).status, 204);
    for (const number of ["NaN", "1e99", "-"]) await tell(open.chapterIds[0], number, reader);
    await tell(open.chapterIds[0], 3, null);
    await tell(open.chapterIds[0], 3, author);
    const chapter = urls.chapter(open.workId, open.chapterIds[0] ?? "");
    await page(chapter, author);
    await page(chapter, null);
    await page(chapter, reader, { "sec-purpose": "prefetch" });
    await prefer(reader, { placesKept: false });
    assert.doesNotMatch(await page(chapter, reader), /place\.js/);
    await tell(open.chapterIds[0], 3, reader);
    assert.equal(await rows(), before);
    await prefer(reader, { placesKept: true });
    await tell(open.chapterIds[0], -7, reader);
    await tell(open.chapterIds[1], 9_999, reader);
    assert.equal(await rows(), before + 2);
    assert.equal(placed(await page(urls.chapter(open.workId, open.chapterIds[1] ?? ""), reader)), "word9");
  });

  it("stands on no page that a browser keeps, and neither does whose browser it is", async () => {
    const { workId, chapterIds } = await give();
    const [first = ""] = chapterIds;
    await page(urls.chapter(workId, first), reader);
    await tell(first, 6, reader);
    await archive.send(urls.ledgerEntry(workId), { state: "reading" }, reader);
    const kept = await archive.get(urls.keptWork(workId), reader);
    assert.equal(await kept.text(), await page(urls.keptWork(workId)));
    assert.doesNotMatch(
      await page(urls.keptWork(workId), reader),
      /tessellate|id="place"|<form|place\.js|ledger/,
    );
    assert.match(kept.headers.get("cache-control") ?? "", /no-store/);
    const edition = kept.headers.get("pressie-edition") ?? "";
    const check = async (as: CastMember | null, work: string[]) =>
      (await archive.send(urls.offlineCheck(), { work }, as)).json();
    assert.deepEqual(await check(reader, [`${workId} ${edition}`]), { gone: [], changed: [] });
    const change = (
      fields: Partial<{ visibility: "everyone" | "members" | "private"; removed_at: number | null }>,
    ) =>
      archive.database.write((writer) =>
        writer.updateTable("works").set(fields).where("id", "=", workId).execute(),
      );
    const [, , third = ""] = chapterIds;
    await archive.database.write((writer) =>
      writer.updateTable("chapters").set({ removed_at: Date.now() }).where("id", "=", third).execute(),
    );
    assert.deepEqual(await check(reader, [`${workId} ${edition}`]), { gone: [], changed: [workId] });
    await change({ visibility: "members" });
    assert.equal((await archive.get(urls.keptWork(workId), reader)).status, 200);
    assert.equal((await archive.get(urls.keptWork(workId))).status, 404);
    assert.deepEqual(await check(null, [workId]), { gone: [workId], changed: [] });
    for (const taken of [{ visibility: "private" as const }, { removed_at: Date.now() }]) {
      await change({ visibility: "everyone", removed_at: null });
      await change(taken);
      assert.deepEqual(await check(reader, [`${workId} ${edition}`, "nonsense"]), {
        gone: [workId, "nonsense"],
        changed: [],
      });
      assert.equal((await archive.get(urls.keptWork(workId), reader)).status, 404);
    }
  });

  it("is forgotten when one asks for it", async () => {
    const { workId, chapterIds } = await give();
    await page(urls.chapter(workId, chapterIds[2] ?? ""), reader);
    await archive.send(urls.placesForgetting(), { work: workId }, reader);
    assert.doesNotMatch(await page(urls.work(workId), reader), /Go on/);
    assert.match(await page(urls.home(), reader), /Go on reading/);
    await archive.send(urls.placesForgetting(), {}, reader);
    assert.doesNotMatch(await page(urls.home(), reader), /Go on reading/);
    assert.equal((await archive.send(urls.placesForgetting(), {})).status, 401);
  });

  it("moves the ledger along, where that is wished", async () => {
    const { workId, chapterIds } = await give(2, 3);
    const state = async () =>
      (
        await archive.database.reading
          .selectFrom("ledger")
          .select("state")
          .where("work_id", "=", workId)
          .where("account_id", "=", reader.member.accountId)
          .executeTakeFirst()
      )?.state;
    const [first, second] = chapterIds.map((id) => urls.chapter(workId, id));
    await page(first ?? "", reader);
    assert.equal(await state(), null);
    await prefer(reader, { ledgerFollows: "yes" });
    await page(first ?? "", reader);
    assert.equal(await state(), "reading");
    await tell(chapterIds[0], 10, reader, "yes");
    assert.equal(await state(), "reading");
    await page(second ?? "", reader);
    await tell(chapterIds[1], 10, reader, "yes");
    assert.equal(await state(), "waiting");
    await archive.database.write(async (writer) => {
      const third = await addChapter(writer, author.member, workId, chapterFields({ story }), Date.now());
      await publishChapter(writer, author.member, workId, third, Date.now());
      chapterIds.push(third);
    });
    await page(urls.chapter(workId, chapterIds[2] ?? ""), reader);
    assert.equal(await state(), "reading");
    await tell(chapterIds[2], 10, reader, "yes");
    assert.equal(await state(), "finished");
    await page(first ?? "", reader);
    assert.equal(await state(), "finished", "who reads it again has read it");
  });
});

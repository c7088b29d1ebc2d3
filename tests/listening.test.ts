import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { readSeeds } from "../seeds/read-seeds.ts";
import { fillWithSeeds } from "../src/seed-archive.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";
import { hardToHear, heardFirst } from "./hard-to-hear.ts";

/** What a page looks like to the ear does not depend on where its rows came from. */
const skip = process.env.PRESSIE_TEST_POSTGRES ? "SQLite only: pages are the same on both engines" : false;

describe("somebody who listens", { skip }, () => {
  let archive: TestArchive;
  let reader: CastMember;
  before(async () => {
    archive = await openTestArchive();
    await fillWithSeeds(archive, await readSeeds(archive.seedsFolder), Date.UTC(2026, 0, 1));
    reader = await archive.join("A Listener");
  });
  after(() => archive.close());

  /** What is wrong with pages, by their addresses: all of it is told at once. */
  const wrong: Record<string, string[]> = {};
  const listen = async (path: string, as: CastMember | null = null) => {
    const answer = await archive.get(path, as);
    assert.equal(answer.status, 200, path);
    const found = hardToHear(await answer.text());
    if (found.length > 0) wrong[`${path} for ${as?.name ?? "a visitor"}`] = found;
  };

  /** Every page on which a work is read and talked about. */
  const listenToWork = async (workId: string, as: CastMember | null = null) => {
    const chapters = await archive.database.reading
      .selectFrom("chapters")
      .select("id")
      .where("work_id", "=", workId)
      .where("status", "=", "published")
      .where("removed_at", "is", null)
      .execute();
    await listen(urls.work(workId), as);
    await listen(urls.wholeWork(workId), as);
    await listen(urls.chapterIndex(workId), as);
    await listen(urls.comments(workId), as);
    for (const { id } of chapters) {
      await listen(urls.chapter(workId, id), as);
      await listen(urls.comments(workId, id), as);
      await listen(urls.quoting(workId, id), as);
    }
  };
  const worksHere = async () =>
    archive.database.reading
      .selectFrom("works")
      .select(["id", "visibility"])
      .where("status", "=", "published")
      .execute();

  it("finds their way through every story of the archive one begins with", async () => {
    const works = await worksHere();
    assert.ok(works.length > 20);
    for (const { id, visibility } of works) await listenToWork(id, visibility === "everyone" ? null : reader);
    const series = await archive.database.reading.selectFrom("series").select("id").execute();
    for (const { id } of series) await listen(urls.series(id), reader);
    assert.deepEqual(wrong, {});
  });

  it("begins, after a press, where it is said what came of it", async () => {
    const back = urls.newest();
    const list = await (await archive.get(back, reader)).text();
    const [one, other] = (await worksHere()).filter(({ id }) => list.includes(`href="${urls.work(id)}"`));
    assert.ok(one && other);
    const made = await archive.send(urls.shelves(), { name: "To hear", visibility: "private" }, reader);
    const shelf = made.headers.get("location") ?? "";
    const [shelfId = ""] = shelf.split("/").slice(-1);
    const presses: [string, Record<string, string>, RegExp][] = [
      [urls.ledgerEntry(one.id), { state: "reading", back }, /^In your ledger: Reading/],
      // Some of its chapters may have been opened before.
      [urls.ledgerEntry(one.id), { state: "none", back }, /^(?:Read later|In your ledger: Go on)/],
      [urls.ledgerEntry(one.id), { state: "to-read", back: urls.work(one.id) }, /^Your reading$/],
      // It stands in this part of the ledger no longer.
      [
        urls.ledgerEntry(one.id),
        { state: "dropped", back: urls.ledger({ state: "to-read" }) },
        /^Your ledger/,
      ],
      [
        urls.ledger(),
        { work: one.id, [`note-${one.id}`]: "Read it aloud.", back: urls.ledger() },
        /^Read it/,
      ],
      [urls.bookmark(one.id), { keeps: "yes" }, /^Bookmark$/],
      [urls.bookmarks(), { work: one.id, [`note-${one.id}`]: "With tea." }, /^With tea\.$/],
      [urls.bookmark(one.id), { keeps: "no" }, /^You keep it no longer\.$/],
      [urls.kudos(one.id), { place: "" }, /^Kudos$/],
      [urls.hideLike(other.id), { back, press: "work" }, /^Hidden: this one work/],
      [urls.subscriptions(), { kind: "work", target: one.id, rhythm: "site" }, /^You follow this: /],
      [urls.workShelves(one.id), { shelf: shelfId }, /^The story stands on the shelves/],
      [urls.workShelves(other.id), { shelf: shelfId }, /^The story stands on the shelves/],
      [urls.shelfOrder(shelfId), { move: "down", work: one.id, at: "1" }, /^Up: .*, number 2$/],
      [urls.shelfOrder(shelfId), { move: "up", work: one.id, at: "2" }, /^Down: .*, number 1$/],
    ];
    for (const [path, fields, first] of presses) {
      const answer = await archive.send(path, fields, reader);
      const address = answer.headers.get("location") ?? "";
      assert.equal(answer.status, 303, path);
      const cookie = [reader.cookie, ...answer.headers.getSetCookie().map((each) => each.split(";")[0])].join(
        "; ",
      );
      const page = await archive.get(address.split("#")[0] ?? "", { ...reader, cookie });
      assert.match(heardFirst(await page.text(), address) ?? "nothing", first, `${path} led to ${address}`);
    }
  });

  it("finds their way through a story that was written to confuse them, and the talk under it", async () => {
    const author = await archive.join("Καλυψώ");
    const story = [
      "<h6>Deep at once</h6>",
      "<p>One.</p>",
      '<hr class="scene" data-ornament="***">',
      "<h4>Then <em>higher</em></h4>",
      '<p lang="ar" dir="rtl">كان يا ما كان</p>',
      "<h3>And up</h3>",
      '<p>She said <span lang="el">καλημέρα</span>.</p>',
      '<hr class="scene" data-ornament="~*~">',
      '<blockquote class="letter"><p>Dear you,</p><h5>P.S.</h5></blockquote>',
      '<ol class="chat"><li><b>Rook</b> hi</li></ol>',
      "<details><summary>Open</summary><p>Inside.</p></details>",
      '<p>Said.<a class="noteref" id="noteref-1" href="#note-1">1</a></p>',
      '<aside class="footnote" id="note-1"><p><a class="noteback" href="#noteref-1">1</a> A note.</p></aside>',
    ].join("\n");
    const hostile = chapterFields({
      title: "قراءة ‏(واحدة)",
      summary: "<p>باختصار.</p>",
      notes: "<p>نعم.</p>",
      endNotes: "<p>النهاية.</p>",
      story,
    });
    const { workId, chapterIds } = await giveWork(
      archive,
      author,
      {
        title: "ليلة ‏طويلة",
        language: "ar",
        summary: "<p>ليلة.</p>",
        series: { title: "ليالٍ", number: 2 },
        tags: [
          { kindId: "fandom", name: "ألف ليلة وليلة" },
          { kindId: "additional", name: "ليل" },
        ],
      },
      [hostile, hostile, chapterFields({ story: `<h5>Alone</h5>\n${story}` })],
    );
    const say = async (path: string, comment: string) => {
      const answer = await archive.send(path, { pseud: reader.pseudId, comment }, reader);
      assert.equal(answer.status, 303, await answer.text());
      return answer.headers.get("location") ?? "";
    };
    let at = await say(urls.comments(workId, chapterIds[1]), "<h1>Not a heading</h1>\n\n---\n\nWords.");
    const root = at;
    for (let depth = 0; depth < 6; depth++) at = await say(at, `> ليل\n\nAnswer ${depth}.`);
    await archive.send(`${root}/removal`, {}, reader);
    await listenToWork(workId);
    await listenToWork(workId, author);
    for (const as of [null, reader, author]) for (const path of [root, at]) await listen(path, as);
    for (const path of [urls.ownComments(), urls.removedComments()]) await listen(path, reader);
    assert.deepEqual(wrong, {});
  });
});

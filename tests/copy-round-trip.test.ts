import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { readSeeds } from "../seeds/read-seeds.ts";
import { findChoices, findTelling } from "../src/notices/telling.ts";
import { addPseud } from "../src/people/add-pseud.ts";
import type { Member } from "../src/people/person.ts";
import { changePreferences } from "../src/people/preferences.ts";
import { findOwnPseuds } from "../src/people/pseuds.ts";
import { tinyPng } from "../src/plumbing/pictures/for-tests/tiny-pictures.ts";
import { keepPicture } from "../src/plumbing/pictures/keep-picture.ts";
import { changeSettings } from "../src/plumbing/settings/settings.ts";
import { fillWithSeeds } from "../src/seed-archive.ts";
import { cleanStory } from "../src/story-text/clean.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { addChapter } from "../src/works/add-chapter.ts";
import { changeChapter } from "../src/works/change-chapter.ts";
import { addRules } from "../src/works/change-rules.ts";
import { removeChapter } from "../src/works/chapters/remove-chapter.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { splitChapter } from "../src/works/joining/split-chapter.ts";
import { keepPictures } from "../src/works/keep-pictures.ts";
import { postNews } from "../src/works/news/post-news.ts";
import { attachOriginal, keepOriginal } from "../src/works/originals.ts";
import { noParts } from "../src/works/reader-rules.ts";
import { planQueue, planRelease } from "../src/works/releases/plan-release.ts";
import { removeWork } from "../src/works/remove-work.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";
import { bringIn, canonical, sendCopy, takeCopy } from "./copies.ts";
import { everyColumn } from "./traces.ts";

/** What stories and notes are made of, to be put together by chance. */
const pieces = [
  "<p>Rain on the <em>lantern</em> house, and nobody home.</p>",
  '<hr class="scene" data-ornament="* * *">',
  "<p>“Go back,” she said. ‘No.’ — <strong>No!</strong></p>",
  "<blockquote><p>A letter, folded twice.</p></blockquote>",
  "<p>雨が降っていた。 مطر على البحر 🌧️</p>",
  "<ul>\n<li><p>One</p></li>\n<li><p>Two</p></li>\n</ul>",
];

describe("a copy that is brought back", () => {
  let first: TestArchive;
  let second: TestArchive;
  let author: CastMember;
  let returned: CastMember;
  let zip: Uint8Array<ArrayBuffer>;
  let seedWriters: CastMember[];

  before(async () => {
    // On PostgreSQL the way there leads from SQLite, and the way back to it.
    first = await openTestArchive("sqlite");
    second = await openTestArchive();
    seedWriters = await seed(first);
    for (const archive of [first, second])
      await archive.database.write((writer) =>
        changeSettings(writer, { anonymousWorks: "allowed" }, Date.now()),
      );
    author = await first.join("Wren Alder");
    await fillAccount(first, author);
    returned = await second.join("Wrenna");
    zip = await takeCopy(first, author);
  });
  after(async () => {
    await first.close();
    await second.close();
  });

  it("brings everything back as it was, and nothing twice", async () => {
    const report = await bringIn(second, returned, zip);
    assert.match(report, /In the archive now/);
    assert.doesNotMatch(report, /Not brought in/);
    assert.deepEqual(second.logged, []);
    const there = canonical(zip);
    const here = canonical(await takeCopy(second, returned), returned.name);
    assert.deepEqual(here, there);
    const rows = await countRows(second);
    const again = await bringIn(second, returned, zip);
    assert.match(again, /No work came in/);
    const after = await countRows(second);
    assert.deepEqual(after, { ...rows, brought_copies: (rows.brought_copies ?? 0) + 1 });
  });

  it("brings a copy of a copy back as it was, too", async () => {
    const third = await openTestArchive("sqlite");
    try {
      await third.database.write((writer) =>
        changeSettings(writer, { anonymousWorks: "allowed" }, Date.now()),
      );
      const thirdly = await third.join("Wren at last");
      await bringIn(third, thirdly, await takeCopy(second, returned));
      const here = canonical(await takeCopy(third, thirdly), thirdly.name);
      const before = canonical(await takeCopy(second, returned));
      assert.deepEqual(withoutName(here, returned.name), withoutName(before, returned.name));
    } finally {
      await third.close();
    }
  });

  it("brings back what somebody read, kept, avoids and follows: works that are here as they were, others as words", async () => {
    const giver = await first.join("Giver Finch");
    const lark = await first.join("Bookworm Lark");
    const crow = await first.join("Tiresome Crow");
    await second.join("Tiresome Crow");
    const chapters = ["One", "Two", "Three"].map((title) =>
      chapterFields({ title, story: "<p>A.</p>\n<p>B.</p>\n<p>C.</p>" }),
    );
    const tags = [{ kindId: "fandom", name: "Larks and Lamps" }];
    const there = await giveWork(first, giver, { title: "Lamp for Lark", tags }, chapters);
    const lost = await giveWork(first, giver, { title: "Only There", tags }, chapters);
    const shelf = { name: "For the Train", visibility: "public", text: "Read *these*." };
    const made = await first.send(urls.shelves(), { ...shelf, pseud: lark.pseudId }, lark);
    const shelfId = made.headers.get("location")?.split("/").at(-1) ?? "";
    for (const { workId } of [lost, there]) {
      await first.send(urls.ledgerEntry(workId), { state: "reading" }, lark);
      await first.send(urls.ledger(), { work: workId, [`note-${workId}`]: `my note on ${workId}` }, lark);
      await first.send(urls.workShelves(workId), { shelf: shelfId }, lark);
      await first.send(urls.shelvedWork(shelfId), { work: workId, [`note-${workId}`]: "so *good*" }, lark);
      await first.send(urls.bookmark(workId), { keeps: "yes" }, lark);
      await first.get(urls.chapter(workId, there.chapterIds[1] ?? ""), lark);
    }
    const [, two = ""] = there.chapterIds;
    await first.send(urls.readingPlace(), { chapter: two, paragraph: "3", ended: "no" }, lark);
    const sheet = "title,author,status,rating\nFar Away,Nobody,dnf,5";
    await first.send(urls.ledgerImport(), { sheet }, lark);
    const fandom = await first.database.reading
      .selectFrom("tags")
      .select("id")
      .where("name", "=", "Larks and Lamps")
      .executeTakeFirstOrThrow();
    const rule = {
      ...noParts,
      writers: [crow.pseudId],
      tags: [fandom.id],
      works: [lost.workId],
      staleYears: 9,
    };
    await first.database.write((writer) =>
      addRules(writer, lark.member, [{ name: "Not today", manner: "fold", parts: rule }], Date.now()),
    );
    await first.send(urls.keepAway(crow.pseudId), { muted: "yes" }, lark);
    for (const [kind, target] of [
      ["work", there.workId],
      ["work", lost.workId],
      ["author", giver.pseudId],
    ])
      await first.send(
        urls.subscriptions(),
        { kind: kind ?? "", target: target ?? "", rhythm: "weekly" },
        lark,
      );
    await first.send(urls.telling(), { "topic-kudos": "weekly", hour: "7", weekday: "3" }, lark);
    assert.deepEqual(first.logged, []);

    const movedGiver = await second.join("Giver Moved");
    const { path } = await sendCopy(second, movedGiver, await takeCopy(first, giver));
    await second.send(path, { work: there.workId }, movedGiver);
    await second.bringer.settled();
    const larkHere = await second.join("Lark Here");
    await second.send(urls.shelves(), { name: "for the train", visibility: "public" }, larkHere);
    const copy = await takeCopy(first, lark);
    const review = await (await second.get((await sendCopy(second, larkHere, copy)).path, larkHere)).text();
    assert.match(
      review,
      /3 lines of your ledger.*one chapter.*For the Train.*One rule.*One person.*3 things/s,
    );
    const report = await bringIn(second, larkHere, copy);
    assert.match(report, /One work in your ledger.*2 lines of your ledger about works elsewhere/s);
    assert.match(report, /One thing you followed there is not here/);
    const see = async (address: string, as = larkHere) => (await second.get(address, as)).text();
    const { id: workId } = await second.database.reading
      .selectFrom("works")
      .select("id")
      .where("title", "=", "Lamp for Lark")
      .executeTakeFirstOrThrow();
    const ledger = await see(urls.ledger({ state: "reading" }));
    assert.match(ledger, new RegExp(`Lamp for Lark.*my note on ${there.workId}`, "s"));
    assert.match(await see(urls.work(workId)), /Go on at chapter 2/);
    const chapter = /href="([^"]+)#place"/.exec(await see(urls.work(workId)))?.[1] ?? "";
    assert.match(await see(chapter), /<p id="place">C/);
    const elsewhere = await see(urls.ledger({ state: "elsewhere" }));
    for (const words of [
      /Only There/,
      /Giver Finch/,
      new RegExp(`my note on ${lost.workId}`),
      /Far Away.*Nobody/s,
    ])
      assert.match(elsewhere, words);
    const shelves = await second.database.reading
      .selectFrom("shelves")
      .innerJoin("shelf_works", "shelf_works.shelf_id", "shelves.id")
      .select(["shelves.id", "shelves.name", "visibility", "shelves.text", "work_id", "position", "note"])
      .where("account_id", "=", larkHere.member.accountId)
      .execute();
    assert.deepEqual(
      shelves.map(({ id: _, ...said }) => said),
      [
        {
          ...{ name: "For the Train", visibility: "private", text: "<p>Read *these*.</p>" },
          ...{ work_id: workId, position: 2, note: "<p>so *good*</p>" },
        },
      ],
      "nobody is shown two shelves of one name unasked",
    );
    assert.match(await see(urls.keptParts("shelved")), /Only There.*For the Train.*so \*good\*/s);
    const rules = await see(urls.readerRulesFile());
    assert.match(rules, /"Not today".*"Larks and Lamps".*"Tiresome Crow".*"works": \[\].*"staleYears": 9/s);
    assert.match(await see(urls.keptAway()), /Tiresome Crow/);
    const followed = await second.database.reading
      .selectFrom("subscriptions")
      .select(["kind", "rhythm"])
      .where("account_id", "=", larkHere.member.accountId)
      .orderBy("kind")
      .execute();
    assert.deepEqual(followed, [
      { kind: "author", rhythm: "weekly" },
      { kind: "work", rhythm: "weekly" },
    ]);
    const { accountId } = larkHere.member;
    assert.equal((await findChoices(second.database.reading, accountId)).kudos, "weekly");
    const telling = await findTelling(second.database.reading, accountId);
    assert.deepEqual([telling?.hour, telling?.weekday], [7, 3]);
    assert.notEqual(telling?.mailStoppedAt, null, "whoever wanted no letters there gets none here");
    const rows = await countRows(second);
    await bringIn(second, larkHere, copy);
    assert.deepEqual(await countRows(second), { ...rows, brought_copies: (rows.brought_copies ?? 0) + 1 });
    for (const as of [movedGiver, returned])
      for (const address of [urls.ledger({ state: "elsewhere" }), urls.shelf(shelves[0]?.id ?? "")])
        assert.doesNotMatch(await see(address, as), /Only There|my note|so \*good/);
    // The way on: what was kept as words goes along, and is kept as words again.
    const onwards = await second.join("Lark Onwards");
    await bringIn(second, onwards, await takeCopy(second, larkHere));
    assert.match(
      await see(urls.ledger({ state: "elsewhere" }), onwards),
      /Only There.*Far Away|Far Away.*Only There/s,
    );
    assert.match(await see(urls.keptParts("shelved"), onwards), /Only There.*For the Train/s);
    assert.deepEqual(second.logged, []);
  });

  it("brings every story of the demo archive back as it was, whoever wrote it", async () => {
    let stories = 0;
    for (const [index, writer] of seedWriters.entries()) {
      const copy = await takeCopy(first, writer);
      const homecomer = await second.join(`Homecomer ${index}`);
      const report = await bringIn(second, homecomer, copy);
      assert.doesNotMatch(report, /Not brought in/, writer.email);
      const there = canonical(copy);
      assert.deepEqual(canonical(await takeCopy(second, homecomer), homecomer.name), there, writer.email);
      stories += Object.keys(there).filter((path) => path.endsWith("work.json")).length;
    }
    const { works } = await readSeeds(first.seedsFolder);
    assert.equal(stories, works.length);
    assert.deepEqual(second.logged, []);
  });
});

/** Fills an empty archive with the demo stories; answers with everybody in it, signed in. */
async function seed(archive: TestArchive): Promise<CastMember[]> {
  const filled = await fillWithSeeds(archive, await readSeeds(archive.seedsFolder), Date.now());
  assert.ok(filled);
  return Promise.all(
    filled.people.map(async ({ email }) => {
      const answer = await archive.send(urls.signIn(), { email, password: filled.password });
      const cookie = answer.headers
        .getSetCookie()
        .map((one) => one.split(";")[0])
        .join("; ");
      const { id: accountId } = await archive.database.reading
        .selectFrom("accounts")
        .select("id")
        .where("email", "=", email)
        .executeTakeFirstOrThrow();
      const [pseud] = await findOwnPseuds(archive.database.reading, accountId);
      assert.ok(pseud);
      const member: Member = { kind: "member", accountId, name: pseud.name, role: "member" };
      return { name: pseud.name, email, cookie, member, pseudId: pseud.id };
    }),
  );
}

/** Every kind of thing that can be somebody's, put together by chance where it can be anything. */
async function fillAccount(archive: TestArchive, author: CastMember): Promise<void> {
  const { database, files } = archive;
  const { member } = author;
  const reader = await archive.join("megan_peta");
  const at = (days: number) => Date.now() - days * 86_400_000;
  let turn = 7;
  const chance = (most: number) => {
    turn = (turn * 16_807) % 2_147_483_647;
    return turn % most;
  };
  const story = () =>
    cleanStory(
      [
        "<p>It began.</p>",
        ...Array.from({ length: 1 + chance(6) }, () => pieces[chance(pieces.length)]),
      ].join("\n"),
    );
  const second = await database.write((writer) =>
    addPseud(writer, member.accountId, "Alder the Younger", at(900)),
  );
  await archive.send(
    urls.accountPseud(second.id),
    {
      name: second.name,
      about: "I write about **rain**.",
      icon: new File([tinyPng()], "a.png"),
      alt: "A rainy window",
    },
    author,
  );
  await database.write((writer) =>
    changePreferences(writer, member.accountId, { timeZone: "Europe/Riga", giftsWanted: false }),
  );
  const picture = keepPicture(tinyPng({ width: 7, height: 5 }));
  assert.ok(picture);
  await keepPictures(database, files, member, null, [picture], at(100));
  const shown = `<p><img src="/pictures/${picture.name}" alt="A lamp" width="7" height="5"></p>`;
  const full = await giveWork(
    archive,
    author,
    {
      title: "The Lantern Keeper’s “Daughter”",
      summary: "<p>A <em>short</em> one.</p>",
      notes: "<p>For Tam.</p>",
      endNotes: "<p>Thanks.</p>",
      disclaimer: "<p>Not mine.</p>",
      dedication: "<p>To the sea</p>",
      conventions: "<p><em>Italics</em> = thoughts</p>",
      ratingId: "mature",
      language: "de-AT",
      expectedChapters: 9,
      visibility: "members",
      searchable: false,
      access: { searchEngines: false, aiCrawlers: true, commentsFrom: "members", commentsHeld: true },
      authorPseudIds: [second.id, author.pseudId],
      credits: [
        { role: "beta", name: "Nobody’s Name" },
        { role: "author", name: reader.name },
      ],
      gifts: [
        { name: "Tam", addressedAs: "my dear Tam" },
        { name: reader.name, addressedAs: "" },
      ],
      tags: [
        { kindId: "fandom", name: "Treasure Island" },
        { kindId: "character", name: "Jim Hawkins", weight: "side" },
        { kindId: "relationship", name: "Jim Hawkins & Long John Silver", weight: "mention" },
        { kindId: "additional", name: "hurt/COMFORT!!" },
      ],
      warnings: [
        { warningId: "graphic-violence", answer: "yes" },
        { warningId: "underage", answer: "unsaid" },
        { warningId: "non-consent", answer: "no" },
      ],
      categoryIds: ["gen", "f-f"],
      permissions: [
        { permissionId: "podfic", answer: "yes" },
        { permissionId: "translation", answer: "ask" },
      ],
      series: { title: "Lamps", number: 3 },
      moreSeries: [
        { title: "Lamps", number: 3 },
        { title: "Of the sea", number: null },
      ],
    },
    [
      chapterFields({ title: "One", notes: "<p>Read on.</p>", story: `${story()}\n${shown}` }),
      chapterFields({ title: "Two", summary: "<p>More.</p>", story: story() }),
      chapterFields({ story: story() }),
    ],
    "published",
    at(800),
  );
  const [one = "", two = "", three = ""] = full.chapterIds;
  const original = {
    bytes: new TextEncoder().encode("as it was typed"),
    fileName: "lämp.txt",
    mediaType: "text/plain",
  };
  const originalId = await keepOriginal(database, files, member, original, at(700));
  await database.write(async (writer) => {
    await attachOriginal(writer, member, originalId, full.workId, one);
    for (let version = 1; version < 6; version++)
      await changeChapter(
        writer,
        member,
        full.workId,
        one,
        version,
        chapterFields({ title: `One, ${version}`, story: version % 2 ? story() : `${story()}\n${shown}` }),
        at(600 - version),
      );
    await splitChapter(writer, member, full.workId, three, 1, 1, at(500));
    const bin = await addChapter(
      writer,
      member,
      full.workId,
      chapterFields({ title: "Bin", story: story() }),
      at(400),
    );
    await removeChapter(writer, member, full.workId, bin, at(1));
    const waiting = await addChapter(writer, member, full.workId, chapterFields({ title: "Soon" }), at(300));
    const queued = await addChapter(writer, member, full.workId, chapterFields({ title: "Then" }), at(300));
    const told = { told: true, movesUp: false };
    const time = { dueAt: at(-30), timeZone: "Europe/Riga" };
    await planRelease(writer, member, full.workId, waiting, time, told, at(200));
    const rhythm = { kind: "weekdays" as const, days: [1, 4], hour: 18, minute: 30 };
    const queue = { rhythm, timeZone: "Asia/Tokyo", announcement: told };
    await planQueue(writer, member, full.workId, queue, [queued], Date.now());
    await postNews(writer, member, full.workId, "<p>A <em>pause</em>.</p>", at(150));
  });
  await giveWork(
    archive,
    author,
    { title: "", tags: [] },
    [chapterFields({ title: "Draft", story: story() })],
    "draft",
    at(90),
  );
  await giveWork(
    archive,
    author,
    { title: "Unsigned", anonymous: true, visibility: "link" },
    undefined,
    "published",
    at(80),
  );
  const gone = await giveWork(
    archive,
    author,
    { title: "Thrown away", visibility: "private" },
    undefined,
    "published",
    at(70),
  );
  await giveWork(
    archive,
    author,
    { title: "Lamp two", series: { title: "Lamps", number: 1 } },
    undefined,
    "published",
    at(60),
  );
  const theirs = await giveWork(archive, reader, { title: "Another’s" }, undefined, "published", at(50));
  await database.write((writer) => removeWork(writer, member, gone.workId, at(2)));
  await archive.send(urls.kudos(full.workId), {}, reader);
  await archive.send(
    urls.comments(full.workId, two),
    { comment: "What a *lamp*!", pseud: reader.pseudId },
    reader,
  );
  await archive.send(urls.comments(theirs.workId), { comment: "Lovely.", pseud: author.pseudId }, author);
  for (const { workId } of [full, theirs]) {
    await archive.send(urls.bookmark(workId), { keeps: "yes" }, author);
    await archive.send(
      urls.bookmarks(),
      { work: workId, [`note-${workId}`]: "Read again in winter" },
      author,
    );
  }
  await archive.send(urls.savedFilters(), { name: "Long ones", query: "words=1000.." }, author);
  assert.deepEqual(archive.logged, []);
}

/** How many rows each table has, but for those that write down that something was asked. */
async function countRows(archive: TestArchive): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { table } of await everyColumn(archive)) {
    if (/^(sqlite_|kysely_|passage|text_|sessions|event)/.test(table)) continue;
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
      archive.database.reading,
    );
    counts[table] = Number(rows[0]?.count ?? 0);
  }
  return counts;
}

function withoutName(copy: Record<string, string>, name: string): Record<string, string> {
  const account = JSON.parse(copy["account.json"] ?? "{}");
  account.pseuds = account.pseuds.filter((pseud: { name: string }) => pseud.name !== name);
  return { ...copy, "account.json": JSON.stringify(account, null, 1) };
}

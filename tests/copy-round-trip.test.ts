import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { readSeeds } from "../seeds/read-seeds.ts";
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
import { removeChapter } from "../src/works/chapters/remove-chapter.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { splitChapter } from "../src/works/joining/split-chapter.ts";
import { keepPictures } from "../src/works/keep-pictures.ts";
import { postNews } from "../src/works/news/post-news.ts";
import { attachOriginal, keepOriginal } from "../src/works/originals.ts";
import { planQueue, planRelease } from "../src/works/releases/plan-release.ts";
import { removeWork } from "../src/works/remove-work.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";
import { bringIn, canonical, takeCopy } from "./copies.ts";
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

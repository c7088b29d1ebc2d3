import assert from "node:assert/strict";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { z } from "zod";
import { openCopyReader } from "../src/leaving/bringing/open-copy.ts";
import { changeSettings } from "../src/plumbing/settings/settings.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";
import { bringIn, sendCopy } from "./copies.ts";
import { harmsIn } from "./harms-in.ts";
import { blown, zipOf } from "./hostile-archives.ts";
import { smallCopy, smallWork } from "./small-copy.ts";

const words = (text: string) => new TextEncoder().encode(text);
type Bytes = Uint8Array<ArrayBuffer>;

/** The bytes of a ZIP with something changed in its last directory entry, or its end. */
function changed(zip: Bytes, signature: number, change: (view: DataView, at: number) => void): Bytes {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = copy.length - 4; at >= 0; at--)
    if (view.getUint32(at, true) === signature) {
      change(view, at);
      return copy;
    }
  throw new Error("no such signature");
}
const directoryEntry = 0x02014b50;
const directoryEnd = 0x06054b50;

describe("a copy nobody honest made", () => {
  let archive: TestArchive;
  let member: CastMember;
  before(async () => {
    archive = await openTestArchive();
    member = await archive.join("Wren Alder");
    await archive.database.write((writer) => changeSettings(writer, { copyMegabytes: 70 }, Date.now()));
  });
  after(() => archive.close());

  const refusals: { why: string; bytes: () => Bytes; says: RegExp }[] = [
    { why: "nothing at all", bytes: () => new Uint8Array(), says: /damaged or cut short/ },
    { why: "no ZIP", bytes: () => new Uint8Array(words("Once upon a time")), says: /damaged or cut short/ },
    {
      why: "no account in it",
      bytes: () => smallCopy([], { "account.json": null }),
      says: /damaged|no copy from/,
    },
    {
      why: "another ZIP",
      bytes: () => zipOf([{ name: "story.txt", content: words("a") }]),
      says: /no copy from a Pressie/,
    },
    {
      why: "cut short",
      bytes: () => smallCopy([smallWork()]).slice(0, -30),
      says: /damaged or cut short/,
    },
    {
      why: "a bomb",
      bytes: () => smallCopy([], { "account.json": blown(60) }),
      says: /unpacks to more/,
    },
    {
      why: "a bomb that says it is small",
      bytes: () =>
        changed(smallCopy([], { "account.json": blown(60) }), directoryEntry, (view, at) =>
          view.setUint32(at + 24, 1000, true),
        ),
      says: /damaged/,
    },
    {
      why: "a path that leads out",
      bytes: () => smallCopy([], { "../../etc/passwd": "x" }),
      says: /no Pressie puts/,
    },
    {
      why: "an absolute path",
      bytes: () => smallCopy([], { "/account.json": "x" }),
      says: /no Pressie puts/,
    },
    {
      why: "a path with a backslash",
      bytes: () => smallCopy([], { "works\\x": "x" }),
      says: /no Pressie puts/,
    },
    {
      why: "two files under one name",
      bytes: () => zipOf(["{}", "{}"].map((text) => ({ name: "account.json", content: words(text) }))),
      says: /twice under one name/,
    },
    {
      why: "a link to a file of the machine",
      bytes: () =>
        changed(smallCopy([], { "originals.json": "/etc/passwd" }), directoryEntry, (view, at) =>
          view.setUint32(at + 38, 0xa1ff0000, true),
        ),
      says: /no Pressie puts/,
    },
    {
      why: "a locked file",
      bytes: () => changed(smallCopy(), directoryEntry, (view, at) => view.setUint16(at + 8, 1, true)),
      says: /no Pressie puts/,
    },
    {
      why: "a directory with more than it says",
      bytes: () =>
        changed(smallCopy([smallWork()]), directoryEnd, (view, at) => view.setUint16(at + 10, 1, true)),
      says: /damaged/,
    },
    {
      why: "a directory with less than it says",
      bytes: () => changed(smallCopy(), directoryEnd, (view, at) => view.setUint16(at + 10, 60_000, true)),
      says: /damaged/,
    },
    {
      why: "a hundred thousand files",
      bytes: () => {
        const content = words("");
        const many = Array.from({ length: 65_000 }, (_, index) => ({ name: `pictures/${index}`, content }));
        return zipOf([{ name: "account.json", content: words("{}") }, ...many]);
      },
      says: /no Pressie puts/,
    },
    {
      why: "files that share their bytes",
      bytes: () =>
        zipOf([
          { name: "account.json", content: words("{}") },
          { name: "originals.json", content: words("[]"), at: 0 },
        ]),
      says: /damaged/,
    },
    { why: "no JSON", bytes: () => smallCopy([], { "account.json": "{" }), says: /cannot be read/ },
    {
      why: "JSON of something else",
      bytes: () => smallCopy([], { "account.json": "[1,2]" }),
      says: /cannot be read/,
    },
    {
      why: "bytes that are no text",
      bytes: () => smallCopy([], { "account.json": Uint8Array.of(0xff, 0xfe) }),
      says: /cannot be read/,
    },
    { why: "a version to come", bytes: () => smallCopy([], {}, { version: 99 }), says: /newer Pressie/ },
    {
      why: "ids that are none",
      bytes: () => smallCopy([], {}, { series: [{ id: "../x" }] }),
      says: /cannot be read/,
    },
  ];
  for (const { why, bytes, says } of refusals)
    it(`is refused in words: ${why}`, async () => {
      const { answer } = await sendCopy(archive, member, bytes());
      assert.equal(answer.status, 422);
      assert.match(await answer.text(), says);
      assert.deepEqual(await readdir(join(archive.dataFolder, "copies")), []);
    });

  it("is refused when no file came, or the form broke off", async () => {
    for (const body of ["", '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nPK']) {
      const answer = await archive.app.fetch(
        new Request(`http://archive.test${urls.broughtCopies()}`, {
          method: "POST",
          headers: {
            ...{ origin: "http://archive.test", host: "archive.test", cookie: member.cookie },
            "content-type": "multipart/form-data; boundary=x",
          },
          body,
        }),
      );
      assert.equal(answer.status, 422);
    }
    const stranger = await archive.send(urls.broughtCopies(), { file: new File(["x"], "x.zip") });
    assert.equal(stranger.status, 303);
  });

  it("is refused when it is larger than the owner lets it be, before all of it came", async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        if (sent === 1)
          controller.enqueue(
            words('--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'),
          );
        else controller.enqueue(new Uint8Array(10_000_000));
      },
    });
    const answer = await archive.app.fetch(
      new Request(`http://archive.test${urls.broughtCopies()}`, {
        method: "POST",
        headers: {
          ...{ origin: "http://archive.test", host: "archive.test", cookie: member.cookie },
          "content-type": "multipart/form-data; boundary=x",
        },
        body,
        duplex: "half",
      } as RequestInit),
    );
    assert.equal(answer.status, 413);
    assert.ok(sent < 12, `${sent} pieces were read`);
    assert.deepEqual(await readdir(join(archive.dataFolder, "copies")), []);
  });

  it("does no harm with its texts, wherever they stand", async () => {
    const evil =
      '<script>alert(1)</script><img src=x onerror=alert(2)><p onclick="alert(3)">Text\u0000</p><a href="javascript:alert(4)">x</a>';
    const bad = smallWork(
      {
        creators: [{ position: 0, role: "author", pseud_id: null, name: evil.slice(0, 290), accepted: 1 }],
        gifts: [{ position: 0, name: evil.slice(0, 290), addressed_as: evil.slice(0, 290) }],
        news: [{ id: "0000000001", text: evil, posted_at: 5, edited_at: null }],
      },
      {
        ...{ title: evil.slice(0, 290), summary: evil, notes: evil, end_notes: evil, disclaimer: evil },
        dedication: evil,
        conventions: evil,
      },
    );
    const series = {
      ...{ id: "0000000002", title: evil.slice(0, 290), summary: evil, notes: evil },
      ...{ expected_works: null, created_at: 1, updated_at: 1, removed_at: null },
    };
    const comment = {
      id: "0000000003",
      workId: bad.id,
      workTitle: evil,
      speaker: { kind: "guest", name: evil },
      text: evil,
      createdAt: 1,
    };
    const report = await bringIn(
      archive,
      member,
      smallCopy(
        [bad],
        {
          [`works/${bad.id}/chapters/${bad.chapterId}.html`]: evil,
          "comments/received.json": JSON.stringify([comment]),
        },
        {
          ...{ series: [series], seriesWorks: [{ series_id: series.id, work_id: bad.id, position: 1 }] },
          pseuds: [{ id: "0000000004", name: "Evil One", about: evil, created_at: 1 }],
          bookmarks: [{ work_id: "0000000005", note: evil, kept_at: 1, title: evil, names: [evil] }],
        },
      ),
    );
    assert.match(report, /In the archive now/);
    const rows = archive.database.reading;
    const { work_id: workId } = await rows
      .selectFrom("brought_works")
      .select("work_id")
      .executeTakeFirstOrThrow();
    const { series_id: seriesId } = await rows
      .selectFrom("brought_series")
      .select("series_id")
      .executeTakeFirstOrThrow();
    const { id: pseudId } = await rows
      .selectFrom("pseuds")
      .select("id")
      .where("name", "=", "Evil One")
      .executeTakeFirstOrThrow();
    for (const path of [
      ...[urls.work(workId), urls.wholeWork(workId), urls.series(seriesId), urls.writer(pseudId)],
      ...[
        urls.editWork(workId),
        urls.keptParts("bookmark"),
        urls.keptParts("comment-received"),
        urls.newest(),
      ],
    ])
      assert.deepEqual(harmsIn(await (await archive.get(path, member)).text()), [], path);
    assert.deepEqual(archive.logged, []);
  });

  it("never puts a work before others by a date that is to come, nor before readers with less of a warning", async () => {
    const future = Date.now() + 1e11;
    const late = smallWork(
      {},
      { title: "Late", revised_at: future, published_at: future, created_at: future },
    );
    const unrated = smallWork({}, { title: "Rated otherwise", rating_id: "thirty-plus" });
    const unwarned = smallWork(
      { warnings: [{ warning_id: "spiders", answer: "yes" }] },
      { title: "Warned otherwise" },
    );
    const unnamed = smallWork({}, { title: "Of nobody", anonymous: 1 });
    await bringIn(archive, member, smallCopy([late, unrated, unwarned, unnamed]));
    const works = await archive.database.reading
      .selectFrom("works")
      .innerJoin("brought_works", "brought_works.work_id", "works.id")
      .select(["title", "status", "revised_at"])
      .where("source_id", "in", [late.id, unrated.id, unwarned.id, unnamed.id])
      .orderBy("title")
      .execute();
    assert.deepEqual(
      works.map(({ title, status }) => [title, status]),
      [
        ["Late", "published"],
        ["Of nobody", "draft"],
        ["Rated otherwise", "draft"],
        ["Warned otherwise", "draft"],
      ],
    );
    assert.ok((works[0]?.revised_at ?? future) <= Date.now());
  });

  it("takes no name that is another's, and names nobody as its author unasked", async () => {
    const known = await archive.join("Marjoram Pike");
    const pseudId = "0000000006";
    const work = smallWork(
      {
        creators: [
          { position: 0, role: "author", pseud_id: pseudId, name: known.name, accepted: 1 },
          { position: 1, role: "author", pseud_id: "0000000007", name: known.name, accepted: 1 },
        ],
      },
      { title: "Borrowed plumes" },
    );
    await bringIn(
      archive,
      member,
      smallCopy([work], {}, { pseuds: [{ id: pseudId, name: known.name, about: "", created_at: 1 }] }),
    );
    const creators = await archive.database.reading
      .selectFrom("work_creators")
      .innerJoin("brought_works", "brought_works.work_id", "work_creators.work_id")
      .select(["pseud_id", "accepted"])
      .where("source_id", "=", work.id)
      .orderBy("position")
      .execute();
    assert.deepEqual(creators, [
      { pseud_id: member.pseudId, accepted: 1 },
      { pseud_id: known.pseudId, accepted: 0 },
    ]);
  });

  it("asks and gives no more people than a form does, none who blocks who brings it, and keeps no numbers too large to add", async () => {
    const wary = await archive.join("Teasel Marsh");
    await archive.send(urls.keepAway(member.pseudId), { blocked: "yes" }, wary);
    const name = (index: number) => (index === 0 ? wary.name : `Nobody ${index}`);
    const work = smallWork({
      creators: Array.from({ length: 320 }, (_, position) => ({
        ...{ position, role: "beta", pseud_id: null, name: name(position), accepted: 1 },
      })),
      gifts: Array.from({ length: 320 }, (_, position) => ({
        ...{ position, name: name(position), addressed_as: "" },
      })),
    });
    const most = Number.MAX_SAFE_INTEGER;
    const counts = ["2020-01", "2020-01"].map((month) => ({
      ...{ month, kudos: most, comments: most, bookmarks: most, subscribers: most },
    }));
    const readings = counts.map(({ month }) => ({
      ...{ chapterId: work.chapterId, month, finished: most, words: most, workFinished: most },
    }));
    const statistics = JSON.stringify([{ workId: work.id, readings, counts }]);
    const said = await bringIn(archive, member, smallCopy([work], { "statistics.json": statistics }));
    assert.match(said, /room for 1,000 tags, 300 names/);
    const reader = archive.database.reading;
    const { workId } = await reader
      .selectFrom("brought_works")
      .select("work_id as workId")
      .where("source_id", "=", work.id)
      .executeTakeFirstOrThrow();
    const rowsOf = async (table: "work_creators" | "work_gifts") =>
      (await reader.selectFrom(table).select("position").where("work_id", "=", workId).execute()).length;
    assert.deepEqual(
      [await rowsOf("work_creators"), await rowsOf("work_gifts")],
      // Whoever brings it is its author, and one receiver will not have it.
      [301, 299],
    );
    assert.doesNotMatch(await (await archive.get(urls.notices(), wary)).text(), new RegExp(workId));
    assert.equal((await archive.get(urls.ownStatistics(), member)).status, 200);
  });

  it("cannot ask whether a tag is there that stands on hidden works alone", async () => {
    const other = await archive.join("Burdock Lane");
    await giveWork(
      archive,
      other,
      { title: "Unseen", tags: [{ kindId: "fandom", name: "The Quiet Ledge" }] },
      [chapterFields()],
      "draft",
    );
    const tags = { "0000000011": "The Quiet Ledge", "0000000012": "No Such Ledge" };
    const filters = Object.entries(tags).map(([id, name]) => ({ id, name, query: `with=${id}` }));
    const filterTags = Object.fromEntries(
      Object.entries(tags).map(([id, name]) => [id, { kind: "fandom", name }]),
    );
    const newcomer = await archive.join("Yarrow Field");
    await bringIn(archive, newcomer, smallCopy([smallWork()], {}, { filters, filterTags }));
    const kept = await archive.database.reading
      .selectFrom("saved_filters")
      .select("name")
      .where("account_id", "=", newcomer.member.accountId)
      .execute();
    assert.deepEqual(kept, []);
  });

  it("leads nobody to another's work, whatever ids it claims", async () => {
    const other = await archive.join("Sorrel Finch");
    const { workId } = await giveWork(archive, other, { title: "Hers" }, [chapterFields()], "draft");
    const claimed = smallWork({}, { id: workId, title: "Mine now" });
    await bringIn(archive, member, smallCopy([claimed]));
    const hers = await archive.database.reading
      .selectFrom("works")
      .select(["title", "account_id"])
      .where("id", "=", workId)
      .executeTakeFirstOrThrow();
    assert.deepEqual(hers, { title: "Hers", account_id: other.member.accountId });
  });

  it("leaves a work out as a whole when a part of it is missing, and brings the others", async () => {
    const broken = smallWork({}, { title: "Without its story" });
    const doubled = smallWork({ queues: [{}, {}] }, { title: "Said wrongly" });
    const long = smallWork({}, { title: "x".repeat(400) });
    const whole = smallWork({}, { title: "Whole" });
    const report = await bringIn(
      archive,
      member,
      smallCopy([broken, doubled, long, whole], {
        [`works/${broken.id}/chapters/${broken.chapterId}.html`]: null,
      }),
    );
    assert.match(report, /Not brought in/);
    const rows = await archive.database.reading
      .selectFrom("brought_works")
      .select("source_id")
      .where("source_id", "in", [broken.id, doubled.id, long.id, whole.id])
      .execute();
    assert.deepEqual(rows, [{ source_id: whole.id }]);
    assert.deepEqual(archive.logged, []);
  });

  it("ends no more than the thread that reads it, and says so", async () => {
    const many = Array.from({ length: 900_000 }, (_, index) => `[${index * 7_919}]`).join(",");
    const account = `{"form":"pressie-copy","x":[${many}]}`;
    const paths = ["heavy.zip", "light.zip"].map((name) => join(archive.dataFolder, name));
    const [heavy = "", light = ""] = paths;
    await writeFile(heavy, smallCopy([], { "account.json": account }));
    await writeFile(light, smallCopy([smallWork()]));
    const reader = openCopyReader({ resourceLimits: { maxOldGenerationSizeMb: 32 } });
    try {
      await assert.rejects(reader.open(heavy), { trouble: "too-heavy" });
      const opened = await reader.open(light);
      assert.equal(opened.workIds.length, 1);
      await opened.close();
    } finally {
      await reader.close();
      for (const path of paths) await rm(path);
    }
  });

  it("is nobody else's to see, to begin or to forget", async () => {
    const other = await archive.join("Hazel Reed");
    const { path } = await sendCopy(archive, member, smallCopy([smallWork()]));
    assert.equal((await archive.get(path, other)).status, 404);
    assert.equal((await archive.send(path, {}, other)).status, 404);
    assert.equal((await archive.send(`${path}/removal`, {}, other)).status, 404);
    assert.equal((await archive.send(`${path}/removal`, {}, member)).status, 303);
    assert.deepEqual(await readdir(join(archive.dataFolder, "copies")), []);
  });

  it("leaves a copy alone that stopped the archive again and again", async () => {
    const { path } = await sendCopy(archive, member, smallCopy([smallWork()]));
    const id = path.split("/").at(-1) ?? "";
    const { report } = await archive.database.reading
      .selectFrom("brought_copies")
      .select("report")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const stopped = JSON.stringify({ ...z.object({}).loose().parse(JSON.parse(report)), tries: 5 });
    await archive.database.write((writer) =>
      writer
        .updateTable("brought_copies")
        .set({ state: "running", report: stopped })
        .where("id", "=", id)
        .execute(),
    );
    await archive.bringer.resume(Date.now());
    await archive.bringer.settled();
    const page = await (await archive.get(path, member)).text();
    assert.match(page, /again and again/);
  });
});

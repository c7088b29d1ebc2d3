import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../../../tests/archive.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { giveWork } from "../../../for-tests/give-work.ts";
import { findEditedSeries } from "../../../own-series.ts";
import { purgeRemoved } from "../../../purge-removed.ts";
import { removeWork } from "../../../remove-work.ts";
import type { WorkFields } from "../../../work-fields.ts";
import { findWork } from "../../../works.ts";

const day = 86_400_000;
const plain = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

describe("a series on its author's desk", () => {
  let archive: TestArchive;
  let author: CastMember;
  let reader: CastMember;
  let moderator: CastMember;
  let title: string;
  let count = 0;
  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Mina");
    reader = await archive.join("Tam");
    moderator = await archive.join("Rowan", "moderator");
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });
  beforeEach(() => {
    title = `Letters ${++count}`;
  });

  const part = async (name: string, fields: Partial<WorkFields> = {}, stays?: "draft") =>
    (
      await giveWork(
        archive,
        author,
        { title: name, series: { title, number: null }, ...fields },
        undefined,
        stays,
      )
    ).workId;
  const seriesOf = async (workId: string) =>
    (await findWork(archive.database.reading, author.member, workId))?.series ?? [];
  const idOf = async (workId: string) => (await seriesOf(workId))[0]?.seriesId ?? "";
  const edited = async (id: string) => {
    const series = await findEditedSeries(archive.database.reading, author.member, id);
    assert.ok(series);
    return series;
  };
  const places = async (id: string) =>
    (await edited(id)).parts.map(({ title: name, position }) => `${position} ${name}`);
  const page = async (path: string, as: CastMember | null = null) =>
    plain(await (await archive.get(path, as)).text());
  const good = { title: "", summary: "Of <em>two</em> friends.", notes: "Read in order.", expected: "5" };
  const save = async (id: string, fields: Record<string, string>, as = author) =>
    archive.send(urls.editSeries(id), { ...good, title, version: (await edited(id)).version, ...fields }, as);

  it("has a summary, notes and a number of works, shown to its readers", async () => {
    const id = await idOf(await part("The first"));
    assert.equal((await save(id, {})).status, 303);
    const seen = await page(urls.series(id));
    assert.match(seen, /1 of 5 works.*Of +two +friends\..*The first.*Notes Read in order\./);
    assert.match(await page(urls.editSeries(id), author), /Read in order\./);
  });

  it("tells its author alone what readers do not find there, and which numbers are missing", async () => {
    const first = await part("The first");
    await part("The hidden", { visibility: "private" });
    await part("The passed on", { visibility: "link" });
    await part("The draft", {}, "draft");
    const removed = await part("The removed");
    await part("The ninth", { series: { title, number: 9 } });
    await archive.database.write((writer) => removeWork(writer, author.member, removed, Date.now()));
    const id = await idOf(first);
    const own = await page(urls.series(id), author);
    assert.match(
      own,
      /The hidden \( ?for its writer alone ?\).*The passed on.*address.*The draft.*draft.*The removed.*in the trash/,
    );
    assert.match(own, /no part 6, 7, and 8 yet/);
    for (const as of [reader, moderator, null]) {
      const seen = await page(urls.series(id), as);
      assert.match(seen, /2 works/);
      for (const word of ["hidden", "passed on", "The draft", "removed", "For you alone", "no part"])
        assert.ok(!seen.includes(word), word);
    }
  });

  it("is there for its author before anything of it is published, and for nobody else", async () => {
    const id = await idOf(await part("The draft", {}, "draft"));
    assert.match(await page(urls.series(id), author), /0 works.*The draft/);
    for (const as of [reader, moderator, null])
      assert.equal((await archive.get(urls.series(id), as)).status, 404);
  });

  it("takes numbers with gaps, moves a work by a button, and takes one out", async () => {
    const [first, second, third] = [await part("A"), await part("B"), await part("C")];
    const id = await idOf(first);
    const order = (fields: Record<string, string>) => archive.send(urls.seriesOrder(id), fields, author);
    await order({ [`place-${first}`]: "7", [`place-${second}`]: "x", [`place-${third}`]: "2" });
    assert.deepEqual(await places(id), ["2 C", "3 B", "7 A"]);
    await order({ move: "up", work: first });
    assert.deepEqual(await places(id), ["2 C", "3 A", "7 B"]);
    await order({ move: "down", work: second });
    assert.deepEqual(await places(id), ["2 C", "3 A", "7 B"]);
    assert.equal(
      (await order({ move: "out", work: third })).headers.get("location"),
      `${urls.editSeries(id)}#parts`,
    );
    assert.deepEqual(await places(id), ["3 A", "7 B"]);
    await order({ move: "out", work: first });
    await save(id, { summary: "", notes: "" });
    assert.equal((await order({ move: "out", work: second })).headers.get("location"), urls.desk());
    assert.equal((await archive.get(urls.series(id), author)).status, 404);
    assert.equal((await archive.get(urls.work(first))).status, 200);
  });

  it("does not save over what was saved meanwhile, and shows what stands", async () => {
    const id = await idOf(await part("The first"));
    const { version } = await edited(id);
    await save(id, { summary: "The later word." });
    const refused = await save(id, { version, summary: "The earlier word." });
    assert.equal(refused.status, 409);
    const html = await refused.text();
    assert.match(plain(html), /later/);
    assert.ok(html.includes("The earlier word."));
    assert.equal((await edited(id)).summary, "<p>The later word.</p>");
    const now = /name="version" value="([^"]*)"/.exec(html)?.[1] ?? "";
    assert.equal((await save(id, { version: now, summary: "The earlier word." })).status, 303);
  });

  it("hands back what cannot be kept: no title, a title of another series, a number that is none", async () => {
    const id = await idOf(await part("The first"));
    await part("Elsewhere", { series: { title: `${title} again`, number: null } });
    for (const [fields, sentence] of [
      [{ title: " " }, /needs a title/],
      [{ title: `${title} AGAIN` }, /Another series of yours/],
      [{ expected: "many" }, /Type the number of works/],
    ] as const) {
      const refused = await save(id, fields);
      assert.equal(refused.status, 422);
      const html = await refused.text();
      assert.match(html, sentence);
      assert.ok(html.includes("Read in order."));
    }
  });

  it("goes to the trash and comes back as it was; its works stay", async () => {
    const first = await part("The first");
    const id = await idOf(first);
    await save(id, {});
    assert.match(await page(urls.seriesRemoval(id), author), /Its works stay as they are/);
    assert.equal((await archive.send(urls.seriesRemoval(id), {}, author)).status, 303);
    assert.deepEqual(await seriesOf(first), []);
    for (const as of [author, reader, null])
      assert.equal((await archive.get(urls.series(id), as)).status, 404);
    assert.equal((await archive.get(urls.editSeries(id), author)).status, 404);
    assert.ok(!(await page(urls.newest())).includes(title));
    assert.ok(!(await page(urls.desk(), author)).includes(title));
    assert.match(await page(urls.trash(), author), new RegExp(`${title} its 1 work stays`));
    assert.equal((await archive.send(urls.seriesReturn(id), {}, author)).status, 303);
    assert.match(await page(urls.series(id)), /1 of 5 works.*The first/);
  });

  it("is forgotten when the trash has kept it as long as promised", async () => {
    const first = await part("The first");
    const id = await idOf(first);
    await archive.send(urls.seriesRemoval(id), {}, author);
    await purgeRemoved(archive.database, archive.files, 60, Date.now() + 59 * day);
    assert.ok(await findEditedSeries(archive.database.reading, author.member, id));
    await purgeRemoved(archive.database, archive.files, 60, Date.now() + 61 * day);
    assert.equal(await findEditedSeries(archive.database.reading, author.member, id), undefined);
    assert.equal((await archive.get(urls.work(first))).status, 200);
  });

  it("is changed by its author alone", async () => {
    const work = await part("The first");
    const id = await idOf(work);
    const { version } = await edited(id);
    for (const as of [reader, moderator]) {
      assert.equal((await archive.get(urls.editSeries(id), as)).status, 404);
      assert.equal((await archive.get(urls.seriesRemoval(id), as)).status, 404);
      for (const path of [
        urls.editSeries(id),
        urls.seriesOrder(id),
        urls.seriesRemoval(id),
        urls.seriesReturn(id),
      ])
        assert.equal(
          (await archive.send(path, { ...good, title: "Mine now", version, move: "out", work }, as)).status,
          404,
        );
    }
    assert.equal((await edited(id)).title, title);
  });

  it("may share a work with other series, each with its own number", async () => {
    const other = `${title} and others`;
    const work = await part("Shared", { moreSeries: [{ title: other, number: 4 }] });
    assert.deepEqual((await seriesOf(work)).map((one) => one.title).sort(), [title, other]);
    const form = await (await archive.get(urls.editWork(work), author)).text();
    assert.ok(form.includes(`value="${title}"`) && form.includes(`value="${other}"`));
    assert.match(form, /name="series-3"/);
    const seen = await page(urls.work(work));
    assert.match(seen, new RegExp(`Part 1 of ${title} `));
    assert.match(seen, new RegExp(`Part 1 of ${other}`));
  });

  it("does not lead whoever knows the address of a hidden part on to the others", async () => {
    const open = await part("Open");
    const passedOn = await part("Passed on", { visibility: "link" });
    const id = await idOf(open);
    const seen = await (await archive.get(urls.work(passedOn))).text();
    assert.ok(!seen.includes(title) && !seen.includes(id));
    assert.match(await page(urls.work(passedOn), author), new RegExp(`Part of ${title}`));
  });
});

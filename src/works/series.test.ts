import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../tests/archive.ts";
import type { Person } from "../people/person.ts";
import { urls } from "../vocabulary/urls.ts";
import { changeWork } from "./change-work.ts";
import { giveWork, workFields } from "./for-tests/give-work.ts";
import { purgeRemoved } from "./purge-removed.ts";
import { removeWork } from "./remove-work.ts";
import { findOwnSeries, findSeries } from "./series.ts";
import type { WorkFields } from "./work-fields.ts";
import { findWork } from "./works.ts";

const day = 86_400_000;
const stranger: Person = { kind: "visitor" };

describe("a series", () => {
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
  after(() => archive.close());
  beforeEach(() => {
    title = `Letters ${++count}`;
  });

  const part = async (number: number | null, fields: Partial<WorkFields> = {}, stays?: "draft") => {
    const given = await giveWork(archive, author, { series: { title, number }, ...fields }, undefined, stays);
    return given.workId;
  };
  const change = async (workId: string, fields: Partial<WorkFields>) => {
    const work = await findWork(archive.database.reading, author.member, workId);
    assert.ok(work);
    await archive.database.write((writer) =>
      changeWork(writer, author.member, workId, work.version, workFields(author, fields), Date.now()),
    );
  };
  const place = async (workId: string) =>
    (await findOwnSeries(archive.database.reading, author.member.accountId, workId)).place?.position ?? null;
  const titles = async () =>
    (await findOwnSeries(archive.database.reading, author.member.accountId, null)).titles;
  const seriesOf = async (workId: string, person: Person = author.member) =>
    (await findWork(archive.database.reading, person, workId))?.series;
  const seriesIdOf = async (workId: string) => (await seriesOf(workId))?.[0]?.seriesId ?? "";
  const seenBy = async (person: Person, seriesId: string) =>
    (await findSeries(archive.database.reading, person, seriesId))?.parts.map(({ workId }) => workId);

  it("takes each work behind the last, knows its title in any spelling and takes the newest", async () => {
    const first = await part(null);
    const second = await part(null, { series: { title: title.toUpperCase(), number: null } });
    assert.deepEqual(await Promise.all([first, second].map(place)), [1, 2]);
    const known = await titles();
    assert.ok(known.includes(title.toUpperCase()) && !known.includes(title));
    assert.deepEqual(await seriesOf(first), [
      { seriesId: await seriesIdOf(first), title: title.toUpperCase(), number: 1 },
    ]);
  });

  it("keeps a work's place when it is saved anew, and moves on whoever stands where another comes", async () => {
    const [first, second, fourth] = [await part(null), await part(null), await part(4)];
    await change(second, { series: { title, number: null } });
    assert.equal(await place(second), 2);
    const moved = await part(1);
    assert.deepEqual(await Promise.all([moved, first, second, fourth].map(place)), [1, 2, 3, 4]);
    const version = async (id: string) =>
      (await findWork(archive.database.reading, author.member, id))?.version;
    assert.deepEqual(await Promise.all([first, second, fourth].map(version)), [2, 3, 1]);
  });

  it("goes when its last work leaves it, and not before the trash has forgotten a work taken away", async () => {
    const [first, second] = [await part(null), await part(null)];
    await change(first, { series: null, moreSeries: [] });
    assert.ok((await titles()).includes(title));
    await archive.database.write((writer) =>
      removeWork(writer, author.member, second, Date.now() - 90 * day),
    );
    assert.ok((await titles()).includes(title));
    await purgeRemoved(archive.database, archive.files, 60, Date.now());
    assert.ok(!(await titles()).includes(title));
  });

  it("belongs to its author: the same title by somebody else is another series", async () => {
    const own = await part(null);
    const { workId: other } = await giveWork(archive, reader, { series: { title, number: null } });
    assert.notEqual(await seriesIdOf(own), await seriesIdOf(other));
  });

  it("shows everybody only what they may see, and no gap where something is hidden", async () => {
    const hidden = await part(1, { visibility: "members" });
    const open = await part(2, { title: "The open one" });
    const draft = await part(3, {}, "draft");
    const last = await part(4, { title: "The last one" });
    const id = await seriesIdOf(open);
    for (const member of [author.member, reader.member, moderator.member])
      assert.deepEqual(await seenBy(member, id), [hidden, open, last]);
    assert.deepEqual(await seenBy(stranger, id), [open, last]);
    const numbers = async (person: Person) =>
      (await Promise.all([open, last].map((workId) => seriesOf(workId, person)))).map(
        (series) => series?.[0]?.number,
      );
    assert.deepEqual(await numbers(stranger), [1, 2]);
    assert.deepEqual(await numbers(reader.member), [2, 3]);
    assert.equal((await seriesOf(draft))?.[0]?.number, null);
  });

  it("is as absent as one that never was while none of its works is listed", async () => {
    const hidden = await part(null, { visibility: "members" });
    const id = await seriesIdOf(hidden);
    assert.equal((await archive.get(urls.series(id))).status, 404);
    assert.equal((await archive.get(urls.series(id), reader)).status, 200);
    const never = await (await archive.get(urls.series("0000000000"))).text();
    assert.equal((await (await archive.get(urls.series(id))).text()).replaceAll(id, "0000000000"), never);
    await part(null, {}, "draft");
    assert.deepEqual(await seenBy(author.member, id), [hidden]);
    for (const odd of ["x", "0000000001", "a".repeat(999)])
      assert.equal((await archive.get(urls.series(odd), author)).status, 404);
  });

  it("is said on a work's page and row, with the way on, and has a page of its own", async () => {
    const first = await part(null, { title: "The beginning" });
    const second = await part(null, { title: "The middle", visibility: "members" });
    const third = await part(null, { title: "The end", expectedChapters: 3 });
    const id = await seriesIdOf(first);
    const pageOf = async (path: string, as?: CastMember) => (await archive.get(path, as)).text();
    const plain = (html: string) => html.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");
    assert.match(plain(await pageOf(urls.work(third))), new RegExp(`Part 2 of ${title}`));
    assert.match(plain(await pageOf(urls.work(third), reader)), new RegExp(`Part 3 of ${title}`));
    const toStranger = await pageOf(urls.work(first));
    assert.match(plain(toStranger), /The next part: The end/);
    assert.ok(!toStranger.includes(second) && !toStranger.includes("The middle"));
    assert.match(plain(await pageOf(urls.work(first), reader)), /The next part: The middle/);
    assert.match(plain(await pageOf(urls.work(third))), /The part before: The beginning/);
    const series = plain(await pageOf(urls.series(id)));
    assert.match(series, /2 works.*20 words.*one part not complete yet/);
    assert.ok(series.indexOf("The beginning") < series.indexOf("The end"));
    assert.ok(!series.includes("By your own count"));
    assert.match(plain(await pageOf(urls.newest(), reader)), new RegExp(`Part 3 of ${title}`));
    assert.deepEqual(archive.logged, []);
  });

  it("tells its author their own numbers where readers see others", async () => {
    const first = await part(2);
    await part(5);
    const page = await (await archive.get(urls.series(await seriesIdOf(first)), author)).text();
    assert.match(page, /By your own count these are the parts 2 and 5\./);
    const toReader = await (await archive.get(urls.series(await seriesIdOf(first)), reader)).text();
    assert.ok(!toReader.includes("own count"));
  });
});

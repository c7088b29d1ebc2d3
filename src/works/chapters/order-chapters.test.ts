import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { addChapter } from "../add-chapter.ts";
import { chapterFields, giveWork } from "../for-tests/give-work.ts";
import { listChapters } from "../works.ts";
import { orderChapters } from "./order-chapters.ts";
import { removeChapter } from "./remove-chapter.ts";
import { returnChapter } from "./return-chapter.ts";

describe("putting chapters in order", () => {
  let archive: TestArchive;
  let author: CastMember;
  let workId: string;
  let ids: string[];

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
  });
  after(() => archive.close());

  const begin = async () => {
    const chapters = ["one", "two", "three"].map((title) => chapterFields({ title }));
    ({ workId, chapterIds: ids } = await giveWork(archive, author, { expectedChapters: null }, chapters));
  };
  const order = (wish: string[]) =>
    archive.database.write((writer) => orderChapters(writer, author.member, workId, wish, 9_000));
  const titles = async () => {
    const chapters = await listChapters(archive.database.reading, { id: workId, mine: true });
    assert.deepEqual(
      chapters.map(({ number }) => number),
      chapters.map((_, index) => index + 1),
    );
    return chapters.map(({ title }) => title);
  };

  it("follows the wish", async () => {
    await begin();
    await order([...ids].reverse());
    assert.deepEqual(await titles(), ["three", "two", "one"]);
  });

  it("keeps a chapter that was added after the form was opened", async () => {
    await begin();
    const stale = [...ids].reverse();
    await archive.database.write((writer) =>
      addChapter(writer, author.member, workId, chapterFields({ title: "four" }), 8_000),
    );
    await order(stale);
    assert.deepEqual(await titles(), ["three", "two", "one", "four"]);
  });

  it("ignores what is named twice and what is no chapter of this work", async () => {
    await begin();
    const [one = "", two = "", three = ""] = ids;
    await order([two, two, "0000000000", one, three, one]);
    assert.deepEqual(await titles(), ["two", "one", "three"]);
  });

  it("keeps the place of a chapter in the trash for when it is taken back", async () => {
    await begin();
    const [one = "", two = "", three = ""] = ids;
    await archive.database.write((writer) => removeChapter(writer, author.member, workId, two, 8_000));
    await order([three, one]);
    assert.deepEqual(await titles(), ["three", "one"]);
    await archive.database.write((writer) => returnChapter(writer, author.member, workId, two, 8_500));
    assert.deepEqual(await titles(), ["three", "two", "one"]);
  });
});

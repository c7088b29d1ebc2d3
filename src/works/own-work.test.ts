import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../tests/archive.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { addChapter } from "./add-chapter.ts";
import { changeChapter } from "./change-chapter.ts";
import { changeWork } from "./change-work.ts";
import { orderChapters } from "./chapters/order-chapters.ts";
import { removeChapter } from "./chapters/remove-chapter.ts";
import { returnChapter } from "./chapters/return-chapter.ts";
import { chapterFields, giveWork, workFields } from "./for-tests/give-work.ts";
import { publishChapter } from "./publish-chapter.ts";
import { publishWork } from "./publish-work.ts";
import { removeWork } from "./remove-work.ts";
import { returnWork } from "./return-work.ts";

type Operation = (writer: Writer, who: CastMember, workId: string, chapterId: string) => Promise<unknown>;

/** Every operation an author may do to a work that stands. */
const operations: Record<string, Operation> = {
  "change the work": (writer, who, work) =>
    changeWork(writer, who.member, work, 1, workFields(who, { title: "Mine now" }), 9_000),
  "publish the work": (writer, who, work) => publishWork(writer, who.member, work, 9_000),
  "add a chapter": (writer, who, work) => addChapter(writer, who.member, work, chapterFields(), 9_000),
  "change a chapter": (writer, who, work, chapter) =>
    changeChapter(writer, who.member, work, chapter, 1, chapterFields({ title: "Mine now" }), 9_000),
  "publish a chapter": (writer, who, work, chapter) =>
    publishChapter(writer, who.member, work, chapter, 9_000),
  "order the chapters": (writer, who, work, chapter) =>
    orderChapters(writer, who.member, work, [chapter], 9_000),
  "take a chapter away": (writer, who, work, chapter) =>
    removeChapter(writer, who.member, work, chapter, 9_000),
  "take a chapter back": (writer, who, work, chapter) =>
    returnChapter(writer, who.member, work, chapter, 9_000),
};
/** Those that may be asked of a work in the trash too. */
const trashOperations: Record<string, Operation> = {
  "take the work away": (writer, who, work) => removeWork(writer, who.member, work, 9_000),
  "take the work back": (writer, who, work) => returnWork(writer, who.member, work, 9_000),
};

describe("whose work it is", () => {
  let archive: TestArchive;
  let author: CastMember;
  const others: CastMember[] = [];

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    others.push(
      await archive.join("megan_peta"),
      await archive.join("tessellate"),
      await archive.join("saltmarsh", "moderator"),
      await archive.join("keeper", "owner"),
    );
  });
  after(() => archive.close());

  /** Everything there is about works, to see that nothing moved. */
  const everything = () =>
    Promise.all(
      (["works", "chapters", "work_creators", "work_tags", "events"] as const).map((table) =>
        archive.database.reading.selectFrom(table).selectAll().execute(),
      ),
    );

  for (const [name, operation] of Object.entries({ ...operations, ...trashOperations }))
    it(`does not exist for anybody else who would ${name}: beta reader, reader, moderator, owner`, async () => {
      const thanked = { credits: [{ role: "beta" as const, name: "megan_peta" }] };
      const chapters = [chapterFields(), chapterFields()];
      const published = { ...thanked, expectedChapters: null };
      const works = [
        await giveWork(archive, author, published, chapters),
        await giveWork(archive, author, thanked, chapters, "draft"),
      ];
      const before = await everything();
      for (const { workId, chapterIds } of works)
        for (const other of others)
          await assert.rejects(
            archive.database.write((writer) => operation(writer, other, workId, chapterIds[0] ?? "")),
            NotFound,
          );
      assert.deepEqual(await everything(), before);
    });

  for (const [name, operation] of Object.entries(operations))
    it(`does not exist in the trash, even for its author who would ${name}`, async () => {
      const { workId, chapterIds } = await giveWork(archive, author, { expectedChapters: null }, [
        chapterFields(),
        chapterFields(),
      ]);
      await archive.database.write((writer) => removeWork(writer, author.member, workId, 8_000));
      await assert.rejects(
        archive.database.write((writer) => operation(writer, author, workId, chapterIds[0] ?? "")),
        NotFound,
      );
    });

  for (const name of ["change a chapter", "publish a chapter"])
    it(`does not ${name} that lies in the trash`, async () => {
      const { workId, chapterIds } = await giveWork(
        archive,
        author,
        {},
        [chapterFields(), chapterFields()],
        "draft",
      );
      const chapter = chapterIds[0] ?? "";
      await archive.database.write((writer) => removeChapter(writer, author.member, workId, chapter, 8_000));
      await assert.rejects(
        archive.database.write(
          (writer) => operations[name]?.(writer, author, workId, chapter) ?? Promise.resolve(),
        ),
        NotFound,
      );
    });

  it("does not reach a chapter through another work of the same author", async () => {
    const one = await giveWork(archive, author);
    const other = await giveWork(archive, author);
    for (const name of [
      "change a chapter",
      "publish a chapter",
      "take a chapter away",
      "take a chapter back",
    ])
      await assert.rejects(
        archive.database.write(
          (writer) =>
            operations[name]?.(writer, author, one.workId, other.chapterIds[0] ?? "") ?? Promise.resolve(),
        ),
        NotFound,
      );
  });
});

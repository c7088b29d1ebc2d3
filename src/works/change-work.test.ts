import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../tests/archive.ts";
import { addPseud } from "../people/add-pseud.ts";
import { findOwnPseuds } from "../people/pseuds.ts";
import { changeChapter } from "./change-chapter.ts";
import { changeWork } from "./change-work.ts";
import { chapterFields, giveWork, workFields } from "./for-tests/give-work.ts";
import { SavedMeanwhile } from "./own-work.ts";
import { recipientId } from "./recipient-id.ts";
import { NotReady } from "./what-is-lacking.ts";
import type { WorkFields } from "./work-fields.ts";
import { findChapter, findOwnWork } from "./works.ts";

describe("changing a work", () => {
  let archive: TestArchive;
  let author: CastMember;

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
  });
  after(() => archive.close());

  const change = (workId: string, version: number, fields: Partial<WorkFields>) =>
    archive.database.write((writer) =>
      changeWork(writer, author.member, workId, version, workFields(author, fields), 9_000),
    );
  const found = async (workId: string) => {
    const work = await findOwnWork(archive.database.reading, author.member, workId);
    assert.ok(work);
    return work;
  };

  it("keeps everything an author says, and gives it back in their order and spelling", async () => {
    await archive.database.write((writer) =>
      addPseud(writer, author.member.accountId, "Quillfeather", Date.now() + 1_000),
    );
    const pseuds = (await findOwnPseuds(archive.database.reading, author.member.accountId)).reverse();
    const reader = await archive.join("tessellate");
    const { workId } = await giveWork(archive, author, {}, undefined, "draft");
    await change(workId, 1, {
      title: "The Yellow Horse & Co.",
      summary: "<p>A <em>short</em> summary.</p>",
      dedication: "<p>For Tam.</p>",
      authorPseudIds: pseuds.map(({ id }) => id),
      credits: [
        { role: "author", name: "a friend without an account" },
        { role: "beta", name: "TESSELLATE" },
      ],
      gifts: [
        { name: "tessellate", addressedAs: "Tess" },
        { name: "somebody else", addressedAs: "" },
      ],
      tags: [
        { kindId: "fandom", name: "kidnapped" },
        { kindId: "fandom", name: "Treasure Island" },
        { kindId: "additional", name: "Sixpence, Please" },
      ],
      warnings: [{ warningId: "underage", answer: "no" }],
      categoryIds: ["gen", "other"],
      ratingId: "teen",
      language: "gd",
      expectedChapters: 12,
      visibility: "members",
    });
    const work = await found(workId);
    assert.equal(work.version, 2);
    assert.deepEqual(
      work.creators.map(({ role, name, pseudId }) => [role, name, pseudId]),
      [
        ...pseuds.map(({ id, name }) => ["author", name, id]),
        ["author", "a friend without an account", null],
        // She was asked, and has not answered: the name as it was typed, and no way to her page.
        ["beta", "TESSELLATE", null],
      ],
    );
    assert.deepEqual(
      work.gifts.map(({ name, addressedAs, recipientId }) => [name, addressedAs, recipientId]),
      [
        ["tessellate", "Tess", reader.pseudId],
        ["somebody else", "", recipientId(null, "Somebody  Else")],
      ],
    );
    assert.deepEqual(
      work.tags.map(({ name }) => name),
      ["kidnapped", "Treasure Island", "Sixpence, Please"],
    );
    assert.deepEqual(
      work.warnings.map(({ id, answer }) => [id, answer]),
      [["underage", "no"]],
    );
    assert.deepEqual(
      work.categories.map(({ id }) => id),
      ["gen", "other"],
    );
    assert.deepEqual(
      [work.title, work.summary, work.dedication, work.rating.id, work.language, work.expectedChapters],
      ["The Yellow Horse & Co.", "<p>A <em>short</em> summary.</p>", "<p>For Tam.</p>", "teen", "gd", 12],
    );
    assert.equal(work.visibility, "members");
  });

  it("refuses a form that another save overtook, and changes nothing", async () => {
    const { workId } = await giveWork(archive, author, {}, undefined, "draft");
    await change(workId, 1, { title: "First" });
    await assert.rejects(change(workId, 1, { title: "Second" }), SavedMeanwhile);
    assert.equal((await found(workId)).title, "First");
    await change(workId, 2, { title: "Second, knowingly" });
    assert.equal((await found(workId)).title, "Second, knowingly");
  });

  it("does not take from a published work what readers find it by", async () => {
    const { workId } = await giveWork(archive, author);
    for (const fields of [{ title: "" }, { tags: [] }, { authorPseudIds: [] }])
      await assert.rejects(change(workId, 1, fields), NotReady);
    const work = await found(workId);
    assert.deepEqual([work.title, work.tags.length, work.creators.length], ["The Second Violin", 1, 1]);
  });

  it("lets a draft lack anything", async () => {
    const { workId } = await giveWork(archive, author, {}, undefined, "draft");
    await change(workId, 1, { title: "", tags: [], authorPseudIds: [] });
    assert.equal((await found(workId)).title, "");
  });

  it("does not let somebody be named the author of a work by writing down their name", async () => {
    const other = await archive.join("Rook");
    const { workId } = await giveWork(
      archive,
      author,
      { authorPseudIds: [other.pseudId] },
      undefined,
      "draft",
    );
    assert.deepEqual((await found(workId)).creators, []);
    await change(workId, 1, { credits: [{ role: "author", name: "Rook" }] });
    const rows = await archive.database.reading
      .selectFrom("work_creators")
      .select("accepted")
      .where("work_id", "=", workId)
      .where("pseud_id", "=", other.pseudId)
      .execute();
    assert.deepEqual(
      rows.map(({ accepted }) => accepted),
      [0],
    );
  });

  it("refuses a chapter that another save overtook, and one that would leave readers nothing", async () => {
    const { workId, chapterIds } = await giveWork(archive, author);
    const chapterId = chapterIds[0] ?? "";
    const save = (version: number, story: string) =>
      archive.database.write((writer) =>
        changeChapter(writer, author.member, workId, chapterId, version, chapterFields({ story }), 9_000),
      );
    await save(1, "<p>Newer.</p>");
    await assert.rejects(save(1, "<p>Stale.</p>"), SavedMeanwhile);
    await assert.rejects(save(2, ""), NotReady);
    const chapter = await findChapter(archive.database.reading, await found(workId), chapterId);
    assert.deepEqual([chapter?.story, chapter?.version], ["<p>Newer.</p>", 2]);
  });
});

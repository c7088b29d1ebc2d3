import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../../../tests/archive.ts";
import { addPseud } from "../../../../people/add-pseud.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { addChapter } from "../../../add-chapter.ts";
import { changeChapter } from "../../../change-chapter.ts";
import { changeWork } from "../../../change-work.ts";
import { chapterFields, giveWork, storyOf, workFields } from "../../../for-tests/give-work.ts";
import { attachOriginal, keepOriginal } from "../../../originals.ts";
import { forgetRefusals } from "../../../refused-credits.ts";
import type { CreatorRole } from "../../../work.ts";
import { findOwnWork } from "../../../works.ts";

describe("being named on somebody's work", () => {
  let archive: TestArchive;
  let author: CastMember;
  let friend: CastMember;
  let stranger: CastMember;
  let quill: string;

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    friend = await archive.join("Rook");
    stranger = await archive.join("tessellate");
    quill = (
      await archive.database.write((writer) =>
        addPseud(writer, friend.member.accountId, "Quillfeather", Date.now() + 1_000),
      )
    ).id;
  });
  after(() => archive.close());

  const shared = (role: CreatorRole, stays: "draft" | "published" = "published", title = "Two Hands") =>
    giveWork(archive, author, { title, credits: [{ role, name: "ROOK" }] }, undefined, stays);
  const answer = (workId: string, role: CreatorRole, says: string, as = friend) =>
    archive.send(urls.invitations(), { work: workId, pseud: friend.pseudId, role, answer: says }, as);
  const page = async (path: string, as: CastMember | null) => (await archive.get(path, as)).text();
  const named = async (workId: string) =>
    (
      await archive.database.reading
        .selectFrom("work_creators")
        .select(["role", "name", "accepted"])
        .where("work_id", "=", workId)
        .orderBy("position")
        .execute()
    ).map(({ role, name, accepted }) => `${role} ${name} ${accepted}`);
  const linkTo = (pseudId: string) => `href="${urls.writer(pseudId)}"`;

  it("shows readers the name as it was typed and no way to the page, until they say yes", async () => {
    const { workId } = await shared("author", "published", "Until Yes");
    for (const who of [null, stranger, author]) {
      const text = await page(urls.work(workId), who);
      assert.match(text, /ROOK/);
      assert.ok(!text.includes(linkTo(friend.pseudId)));
    }
    assert.ok(!(await page(urls.writer(friend.pseudId), null)).includes("Until Yes"));
    assert.equal((await archive.get(urls.editWork(workId), friend)).status, 404);
    assert.match(await page(urls.desk(), friend), /You are asked to be named on/);
    assert.match(await page(urls.invitations(), friend), /Until Yes/);

    assert.equal((await answer(workId, "author", "yes")).status, 303);
    const text = await page(urls.work(workId), null);
    assert.ok(text.includes(linkTo(friend.pseudId)) && !text.includes("ROOK"));
    assert.ok((await page(urls.writer(friend.pseudId), null)).includes("Until Yes"));
  });

  it("lets an author who said yes see drafts and change everything", async () => {
    const { workId, chapterIds } = await shared("author", "draft");
    assert.equal((await archive.get(urls.work(workId), friend)).status, 404);
    await answer(workId, "author", "yes");
    assert.equal((await archive.get(urls.work(workId), friend)).status, 200);
    assert.equal((await archive.get(urls.editWork(workId), friend)).status, 200);
    assert.equal((await archive.get(urls.editChapter(workId, chapterIds[0] ?? ""), friend)).status, 200);
    await archive.database.write((writer) =>
      addChapter(writer, friend.member, workId, chapterFields({ title: "Mine too" }), Date.now()),
    );
    assert.match(await page(urls.desk(), friend), /another author keeps it/);
    await archive.database.write((writer) =>
      changeChapter(
        writer,
        friend.member,
        workId,
        chapterIds[0] ?? "",
        1,
        chapterFields({ story: storyOf(12) }),
        Date.now(),
      ),
    );
    const versions = await page(urls.chapterRevisions(workId, chapterIds[0] ?? ""), author);
    for (const name of ["Rook", "Marchpane"])
      assert.match(versions, new RegExp(`saved by <span dir="auto">${name}`));
    assert.match(await page(urls.editWork(workId), author), /Together with <span dir="auto">Rook/);
  });

  for (const role of ["beta", "artist", "translator"] as const)
    it(`puts the work on the page of its ${role}, in that role, and lets them change nothing`, async () => {
      const { workId } = await shared(role, "published", `By hand of a ${role}`);
      await answer(workId, role, "yes");
      const own = await page(urls.writer(friend.pseudId), null);
      assert.ok(own.includes(`By hand of a ${role}`));
      assert.match(own, new RegExp(`Here as ${role}`));
      assert.equal((await archive.get(urls.editWork(workId), friend)).status, 404);
      assert.equal(await findOwnWork(archive.database.reading, friend.member, workId), undefined);
    });

  it("does not show a draft to its beta reader", async () => {
    const { workId } = await shared("beta", "draft");
    await answer(workId, "beta", "yes");
    assert.equal((await archive.get(urls.work(workId), friend)).status, 404);
  });

  it("takes the name off at a no, and asks no more for a while", async () => {
    const { workId } = await shared("author");
    assert.equal((await answer(workId, "author", "no")).status, 303);
    assert.deepEqual(await named(workId), ["author Marchpane 1"]);
    const again = workFields(author, { credits: [{ role: "beta", name: "rook" }] });
    const work = await findOwnWork(archive.database.reading, author.member, workId);
    await archive.database.write((writer) =>
      changeWork(writer, author.member, workId, work?.version ?? 0, again, Date.now()),
    );
    assert.deepEqual(await named(workId), ["author Marchpane 1"]);
    const refused = await archive.send(
      urls.editWork(workId),
      { title: "Two Hands", pseud: author.pseudId, "credit-beta": "Rook", version: "2", language: "en" },
      author,
    );
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /Rook does not want to be named on this work/);

    await archive.database.write((writer) => forgetRefusals(writer, 90, Date.now() + 91 * 86_400_000));
    await archive.database.write((writer) =>
      changeWork(writer, author.member, workId, (work?.version ?? 0) + 1, again, Date.now()),
    );
    assert.deepEqual(await named(workId), ["author Marchpane 1", "beta rook 0"]);
  });

  it("does not let anybody else answer, nor anybody answer twice", async () => {
    const { workId } = await shared("author");
    for (const says of ["yes", "no", "", "maybe"])
      for (const who of [author, stranger])
        assert.equal((await answer(workId, "author", says, who)).status, 404);
    assert.equal((await answer(workId, "beta", "yes")).status, 404);
    assert.equal((await answer(workId, "author", "yes")).status, 303);
    for (const says of ["yes", "no"]) assert.equal((await answer(workId, "author", says)).status, 404);
    assert.deepEqual(await named(workId), ["author Marchpane 1", "author Rook 1"]);
  });

  it("does not let somebody who writes it with others take the work away", async () => {
    const { workId } = await shared("author");
    await answer(workId, "author", "yes");
    const asked = await archive.get(urls.workRemoval(workId), friend);
    assert.equal(asked.headers.get("location"), urls.leaving(workId));
    assert.equal((await archive.send(urls.workRemoval(workId), {}, friend)).status, 404);
    assert.equal((await archive.send(urls.workRemoval(workId), {}, author)).status, 303);
    assert.equal((await archive.send(urls.workReturn(workId), {}, friend)).status, 404);
    assert.equal((await archive.send(urls.workReturn(workId), {}, author)).status, 303);
  });

  it("hands the keeping on when the keeper leaves, and takes along only what was theirs", async () => {
    const { workId, chapterIds } = await giveWork(archive, author, {
      credits: [
        { role: "author", name: "Rook" },
        { role: "author", name: "Quillfeather" },
      ],
      series: { title: "Marchpane’s own", number: null },
    });
    const given = { bytes: new Uint8Array([0x61, 0x62]), fileName: "hers.txt", mediaType: "text/plain" };
    const originalId = await keepOriginal(archive.database, archive.files, author.member, given, Date.now());
    await archive.database.write((writer) =>
      attachOriginal(writer, author.member, originalId, workId, chapterIds[0] ?? ""),
    );
    const { file_key } = await archive.database.reading
      .selectFrom("originals")
      .select("file_key")
      .where("id", "=", originalId)
      .executeTakeFirstOrThrow();
    await answer(workId, "author", "yes");
    assert.match(
      await page(urls.leaving(workId), author),
      /from then on <span dir="auto">Rook<\/span> keeps it/,
    );
    assert.equal((await archive.send(urls.leaving(workId), { role: "author" }, author)).status, 303);

    // Quillfeather is the friend's too, and was named by another: still only asked.
    assert.deepEqual(await named(workId), ["author Rook 1", "author Quillfeather 0"]);
    assert.equal((await archive.get(urls.editWork(workId), author)).status, 404);
    const kept = await findOwnWork(archive.database.reading, friend.member, workId);
    assert.equal(kept?.kept, true);
    assert.deepEqual(kept?.series, []);
    assert.equal(await archive.files.read(file_key), null);
    assert.equal((await archive.get(urls.workRemoval(workId), friend)).status, 200);
    assert.ok(quill);
  });

  it("does not let the last author leave, and says what can be done instead", async () => {
    const { workId } = await shared("author");
    const said = await page(urls.leaving(workId), author);
    assert.match(said, /You are the only author who has said yes/);
    for (const path of [urls.orphaning(workId), urls.workRemoval(workId)]) {
      assert.ok(said.includes(`href="${path}"`));
      assert.equal((await archive.get(path, author)).status, 200);
    }
    const refused = await archive.send(urls.leaving(workId), { role: "author" }, author);
    assert.equal(refused.status, 409);
    assert.deepEqual(await named(workId), ["author Marchpane 1", "author ROOK 0"]);
    assert.equal((await archive.send(urls.leaving(workId), { role: "author" }, friend)).status, 404);
  });

  it("lets helpers take their names off, also from a draft they cannot open", async () => {
    const { workId } = await shared("artist", "draft");
    await answer(workId, "artist", "yes");
    assert.match(await page(urls.invitations(), friend), /You are its artist/);
    assert.equal((await archive.get(urls.leaving(workId), friend)).status, 200);
    assert.equal((await archive.get(urls.leaving(workId), stranger)).status, 404);
    assert.equal((await archive.send(urls.leaving(workId), { role: "artist" }, friend)).status, 303);
    assert.deepEqual(await named(workId), ["author Marchpane 1"]);
    assert.equal((await archive.get(urls.leaving(workId), friend)).status, 404);
  });

  it("asks nobody about a work in the trash", async () => {
    const { workId } = await shared("author", "published", "Thrown away");
    await archive.send(urls.workRemoval(workId), {}, author);
    assert.ok(!(await page(urls.invitations(), friend)).includes("Thrown away"));
    assert.equal((await answer(workId, "author", "yes")).status, 404);
  });
});

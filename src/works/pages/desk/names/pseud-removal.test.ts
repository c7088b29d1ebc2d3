import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../../../tests/archive.ts";
import { addPseud } from "../../../../people/add-pseud.ts";
import { giveHelpingRole } from "../../../../people/helpers.ts";
import { findPseud } from "../../../../people/pseuds.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { giveWork } from "../../../for-tests/give-work.ts";
import { removeWork } from "../../../remove-work.ts";

describe("giving a name up", () => {
  let archive: TestArchive;
  let writer: CastMember;
  let other: CastMember;
  let old: { id: string; name: string };
  let count = 0;
  before(async () => {
    archive = await openTestArchive();
    other = await archive.join("tessellate");
  });
  after(() => archive.close());
  beforeEach(async () => {
    writer = await archive.join(`Marchpane ${++count}`);
    old = await archive.database.write((tx) =>
      addPseud(tx, writer.member.accountId, `Quill ${count}`, Date.now() + 1_000),
    );
  });

  const remove = (pseudId: string, to = "", as: CastMember | null = writer) =>
    archive.send(urls.pseudRemoval(pseudId), { to }, as);
  const under = () => ({ ...writer, pseudId: old.id });
  const names = async (workId: string) =>
    (
      await archive.database.reading
        .selectFrom("work_creators")
        .select(["name", "pseud_id"])
        .where("work_id", "=", workId)
        .orderBy("position")
        .execute()
    ).map(({ name, pseud_id }) => [name, pseud_id]);

  it("is refused while works stand under it, and names them", async () => {
    await giveWork(archive, under(), { title: "The Second Violin" });
    await giveWork(archive, under(), { title: "Still in the drawer" }, undefined, "draft");
    const page = await (await archive.get(urls.pseudRemoval(old.id), writer)).text();
    for (const title of ["The Second Violin", "Still in the drawer"]) assert.ok(page.includes(title));
    assert.equal((await remove(old.id)).status, 409);
    assert.ok(await findPseud(archive.database.reading, old.id));
  });

  it("puts another name of theirs on every work, the trash's too, and leaves nothing of the old one", async () => {
    const { workId } = await giveWork(archive, under(), {
      title: "The Second Violin",
      credits: [{ role: "translator", name: old.name }],
    });
    const both = await giveWork(archive, writer, { credits: [{ role: "author", name: old.name }] });
    const thrown = await giveWork(archive, under());
    await archive.database.write((tx) => removeWork(tx, writer.member, thrown.workId, Date.now()));
    assert.equal((await remove(old.id, writer.pseudId)).status, 303);
    const now = [writer.name, writer.pseudId];
    assert.deepEqual(await names(workId), [now, now]);
    assert.deepEqual(await names(both.workId), [now]);
    assert.deepEqual(await names(thrown.workId), [now]);
    for (const path of [urls.work(workId), urls.works(), urls.download(workId, "html"), urls.newest()]) {
      const text = await (await archive.get(path)).text();
      assert.ok(!text.includes(old.name) && text.includes(writer.name), path);
    }
    assert.equal((await archive.get(urls.writer(old.id))).status, 404);
    assert.match(await (await archive.get(urls.works(`writer=${writer.pseudId}`))).text(), /Second Violin/);
  });

  it("lets stand what others wrote down, without a way from it to the other name", async () => {
    const { workId } = await giveWork(archive, other, {
      title: "For a friend",
      gifts: [{ name: old.name, addressedAs: "" }],
      credits: [{ role: "author", name: old.name }],
    });
    assert.equal((await remove(old.id)).status, 303);
    const html = await (await archive.get(urls.work(workId))).text();
    assert.ok(html.includes(old.name) && !html.includes(writer.name));
    assert.deepEqual(await names(workId), [
      ["tessellate", other.pseudId],
      [old.name, null],
    ]);
    const gift = await archive.database.reading
      .selectFrom("work_gifts")
      .select(["name", "pseud_id"])
      .where("work_id", "=", workId)
      .executeTakeFirstOrThrow();
    assert.deepEqual(gift, { name: old.name, pseud_id: null });
  });

  it("is refused for the only name, for one the owner asked to help, and for one that is somebody else's", async () => {
    assert.equal((await remove(other.pseudId, "", other)).status, 409);
    await archive.database.write((tx) => giveHelpingRole(tx, old.name, "wrangler", Date.now()));
    assert.equal((await remove(old.id)).status, 409);
    assert.equal((await remove(writer.pseudId, other.pseudId)).status, 404);
    assert.equal((await remove(writer.pseudId, old.id, other)).status, 404);
    assert.equal((await archive.get(urls.pseudRemoval(writer.pseudId), other)).status, 404);
    assert.equal((await archive.get(urls.pseudRemoval(writer.pseudId))).status, 303);
  });

  it("lets somebody else take the name afterwards", async () => {
    assert.equal((await remove(old.id)).status, 303);
    const taken = await archive.send(urls.accountPseuds(), { name: old.name }, other);
    assert.equal(taken.status, 303);
  });
});

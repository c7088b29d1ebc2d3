import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { addPseud } from "../../people/add-pseud.ts";
import { changeWork } from "../change-work.ts";
import { giveWork, workFields } from "../for-tests/give-work.ts";
import type { WorkFields } from "../work-fields.ts";
import { findOwnWork } from "../works.ts";

describe("who is named on a work", () => {
  let archive: TestArchive;
  let author: CastMember;
  let friend: CastMember;
  let quill: string;

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    friend = await archive.join("Rook");
    quill = (
      await archive.database.write((writer) =>
        addPseud(writer, author.member.accountId, "Quillfeather", Date.now() + 1_000),
      )
    ).id;
  });
  after(() => archive.close());

  const creators = (workId: string) =>
    archive.database.reading
      .selectFrom("work_creators")
      .select(["role", "name", "accepted", "pseud_id", "invited_at"])
      .where("work_id", "=", workId)
      .orderBy("position")
      .execute();
  const named = async (workId: string) =>
    (await creators(workId)).map(({ role, name, accepted }) => `${role} ${name} ${accepted}`);
  const accept = (workId: string) =>
    archive.database.write((writer) =>
      writer.updateTable("work_creators").set({ accepted: 1 }).where("work_id", "=", workId).execute(),
    );
  const save = async (workId: string, who: CastMember, fields: Partial<WorkFields>) => {
    const work = await findOwnWork(archive.database.reading, who.member, workId);
    await archive.database.write((writer) =>
      changeWork(writer, who.member, workId, work?.version ?? 0, workFields(who, fields), 9_000),
    );
  };
  const withRook = { credits: [{ role: "author" as const, name: "rook" }] };

  it("asks somebody else's pseud, and lets a free name stand", async () => {
    const { workId } = await giveWork(archive, author, {
      credits: [
        { role: "author", name: "rook" },
        { role: "beta", name: "an old friend" },
      ],
    });
    assert.deepEqual(await named(workId), ["author Marchpane 1", "author rook 0", "beta an old friend 0"]);
    const facts = await archive.database.reading
      .selectFrom("events")
      .select("body")
      .where("type", "=", "creator-invited")
      .execute();
    assert.deepEqual(
      facts.map(({ body }) => JSON.parse(body)),
      [{ type: "creator-invited", workId, pseudId: friend.pseudId }],
    );
  });

  it("asks once, however often the form is saved", async () => {
    const { workId } = await giveWork(archive, author, withRook);
    const [, asked] = await creators(workId);
    await save(workId, author, withRook);
    assert.deepEqual((await creators(workId))[1], asked);
  });

  it("keeps the answer and the place of an author who said yes, whatever another saves", async () => {
    const { workId } = await giveWork(archive, author, withRook);
    await accept(workId);
    await save(workId, author, { credits: [] });
    assert.deepEqual(await named(workId), ["author Marchpane 1", "author Rook 1"]);
    await save(workId, friend, { credits: [{ role: "beta", name: "somebody" }] });
    assert.deepEqual(await named(workId), ["author Marchpane 1", "author Rook 1", "beta somebody 0"]);
  });

  it("puts another name of the same writer in the place of the first", async () => {
    const { workId } = await giveWork(archive, author, withRook);
    await save(workId, author, { ...withRook, authorPseudIds: [quill] });
    assert.deepEqual(await named(workId), ["author Quillfeather 1", "author rook 0"]);
  });

  it("takes an invitation back with the name", async () => {
    const { workId } = await giveWork(archive, author, withRook);
    await save(workId, author, { credits: [] });
    assert.deepEqual(await named(workId), ["author Marchpane 1"]);
    assert.equal(await findOwnWork(archive.database.reading, friend.member, workId), undefined);
  });

  it("leaves a free name free when somebody takes it as a pseud later", async () => {
    const credits = [{ role: "artist" as const, name: "Latecomer" }];
    const { workId } = await giveWork(archive, author, { credits });
    await archive.join("Latecomer");
    await save(workId, author, { credits });
    assert.equal((await creators(workId))[1]?.pseud_id, null);
  });

  it("accepts every name of one's own at once, in any role", async () => {
    const credits = [
      { role: "author" as const, name: "quillfeather" },
      { role: "translator" as const, name: "Quillfeather" },
    ];
    const { workId } = await giveWork(archive, author, { credits });
    for (const _ of [1, 2]) {
      assert.deepEqual(await named(workId), [
        "author Marchpane 1",
        "author Quillfeather 1",
        "translator Quillfeather 1",
      ]);
      await save(workId, author, { credits });
    }
  });
});

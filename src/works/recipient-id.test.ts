import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../tests/archive.ts";
import { changePseud } from "../people/change-pseud.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import { urls } from "../vocabulary/urls.ts";
import { changeWork } from "./change-work.ts";
import { giveWork, workFields } from "./for-tests/give-work.ts";
import { recipientId } from "./recipient-id.ts";
import { findWork } from "./works.ts";

describe("the id of a recipient", () => {
  it("is a pseud's own, whatever the name", () => {
    assert.equal(recipientId("abcdefghjk", "Tam"), "abcdefghjk");
  });

  it("is one for every spelling of a free name, and another for another name", () => {
    const id = recipientId(null, "Tam Lin");
    assert.ok(looksLikeId(id));
    for (const spelling of ["tam lin", " Tam   LIN ", "Ｔam Lin"])
      assert.equal(recipientId(null, spelling), id, spelling);
    assert.notEqual(recipientId(null, "Tam Linn"), id);
  });

  it("never changes: addresses of gifts are kept and sent", () => {
    assert.equal(recipientId(null, "Tam"), "26w57h514y");
  });
});

describe("a gift", () => {
  let archive: TestArchive;
  let author: CastMember;
  let reader: CastMember;
  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Mina");
    reader = await archive.join("Tam");
  });
  after(() => archive.close());

  const given = async (workId: string) => {
    const work = await findWork(archive.database.reading, author.member, workId);
    return work?.gifts.map((gift) => [gift.name, gift.recipientId]);
  };

  it("leads from its ribbon and its row to everything given to the same person", async () => {
    const gifts = [
      { name: "Tam", addressedAs: "" },
      { name: "The Thursday crowd", addressedAs: "" },
    ];
    const { workId } = await giveWork(archive, author, { gifts });
    for (const address of [urls.work(workId), urls.newest()]) {
      const page = await (await archive.get(address)).text();
      for (const id of [reader.pseudId, recipientId(null, "the thursday crowd")])
        assert.ok(page.includes(`href="${urls.works(`gift-to=${id}`)}"`), address);
    }
  });

  it("stays with a pseud that takes another name, and with its address when the pseud is gone", async () => {
    const tom = await archive.join("Tom");
    const { workId } = await giveWork(archive, author, { gifts: [{ name: "Tom", addressedAs: "" }] });
    await archive.database.write((writer) =>
      changePseud(writer, tom.member.accountId, tom.pseudId, { name: "Thomasin", about: "" }, Date.now()),
    );
    assert.deepEqual(await given(workId), [["Thomasin", tom.pseudId]]);
    await archive.database.write((writer) =>
      writer.deleteFrom("pseuds").where("id", "=", tom.pseudId).execute(),
    );
    assert.deepEqual(await given(workId), [["Tom", tom.pseudId]]);
    const fields = workFields(author, { gifts: [{ name: "Tom", addressedAs: "" }] });
    await archive.database.write((writer) =>
      changeWork(writer, author.member, workId, 1, fields, Date.now()),
    );
    assert.deepEqual(await given(workId), [["Tom", recipientId(null, "Tom")]]);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../tests/archive.ts";
import { visitor } from "../people/person.ts";
import { urls } from "../vocabulary/urls.ts";
import { changeWork } from "./change-work.ts";
import { giveWork, workFields } from "./for-tests/give-work.ts";
import { findWork } from "./works.ts";

describe("what a writer lets others do with a work", () => {
  let archive: TestArchive;
  let author: CastMember;
  let owner: CastMember;
  let workId: string;
  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    owner = await archive.join("saltmarsh", "owner");
    ({ workId } = await giveWork(archive, author, {
      permissions: [
        { permissionId: "remix", answer: "no" },
        { permissionId: "podfic", answer: "ask" },
      ],
    }));
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const read = async (path: string, as: CastMember | null = null) => (await archive.get(path, as)).text();
  const answers = async () =>
    (await findWork(archive.database.reading, visitor, workId))?.permissions.map(({ id, answer }) => [
      id,
      answer,
    ]);

  it("stands on the work's page in the owner's order, and of what is not said there is nothing", async () => {
    const page = await read(urls.work(workId));
    assert.match(page, /What you may do with it/);
    assert.match(page, /Podfic<\/dt><dd>Ask first.*Remix<\/dt><dd>No/s);
    assert.doesNotMatch(page, /Translation<\/dt>/);
    const silent = await giveWork(archive, author);
    assert.doesNotMatch(await read(urls.work(silent.workId)), /What you may do with it/);
  });

  it("travels with every file", async () => {
    for (const format of ["html", "text", "markdown"]) {
      const file = await read(urls.download(workId, format));
      assert.match(file, /Podfic.*: ask first/s, format);
      assert.match(file, /Remix.*: no/s, format);
    }
  });

  it("is asked in the form, with what was answered before, and can be taken back", async () => {
    const form = await read(urls.editWork(workId), author);
    assert.match(form, /name="permission-podfic" value="ask" checked/);
    assert.match(form, /name="permission-translation" value="" checked/);
    const work = await findWork(archive.database.reading, author.member, workId);
    await archive.database.write((writer) =>
      changeWork(writer, author.member, workId, work?.version ?? 0, workFields(author), Date.now()),
    );
    assert.deepEqual(await answers(), [
      ["podfic", "ask"],
      ["remix", "no"],
    ]);
    await archive.database.write((writer) =>
      changeWork(
        writer,
        author.member,
        workId,
        (work?.version ?? 0) + 1,
        workFields(author, { permissions: [{ permissionId: "remix", answer: "yes" }] }),
        Date.now(),
      ),
    );
    assert.deepEqual(await answers(), [["remix", "yes"]]);
  });

  it("is of a list that is the owner's", async () => {
    const list = await read(urls.settingsList("permissions"), owner);
    assert.match(list, /After my death/);
    assert.match(list, /Podfic/);
  });
});

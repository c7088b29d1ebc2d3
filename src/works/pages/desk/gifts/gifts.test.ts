import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../../../tests/archive.ts";
import { changePreferences } from "../../../../people/preferences.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { giveWork } from "../../../for-tests/give-work.ts";

describe("gifts", () => {
  let archive: TestArchive;
  let author: CastMember;
  let reader: CastMember;
  let moderator: CastMember;
  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    reader = await archive.join("tessellate");
    moderator = await archive.join("saltmarsh", "moderator");
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const toReader = [{ name: "Tessellate", addressedAs: "" }];
  const page = async (path: string, as: CastMember | null = null) => (await archive.get(path, as)).text();
  const answer = (workId: string, says: string, as: CastMember | null) =>
    archive.send(urls.gifts(), { work: workId, pseud: reader.pseudId, answer: says }, as);
  /** The form of a new work that is a gift to the reader. */
  const give = () =>
    archive.send(
      urls.newWork(),
      {
        title: "A lamp for the stairs",
        pseud: author.pseudId,
        language: "en",
        visibility: "everyone",
        "gift-1-name": "tessellate",
        "gift-1-called": "",
        story: "One step.",
      },
      author,
    );

  it("are told of to the one they are for, once readers have them, and to nobody else", async () => {
    const { workId } = await giveWork(archive, author, { title: "Kettle and Comet", gifts: toReader });
    await giveWork(archive, author, { title: "Unfinished Lantern", gifts: toReader }, undefined, "draft");
    await giveWork(archive, author, { title: "Locked Drawer", gifts: toReader, visibility: "private" });
    assert.match(await page(urls.desk(), reader), /A work is given to you/);
    const gifts = await page(urls.gifts(), reader);
    assert.match(gifts, /Kettle and Comet/);
    assert.doesNotMatch(gifts, /Unfinished Lantern|Locked Drawer/);
    for (const as of [author, moderator])
      assert.doesNotMatch(await page(urls.gifts(), as), /Kettle and Comet/);
    assert.equal((await archive.get(urls.gifts())).status, 303);
    for (const as of [author, moderator]) assert.equal((await answer(workId, "refuse", as)).status, 404);
    assert.equal((await answer(workId, "keep", reader)).status, 303);
    assert.doesNotMatch(await page(urls.desk(), reader), /is given to you/);
    assert.match(await page(urls.work(workId)), /tessellate/);
  });

  it("are gone from the work when they are refused, and cannot be put there again", async () => {
    const { workId } = await giveWork(archive, author, { title: "Thistle Post", gifts: toReader });
    assert.match(await page(urls.work(workId)), /tessellate/);
    assert.equal((await answer(workId, "refuse", reader)).status, 303);
    for (const path of [urls.work(workId), urls.download(workId, "text")])
      assert.doesNotMatch(await page(path), /tessellate/);
    assert.equal((await answer(workId, "refuse", reader)).status, 404);
    const form = await page(urls.editWork(workId), author);
    const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? "";
    const refused = await archive.send(
      urls.editWork(workId),
      {
        version,
        title: "Thistle Post",
        pseud: author.pseudId,
        language: "en",
        visibility: "everyone",
        rating: "general",
        chapters: "1",
        "tags-fandom": "Treasure Island",
        "gift-1-name": "tessellate",
        "gift-1-called": "Tess",
      },
      author,
    );
    assert.equal(refused.status, 422);
    const again = await refused.text();
    assert.match(again, /tessellate did not want to be given this work/);
    assert.match(again, /value="Tess"/);
    assert.doesNotMatch(await page(urls.work(workId)), /tessellate/);
  });

  it("are not taken for somebody who wants none, and nothing of the form is lost", async () => {
    await archive.database.write((writer) =>
      changePreferences(writer, reader.member.accountId, { giftsWanted: false }),
    );
    const refused = await give();
    assert.equal(refused.status, 422);
    const form = await refused.text();
    assert.match(form, /tessellate prefers not to be given works/);
    assert.match(form, /A lamp for the stairs/);
    await archive.database.write((writer) =>
      changePreferences(writer, reader.member.accountId, { giftsWanted: true }),
    );
    assert.equal((await give()).status, 303);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { urls } from "../../vocabulary/urls.ts";
import { changePreferences, findPreferences } from "../preferences.ts";

describe("a member's preferences", () => {
  let archive: TestArchive;
  let author: CastMember;
  let reader: CastMember;
  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    reader = await archive.join("tessellate");
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const preferred = (person: CastMember) =>
    findPreferences(archive.database.reading, person.member.accountId);

  const rest = {
    worksLinked: "ask",
    comfort: "",
    placesKept: true,
    ledgerFollows: "unasked",
    readWorks: "show",
    wordsPerMinute: 230,
  };

  it("begin with the archive's defaults", async () => {
    assert.deepEqual(await preferred(author), {
      timeZone: "UTC",
      giftsWanted: true,
      statisticsShown: true,
      countsShown: true,
      readingCounted: true,
      ...rest,
    });
  });

  it("are kept for one account alone", async () => {
    const sent = await archive.send(
      urls.preferences(),
      { "time-zone": "Asia/Tokyo", "gifts-wanted": "yes" },
      author,
    );
    assert.equal(sent.status, 303);
    assert.deepEqual(await preferred(author), {
      timeZone: "Asia/Tokyo",
      giftsWanted: true,
      statisticsShown: false,
      countsShown: false,
      readingCounted: false,
      ...rest,
    });
    assert.equal((await preferred(reader)).timeZone, "UTC");
    assert.match(await (await archive.get(urls.preferences(), author)).text(), /Asia\/Tokyo" selected/);
  });

  it("hand back the ticks when the time zone is none", async () => {
    const refused = await archive.send(urls.preferences(), { "time-zone": "Mars/Olympus" }, reader);
    assert.equal(refused.status, 422);
    const page = await refused.text();
    assert.match(page, /Choose a time zone of the list/);
    assert.doesNotMatch(page, /name="gifts-wanted"[^>]*checked/);
    assert.equal((await preferred(reader)).giftsWanted, true);
  });

  it("fall back to the default where a stored value makes no sense", async () => {
    await archive.database.write(async (writer) => {
      await changePreferences(writer, reader.member.accountId, { giftsWanted: false });
      await writer
        .insertInto("account_preferences")
        .values({ account_id: reader.member.accountId, name: "timeZone", value: '"Nowhere/At all"' })
        .execute();
    });
    assert.deepEqual(await preferred(reader), {
      timeZone: "UTC",
      giftsWanted: false,
      statisticsShown: true,
      countsShown: true,
      readingCounted: true,
      ...rest,
    });
  });

  it("ask a stranger to sign in", async () => {
    const answered = await archive.get(urls.preferences());
    assert.equal(answered.status, 303);
    assert.match(answered.headers.get("location") ?? "", /sign-in/);
  });
});

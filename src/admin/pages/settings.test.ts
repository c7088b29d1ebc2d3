import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, type Fields, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { urls } from "../../vocabulary/urls.ts";

const good: Fields = {
  archiveName: "The Silver Mirror",
  welcome: "Come in.\n\nThe kettle is on.",
  about: 'Kept by <em>Rowan</em>.<script>alert("no")</script>',
  rules: "Be kind.",
  registration: "closed",
  language: "de",
  uploadMegabytes: "25",
  copyMegabytes: "700",
  chapterCharacters: "2,000,000",
  noteCharacters: "20 000",
  importsAtOnce: "2",
  unfinishedImports: "40",
  picturesKept: "1000",
  pictureMegabytes: "500",
  savedFilters: "50",
  subscriptionsKept: "500",
  noticeDays: "90",
  letterDays: "4",
  shelvesKept: "20",
  ledgerLines: "5000",
  devicesKept: "12",
  shelfWorks: "300",
  commentsFrom: "members",
  commentCharacters: "5,000",
  commentsPerPage: "50",
  commentsOfMember: "20",
  commentsOfGuest: "3",
  autosavesKept: "30",
  autosaveMegabytes: "20",
  autosaveDays: "90",
  worksPerPage: "30",
  daysInTrash: "90",
  aiCrawlers: "GPTBot\n\n  CCBot \nGPTBot",
  anonymousWorks: "allowed",
  daysUnasked: "30",
  iconKilobytes: "200",
  kudos: "hidden",
  readings: "shown",
  statistics: "off",
};

describe("the owner's room", () => {
  let archive: TestArchive;
  let owner: CastMember;
  let moderator: CastMember;
  let reader: CastMember;
  before(async () => {
    archive = await openTestArchive();
    owner = await archive.join("Rowan", "owner");
    moderator = await archive.join("Mo", "moderator");
    reader = await archive.join("Ren");
  });
  after(() => archive.close());

  const rooms = [urls.settings(), urls.settingsList("ratings"), urls.outbox()];

  it("does not exist for anybody but the owner, and asks a stranger to sign in", async () => {
    for (const path of rooms) {
      assert.equal((await archive.get(path, owner)).status, 200, path);
      assert.equal((await archive.get(path, moderator)).status, 404, path);
      assert.equal((await archive.get(path, reader)).status, 404, path);
      const asked = await archive.get(path);
      assert.equal(asked.status, 303, path);
      assert.equal(asked.headers.get("location"), urls.signIn(path));
    }
    for (const path of [urls.settings(), urls.settingsList("ratings")]) {
      assert.equal((await archive.send(path, good, moderator)).status, 404);
      assert.equal((await archive.send(path, good, reader)).status, 404);
    }
    assert.equal((await archive.settings.current()).archiveName, "Pressie");
  });

  it("says calmly what is set and what is not", async () => {
    const html = await (await archive.get(urls.settings(), owner)).text();
    for (const words of [
      "Give it a name of its own",
      "Not written yet.",
      "No mail server is set",
      "Bring the first one in",
      "bin/pressie recover-owner",
    ])
      assert.ok(html.includes(words), words);
  });

  it("hands back everything typed and says what is wrong beside each field", async () => {
    const bad = {
      ...good,
      archiveName: " ",
      welcome: "Still <em>here</em>",
      language: "no language at all",
      registration: "perhaps",
      uploadMegabytes: "1.5",
      daysInTrash: "4000",
      worksPerPage: "",
      aiCrawlers: "GPTBot\nUser-agent: *",
    };
    const before = await archive.settings.current();
    const refused = await archive.send(urls.settings(), bad, owner);
    assert.equal(refused.status, 422);
    const html = await refused.text();
    for (const field of [
      "archiveName",
      "language",
      "registration",
      "uploadMegabytes",
      "daysInTrash",
      "worksPerPage",
      "aiCrawlers",
    ])
      assert.ok(html.includes(`id="field-${field}-error"`), field);
    assert.ok(!html.includes('id="field-rules-error"'));
    assert.ok(html.includes("Still &lt;em&gt;here&lt;/em&gt;"));
    assert.ok(html.includes('value="1.5"') && html.includes('value="4000"'));
    assert.deepEqual(await archive.settings.current(), before);
  });

  it("saves everything, and the pages follow at once", async () => {
    const saved = await archive.send(urls.settings(), good, owner);
    assert.equal(saved.status, 303);
    assert.equal(saved.headers.get("location"), urls.settings());
    const settings = await archive.settings.current();
    assert.deepEqual(settings, {
      archiveName: "The Silver Mirror",
      welcome: "<p>Come in.</p>\n<p>The kettle is on.</p>",
      about: settings.about,
      rules: "<p>Be kind.</p>",
      registration: "closed",
      language: "de",
      uploadMegabytes: 25,
      copyMegabytes: 700,
      chapterCharacters: 2_000_000,
      noteCharacters: 20_000,
      importsAtOnce: 2,
      unfinishedImports: 40,
      picturesKept: 1_000,
      pictureMegabytes: 500,
      savedFilters: 50,
      subscriptionsKept: 500,
      noticeDays: 90,
      letterDays: 4,
      shelvesKept: 20,
      ledgerLines: 5_000,
      devicesKept: 12,
      shelfWorks: 300,
      commentsFrom: "members",
      commentCharacters: 5_000,
      commentsPerPage: 50,
      commentsOfMember: 20,
      commentsOfGuest: 3,
      autosavesKept: 30,
      autosaveMegabytes: 20,
      autosaveDays: 90,
      worksPerPage: 30,
      daysInTrash: 90,
      aiCrawlers: "GPTBot\nCCBot",
      anonymousWorks: "allowed",
      daysUnasked: 30,
      iconKilobytes: 200,
      kudos: "hidden",
      readings: "shown",
      statistics: "off",
    });
    assert.ok(settings.about.includes("<em>Rowan</em>") && !settings.about.includes("<script"));
    assert.ok((await (await archive.get(urls.register())).text()).includes("takes no new accounts"));
    const html = await (await archive.get(urls.settings(), owner)).text();
    assert.ok(html.includes("The Silver Mirror"));
    assert.ok(html.includes("Come in.\n\nThe kettle is on."));
  });

  it("lets the browser forget what was typed after saving, and not after signing in", async () => {
    const after = async (said: string) => {
      const cookie = `${owner.cookie}; pressie.said=${said}`;
      return (await archive.get(urls.settings(), null, { cookie })).text();
    };
    assert.match(await after("settings-saved"), /data-kept-clear/);
    assert.doesNotMatch(await after("signed-in"), /data-kept-clear/);
  });

  it("stores only what the owner changed", async () => {
    const names = await archive.database.reading.selectFrom("settings").select("name").execute();
    const stored = names.map(({ name }) => name);
    assert.ok(stored.includes("archiveName"));
    assert.ok(!stored.includes("chapterCharacters"), "left as it was");
  });

  it("keeps a language that was set before and is not in the list", async () => {
    const fields = { ...good, language: "gsw-CH" };
    assert.equal((await archive.send(urls.settings(), fields, owner)).status, 303);
    const html = await (await archive.get(urls.settings(), owner)).text();
    assert.match(html, /<option value="gsw-CH" selected/);
    assert.deepEqual(archive.logged, []);
  });
});

describe("the outbox", () => {
  let archive: TestArchive;
  before(async () => {
    archive = await openTestArchive();
  });
  after(() => archive.close());

  it("shows waiting letters, newest first, as text, and is kept by nothing", async () => {
    const owner = await archive.join("Rowan", "owner");
    await archive.post.send({ to: "ivy@example.org", subject: "The first", text: "<b>one</b>" });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await archive.post.send({ to: "ren@example.org", subject: "The second", text: "two" });
    const answer = await archive.get(urls.outbox(), owner);
    assert.equal(answer.headers.get("cache-control"), "no-store");
    const html = await answer.text();
    assert.ok(html.indexOf("The second") < html.indexOf("The first"));
    assert.ok(html.indexOf("The second") > 0);
    assert.ok(html.includes("&lt;b&gt;one&lt;/b&gt;"));
    const room = await (await archive.get(urls.settings(), owner)).text();
    assert.ok(room.includes("2 letters wait"));
  });
});

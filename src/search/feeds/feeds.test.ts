import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { changeSettings } from "../../plumbing/settings/settings.ts";
import { urls } from "../../vocabulary/urls.ts";
import { giveWork } from "../../works/for-tests/give-work.ts";
import { removeWork } from "../../works/remove-work.ts";
import { childrenOf, linksOf, readAtom, textOf, titlesOf } from "../for-tests/read-atom.ts";
import { saveFilter } from "../saved/save-filter.ts";
import { listSavedFilters } from "../saved/saved-filters.ts";

const origin = "http://archive.test";
const secretText = "lighthouse";

describe("feeds", () => {
  let archive: TestArchive;
  let cast: Record<"author" | "beta" | "reader" | "moderator", CastMember>;
  const ids = new Map<string, string>();

  before(async () => {
    archive = await openTestArchive();
    cast = {
      author: await archive.join("Marchpane"),
      beta: await archive.join("Rook"),
      reader: await archive.join("Juniper"),
      moderator: await archive.join("Thistle", "moderator"),
    };
    const { author } = cast;
    const dracula = { kindId: "fandom", name: "Dracula" };
    const day = (number: number) => Date.UTC(2026, 0, number);
    const give = async (title: string, at: number, fields = {}, stays: "draft" | "published" = "published") =>
      giveWork(
        archive,
        author,
        { title, tags: [dracula], summary: "<p>A <em>short</em> &amp; true tale.</p>", ...fields },
        [{ title: "", summary: "", notes: "", endNotes: "", story: `<p>${secretText}</p>` }],
        stays,
        at,
      );
    await give("Open, the older", day(1));
    await give("Open, the newer", day(3), {
      credits: [{ role: "beta", name: "Rook" }],
      warnings: [{ warningId: "graphic-violence", answer: "yes" }],
    });
    await give("Among friends", day(2), {
      visibility: "members",
      tags: [dracula, { kindId: "fandom", name: "A Hidden Fandom" }],
    });
    await give("Not yet", day(4), {}, "draft");
    const taken = await give("Taken away", day(5));
    await archive.database.write((writer) => removeWork(writer, author.member, taken.workId, Date.now()));
    for (const { id, name } of await archive.database.reading
      .selectFrom("tags")
      .select(["id", "name"])
      .execute())
      ids.set(name, id);
  });

  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const idOf = (name: string) => ids.get(name) ?? assert.fail(name);
  const keep = async (as: CastMember, name: string, query: string) => {
    await archive.database.write((writer) => saveFilter(writer, as.member, { name, query }, 100, Date.now()));
    const saved = await listSavedFilters(archive.database.reading, as.member);
    return saved.find((one) => one.name === name) ?? assert.fail(name);
  };
  const read = async (path: string, as: CastMember | null = null) => {
    const answer = await archive.get(path, as);
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers.get("content-type"), "application/atom+xml; charset=utf-8");
    return readAtom(await answer.text());
  };

  it("tell everybody the same: what a visitor finds, newest first, whatever the order of the list", async () => {
    const everybody = [null, cast.author, cast.beta, cast.reader, cast.moderator];
    const query = `with=${idOf("Dracula")}`;
    for (const sort of ["", "&sort=title", "&sort=random&seed=7"])
      for (const person of everybody) {
        const answer = await archive.get(urls.worksFeed(query + sort), person);
        const body = await answer.text();
        assert.deepEqual(titlesOf(readAtom(body)), ["Open, the newer", "Open, the older"]);
        assert.ok(!/Among friends|Hidden|Not yet|Taken away/.test(body));
        assert.ok(!body.includes(secretText));
        assert.match(answer.headers.get("cache-control") ?? "", /^public, max-age=\d+$/);
        assert.equal(answer.headers.get("set-cookie"), null);
        assert.equal(answer.headers.get("vary"), null);
      }
  });

  it("say of a work what one needs to choose it", async () => {
    const feed = await read(urls.worksFeed());
    const [entry] = childrenOf(feed, "entry");
    assert.ok(entry);
    const { author } = cast;
    assert.deepEqual(
      childrenOf(entry, "author").map((one) => [textOf(one, "name"), textOf(one, "uri")]),
      [["Marchpane", origin + urls.writer(author.pseudId)]],
    );
    assert.equal(textOf(entry, "updated"), "2026-01-03T00:00:00.000Z");
    assert.match(linksOf(entry, "alternate")[0] ?? "", /^http:\/\/archive\.test\/works\/[a-z0-9]{10}$/);
    assert.equal(childrenOf(entry, "category")[0]?.attributes.term, "Dracula");
    const summary = textOf(entry, "summary");
    for (const said of ["Dracula", "General", "Violence", "1 word", "<em>short</em> &amp; true"])
      assert.ok(summary.toLowerCase().includes(said.toLowerCase()), `${said} in ${summary}`);
    assert.deepEqual(linksOf(feed, "self"), [origin + urls.worksFeed()]);
    assert.deepEqual(linksOf(feed, "alternate"), [origin + urls.works()]);
  });

  it("know what they said, by their tag, and when it changes", async () => {
    const first = await archive.get(urls.worksFeed());
    const etag = first.headers.get("etag") ?? "";
    assert.match(etag, /^"[\w-]+"$/);
    for (const header of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await archive.get(urls.worksFeed(), null, { "if-none-match": header });
      assert.equal(again.status, 304);
      assert.equal(again.headers.get("etag"), etag);
      assert.equal(await again.text(), "");
    }
    const { workId } = await giveWork(archive, cast.author, { title: "One more" });
    const changed = await archive.get(urls.worksFeed(), null, { "if-none-match": etag });
    assert.equal(changed.status, 200);
    assert.ok(titlesOf(readAtom(await changed.text())).includes("One more"));
    await archive.database.write((writer) => removeWork(writer, cast.author.member, workId, Date.now()));
    const back = await archive.get(urls.worksFeed(), null, { "if-none-match": etag });
    assert.equal(back.status, 304);
  });

  it("keep the ids of entries whatever address the archive is asked at", async () => {
    const one = await read(urls.worksFeed());
    const request = new Request(`https://stories.example${urls.worksFeed()}`);
    const other = readAtom(await (await archive.app.fetch(request)).text());
    const entryIds = (feed: typeof one) => childrenOf(feed, "entry").map((entry) => textOf(entry, "id"));
    assert.deepEqual(entryIds(one), entryIds(other));
    assert.notEqual(textOf(one, "id"), textOf(other, "id"));
    assert.equal(linksOf(other, "self")[0], "https://stories.example/works.atom");
  });

  it("stay empty for what is not there, and tell nothing of what is hidden", async () => {
    const hidden = await archive.get(urls.worksFeed(`with=${idOf("A Hidden Fandom")}`));
    const made = await archive.get(urls.worksFeed("with=0000000000"));
    const alike = (body: string) =>
      body
        .replaceAll(idOf("A Hidden Fandom"), "ID")
        .replaceAll("0000000000", "ID")
        .replace(/urn:uuid:[\w-]+/, "");
    const [one, other] = [await hidden.text(), await made.text()];
    assert.deepEqual(titlesOf(readAtom(one)), []);
    assert.equal(alike(one), alike(other));
    // What must not be on a work and is nowhere is on none.
    assert.equal(titlesOf(await read(urls.worksFeed("without=0000000000"))).length, 2);
  });

  it("refuse what cannot be read, and pass over what feed readers add", async () => {
    for (const query of ["with=%3Cb%3E", "words=many", "q=dracula", "warning=x_y_z", "updated=soon"]) {
      const answer = await archive.get(urls.worksFeed(query));
      assert.equal(answer.status, 400, query);
      assert.match(answer.headers.get("content-type") ?? "", /^text\/plain/);
    }
    const answer = await read(urls.worksFeed("utm_source=reader&sort=words"));
    assert.deepEqual(linksOf(answer, "self"), [origin + urls.worksFeed()]);
    assert.equal((await archive.get(urls.worksFeed("x".repeat(2_000)))).status, 200);
    assert.ok((await archive.get(urls.worksFeed(`with=${"0000000000.".repeat(200)}`))).status < 500);
  });

  it("hold no character that XML cannot, and no markup of anybody's", async () => {
    const { workId } = await giveWork(archive, cast.author, {
      title: "A\u0007 <script>alert(1)</script> & \uFFFE]]> \u202E end",
      credits: [{ role: "author", name: "A <b> \u0001 & Co" }],
      tags: [{ kindId: "fandom", name: "Tom & <Jerry> \u0002" }],
    });
    const answer = await archive.get(urls.worksFeed());
    const body = await answer.text();
    const feed = readAtom(body);
    const title = titlesOf(feed).find((one) => one.includes("script"));
    assert.equal(title, "A <script>alert(1)</script> & ]]> \u202E end");
    assert.ok(!body.includes("<script"));
    const entry = childrenOf(feed, "entry").find((one) => textOf(one, "title") === title);
    assert.ok(entry);
    assert.ok(!textOf(entry, "summary").includes("<Jerry>"));
    await archive.database.write((writer) => removeWork(writer, cast.author.member, workId, Date.now()));
  });

  it("of a kept filter tell what its owner sees, to whoever has the address, and to no cache between", async () => {
    const query = `with=${idOf("Dracula")}&sort=title`;
    for (const member of [cast.author, cast.beta, cast.reader, cast.moderator]) {
      const { feedKey } = await keep(member, "Vampires & <b>", query);
      for (const asks of [null, cast.reader]) {
        const path = urls.savedFilterFeed(feedKey);
        const answer = await archive.get(path, asks);
        const feed = readAtom(await answer.text());
        assert.deepEqual(titlesOf(feed), ["Open, the newer", "Among friends", "Open, the older"]);
        assert.match(answer.headers.get("cache-control") ?? "", /^private/);
        assert.match(answer.headers.get("x-robots-tag") ?? "", /noindex/);
        assert.equal(textOf(feed, "title"), "Vampires & <b> · Pressie");
        assert.match(textOf(feed, "subtitle"), /^Works in Dracula/);
        assert.deepEqual(linksOf(feed, "self"), [origin + path]);
        const etag = answer.headers.get("etag") ?? "";
        assert.equal((await archive.get(path, asks, { "if-none-match": etag })).status, 304);
      }
    }
  });

  it("of a kept filter wait while what it asks for is not there", async () => {
    const { workId } = await giveWork(archive, cast.author, {
      title: "Short-lived",
      tags: [{ kindId: "fandom", name: "Mayflies" }],
    });
    const { id } = await archive.database.reading
      .selectFrom("tags")
      .select("id")
      .where("name", "=", "Mayflies")
      .executeTakeFirstOrThrow();
    const { feedKey } = await keep(cast.reader, "Mayflies", `with=${id}`);
    assert.deepEqual(titlesOf(await read(urls.savedFilterFeed(feedKey))), ["Short-lived"]);
    await archive.database.write((writer) => removeWork(writer, cast.author.member, workId, Date.now()));
    const feed = await read(urls.savedFilterFeed(feedKey));
    assert.deepEqual(titlesOf(feed), []);
    assert.match(textOf(feed, "subtitle"), /stays empty/);
  });

  it("are nothing under an unknown key, a removed filter's and a removed account's", async () => {
    const gone = await archive.join("Gone");
    const { feedKey } = await keep(gone, "Mine", "");
    assert.equal((await archive.get(urls.savedFilterFeed(feedKey))).status, 200);
    await archive.database.write((writer) =>
      writer.deleteFrom("pseuds").where("account_id", "=", gone.member.accountId).execute(),
    );
    await archive.database.write((writer) =>
      writer.deleteFrom("accounts").where("id", "=", gone.member.accountId).execute(),
    );
    for (const key of [feedKey, "0", "0".repeat(32), "%00", "%FF%FE", "a'--"]) {
      const answer = await archive.get(`/feeds/filters/${key}`);
      assert.equal(answer.status, 404, key);
      assert.match(answer.headers.get("content-type") ?? "", /^text\/plain/);
    }
  });

  it("speak the archive's language and carry its name, and give thirty entries at most", async () => {
    const name = "Tom & <Jerry>’s";
    await archive.database.write((writer) => changeSettings(writer, { archiveName: name }, Date.now()));
    for (let number = 1; number <= 31; number++)
      await giveWork(archive, cast.beta, { title: `Drabble ${number}` });
    const answer = await archive.get(urls.worksFeed(), null, { "accept-language": "en-XA" });
    const feed = readAtom(await answer.text());
    assert.equal(feed.attributes["{http://www.w3.org/XML/1998/namespace}lang"], "en");
    assert.equal(childrenOf(feed, "entry").length, 30);
    assert.equal(textOf(feed, "title"), `Works, newest first · ${name}`);
  });
});

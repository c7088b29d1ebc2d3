import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { type CastMember, castPassword, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { urls } from "../../vocabulary/urls.ts";

const newPassword = "five other ordinary words now";

/** Addresses that open something of somebody's to whoever has them, of every kind there is, without signing in. */
async function keysOf(archive: TestArchive, one: CastMember): Promise<string[]> {
  const page = await (await archive.send(urls.devices(), { name: "Kobo" }, one)).text();
  const word = /<strong>([0-9a-z-]+)<\/strong>/.exec(page)?.[1] ?? assert.fail(page);
  await archive.send(urls.shelves(), { name: "For me" }, one);
  await archive.send(urls.savedFilters(), { name: "Long ones", query: "words=10000.." }, one);
  await archive.send(urls.ownFeedKey(), {}, one);
  const keyIn = async (table: "shelves" | "saved_filters" | "tellings") => {
    const row = await archive.database.reading
      .selectFrom(table)
      .select("feed_key")
      .where("account_id", "=", one.member.accountId)
      .executeTakeFirstOrThrow();
    return row.feed_key;
  };
  return [
    urls.catalogue(`key/${word}`, "v1"),
    urls.ownShelfFeed(await keyIn("shelves")),
    urls.savedFilterFeed(await keyIn("saved_filters")),
    urls.ownFeed(await keyIn("tellings")),
  ];
}

async function statusesOf(archive: TestArchive, paths: string[]): Promise<number[]> {
  return Promise.all(paths.map(async (path) => (await archive.get(path)).status));
}

describe("a new password by a letter in the outbox", () => {
  let archive: TestArchive;
  let owner: CastMember;
  let ivy: CastMember;
  let link: string;
  before(async () => {
    archive = await openTestArchive();
    owner = await archive.join("Rowan", "owner");
    ivy = await archive.join("Ivy");
  });
  after(() => archive.close());

  const ask = (email: string) => archive.send(urls.forgottenPassword(), { email });
  const enter = (password: string) => archive.send(urls.signIn(), { email: ivy.email, password });

  /** A letter may be written behind the answer. */
  async function lettersOnceThereAre(count: number) {
    for (let waited = 0; (await archive.post.outbox()).length < count && waited < 5000; waited += 20)
      await setTimeout(20);
    return archive.post.outbox();
  }

  it("lays the letter where the owner finds it, and answers the same for an unknown address", async () => {
    const known = await ask(` ${ivy.email.toUpperCase()} `);
    const unknown = await ask("nobody@example.org");
    assert.equal(known.status, 200);
    assert.equal(await known.text(), await unknown.text());
    const letters = await lettersOnceThereAre(1);
    assert.deepEqual(
      letters.map(({ to }) => to),
      [ivy.email],
    );
    const page = await (await archive.get(urls.outbox(), owner)).text();
    const path = /\/new-password\/[^\s<"]+/.exec(page)?.[0];
    assert.ok(path);
    link = path;
  });

  it("keeps no copy of the link in the database", async () => {
    const token = link.split("/").at(-1) ?? "";
    const { rows } = await sql`select * from verifications`.execute(archive.database.forLibraries);
    assert.equal(rows.length, 1);
    assert.ok(token.length >= 20 && !JSON.stringify(rows).includes(token));
  });

  it("does not spend the link on a password that is refused", async () => {
    assert.equal((await archive.get(link)).status, 200);
    const refused = await archive.send(link, { password: "short" });
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /At least 10 characters|has at least 10 characters/);
  });

  it("changes the password, and every session ends, and every other key opens nothing any more", async () => {
    assert.equal((await archive.get(urls.account(), ivy)).status, 200);
    const [keys, others] = [await keysOf(archive, ivy), await keysOf(archive, owner)];
    for (const all of [keys, others]) assert.deepEqual(await statusesOf(archive, all), [200, 200, 200, 200]);
    assert.equal((await archive.send(link, { password: newPassword })).status, 303);
    assert.deepEqual(await statusesOf(archive, keys), [404, 404, 404, 404]);
    assert.deepEqual(await statusesOf(archive, others), [200, 200, 200, 200]);
    assert.equal((await archive.get(urls.account(), ivy)).status, 303);
    assert.equal((await enter(castPassword)).status, 422);
    assert.equal((await enter(newPassword)).status, 303);
  });

  it("works once", async () => {
    const again = await archive.send(link, { password: castPassword });
    assert.equal(again.status, 410);
    assert.match(await again.text(), /no longer works/);
    assert.equal((await enter(newPassword)).status, 303);
    const madeUp = await archive.send(urls.newPassword("made-up"), { password: newPassword });
    assert.equal(madeUp.status, 410);
  });

  it("writes three letters an hour to one address, and then asks to wait", async () => {
    const count = (await archive.post.outbox()).length;
    assert.equal((await ask(ivy.email)).status, 200);
    assert.equal((await ask(ivy.email)).status, 200);
    const refused = await ask(ivy.email);
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get("retry-after")) > 0);
    assert.equal((await lettersOnceThereAre(count + 2)).length, count + 2);
    assert.deepEqual(archive.logged, []);
  });
});

describe("one's own password", () => {
  let archive: TestArchive;
  before(async () => {
    archive = await openTestArchive();
  });
  after(() => archive.close());

  it("changes with the old one only; other places are signed out, this one is not", async () => {
    const ivy = await archive.join("Ivy");
    const elsewhere = await archive.send(urls.signIn(), { email: ivy.email, password: castPassword });
    const other = elsewhere.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
    const change = (now: string) =>
      archive.send(urls.accountPassword(), { "current-password": now, "new-password": newPassword }, ivy);
    const keys = await keysOf(archive, ivy);
    const refused = await change("not the password");
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /That is not your password now/);
    assert.deepEqual(await statusesOf(archive, keys), [200, 200, 200, 200]);
    const changed = await change(castPassword);
    assert.equal(changed.status, 303);
    const here = changed.headers
      .getSetCookie()
      .filter((cookie) => cookie.includes("session_token"))
      .map((cookie) => cookie.split(";")[0]);
    assert.equal((await archive.get(urls.account(), null, { cookie: here.join("; ") })).status, 200);
    assert.equal((await archive.get(urls.account(), null, { cookie: other.join("; ") })).status, 303);
    assert.equal((await archive.get(urls.account(), ivy)).status, 303, "the old cookie is no longer good");
    assert.deepEqual(await statusesOf(archive, keys), [404, 404, 404, 404]);
    assert.deepEqual(archive.logged, []);
  });

  it("may be guessed at ten times in a quarter of an hour, even by whoever holds the session", async () => {
    const ash = await archive.join("Ash");
    const fields = { "current-password": "a wrong guess", "new-password": newPassword };
    for (let tries = 0; tries < 10; tries++)
      assert.equal((await archive.send(urls.accountPassword(), fields, ash)).status, 422);
    assert.equal((await archive.send(urls.accountPassword(), fields, ash)).status, 429);
  });
});

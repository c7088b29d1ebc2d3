import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { castPassword, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { urls } from "../../vocabulary/urls.ts";
import { addPseud } from "../add-pseud.ts";
import { findOwnPseuds, findPseudByName } from "../pseuds.ts";
import { signInFields } from "./sign-in-page.tsx";

/** The hidden fields of a page's forms, as a browser would send them. */
function hiddenFields(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [, name, value] of html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g))
    if (name) fields[name] = (value ?? "").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  return fields;
}

describe("signing in", () => {
  let archive: TestArchive;
  before(async () => {
    archive = await openTestArchive();
    await archive.join("Rowan", "owner");
  });
  after(() => archive.close());

  const enter = (email: string, password: string, rest: Record<string, string> = {}) =>
    archive.send(urls.signIn(), { email, password, ...rest });
  const cookieOf = (answer: Response) =>
    answer.headers
      .getSetCookie()
      .filter((cookie) => cookie.includes("session_token"))
      .map((cookie) => cookie.split(";")[0])
      .join("; ");

  it("tells nobody whether it was the address or the password", async () => {
    const { email } = await archive.join("Ivy");
    const wrong = await enter(email, "not the password");
    const unknown = await enter("nobody@example.org", "not the password");
    assert.equal(wrong.status, 422);
    assert.equal(unknown.status, 422);
    const [one, other] = [await wrong.text(), await unknown.text()];
    assert.equal(one.replaceAll(email, ""), other.replaceAll("nobody@example.org", ""));
    assert.ok(!one.includes("not the password"), "a password is never handed back");
    assert.deepEqual(wrong.headers.getSetCookie(), []);
  });

  it("lets in with the right password, goes where one came from, and out again for good", async () => {
    const { email } = await archive.join("Ash");
    const answer = await enter(email.toUpperCase(), castPassword, { [signInFields.returnTo]: "/fandoms" });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get("location"), "/fandoms");
    const cookie = cookieOf(answer);
    assert.equal((await archive.get(urls.account(), null, { cookie })).status, 200);
    const left = await archive.app.request(`http://archive.test${urls.signOut()}`, {
      method: "POST",
      headers: { cookie, origin: "http://archive.test", host: "archive.test" },
    });
    assert.equal(left.status, 303);
    assert.equal(left.headers.get("clear-site-data"), '"cache"', "so are its pages in the browser");
    assert.equal((await archive.get(urls.account(), null, { cookie })).status, 303, "the session is gone");
  });

  it("leads to no other site afterwards", async () => {
    const { email } = await archive.join("Oak");
    for (const elsewhere of [
      "https://evil.example/",
      "//evil.example",
      "/\\evil.example",
      "/\t/evil.example",
    ]) {
      const answer = await enter(email, castPassword, { [signInFields.returnTo]: elsewhere });
      assert.equal(answer.headers.get("location"), urls.desk(), elsewhere);
    }
  });

  it("closes the door for an address after ten wrong tries, and forgives at the right one", async () => {
    const { email } = await archive.join("Elm");
    for (let tries = 0; tries < 9; tries++) assert.equal((await enter(email, "wrong wrong")).status, 422);
    assert.equal((await enter(email, castPassword)).status, 303);
    for (let tries = 0; tries < 10; tries++) assert.equal((await enter(email, "wrong wrong")).status, 422);
    const closed = await enter(email, castPassword);
    assert.equal(closed.status, 429);
    const wait = Number(closed.headers.get("retry-after"));
    assert.ok(wait > 0 && wait <= 900, String(wait));
  });

  it("mends an account whose name was lost to a crash", async () => {
    const { email, member } = await archive.join("Yew");
    await archive.database.write((writer) =>
      writer.deleteFrom("pseuds").where("account_id", "=", member.accountId).execute(),
    );
    const other = await archive.join("Ivy the second");
    await archive.database.write((writer) => addPseud(writer, other.member.accountId, "yew", Date.now()));
    assert.equal((await enter(email, castPassword)).status, 303);
    const pseuds = await findOwnPseuds(archive.database.reading, member.accountId);
    assert.deepEqual(
      pseuds.map(({ name }) => name),
      ["Yew 2"],
      "its name was taken meanwhile, so it gets the next one",
    );
  });
});

describe("a form sent after its session has ended", () => {
  let archive: TestArchive;
  before(async () => {
    archive = await openTestArchive();
    await archive.join("Rowan", "owner");
  });
  after(() => archive.close());

  it("is held in the page and goes on after signing in", async () => {
    const { email, member } = await archive.join("Ivy");
    const name = "Quill  Ink";
    const about = `A long text that nobody wants to type twice. ${"It goes on and on. ".repeat(8)}`;
    const asked = await archive.send(urls.accountPseuds(), { name, about });
    assert.equal(asked.status, 401);
    const page = await asked.text();
    assert.match(page, /nothing was lost/);
    assert.ok(page.includes(`>${about}</textarea>`), "long texts stand in plain sight");
    const held = hiddenFields(page);
    const wrong = await archive.send(urls.signIn(), { ...held, email, password: "wrong wrong" });
    assert.equal(wrong.status, 422);
    const stillHeld = hiddenFields(await wrong.text());
    assert.deepEqual(stillHeld, held, "a wrong password loses nothing either");
    const answer = await archive.send(urls.signIn(), { ...stillHeld, email, password: castPassword });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get("location"), urls.account());
    assert.ok(answer.headers.getSetCookie().some((cookie) => cookie.includes("session_token")));
    const names = (await findOwnPseuds(archive.database.reading, member.accountId)).map(({ name }) => name);
    assert.deepEqual(names, ["Ivy", "Quill Ink"]);
  });

  it("is decided about as whoever signs in: no door opens by holding a form", async () => {
    const reader = await archive.join("Ren");
    const asked = await archive.send(urls.settings(), { archiveName: "Mine now" });
    const held = hiddenFields(await asked.text());
    const { email } = reader;
    const answer = await archive.send(urls.signIn(), { ...held, email, password: castPassword });
    assert.equal(answer.status, 404);
    assert.equal((await archive.settings.current()).archiveName, "Pressie");
  });

  it("goes to no other site", async () => {
    const { email } = await archive.join("Ash");
    const held = { [signInFields.heldPath]: "//evil.example/take", "held:name": "Stolen" };
    const answer = await archive.send(urls.signIn(), { ...held, email, password: castPassword });
    assert.ok(!(answer.headers.get("location") ?? "").includes("evil"));
    assert.equal(await findPseudByName(archive.database.reading, "Stolen"), undefined);
  });
});

describe("a post from another site", () => {
  let archive: TestArchive;
  before(async () => {
    archive = await openTestArchive();
  });
  after(() => archive.close());

  it("is refused whatever it claims, and changes nothing", async () => {
    const ivy = await archive.join("Ivy");
    const post = (headers: Record<string, string>) =>
      archive.app.request(`http://archive.test${urls.accountPseuds()}`, {
        method: "POST",
        headers: {
          host: "archive.test",
          cookie: ivy.cookie,
          "content-type": "application/x-www-form-urlencoded",
          ...headers,
        },
        body: "name=Forged",
      });
    for (const headers of [
      { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      { origin: "https://evil.example" },
      { origin: "http://evil.archive.test", "sec-fetch-site": "same-site" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      {},
      { origin: "https://evil.example", "content-type": "text/plain" },
    ] satisfies Record<string, string>[]) {
      const answer = await post(headers);
      assert.equal(answer.status, 403, JSON.stringify(headers));
    }
    assert.equal(await findPseudByName(archive.database.reading, "Forged"), undefined);
    assert.equal((await post({ origin: "http://archive.test" })).status, 303, "its own page may");
    assert.deepEqual(archive.logged, []);
  });
});

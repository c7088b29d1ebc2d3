import assert from "node:assert/strict";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { Hono } from "hono";
import { answerRefusals } from "../src/people/pages/answer-refusals.tsx";
import { signInFields } from "../src/people/pages/sign-in-page.tsx";
import type { ArchiveEnvironment } from "../src/people/request.ts";
import { type Serving, serve } from "../src/plumbing/http/serve.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { type CastMember, castPassword, openTestArchive, type TestArchive } from "./archive.ts";

/** Requests no page of ours would send, over a real socket. */
describe("a hostile request", () => {
  let archive: TestArchive;
  let serving: Serving;
  let rowan: CastMember;
  let address: string;
  before(async () => {
    archive = await openTestArchive();
    rowan = await archive.join("Rowan", "owner");
    serving = await serve(archive.app.fetch, archive.visitorPages, "127.0.0.1", 0);
    address = `http://127.0.0.1:${serving.port}`;
  });
  after(async () => {
    await serving.close(0);
    await archive.close();
  });

  const post = (path: string, body: string | ReadableStream, headers: Record<string, string> = {}) =>
    fetch(address + path, {
      method: "POST",
      redirect: "manual",
      headers: { origin: address, "content-type": "application/x-www-form-urlencoded", ...headers },
      body,
      // A stream has no length and is sent in pieces.
      ...(body instanceof ReadableStream ? { duplex: "half" as const } : {}),
    });
  const inPieces = (text: string, count = 1) =>
    new ReadableStream({
      start(pieces) {
        for (let sent = 0; sent < count; sent++) pieces.enqueue(new TextEncoder().encode(text));
        pieces.close();
      },
    });

  it("of a million values is refused at once, from a stranger too", async () => {
    const flood = await post(urls.newWork(), "a&".repeat(1_000_000));
    assert.equal(flood.status, 400);
    const parts = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(30_000);
    const type = { "content-type": "multipart/form-data; boundary=x", cookie: rowan.cookie };
    assert.equal((await post(urls.newWork(), `${parts}--x--`, type)).status, 400);
    assert.deepEqual(archive.logged, []);
  });

  it("that is large is read from a stranger a dozen times, and from a writer as often as they save", async () => {
    const form = `text=${"a".repeat(1_000_000)}`;
    // Other tests sent one or two.
    for (let sent = 0; sent < 10; sent++) assert.equal((await post(urls.comfort(), form)).status, 303);
    for (let sent = 0; sent < 2; sent++) await post(urls.comfort(), form);
    for (const again of [form, inPieces(form)]) {
      const refused = await post(urls.comfort(), again);
      assert.equal(refused.status, 429);
      assert.ok(Number(refused.headers.get("retry-after")) > 0);
    }
    assert.equal((await post(urls.comfort(), "text=a")).status, 303);
    assert.equal((await post(urls.comfort(), form, { cookie: rowan.cookie })).status, 303);
    assert.deepEqual(archive.logged, []);
  });

  it("with a broken form is refused as that, not as our mistake", async () => {
    const broken = { "content-type": "multipart/form-data; boundary=x" };
    assert.equal((await post(urls.signIn(), "garbage", broken)).status, 400);
    assert.equal(
      (await post(urls.signIn(), "garbage", { "content-type": "multipart/form-data" })).status,
      400,
    );
    assert.deepEqual(archive.logged, []);
  });

  it("in pieces without a length is read like any other", async () => {
    const form = new URLSearchParams({ name: "Rook" }).toString();
    const answer = await post(urls.accountPseuds(), inPieces(form), { cookie: rowan.cookie });
    assert.equal(answer.headers.get("location"), urls.account());
  });

  it("with a NUL in its address finds nothing, and is answered where it asks for one, on either engine", async () => {
    const as = { cookie: rowan.cookie };
    for (const path of [urls.bookmark("\u0000"), urls.shelfHiding("\u0000"), urls.keepAway("\u0000")])
      assert.equal((await post(path, "keeps=yes", as)).status, 404, path);
    for (const path of [urls.heldComments({ words: "\u0000" }), urls.ledger({ words: "\u0000" })])
      assert.equal((await fetch(address + path, { headers: as })).status, 200, path);
    assert.deepEqual(archive.logged, []);
  });

  it("for a file that is no asset finds nothing, as anywhere else", async () => {
    const { status } = await fetch(`${address}/assets/..%2fpackage.json`);
    assert.equal(status, 404);
    assert.deepEqual(archive.logged, []);
  });

  it("cannot write lines of its own into the log, nor bring a reset link there", async () => {
    const failing = new Hono<ArchiveEnvironment>();
    const asked: string[] = [];
    failing.onError(answerRefusals((sentence) => asked.push(sentence)));
    failing.all("*", () => {
      throw new Error("out of order");
    });
    assert.equal((await failing.request("/works/%25%0AEverything is fine")).status, 500);
    const secret = "a-secret-token";
    const secrets = [
      urls.newPassword(secret),
      urls.ownFeed(secret, "json"),
      urls.ownShelfFeed(secret),
      urls.savedFilterFeed(secret),
      urls.letterLeaving(secret),
      `${urls.catalogue(`key/${secret}`, "v2")}/shelves`,
    ];
    for (const path of secrets) assert.equal((await failing.request(path)).status, 500);
    assert.equal(asked.shift(), "GET /works/%25%0AEverything%20is%20fine");
    assert.equal(asked[0], "GET /new-password/…");
    assert.ok(asked.length === secrets.length && !asked.join().includes(secret), asked.join("\n"));
  });

  it("cannot fill every list with a language as long as a page", async () => {
    const language = `en-x-${"aaaaaaaa-".repeat(5_000)}a`;
    const answer = await post(
      urls.newWork(),
      new URLSearchParams({ title: "Salt", language, pseud: rowan.pseudId }).toString(),
      { cookie: rowan.cookie },
    );
    assert.equal(answer.status, 422);
  });

  it("is not needed where others share the machine: only the owner's account reads the data folder", async () => {
    if (archive.database.engine !== "sqlite") return;
    const file = join(archive.dataFolder, "pressie.sqlite");
    for (const name of [file, `${file}-wal`, join(archive.dataFolder, "secret")])
      assert.equal((await stat(name)).mode & 0o077, 0, name);
  });

  it("cannot spend more tries by having its form held", async () => {
    const wish = { email: rowan.email, name: "Heron", password: castPassword };
    for (let tries = 0; tries < 10; tries++)
      assert.equal((await post(urls.register(), new URLSearchParams(wish).toString())).status, 422);
    const held = Object.entries(wish).map(([name, value]): [string, string] => [
      signInFields.heldPrefix + name,
      value,
    ]);
    const form = new URLSearchParams([
      [signInFields.email, rowan.email],
      [signInFields.password, castPassword],
      [signInFields.heldPath, urls.register()],
      ...held,
    ]);
    assert.equal((await post(urls.signIn(), form.toString())).status, 429);
  });

  // The last: the server closes this connection.
  it("in pieces without an end is cut off at the limit", async () => {
    const answer = await post(urls.newWork(), inPieces("a".repeat(1_000_000), 31), { cookie: rowan.cookie });
    assert.equal(answer.status, 413);
  });
});

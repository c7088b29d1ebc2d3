import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Serving, serve } from "../src/plumbing/http/serve.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";

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

  it("in pieces without an end is cut off at the limit", async () => {
    const answer = await post(urls.newWork(), inPieces("a".repeat(1_000_000), 31), { cookie: rowan.cookie });
    assert.equal(answer.status, 413);
  });
});

import assert from "node:assert/strict";
import { IncomingMessage, request, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { after, before, describe, it } from "node:test";
import { gunzipSync } from "node:zlib";
import { type ServedArchive, serveTestArchive } from "../../../tests/serve-archive.ts";
import { changeSettings } from "../settings/settings.ts";
import { keepVisitorPages, visitorKey } from "./visitor-pages.ts";

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer };

describe("pages kept for visitors", () => {
  let archive: ServedArchive;
  before(async () => {
    archive = await serveTestArchive({ seeds: true });
  });
  after(() => archive.close());

  /** Asks without any header of the client's own. */
  const ask = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      request(archive.origin + path, { headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
        );
      })
        .on("error", reject)
        .end();
    });

  it("are the very page that was made, packed for whoever takes it packed", async () => {
    const made = await ask("/");
    const kept = await ask("/");
    assert.equal(made.headers.etag, undefined);
    assert.ok(kept.headers.etag);
    assert.deepEqual(kept.body, made.body);
    const headersOf = ({ headers: { etag, date, ...rest } }: Answer) => rest;
    assert.deepEqual(headersOf(kept), headersOf(made), "no header is lost, least of all the policy");
    assert.match(String(kept.headers["content-security-policy"]), /default-src 'none'/);
    const packed = await ask("/", { "accept-encoding": "gzip" });
    assert.equal(packed.headers["content-encoding"], "gzip");
    assert.deepEqual(gunzipSync(packed.body), made.body);
  });

  it("are not sent again to whoever has them", async () => {
    await ask("/newest");
    const { headers } = await ask("/newest");
    const again = await ask("/newest", { "if-none-match": String(headers.etag) });
    assert.equal(again.status, 304);
    assert.equal(again.body.byteLength, 0);
  });

  it("are forgotten before a change is acknowledged", async () => {
    await ask("/about");
    assert.ok((await ask("/about")).headers.etag);
    await archive.database.write((writer) => changeSettings(writer, { archiveName: "Renamed" }, 1));
    const after = await ask("/about");
    assert.equal(after.headers.etag, undefined);
    assert.match(after.body.toString(), /Renamed/);
  });

  it("are for nobody who carries a cookie, and hold nobody's", async () => {
    await ask("/fandoms", { cookie: "pressie.said=signed-out" });
    const first = await ask("/fandoms");
    assert.doesNotMatch(first.body.toString(), /You are signed out/);
    assert.equal(first.headers["set-cookie"], undefined);
    const withCookie = await ask("/fandoms", { cookie: "a=b" });
    assert.equal(withCookie.headers.etag, undefined);
  });

  it("are kept apart by language", async () => {
    await ask("/", { "accept-language": "en-XA" });
    assert.match((await ask("/", { "accept-language": "en-XA" })).body.toString(), /⟦/);
    assert.doesNotMatch((await ask("/")).body.toString(), /⟦/);
  });
});

describe("the room for pages kept for visitors", () => {
  it("counts the addresses they are kept under: whoever asks chooses how long one is", async () => {
    const pages = keepVisitorPages();
    const path = (number: number) => `/?${number}=${"x".repeat(1_000_000)}`;
    for (let number = 0; number < 100; number++)
      await pages.keep(visitorKey(path(number), ""), pages.epoch(), new Headers(), new ArrayBuffer(1));
    const isKept = (number: number) => {
      const asked = new IncomingMessage(new Socket());
      asked.method = "GET";
      asked.url = path(number);
      return pages.answer(asked, new ServerResponse(asked));
    };
    assert.equal(isKept(99), true);
    assert.equal(isKept(0), false);
  });
});

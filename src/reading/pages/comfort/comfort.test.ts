import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { CastMember } from "../../../../tests/archive.ts";
import { type ServedArchive, serveTestArchive } from "../../../../tests/serve-archive.ts";
import { comfortCookie } from "../../../plumbing/http/comfort-cookie.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { chapterFields, giveWork } from "../../../works/for-tests/give-work.ts";

describe("how pages look", () => {
  let archive: ServedArchive;
  let author: CastMember;
  let reader: CastMember;
  before(async () => {
    archive = await serveTestArchive();
    author = await archive.join("Marchpane");
    reader = await archive.join("tessellate");
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const page = async (path: string, as: CastMember | null = null, headers = {}) =>
    (await archive.get(path, as, headers)).text();
  const wearing = (html: string) => /<html[^>]*>/.exec(html)?.[0] ?? "";
  const own = (word: string) => ({ cookie: `${comfortCookie}=${word}` });
  const chosen = (answer: Response) => {
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith(comfortCookie));
    return /=([^;]*)/.exec(cookie ?? "")?.[1];
  };

  it("is kept on the device of somebody without an account", async () => {
    const answer = await archive.send(urls.comfort(), {
      ...{ press: "device", theme: "sepia", face: "sans", size: "130", measure: "wide" },
      ...{ lines: "normal", letters: "normal", align: "justify", hyphens: "yes", from: urls.about() },
    });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get("location"), urls.about());
    assert.equal(chosen(answer), "theme-sepia.face-sans.size-130.measure-wide.align-justify.hyphens-yes");
    assert.match(
      wearing(await page(urls.about(), null, own(chosen(answer) ?? ""))),
      /data-theme="sepia" data-face="sans" data-size="130" data-measure="wide" data-align="justify" data-hyphens="yes"/,
    );
    assert.doesNotMatch(wearing(await page(urls.about())), /data-/);
  });

  it("is tried on the story one was reading before it is kept", async () => {
    const { workId, chapterIds } = await giveWork(archive, author, { title: "Salt and Candle" }, [
      chapterFields({ story: "<p>The ferry was late again.</p>" }),
    ]);
    const from = urls.chapter(workId, chapterIds[0] ?? "");
    const look = await archive.send(urls.comfort(), { press: "look", theme: "ink", from });
    assert.equal(chosen(look), undefined);
    const shown = await page(look.headers.get("location")?.split("#")[0] ?? "");
    assert.match(shown, /data-theme="ink"/);
    assert.match(shown, /Salt and Candle.*The ferry was late again/s);
    assert.match(shown, /<option value="ink" selected/);
  });

  it("shows nothing of a story one may not open", async () => {
    const { workId, chapterIds } = await giveWork(archive, author, {
      title: "Sealed",
      visibility: "private",
    });
    const from = urls.comfort(urls.chapter(workId, chapterIds[0] ?? ""));
    assert.doesNotMatch(await page(from, reader), /Sealed/);
    assert.match(await page(from, author), /Sealed/);
  });

  it("is kept for an account, and a device may differ", async () => {
    const answer = await archive.send(urls.comfort(), { press: "account", theme: "dark" }, reader);
    assert.equal(answer.headers.get("location"), urls.comfort());
    assert.match(wearing(await page(urls.about(), reader)), /data-theme="dark"/);
    assert.doesNotMatch(wearing(await page(urls.about(), author)), /data-/);
    const phone = { cookie: `${reader.cookie}; ${comfortCookie}=plain` };
    assert.doesNotMatch(wearing(await page(urls.about(), null, phone)), /data-/);
    assert.match(await page(urls.comfort(), null, phone), /Forget what this device has/);
  });

  it("leads nowhere outside, and takes nothing that is no choice", async () => {
    const answer = await archive.send(urls.comfort(), {
      press: "device",
      from: "//elsewhere.test/",
      theme: "sepia; path=/x",
      size: "9000",
    });
    assert.equal(answer.headers.get("location"), urls.comfort());
    assert.equal(chosen(answer), "plain");
    assert.doesNotMatch(wearing(await page(urls.about(), null, own('theme-"><script>'))), /script|data-/);
  });

  it("leaves kept pages kept, for everybody who has them look alike", async () => {
    const ask = (headers: Record<string, string> = {}) => fetch(archive.origin + urls.about(), { headers });
    const look = async (headers: Record<string, string> = {}) => {
      const answer = await ask(headers);
      return { kept: answer.headers.has("etag"), wears: wearing(await answer.text()) };
    };
    await look();
    await look(own("theme-sepia"));
    assert.deepEqual(
      [await look(), await look(own("theme-sepia")), await look(own("theme-ink"))].map(({ kept }) => kept),
      [true, true, false],
    );
    assert.match((await look(own("theme-sepia"))).wears, /sepia/);
    assert.doesNotMatch((await look()).wears, /data-/);
    for (let time = 0; time < 2; time++) {
      assert.equal((await look(own("nonsense"))).kept, false, "what is no choice is kept for nobody");
      assert.equal((await look({ cookie: "theme-sepia=1" })).kept, false);
    }
  });
});

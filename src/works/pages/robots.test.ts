import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { changeSettings } from "../../plumbing/settings/settings.ts";
import { urls } from "../../vocabulary/urls.ts";
import { giveWork } from "../for-tests/give-work.ts";
import type { WorkFields } from "../work-fields.ts";

describe("what robots are told", () => {
  let archive: TestArchive;
  let author: CastMember;
  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const give = (fields: Partial<WorkFields>) => giveWork(archive, author, fields);
  const pagesOf = ({ workId, chapterIds: [chapterId = ""] }: { workId: string; chapterIds: string[] }) => [
    ...[
      urls.work(workId),
      urls.wholeWork(workId),
      urls.chapterIndex(workId),
      urls.chapter(workId, chapterId),
    ],
    ...["epub", "html", "text", "markdown"].map((format) => urls.download(workId, format)),
  ];
  const said = async (path: string) => {
    const { status, headers } = await archive.get(path);
    assert.equal(status, 200, path);
    return [headers.get("x-robots-tag"), headers.get("tdm-reservation"), headers.get("referrer-policy")];
  };
  const robots = async () => (await archive.get(urls.robots())).text();

  it("asks makers of AI to leave a work alone unless its author lets them, with every page and file", async () => {
    const usual = await give({});
    for (const path of pagesOf(usual))
      assert.deepEqual(await said(path), ["noai, noimageai", "1", "same-origin"]);
    const given = await give({ access: { aiCrawlers: true } });
    for (const path of pagesOf(given)) assert.deepEqual(await said(path), [null, null, "same-origin"]);
  });

  it("asks search engines to leave out what its author says, and what only an address opens", async () => {
    const works = [await give({ access: { searchEngines: false, aiCrawlers: true } })];
    works.push(await give({ visibility: "link", access: { aiCrawlers: true } }));
    for (const work of works) {
      for (const path of pagesOf(work)) assert.deepEqual(await said(path), ["noindex", null, "same-origin"]);
      for (const path of pagesOf(work).slice(0, 4))
        assert.ok(
          (await (await archive.get(path)).text()).includes('<meta name="robots" content="noindex"/>'),
        );
    }
  });

  it("says so too when it sends a page it has kept", async () => {
    const { workId } = await give({ access: { searchEngines: false } });
    const asked = () => said(urls.work(workId));
    assert.deepEqual(await asked(), await asked());
  });

  it("names in robots.txt what the crawlers the owner knows may read, and nothing that is not for everyone", async () => {
    const allowed = await give({ access: { aiCrawlers: true } });
    const others = [
      await give({}),
      await give({ visibility: "link", access: { aiCrawlers: true } }),
      await give({ visibility: "members", access: { aiCrawlers: true } }),
      await give({ visibility: "private", access: { aiCrawlers: true } }),
      await giveWork(archive, author, { access: { aiCrawlers: true } }, undefined, "draft"),
    ];
    const [forMakers = "", forAll] = (await robots()).split("\n\n");
    assert.ok(forMakers.includes("User-agent: GPTBot\n") && forMakers.includes("\nDisallow: /\n"));
    assert.ok(forMakers.includes(`\nAllow: ${urls.work(allowed.workId)}`));
    for (const { workId } of others) assert.ok(!forMakers.includes(workId));
    assert.equal(forAll, "User-agent: *\nAllow: /\n");
    const toMember = await archive.get(urls.robots(), author);
    assert.ok(!(await toMember.text()).includes(others[2]?.workId ?? ""));
  });

  it("forbids nobody anything when the owner names no crawler", async () => {
    await archive.database.write((writer) => changeSettings(writer, { aiCrawlers: "" }, Date.now()));
    assert.equal(await robots(), "User-agent: *\nAllow: /\n");
  });
});

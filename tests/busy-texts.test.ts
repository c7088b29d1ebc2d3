import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createApp } from "../src/app.ts";
import { TooBusy, WorkFailed } from "../src/plumbing/jobs/worker-pool.ts";
import { setDefaultFilter } from "../src/search/saved/default-filter.ts";
import { saveFilter } from "../src/search/saved/save-filter.ts";
import type { TextSearch } from "../src/search/text-search.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";

describe("looking inside the stories when that takes too long", () => {
  let archive: TestArchive;
  let author: CastMember;
  let workId: string;
  let fandom: string;

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    const tags = [{ kindId: "fandom", name: "Dracula" }];
    ({ workId } = await giveWork(archive, author, { tags }, [
      chapterFields({ story: "<p>A lantern burned.</p>" }),
    ]));
    await archive.textIndex.learn(workId);
    const tag = await archive.database.reading
      .selectFrom("tags")
      .select("id")
      .where("name", "=", "Dracula")
      .executeTakeFirstOrThrow();
    fandom = tag.id;
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const failures = [
    new TooBusy("the queue is full"),
    new WorkFailed("a thread could not do its task", { cause: new Error("timeout") }),
  ];
  /** The archive, with a search inside texts that fails. */
  const whileBusy = (failure: Error, failing: (keyof TextSearch)[] = ["find", "snippets", "placesIn"]) => {
    const fail = () => Promise.reject(failure);
    const finder: typeof archive.finder = {
      ...archive.finder,
      find: (filter, person, wish) =>
        filter.text !== "" && failing.includes("find") ? fail() : archive.finder.find(filter, person, wish),
      facetValues: fail,
    };
    const textSearch = {
      ...archive.textSearch,
      ...(failing.includes("snippets") ? { snippets: fail } : {}),
      ...(failing.includes("placesIn") ? { placesIn: fail } : {}),
    };
    const app = createApp({ ...archive, finder, textSearch });
    return async (path: string, as: CastMember | null = null) => {
      const headers = as ? { cookie: as.cookie } : {};
      const answer = await app.fetch(new Request(`http://archive.test${path}`, { headers }));
      return { answer, html: await answer.text() };
    };
  };
  const comesAgain = (answer: Response) => {
    assert.equal(answer.status, 503);
    assert.match(answer.headers.get("retry-after") ?? "", /^\d+$/);
  };

  it("says so on the finding page, and keeps everything that was asked for", async () => {
    for (const failure of failures) {
      const get = whileBusy(failure);
      const { answer, html } = await get(urls.works(`with=${fandom}&words=5..&text=lantern+%22the+sea%22`));
      comesAgain(answer);
      assert.match(html, /Searching inside stories takes too long just now/);
      assert.match(html, /name="text"[^>]*value="lantern &quot;the sea&quot;"/);
      assert.match(html, new RegExp(`name="with" value="${fandom}"`));
      assert.match(html, /name="words" value="5\.\."/);
      assert.match(html, new RegExp(`href="/works\\?with=${fandom}&amp;words=5\\.\\."`));
    }
  });

  it("keeps what was typed in the box, mistakes and all", async () => {
    const get = whileBusy(new TooBusy("the queue is full"));
    const { answer, html } = await get(urls.works("q=text:lantern+words:many"));
    comesAgain(answer);
    assert.match(html, /name="q"[^>]*value="text:lantern words:many"/);
    assert.match(html, /name="text"[^>]*value="lantern"/);
  });

  it("says so where a facet's further values are asked for", async () => {
    const get = whileBusy(new TooBusy("the queue is full"), []);
    const { answer, html } = await get(urls.works("text=lantern&more=tag:fandom&typed=dra"));
    comesAgain(answer);
    assert.match(html, /takes too long just now/);
  });

  it("shows the list without places where only those take too long", async () => {
    const get = whileBusy(new TooBusy("the queue is full"), ["snippets"]);
    const { answer, html } = await get(urls.works("text=lantern"));
    assert.equal(answer.status, 200);
    assert.ok(html.includes(urls.work(workId)));
    assert.ok(!html.includes("<mark>"));
  });

  it("says so when one story is searched", async () => {
    for (const failure of failures) {
      const { answer, html } = await whileBusy(failure)(urls.workSearch(workId, "lantern"));
      comesAgain(answer);
      assert.match(html, /Searching inside stories takes too long just now/);
      assert.match(html, /name="text"[^>]*value="lantern"/);
      assert.ok(!html.includes("No published chapter has"));
    }
  });

  it("shows kept filters without their counts, the fandom without the filter, and asks feed readers to come again", async () => {
    const get = whileBusy(new TooBusy("the queue is full"));
    await archive.database.write(async (writer) => {
      const kept = { name: "By lantern light", query: "text=lantern" };
      const id = await saveFilter(writer, author.member, kept, 50, Date.now());
      await setDefaultFilter(writer, author.member, fandom, id);
    });
    const filters = await get(urls.savedFilters(), author);
    assert.equal(filters.answer.status, 200);
    assert.ok(filters.html.includes("By lantern light"));
    const page = await get(urls.tag(fandom), author);
    assert.equal(page.answer.status, 303);
    const all = await get(page.answer.headers.get("location") ?? "", author);
    assert.equal(all.answer.status, 200);
    assert.ok(all.html.includes(urls.work(workId)));
    comesAgain((await get(urls.worksFeed("text=lantern"))).answer);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { newId } from "../../vocabulary/ids.ts";
import { urls } from "../../vocabulary/urls.ts";
import { addChapter } from "../add-chapter.ts";
import { removeChapter } from "../chapters/remove-chapter.ts";
import { chapterFields, giveWork, storyOf } from "../for-tests/give-work.ts";
import { removeWork } from "../remove-work.ts";
import type { Visibility } from "../work.ts";

type Viewer = "author" | "beta reader" | "reader" | "stranger" | "moderator";
const viewers: Viewer[] = ["author", "beta reader", "reader", "stranger", "moderator"];
const members: Viewer[] = ["author", "beta reader", "reader", "moderator"];

/** Each work's word stands in its title, summary, tags and text, and nowhere else in the archive. */
type Case = { word: string; opens: Viewer[]; listed: Viewer[]; visibility?: Visibility; noindex?: true };
const cases = {
  open: { word: "Amberlight", opens: viewers, listed: viewers },
  membersOnly: { word: "Brackwater", opens: members, listed: members, visibility: "members" },
  byAddress: { word: "Glasswhistle", opens: viewers, listed: [], visibility: "link", noindex: true },
  private: { word: "Hollowbell", opens: ["author"], listed: [], visibility: "private", noindex: true },
  draft: { word: "Cinderquill", opens: ["author"], listed: [], noindex: true },
  removed: { word: "Duskmantle", opens: [], listed: [] },
} satisfies Record<string, Case>;
type Name = keyof typeof cases;
const names: Name[] = ["open", "membersOnly", "byAddress", "private", "draft", "removed"];
const table: Record<Name, Case> = cases;

/** Words of the chapters of the open work that are not for everybody. */
const draftChapterWord = "Emberwick";
const removedChapterWord = "Fallowmere";

const wordsInWork = 10;

describe("who may see what", () => {
  let archive: TestArchive;
  const cast: Record<Viewer, CastMember | null> = {
    author: null,
    "beta reader": null,
    reader: null,
    stranger: null,
    moderator: null,
  };
  const works = new Map<Name, { workId: string; chapterIds: string[]; tagIds: string[]; seriesId: string }>();
  let allSeriesId = "";
  let draftChapter = "";
  let removedChapter = "";
  let author: CastMember;
  let betaReader: CastMember;

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    betaReader = await archive.join("megan_peta");
    cast.author = author;
    cast["beta reader"] = betaReader;
    cast.reader = await archive.join("tessellate");
    cast.moderator = await archive.join("saltmarsh", "moderator");
    for (const name of names) works.set(name, await give(name));
    const { database } = archive;
    const all = await database.reading
      .selectFrom("series")
      .select("id")
      .where("title", "=", "All of them")
      .executeTakeFirstOrThrow();
    allSeriesId = all.id;
    await archive.textIndex.learnMissing();
    const { workId } = workOf("open");
    draftChapter = await database.write((writer) =>
      addChapter(writer, author.member, workId, secretChapter(draftChapterWord), Date.now()),
    );
    removedChapter = await database.write((writer) =>
      addChapter(writer, author.member, workId, secretChapter(removedChapterWord), Date.now()),
    );
    await database.write(async (writer) => {
      await removeChapter(writer, author.member, workId, removedChapter, Date.now());
      await removeWork(writer, author.member, workOf("removed").workId, Date.now());
    });
  });

  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  async function give(name: Name) {
    const { word, visibility = "everyone" } = table[name];
    const given = await giveWork(
      archive,
      author,
      {
        title: `The ${word}`,
        summary: `<p>Of ${word}.</p>`,
        visibility,
        gifts: [{ name: `${word} Gifted`, addressedAs: "" }],
        series: { title: `${word} Cycle`, number: null },
        moreSeries: [{ title: "All of them", number: null }],
        credits: [{ role: "beta", name: betaReader.name }],
        tags: [
          { kindId: "fandom", name: `${word} Saga` },
          { kindId: "additional", name: `${word} everywhere` },
        ],
      },
      [chapterFields({ title: `${word} begins`, story: storyOf(wordsInWork, word) })],
      name === "draft" ? "draft" : "published",
    );
    const tags = await archive.database.reading
      .selectFrom("work_tags")
      .select("tag_id")
      .where("work_id", "=", given.workId)
      .execute();
    const { series_id: seriesId } = await archive.database.reading
      .selectFrom("series_works")
      .innerJoin("series", "series.id", "series_works.series_id")
      .select("series_id")
      .where("work_id", "=", given.workId)
      .where("series.title", "=", `${word} Cycle`)
      .executeTakeFirstOrThrow();
    return { ...given, seriesId, tagIds: tags.map((tag) => tag.tag_id) };
  }

  function workOf(name: Name) {
    const work = works.get(name);
    assert.ok(work);
    return work;
  }

  const read = async (path: string, viewer: Viewer) => {
    const response = await archive.get(path, cast[viewer]);
    return { status: response.status, headers: headersOf(response), body: await response.text() };
  };

  /** The answer to `path` is, but for the id asked for, the answer to an id that never was. */
  async function assertNeverWas(path: (id: string) => string, hidden: string, viewer: Viewer) {
    const random = newId();
    const [asked, never] = [await read(path(hidden), viewer), await read(path(random), viewer)];
    assert.equal(asked.status, 404, `${path(hidden)} for the ${viewer}`);
    assert.equal(asked.body.replaceAll(hidden, "·"), never.body.replaceAll(random, "·"));
    assert.deepEqual(asked.headers, never.headers);
  }

  for (const name of names) {
    for (const viewer of viewers) {
      const { word, opens } = cases[name];
      const open = opens.some((one) => one === viewer);
      it(`${open ? "opens" : "denies the existence of"} the ${name} work to the ${viewer}`, async () => {
        const { workId, chapterIds } = workOf(name);
        const chapterId = chapterIds[0] ?? "";
        const pages = [
          urls.work,
          urls.wholeWork,
          urls.chapterIndex,
          (id: string) => urls.chapter(id, chapterId),
          (id: string) => urls.workSearch(id, word),
        ];
        for (const page of pages) {
          if (!open) {
            await assertNeverWas(page, workId, viewer);
            continue;
          }
          const { status, body } = await read(page(workId), viewer);
          assert.equal(status, 200, page(workId));
          assert.ok(body.includes(word));
          if (page(workId).includes("/search")) continue;
          assert.equal(body.includes('content="noindex"'), table[name].noindex === true);
        }
      });
    }
  }

  for (const name of names)
    for (const viewer of viewers)
      it(`${isMine(name, viewer) ? "gives" : "keeps"} files, thanks and the series of the ${name} work ${isMine(name, viewer) ? "to" : "from"} the ${viewer}`, async () => {
        const { workId, seriesId } = workOf(name);
        const { word } = table[name];
        const may = (who: Viewer[]) => who.includes(viewer);
        const carries = may(table[name].opens) && name !== "draft";
        for (const format of ["epub", "html", "text", "markdown"]) {
          if (carries) assert.equal((await read(urls.download(workId, format), viewer)).status, 200);
          else await assertNeverWas((id) => urls.download(id, format), workId, viewer);
        }
        const thanks = await archive.send(urls.kudos(workId), {}, cast[viewer]);
        assert.equal(thanks.status, carries && name !== "private" ? 303 : 404, "kudos");
        const series = await read(urls.series(seriesId), viewer);
        assert.equal(series.status, may(table[name].listed) || viewer === "author" ? 200 : 404);
        const all = await read(urls.series(allSeriesId), viewer);
        const told = viewer === "author" || may(table[name].listed);
        assert.equal(all.body.includes(word), told, "the series of all");
      });

  for (const viewer of viewers)
    it(`finds for the ${viewer} by words, names, tags, gifts and series what is listed, and suggests no more`, async () => {
      for (const name of names) {
        const { word } = table[name];
        const isListed = table[name].listed.includes(viewer);
        const { workId, tagIds, seriesId } = workOf(name);
        const asked = [
          urls.works(`q=${word}`),
          urls.works(`text=${word}`),
          urls.works(`writer=${author.pseudId}`),
          urls.works(`series=${seriesId}`),
          urls.works(`q=${encodeURIComponent(`gift:"${word} Gifted"`)}`),
          ...tagIds.map((tagId) => urls.worksUnder(tagId)),
        ];
        for (const path of asked) {
          const first = await archive.get(path, cast[viewer]);
          // A question that was typed leads on to the short address of what it means.
          const { body } = await read(first.headers.get("location") ?? path, viewer);
          assert.equal(body.includes(urls.work(workId)), isListed, `${name} on ${path}`);
        }
        const suggested = await read(`${urls.tagSuggestions()}?typed=${word}`, viewer);
        assert.equal(suggested.body.includes(word), isListed, `${name} suggested`);
        const chooser = await read(urls.tagChooser([], `typed=${word}`), viewer);
        assert.equal(chooser.body.includes(`${word} Saga`), isListed, `${name} to choose`);
      }
    });

  it("tells feeds and robots nothing but what is for everyone", async () => {
    const everywhere = [urls.worksFeed(), urls.worksFeed(`writer=${author.pseudId}`), urls.robots()];
    for (const path of everywhere) {
      const { body } = await read(path, "stranger");
      for (const name of names) {
        const { workId } = workOf(name);
        const told = name === "open" && path !== urls.robots();
        assert.equal(body.includes(workId), told, `${name} in ${path}`);
        if (!told) assert.ok(!body.includes(table[name].word));
      }
    }
  });

  function isMine(name: Name, viewer: Viewer): boolean {
    return table[name].opens.includes(viewer);
  }

  for (const viewer of viewers) {
    const listed = names.filter((name) => cases[name].listed.some((one) => one === viewer));

    it(`lists for the ${viewer} what they may see and not a word more`, async () => {
      const pages = [urls.home(), urls.newest(), urls.fandoms(), urls.writer(author.pseudId)];
      for (const path of pages) {
        const { status, body } = await read(path, viewer);
        assert.equal(status, 200);
        for (const name of names)
          assert.equal(body.includes(cases[name].word), listed.includes(name), `${name} on ${path}`);
        assert.ok(!body.includes(draftChapterWord) && !body.includes(removedChapterWord));
      }
      const beta = await read(urls.writer(betaReader.pseudId), viewer);
      for (const name of names) assert.ok(!beta.body.includes(cases[name].word));
    });

    it(`counts for the ${viewer} what they may see`, async () => {
      const home = await read(urls.home(), viewer);
      const works = listed.length === 1 ? "1 work" : `${listed.length} works`;
      assert.ok(home.body.includes(`<li>${works}</li>`));
      assert.ok(home.body.includes(`<li>${listed.length * wordsInWork} words</li>`));
      assert.ok(home.body.includes("<li>1 writer</li>"));
      const newest = await read(urls.newest(), viewer);
      assert.ok(newest.body.includes(`<p class="quiet">${works}</p>`));
      const writer = await read(urls.writer(author.pseudId), viewer);
      assert.ok(writer.body.includes(`<p class="quiet">${works}</p>`));
      const fandoms = await read(urls.fandoms(), viewer);
      assert.ok(fandoms.body.includes(`${listed.length} fandom`));
    });

    it(`gives the ${viewer} the tag pages of works they may open, and no other`, async () => {
      for (const name of names) {
        const open = cases[name].opens.some((one) => one === viewer);
        for (const tagId of workOf(name).tagIds) {
          if (!open) {
            await assertNeverWas((id) => urls.tag(id), tagId, viewer);
            continue;
          }
          const { status, body } = await read(urls.tag(tagId), viewer);
          assert.equal(status, 200);
          assert.equal(body.includes(`The ${cases[name].word}`), listed.includes(name));
        }
      }
    });

    it(`shows the ${viewer} ${viewer === "author" ? "the draft chapter, and not the one taken away" : "published chapters alone"}`, async () => {
      const { workId } = workOf("open");
      const ofChapter = (id: string) => urls.chapter(workId, id);
      for (const page of [urls.work(workId), urls.wholeWork(workId), urls.chapterIndex(workId)]) {
        const { body } = await read(page, viewer);
        assert.ok(!body.includes(removedChapterWord));
        assert.equal(body.includes(draftChapterWord), viewer === "author", page);
      }
      await assertNeverWas(ofChapter, removedChapter, viewer);
      if (viewer !== "author") return assertNeverWas(ofChapter, draftChapter, viewer);
      const { status, body } = await read(ofChapter(draftChapter), viewer);
      assert.equal(status, 200);
      assert.ok(body.includes('content="noindex"'));
      return undefined;
    });
  }

  it("opens no chapter under another work's address", async () => {
    const { workId } = workOf("open");
    const [foreign = ""] = workOf("membersOnly").chapterIds;
    for (const viewer of viewers) await assertNeverWas((id) => urls.chapter(workId, id), foreign, viewer);
  });
});

function secretChapter(word: string) {
  return chapterFields({ title: `${word} begins`, story: storyOf(wordsInWork, word) });
}

function headersOf(response: Response): [string, string][] {
  return [...response.headers].filter(([name]) => name !== "date");
}

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { newId } from "../../vocabulary/ids.ts";
import { urls } from "../../vocabulary/urls.ts";
import { addChapter } from "../add-chapter.ts";
import { chapterFields, giveWork, storyOf } from "../for-tests/give-work.ts";
import { removeChapter } from "../remove-chapter.ts";
import { removeWork } from "../remove-work.ts";

type Viewer = "author" | "beta reader" | "reader" | "stranger" | "moderator";
const viewers: Viewer[] = ["author", "beta reader", "reader", "stranger", "moderator"];
const members: Viewer[] = ["author", "beta reader", "reader", "moderator"];

/** Each work's word stands in its title, summary, tags and text, and nowhere else in the archive. */
type Case = { word: string; opens: Viewer[]; listed: Viewer[] };
const cases = {
  open: { word: "Amberlight", opens: viewers, listed: viewers },
  membersOnly: { word: "Brackwater", opens: members, listed: members },
  draft: { word: "Cinderquill", opens: ["author"], listed: [] },
  removed: { word: "Duskmantle", opens: [], listed: [] },
} satisfies Record<string, Case>;
type Name = keyof typeof cases;
const names: Name[] = ["open", "membersOnly", "draft", "removed"];

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
  const works = new Map<Name, { workId: string; chapterIds: string[]; tagIds: string[] }>();
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
    const { word } = cases[name];
    const given = await giveWork(
      archive,
      author,
      {
        title: `The ${word}`,
        summary: `<p>Of ${word}.</p>`,
        visibility: name === "membersOnly" ? "members" : "everyone",
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
    return { ...given, tagIds: tags.map((tag) => tag.tag_id) };
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
        ];
        for (const page of pages) {
          if (!open) {
            await assertNeverWas(page, workId, viewer);
            continue;
          }
          const { status, body } = await read(page(workId), viewer);
          assert.equal(status, 200);
          assert.ok(body.includes(word));
          assert.equal(body.includes('content="noindex"'), name === "draft");
        }
      });
    }
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

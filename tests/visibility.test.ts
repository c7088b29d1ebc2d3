import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { postComment } from "../src/comments/post-comment.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { acceptInvitation } from "../src/works/answer-invitation.ts";
import { answerRelated } from "../src/works/answer-related.ts";
import { changeWork } from "../src/works/change-work.ts";
import { chapterFields, giveWork, storyOf, workFields } from "../src/works/for-tests/give-work.ts";
import { postNews } from "../src/works/news/post-news.ts";
import { removeWork } from "../src/works/remove-work.ts";
import type { Visibility } from "../src/works/work.ts";
import type { WorkFields } from "../src/works/work-fields.ts";
import { findOwnWork } from "../src/works/works.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";
import { everyAddress, type KnownParameters } from "./every-address.ts";

type Viewer = "author" | "beta reader" | "reader" | "stranger" | "moderator";

/** Each work's word stands in its title, summary, tags, story, news and in what is said under it, and nowhere else. */
const works = {
  open: { word: "Amberlight", becomes: "everyone" },
  members: { word: "Brackwater", becomes: "members" },
  byAddress: { word: "Glasswhistle", becomes: "link" },
  private: { word: "Hollowbell", becomes: "private" },
  removed: { word: "Duskmantle", becomes: "everyone" },
  draft: { word: "Cinderquill", becomes: "everyone" },
} as const satisfies Record<string, { word: string; becomes: Visibility }>;
type Name = keyof typeof works;
const names = Object.keys(works).filter((name): name is Name => name in works);

/**
 * Who may see what, at every address there is, now and of a route that comes in tomorrow. All works but the draft were
 * open to everybody while readers kept, thanked, shelved, answered and wrote on from them; then they were not any more.
 */
describe("a work that somebody may not see", () => {
  let archive: TestArchive;
  const cast: Record<Viewer, CastMember | null> = {
    ...{ author: null, "beta reader": null, reader: null, stranger: null, moderator: null },
  };
  const ids = new Map<Name, { workId: string; parts: string[]; tagIds: string[] }>();
  let known: KnownParameters;
  /** What the reader made of the author's works: their form says what they typed. */
  const ownWorks: string[] = [];

  before(async () => {
    archive = await openTestArchive();
    const author = await archive.join("Marchpane");
    const beta = await archive.join("megan_peta");
    const reader = await archive.join("tessellate");
    const other = await archive.join("Quillfeather");
    const moderator = await archive.join("saltmarsh", "moderator");
    Object.assign(cast, { author, "beta reader": beta, reader, moderator });
    const shelf = await archive.send(urls.shelves(), { name: "Lights", visibility: "public" }, reader);
    const shelfId =
      new URL(shelf.headers.get("location") ?? "", "http://archive.test").pathname.split("/")[2] ?? "";
    for (const name of names) await give(name, { author, beta, reader, other }, shelfId);
    for (const name of names) await hide(name, author);
    await archive.textIndex.learnMissing();
    const read = archive.database.reading;
    const rows = async (table: "series" | "tags" | "comments" | "news" | "saved_filters") =>
      (await read.selectFrom(table).select("id").execute()).map(({ id }) => id);
    for (const work of ids.values()) {
      const of = async (table: "chapters" | "comments" | "news") =>
        (await read.selectFrom(table).select("id").where("work_id", "=", work.workId).execute()).map(
          ({ id }) => id,
        );
      work.parts = [...(await of("chapters")), ...(await of("comments")), ...(await of("news"))];
      const tags = read.selectFrom("work_tags").select("tag_id").where("work_id", "=", work.workId);
      work.tagIds = (await tags.execute()).map(({ tag_id }) => tag_id);
    }
    const none = ["0000000000"];
    known = {
      workId: [...ids.values()].map(({ workId }) => workId),
      chapterId: (await read.selectFrom("chapters").select("id").execute()).map(({ id }) => id),
      commentId: await rows("comments"),
      newsId: await rows("news"),
      seriesId: await rows("series"),
      tagId: await rows("tags"),
      pseudId: [author, beta, reader].map(({ pseudId }) => pseudId),
      shelfId: [shelfId],
      filterId: await rows("saved_filters"),
      feedKey: [
        ...(await read.selectFrom("saved_filters").select("feed_key").execute()),
        ...(await read.selectFrom("shelves").select("feed_key").execute()),
      ].map((row) => row.feed_key),
      kindId: ["fandom", "character"],
      // All are made of what one function gathers (src/downloads/gather-work.ts).
      format: ["epub"],
      list: ["ratings"],
      ...{ name: none, token: none, importId: none, originalId: none, wranglingId: none, iconId: none },
      ...{ autosaveId: none, copyId: none, ruleId: none, deviceId: none, leaveKey: none },
    };
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  type Cast = { author: CastMember; beta: CastMember; reader: CastMember; other: CastMember };
  const wish = (workId: string) => ({
    ...{ kind: "inspired" as const, workId, ownTitle: "", title: "", author: "", language: "", address: "" },
  });
  const fieldsOf = (name: Name, author: CastMember): WorkFields => {
    const { word } = works[name];
    return workFields(author, {
      title: `The ${word}`,
      summary: `<p>Of ${word}.</p>`,
      series: { title: `${word} Cycle`, number: null },
      moreSeries: [{ title: "All of them", number: null }],
      credits: [{ role: "beta", name: "megan_peta" }],
      gifts: [{ name: "tessellate", addressedAs: "" }],
      tags: [
        { kindId: "fandom", name: `${word} Saga` },
        { kindId: "character", name: "Jim Hawkins" },
        { kindId: "character", name: `${word} himself` },
      ],
    });
  };

  /** A work with everything that can hang on one, made while it was open to all; the draft alone never was. */
  async function give(name: Name, { author, beta, reader, other }: Cast, shelfId: string) {
    const { word } = works[name];
    const stays = name === "draft" ? "draft" : "published";
    const chapters = [chapterFields({ title: `${word} begins`, story: storyOf(8, word) })];
    const { workId, chapterIds } = await giveWork(archive, author, fieldsOf(name, author), chapters, stays);
    await archive.database.write(async (writer) => {
      const invitation = { workId, pseudId: beta.pseudId, role: "beta" as const };
      await acceptInvitation(writer, beta.member, invitation, Date.now());
      if (name !== "draft") await postNews(writer, author.member, workId, `${word} goes on.`, Date.now());
    });
    ids.set(name, { workId, parts: [], tagIds: [] });
    if (name === "draft") return;
    const settings = await archive.settings.current();
    const say = (who: CastMember, chapterId: string | null, text: string) =>
      archive.database.write((writer) => {
        const said = { workId, chapterId, parentId: null, under: { pseudId: who.pseudId }, text };
        return postComment(writer, who.member, said, settings, Date.now());
      });
    await say(other, null, `<p>What a ${word} this is.</p>`);
    await say(other, chapterIds[0] ?? null, `<p>More ${word}!</p>`);
    await say(reader, null, "<p>Lovely.</p>");
    for (const [path, fields] of [
      [urls.kudos(workId), {}],
      [urls.bookmark(workId), { keeps: "yes" }],
      [urls.workShelves(workId), { shelf: shelfId }],
    ] as const)
      assert.equal((await archive.send(path, fields, reader)).status, 303, path);
    const { tag_id: fandom } = await archive.database.reading
      .selectFrom("work_tags")
      .select("tag_id")
      .where("work_id", "=", workId)
      .where("kind_id", "=", "fandom")
      .executeTakeFirstOrThrow();
    const filter = { name: `Number ${names.indexOf(name)}`, query: `with=${fandom}` };
    assert.equal((await archive.send(urls.savedFilters(), filter, reader)).status, 303);
    const made = await giveWork(archive, reader, {
      title: `Song ${names.indexOf(name)}`,
      related: [wish(workId)],
    });
    ownWorks.push(made.workId);
    await archive.database.write((writer) =>
      answerRelated(writer, author.member, { workId: made.workId, otherId: workId }, "yes", Date.now()),
    );
  }

  async function hide(name: Name, author: CastMember) {
    const workId = ids.get(name)?.workId ?? "";
    const open = ids.get("open")?.workId ?? "";
    const now = await findOwnWork(archive.database.reading, author.member, workId);
    const fields: WorkFields = {
      ...fieldsOf(name, author),
      visibility: works[name].becomes,
      ...(name === "open" ? {} : { related: [wish(open)] }),
    };
    await archive.database.write(async (writer) => {
      await changeWork(writer, author.member, workId, now?.version ?? 0, fields, Date.now());
      if (name === "removed") await removeWork(writer, author.member, workId, Date.now());
    });
  }

  /** Everything an answer carries, files unpacked. */
  async function carried(answer: Response): Promise<string> {
    const head = [...answer.headers].map(([name, value]) => `${name}: ${value}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const body = isZip
      ? Object.entries(unzipSync(bytes)).map(([name, file]) => `${name}\n${strFromU8(file)}`)
      : [strFromU8(bytes)];
    return [...head, ...body].join("\n");
  }

  /** Where somebody who was given the address of a work meets it again: what they keep themselves. */
  const ownRooms = /^\/(?:bookmarks|shelves|feeds\/shelves|comments\/mine|account|works\/[^/]+\/edit)/;

  function maySee(name: Name, asking: Viewer, path: string): boolean {
    // Who has the key to the feed of a kept filter or a shelf reads it as its keeper does.
    const viewer = path.startsWith("/feeds/") ? "reader" : asking;
    if (viewer === "author" || name === "open") return true;
    if (name === "members") return viewer !== "stranger";
    if (name !== "byAddress") return false;
    // Who has the work's address comes from it to the pages of its tags.
    const { workId = "", parts = [], tagIds = [] } = ids.get(name) ?? {};
    return (
      [workId, ...parts, ...tagIds].some((id) => path.includes(id)) ||
      (viewer === "reader" && ownRooms.test(path))
    );
  }

  /** The same asked in every way there is; pages of a work are asked of each work, its chapters and comments only under it. */
  function addresses(): string[] {
    const of = [...ids.values()];
    const filled = everyAddress(archive, known).filter((path) =>
      of.every(
        ({ workId, parts }) => !parts.some((id) => path.includes(id)) || path.includes(`/works/${workId}/`),
      ),
    );
    const asked = names.flatMap((name) => {
      const { word } = works[name];
      const { workId = "" } = ids.get(name) ?? {};
      return [
        urls.works(`q=${word}`),
        urls.works(`text=${word}`),
        urls.worksFeed(`text=${word}`),
        urls.workSearch(workId, word),
      ];
    });
    const series = known.seriesId?.map((id) => urls.works(`series=${id}`)) ?? [];
    return [...filled, ...ownWorks.map(urls.work), ...series, ...asked];
  }

  for (const viewer of ["stranger", "reader", "beta reader", "moderator"] as const)
    it(`is at no address, in no file and no feed for the ${viewer}`, async () => {
      const leaks: string[] = [];
      let opened = 0;
      for (const path of addresses()) {
        const answer = await archive.get(path, cast[viewer]);
        if (answer.status === 200) opened += 1;
        const text = await carried(answer);
        for (const name of names) {
          const { word } = works[name];
          // What was asked for is said again: "nothing was found with …", the way back after signing in.
          const isAsked = path.includes(word);
          const { workId = "" } = ids.get(name) ?? {};
          if (maySee(name, viewer, path)) continue;
          // Whose name stands on a work may take it off, whatever became of the work.
          if (viewer === "beta reader" && /^\/account\/invitations$|\/leaving$/.test(path)) continue;
          const told = isAsked ? text.includes(`The ${word}`) : text.includes(word);
          const led = !path.includes(workId) && text.includes(workId) && !ownRooms.test(path);
          if (!told && !led) continue;
          const at = text.indexOf(told ? word : workId);
          leaks.push(`${path} tells of the ${name} work: …${text.slice(Math.max(0, at - 120), at + 40)}…`);
        }
      }
      assert.deepEqual(leaks, []);
      assert.ok(opened > 60, `${opened} pages were there to be read`);
    });

  it("is its author's to see, but for what lies in the trash", async () => {
    for (const name of names) {
      const { workId = "" } = ids.get(name) ?? {};
      const answer = await archive.get(urls.work(workId), cast.author);
      assert.equal(answer.status, name === "removed" ? 404 : 200, name);
    }
  });

  it("is in no letter to anybody, as long as nobody was to see it", async () => {
    for (const letter of await archive.post.outbox())
      assert.ok(!JSON.stringify(letter).includes(works.draft.word), `${letter.subject} to ${letter.to}`);
  });
});

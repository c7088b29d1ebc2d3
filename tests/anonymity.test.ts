import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { postComment } from "../src/comments/post-comment.ts";
import { formats } from "../src/downloads/formats.ts";
import { addPseud } from "../src/people/add-pseud.ts";
import { changeSettings } from "../src/plumbing/settings/settings.ts";
import { tagFor } from "../src/tags/tags.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { acceptInvitation } from "../src/works/answer-invitation.ts";
import { changeChapter } from "../src/works/change-chapter.ts";
import { changeWork } from "../src/works/change-work.ts";
import { chapterFields, giveWork, storyOf, workFields } from "../src/works/for-tests/give-work.ts";
import type { CreatorRole } from "../src/works/work.ts";
import type { WorkFields } from "../src/works/work-fields.ts";
import { findOwnWork } from "../src/works/works.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";
import { everyAddress } from "./every-address.ts";

/** Names no sentence of the archive has; each writes nothing but the anonymous work and what is said under it. */
const secret = {
  author: "Xanthippe Quince",
  together: "Zephyrine Wold",
  beta: "Quillon Birdsong",
  artist: "Friend Ludovic",
};
const title = "The Unsigned Lantern";

/**
 * Everything that leads from an anonymous work to its makers, or from them to it, as a table: every address the archive
 * answers × everybody who might ask. A route with a parameter this file does not know fails the test: say what it is.
 */
describe("a work without names", () => {
  let archive: TestArchive;
  /** Who is told: the keeper and who writes it with them. */
  let author: CastMember;
  let together: CastMember;
  /** Who is not: its beta reader with a yes, somebody asked to be its translator, and everybody else. */
  let beta: CastMember;
  let asked: CastMember;
  const others: (CastMember | null)[] = [null];
  let work: { workId: string; chapterIds: string[] };
  let fields: WorkFields;
  let values: Record<string, string[]>;

  before(async () => {
    archive = await openTestArchive();
    await archive.database.write((writer) =>
      changeSettings(writer, { anonymousWorks: "allowed" }, Date.now()),
    );
    author = { ...(await archive.join("Openly Marchpane")) };
    together = await archive.join(secret.together);
    beta = await archive.join(secret.beta);
    asked = await archive.join("Asked Tessellate");
    const reader = await archive.join("megan_peta");
    others.push(beta, asked, reader, await archive.join("saltmarsh", "moderator"));
    const owner = await archive.join("Keeper Rowan", "owner");
    others.push(owner);
    const hidden = await archive.database.write((writer) =>
      addPseud(writer, author.member.accountId, secret.author, Date.now() + 1_000),
    );
    const open = author.pseudId;
    author = { ...author, pseudId: hidden.id };
    fields = workFields(author, {
      title,
      anonymous: true,
      series: { title: "Lanterns", number: 1 },
      gifts: [{ name: "megan_peta", addressedAs: "" }],
      credits: [
        { role: "author", name: secret.together },
        { role: "beta", name: secret.beta },
        { role: "translator", name: "Asked Tessellate" },
        { role: "artist", name: secret.artist },
      ],
      tags: [
        { kindId: "fandom", name: "Treasure Island" },
        { kindId: "character", name: "Jim Hawkins" },
      ],
    });
    work = await giveWork(archive, author, fields, [
      chapterFields({ story: storyOf(10, "lantern") }),
      chapterFields({ story: storyOf(10, "lantern") }),
    ]);
    await say(together, "author");
    await say(beta, "beta");
    // The same writer, openly, in the same series.
    await giveWork(
      archive,
      { ...author, pseudId: open },
      { title: "Signed", series: { title: "Lanterns", number: 2 } },
    );
    await archive.database.write((writer) =>
      changeChapter(
        writer,
        together.member,
        work.workId,
        work.chapterIds[0] ?? "",
        1,
        chapterFields({ story: storyOf(12, "lantern") }),
        Date.now(),
      ),
    );
    await archive.textIndex.learnMissing();
    await comment(author, "Thank you all.");
    await comment(together, "From me too.");
    await comment(reader, "Who are you?");
    const read = archive.database.reading;
    const { series_id: seriesId } = await read
      .selectFrom("series_works")
      .select("series_id")
      .executeTakeFirstOrThrow();
    const comments = await read.selectFrom("comments").select("id").execute();
    const tagId = await archive.database.write((writer) =>
      tagFor(writer, "fandom", "Treasure Island", Date.now()),
    );
    const none = "0000000000";
    const shelfId = await shelve(reader);
    values = {
      shelfId: [shelfId],
      deviceId: [none],
      workId: [work.workId],
      chapterId: work.chapterIds,
      commentId: comments.map(({ id }) => id),
      seriesId: [seriesId],
      // Their own pages say their names; what must not stand there is the work.
      pseudId: [open, hidden.id, together.pseudId, beta.pseudId],
      tagId: [tagId],
      kindId: ["fandom", "character"],
      format: formats.map(({ id }) => id),
      list: ["ratings"],
      name: [none],
      token: [none],
      filterId: [none],
      ruleId: [none],
      feedKey: [none],
      leaveKey: [none],
      importId: [none],
      originalId: [none],
      wranglingId: [none],
      iconId: [none],
      autosaveId: [none],
      newsId: [none],
      copyId: [none],
    };
  });
  after(() => archive.close());

  const shelve = async (who: CastMember) => {
    const shelf = { name: "Lights", visibility: "public" };
    const made = await archive.send(urls.shelves(), shelf, who);
    const id = made.headers.get("location")?.split("/").at(-1) ?? "";
    assert.equal((await archive.send(urls.workShelves(work.workId), { shelf: id }, who)).status, 303);
    return id;
  };
  const say = (who: CastMember, role: CreatorRole) =>
    archive.database.write((writer) =>
      acceptInvitation(writer, who.member, { workId: work.workId, pseudId: who.pseudId, role }, Date.now()),
    );
  const comment = async (who: CastMember, words: string) => {
    const settings = await archive.settings.current();
    const said = {
      workId: work.workId,
      chapterId: null,
      parentId: null,
      under: { pseudId: who.pseudId },
      text: `<p>${words}</p>`,
    };
    await archive.database.write((writer) => postComment(writer, who.member, said, settings, Date.now()));
  };

  /** Every address there is with this archive's ids, and what is asked by queries that ask for names. */
  function addresses(): string[] {
    const filled = everyAddress(archive, values);
    const writers = (values.pseudId ?? []).map((id) => `writer=${id}`);
    const queries = [
      ...writers,
      "sort=author",
      `text=lantern`,
      `with=${values.tagId}`,
      `series=${values.seriesId}`,
    ];
    return [
      ...filled,
      ...["v1", "v2"].flatMap((version) =>
        ["", "/newest", "/writers", "/series", `/series/${values.seriesId}`, `/fandoms/${values.tagId}`].map(
          (rest) => urls.catalogue("public", version) + rest,
        ),
      ),
      ...queries.flatMap((query) => [urls.works(query), urls.worksFeed(query), urls.worksJsonFeed(query)]),
      urls.tagSuggestions(["fandom"]),
      urls.workSearch(work.workId, "lantern"),
    ];
  }

  /** Everything an answer carries, files unpacked. */
  async function carried(answer: Response): Promise<string> {
    const head = [...answer.headers].map(
      ([name, value]) => `${name}: ${decodeURIComponent(value.replaceAll("%", "%25"))}`,
    );
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const body = isZip
      ? Object.entries(unzipSync(bytes)).map(([name, file]) => `${name}\n${strFromU8(file)}`)
      : [strFromU8(bytes)];
    return [...head, ...body].join("\n");
  }

  /** What must not be read there: names and their ids; on a maker's own page the work. */
  const leaks = (path: string, text: string, as: CastMember | null): string[] => {
    const makers = [author, together, beta];
    const ofMaker = (values.pseudId ?? []).find((id) => path.includes(id));
    const mine = makers.filter((maker) => maker.member.accountId === as?.member.accountId);
    const known = mine.map((maker) => maker.pseudId);
    const forbidden =
      ofMaker !== undefined && !path.startsWith("/works/")
        ? [title, work.workId]
        : [
            ...Object.values(secret).filter((name) => mine.every((maker) => nameOf(maker) !== name)),
            ...(values.pseudId ?? []).slice(1).filter((id) => !known.includes(id)),
          ];
    return forbidden.filter((word) => text.includes(word));
  };
  const nameOf = (maker: CastMember) => (maker.pseudId === author.pseudId ? secret.author : maker.name);

  it("names nobody to anybody who does not write it, at no address, in no file, feed or header", async () => {
    const found: string[] = [];
    let opened = 0;
    for (const path of addresses())
      for (const as of others) {
        const answer = await archive.get(path, as);
        if (answer.status === 200) opened += 1;
        // The beta reader's own desk names them as themselves; nobody is named beside them.
        for (const word of leaks(path, await carried(answer), as))
          found.push(`${path} tells ${as?.name ?? "a stranger"} “${word}”`);
      }
    assert.deepEqual(found, []);
    assert.ok(opened > 150, `${opened} pages were there to be read`);
    assert.deepEqual(archive.logged, []);
  });

  it("names nobody in what is carried away, not even to its makers", async () => {
    const files = addresses().filter((path) => /downloads|atom|feed/.test(path));
    let carriedAway = 0;
    for (const path of files)
      for (const as of [author, together]) {
        const answer = await archive.get(path, as);
        if (answer.status !== 200) continue;
        carriedAway += 1;
        const text = await carried(answer);
        assert.deepEqual(leaks(path, text, null), [], path);
      }
    assert.ok(carriedAway > 10, `${carriedAway} files and feeds`);
  });

  it("tells its makers whose it is, and that readers are not told", async () => {
    for (const as of [author, together]) {
      const text = await carried(await archive.get(urls.work(work.workId), as));
      for (const name of Object.values(secret)) assert.ok(text.includes(name), name);
      assert.match(text, /readers are told no name/);
    }
  });

  it("says “Anonymous” where a name would stand", async () => {
    for (const path of [urls.work(work.workId), urls.works(), urls.newest(), urls.worksFeed()])
      assert.match(await carried(await archive.get(path)), /Anonymous/, path);
  });

  it("counts for no writer, and moves nothing on their pages", async () => {
    const pages = () =>
      Promise.all((values.pseudId ?? []).map(async (id) => (await archive.get(urls.writer(id))).text()));
    const before = await pages();
    const numbers = await archive.get(urls.home());
    const writers = /(\d+) writers?/.exec(await numbers.text())?.[1];
    await archive.database.write((writer) =>
      changeChapter(
        writer,
        author.member,
        work.workId,
        work.chapterIds[1] ?? "",
        1,
        chapterFields({ story: storyOf(14, "lantern") }),
        Date.now(),
      ),
    );
    assert.deepEqual(await pages(), before);
    assert.equal(/(\d+) writers?/.exec(await (await archive.get(urls.home())).text())?.[1], writers);
    const alone = await archive.get(urls.works(`writer=${author.pseudId}`));
    assert.ok(!(await alone.text()).includes(title));
  });

  it("lays no name and no text into the log of facts, nor into a letter", async () => {
    const facts = await archive.database.reading.selectFrom("events").select("body").execute();
    const letters = await archive.post.outbox();
    for (const told of [...facts.map(({ body }) => body), ...letters.map((letter) => JSON.stringify(letter))])
      for (const name of Object.values(secret)) assert.ok(!told.includes(name), told);
  });

  it("is given under its names at once and completely when they are shown, and without again", async () => {
    await save(author, { anonymous: false });
    for (const path of [urls.work(work.workId), urls.newest(), urls.works(), urls.worksFeed()])
      assert.ok((await carried(await archive.get(path))).includes(secret.author), path);
    for (const id of [author.pseudId, together.pseudId, beta.pseudId])
      assert.ok((await (await archive.get(urls.writer(id))).text()).includes(title), id);
    assert.ok((await (await archive.get(urls.works(`writer=${author.pseudId}`))).text()).includes(title));
    assert.ok((await (await archive.get(urls.series(values.seriesId?.[0] ?? ""))).text()).includes(title));
    assert.ok((await carried(await archive.get(urls.download(work.workId, "epub")))).includes(secret.author));
    await save(author, { anonymous: true });
    const found: string[] = [];
    for (const path of addresses())
      for (const word of leaks(path, await carried(await archive.get(path)), null))
        found.push(`${path}: ${word}`);
    assert.deepEqual(found, []);
  });

  it("is shown by its keeper alone: nobody shows the names of the others behind their backs", async () => {
    await save(together, { anonymous: false });
    assert.ok(!(await carried(await archive.get(urls.work(work.workId)))).includes(secret.author));
  });

  const save = async (who: CastMember, changed: Partial<WorkFields>) => {
    const now = await findOwnWork(archive.database.reading, who.member, work.workId);
    const own = { ...fields, ...changed, authorPseudIds: [who.pseudId], series: null };
    await archive.database.write((writer) =>
      changeWork(
        writer,
        who.member,
        work.workId,
        now?.version ?? 0,
        who === author ? { ...own, series: fields.series } : own,
        Date.now(),
      ),
    );
  };
});

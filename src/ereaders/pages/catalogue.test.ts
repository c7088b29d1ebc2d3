import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { z } from "zod";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { serve } from "../../plumbing/http/serve.ts";
import { urls } from "../../vocabulary/urls.ts";
import { addChapter } from "../../works/add-chapter.ts";
import { chapterFields, giveWork } from "../../works/for-tests/give-work.ts";
import { publishChapter } from "../../works/publish-chapter.ts";
import { removeWork } from "../../works/remove-work.ts";
import { type ReadFeed, readAtomCatalogue } from "../for-tests/read-atom-catalogue.ts";

describe("catalogues for e-readers", () => {
  let archive: TestArchive;
  let author: CastMember;
  let reader: CastMember;
  let beta: CastMember;
  let moderator: CastMember;
  let password: string;
  let shelfId: string;
  const works: Record<string, string> = {};
  const openTitles = ["Paper Moon", "Salt and Candle"];
  const memberTitles = [...openTitles, "Among Members"];

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    reader = await archive.join("tessellate");
    beta = await archive.join("megan_peta");
    moderator = await archive.join("saltmarsh", "moderator");
    const give = async (title: string, fields = {}, stays?: "draft") => {
      const tags = [{ kindId: "fandom", name: "Treasure Island" }];
      const series = { title: "Lanterns", number: null };
      const chapters = [1, 2].map((number) =>
        chapterFields({ title: `Part ${number}`, story: `<p>${title}, ${number}.</p>` }),
      );
      works[title] = (
        await giveWork(
          archive,
          author,
          { title, tags, series, summary: "<p>A &amp; B</p>", ...fields },
          chapters,
          stays,
        )
      ).workId;
    };
    await give("Salt and Candle");
    await give("Paper Moon");
    await give("Among Members", { visibility: "members" });
    await give("By Its Address", { visibility: "link" });
    await give("Mine Alone", { visibility: "private" });
    await give("Not Yet", {}, "draft");
    await give("Unseen", { visibility: "link", series: { title: "A Hidden Series", number: null } });
    shelfId = await shelf("Lamplight", reader, "private");
    for (const title of ["Salt and Candle", "Among Members"]) await put(title, shelfId, reader);
    password = await device("Kobo", reader);
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const idOf = (title: string) => works[title] ?? assert.fail(title);
  const shelf = async (name: string, as: CastMember, visibility: string) => {
    const made = await archive.send(urls.shelves(), { name, visibility }, as);
    return made.headers.get("location")?.split("/").at(-1) ?? "";
  };
  const put = (title: string, id: string, as: CastMember) =>
    archive.send(urls.workShelves(idOf(title)), { shelf: id }, as);
  const device = async (name: string, as: CastMember) => {
    const page = await (await archive.send(urls.devices(), { name }, as)).text();
    return /<strong>([0-9a-z-]+)<\/strong>/.exec(page)?.[1] ?? assert.fail(page);
  };
  const basic = (word: string) => ({
    authorization: `Basic ${Buffer.from(`me:${word}`).toString("base64")}`,
  });
  const get = (path: string, word: string | null = password) =>
    archive.get(path, null, word === null ? {} : basic(word));
  const mine = (rest = "", version = "v1") => urls.catalogue("mine", version) + rest;
  const everybodys = (rest = "", version = "v1") => urls.catalogue("public", version) + rest;
  const atom = async (path: string, word: string | null = password): Promise<ReadFeed> => {
    const answer = await get(path, word);
    assert.equal(answer.status, 200, path);
    return readAtomCatalogue(await answer.text(), answer.headers.get("content-type") ?? "");
  };

  it("hold for each person what they may see, and sign in by password or address alone", async () => {
    const passwords: [string, string | null, string[]][] = [
      ["stranger", null, openTitles],
      ["author", await device("a", author), memberTitles],
      ["beta", await device("b", beta), memberTitles],
      ["moderator", await device("m", moderator), memberTitles],
      ["reader", password, memberTitles],
    ];
    const { id: tagId } = await archive.database.reading
      .selectFrom("tags")
      .select("id")
      .where("name", "=", "Treasure Island")
      .executeTakeFirstOrThrow();
    const { series_id } = await archive.database.reading
      .selectFrom("series_works")
      .select("series_id")
      .where("work_id", "=", idOf("Paper Moon"))
      .executeTakeFirstOrThrow();
    for (const [who, word, titles] of passwords) {
      const base = word === null ? everybodys() : mine();
      for (const path of [
        "/newest",
        `/writers/${author.pseudId}`,
        `/fandoms/${tagId}`,
        `/series/${series_id}`,
      ]) {
        const { entries } = await atom(base + path, word);
        const stories = entries
          .map(({ title }) => title)
          .filter((title) => title !== "Lanterns, as one book");
        assert.deepEqual(stories.toSorted(), titles.toSorted(), `${who} ${path}`);
      }
      const series = (await atom(`${base}/series`, word)).entries.map(({ title }) => title);
      assert.deepEqual(
        series,
        ["Lanterns"],
        `${who}: no series that leads to nothing, or tells of what is hidden`,
      );
      const status = (await get(`${base}/works/${idOf("Among Members")}.epub`, word)).status;
      assert.equal(status, word === null ? 404 : 200, who);
      for (const title of ["Mine Alone", "Not Yet"])
        if (who !== "author")
          assert.equal((await get(`${base}/works/${idOf(title)}.epub`, word)).status, 404, `${who} ${title}`);
      const own = who === "reader";
      for (const path of [
        `/shelves/${shelfId}`,
        `/shelves/${shelfId}/book.epub`,
        `/shelves/${shelfId}/new.epub`,
      ])
        assert.equal((await get(base + path, word)).status, own ? 200 : 404, `${who} ${path}`);
    }
    const refused = await get(mine(), "wrong");
    assert.equal(refused.status, 401);
    assert.match(refused.headers.get("www-authenticate") ?? "", /^Basic /);
    const said = z
      .object({ id: z.string(), title: z.string(), authentication: z.array(z.object({ type: z.string() })) })
      .parse(await refused.json());
    assert.equal(said.authentication[0]?.type, "http://opds-spec.org/auth/basic");
    assert.equal((await get(mine(), null)).status, 401);
    assert.equal((await archive.get(mine(), reader)).status, 401, "a cookie opens no catalogue");
    assert.equal((await archive.get(urls.catalogue(`key/${password}`, "v1"))).status, 200);
    assert.equal((await archive.get(urls.catalogue("key/wrong", "v1"))).status, 404);
    const page = await (await archive.get(urls.devices(), reader)).text();
    assert.match(page, /Kobo.*last used/s);
    assert.ok(!page.includes(password), "a password is shown once");
    const kept = JSON.stringify(await archive.database.reading.selectFrom("devices").selectAll().execute());
    assert.ok(!kept.includes(password) && !kept.includes(password.replaceAll("-", "")));
  });

  it("find by the words of a title", async () => {
    const { entries } = await atom(everybodys("/search?query=moon"), null);
    assert.deepEqual(
      entries.map(({ title }) => title),
      ["Paper Moon"],
    );
  });

  it("give a device only what it has not fetched, once it has fetched it to the end", async () => {
    const id = await shelf("For the train", reader, "private");
    for (const title of ["Salt and Candle", "Paper Moon"])
      await archive.send(urls.workShelves(idOf(title)), { shelf: [id] }, reader);
    const word = await device("KOReader", reader);
    const devices = await archive.database.reading
      .selectFrom("devices")
      .select("id")
      .where("name", "=", "KOReader")
      .execute();
    const sent = await archive.send(urls.shelfSending(id), { device: devices.map((one) => one.id) }, reader);
    assert.equal(sent.status, 303);
    assert.equal((await archive.send(urls.shelfSending(id), { device: "0000000000" }, reader)).status, 404);
    assert.equal((await archive.send(urls.shelfSending(id), {}, beta)).status, 404);
    const newest = async () => (await atom(mine(), word)).entries[0];
    assert.equal((await newest())?.title, "For the train: new since last time");
    const nowhere = await archive.send(urls.shelfSending(id), {}, reader);
    assert.match(nowhere.headers.getSetCookie().join(), /shelf-sent-nowhere/);
    assert.notEqual((await newest())?.title, "For the train: new since last time");
    await archive.send(urls.shelfSending(id), { device: devices.map((one) => one.id) }, reader);
    const path = mine(`/shelves/${id}/new.epub`);
    const storiesIn = async (answer: Response) => {
      const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
      const all = Object.values(files).map((bytes) => strFromU8(bytes));
      return Object.keys(works)
        .flatMap((title) => [1, 2, 3].map((number) => `${title}, ${number}.`))
        .filter((words) => all.some((text) => text.includes(`<p>${words}</p>`)));
    };
    const broken = (await get(path, word)).body?.getReader() ?? assert.fail();
    await broken.read();
    await broken.cancel();
    const whole = ["Salt and Candle, 1.", "Salt and Candle, 2.", "Paper Moon, 1.", "Paper Moon, 2."];
    assert.deepEqual((await storiesIn(await get(path, word))).toSorted(), whole.toSorted());
    assert.equal((await get(path, word)).status, 404, "nothing is new");
    assert.deepEqual((await atom(mine(`/shelves/${id}/new`), word)).entries, []);
    const chapterId = await archive.database.write((writer) =>
      addChapter(
        writer,
        author.member,
        idOf("Paper Moon"),
        chapterFields({ story: "<p>Paper Moon, 3.</p>" }),
        Date.now(),
      ),
    );
    await archive.database.write((writer) =>
      publishChapter(writer, author.member, idOf("Paper Moon"), chapterId, Date.now()),
    );
    assert.deepEqual(await storiesIn(await get(path, word)), ["Paper Moon, 3."]);
    assert.equal((await get(path, word)).status, 404);
    await put("Among Members", id, reader);
    await (await get(mine(`/works/${idOf("Among Members")}.epub`), word)).arrayBuffer();
    assert.equal((await get(path, word)).status, 404, "what was fetched by itself is not new either");
  });

  it("answer over the net as reading programs ask: with HEAD, tags, ranges and a wrong password", async () => {
    const id = await shelf("Over the net", beta, "private");
    await put("Paper Moon", id, beta);
    const word = await device("Calibre", beta);
    const serving = await serve(archive.app.fetch, archive.visitorPages, "127.0.0.1", 0);
    const ask = (path: string, headers: Record<string, string> = basic(word), method = "GET") =>
      fetch(`http://127.0.0.1:${serving.port}${path}`, { headers, method });
    try {
      const asked = await ask(mine(), {});
      assert.equal(asked.status, 401);
      assert.match(asked.headers.get("www-authenticate") ?? "", /^Basic realm=/);
      assert.match(await asked.text(), /opds-spec.org\/auth\/basic/);
      const looked = await ask(mine(), basic(word), "HEAD");
      assert.deepEqual([looked.status, await looked.text()], [200, ""]);
      const packed = await ask(mine(), { ...basic(word), "accept-encoding": "gzip, deflate" });
      assert.match(await packed.text(), /My shelves/);
      const file = mine(`/works/${idOf("Paper Moon")}.epub`);
      const given = await ask(file, { ...basic(word), range: "bytes=0-99" });
      const bytes = await given.arrayBuffer();
      assert.equal(given.status, 200, "a whole file may answer for a part of it");
      assert.equal(given.headers.get("content-length"), String(bytes.byteLength));
      const tag = given.headers.get("etag") ?? "";
      for (const known of [tag, `W/${tag}`, `"other", ${tag}`])
        assert.equal((await ask(file, { ...basic(word), "if-none-match": known })).status, 304, known);
      await put("Salt and Candle", id, beta);
      const fresh = mine(`/shelves/${id}/new.epub`);
      for (const _ of [1, 2, 3, 4, 5]) {
        const head = await ask(fresh, basic(word), "HEAD");
        assert.equal(head.status, 200, "who looks fetches nothing, and keeps nobody's seat");
        assert.match(head.headers.get("content-type") ?? "", /epub/);
      }
      const book = await ask(fresh);
      const all = Object.values(unzipSync(new Uint8Array(await book.arrayBuffer()))).map((one) =>
        strFromU8(one),
      );
      assert.ok(all.some((text) => text.includes("Salt and Candle, 2.")));
      assert.ok(!all.some((text) => text.includes("Paper Moon, 1.")), "that was fetched by itself");
      assert.equal((await ask(fresh)).status, 404);
      const guesses = [];
      for (let tries = 0; tries < 32; tries++)
        guesses.push((await ask(mine(), basic(`guess-${tries}`))).status);
      assert.deepEqual([guesses[0], guesses.at(-1)], [401, 429]);
      assert.equal((await ask(mine())).status, 200, "whoever has the password comes in all the same");
    } finally {
      await serving.close(1_000);
    }
  });

  it("let go of what is taken away at once, and of a device whose password is taken back", async () => {
    const title = "Salt and Candle";
    await archive.database.write((writer) => removeWork(writer, author.member, idOf(title), Date.now()));
    const { entries } = await atom(mine(`/shelves/${shelfId}`));
    assert.ok(!entries.some((entry) => entry.title === title));
    assert.equal((await get(mine(`/works/${idOf(title)}.epub`))).status, 404);
    const { id } = await archive.database.reading
      .selectFrom("devices")
      .select("id")
      .where("name", "=", "Kobo")
      .executeTakeFirstOrThrow();
    await archive.send(urls.deviceRemoval(id), {}, beta);
    assert.equal((await get(mine())).status, 200, "another’s device stays");
    await archive.send(urls.deviceRemoval(id), {}, reader);
    assert.equal((await get(mine())).status, 401);
    const word = await device("Another", reader);
    const guesses = await Promise.all(Array.from({ length: 40 }, () => get(mine(), "a guess")));
    assert.equal(guesses.at(-1)?.status, 429);
    assert.equal((await get(mine(), word)).status, 200, "who guesses locks nobody out");
  });
});

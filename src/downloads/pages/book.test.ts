import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { epubcheck, findEpubcheck } from "../../../tests/epubcheck.ts";
import { urls } from "../../vocabulary/urls.ts";
import { chapterFields, giveWork } from "../../works/for-tests/give-work.ts";
import { removeWork } from "../../works/remove-work.ts";
import { findWork } from "../../works/works.ts";

describe("several works as one book", () => {
  let archive: TestArchive;
  let author: CastMember;
  let reader: CastMember;
  let moderator: CastMember;
  let shelfId: string;
  let privateId: string;
  let seriesId: string;
  const works: Record<string, string> = {};

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    reader = await archive.join("tessellate");
    moderator = await archive.join("saltmarsh", "moderator");
    const give = async (title: string, fields = {}, chapters = 1, stays?: "draft") => {
      const series = { title: "Letters & <Lamps>", number: null };
      const story = (number: number) =>
        chapterFields({
          title: `Part ${number} of ${title}`,
          story: `<p>Words<a class="noteref" href="#fn-1" id="fnref-1">1</a> of ${title}.</p><aside class="footnote" id="fn-1"><p>A note. <a class="noteback" href="#fnref-1">↩</a></p></aside>`,
        });
      const all = Array.from({ length: chapters }, (_, index) => story(index + 1));
      works[title] = (await giveWork(archive, author, { title, series, ...fields }, all, stays)).workId;
    };
    await give("Salt & Candle", { language: "en", summary: "<p>Of <em>salt</em>.</p>" }, 3);
    await give("Papiermond", { language: "de" });
    await give("Among Members", { visibility: "members" });
    await give("By Its Address", { visibility: "link" });
    await give("Not Yet", {}, 1, "draft");
    const make = async (visibility: string) => {
      const shelf = { name: "Lanterns “&” <lamps>", visibility, text: "Read *these*." };
      const answer = await archive.send(urls.shelves(), shelf, reader);
      const id = answer.headers.get("location")?.split("/").at(-1) ?? "";
      for (const workId of Object.values(works))
        await archive.send(urls.workShelves(workId), { shelf: id }, reader);
      return id;
    };
    privateId = await make("private");
    shelfId = await make("public");
    await archive.send(
      urls.shelvedWork(shelfId),
      { work: works.Papiermond ?? "", [`note-${works.Papiermond}`]: "For the <em>moon</em>." },
      reader,
    );
    const found = await findWork(archive.database.reading, author.member, works.Papiermond ?? "");
    seriesId = found?.series[0]?.seriesId ?? "";
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const bytesOf = async (path: string, as: CastMember | null) => {
    const answer = await archive.get(path, as);
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers.get("content-type"), "application/epub+zip");
    return new Uint8Array(await answer.arrayBuffer());
  };
  const filesOf = (book: Uint8Array) =>
    Object.fromEntries(Object.entries(unzipSync(book)).map(([path, bytes]) => [path, strFromU8(bytes)]));
  const titlesIn = (book: Uint8Array) => {
    const everything = Object.values(filesOf(book)).join("\n");
    return Object.keys(works).filter((title) => everything.includes(title.replace("&", "&amp;")));
  };

  it("hold what each person may read, and nothing of anything else", async () => {
    const open = ["Salt & Candle", "Papiermond"];
    const forMembers = [...open, "Among Members"];
    for (const path of [urls.shelfBook(shelfId), urls.seriesBook(seriesId)]) {
      assert.deepEqual(titlesIn(await bytesOf(path, null)), open, path);
      for (const as of [moderator, author])
        assert.deepEqual(titlesIn(await bytesOf(path, as)), forMembers, path);
    }
    assert.deepEqual(titlesIn(await bytesOf(urls.shelfBook(shelfId), reader)), [
      ...forMembers,
      "By Its Address",
    ]);
    for (const as of [null, author, moderator])
      assert.equal((await archive.get(urls.shelfBook(privateId), as)).status, 404);
    assert.equal((await archive.get(urls.shelfBook(shelfId, 2))).status, 404);
    assert.equal((await archive.get(urls.seriesBook("0000000000"))).status, 404);
  });

  it("begin as books must, say what their keeper says, and are the same each time", async () => {
    const book = await bytesOf(urls.shelfBook(shelfId), null);
    assert.equal(Buffer.from(book.subarray(30, 58)).toString(), "mimetypeapplication/epub+zip");
    assert.equal(Buffer.from(book).readUInt16LE(6) & 8, 0, "sizes stand before what they are of");
    const files = filesOf(book);
    assert.match(files["EPUB/opening.xhtml"] ?? "", /kept by tessellate.*For the <em>moon<\/em>/s);
    assert.match(files["EPUB/package.opf"] ?? "", /<dc:language>de<\/dc:language>/);
    assert.deepEqual(book, await bytesOf(urls.shelfBook(shelfId), null));
    const { headers } = await archive.get(urls.shelfBook(shelfId));
    assert.match(headers.get("content-disposition") ?? "", /\.epub/);
    assert.equal(headers.get("x-robots-tag"), "noindex, noai, noimageai");
  });

  const checker = findEpubcheck();
  it("pass the W3C’s checker", {
    skip: checker === null ? "this machine has no epubcheck" : false,
  }, async () => {
    for (const [path, as] of [
      [urls.shelfBook(shelfId), reader],
      [urls.seriesBook(seriesId), null],
    ] as const)
      assert.deepEqual(epubcheck(checker ?? "", await bytesOf(path, as)), [], path);
  });

  it("are sent to one place three at a time, and no more", async () => {
    const begun: ReadableStreamDefaultReader<Uint8Array>[] = [];
    const ask = () => archive.get(urls.shelfBook(shelfId));
    for (let book = 0; book < 3; book++) {
      const pieces = (await ask()).body?.getReader() ?? assert.fail();
      await pieces.read();
      begun.push(pieces);
    }
    const refused = await ask();
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get("retry-after")) > 0);
    for (const pieces of begun) await pieces.cancel();
    await bytesOf(urls.shelfBook(shelfId), null);
  });

  it("let go of a work that is taken away while they are sent", async () => {
    const answer = await archive.get(urls.shelfBook(shelfId), reader);
    const pieces = answer.body?.getReader() ?? assert.fail();
    const taken: Uint8Array[] = [];
    const first = await pieces.read();
    if (first.value) taken.push(first.value);
    const workId = works["Among Members"] ?? "";
    await archive.database.write((writer) => removeWork(writer, author.member, workId, Date.now()));
    for (;;) {
      const { done, value } = await pieces.read();
      if (done) break;
      taken.push(value);
    }
    const book = new Uint8Array(Buffer.concat(taken));
    assert.deepEqual(titlesIn(book), ["Salt & Candle", "Papiermond", "By Its Address"]);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { readSeeds } from "../seeds/read-seeds.ts";
import { formats } from "../src/downloads/formats.ts";
import { visitor } from "../src/people/person.ts";
import { fillWithSeeds } from "../src/seed-archive.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { listWorks } from "../src/works/work-lists.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";
import { epubcheckAll, findEpubcheck } from "./epubcheck.ts";

const checker = findEpubcheck();
const missing = checker || process.env.CI ? false : "epubcheck is not installed on this machine";
const sameBytes = process.env.PRESSIE_TEST_POSTGRES
  ? "the files are made from the same rows on either engine, and the checker is slow"
  : false;

describe("the seed works carried away", () => {
  let archive: TestArchive;
  let reader: CastMember;
  let works: { id: string; title: string }[];
  before(async () => {
    archive = await openTestArchive();
    await fillWithSeeds(archive, await readSeeds(archive.seedsFolder), Date.UTC(2026, 0, 1));
    reader = await archive.join("A Reader");
    const all = await listWorks(archive.database.reading, reader.member, {}, { page: 1, perPage: 100 });
    works = all.works;
  });
  after(() => archive.close());

  it("are books without a fault, every one", { skip: missing || sameBytes }, async () => {
    assert.ok(checker, "epubcheck is missing");
    const books: Uint8Array[] = [];
    for (const { id, title } of works) {
      const answer = await archive.get(urls.download(id, "epub"), reader);
      assert.equal(answer.status, 200, title);
      books.push(new Uint8Array(await answer.arrayBuffer()));
    }
    const faults = epubcheckAll(checker, books);
    assert.equal(faults.length, works.length);
    assert.deepEqual(
      works.flatMap(({ title }, index) => faults[index]?.map((fault) => `${title}: ${fault}`)),
      [],
    );
  });

  it("come in every format, under a name that says what they are", async () => {
    for (const { id, title } of works)
      for (const { id: format, extension, mediaType } of formats) {
        const answer = await archive.get(urls.download(id, format), reader);
        assert.equal(answer.status, 200, `${title} as ${format}`);
        assert.equal(answer.headers.get("content-type"), mediaType);
        assert.match(answer.headers.get("content-disposition") ?? "", new RegExp(`\\.${extension}"?;`));
        assert.ok((await answer.arrayBuffer()).byteLength > 500);
      }
  });

  it("never hold a draft, nor for a stranger what is for members", async () => {
    const open = await listWorks(archive.database.reading, visitor, {}, { page: 1, perPage: 100 });
    const openIds = new Set(open.works.map(({ id }) => id));
    const rows = await archive.database.reading.selectFrom("works").select(["id", "status"]).execute();
    for (const { id, status } of rows)
      for (const { id: format } of formats) {
        const forStranger = await archive.get(urls.download(id, format));
        assert.equal(forStranger.status, openIds.has(id) ? 200 : 404);
        const forReader = await archive.get(urls.download(id, format), reader);
        assert.equal(forReader.status, status === "published" ? 200 : 404);
      }
  });

  it("logged nothing that went wrong", () => assert.deepEqual(archive.logged, []));
});

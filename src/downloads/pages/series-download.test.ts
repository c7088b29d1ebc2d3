import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { unzipSync } from "fflate";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { urls } from "../../vocabulary/urls.ts";
import { giveWork } from "../../works/for-tests/give-work.ts";
import type { WorkFields } from "../../works/work-fields.ts";
import { findWork } from "../../works/works.ts";
import { formats } from "../formats.ts";

describe("a whole series as one file", () => {
  let archive: TestArchive;
  let author: CastMember;
  let reader: CastMember;
  let first: string;
  let seriesId: string;
  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Mina");
    reader = await archive.join("Tam");
    const series = { title: "Letters", number: null };
    const give = async (title: string, fields: Partial<WorkFields> = {}, stays?: "draft") =>
      (await giveWork(archive, author, { title, series, ...fields }, undefined, stays)).workId;
    first = await give("The first");
    await give("Among members", { visibility: "members" });
    await give("Passed on", { visibility: "link" });
    await give("Mine alone", { visibility: "private" });
    await give("A draft", {}, "draft");
    await give("The last");
    seriesId = (await findWork(archive.database.reading, author.member, first))?.series[0]?.seriesId ?? "";
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const bytesOf = async (path: string, as: CastMember | null = null) =>
    new Uint8Array(await (await archive.get(path, as)).arrayBuffer());

  for (const { id, extension } of formats)
    it(`holds every work one may read, in order, each as its own ${id} file`, async () => {
      const files = unzipSync(await bytesOf(urls.seriesDownload(seriesId, id)));
      assert.deepEqual(Object.keys(files), [`1 The first.${extension}`, `2 The last.${extension}`]);
      assert.deepEqual(files[`1 The first.${extension}`], await bytesOf(urls.download(first, id)));
      for (const as of [reader, author])
        assert.deepEqual(Object.keys(unzipSync(await bytesOf(urls.seriesDownload(seriesId, id), as))), [
          `1 The first.${extension}`,
          `2 Among members.${extension}`,
          `3 The last.${extension}`,
        ]);
    });

  it("has a name, the same bytes each time, and what its works ask of robots", async () => {
    const path = urls.seriesDownload(seriesId, "text");
    const { headers } = await archive.get(path);
    assert.match(headers.get("content-disposition") ?? "", /Letters\.zip/);
    assert.equal(headers.get("x-robots-tag"), "noai, noimageai");
    assert.deepEqual(await bytesOf(path), await bytesOf(path));
  });

  it("is there for no series one may not see, and in no format that is none", async () => {
    assert.equal((await archive.get(urls.seriesDownload("0000000000", "epub"))).status, 404);
    assert.equal((await archive.get(urls.seriesDownload(seriesId, "pdf"))).status, 404);
  });
});

import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openFileStore } from "../plumbing/files/file-store.ts";
import { pictureKey } from "../works/pictures.ts";
import { smallBook } from "./for-tests/hostile-book.ts";
import { kitchenSink } from "./for-tests/kitchen-sink.ts";
import { pictureFile, pictureName } from "./for-tests/picture.ts";
import { keepDownloads } from "./keep-downloads.ts";
import { openDownloadMaker } from "./make-download.ts";

describe("keeping made files", () => {
  let folder: string;
  const maker = openDownloadMaker();
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "pressie-downloads-"));
  });
  after(async () => {
    await maker.close();
    await rm(folder, { recursive: true });
  });

  const textOf = async (title: string, host: string) => {
    const downloads = keepDownloads(maker, openFileStore(folder));
    const work = { ...smallBook, title, archiveUrl: `http://${host}/`, url: `http://${host}/works/x` };
    const { bytes } = await downloads.get({ work, formatId: "text", locale: "en" }, "txt");
    return Buffer.from(bytes).toString();
  };

  it("gives the kept file again, whole, and never one of another state of the work", async () => {
    const first = await textOf("Salt", "archive.test");
    assert.match(first, /Salt/);
    assert.equal(await textOf("Salt", "archive.test"), first);
    assert.match(await textOf("Pepper", "archive.test"), /Pepper/);
  });

  it("holds the pictures this reader may see, and says in words what is missing", async () => {
    const files = openFileStore(folder);
    await files.write(pictureKey(pictureName), new Uint8Array(pictureFile));
    const downloads = keepDownloads(maker, files);
    const page = async (pictures: string[]) => {
      const work = { ...kitchenSink, pictures };
      const { bytes } = await downloads.get({ work, formatId: "html", locale: "en" }, "html");
      return Buffer.from(bytes).toString();
    };
    assert.match(await page([pictureName]), /<img src="data:image\/png[^>]* alt="The harbour at night"/);
    const without = await page([]);
    assert.doesNotMatch(without, /<img/);
    assert.match(without, /\[Picture: The harbour at night\]/);
    await files.remove(pictureKey(pictureName));
    await files.remove("downloads/");
    assert.match(await page([pictureName]), /\[Picture: The harbour at night\]/);
  });

  it("takes the room of one file, under however many host names it is asked for", async () => {
    for (const host of ["one.test", "two.test", "three.test"])
      assert.match(await textOf("Salt", host), new RegExp(host));
    assert.equal((await readdir(join(folder, "downloads", smallBook.id))).length, 1);
  });
});

import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openFileStore, originalKey } from "./file-store.ts";

describe("the file store", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "pressie-files-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));
  const bytes = (text: string) => new TextEncoder().encode(text);

  it("gives back what was written, and replaces it whole", async () => {
    const files = openFileStore(folder);
    await files.write("originals/ab/one", bytes("first"));
    await files.write("originals/ab/one", bytes("second"));
    assert.equal(new TextDecoder().decode((await files.read("originals/ab/one")) ?? undefined), "second");
    assert.deepEqual(await readdir(join(folder, "originals/ab")), ["one"]);
  });

  it("says null for what it does not have, and forgets quietly", async () => {
    const files = openFileStore(folder);
    assert.equal(await files.read("nothing/here"), null);
    await files.remove("nothing/here");
    await files.write("downloads/w1/a.epub", bytes("a"));
    await files.write("downloads/w2/b.epub", bytes("b"));
    await files.remove("downloads/w1/");
    assert.equal(await files.read("downloads/w1/a.epub"), null);
    assert.ok(await files.read("downloads/w2/b.epub"));
  });

  it("is not misled by half a file that a crash left beside the whole one", async () => {
    const files = openFileStore(folder);
    await files.write("originals/cd/two", bytes("whole"));
    await writeFile(join(folder, "originals/cd/two.0123456789ab.part"), "wh");
    assert.equal(new TextDecoder().decode((await files.read("originals/cd/two")) ?? undefined), "whole");
  });

  it("leaves nothing beside a file that could not be written", async () => {
    const files = openFileStore(folder);
    // A folder stands where the file would: the bytes are written aside, and cannot take its place.
    await files.write("originals/ef/three/inside", bytes("in the way"));
    await assert.rejects(files.write("originals/ef/three", bytes("whole")));
    assert.deepEqual(await readdir(join(folder, "originals/ef")), ["three"]);
  });

  it("refuses a key that leads out of its folder", async () => {
    const files = openFileStore(folder);
    for (const key of ["../outside", "a/../../b", "/etc/passwd", "", "a\0b", "C:\\x"])
      await assert.rejects(files.read(key), /not a file key/);
  });

  it("lays the same bytes of two people under two keys", () => {
    assert.notEqual(originalKey(bytes("x"), "one"), originalKey(bytes("x"), "two"));
    assert.equal(originalKey(bytes("x"), "one"), originalKey(bytes("x"), "one"));
  });
});

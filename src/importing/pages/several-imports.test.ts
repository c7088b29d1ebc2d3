import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { strToU8, zipSync } from "fflate";
import { type CastMember, type Fields, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { bringIn, openReview, press, readPage } from "../../../tests/review-desk.ts";
import type { FileStore } from "../../plumbing/files/file-store.ts";
import { changeSettings } from "../../plumbing/settings/settings.ts";
import { urls } from "../../vocabulary/urls.ts";
import { keepOriginal, listOriginals } from "../../works/originals.ts";
import { purgeRemoved } from "../../works/purge-removed.ts";
import { removeWork } from "../../works/remove-work.ts";
import { forgetLeftovers } from "../forget-leftovers.ts";
import type { Importer } from "../open-importer.ts";
import { outliveWorks } from "../outlive-works.ts";
import { startImports, TooManyImports } from "../start-import.ts";

let archive: TestArchive;
let writer: CastMember;
let other: CastMember;

before(async () => {
  archive = await openTestArchive();
  writer = await archive.join("Quillfeather");
  other = await archive.join("Wat");
});
after(async () => {
  assert.deepEqual(archive.logged, []);
  await archive.close();
});

const header = "Title: Salt\nAuthor: Wren\nChapter Title: ";
const one = () => new File([`${header}The harbour\n\nShe ran, and ran.\n\nShe ran on.\n`], "salt 1.txt");
const two = () => new File([`${header}The sea\n\nShe fell, and fell.\n\nShe swam.\n`], "salt 2.txt");

function sendFiles(fields: Fields): Promise<Response> {
  return archive.send(urls.imports(), fields, writer);
}

async function chaptersOf(workId: string) {
  return archive.database.reading
    .selectFrom("chapters")
    .select(["id", "title", "story", "status", "notes"])
    .where("work_id", "=", workId)
    .orderBy("position")
    .execute();
}

const workIdIn = (answer: Response) => (answer.headers.get("location") ?? "").split("/")[2] ?? "";

describe("several files", () => {
  it("become the chapters of one work, and all of them are kept beside it", async () => {
    const answer = await sendFiles({ file: [one(), two()], several: "chapters" });
    assert.equal(answer.status, 303, await answer.clone().text());
    const path = answer.headers.get("location") ?? "";
    const first = await openReview(archive, writer, path);
    assert.match(first.html, /She ran/);
    assert.doesNotMatch(first.html, /She fell/, "one chapter at a time is shown");
    const importId = path.split("/").at(-1) ?? "";
    const given = await archive.get(urls.importOriginal(importId, 1), writer);
    assert.match(await given.text(), /She fell/);
    assert.equal((await archive.get(urls.importOriginal(importId, 2), writer)).status, 404);
    const on = await press(archive, writer, path, "chapter:file-begins-1", {
      ...first.form,
      "chapter-title": "Harbour",
    });
    const next = on.headers.get("location") ?? "";
    assert.match(next, /\?chapter=file-begins-1#review$/);
    const second = await readPage(archive, writer, next.split("#")[0] ?? "");
    assert.match(second, /She fell/);
    const form = (await openReview(archive, writer, path)).form;
    assert.equal(form["chapter-title"], "Harbour", "what was typed in the first chapter is kept");
    const saved = await press(archive, writer, path, "save", form);
    assert.equal(saved.status, 303, await saved.clone().text());
    const chapters = await chaptersOf(workIdIn(saved));
    assert.deepEqual(
      chapters.map(({ title, status }) => [title, status]),
      [
        ["Harbour", "draft"],
        ["The sea", "draft"],
      ],
    );
    const originals = await listOriginals(archive.database.reading, writer.member, workIdIn(saved));
    assert.deepEqual(originals.map(({ fileName }) => fileName).toSorted(), ["salt 1.txt", "salt 2.txt"]);
  });

  it("become works of their own when their writer says so, out of a ZIP too", async () => {
    const packed = zipSync({
      "a.txt": strToU8("She ran.\n\nShe ran on.\n"),
      "b.txt": strToU8("She fell.\n"),
    });
    const answer = await sendFiles({ file: new File([packed], "salt.zip"), several: "works" });
    assert.equal(answer.headers.get("location"), urls.newImport());
    await archive.importer.jobs.settled();
    const begun = await (await archive.get(urls.newImport(), writer)).text();
    const paths = ["a.txt", "b.txt"].map(
      (name) => new RegExp(`href="(/imports/[0-9a-z]+)"[^>]*>${name}<`).exec(begun)?.[1] ?? "",
    );
    assert.match(await readPage(archive, writer, paths[1] ?? ""), /She fell/);
    for (const path of paths) await archive.send(`${path}/removal`, {}, writer);
  });

  it("of which none can be read are refused, and nothing of them is kept", async () => {
    const count = () => archive.database.reading.selectFrom("originals").select("id").execute();
    const before = await count();
    const answer = await sendFiles({
      file: [new File(["%PDF-1.7"], "a.pdf"), new File(["%PDF-1.7"], "b.pdf")],
      several: "chapters",
    });
    if (answer.status === 303) await archive.send(`${answer.headers.get("location")}/removal`, {}, writer);
    else assert.match(await answer.text(), /a PDF file, which cannot be read here yet/);
    assert.deepEqual(await count(), before);
  });
});

describe("the answers of a writer", () => {
  const text = "She ran, and ran.\n\n[LINE BREAK]\n\nShe ran on.\n";

  it("are kept with the work, decide when its next chapter comes in, and go with it", async () => {
    const path = await bringIn(archive, writer, text, "one.txt");
    const { form } = await openReview(archive, writer, path);
    const saved = await press(archive, writer, path, "save", {
      ...form,
      title: "Salt",
      "decide-scene-break-words-1": "accept",
    });
    const workId = workIdIn(saved);
    const [kept] = await archive.database.reading.selectFrom("import_decisions").selectAll().execute();
    assert.equal(kept?.work_id, workId);

    const next = await bringIn(archive, writer, text, "two.txt", { work: workId });
    const review = await openReview(archive, writer, next);
    assert.equal(review.form["decide-scene-break-words-1"], "accept");
    assert.match(review.html, /You answered this so when you brought in an earlier chapter/);
    assert.match(review.html, /class="scene"/);

    const elsewhere = await bringIn(archive, writer, text, "three.txt");
    assert.equal((await openReview(archive, writer, elsewhere)).form["decide-scene-break-words-1"], "keep");

    await archive.database.write((into) => removeWork(into, writer.member, workId, 1));
    await purgeRemoved(archive.database, archive.files, 1, Date.now());
    assert.deepEqual(await archive.database.reading.selectFrom("import_decisions").selectAll().execute(), []);
  });
});

describe("an original", () => {
  const originalsOf = async ({ member }: CastMember) =>
    (
      await archive.database.reading
        .selectFrom("originals")
        .select("id")
        .where("account_id", "=", member.accountId)
        .execute()
    ).map(({ id }) => id);

  it("goes with the others of its import when one of them cannot be kept", async () => {
    const before = await originalsOf(writer);
    let written = 0;
    const filling: FileStore = {
      ...archive.files,
      write: (key, bytes) =>
        ++written === 2 ? Promise.reject(new Error("the disk is full")) : archive.files.write(key, bytes),
    };
    const source = (text: string) => ({
      bytes: new TextEncoder().encode(text),
      fileName: "a.txt",
      pastedAs: null,
    });
    const sources = [source("She ran."), source("She ran on.")];
    await assert.rejects(
      startImports({ ...archive, files: filling }, writer.member, sources, "chapters", null, Date.now()),
      /disk is full/,
    );
    assert.deepEqual((await originalsOf(writer)).toSorted(), before.toSorted());
  });

  it("that a crash left without an import is forgotten after a day, and no other", async () => {
    await bringIn(archive, writer, "She ran, and was kept.", "kept.txt");
    const { database, files } = archive;
    await forgetLeftovers(database, files, Date.now() + 1.5 * 86_400_000);
    const before = await originalsOf(writer);
    const given = { bytes: new Uint8Array([1]), fileName: "left.txt", mediaType: "text/plain" };
    await keepOriginal(database, files, writer.member, given, Date.now());
    const forgetIn = (days: number) => forgetLeftovers(database, files, Date.now() + days * 86_400_000);
    assert.equal(await forgetIn(0.5), 0);
    assert.equal(await forgetIn(1.5), 1);
    assert.deepEqual((await originalsOf(writer)).toSorted(), before.toSorted());
  });
});

describe("a chapter brought in for a work", () => {
  it("outlives it, and becomes a work of its own", async () => {
    const first = await bringIn(archive, writer, "Title: Salt\n\nShe ran.", "first.txt");
    const saved = await press(
      archive,
      writer,
      first,
      "save",
      (await openReview(archive, writer, first)).form,
    );
    const workId = workIdIn(saved);
    const path = await bringIn(archive, writer, "She ran on.", "next.txt", { work: workId });
    await openReview(archive, writer, path);
    await archive.database.write((into) => removeWork(into, writer.member, workId, 1));
    await outliveWorks(archive.database, 1, Date.now());
    assert.equal(await purgeRemoved(archive.database, archive.files, 1, Date.now()), 1);
    const { html, form } = await openReview(archive, writer, path);
    assert.match(html, /She ran on\./);
    assert.ok("title" in form, "it asks for what a work has");
  });
});

describe("a member", () => {
  const usual = { importsAtOnce: 3, unfinishedImports: 100 };
  afterEach(() => archive.database.write((into) => changeSettings(into, usual, Date.now())));

  it("may have only so many imports unfinished", async () => {
    await archive.database.write((into) => changeSettings(into, { unfinishedImports: 1 }, Date.now()));
    assert.equal((await archive.send(urls.imports(), { text: "She ran." }, other)).status, 303);
    const refused = await archive.send(urls.imports(), { text: "She ran on." }, other);
    assert.equal(refused.status, 422);
    const html = await refused.text();
    assert.match(html, /There is room for one story of yours that is not saved yet/);
    assert.match(html, /She ran on\./, "what was typed is handed back");
  });

  it("may have only so many read at the same time, also when all are sent at once", async () => {
    // No reading ends, and so makes room for another, before all that are one too many were refused.
    const { promise: allRefused, resolve: sayAllRefused } = Promise.withResolvers<void>();
    const { importer } = archive;
    const held: Importer = {
      ...importer,
      async read(...asked) {
        await allRefused;
        return importer.read(...asked);
      },
    };
    const ends: string[] = [];
    const sent = Array.from({ length: 12 }, async (_, number) => {
      const bytes = new TextEncoder().encode(`She ran ${number} times.`);
      const source = { bytes, fileName: null, pastedAs: "text" } as const;
      try {
        await startImports(
          { ...archive, importer: held },
          other.member,
          [source],
          "chapters",
          null,
          Date.now(),
        );
        ends.push("taken in");
      } catch (cause) {
        assert.ok(cause instanceof TooManyImports && cause.of === "being-read", String(cause));
        ends.push("refused");
        if (ends.length === 12 - usual.importsAtOnce) sayAllRefused();
      }
    });
    await Promise.all(sent).finally(sayAllRefused);
    await importer.jobs.settled();
    assert.deepEqual(ends.toSorted(), [...Array(9).fill("refused"), ...Array(3).fill("taken in")]);
    assert.equal(importer.jobs.countOf(other.member.accountId), 0);
  });

  it("may have only so many read at the same time", async () => {
    await archive.database.write((into) => changeSettings(into, { importsAtOnce: 1 }, Date.now()));
    let end = () => {};
    const reading = new Promise<void>((resolve) => {
      end = resolve;
    });
    archive.importer.jobs.begin("another", writer.member.accountId, () => reading);
    const refused = await archive.send(urls.imports(), { text: "She ran." }, writer);
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /A story of yours is being read just now/);
    end();
  });
});

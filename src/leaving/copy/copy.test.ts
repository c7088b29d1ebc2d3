import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { everyColumn } from "../../../tests/traces.ts";
import { urls } from "../../vocabulary/urls.ts";
import { changeChapter } from "../../works/change-chapter.ts";
import { chapterFields, giveWork } from "../../works/for-tests/give-work.ts";
import { attachOriginal, keepOriginal } from "../../works/originals.ts";
import { type Carried, carriedTables, leftOutTables } from "./known-columns.ts";

describe("a copy of everything that is somebody's", () => {
  let archive: TestArchive;
  let author: CastMember;
  let other: CastMember;

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Lucille Tern");
    other = await archive.join("Marjoram Pike");
  });
  after(() => archive.close());

  const unpack = async (as: CastMember) =>
    unzipSync(new Uint8Array(await (await archive.get(urls.copy(), as)).arrayBuffer()));

  it("knows every table and every column there is, or says why it leaves it out", async () => {
    const known: Record<string, Carried> = carriedTables;
    const unknown: string[] = [];
    const tables = await everyColumn(archive);
    for (const { table, columns } of tables) {
      if (/^(sqlite_|kysely_|passage_words_)/.test(table) || Object.hasOwn(leftOutTables, table)) continue;
      const carried = known[table];
      const spoken = carried ? [...carried.columns, ...Object.keys(carried.leftOut ?? {})] : [];
      unknown.push(
        ...columns.filter((column) => !spoken.includes(column)).map((column) => `${table}.${column}`),
      );
      for (const column of spoken) assert.ok(columns.includes(column), `there is no ${table}.${column}`);
    }
    assert.deepEqual(unknown, [], "say in known-columns.ts what becomes of these when somebody leaves");
  });

  it("has every state of every chapter, drafts too, the files brought in, and what was asked for by name", async () => {
    const { workId, chapterIds } = await giveWork(
      archive,
      author,
      { title: "The Tern", series: { title: "Birds", number: 1 } },
      [chapterFields({ story: "<p>First words.</p>" })],
      "draft",
    );
    const [chapterId = ""] = chapterIds;
    const given = {
      bytes: new TextEncoder().encode("as it was"),
      fileName: "tern.txt",
      mediaType: "text/plain",
    };
    const originalId = await keepOriginal(archive.database, archive.files, author.member, given, Date.now());
    await archive.database.write(async (writer) => {
      const changed = chapterFields({ story: "<p>Second words.</p>" });
      await changeChapter(writer, author.member, workId, chapterId, 1, changed, Date.now());
      await attachOriginal(writer, author.member, originalId, workId, chapterId);
    });
    const files = await unpack(author);
    assert.equal(
      strFromU8(files[`works/${workId}/chapters/${chapterId}.html`] ?? new Uint8Array()),
      "<p>Second words.</p>",
    );
    const states = Object.entries(files).filter(([path]) => path.startsWith(`works/${workId}/states/`));
    assert.deepEqual(
      states.map(([, bytes]) => strFromU8(bytes)),
      ["<p>First words.</p>"],
    );
    assert.equal(strFromU8(files[`originals/${originalId}`] ?? new Uint8Array()), "as it was");
    const account = JSON.parse(strFromU8(files["account.json"] ?? new Uint8Array()));
    assert.equal(account.email, author.email);
    assert.equal(account.version, 2);
    assert.deepEqual(
      account.series.map(({ title }: { title: string }) => title),
      ["Birds"],
    );
  });

  it("has nothing that is others' alone", async () => {
    const hidden = await giveWork(archive, other, { title: "Unseen Marjoram" }, undefined, "draft");
    const text = Object.values(await unpack(author))
      .map((bytes) => strFromU8(bytes))
      .join("\n");
    for (const word of [hidden.workId, "Unseen Marjoram", other.email, other.member.accountId])
      assert.ok(!text.includes(word), word);
    assert.ok(!text.includes(author.member.accountId));
  });

  it("is for who is signed in", async () => {
    assert.notEqual((await archive.get(urls.copy())).headers.get("content-type"), "application/zip");
  });
});

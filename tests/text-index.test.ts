import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import type { Writer } from "../src/plumbing/database/reader-writer.ts";
import { followFacts } from "../src/plumbing/events/follow-facts.ts";
import { reactions } from "../src/reactions.ts";
import { indexWork } from "../src/search/text/index-work.ts";
import { addChapter } from "../src/works/add-chapter.ts";
import { changeChapter } from "../src/works/change-chapter.ts";
import { changeWork } from "../src/works/change-work.ts";
import { removeChapter } from "../src/works/chapters/remove-chapter.ts";
import { chapterFields, giveWork, workFields } from "../src/works/for-tests/give-work.ts";
import { publishChapter } from "../src/works/publish-chapter.ts";
import { purgeRemoved } from "../src/works/purge-removed.ts";
import { removeWork } from "../src/works/remove-work.ts";
import { returnWork } from "../src/works/return-work.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";

const day = 86_400_000;
/** A second is what is promised; a machine that runs nine other tests takes its time. */
const patience = 3_000;

describe("the text index", () => {
  let archive: TestArchive;
  let author: CastMember;

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Mina Murray");
  });
  after(() => archive.close());

  const give = (...stories: string[]) =>
    giveWork(
      archive,
      author,
      {},
      stories.map((story) => chapterFields({ story })),
    );
  const write = <Result>(work: (writer: Writer) => Promise<Result>) => archive.database.write(work);
  const found = async (typed: string) => [...(await archive.textSearch.find(typed)).workIds];
  /** Carries out what follows the facts, as a running archive does. */
  const follow = async () => {
    const follower = followFacts(archive.database, "reactions", reactions(archive), (sentence, cause) => {
      archive.logged.push(`${sentence}: ${cause}`);
    });
    await follower.caughtUp();
    await follower.stop();
  };

  it("finds phrases wherever a long chapter is cut, and words a thousand times over", async () => {
    const words = Array.from({ length: 2_500 }, (_, index) => `w${index}`);
    const { workId } = await give(`<p>${words.join(" ")}</p>`, `<p>${"ha ".repeat(1_500)}hum</p>`);
    await follow();
    for (let from = 700; from < 2_480; from += 7)
      assert.deepEqual(await found(`"${words.slice(from, from + 20).join(" ")}"`), [workId], `from ${from}`);
    assert.deepEqual(await found(`"${words.slice(760, 900).join(" ")}"`), [workId]);
    assert.deepEqual(await found('"w799 w801"'), []);
    assert.deepEqual(await found('"ha ha ha ha hum"'), [workId]);
    assert.deepEqual(await found('"hum ha"'), []);
  });

  it("follows a chapter from draft to published, changed and taken away", async () => {
    const { workId } = await give("<p>The wherry lay at the quay.</p>");
    const chapterId = await write((writer) =>
      addChapter(
        writer,
        author.member,
        workId,
        chapterFields({ story: "<p>A barnacle sang.</p>" }),
        Date.now(),
      ),
    );
    await follow();
    assert.deepEqual(await found("wherry"), [workId]);
    assert.deepEqual(await found("barnacle"), [], "drafts are not found");
    await write((writer) => publishChapter(writer, author.member, workId, chapterId, Date.now()));
    await follow();
    assert.deepEqual(await found("barnacle"), [workId]);
    assert.deepEqual(await found("barnacle wherry"), [workId], "in two chapters of one work");
    const { version } = await archive.database.reading
      .selectFrom("chapters")
      .select("version")
      .where("id", "=", chapterId)
      .executeTakeFirstOrThrow();
    const changed = chapterFields({ story: "<p>A limpet sang.</p>" });
    await write((writer) =>
      changeChapter(writer, author.member, workId, chapterId, version, changed, Date.now()),
    );
    await follow();
    assert.deepEqual(await found("barnacle"), []);
    assert.deepEqual(await found("limpet"), [workId]);
    await write((writer) => removeChapter(writer, author.member, workId, chapterId, Date.now()));
    await follow();
    assert.deepEqual(await found("limpet"), []);
    assert.deepEqual(await found("wherry"), [workId]);
  });

  it("leaves out a work whose author opts out, and takes it in again", async () => {
    const { workId } = await give("<p>Quicksilver ran.</p>");
    await follow();
    const turn = async (searchable: boolean) => {
      const { version } = await archive.database.reading
        .selectFrom("works")
        .select("version")
        .where("id", "=", workId)
        .executeTakeFirstOrThrow();
      await write((writer) =>
        changeWork(writer, author.member, workId, version, workFields(author, { searchable }), Date.now()),
      );
      await follow();
    };
    assert.deepEqual(await found("quicksilver"), [workId]);
    await turn(false);
    assert.deepEqual(await found("quicksilver"), []);
    assert.equal((await archive.textSearch.snippets("quicksilver", [workId])).size, 0);
    await turn(true);
    assert.deepEqual(await found("quicksilver"), [workId]);
  });

  it("leaves no word of a purged work anywhere", async () => {
    const secret = "xyzzyplugh";
    const { workId } = await give(`<p>Say ${secret} twice.</p>`);
    await give("<p>Another story stays.</p>");
    await follow();
    assert.deepEqual(await found(secret), [workId]);
    await write((writer) => removeWork(writer, author.member, workId, Date.now() - 100 * day));
    await follow();
    assert.deepEqual(await found(secret), []);
    await write((writer) => returnWork(writer, author.member, workId, Date.now() - 100 * day));
    await follow();
    assert.deepEqual(await found(secret), [workId]);
    await write((writer) => removeWork(writer, author.member, workId, Date.now() - 99 * day));
    await purgeRemoved(archive.database, archive.files, 30, Date.now());
    await follow();
    assert.deepEqual(await found(secret), []);
    assert.equal(await holds(secret), false);
    assert.equal(await holds("stays"), true, "the test can see what is there");
  });

  it("leaves no word of a purged chapter anywhere, of a work that stays", async () => {
    const secret = "plughxyzzy";
    const { workId, chapterIds } = await give(
      "<p>The rest remains.</p>",
      `<p>Whisper ${secret} once.</p>`,
      "<p>And goes on.</p>",
    );
    await follow();
    assert.deepEqual(await found(secret), [workId]);
    await write((writer) =>
      removeChapter(writer, author.member, workId, chapterIds[1] ?? "", Date.now() - 100 * day),
    );
    await follow();
    assert.deepEqual(await found(secret), []);
    await purgeRemoved(archive.database, archive.files, 30, Date.now());
    await follow();
    assert.equal(await holds(secret), false);
    assert.deepEqual(await found('"rest remains" "goes on"'), [workId]);
  });

  it("finds nothing and shows nothing soon after opting out or removing, whose novel ever is being read", async () => {
    const words = (count: number) => Array.from({ length: count }, (_, at) => `n${at}`).join(" ");
    const follower = followFacts(archive.database, "reactions", reactions(archive), (sentence, cause) => {
      archive.logged.push(`${sentence}: ${cause}`);
    });
    const versionOf = async (workId: string) =>
      archive.database.reading
        .selectFrom("works")
        .select("version")
        .where("id", "=", workId)
        .executeTakeFirstOrThrow();
    const waysOut: [string, (workId: string, chapterIds: string[]) => Promise<unknown>][] = [
      [
        "opting out",
        async (workId) => {
          const { version } = await versionOf(workId);
          const fields = workFields(author, { searchable: false });
          await write((writer) => changeWork(writer, author.member, workId, version, fields, Date.now()));
        },
      ],
      ["removing", (workId) => write((writer) => removeWork(writer, author.member, workId, Date.now()))],
      [
        "removing a chapter",
        (workId, [, second = ""]) =>
          write((writer) => removeChapter(writer, author.member, workId, second, Date.now())),
      ],
    ];
    for (const [name, leave] of waysOut) {
      const { workId, chapterIds } = await give("<p>One.</p>", "<p>A kittiwake called.</p>");
      await follower.caughtUp();
      assert.deepEqual(await found("kittiwake"), [workId], name);
      await give(...Array.from({ length: 30 }, () => `<p>${words(10_000)}</p>`));
      await leave(workId, chapterIds);
      const left = Date.now();
      const snippets = await archive.textSearch.snippets("kittiwake", [workId]);
      assert.equal(snippets.size, 0, `${name}: no place is shown from that moment on`);
      while ((await found("kittiwake")).length > 0) {
        assert.ok(Date.now() - left < patience, `${name}: still found`);
        await setTimeout(10);
      }
    }
    await follower.caughtUp();
    await follower.stop();
  });

  /** Whether any table of the database holds the word. */
  async function holds(word: string): Promise<boolean> {
    if (archive.database.engine === "postgres") {
      const { rows } = await sql`select 1 from passages where text like ${`%${word}%`}
        or words @@ ${`'${word}'`}::tsquery`.execute(archive.database.reading);
      return rows.length > 0;
    }
    // A copy without free pages: what is in it, some table holds.
    const copy = join(archive.dataFolder, "copy.sqlite");
    await sql`vacuum into ${copy}`.execute(archive.database.forLibraries);
    const bytes = await readFile(copy);
    await rm(copy);
    return bytes.includes(word);
  }

  it("keeps the older passages whole when it is stopped in between, and goes on the next time", async () => {
    const { workId, chapterIds } = await give("<p>The old kettle sang.</p>", "<p>So did the saucepan.</p>");
    await follow();
    await write(async (writer) => {
      for (const id of chapterIds)
        await writer
          .updateTable("chapters")
          .set({ story: "<p>The new samovar hums.</p>" })
          .where("id", "=", id)
          .execute();
    });
    const stopped = new Error("the power went");
    const dying: typeof archive.database = {
      ...archive.database,
      write: (work) =>
        archive.database.write(async (writer) => {
          await work(writer);
          throw stopped;
        }),
    };
    await assert.rejects(indexWork(dying, workId), stopped);
    assert.deepEqual(await found("kettle saucepan"), [workId]);
    assert.deepEqual(await found("samovar"), []);
    assert.equal(await indexWork(archive.database, workId), true);
    assert.deepEqual(await found("kettle"), []);
    assert.deepEqual(await found("samovar"), [workId]);
    assert.equal(await indexWork(archive.database, workId), false, "repeating it changes nothing");
  });

  it("leaves a work alone that is withdrawn while it is being read", async () => {
    const { workId } = await give("<p>A vanishing zither.</p>");
    const withdrawing: typeof archive.database = {
      ...archive.database,
      async write(work) {
        await write((writer) => writer.deleteFrom("works").where("id", "=", workId).execute());
        return archive.database.write(work);
      },
    };
    assert.equal(await indexWork(withdrawing, workId), false);
    assert.deepEqual(await found("zither"), []);
  });

  it("reads works that no fact told of, and takes out what is to be found no more", async () => {
    const { workId } = await give("<p>An unheard hurdy-gurdy.</p>");
    assert.deepEqual(await found("hurdy-gurdy"), []);
    assert.ok((await archive.textIndex.learnMissing()) > 0);
    assert.deepEqual(await found("hurdy-gurdy"), [workId]);
    await write((writer) =>
      writer.updateTable("works").set({ searchable: 0 }).where("id", "=", workId).execute(),
    );
    await archive.textIndex.learnMissing();
    assert.deepEqual(await found("hurdy-gurdy"), []);
    assert.equal(await archive.textIndex.learnMissing(), 0);
  });

  it("finds and mends every kind of damage", async () => {
    const { workId, chapterIds } = await give("<p>A marmalade cat.</p>", "<p>A tabby cat.</p>");
    await follow();
    assert.deepEqual(await archive.textIndex.check(), []);
    const damages: ((writer: Writer) => Promise<unknown>)[] = [
      (writer) =>
        writer
          .deleteFrom("passages")
          .where("chapter_id", "=", chapterIds[0] ?? "")
          .execute(),
      (writer) => writer.deleteFrom("text_indexed_works").where("work_id", "=", workId).execute(),
      (writer) => writer.deleteFrom("text_indexed_chapters").where("work_id", "=", workId).execute(),
      (writer) =>
        writer
          .updateTable("text_indexed_chapters")
          .set({ made_of: "" })
          .where("work_id", "=", workId)
          .execute(),
      (writer) =>
        writer.updateTable("text_indexed_works").set({ rules: 0 }).where("work_id", "=", workId).execute(),
    ];
    if (archive.database.engine === "sqlite")
      damages.push((writer) => sql`delete from passage_words`.execute(writer));
    for (const [index, damage] of damages.entries()) {
      await write(damage);
      assert.ok((await archive.textIndex.check()).includes(workId), `damage ${index}`);
      assert.deepEqual(await archive.textIndex.check(), [], `damage ${index}`);
      assert.deepEqual(await found('"marmalade cat" tabby'), [workId], `damage ${index}`);
    }
  });

  it("shows the best places of a work, marked, in the order of the story", async () => {
    const filler = (word: string) => `${word} `.repeat(60);
    const { workId, chapterIds } = await give(
      `<p>${filler("dust")}the <em>broken</em> spinet stood. ${filler("dust")}</p>`,
      `<p>“Broken!” she cried, and ${filler("ash")}</p><p>海边的灯笼很安静</p>`,
    );
    await follow();
    const snippets = (await archive.textSearch.snippets("broken spinet", [workId])).get(workId) ?? [];
    assert.deepEqual(
      snippets.map(({ chapterId }) => chapterId),
      chapterIds,
    );
    assert.deepEqual(
      snippets.map(({ pieces }) => pieces.filter(({ found }) => found).map(({ text }) => text)),
      [["broken spinet"], ["Broken"]],
    );
    const [first, second] = snippets.map(({ pieces }) => pieces.map(({ text }) => text).join(""));
    assert.match(first ?? "", /^… dust .*dust the broken spinet stood\. dust .* …$/);
    assert.match(second ?? "", /^“Broken!” she cried, and ash .* …$/);
    assert.ok((first ?? "").length < 300);
    const [chinese] = (await archive.textSearch.snippets("灯笼", [workId])).get(workId) ?? [];
    assert.deepEqual(
      chinese?.pieces.filter(({ found }) => found).map(({ text }) => text),
      ["灯笼"],
    );
  });

  it("scores works higher that have a word more often, and rare words above common ones", async () => {
    const often = await give(`<p>${"the gannet ".repeat(900)}</p>`);
    const once = await give(`<p>the gannet ${"the tern ".repeat(900)}</p>`);
    await follow();
    const scoreOf = async (typed: string, workId: string) => {
      const { workIds, scores } = await archive.textSearch.find(typed);
      return scores[workIds.indexOf(workId)] ?? Number.NaN;
    };
    assert.ok((await scoreOf("gannet", often.workId)) > (await scoreOf("gannet", once.workId)));
    assert.ok((await scoreOf("gannet", once.workId)) > 0);
    assert.ok((await scoreOf("tern", once.workId)) > (await scoreOf("the", once.workId)));
  });

  it("leaves the log empty but for what was mended", () => {
    assert.deepEqual(
      archive.logged.filter((line) => !line.startsWith("The text index was compared")),
      [],
    );
  });
});

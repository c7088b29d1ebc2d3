import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { addChapter } from "../add-chapter.ts";
import { changeChapter } from "../change-chapter.ts";
import { chapterFields, giveWork } from "../for-tests/give-work.ts";
import { joinChapters } from "../joining/join-chapters.ts";
import { splitChapter } from "../joining/split-chapter.ts";
import { publishChapter } from "../publish-chapter.ts";
import { hasSoundLink } from "./leads-to-sound.ts";
import { removeChapter } from "./remove-chapter.ts";
import { returnChapter } from "./return-chapter.ts";

const link = (href: string) => `<p>Hear it <a href="${href}">here</a>.</p>`;

describe("a link to sound", () => {
  it("is known by how its path ends, on any host", () => {
    for (const href of [
      "https://example.org/a.mp3",
      "http://example.org/The%20Tide.M4B",
      "https://example.org/a.ogg?download=1&amp;x=2",
      "https://example.org/a.opus#t=10",
    ])
      assert.ok(hasSoundLink(link(href)), href);
  });

  it("is nothing else: words, other files, a question or a fragment that ends so", () => {
    for (const story of [
      "<p>It was called a.mp3.</p>",
      link("https://example.org/a.mp3.html"),
      link("https://example.org/?file=a.mp3"),
      link("https://example.org/page#a.mp3"),
      link("https://example.org/mp3"),
      '<p><a href="https://example.org/">.mp3</a></p>',
    ])
      assert.ok(!hasSoundLink(story), story);
  });

  it("is looked for in time that grows with the text", () => {
    assert.ok(!hasSoundLink('<a href="'.repeat(100_000)));
    assert.ok(!hasSoundLink(`<a ${'href=".'.repeat(100_000)}`));
  });
});

describe("whether a work leads to sound", () => {
  let archive: TestArchive;
  let author: CastMember;
  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Mina");
  });
  after(() => archive.close());

  const sound = chapterFields({
    story: `<p>One.</p>\n<hr class="scene">\n${link("https://example.org/a.mp3")}`,
  });
  const told = async (workId: string) => {
    const { has_audio } = await archive.database.reading
      .selectFrom("works")
      .select("has_audio")
      .where("id", "=", workId)
      .executeTakeFirstOrThrow();
    return has_audio === 1;
  };
  it("follows every change of its published chapters, and no draft", async () => {
    const { workId } = await giveWork(archive, author, { expectedChapters: null });
    const { member } = author;
    const now = Date.now();
    const second = await archive.database.write((writer) => addChapter(writer, member, workId, sound, now));
    assert.equal(await told(workId), false, "a draft");
    await archive.database.write((writer) => publishChapter(writer, member, workId, second, now));
    assert.equal(await told(workId), true, "published");
    const third = await archive.database.write((writer) =>
      splitChapter(writer, member, workId, second, 1, 2, now),
    );
    assert.equal(await told(workId), true, "split");
    await archive.database.write((writer) => removeChapter(writer, member, workId, third, now));
    assert.equal(await told(workId), false, "taken away");
    await archive.database.write((writer) => returnChapter(writer, member, workId, third, now));
    assert.equal(await told(workId), true, "taken back");
    await archive.database.write((writer) =>
      joinChapters(
        writer,
        member,
        workId,
        [
          { id: second, version: 2 },
          { id: third, version: 1 },
        ],
        "",
        1_000_000,
        now,
      ),
    );
    assert.equal(await told(workId), true, "joined");
    await archive.database.write((writer) =>
      changeChapter(writer, member, workId, second, 3, chapterFields(), now),
    );
    assert.equal(await told(workId), false, "changed");
  });
});

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../tests/archive.ts";
import { type Person, visitor } from "../people/person.ts";
import { tinyPng } from "../plumbing/pictures/for-tests/tiny-pictures.ts";
import { changeSettings } from "../plumbing/settings/settings.ts";
import { urls } from "../vocabulary/urls.ts";
import { addChapter } from "./add-chapter.ts";
import { changeChapter } from "./change-chapter.ts";
import { removeChapter } from "./chapters/remove-chapter.ts";
import { chapterFields, giveWork } from "./for-tests/give-work.ts";
import { forgetOriginal } from "./forget-original.ts";
import { forgetPictures } from "./forget-pictures.ts";
import { keepPictures, type PictureToKeep } from "./keep-pictures.ts";
import { attachOriginal, keepOriginal } from "./originals.ts";
import { PicturesFull } from "./picture-room.ts";
import { findPicture, pictureKey } from "./pictures.ts";
import { purgeRemoved } from "./purge-removed.ts";
import { removeWork } from "./remove-work.ts";

const start = 1_000_000_000;
const day = 86_400_000;
const days = 60;

describe("pictures in stories", () => {
  let archive: TestArchive;
  let author: CastMember;
  let beta: CastMember;
  let other: CastMember;
  let moderator: CastMember;

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    beta = await archive.join("megan_peta");
    other = await archive.join("tessellate");
    moderator = await archive.join("saltmarsh", "moderator");
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  let made = 0;
  const picture = (ending = "png"): PictureToKeep => {
    const bytes = new TextEncoder().encode(`picture ${++made}`);
    return { name: nameOf(bytes, ending), bytes, width: 3, height: 2 };
  };
  /** Brings pictures in with a file, as an import does. */
  const bringIn = async (by: CastMember, pictures: PictureToKeep[], now = start) => {
    const given = { bytes: new Uint8Array([++made]), fileName: "a.docx", mediaType: "x" };
    const originalId = await keepOriginal(archive.database, archive.files, by.member, given, now);
    await keepPictures(archive.database, archive.files, by.member, originalId, pictures, now);
    return originalId;
  };
  const showing = (...pictures: PictureToKeep[]) =>
    chapterFields({ story: pictures.map(({ name }) => `<p>A word. ${image(name)}</p>`).join("\n") });
  const sees = async (person: Person, { name }: PictureToKeep) =>
    (await findPicture(archive.database.reading, person, name)) !== undefined;
  const forget = (now: number) => forgetPictures(archive.database, archive.files, days, now);
  const isKept = async ({ name }: PictureToKeep) =>
    (await archive.files.read(pictureKey(name))) !== null &&
    (await findPicture(archive.database.reading, author.member, name)) !== undefined;

  const states: Record<string, { seenBy: string[]; give(shown: PictureToKeep): Promise<unknown> }> = {
    "no work yet": { seenBy: ["author"], give: async () => undefined },
    "a draft": {
      seenBy: ["author"],
      give: (shown) => giveWork(archive, author, {}, [showing(shown)], "draft"),
    },
    "a work for everyone": {
      seenBy: ["author", "beta", "other", "moderator", "stranger"],
      give: (shown) => giveWork(archive, author, {}, [showing(shown)]),
    },
    "a work for members": {
      seenBy: ["author", "beta", "other", "moderator"],
      give: (shown) => giveWork(archive, author, { visibility: "members" }, [showing(shown)]),
    },
    "a draft chapter of a published work": {
      seenBy: ["author"],
      give: async (shown) => {
        const { workId } = await giveWork(archive, author);
        await archive.database.write((writer) =>
          addChapter(writer, author.member, workId, showing(shown), start),
        );
      },
    },
    "a chapter taken away": {
      seenBy: ["author"],
      give: async (shown) => {
        const { workId, chapterIds } = await giveWork(archive, author, { expectedChapters: null }, [
          chapterFields(),
          showing(shown),
        ]);
        await archive.database.write((writer) =>
          removeChapter(writer, author.member, workId, chapterIds[1] ?? "", start),
        );
      },
    },
    "a work taken away": {
      seenBy: ["author"],
      give: async (shown) => {
        const { workId } = await giveWork(archive, author, {}, [showing(shown)]);
        await archive.database.write((writer) => removeWork(writer, author.member, workId, start));
      },
    },
    "a story by somebody who did not bring it in": {
      seenBy: ["author"],
      give: (shown) => giveWork(archive, other, {}, [showing(shown)]),
    },
  };

  for (const [state, { seenBy, give }] of Object.entries(states))
    it(`are seen in ${state} by ${seenBy.join(", ")} and nobody else`, async () => {
      const [shown, theirs] = [picture(), picture()];
      await bringIn(author, [shown]);
      await bringIn(other, [theirs]);
      await give(shown);
      const people: [string, CastMember | null][] = [
        ["author", author],
        ["beta", beta],
        ["other", other],
        ["moderator", moderator],
        ["stranger", null],
      ];
      for (const [name, who] of people) {
        const answer = await archive.get(urls.picture(shown.name), who);
        assert.equal(answer.status, seenBy.includes(name) ? 200 : 404, name);
        if (answer.status === 200) {
          assert.deepEqual(new Uint8Array(await answer.arrayBuffer()), shown.bytes);
          const open = state === "a work for everyone";
          assert.equal(answer.headers.get("cache-control"), open ? forLong : "private, no-store");
        }
      }
      assert.equal(await sees(visitor, theirs), false);
    });

  it("are sent as what they are, and as nothing else", async () => {
    for (const [ending, type] of [
      ["png", "image/png"],
      ["jpg", "image/jpeg"],
      ["gif", "image/gif"],
      ["webp", "image/webp"],
    ]) {
      const shown = picture(ending);
      await bringIn(author, [shown]);
      const answer = await archive.get(urls.picture(shown.name), author);
      assert.equal(answer.headers.get("content-type"), type);
      assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
      assert.match(answer.headers.get("content-security-policy") ?? "", /default-src 'none'/);
    }
  });

  it("never were, when nobody brought them in or the address is no name", async () => {
    for (const name of [nameOf(new Uint8Array([9]), "png"), "x.png", "..%2Fsecret", `${"a".repeat(64)}.svg`])
      assert.equal((await archive.get(urls.picture(name), author)).status, 404, name);
  });

  it("follow the story when it is changed", async () => {
    const [first, second] = [picture(), picture()];
    await bringIn(author, [first, second]);
    const { workId, chapterIds } = await giveWork(archive, author, {}, [showing(first)]);
    await archive.database.write((writer) =>
      changeChapter(writer, author.member, workId, chapterIds[0] ?? "", 1, showing(second), start),
    );
    assert.deepEqual([await sees(visitor, first), await sees(visitor, second)], [false, true]);
  });

  it("stay while a chapter shows them, even one in the trash, and go with it when it is gone for good", async () => {
    const shown = picture();
    const originalId = await bringIn(author, [shown]);
    await forgetOriginal(archive.database, archive.files, author.member, { id: originalId, workId: null });
    const { workId } = await giveWork(archive, author, {}, [showing(shown)]);
    await forget(start + 1_000 * day);
    assert.ok(await isKept(shown));
    await archive.database.write((writer) => removeWork(writer, author.member, workId, start + 1_000 * day));
    await forget(start + 1_030 * day);
    assert.ok(await isKept(shown));
    await purgeRemoved(archive.database, archive.files, days, start + 1_061 * day);
    await forget(start + 1_061 * day);
    assert.equal(await archive.files.read(pictureKey(shown.name)), null);
    assert.equal(await isKept(shown), false);
  });

  it("stay while the file they came with does", async () => {
    const shown = picture();
    const originalId = await bringIn(author, [shown]);
    const { workId, chapterIds } = await giveWork(archive, author, {}, [chapterFields()]);
    await archive.database.write((writer) =>
      attachOriginal(writer, author.member, originalId, workId, chapterIds[0] ?? ""),
    );
    await forget(start + 1_000 * day);
    assert.ok(await isKept(shown));
    await forgetOriginal(archive.database, archive.files, author.member, { id: originalId, workId });
    await forget(start + 1_000 * day);
    assert.equal(await isKept(shown), false);
  });

  it("stay after they were taken out of a story, unseen by others, for as long as an earlier state of it is kept", async () => {
    const shown = picture();
    const originalId = await bringIn(author, [shown]);
    await forgetOriginal(archive.database, archive.files, author.member, { id: originalId, workId: null });
    const { workId, chapterIds } = await giveWork(archive, author, {}, [showing(shown)]);
    const change = (version: number, fields = chapterFields(), at = start + 1_000 * day) =>
      archive.database.write((writer) =>
        changeChapter(writer, author.member, workId, chapterIds[0] ?? "", version, fields, at),
      );
    await change(1);
    await forget(start + 2_000 * day);
    assert.ok((await isKept(shown)) && !(await sees(visitor, shown)));
    await change(2, showing(shown));
    assert.ok(await sees(visitor, shown));
    await change(3);
    await archive.database.write((writer) => removeWork(writer, author.member, workId, start + 2_000 * day));
    const later = start + 2_061 * day;
    await purgeRemoved(archive.database, archive.files, days, later);
    await forget(later);
    assert.equal(await isKept(shown), false);
  });

  it("are the same picture when two people bring them in, and one going takes nothing from the other", async () => {
    const shown = picture();
    const mine = await bringIn(author, [shown, shown]);
    await bringIn(other, [shown]);
    await giveWork(archive, other, {}, [showing(shown)]);
    await forgetOriginal(archive.database, archive.files, author.member, { id: mine, workId: null });
    await forget(start + 1_000 * day);
    assert.ok(await sees(visitor, shown));
    assert.equal((await archive.get(urls.picture(shown.name), null)).status, 200);
  });

  it("are forgotten by many as well as by few", async () => {
    const many = Array.from({ length: 120 }, () => picture());
    const originalId = await bringIn(author, many);
    await forgetOriginal(archive.database, archive.files, author.member, { id: originalId, workId: null });
    assert.ok((await forget(start + 1_000 * day)) >= 120);
    for (const one of many) assert.equal(await isKept(one), false);
  });

  it("leave nothing behind when a crash comes between their rows and their bytes", async () => {
    const shown = picture();
    const broken = { ...archive.files, write: () => Promise.reject(new Error("the disk is full")) };
    const given = { bytes: new Uint8Array([7, 7]), fileName: "a.docx", mediaType: "x" };
    const originalId = await keepOriginal(archive.database, archive.files, author.member, given, start);
    const keep = (files = archive.files) =>
      keepPictures(archive.database, files, author.member, originalId, [shown], start);
    await assert.rejects(keep(broken), /disk is full/);
    assert.equal(await sees(author.member, shown), false);
    await forget(start + 1_000 * day);
    await keep();
    assert.ok(await isKept(shown));
  });

  it("are kept for a member up to what the owner gives room for, and told no in a sentence beyond it", async () => {
    const collector = await archive.join("Magpie");
    const keep = (...pictures: PictureToKeep[]) =>
      keepPictures(archive.database, archive.files, collector.member, null, pictures, start);
    const own = Array.from({ length: 10 }, () => picture());
    const set = (changed: Parameters<typeof changeSettings>[1]) =>
      archive.database.write((writer) => changeSettings(writer, changed, start));
    await set({ picturesKept: 10 });
    await keep(...own);
    const more = picture();
    await assert.rejects(keep(more), PicturesFull);
    assert.equal(await isKept(more), false);
    assert.equal(await sees(collector.member, more), false);
    await keep(...own.slice(3));
    const file = new File([new Uint8Array(tinyPng())], "boat.png", { type: "image/png" });
    const refused = await archive.send(urls.pictures(), { picture: file }, collector);
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /up to 10 pictures, of 500 MB together\. Nothing you have was lost/);
    const asked = { accept: "application/json" };
    const answer = await archive.send(urls.pictures(), { picture: file }, collector, asked);
    assert.match(await answer.text(), /up to 10 pictures/);
    await set({ picturesKept: 1_000, pictureMegabytes: 1 });
    const large = picture();
    await assert.rejects(keep({ ...large, bytes: new Uint8Array(1_000_000) }), PicturesFull);
    await set({ pictureMegabytes: 2 });
    await keep({ ...large, bytes: new Uint8Array(1_000_000) });
  });
});

const forLong = "private, max-age=31536000, immutable";

function nameOf(bytes: Uint8Array, ending: string): string {
  return `${createHash("sha256").update(bytes).digest("hex")}.${ending}`;
}

function image(name: string): string {
  return `<img src="${urls.picture(name)}" alt="A boat" width="3" height="2">`;
}

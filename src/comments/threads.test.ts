import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../tests/archive.ts";
import { visitor } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { settingsShape } from "../plumbing/settings/settings.ts";
import { chapterFields, giveWork } from "../works/for-tests/give-work.ts";
import { postComment } from "./post-comment.ts";
import { removeComment } from "./remove-comment.ts";
import { returnComment } from "./return-comment.ts";
import { freezeThread, holdBack, letIn } from "./screen-comment.ts";
import { countChapterTalk, countWorkTalk, findComment, readBelow, readTalk } from "./talk.ts";
import { TalkRefused } from "./talk-refused.ts";

const settings = settingsShape.parse({});

/** What a plain list remembers of a comment. */
type Remembered = {
  id: string;
  parent: Remembered | null;
  children: Remembered[];
  chapterId: string | null;
  status: "shown" | "held" | "removed";
  frozen: boolean;
  level: number;
};

/** Steps after which a talk goes on elsewhere; the model knows it by its own number. */
const stepsInStrand = 32;

describe("threads of comments", () => {
  let archive: TestArchive;
  let author: CastMember;
  let reader: CastMember;
  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    reader = await archive.join("tessellate");
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const post = (
    writer: Writer,
    workId: string,
    chapterId: string | null,
    parentId: string | null,
    text: string,
    now: number,
  ) =>
    postComment(
      writer,
      reader.member,
      { workId, chapterId, parentId, under: { pseudId: reader.pseudId }, text: `<p>${text}</p>` },
      settings,
      now,
    );

  /** Every comment of a list, page after page. */
  async function walk(
    page: (from: string | null) => ReturnType<typeof readTalk>,
  ): Promise<{ id: string; depth: number; text: string }[]> {
    const all: { id: string; depth: number; text: string }[] = [];
    let from: string | null = null;
    for (let pages = 0; pages < 1_000; pages++) {
      const { comments, next }: Awaited<ReturnType<typeof readTalk>> = await page(from);
      all.push(...comments.map(({ id, depth, text }) => ({ id, depth, text })));
      if (next === null) return all;
      from = next;
    }
    throw new Error("the pages never end");
  }

  for (const seed of [1, 2, 3])
    it(`agree with a plain list whatever is posted, removed, held and frozen (${seed})`, async () => {
      const { workId, chapterIds } = await giveWork(archive, author, {}, [chapterFields(), chapterFields()]);
      const random = randomFrom(seed);
      const pick = <Item>(items: Item[]): Item | undefined => items[Math.floor(random() * items.length)];
      const all: Remembered[] = [];
      let now = 1_000_000 * seed;
      // In one transaction: a commit for each would take most of the time.
      await archive.database.write(async (writer) => {
        for (let step = 0; step < 300; step++) {
          now += 1 + Math.floor(random() * 3);
          // The first of them make one deep thread.
          const chance = step < 45 ? 0 : random();
          const comment = pick(all);
          if (chance < 0.6 || !comment) {
            const parent =
              step < 45
                ? (all.at(-1) ?? null)
                : random() < 0.15
                  ? null
                  : ((random() < 0.5 ? all.at(-1) : pick(all)) ?? null);
            const chapterId = parent ? parent.chapterId : (pick([...chapterIds, null]) ?? null);
            const refused = parent !== null && (parent.status !== "shown" || rootOf(parent).frozen);
            const posting = post(writer, workId, chapterId, parent?.id ?? null, `comment ${step}`, now);
            if (refused) {
              await assert.rejects(posting, TalkRefused);
              continue;
            }
            const { commentId: id } = await posting;
            const posted: Remembered = {
              ...{ id, parent, children: [], chapterId, status: "shown", frozen: false },
              level: parent ? parent.level + 1 : 0,
            };
            parent?.children.push(posted);
            all.push(posted);
          } else if (chance < 0.8) {
            const remover = random() < 0.5 ? author : reader;
            await removeComment(writer, remover.member, workId, comment.id, now);
            comment.status = "removed";
          } else if (chance < 0.95) {
            const lets = random() < 0.6;
            await (lets ? letIn : holdBack)(writer, author.member, workId, comment.id, now);
            if (comment.status !== "removed") comment.status = lets ? "shown" : "held";
          } else {
            const frozen = random() < 0.4;
            await freezeThread(writer, author.member, workId, comment.id, frozen, now);
            rootOf(comment).frozen = frozen;
          }
        }
      });
      assert.ok(
        Math.max(...all.map(({ level }) => level)) > stepsInStrand,
        "one thread is deeper than a strand",
      );
      const size = 1 + Math.floor(random() * 12);
      const { reading } = archive.database;
      const stands = (comment: Remembered): boolean =>
        comment.status === "shown" || comment.children.some(stands);
      const shownAs = (comment: Remembered, base: number) => ({
        id: comment.id,
        depth: comment.level - base,
        text: comment.status === "shown" ? "words" : "",
      });
      /** Everything that stands below, as far as a strand goes. */
      const below = (comment: Remembered, base: number, until: number): ReturnType<typeof shownAs>[] =>
        comment.level >= until
          ? []
          : comment.children
              .filter(stands)
              .flatMap((child) => [shownAs(child, base), ...below(child, base, until)]);
      const asRead = (comments: { id: string; depth: number; text: string }[]) =>
        comments.map((comment) => ({ ...comment, text: comment.text === "" ? "" : "words" }));

      const roots = all.filter(({ parent }) => parent === null).reverse();
      const expected = (chapterId?: string) =>
        roots
          .filter((root) => stands(root) && (chapterId === undefined || root.chapterId === chapterId))
          .flatMap((root) => [shownAs(root, 0), ...below(root, 0, stepsInStrand)]);
      assert.deepEqual(
        asRead(await walk((from) => readTalk(reading, visitor, { workId }, false, from, size))),
        expected(),
      );
      for (const chapterId of chapterIds)
        assert.deepEqual(
          asRead(await walk((from) => readTalk(reading, visitor, { workId, chapterId }, false, from, size))),
          expected(chapterId),
        );
      for (const comment of all) {
        const found = await findComment(reading, visitor, workId, comment.id, false);
        assert.equal(found !== undefined, stands(comment), "what has no place is not there for a visitor");
        const strandEnds = (Math.floor(comment.level / stepsInStrand) + 1) * stepsInStrand;
        assert.deepEqual(
          asRead(
            await walk((from) => readBelow(reading, visitor, { id: comment.id, workId }, false, from, size)),
          ),
          stands(comment) ? below(comment, comment.level + 1, strandEnds) : [],
        );
      }
      const shown = all.filter(({ status }) => status === "shown");
      assert.equal(await countWorkTalk(reading, workId), shown.length);
      for (const chapterId of chapterIds)
        assert.equal(
          await countChapterTalk(reading, chapterId),
          shown.filter((comment) => comment.chapterId === chapterId).length,
        );
    });

  it("stay whole when two answer, one removes, one gives back and one freezes at the same moment", async () => {
    const { workId, chapterIds } = await giveWork(archive, author);
    const [chapterId = ""] = chapterIds;
    const { database } = archive;
    const { commentId: root } = await database.write((writer) =>
      post(writer, workId, chapterId, null, "root", 1),
    );
    const random = randomFrom(7);
    const known = [root];
    for (let round = 0; round < 8; round++) {
      const about = known[Math.floor(random() * known.length)] ?? root;
      const now = 100 * (round + 1);
      const answers = ["one", "two"].map((words, index) =>
        database.write((writer) => post(writer, workId, chapterId, about, `${words} ${round}`, now + index)),
      );
      const others = [
        database.write((writer) => removeComment(writer, author.member, workId, about, now)),
        database.write((writer) => returnComment(writer, author.member, workId, about, settings, now)),
        database.write((writer) => freezeThread(writer, author.member, workId, about, round % 2 === 0, now)),
      ];
      const outcomes = await Promise.allSettled([...answers, ...others]);
      for (const outcome of outcomes)
        if (outcome.status === "rejected")
          assert.ok(outcome.reason instanceof TalkRefused, String(outcome.reason));
      for (const answer of await Promise.allSettled(answers))
        if (answer.status === "fulfilled") known.push(answer.value.commentId);
      // Whoever came first, the next round has somewhere to go on.
      await database.write(async (writer) => {
        await freezeThread(writer, author.member, workId, about, false, now);
        await returnComment(writer, author.member, workId, about, settings, now);
        const { commentId } = await post(writer, workId, chapterId, about, `after ${round}`, now + 2);
        known.push(commentId);
      });
    }
    await isWhole(workId);
  });

  /** Every place and every count is what the comments themselves say. */
  async function isWhole(workId: string): Promise<void> {
    const { reading } = archive.database;
    const rows = await reading.selectFrom("comments").selectAll().where("work_id", "=", workId).execute();
    assert.equal(new Set(rows.map(({ strand_id, path }) => `${strand_id} ${path}`)).size, rows.length);
    for (const row of rows) {
      const below = rows.filter(({ parent_id }) => parent_id === row.id);
      assert.equal(row.replies, below.length);
      assert.equal(row.standing_replies, below.filter(({ standing }) => standing === 1).length);
      assert.equal(row.standing, row.status === "shown" || row.standing_replies > 0 ? 1 : 0);
      assert.equal(row.status === "removed", row.removed_at !== null);
    }
    const shown = rows.filter(({ status }) => status === "shown");
    assert.equal(await countWorkTalk(reading, workId), shown.length);
    for (const chapterId of new Set(rows.flatMap(({ chapter_id }) => chapter_id ?? [])))
      assert.equal(
        await countChapterTalk(reading, chapterId),
        shown.filter(({ chapter_id }) => chapter_id === chapterId).length,
      );
  }

  it("go on however deep, each comment found from the one it answers", async () => {
    const { workId } = await giveWork(archive, author);
    const ids: string[] = [];
    await archive.database.write(async (writer) => {
      for (let level = 0; level < 150; level++) {
        const { commentId } = await post(writer, workId, null, ids.at(-1) ?? null, `level ${level}`, level);
        ids.push(commentId);
      }
    });
    const { reading } = archive.database;
    const found: string[] = [ids[0] ?? ""];
    for (;;) {
      const top = found.at(-1) ?? "";
      const strand = await walk((from) => readBelow(reading, visitor, { id: top, workId }, false, from, 10));
      if (strand.length === 0) break;
      found.push(...strand.map(({ id }) => id));
    }
    assert.deepEqual(found, ids);
  });
});

function rootOf(comment: Remembered): Remembered {
  return comment.parent ? rootOf(comment.parent) : comment;
}

/** Numbers by chance, the same every time (a linear congruential generator: Numerical Recipes, 7.1). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

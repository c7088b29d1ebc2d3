import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { type CastMember, openTestArchive, type TestArchive } from "../../tests/archive.ts";
import type { Deed } from "./deed.ts";
import { doDeeds, standingMark } from "./do-deeds.ts";
import { faultsOfLinks } from "./faults-of-links.ts";
import { readWholeTagBook } from "./read-tag-book.ts";
import { tagFor } from "./tags.ts";
import { undoWrangling } from "./undo-wrangling.ts";
import { WranglingRefused } from "./wrangling-refused.ts";

describe("deeds in the archive", () => {
  let archive: TestArchive;
  let wrangler: CastMember;
  let ids: Record<string, string> = {};
  before(async () => {
    archive = await openTestArchive();
    wrangler = await archive.join("Combers", "wrangler");
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  /** New tags under the names. */
  async function give(...names: string[]): Promise<void> {
    ids = await archive.database.write(async (writer) => {
      const made: Record<string, string> = {};
      for (const name of names)
        made[name] = await tagFor(writer, "character", `${name} ${Math.random()}`, Date.now());
      return made;
    });
  }
  const id = (name: string) => ids[name] ?? "";
  const wrangle = async (...deeds: Deed[]) =>
    (await archive.database.write((writer) => doDeeds(writer, wrangler.member, deeds, Date.now())))
      .wranglingId;
  const undo = (wranglingId: string) =>
    archive.database.write((writer) => undoWrangling(writer, wrangler.member, wranglingId, Date.now()));
  const whole = async () => {
    const book = await readWholeTagBook(archive.database.reading);
    return {
      book,
      plain: [...book.all()]
        .map((tag) => ({ ...tag, parents: [...tag.parents].sort(), media: [...tag.media].sort() }))
        .sort((one, other) => (one.id < other.id ? -1 : 1)),
    };
  };

  it("are all done or none, and tell which tags changed", async () => {
    await give("a", "b", "c");
    const { plain } = await whole();
    await assert.rejects(
      wrangle({ deed: "canonical", tag: id("a") }, { deed: "merge", tag: id("b"), into: id("b") }),
      WranglingRefused,
    );
    assert.deepEqual((await whole()).plain, plain);
    const newest = await archive.database.reading
      .selectFrom("events")
      .select((row) => row.fn.max<number>("number").as("number"))
      .executeTakeFirst();
    await wrangle(
      { deed: "merge", tag: id("a"), into: id("b") },
      { deed: "put-under", tag: id("b"), parent: id("c") },
    );
    const facts = await archive.database.reading
      .selectFrom("events")
      .select(["type", "subject"])
      .where("number", ">", newest?.number ?? 0)
      .execute();
    assert.deepEqual(
      facts.map(({ type, subject }) => `${type} ${subject}`).sort(),
      ["a", "b", "c"].map((name) => `tag-changed tag:${id(name)}`).sort(),
    );
  });

  it("are taken back in one press, a whole batch too", async () => {
    await give("a", "b", "c", "d");
    const { plain } = await whole();
    const batch = await wrangle(
      { deed: "merge", tag: id("a"), into: id("b") },
      { deed: "put-under", tag: id("c"), parent: id("b") },
      { deed: "settle", tag: id("d") },
    );
    await undo(batch);
    assert.deepEqual((await whole()).plain, plain);
    await assert.rejects(
      undo(batch),
      (cause) => cause instanceof WranglingRefused && cause.refusal.why === "undone-already",
    );
  });

  it("say which later deeds stand in the way of an undo, and change nothing", async () => {
    await give("a", "b", "c");
    const canonical = await wrangle({ deed: "canonical", tag: id("b") });
    const merge = await wrangle({ deed: "merge", tag: id("a"), into: id("b") });
    const again = await wrangle({ deed: "merge", tag: id("b"), into: id("c") });
    const { plain } = await whole();
    const standsInTheWay =
      (...expected: string[]) =>
      (cause: unknown) => {
        assert.ok(cause instanceof WranglingRefused && cause.refusal.why === "later-deeds");
        assert.deepEqual(cause.refusal.wranglingIds, expected);
        return true;
      };
    await assert.rejects(undo(merge), standsInTheWay(again));
    assert.deepEqual((await whole()).plain, plain);
    await undo(again);
    // "b" must stay canonical while "a" is its synonym.
    await assert.rejects(undo(canonical), standsInTheWay(merge));
    await undo(merge);
    await undo(canonical);
  });

  it("leave links alone that others made at the same tag meanwhile", async () => {
    await give("a", "b", "c");
    const first = await wrangle({ deed: "put-under", tag: id("a"), parent: id("b") });
    await wrangle({ deed: "put-under", tag: id("a"), parent: id("c") });
    await undo(first);
    const { book } = await whole();
    assert.deepEqual([...book.get(id("a")).parents], [id("c")]);
  });

  it("are refused when somebody else did something about the tag meanwhile", async () => {
    await give("a", "b", "c");
    const { book } = await whole();
    const seen = new Map([[id("a"), standingMark(book.get(id("a")))]]);
    await wrangle({ deed: "merge", tag: id("a"), into: id("b") });
    await assert.rejects(
      archive.database.write((writer) =>
        doDeeds(writer, wrangler.member, [{ deed: "merge", tag: id("a"), into: id("c") }], Date.now(), seen),
      ),
      (cause) => cause instanceof WranglingRefused && cause.refusal.why === "changed-since",
    );
    assert.equal((await whole()).book.get(id("a")).synonymOf, id("b"));
  });

  it("hold their invariants in any order with undos between, and give back the first state", async () => {
    const names = ["a", "b", "c", "d", "e"];
    const one = fc.constantFrom(...names);
    const step = fc.oneof(
      fc.record({ deed: fc.constant("merge" as const), tag: one, into: one }),
      fc.record({ deed: fc.constantFrom("canonical" as const, "ordinary" as const), tag: one }),
      fc.record({ deed: fc.constantFrom("split" as const, "settle" as const), tag: one }),
      fc.record({ deed: fc.constant("put-under" as const), tag: one, parent: one }),
      fc.record({ deed: fc.constant("rename" as const), tag: one, name: fc.constantFrom("x", "y") }),
      fc.record({ deed: fc.constant("undo" as const), which: fc.nat(30) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        await give(...names);
        const { plain } = await whole();
        const known = new Set(plain.map((tag) => tag.id));
        const salt = String(Math.random());
        const done: string[] = [];
        const real = (deed: Exclude<(typeof steps)[number], { deed: "undo" }>): Deed => {
          if (deed.deed === "merge") return { ...deed, tag: id(deed.tag), into: id(deed.into) };
          if (deed.deed === "put-under") return { ...deed, tag: id(deed.tag), parent: id(deed.parent) };
          if (deed.deed === "rename") return { ...deed, tag: id(deed.tag), name: deed.name + salt };
          return { ...deed, tag: id(deed.tag) };
        };
        for (const deed of steps) {
          try {
            if (deed.deed !== "undo") done.push(await wrangle(real(deed)));
            else {
              const [chosen] = done.slice(deed.which % Math.max(1, done.length));
              if (chosen === undefined) continue;
              await undo(chosen);
              done.splice(done.indexOf(chosen), 1);
            }
          } catch (cause) {
            assert.ok(cause instanceof WranglingRefused, String(cause));
            if (cause.refusal.why === "later-deeds")
              for (const later of cause.refusal.wranglingIds) assert.ok(done.includes(later));
          }
          const { book } = await whole();
          assert.deepEqual(faultsOfLinks(book, book.all()), []);
        }
        for (const wranglingId of done.toReversed()) await undo(wranglingId);
        assert.deepEqual(
          (await whole()).plain.filter((tag) => known.has(tag.id)),
          plain,
        );
      }),
      { numRuns: 40 },
    );
  });
});

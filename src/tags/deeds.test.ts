import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { NotFound } from "../vocabulary/errors.ts";
import { type Deed, doInBook } from "./deed.ts";
import { faultsOfLinks } from "./faults-of-links.ts";
import { TagBook } from "./tag-book.ts";
import { WranglingRefused } from "./wrangling-refused.ts";

const names = ["Ada", "Bea", "Cid", "Dot", "Eve", "Fay"];
const nobody: ReadonlySet<string> = new Set();

/** A book of tags that are all new; ids are the names. */
function newBook(characters: readonly string[] = names, fandoms: readonly string[] = []): TagBook {
  const book = new TagBook();
  for (const [kindId, ids] of [["character", characters] as const, ["fandom", fandoms] as const])
    for (const id of ids)
      book.read({
        ...{ id, kindId, name: id, nameKey: id.toLowerCase(), createdAt: 1 },
        ...{ canonical: false, synonymOf: null, settledAt: null, parents: nobody, media: nobody },
      });
  return book;
}

const does = (book: TagBook, ...deeds: Deed[]) => {
  for (const deed of deeds) doInBook(book, deed, 1);
  return book;
};
const refusedWith = (why: string) => (cause: unknown) =>
  cause instanceof WranglingRefused && cause.refusal.why === why;

/** Everything decided about every tag, to be compared. */
function standings(book: TagBook) {
  return [...book.all()]
    .filter(({ createdAt }) => createdAt === 1)
    .map((tag) => ({ ...tag, parents: [...tag.parents].sort(), media: [...tag.media].sort() }))
    .sort((one, other) => one.id.localeCompare(other.id));
}

describe("a wrangler's deeds", () => {
  it("make a tag a synonym of one that becomes canonical", () => {
    const book = does(newBook(), { deed: "merge", tag: "Ada", into: "Bea" });
    assert.equal(book.get("Ada").synonymOf, "Bea");
    assert.equal(book.get("Bea").canonical, true);
  });

  it("lead the synonyms of a merged tag to the new one, so that there are no chains", () => {
    const book = does(
      newBook(),
      { deed: "merge", tag: "Ada", into: "Bea" },
      { deed: "merge", tag: "Bea", into: "Cid" },
      { deed: "merge", tag: "Dot", into: "Ada" },
    );
    for (const id of ["Ada", "Bea", "Dot"]) assert.equal(book.get(id).synonymOf, "Cid");
  });

  it("let a synonym take the place of what it stands for", () => {
    const book = does(
      newBook(),
      { deed: "merge", tag: "Ada", into: "Bea" },
      { deed: "merge", tag: "Cid", into: "Bea" },
      { deed: "put-under", tag: "Bea", parent: "Dot" },
      { deed: "merge", tag: "Bea", into: "Ada" },
    );
    assert.deepEqual(book.synonymsOf("Ada").sort(), ["Bea", "Cid"]);
    assert.deepEqual([...book.get("Ada").parents], ["Dot"]);
    assert.equal(book.get("Ada").canonical, true);
  });

  it("keep what stood above and under a merged tag above and under what it means now", () => {
    const book = does(
      newBook(),
      { deed: "put-under", tag: "Ada", parent: "Bea" },
      { deed: "put-under", tag: "Cid", parent: "Ada" },
      { deed: "merge", tag: "Ada", into: "Dot" },
    );
    assert.deepEqual([...book.get("Dot").parents], ["Bea"]);
    assert.deepEqual([...book.get("Cid").parents], ["Dot"]);
    assert.equal(book.get("Ada").parents.size, 0);
  });

  it("drop a link by which a merged tag would stand above itself", () => {
    const book = does(
      newBook(),
      { deed: "put-under", tag: "Ada", parent: "Bea" },
      { deed: "put-under", tag: "Bea", parent: "Cid" },
      { deed: "merge", tag: "Ada", into: "Cid" },
    );
    assert.deepEqual([...book.get("Bea").parents], ["Cid"]);
    assert.equal(book.get("Cid").parents.size, 0);
  });

  it("refuse a loop, also by way of a synonym, and name it", () => {
    const book = does(
      newBook(),
      { deed: "put-under", tag: "Ada", parent: "Bea" },
      { deed: "put-under", tag: "Bea", parent: "Cid" },
      { deed: "merge", tag: "Dot", into: "Ada" },
    );
    assert.throws(
      () => doInBook(book, { deed: "put-under", tag: "Cid", parent: "Dot" }, 1),
      (cause) =>
        cause instanceof WranglingRefused &&
        cause.refusal.why === "loop" &&
        cause.refusal.way.join() === "Cid,Ada,Bea,Cid",
    );
  });

  it("refuse what makes no sense", () => {
    const book = does(newBook(names, ["Zoo"]), { deed: "merge", tag: "Ada", into: "Bea" });
    const refusals: [Deed, string][] = [
      [{ deed: "merge", tag: "Cid", into: "Cid" }, "itself"],
      [{ deed: "merge", tag: "Cid", into: "Zoo" }, "other-kind"],
      [{ deed: "merge", tag: "Ada", into: "Bea" }, "already"],
      [{ deed: "put-under", tag: "Cid", parent: "Zoo" }, "other-kind"],
      [{ deed: "put-under", tag: "Ada", parent: "Cid" }, "is-synonym"],
      [{ deed: "put-under", tag: "Bea", parent: "Ada" }, "itself"],
      [{ deed: "canonical", tag: "Ada" }, "is-synonym"],
      [{ deed: "canonical", tag: "Bea" }, "already"],
      [{ deed: "ordinary", tag: "Bea" }, "holds-others"],
      [{ deed: "split", tag: "Bea" }, "no-synonym"],
      [{ deed: "take-from", tag: "Bea", parent: "Cid" }, "already"],
      [{ deed: "settle", tag: "Ada" }, "is-synonym"],
      [{ deed: "make", kindId: "character", name: " " }, "no-name"],
      [{ deed: "make", kindId: "character", name: "Bea" }, "already"],
      [{ deed: "rename", tag: "Bea", name: "Bea" }, "already"],
    ];
    for (const [deed, why] of refusals)
      assert.throws(() => doInBook(book, deed, 1), refusedWith(why), `${JSON.stringify(deed)}: ${why}`);
    assert.throws(() => doInBook(book, { deed: "canonical", tag: "Nobody" }, 1), NotFound);
  });

  it("rename in place where only case differs, and else let the new name take over", () => {
    const book = does(newBook(), { deed: "rename", tag: "Ada", name: "ADA" });
    assert.equal(book.get("Ada").name, "ADA");
    assert.equal(book.get("Ada").canonical, true);
    does(book, { deed: "merge", tag: "Cid", into: "Ada" }, { deed: "rename", tag: "Ada", name: "Ada King" });
    const king = book.findNamed("character", "ada king");
    assert.equal(king?.canonical, true);
    assert.equal(book.get("Ada").synonymOf, king?.id);
    assert.equal(book.get("Cid").synonymOf, king?.id);
    does(book, { deed: "canonical", tag: "Dot" });
    assert.throws(
      () => doInBook(book, { deed: "rename", tag: king?.id ?? "", name: "dot" }, 1),
      refusedWith("name-taken"),
    );
  });

  it("give a fandom its media, which go along when it is merged into one that has none", () => {
    const book = does(
      newBook([], ["Zoo", "Zo"]),
      { deed: "media", tag: "Zo", media: ["books", "films"] },
      { deed: "merge", tag: "Zo", into: "Zoo" },
    );
    assert.deepEqual([...book.get("Zoo").media], ["books", "films"]);
    assert.equal(book.get("Zo").media.size, 0);
  });
});

const one = fc.constantFrom(...names);
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ deed: fc.constant("merge" as const), tag: one, into: one }),
  fc.record({ deed: fc.constantFrom("canonical" as const, "ordinary" as const), tag: one }),
  fc.record({ deed: fc.constantFrom("split" as const, "settle" as const, "unsettle" as const), tag: one }),
  fc.record({ deed: fc.constant("put-under" as const), tag: one, parent: one }),
  fc.record({ deed: fc.constant("take-from" as const), tag: one, parent: one }),
  fc.record({
    deed: fc.constant("rename" as const),
    tag: one,
    name: fc.constantFrom(...names, "Gus", "ada"),
  }),
);

describe("any deeds in any order", () => {
  it("leave no chain, no loop and no synonym of anything but a canonical tag, and a refusal changes nothing that is kept", () => {
    fc.assert(
      fc.property(fc.array(anyDeed, { maxLength: 25 }), (deeds) => {
        const done: Deed[] = [];
        let book = newBook();
        for (const deed of deeds) {
          try {
            doInBook(book, deed, 1);
            done.push(deed);
          } catch (cause) {
            assert.ok(cause instanceof WranglingRefused, String(cause));
            // A refused book is thrown away, as a transaction is.
            book = does(newBook(), ...done);
          }
          assert.deepEqual(faultsOfLinks(book, book.all()), []);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("are gone without a trace when each is turned in reverse", () => {
    fc.assert(
      fc.property(fc.array(anyDeed, { maxLength: 25 }), (deeds) => {
        const book = newBook();
        const before = standings(book);
        const log = deeds.flatMap((deed) => {
          try {
            doInBook(book, deed, 1);
          } catch (cause) {
            assert.ok(cause instanceof WranglingRefused);
          }
          return book.takeChanges();
        });
        for (const change of log.toReversed())
          book.apply(Object.assign({}, change, { before: change.after, after: change.before }));
        const made = new Set(names);
        assert.deepEqual(
          standings(book).filter(({ id }) => made.has(id)),
          before,
        );
        for (const tag of book.all())
          if (!made.has(tag.id))
            assert.ok(!tag.canonical && tag.synonymOf === null && tag.parents.size === 0);
      }),
      { numRuns: 1_000 },
    );
  });
});

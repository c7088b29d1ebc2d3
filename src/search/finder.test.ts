import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../tests/archive.ts";
import { changePseud } from "../people/change-pseud.ts";
import { type Person, visitor } from "../people/person.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { changeWork } from "../works/change-work.ts";
import { giveWork, workFields } from "../works/for-tests/give-work.ts";
import { purgeRemoved } from "../works/purge-removed.ts";
import { removeWork } from "../works/remove-work.ts";
import { returnWork } from "../works/return-work.ts";
import type { WorkFields } from "../works/work-fields.ts";
import { countArchive } from "../works/work-lists.ts";
import { readPlainArchive } from "./for-tests/plain-archive.ts";
import { isListed, plainFacet, plainMatches } from "./for-tests/plain-finder.ts";
import { type Chance, chanceFrom, randomFilter, relink, type Stock } from "./for-tests/random-archive.ts";
import type { FacetKind } from "./found.ts";
import { buildIndex } from "./index/build-index.ts";
import { compareIndex } from "./index/compare-index.ts";
import { type Finder, openFinder } from "./open-finder.ts";
import { openTextSearch } from "./open-text-search.ts";
import { everyWork, type WorkFilter } from "./work-filter.ts";

const facetKinds: readonly FacetKind[] = [
  "tag:fandom",
  "tag:relationship",
  "tag:additional",
  "warning:underage",
  "rating",
  "category",
  "language",
  "complete",
  "crossover",
];

describe("the finder on an archive", () => {
  const chance = chanceFrom(4);
  let archive: TestArchive;
  let author: CastMember;
  let finder: Finder;
  /** As another process would have it: it hears nothing but the log. */
  let elsewhere: Finder;
  let people: Person[];
  const complaints: string[] = [];
  let day = 0;
  const now = () => Date.UTC(2026, 0, ++day);

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Mina Murray");
    const [reader, moderator, owner] = await Promise.all([
      archive.join("Lucy"),
      archive.join("Jonathan", "moderator"),
      archive.join("Bram", "owner"),
    ]);
    people = [visitor, author.member, reader.member, moderator.member, owner.member];
    for (let made = 0; made < 30; made++) await give();
    const complain = (sentence: string, cause: unknown) => complaints.push(`${sentence} ${cause}`);
    const text = openTextSearch(archive.database);
    finder = openFinder(archive.database, text, complain);
    elsewhere = openFinder({ ...archive.database, onFacts: () => {} }, text, complain);
  });
  after(async () => {
    await finder.close();
    await elsewhere.close();
    await archive.close();
  });

  const give = (fields: Partial<WorkFields> = {}, stays: "draft" | "published" = "published") =>
    giveWork(archive, author, { ...randomFields(chance), ...fields }, undefined, stays, now());
  const totalFor = async (filter: Partial<WorkFilter>, person: Person = visitor) =>
    (await finder.find({ ...everyWork, ...filter }, person, { cursor: null, count: 5 })).total;
  const tagId = async (name: string) =>
    (
      await archive.database.reading
        .selectFrom("tags")
        .select("id")
        .where("name", "=", name)
        .executeTakeFirstOrThrow()
    ).id;

  it("reads the same in threads as without them, and stops them when the archive closes", async () => {
    const never = new AbortController().signal;
    const progress: number[] = [];
    const inThreads = await buildIndex(archive.database, never, ({ done }) => progress.push(done), 0);
    const without = await buildIndex(archive.database, never, () => {}, Number.POSITIVE_INFINITY);
    assert.deepEqual([...inThreads.listedIds()], [...without.listedIds()]);
    assert.equal(progress.at(-1), inThreads.listed);
    assert.deepEqual(await compareIndex(archive.database.reading, inThreads, never), []);
    const closing = new AbortController();
    const stopped = buildIndex(archive.database, closing.signal, () => closing.abort(), 0);
    await assert.rejects(stopped);
  });

  it("agrees with a plain filter over the tables, while works, tags and merges change underneath", async () => {
    let found = 0;
    for (let round = 0; round < 60; round++) {
      await change();
      const plain = await readPlainArchive(archive.database.reading);
      const stock: Stock = {
        ...{ ratings: ["general", "teen"], categories: ["gen", "f-f"], languages: ["en", "de"] },
        ...{ warnings: ["underage"], kinds: [], writers: [author.pseudId], accounts: [] },
        ...{ recipients: [], series: [], words: [] },
      };
      for (let asked = 0; asked < 10; asked++) {
        const filter = randomFilter(chance, plain, stock);
        const passing = plainMatches(plain, filter, { now: Date.now(), fits: new Map() });
        for (const person of people) {
          const works = passing.filter((work) => isListed(work, person));
          const answer = await finder.find(filter, person, { cursor: null, count: 1_000 });
          assert.deepEqual([...answer.ids].sort(), works.map(({ id }) => id).sort(), JSON.stringify(filter));
          for (const kind of facetKinds) {
            const values = plainFacet(plain, works, kind).slice(0, 10);
            const facet = answer.facets.find((one) => one.kind === kind);
            assert.deepEqual(
              facet?.values.slice(0, values.length) ?? [],
              values,
              `${kind} ${JSON.stringify(filter)}`,
            );
          }
          found += works.length;
        }
      }
    }
    assert.ok(found > 1_000, "too little was found to prove anything");
    assert.deepEqual(await finder.check(), []);
    assert.deepEqual(complaints, []);
  });

  it("finds a work the moment it is published, and not the moment before", async () => {
    const tags = [{ kindId: "fandom", name: "Never seen before" }];
    await give({ tags, visibility: "everyone" }, "draft");
    const all = [await tagId("Never seen before")];
    for (const person of people) assert.equal(await totalFor({ all }, person), 0);
    await give({ tags, visibility: "everyone" });
    for (const person of people) assert.equal(await totalFor({ all }, person), 1);
  });

  it("tells a visitor nothing of works for members: no count and no facet", async () => {
    const tags = [{ kindId: "fandom", name: "Behind the door" }];
    await give({ tags, visibility: "members", ratingId: "explicit", language: "cy" });
    const all = [await tagId("Behind the door")];
    const wish = { cursor: null, count: 5 };
    assert.deepEqual(await finder.find({ ...everyWork, all }, visitor, wish), {
      ...{ total: 0, folded: 0, hidden: 0, read: 0, ids: [], next: null, previous: null },
      // What was asked for stays in sight, with nothing behind it.
      facets: [{ kind: "tag:fandom", values: [{ id: all[0], count: 0 }], more: false }],
    });
    const everything = await finder.find(everyWork, visitor, { cursor: null, count: 1_000 });
    assert.ok(
      !JSON.stringify(everything).includes('"cy"') && !JSON.stringify(everything).includes(`${all[0]}`),
    );
    assert.deepEqual((await finder.facetValues(everyWork, visitor, "tag:fandom", "behind")).values, []);
    assert.equal(
      (await finder.facetValues(everyWork, author.member, "tag:fandom", "BEHIND")).values.length,
      1,
    );
  });

  it("finds by a tag what bears its synonym, or what is under it, and lets go of it when they part", async () => {
    const fandom = { kindId: "fandom", name: "Dracula" };
    await give({ tags: [fandom, { kindId: "character", name: "Wilhelmina" }], visibility: "everyone" });
    await give({ tags: [fandom, { kindId: "character", name: "Mina Harker" }], visibility: "everyone" });
    await give({ tags: [{ kindId: "fandom", name: "Whitby" }], visibility: "everyone" });
    const [wilhelmina, mina, whitby] = [
      await tagId("Wilhelmina"),
      await tagId("Mina Harker"),
      await tagId("Whitby"),
    ];
    const link = (synonymOf: string | null, parents: string[]) => setLinks(wilhelmina, synonymOf, parents);
    await link(mina, []);
    assert.equal(await totalFor({ all: [mina] }), 2);
    assert.equal(await totalFor({ all: [wilhelmina] }), 2);
    await link(null, [whitby]);
    assert.equal(await totalFor({ all: [mina] }), 1);
    assert.equal(await totalFor({ all: [whitby] }), 2);
    assert.equal(await totalFor({ none: [whitby], all: [wilhelmina] }), 0);
    await link(null, []);
    assert.equal(await totalFor({ all: [whitby] }), 1);
  });

  it("names what it suggests as the person may see it spelled, and only what exists for them", async () => {
    const typed = (name: string) => [
      { kindId: "fandom", name: "Dracula" },
      { kindId: "character", name },
    ];
    await give({ tags: typed("Quincey Morris"), visibility: "everyone" });
    await give({ tags: typed("Quincey the Hidden"), visibility: "members" });
    const wish = { typed: "QUINCÉY", kinds: ["character"], fandoms: [await tagId("Dracula")], count: 5 };
    const suggested = async (person: Person) =>
      (await finder.suggestTags(person, wish)).map(({ name, count }) => `${name} ${count}`).sort();
    assert.deepEqual(await suggested(visitor), ["Quincey Morris 1"]);
    assert.deepEqual(await suggested(author.member), ["Quincey Morris 1", "Quincey the Hidden 1"]);
    const counted = await finder.countTags(visitor, "character");
    const hidden = await tagId("Quincey the Hidden");
    assert.ok(!counted.some(({ id }) => id === hidden));
    assert.ok(counted.some(({ count }) => count === 1));
  });

  it("counts works, words and writers in memory as the tables do, for everybody", async () => {
    for (const person of people)
      assert.deepEqual(
        await finder.countArchive(person),
        await countArchive(archive.database.reading, person),
      );
  });

  it("orders by an author's new name", async () => {
    const { accountId } = author.member;
    const pseud = await archive.join("Zebedee");
    const { workId } = await giveWork(
      archive,
      pseud,
      { visibility: "everyone" },
      undefined,
      "published",
      now(),
    );
    const filter: WorkFilter = { ...everyWork, sort: "author", descending: false };
    const first = async () => (await finder.find(filter, visitor, { cursor: null, count: 1 })).ids[0];
    assert.notEqual(await first(), workId);
    await archive.database.write((writer) =>
      changePseud(writer, pseud.member.accountId, pseud.pseudId, { name: "Aaron", about: "" }, now()),
    );
    assert.equal(await first(), workId);
    assert.notEqual(accountId, pseud.member.accountId);
  });

  it("orders by thanks and readings, whose counts come without a fact", async () => {
    const { workId } = await give({ visibility: "everyone" });
    const filter: WorkFilter = { ...everyWork, sort: "hits" };
    const first = async () => (await finder.find(filter, visitor, { cursor: null, count: 1 })).ids[0];
    // The index has the work before it has its counts.
    assert.equal(await totalFor({ words: { least: 0, most: null } }), await totalFor({}));
    await archive.database.write(async (writer) => {
      await writer.deleteFrom("work_counts").where("work_id", "=", workId).execute();
      await writer
        .insertInto("work_counts")
        .values({
          work_id: workId,
          hits: 1_000_000,
          kudos: 2,
          comments: 0,
          bookmarks: 0,
          changed_at: Date.now(),
        })
        .execute();
    });
    const waitsUntil = Date.now() + 30_000;
    while ((await first()) !== workId && Date.now() < waitsUntil)
      await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(await first(), workId);
  });

  it("hears of another process's works by the log alone", async () => {
    await give({ tags: [{ kindId: "fandom", name: "Told elsewhere" }], visibility: "everyone" });
    const filter: WorkFilter = { ...everyWork, all: [await tagId("Told elsewhere")] };
    const waitsUntil = Date.now() + 30_000;
    let total = 0;
    while (total === 0 && Date.now() < waitsUntil) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      total = (await elsewhere.find(filter, visitor, { cursor: null, count: 1 })).total;
    }
    assert.equal(total, 1);
  });

  it("notices what was changed behind its back, and mends it", async () => {
    const { workId } = await give({ visibility: "everyone", language: "en" });
    await finder.find(everyWork, visitor, { cursor: null, count: 1 });
    await archive.database.write(async (writer) => {
      await writer.updateTable("works").set({ word_count: 77_777 }).where("id", "=", workId).execute();
    });
    assert.deepEqual(await finder.check(), [{ what: "changed work", id: workId }]);
    assert.equal(await totalFor({ words: { least: 77_777, most: 77_777 } }), 1);
    assert.deepEqual(await finder.check(), []);
  });

  it("checks itself when somebody asks through the log, and tells the owner's log", async () => {
    const { workId } = await give({ visibility: "everyone" });
    await finder.find(everyWork, visitor, { cursor: null, count: 1 });
    await archive.database.write(async (writer) => {
      await writer.updateTable("works").set({ word_count: 88_888 }).where("id", "=", workId).execute();
      await recordFact(writer, { type: "index-check-asked" }, now());
    });
    const waitsUntil = Date.now() + 30_000;
    while (complaints.length < 2 && Date.now() < waitsUntil)
      await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(complaints.length, 2, "both processes checked themselves");
    // The other one may have read the work only when it was changed already.
    assert.ok(complaints.some((told) => told.includes(`mended: 1. changed work: ${workId}`)));
    assert.equal(await totalFor({ words: { least: 88_888, most: 88_888 } }), 1);
  });

  /** One of the things that happen in an archive. */
  async function change(): Promise<void> {
    const { reading } = archive.database;
    const works = await reading.selectFrom("works").selectAll().orderBy("id").execute();
    const work = chance.pick(works);
    const what = chance.below(7);
    if (what < 2) await give();
    else if (what === 2 && work.removed_at === null)
      await archive.database.write((writer) =>
        changeWork(
          writer,
          author.member,
          work.id,
          work.version,
          workFields(author, randomFields(chance)),
          now(),
        ),
      );
    else if (what === 3)
      await archive.database.write((writer) => removeWork(writer, author.member, work.id, now()));
    else if (what === 4)
      await archive.database.write((writer) => returnWork(writer, author.member, work.id, now()));
    else if (what === 5) await purgeRemoved(archive.database, archive.files, 20, now());
    else {
      const tag = relink(chance, await readPlainArchive(reading));
      if (tag) await setLinks(tag.id, tag.synonymOf, tag.parentIds);
    }
  }

  /** What a wrangler's desk will do. */
  function setLinks(id: string, synonymOf: string | null, parentIds: readonly string[]): Promise<void> {
    return archive.database.write(async (writer) => {
      await writer.updateTable("tags").set({ synonym_of: synonymOf }).where("id", "=", id).execute();
      await writer.deleteFrom("tag_parents").where("tag_id", "=", id).execute();
      for (const parent_id of parentIds)
        await writer.insertInto("tag_parents").values({ tag_id: id, parent_id }).execute();
      await recordFact(writer, { type: "tag-changed", tagId: id }, now());
    });
  }
});

function randomFields(chance: Chance): Partial<WorkFields> {
  const kinds = ["fandom", "relationship", "additional"];
  const tags = new Set(Array.from({ length: 1 + chance.below(6) }, () => chance.below(20)));
  return {
    title: chance.pick(["Salt", "“Émile”", "A Lamp", "長い道"]),
    ratingId: chance.pick(["general", "teen", "explicit"]),
    language: chance.pick(["en", "de", "zh"]),
    expectedChapters: chance.pick([1, 2, null]),
    visibility: chance.pick(["everyone", "everyone", "members"] as const),
    warnings: [{ warningId: "underage", answer: chance.pick(["yes", "no", "unsaid"] as const) }],
    categoryIds: chance.pick([[], ["gen"], ["gen", "f-f"]]),
    // A work without a fandom cannot be published.
    tags: [
      { kindId: "fandom", name: `fandom ${chance.below(4)}` },
      ...[...tags].map((tag) => ({ kindId: kinds[tag % 3] ?? "additional", name: `tag ${tag}` })),
    ],
  };
}

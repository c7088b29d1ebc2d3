import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { newId } from "../../vocabulary/ids.ts";
import type { PlainArchive } from "../for-tests/plain-finder.ts";
import {
  chanceFrom,
  randomFilter,
  randomTag,
  randomWork,
  relink,
  type Stock,
} from "../for-tests/random-archive.ts";
import { sortOrders } from "../work-filter.ts";
import { findRows } from "./find-rows.ts";
import { FindingIndex } from "./finding-index.ts";
import { joinTags } from "./joined-tags.ts";
import { packWorks } from "./packed-works.ts";
import { pauseForPages } from "./pause.ts";

const ids = (count: number) => Array.from({ length: count }, newId);
const stock: Stock = {
  ratings: ["general", "teen"],
  categories: ["gen", "f-f"],
  languages: ["en", "zh"],
  warnings: ["death"],
  kinds: ["fandom", "relationship", "additional"],
  writers: ids(6),
  accounts: ["somebody"],
  recipients: ids(4),
  series: ids(3),
  words: ["salt"],
};

describe("packing works", () => {
  const chance = chanceFrom(7);
  const archive: PlainArchive = { works: new Map(), tags: new Map() };
  for (let made = 0; made < 60; made++) {
    const tag = randomTag(chance, stock);
    archive.tags.set(tag.id, tag);
  }
  for (let links = 0; links < 25; links++) relink(chance, archive);
  const works = Array.from({ length: 500 }, () => randomWork(chance, archive, stock));
  const changed = works.slice(100, 200).map(({ id }) => randomWork(chance, archive, stock, id));
  const later = Array.from({ length: 50 }, () => randomWork(chance, archive, stock));

  /** Fills an index in slices of so many. */
  async function fill(slice: number): Promise<FindingIndex> {
    const index = new FindingIndex();
    const put = (some: typeof works) => {
      for (let from = 0; from < some.length; from += slice) {
        const cut = some.slice(from, from + slice);
        const [only] = cut;
        if (slice === 1 && only) index.put(only);
        else index.putAll(packWorks(cut.map((work) => ({ ...work, joinedTags: joinTags(work.tags) }))));
      }
    };
    put(works);
    for (const tag of archive.tags.values()) index.tags.meanings.put(tag);
    await index.settle(pauseForPages);
    put(changed);
    put(later);
    return index;
  }

  it("fills the index as putting works one by one does, before and after it was settled", async () => {
    const one = await fill(1);
    for (const slice of [7, 64, 1_000]) {
      const other = await fill(slice);
      for (const work of [...works.slice(0, 100), ...changed, ...works.slice(200), ...later])
        assert.ok(other.holds(work), work.id);
      assert.deepEqual([...other.listedIds()], [...one.listedIds()]);
      for (let asked = 0; asked < 300; asked++) {
        const filter = { ...randomFilter(chance, archive, stock), sort: chance.pick(sortOrders), text: "" };
        const wish = { cursor: null, count: 20 };
        assert.deepEqual(
          findRows(other, filter, "everyone", wish),
          findRows(one, filter, "everyone", wish),
          JSON.stringify(filter),
        );
      }
    }
  });

  it("refuses what has no public id", () => {
    const [work] = works;
    assert.ok(work);
    assert.throws(() => packWorks([{ ...work, joinedTags: "", writerIds: ["nobody"] }]), RangeError);
    assert.throws(() => packWorks([{ ...work, joinedTags: "mano letters!" }]), RangeError);
  });
});

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Member, Person } from "../people/person.ts";
import { newId } from "../vocabulary/ids.ts";
import {
  type Asked,
  isListed,
  meaning,
  type PlainArchive,
  type PlainWork,
  plainFacet,
  plainMatches,
} from "./for-tests/plain-finder.ts";
import { plainFits } from "./for-tests/plain-text.ts";
import {
  type Chance,
  chanceFrom,
  firstDay,
  randomCounts,
  randomFilter,
  randomTag,
  randomWork,
  relink,
  type Stock,
} from "./for-tests/random-archive.ts";
import type { Cursor, FacetKind, Found } from "./found.ts";
import { audienceOf } from "./index/audience.ts";
import { BestValues } from "./index/best-values.ts";
import { rowsIn } from "./index/bitmap.ts";
import { countByTags, countByWorks } from "./index/count-tags.ts";
import { findFacetValues, findRows } from "./index/find-rows.ts";
import { FindingIndex } from "./index/finding-index.ts";
import { leastCounts } from "./index/least-counts.ts";
import { type Asked as AskedOfIndex, matchRows } from "./index/match-rows.ts";
import { pauseForPages } from "./index/pause.ts";
import { sortKey } from "./index/text-column.ts";
import { queryOfPlace, readPlace } from "./page-place.ts";
import { everyWork, type WorkFilter } from "./work-filter.ts";

/**
 * A filter over plain arrays, too simple to be wrong, and the index must say the same: the same works in the
 * same order on the same pages, and the same counts.
 */
const ids = (count: number) => Array.from({ length: count }, newId);
const stock: Stock = {
  ratings: ["general", "teen", "explicit"],
  categories: ["gen", "f-f", "m-m"],
  languages: ["en", "zh", "de"],
  warnings: ["death", "violence"],
  kinds: ["fandom", "relationship", "additional"],
  writers: ids(6),
  accounts: ["hidden author", "beta", "somebody", "moderator", "owner"],
  recipients: ids(4),
  series: ids(3),
  words: "lantern lamp stone cold sea salt moth keeper".split(" "),
};
const member = (accountId: string, role: Member["role"] = "member"): Member => ({
  kind: "member",
  accountId,
  name: accountId,
  role,
});
const people: readonly Person[] = [
  { kind: "visitor" },
  member("beta"),
  member("hidden author"),
  member("moderator", "moderator"),
  member("owner", "owner"),
];

const somebody = member("somebody");
const day = 24 * 60 * 60 * 1000;
const facetKinds: readonly FacetKind[] = [
  ...stock.kinds.map((kind): FacetKind => `tag:${kind}`),
  ...stock.warnings.map((id): FacetKind => `warning:${id}`),
  "rating",
  "category",
  "language",
  "complete",
  "crossover",
  "pictures",
  "audio",
];

describe("the finding index beside a plain filter over arrays", () => {
  const chance = chanceFrom(20_261_122);
  const archive: PlainArchive = { works: new Map(), tags: new Map() };
  const index = new FindingIndex();

  const putWork = (id?: string) => {
    const work = randomWork(chance, archive, stock, id);
    archive.works.set(work.id, work);
    if (isListed(work, member("anybody"))) index.put(work);
    else index.remove(work.id);
  };
  const putTag = () => {
    const tag = randomTag(chance, stock);
    archive.tags.set(tag.id, tag);
    index.tags.meanings.put(tag);
  };
  const countAnew = (id: string) => {
    const work = archive.works.get(id);
    if (!work) return;
    const counts = randomCounts(chance);
    archive.works.set(id, { ...work, ...counts });
    if (isListed(work, somebody)) index.setCounts(id, counts);
  };
  /** Works, tags, what tags mean, how much they matter, what thanks come to. */
  const change = () => {
    const known = [...archive.works.keys()];
    const what = chance.below(11);
    if (what === 10) countAnew(chance.pick(known));
    else if (what < 4) putWork(chance.pick(known));
    else if (what === 4) putWork();
    else if (what === 5) putTag();
    else if (what === 6 && known.length > 150) index.remove(removeFrom(archive, chance.pick(known)));
    else {
      const tag = relink(chance, archive);
      if (tag && index.tags.meanings.put(tag)) index.followMeanings();
    }
  };

  before(async () => {
    for (let made = 0; made < 60; made++) putTag();
    for (let links = 0; links < 25; links++) {
      const tag = relink(chance, archive);
      if (tag) index.tags.meanings.put(tag);
    }
    for (let made = 0; made < 200; made++) putWork();
    await index.tags.numberByFrequency(pauseForPages);
    await index.settle(pauseForPages);
  });

  it("agrees on ten thousand filters for five kinds of people, while works, tags and merges change", () => {
    let found = 0;
    for (let round = 0; round < 10_000; round++) {
      if (round % 5 === 0) change();
      const filter = randomFilter(chance, archive, stock);
      const asked = askNow(filter);
      const passing = plainMatches(archive, filter, asked);
      for (const person of people) {
        const works = passing.filter((work) => isListed(work, person));
        found += agree(works, archive, index, { filter, asked }, person, chance);
      }
    }
    assert.ok(found > 100_000, `${found}: the filters found too little to prove anything`);
    assert.ok(index.rows > archive.works.size * 2, "rows were left behind and made");
  });

  it("agrees page by page through every order, there and back, while works come and go", () => {
    for (let round = 0; round < 500; round++) {
      const filter = broadFilter();
      const asked = askNow(filter);
      const wanted = inOrder(index, listed(filter, asked), filter, asked);
      const { forward, back, lastPage } = readPages(filter, asked);
      assert.deepEqual(forward, wanted, JSON.stringify(filter));
      assert.deepEqual([...back, ...lastPage], wanted, JSON.stringify(filter));
      change();
    }
  });

  it("shows every work that stays as it was exactly once, while others change between the pages", () => {
    for (let round = 0; round < 200; round++) {
      const filter = broadFilter();
      const before = new Map(archive.works);
      const asked = askNow(filter);
      const wanted = inOrder(index, listed(filter, asked), filter, asked);
      const unchanged = (id: string) => before.get(id) === archive.works.get(id);
      const { forward } = readPages(filter, asked, putSomeWork, unchanged);
      assert.deepEqual(forward.filter(unchanged), wanted.filter(unchanged), JSON.stringify(filter));
    }
  });

  it("takes a cursor that names nothing, or another order's value, for what it is worth", () => {
    const filter: WorkFilter = { ...everyWork, sort: "words", descending: false };
    const { total } = findRows(index, filter, "members", { cursor: null, count: 5 });
    const from = (value: number | string) =>
      findRows(index, filter, "members", { cursor: { side: "after", value, id: newId() }, count: total });
    assert.equal(from("a title").ids.length, total);
    assert.equal(from("a title").previous, null);
  });

  it("shows the last page where nothing is left after a cursor, and the first where nothing is left before", () => {
    const filter: WorkFilter = { ...everyWork, sort: "words", descending: false };
    const from = (side: Cursor["side"], value: number) =>
      findRows(index, filter, "members", { cursor: { side, value, id: newId() }, count: 7 });
    const all = findRows(index, filter, "members", { cursor: null, count: index.rows }).ids;
    const [end, beginning] = [from("after", 99_999_999), from("before", -1)];
    assert.deepEqual(end.ids, all.slice(-7));
    assert.equal(end.next, null);
    assert.equal(end.previous?.side, "before");
    assert.deepEqual(beginning.ids, all.slice(0, 7));
    assert.equal(beginning.previous, null);
  });

  /** Some days after the first work came, so that "in the last days" parts the works. */
  const askNow = ({ text }: WorkFilter): Asked => ({
    now: firstDay + 3 * day + chance.below(70) * 1_000,
    fits: plainFits(archive, text),
  });
  const listed = (filter: WorkFilter, asked: Asked) =>
    plainMatches(archive, filter, asked).filter((work) => isListed(work, somebody));
  const broadFilter = (): WorkFilter => ({
    ...randomFilter(chance, archive, stock),
    ...{ all: [], main: [], mentioned: [], any: [], writers: [], giftsTo: [], series: [] },
    ratings: [],
    languages: [],
    categories: [],
    warnings: [],
  });
  const putSomeWork = () => putWork(chance.once(20) ? undefined : chance.pick([...archive.works.keys()]));

  /** Reads page after page to the end, then back to the beginning. */
  function readPages(
    filter: WorkFilter,
    asked: Asked,
    between = () => {},
    isUnchanged: (id: string) => boolean = () => true,
  ) {
    const page = (cursor: Cursor | null) =>
      findRows(index, filter, "members", { cursor, count: 7 }, ofIndex(filter, asked));
    let found: Found = page(null);
    const forward = [...found.ids];
    while (found.next) {
      between();
      found = page(readAgain(found.next));
      // All that came after may have gone meanwhile: then the last page is shown, and what stayed on it was read.
      if (found.ids.some((id) => isUnchanged(id) && forward.includes(id))) break;
      forward.push(...found.ids);
    }
    const lastPage = found.ids;
    const back: string[] = [];
    while (found.previous) {
      found = page(readAgain(found.previous));
      back.unshift(...found.ids);
    }
    return { forward, back, lastPage };
  }
});

/** A cursor as it comes back from an address. */
function readAgain(cursor: Cursor): Cursor {
  const { place } = readPlace(new URLSearchParams(queryOfPlace(cursor)));
  assert.deepEqual(place, cursor);
  return cursor;
}

type Counting = ReadonlyMap<string, BestValues>;

/** @returns how many works both found */
function agree(
  works: readonly PlainWork[],
  archive: PlainArchive,
  index: FindingIndex,
  { filter, asked }: { filter: WorkFilter; asked: Asked },
  person: Person,
  chance: Chance,
): number {
  const audience = audienceOf(person);
  const question = ofIndex(filter, asked);
  const found = findRows(index, filter, audience, { cursor: null, count: 7 }, question);
  const about = `${person.kind} ${asked.now} ${JSON.stringify(filter)}`;
  assert.equal(found.total, works.length, about);
  assert.deepEqual(found.ids, inOrder(index, works, filter, asked).slice(0, 7), about);
  assert.equal(found.previous, null);
  assert.equal(found.next !== null, works.length > 7, about);
  for (const kind of facetKinds) {
    const plain = plainFacet(archive, works, kind);
    const facet = found.facets.find((one) => one.kind === kind) ?? { values: [], more: false };
    const shown = Math.min(10, plain.length);
    assert.deepEqual(facet.values.slice(0, shown), plain.slice(0, shown), `${kind} ${about}`);
    assert.equal(facet.more, plain.length > 10, `${kind} ${about}`);
    for (const { id, count } of facet.values.slice(shown)) {
      const meant = kind.startsWith("tag:") ? meaning(archive, id) : id;
      assert.equal(count, plain.find((value) => value.id === meant)?.count ?? 0, `${kind} ${id} ${about}`);
    }
  }
  const tagKind = chance.pick(stock.kinds);
  const plain = plainFacet(archive, works, `tag:${tagKind}`);
  const set = matchRows(index, filter, audience, question);
  const rows = () => rowsIn(set, index.scratch.rowList(works.length));
  for (const count of [
    (best: Counting) => countByTags(index, set, best, null),
    (best: Counting) => countByWorks(index, rows(), best, null),
    (best: Counting) => countByTags(index, set, best, null, leastCounts(index, set, best, null, 20)),
    (best: Counting) => countByWorks(index, rows(), best, null, leastCounts(index, set, best, null, 20)),
  ]) {
    const best = new BestValues(5);
    count(new Map([[tagKind, best]]));
    assert.deepEqual(best.shown, plain.slice(0, 5), about);
  }
  const offered = findFacetValues(
    index,
    filter,
    audience,
    `tag:${tagKind}`,
    String(chance.below(100)),
    question,
  ).values;
  for (const { id, count } of offered)
    assert.equal(plain.find((value) => value.id === id)?.count, count, about);
  return found.total;
}

/** The ids of works in a filter's order. Chance cannot be predicted plainly: there the same works must come, in the index's order. */
function inOrder(
  index: FindingIndex,
  works: readonly PlainWork[],
  filter: WorkFilter,
  asked: Asked,
): string[] {
  const byId = works.map(({ id }) => id).sort();
  if (filter.sort === "random") {
    const { ids } = findRows(
      index,
      filter,
      "members",
      { cursor: null, count: index.rows },
      ofIndex(filter, asked),
    );
    const wanted = new Set(byId);
    return ids.filter((id) => wanted.has(id));
  }
  const sortValueOf = {
    updated: ({ updated }: PlainWork) => updated,
    posted: ({ posted }: PlainWork) => posted,
    words: ({ words }: PlainWork) => words,
    title: ({ title }: PlainWork) => Buffer.from(sortKey(title)).toString("hex"),
    author: ({ author }: PlainWork) => Buffer.from(sortKey(author)).toString("hex"),
    kudos: ({ kudos }: PlainWork) => kudos,
    comments: ({ comments }: PlainWork) => comments,
    bookmarks: ({ bookmarks }: PlainWork) => bookmarks,
    hits: ({ hits }: PlainWork) => hits,
    relevance: ({ id, updated }: PlainWork) => (filter.text === "" ? updated : (asked.fits.get(id) ?? 0)),
  }[filter.sort];
  const ordered = [...works].sort((one, other) => {
    const [mine, theirs] = [sortValueOf(one), sortValueOf(other)];
    if (mine !== theirs) return mine < theirs ? -1 : 1;
    return one.id < other.id ? -1 : 1;
  });
  return (filter.descending ? ordered.reverse() : ordered).map(({ id }) => id);
}

/** The same question as the index is asked it. */
function ofIndex({ text }: WorkFilter, { now, fits }: Asked): AskedOfIndex {
  return {
    now,
    text: text === "" ? null : { workIds: [...fits.keys()], scores: Float32Array.from(fits.values()) },
  };
}

function removeFrom(archive: PlainArchive, id: string): string {
  archive.works.delete(id);
  return id;
}

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { newId } from "../vocabulary/ids.ts";
import { yearsBefore } from "../works/apply-rules.ts";
import { readRuleId } from "../works/read-works.ts";
import { bearings, noParts, type ReaderRules, type Rule, type RuleParts } from "../works/reader-rules.ts";
import {
  isListed,
  ownOfKind,
  type PlainArchive,
  type PlainWork,
  plainMatches,
} from "./for-tests/plain-finder.ts";
import {
  chanceFrom,
  firstDay,
  randomFilter,
  randomTag,
  randomWork,
  relink,
  type Stock,
} from "./for-tests/random-archive.ts";
import { findRows } from "./index/find-rows.ts";
import { FindingIndex } from "./index/finding-index.ts";
import { pauseForPages } from "./index/pause.ts";
import { QuietViews } from "./index/quiet-views.ts";
import type { View } from "./index/view.ts";
import { everyWork, type WorkFilter } from "./work-filter.ts";

/**
 * Rules said once over plain arrays, with the plain filter that finding is tried against, and once as bits of the index,
 * which are kept while works and tags change: both must hide the same.
 */
const ids = (count: number) => Array.from({ length: count }, newId);
const stock: Stock = {
  ratings: ["general", "teen"],
  categories: ["gen"],
  languages: ["en", "zh", "de"],
  warnings: ["death", "violence"],
  kinds: ["fandom", "relationship", "additional"],
  writers: ids(6),
  accounts: ["somebody"],
  recipients: ids(2),
  series: ids(2),
  words: ["lantern", "lamp"],
};
const somebody = { kind: "member", accountId: "somebody", name: "somebody", role: "member" } as const;
const day = 86_400_000;
/** A year after the works came, so that some are older than a year and some are not. */
const now = firstDay + 366 * day + 3 * day;

describe("a reader's rules in the finding index beside the same rules over arrays", () => {
  const chance = chanceFrom(20_261_123);
  const archive: PlainArchive = { works: new Map(), tags: new Map() };
  const index = new FindingIndex();
  const quiet = new QuietViews(index);
  let version = 0;

  const putWork = (id?: string) => {
    const work = randomWork(chance, archive, stock, id);
    archive.works.set(work.id, work);
    if (isListed(work, somebody)) index.put(work);
    else index.remove(work.id);
  };
  const change = () => {
    if (!chance.once(4)) return putWork(chance.once(3) ? undefined : chance.pick([...archive.works.keys()]));
    const tag = relink(chance, archive);
    if (tag && index.tags.meanings.put(tag)) index.followMeanings();
  };
  const some = (from: readonly string[], most: number) =>
    Array.from({ length: chance.below(most + 1) }, () => chance.pick(from));
  const maybe = (value: number) => (chance.once(6) ? value : null);
  const randomParts = (): RuleParts => {
    const tags = [...archive.tags.keys(), "0000000000"];
    const works = [...archive.works.keys()];
    return {
      ...noParts,
      tags: chance.once(2) ? some(tags, 3) : [],
      bearing: chance.pick(bearings),
      writers: chance.once(4) ? some([...stock.writers, "0000000000"], 2) : [],
      works: chance.once(4) ? some(works, 3) : [],
      languages: chance.once(8) ? some([...stock.languages, "cy"], 1) : [],
      languagesBut: chance.once(12) ? ["en", "de"] : [],
      fewerWords: maybe(chance.below(200)),
      moreWords: maybe(chance.below(100_000)),
      moreFandoms: maybe(1 + chance.below(3)),
      unsaid: chance.once(8) ? some([...stock.warnings, "new"], 1) : [],
      staleYears: maybe(1),
      unlessTags: chance.once(3) ? some(tags, 2) : [],
      unlessWriters: chance.once(6) ? some(stock.writers, 1) : [],
      unlessWorks: chance.once(6) ? some(works, 2) : [],
    };
  };
  const randomRule = (id: string, parts: RuleParts): Rule => ({
    ...{ id, name: "", isOn: true, manner: chance.pick(["fold", "hide"]), parts },
  });
  /** What was read stands last among the rules, as an account's own are read. */
  const readRule = () => randomRule(readRuleId, { ...noParts, works: some([...archive.works.keys()], 20) });
  const randomRules = (): ReaderRules => ({
    version: ++version,
    rules: [
      ...Array.from({ length: chance.below(5) }, (_, place) => randomRule(String(place), randomParts())),
      ...(chance.once(3) ? [readRule()] : []),
    ],
    muted: new Set(chance.once(4) ? some(stock.writers, 1) : []),
  });
  const having = (filter: Partial<WorkFilter>): ReadonlySet<PlainWork> =>
    new Set(plainMatches(archive, { ...everyWork, ...filter }, { now, fits: new Map() }));
  const bearing = { main: "main", has: "all", mentions: "mentioned" } as const;
  /** The works a rule means, each part by itself. */
  const meantBy = (parts: RuleParts): Set<PlainWork> => {
    const all = [...archive.works.values()];
    const range = (least: number | null, most: number | null) => ({ least, most });
    const meant = new Set<PlainWork>([
      ...parts.tags.flatMap((id) => [...having({ [bearing[parts.bearing]]: [id] })]),
      ...parts.writers.flatMap((id) => [...having({ writers: [id] })]),
      ...all.filter(({ id, language }) => parts.works.includes(id) || parts.languages.includes(language)),
      ...(parts.languagesBut.length > 0 ? having({ notLanguages: parts.languagesBut }) : []),
      ...(parts.fewerWords !== null ? having({ words: range(null, parts.fewerWords - 1) }) : []),
      ...(parts.moreWords !== null ? having({ words: range(parts.moreWords + 1, null) }) : []),
      ...all.filter(
        (work) => parts.moreFandoms !== null && ownOfKind(archive, work, "fandom").length > parts.moreFandoms,
      ),
      ...parts.unsaid.flatMap((id) => [...having({ warnings: [{ id, answer: "unsaid", is: true }] })]),
      ...(parts.staleYears !== null
        ? having({
            complete: false,
            updated: { ...range(null, yearsBefore(now, parts.staleYears) - 1), lastDays: null },
          })
        : []),
    ]);
    const excepted = [
      ...parts.unlessTags.flatMap((id) => [...having({ all: [id] })]),
      ...parts.unlessWriters.flatMap((id) => [...having({ writers: [id] })]),
      ...all.filter(({ id }) => parts.unlessWorks.includes(id)),
    ];
    for (const work of excepted) meant.delete(work);
    return meant;
  };
  const plainQuiet = ({ rules, muted }: ReaderRules) => {
    const by = (manner: Rule["manner"], ofRead: boolean) =>
      new Set(
        rules
          .filter((rule) => rule.manner === manner && (ofRead || rule.id !== readRuleId))
          .flatMap(({ parts }) => [...meantBy(parts)]),
      );
    const others = by("hide", false);
    for (const id of muted) for (const work of having({ writers: [id] })) others.add(work);
    const hidden = new Set([...others, ...by("hide", true)]);
    const read = new Set([...hidden].filter((work) => !others.has(work)));
    const folded = new Set([...by("fold", true)].filter((work) => !hidden.has(work)));
    return { hidden, folded, read };
  };
  const agree = (rules: ReaderRules, accountId: string): number => {
    // Most filters find a handful: every other question is about everything.
    const filter = chance.once(2) ? everyWork : { ...randomFilter(chance, archive, stock), text: "" };
    const view: View = { audience: "members", quiet: quiet.of(accountId, rules, now) };
    const everything = { cursor: null, count: 10_000 } as const;
    const found = findRows(index, filter, view, everything, { now, text: null });
    const { hidden, folded, read } = plainQuiet(rules);
    const listed = plainMatches(archive, filter, { now, fits: new Map() }).filter((work) =>
      isListed(work, somebody),
    );
    const shown = listed.filter((work) => !hidden.has(work));
    const counted = shown.filter((work) => !folded.has(work));
    assert.deepEqual(new Set(found.ids), new Set(shown.map(({ id }) => id)));
    assert.deepEqual(
      { total: found.total, folded: found.folded, hidden: found.hidden, read: found.read },
      {
        total: counted.length,
        folded: shown.length - counted.length,
        hidden: listed.length - shown.length,
        read: listed.filter((work) => read.has(work)).length,
      },
    );
    const languages = found.facets.find(({ kind }) => kind === "language")?.values ?? [];
    for (const { id, count } of languages)
      assert.equal(
        count,
        counted.filter(({ language }) => language === id).length,
        "facets count after rules",
      );
    const feed = findRows(
      index,
      filter,
      view,
      { ...everything, facets: false, folded: false },
      { now, text: null },
    );
    assert.deepEqual(new Set(feed.ids), new Set(counted.map(({ id }) => id)));
    return found.folded + found.hidden;
  };

  before(async () => {
    for (let made = 0; made < 40; made++) {
      const tag = randomTag(chance, stock);
      archive.tags.set(tag.id, tag);
      index.tags.meanings.put(tag);
    }
    for (let links = 0; links < 20; links++) {
      const tag = relink(chance, archive);
      if (tag) index.tags.meanings.put(tag);
    }
    for (let made = 0; made < 120; made++) putWork();
    await index.tags.numberByFrequency(pauseForPages);
    await index.settle(pauseForPages);
  });

  it("agrees on any rules and filters", () => {
    let quieted = 0;
    for (let round = 0; round < 300; round++) quieted += agree(randomRules(), "somebody");
    assert.ok(quieted > 3_000, `${quieted}: the rules hid too little to prove anything`);
  });

  it("agrees while works come and change and tags are merged, for readers who keep their rules", () => {
    const readers = Array.from({ length: 4 }, (_, place) => ({
      accountId: `reader ${place}`,
      rules: randomRules(),
    }));
    for (let round = 0; round < 400; round++) {
      change();
      const { accountId, rules } = chance.pick(readers);
      agree(rules, accountId);
    }
  });

  it("lets the rows of those who asked first go when there is no room, and makes them anew", () => {
    const small = new QuietViews(index, 1);
    const rules = randomRules();
    for (const accountId of ["one", "other", "one"]) small.of(accountId, rules, now);
    assert.equal(small.size, 1);
  });
});

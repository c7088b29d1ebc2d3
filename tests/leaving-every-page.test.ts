import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { postComment } from "../src/comments/post-comment.ts";
import { formats } from "../src/downloads/formats.ts";
import { followFacts } from "../src/plumbing/events/follow-facts.ts";
import { reactions } from "../src/reactions.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { type CastMember, castPassword, openTestArchive, type TestArchive } from "./archive.ts";
import { everyAddress, type KnownParameters } from "./every-address.ts";
import { everyPage, pagePatterns } from "./every-page.ts";
import { carriedBy } from "./traces.ts";

/** Words that nothing else in the archive has. */
const orphaner = "Quillerine Ostrobothnia";
const closer = "Thistlemere Quackenbush";
const withdrawn = "Vorpalglimmer";
const takenAlong = "Obsidianwick";
const words = [orphaner, closer, withdrawn, takenAlong];

type Asked = { path: string; as: CastMember | null };

/** Every page, feed and file of an archive that has a little of everything, when somebody has gone. */
describe("whoever left", () => {
  let archive: TestArchive;
  let reader: CastMember;
  let asked: Asked[];

  before(async () => {
    archive = await openTestArchive();
    const pages = await everyPage(archive);
    const seenBy = (path: string) => pages.find((page) => page.path === path)?.as;
    const [readerOfAll, owner] = [seenBy(urls.shelves()), seenBy(urls.settings())];
    assert.ok(readerOfAll && owner);
    reader = readerOfAll;
    const orphaning = await archive.join(orphaner);
    const withdrawing = await archive.join("Gone Girlinger");
    const closing = await archive.join(closer);
    const orphaned = await busyWork(orphaning, "Pellucidwick");
    const gone = await busyWork(withdrawing, withdrawn);
    const left = await busyWork(closing, "Zephyrwick");
    const away = await busyWork(closing, takenAlong);
    await follow();
    const works = [orphaned, gone, left, away];
    const ofWorks = works.flatMap(({ workId, chapterId, seriesId }) => [
      urls.work(workId),
      urls.wholeWork(workId),
      urls.chapter(workId, chapterId),
      urls.chapterIndex(workId),
      urls.comments(workId),
      urls.madeOfWork(workId),
      urls.series(seriesId),
    ]);
    const isPage = new Set(pagePatterns(archive));
    const known = { ...parametersOf(pages), workId: works.map(({ workId }) => workId) };
    const feedsAndFiles = everyAddress(archive, known, (pattern) => !isPage.has(pattern));
    const shown = pages.filter(({ sends, as }) => !sends && (as === null || as === reader || as === owner));
    asked = [
      ...shown,
      ...[...ofWorks, ...feedsAndFiles].flatMap((path) => [null, reader].map((as) => ({ path, as }))),
    ];
    // Each of them is met while it is there, also by the pages that are kept for strangers.
    const met = await walk([...ofWorks, urls.newest(), urls.worksFeed()].map((path) => ({ path, as: null })));
    assert.deepEqual([...new Set(met.map(({ word }) => word))].sort(), [...words].sort());

    assert.equal((await archive.send(urls.orphaning(orphaned.workId), {}, orphaning)).status, 303);
    assert.equal((await archive.send(urls.withdrawal(gone.workId), {}, withdrawing)).status, 303);
    const fates = { [`fate-${left.workId}`]: "orphan", [`fate-${away.workId}`]: "withdraw" };
    const closed = { ...fates, comments: "go", step: "close", password: castPassword };
    assert.equal((await archive.send(urls.closing(), closed, closing)).status, 303);
    await follow();
  });
  after(() => archive.close());

  it("is named at no address, and what they took away is read at none", async () => {
    assert.deepEqual(
      (await walk(asked)).map(({ path, word, as }) => `${path} tells ${as} “${word}”`),
      [],
    );
    assert.deepEqual(archive.logged, []);
  });

  /** Where any of the words is read, and by whom. */
  async function walk(asking: readonly Asked[]) {
    const found: { path: string; word: string; as: string }[] = [];
    for (const { path, as } of asking) {
      const text = await carriedBy(await archive.get(path, as));
      for (const word of words)
        if (text.includes(word)) found.push({ path, word, as: as?.name ?? "a stranger" });
    }
    return found;
  }

  /** A work that a reader has everything to do with. */
  async function busyWork(writer: CastMember, word: string) {
    const { workId, chapterIds } = await giveWork(
      archive,
      writer,
      { title: `The ${word} lantern`, series: { title: `Lamps of ${word}`, number: 1 } },
      [chapterFields({ title: `${word} one`, story: `<p>${word} burned low.</p>` })],
    );
    const settings = await archive.settings.current();
    for (const who of [writer, reader]) {
      const said = {
        ...{ workId, chapterId: null, parentId: null },
        ...{ under: { pseudId: who.pseudId }, text: `<p>Of ${word}.</p>` },
      };
      await archive.database.write((writing) => postComment(writing, who.member, said, settings, Date.now()));
    }
    await archive.send(urls.kudos(workId), {}, reader);
    await archive.send(urls.bookmark(workId), { keeps: "yes" }, reader);
    await archive.send(urls.ledgerEntry(workId), { state: "reading" }, reader);
    // Who only orphans a work is still here, and followed under their name.
    const whom =
      writer.name === orphaner
        ? { kind: "work", target: workId }
        : { kind: "author", target: writer.pseudId };
    await archive.send(urls.subscriptions(), { ...whom, rhythm: "daily" }, reader);
    await archive.textIndex.learn(workId);
    const { series_id: seriesId } = await archive.database.reading
      .selectFrom("series_works")
      .select("series_id")
      .where("work_id", "=", workId)
      .executeTakeFirstOrThrow();
    return { workId, chapterId: chapterIds[0] ?? "", seriesId };
  }

  /** Carries out what follows the facts, as a running archive does. */
  async function follow() {
    const follower = followFacts(archive.database, "reactions", reactions(archive), assert.fail);
    await follower.caughtUp();
    await follower.stop();
  }
});

/** What stands for each parameter in the pages there are; and what is in none of them. */
function parametersOf(pages: readonly { pattern: string; path: string }[]): KnownParameters {
  const none = "0000000000";
  const known = new Map<string, Set<string>>();
  for (const { pattern, path } of pages) {
    const parts = path.split("?")[0]?.split("/") ?? [];
    for (const [index, name] of pattern.split("/").entries())
      if (name.startsWith(":")) {
        const values = known.get(name.slice(1)) ?? new Set();
        known.set(name.slice(1), values.add(parts[index] ?? none));
      }
  }
  return {
    ...Object.fromEntries(
      ["name", "token", "filterId", "feedKey", "originalId", "iconId"].map((name) => [name, [none]]),
    ),
    ...Object.fromEntries([...known].map(([name, values]) => [name, [...values]])),
    format: formats.map(({ id }) => id),
  };
}

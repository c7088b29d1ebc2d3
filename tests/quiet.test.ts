import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { doDeeds } from "../src/tags/do-deeds.ts";
import { tagFor } from "../src/tags/tags.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { addRules } from "../src/works/change-rules.ts";
import { giveWork } from "../src/works/for-tests/give-work.ts";
import { hiddenFrom } from "../src/works/hidden-from.ts";
import { type Manner, noParts, type RuleParts } from "../src/works/reader-rules.ts";
import type { WorkFields } from "../src/works/work-fields.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";

const unwanted = "The Unwanted Heron";
const wanted = "A Welcome Wren";

/**
 * One reader, whom a rule spares one work, and everybody else, whom it spares nothing. Whatever lists works is asked, by
 * the routes there are: a list that is added and does not ask fails here.
 */
describe("what readers do not want to meet", () => {
  let archive: TestArchive;
  let author: CastMember;
  let reader: CastMember;
  let owner: CastMember;
  let heron: string;
  let wren: string;
  let ids: Record<string, string>;

  const give = async (by: CastMember, title: string, fields: Partial<WorkFields> = {}) =>
    (await giveWork(archive, by, { title, series: { title: "Birds", number: null }, ...fields })).workId;
  const tagId = (kindId: string, name: string) =>
    archive.database.write((writer) => tagFor(writer, kindId, name, Date.now()));
  const rule = (member: CastMember, parts: Partial<RuleParts>, manner: Manner = "hide", name = "") =>
    archive.database.write((writer) =>
      addRules(writer, member.member, [{ name, manner, parts: { ...noParts, ...parts } }], Date.now()),
    );
  const text = async (path: string, as: CastMember | null) => (await archive.get(path, as)).text();

  before(async () => {
    archive = await openTestArchive();
    owner = await archive.join("olive", "owner");
    author = await archive.join("ada");
    reader = await archive.join("ben");
    const tags = [
      { kindId: "fandom", name: "Birds of Mere" },
      { kindId: "additional", name: "Marsh" },
    ];
    const gifts = [{ name: "ben", addressedAs: "" }];
    heron = await give(author, unwanted, {
      tags: [...tags, { kindId: "additional", name: "Sadness" }],
      gifts,
      series: { title: "Birds", number: 2 },
    });
    wren = await give(author, wanted, { tags, gifts, series: { title: "Birds", number: 1 } });
    const shelf = await archive.send(
      urls.shelves(),
      { name: "Birds to keep", visibility: "public", pseud: author.pseudId },
      author,
    );
    const shelfId = /\/shelves\/([^/?]+)/.exec(shelf.headers.get("location") ?? "")?.[1] ?? "none";
    for (const work of [heron, wren]) await archive.send(urls.workShelves(work), { shelf: shelfId }, author);
    const { series_id: seriesId } = await archive.database.reading
      .selectFrom("series_works")
      .select("series_id")
      .where("work_id", "=", wren)
      .executeTakeFirstOrThrow();
    ids = {
      workId: wren,
      pseudId: author.pseudId,
      seriesId,
      shelfId,
      tagId: await tagId("fandom", "Birds of Mere"),
      kindId: "additional",
    };
    await rule(reader, { tags: [await tagId("additional", "Sadness")] });
  });
  after(() => archive.close());

  it("keeps a work out of every page, feed and suggestion there is but those that were asked for it", async () => {
    const routes = archive.app.routes.filter(({ method, path }) => method === "GET" && !path.includes("*"));
    let lists = 0;
    for (const { path } of new Set(routes)) {
      const known = [...path.matchAll(/:([A-Za-z]+)/g)].every(([, name]) => ids[name ?? ""] !== undefined);
      if (!known || path === urls.robots()) continue;
      const address = path.replace(/:([A-Za-z]+)/g, (_, name: string) => ids[name] ?? "");
      const [forReader, forOther] = [await archive.get(address, reader), await text(address, owner)];
      // A public feed is the same for all who know its address, whoever asks: a feed reader sends no cookie.
      if (/public/.test(forReader.headers.get("cache-control") ?? "")) continue;
      const shown = await forReader.text();
      assert.ok(!shown.includes(unwanted), `${path} shows what its reader does not want to meet`);
      if (forOther.includes(unwanted)) lists++;
    }
    assert.ok(lists >= 8, `only ${lists} of the lists had the work for others`);
  });

  it("counts after the rules, and says in one line that there is more", async () => {
    const found = await text(urls.worksUnder(ids.tagId ?? ""), reader);
    assert.match(found, /1 work</);
    assert.match(found, /1 more is hidden by your rules/);
    assert.match(await text(urls.home(), reader), /<li>1 work<\/li>/);
    assert.match(await text(urls.home(), owner), /<li>2 works<\/li>/);
    assert.match(await text(urls.writer(author.pseudId), reader), /1 work</);
    assert.match(await text(urls.series(ids.seriesId ?? ""), reader), /1 work</);
    const suggestions = await text(`${urls.tagSuggestions(["additional"])}&typed=Sad`, reader);
    assert.ok(!suggestions.includes('"count":1'), suggestions);
    assert.ok(!(await text(urls.tagsOfKind("additional"), reader)).includes("Sadness"));
  });

  it("shows everything once to whoever asks, and opens what is asked for by its address", async () => {
    for (const list of [urls.home(), urls.newest(), urls.works(), urls.writer(author.pseudId)])
      assert.ok((await text(`${list}?quiet=off`, reader)).includes(unwanted), list);
    const work = await archive.get(urls.work(heron), reader);
    assert.equal(work.status, 200);
    assert.match(await work.text(), /keep this out of your lists: Sadness\./);
    assert.ok(!(await text(urls.work(heron), owner)).includes("out of your lists"));
  });

  it("folds a work to a line that says why and no more, and shows it once", async () => {
    const carol = await archive.join("carol");
    await rule(carol, { tags: [await tagId("additional", "Sadness")] }, "fold", "No tears");
    for (const list of [urls.home(), urls.newest(), urls.works(), urls.writer(author.pseudId)]) {
      const folded = await text(list, carol);
      assert.ok(!folded.includes(unwanted), list);
      assert.match(folded, /Hidden by your rule “No tears”: Sadness\./, list);
      const once = /href="([^"]*show=[^"#]*)/.exec(folded)?.[1]?.replaceAll("&amp;", "&") ?? "";
      assert.ok((await text(once, carol)).includes(unwanted), once);
    }
    assert.match(await text(urls.works(), carol), /1 work</, "folded works do not count");
  });

  it("applies what tags mean, at once", async () => {
    const dora = await archive.join("dora");
    const sorrow = await tagId("additional", "Sorrow");
    await rule(dora, { tags: [sorrow] });
    assert.ok((await text(urls.works(), dora)).includes(unwanted));
    const sadness = await tagId("additional", "Sadness");
    await archive.database.write((writer) =>
      doDeeds(writer, owner.member, [{ deed: "merge", tag: sadness, into: sorrow }], Date.now()),
    );
    assert.ok(!(await text(urls.works(), dora)).includes(unwanted), "by the index");
    assert.ok(!(await text(urls.writer(author.pseudId), dora)).includes(unwanted), "by the database");
    assert.ok(!(await text(urls.works(), reader)).includes(unwanted), "a rule on what is a synonym now");
  });

  it("makes, changes, switches and removes rules by forms, and tells what is wrong in them", async () => {
    const eve = await archive.join("eve");
    const refused = await archive.send(urls.newReaderRule(), { tags: "Nothing So Called", name: "x" }, eve);
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /No story here has this tag: Nothing So Called\./);
    const fields = { tags: "Marsh", "unless-writers": "ada", manner: "hide", name: "Wet feet" };
    assert.equal((await archive.send(urls.newReaderRule(), fields, eve)).status, 303);
    assert.ok((await text(urls.works(), eve)).includes(wanted), "the exception holds");
    const id = /\/account\/rules\/([0-9a-z]{10})"/.exec(await text(urls.readerRules(), eve))?.[1] ?? "";
    await archive.send(urls.readerRule(id), { ...fields, "unless-writers": "" }, eve);
    assert.ok(!(await text(urls.works(), eve)).includes(wanted));
    await archive.send(urls.readerRuleSwitch(id), { on: "" }, eve);
    assert.ok((await text(urls.works(), eve)).includes(wanted), "switched off");
    assert.equal((await archive.get(urls.readerRule(id), reader)).status, 404, "nobody else's to see");
    assert.equal((await archive.send(urls.readerRuleRemoval(id), {}, reader)).status, 404);
    assert.equal((await archive.send(urls.readerRuleRemoval(id), {}, eve)).status, 303);
    assert.ok(!(await text(urls.readerRules(), eve)).includes("Wet feet"));
  });

  it("makes a rule from a work", async () => {
    const fay = await archive.join("fay");
    assert.equal((await archive.send(urls.hideLike(wren), { manner: "hide" }, fay)).status, 422);
    const likeness = { like: ["work"], writers: ["0000000000"], manner: "hide" };
    assert.equal((await archive.send(urls.hideLike(wren), likeness, fay)).status, 303);
    const found = await text(urls.works(), fay);
    assert.ok(!found.includes(wanted) && found.includes(unwanted));
  });

  it("carries rules away as a file, and brings them in by name", async () => {
    const gil = await archive.join("gil");
    const sadness = await tagId("additional", "Marsh");
    await rule(gil, { tags: [sadness], languages: ["de"], staleYears: 3 }, "fold", "Mine");
    const file = await text(urls.readerRulesFile(), gil);
    assert.ok(!file.includes(sadness), "no id of a tag");
    const hal = await archive.join("hal");
    const sent = new File([file.replace('"writers": []', '"writers": ["nobody at all"]')], "rules.json");
    const answer = await archive.send(urls.readerRulesFile(), { file: sent }, hal);
    assert.match(await answer.text(), /1 rule came in\.[\s\S]*nobody at all/);
    assert.equal(await text(urls.readerRulesFile(), hal), file);
    const bad = await archive.send(urls.readerRulesFile(), { pasted: '{"form":1}' }, hal);
    assert.equal(bad.status, 422);
  });

  it("hides the works, gifts and words of who is muted by that name alone, and breaks no thread", async () => {
    const ivy = await archive.join("ivy");
    const jon = await archive.join("jon");
    const other = await archive.database.reading
      .selectFrom("pseuds")
      .select("id")
      .where("id", "=", jon.pseudId)
      .executeTakeFirstOrThrow();
    const said = await archive.send(
      urls.comments(wren),
      { pseud: other.id, comment: "Tiresome words." },
      jon,
    );
    const commentId = said.headers.get("location")?.split("/").at(-1) ?? "";
    await archive.send(
      urls.comment(wren, commentId),
      { pseud: reader.pseudId, comment: "An answer." },
      reader,
    );
    await give(jon, "A gift nobody asked for", { gifts: [{ name: "ivy", addressedAs: "" }] });
    assert.ok((await text(urls.gifts(), ivy)).includes("A gift nobody asked for"));
    assert.equal((await archive.send(urls.keepAway(jon.pseudId), { muted: "yes" }, ivy)).status, 303);
    assert.ok(!(await text(urls.gifts(), ivy)).includes("A gift nobody asked for"));
    assert.ok(!(await text(urls.newest(), ivy)).includes("A gift nobody asked for"));
    const talk = await text(urls.comments(wren), ivy);
    assert.ok(!talk.includes("Tiresome words.") && talk.includes("An answer."));
    assert.match(talk, /By somebody you muted\./);
    assert.ok((await text(`${urls.comments(wren)}?show=${commentId}`, ivy)).includes("Tiresome words."));
    assert.ok((await text(urls.comments(wren), owner)).includes("Tiresome words."));
    await archive.send(urls.keepAway(jon.pseudId), {}, ivy);
    assert.ok((await text(urls.newest(), ivy)).includes("A gift nobody asked for"), "taken back");
  });

  it("keeps who is blocked from commenting, answering, giving and inviting, under any name, and tells them nothing", async () => {
    const [kim, lee] = [await archive.join("kim"), await archive.join("lee")];
    const story = await give(kim, "Kim's own");
    await archive.send(urls.accountPseuds(), { name: "lee again" }, lee);
    const { id: again } = await archive.database.reading
      .selectFrom("pseuds")
      .select("id")
      .where("name", "=", "lee again")
      .executeTakeFirstOrThrow();
    const kims = await archive.send(urls.comments(wren), { pseud: kim.pseudId, comment: "Kim speaks." }, kim);
    const kimsId = kims.headers.get("location")?.split("/").at(-1) ?? "";
    assert.equal((await archive.send(urls.keepAway(lee.pseudId), { blocked: "yes" }, kim)).status, 303);
    const words = { pseud: again, comment: "Let me in." };
    const refused = await archive.send(urls.comments(story), words, lee);
    assert.equal(refused.status, 422);
    const page = await refused.text();
    assert.ok(
      page.includes("Let me in.") && !/blocked|blocks you/i.test(page),
      "what was typed is kept, and no word of blocks",
    );
    assert.equal((await archive.send(urls.comment(wren, kimsId), words, lee)).status, 422);
    assert.equal(
      (await archive.send(urls.comments(wren), words, lee)).status,
      303,
      "elsewhere they may speak",
    );
    const asked = await give(lee, "Asking kim", { credits: [{ role: "beta", name: "kim" }] });
    assert.ok(!(await text(urls.invitations(), kim)).includes("Asking kim"));
    assert.equal(
      (await archive.send(urls.comments(story), { ...words, pseud: owner.pseudId }, owner)).status,
      303,
    );
    assert.ok(asked !== "");
    const list = await text(urls.keptAway(), kim);
    assert.ok(list.includes("lee") && !list.includes("lee again"), "no other name of theirs is told");
    await archive.send(urls.keepAway(lee.pseudId), {}, kim);
    assert.equal((await archive.send(urls.comments(story), words, lee)).status, 303);
  });

  it("does not stop a moderator from looking after what they are blocked from", async () => {
    const mia = await archive.join("mia");
    const mod = await archive.join("max", "moderator");
    const story = await give(mia, "Mia's own");
    await archive.send(urls.keepAway(mod.pseudId), { blocked: "yes", muted: "yes" }, mia);
    const said = await archive.send(
      urls.comments(story),
      { pseud: reader.pseudId, comment: "Rude." },
      reader,
    );
    const id = said.headers.get("location")?.split("/").at(-1) ?? "";
    assert.equal((await archive.send(urls.commentRemoval(story, id), {}, mod)).status, 303);
  });

  it("tells other rooms which works to leave out, and nobody without rules of any", async () => {
    const quiet = await hiddenFrom(archive.database.reading, reader.member.accountId, [heron, wren]);
    assert.deepEqual([...quiet.keys()], [heron]);
    assert.equal((await hiddenFrom(archive.database.reading, owner.member.accountId, [heron, wren])).size, 0);
    assert.equal((await hiddenFrom(archive.database.reading, null, [heron, wren])).size, 0);
  });

  it("sends a visitor who wants rules to sign in", async () => {
    for (const path of [urls.readerRules(), urls.newReaderRule(), urls.keptAway(), urls.hideLike(wren)]) {
      const answer = await archive.get(path);
      assert.notEqual(answer.status, 200, path);
    }
  });

  it("logs nothing that went wrong", () => assert.deepEqual(archive.logged, []));
});

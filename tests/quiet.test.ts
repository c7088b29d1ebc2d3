import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { countHeld } from "../src/comments/held-comments.ts";
import { raiseQuietVersion } from "../src/people/quiet-version.ts";
import { recordFact } from "../src/plumbing/events/record-fact.ts";
import { doDeeds } from "../src/tags/do-deeds.ts";
import { tagFor } from "../src/tags/tags.ts";
import { newId } from "../src/vocabulary/ids.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { addRules, TooManyRules } from "../src/works/change-rules.ts";
import { chapterFields, giveWork, storyOf } from "../src/works/for-tests/give-work.ts";
import { countNewGifts } from "../src/works/gifts-received.ts";
import { hiddenFrom } from "../src/works/hidden-from.ts";
import { countRelatedAsked } from "../src/works/made-of-own.ts";
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
    const again = await archive.send(urls.readerRulesFile(), { pasted: file }, hal);
    assert.match(await again.text(), /No rule came in\.[\s\S]*1 more stands here already/);
    assert.equal(await text(urls.readerRulesFile(), hal), file);
    const bad = await archive.send(urls.readerRulesFile(), { pasted: '{"form":1}' }, hal);
    assert.equal(bad.status, 422);
  });

  it("hides what is like a work by two presses, gathers such things in one rule, and leads back to the list", async () => {
    const nan = await archive.join("nan");
    const card = await text(urls.newest(), nan);
    const way = new RegExp(`href="(/works/${wren}/hiding[^"]*)"`).exec(card)?.[1]?.replaceAll("&amp;", "&");
    const asked = await text(way ?? "", nan);
    const back = /name="back" value="([^"]*)"/.exec(asked)?.[1] ?? "";
    assert.equal(back, urls.newest());
    const press = (pressed: string, to = back) =>
      archive.send(urls.hideLike(wren), { press: pressed, back: to }, nan);
    assert.equal((await press("work")).headers.get("location"), `${urls.newest()}#work-${wren}`);
    const folded = await text(urls.newest(), nan);
    assert.ok(!folded.includes(wanted));
    assert.match(folded, /Hidden: this one work\./);
    assert.equal((await press("tag nothing-of-it")).status, 422, "only what is on the work");
    assert.equal((await press("work", "//elsewhere.example")).headers.get("location"), urls.readerRules());
    const like = { press: "work", back };
    await archive.send(urls.hideLike(heron), like, nan);
    await press(`writer ${author.pseudId}`);
    const rules = await text(urls.readerRules(), nan);
    assert.match(rules, /Works picked one by one \(2\)\./);
    assert.match(rules, /Works by “ada”\./);
    const id = /id="rule-([0-9a-z]{10})"/.exec(rules)?.[1] ?? "";
    await archive.send(urls.readerRuleSwitch(id), { manner: "hide" }, nan);
    assert.match(await text(urls.readerRules(), nan), /Left out altogether/);
    assert.match(await text(`${urls.readerRules()}?words=ADA`, nan), /Works by “ada”/);
    assert.ok(!(await text(`${urls.readerRules()}?words=ADA`, nan)).includes("one by one"));
  });

  it("takes no harm from hostile rules, and tells nothing through them", async () => {
    const pat = await archive.join("pat");
    const secret = await giveWork(archive, author, { title: "Nobody Knows" }, undefined, "draft");
    const onSecret = { kindId: "additional", name: "A Secret Tag" };
    await giveWork(archive, author, { title: "Nor This", tags: [onSecret] }, undefined, "draft");
    const send = (pasted: unknown) =>
      archive.send(
        urls.readerRulesFile(),
        { pasted: typeof pasted === "string" ? pasted : JSON.stringify(pasted) },
        pat,
      );
    const file = (rules: unknown[]) => ({ form: "pressie-rules", version: 1, rules });
    for (const [what, pasted, says] of [
      ["no JSON", "{", /no file of rules/],
      ["brackets without an end", "[".repeat(200_000), /no file of rules/],
      ["another form", { ...file([]), form: "others" }, /no file of rules/],
      ["wrong kinds of value", file([{ tags: "x", languages: 7 }]), /no file of rules/],
      ["a hundred thousand rules", file(Array.from({ length: 100_000 }, () => ({}))), /No more than 1,000/],
      ["what is too long", `"${"x".repeat(2_100_000)}"`, /No more than 1,000/],
    ] as const) {
      const answer = await send(pasted);
      assert.equal(answer.status, 422, what);
      assert.match(await answer.text(), says, what);
    }
    assert.equal(
      (
        await archive.database.reading
          .selectFrom("reader_rules")
          .select("id")
          .where("account_id", "=", pat.member.accountId)
          .execute()
      ).length,
      0,
    );
    const name = '<img src=x onerror="alert(1)">';
    const works = [secret.workId, "0123456789"];
    const rule = { name, works, tags: [{ name: onSecret.name }], id: "x", accountId: owner.member.accountId };
    const came = await (await send(file([{ ...rule, writers: ["ada"], __proto__: { on: false } }]))).text();
    assert.match(came, /1 rule came in\.[\s\S]*Not known here, and left out: A Secret Tag\./);
    assert.ok(!came.includes("<img"), "escaped");
    const id = /id="rule-([0-9a-z]{10})"/.exec(came)?.[1] ?? "";
    const form = await text(urls.readerRule(id), pat);
    assert.ok(!form.includes("Nobody Knows"));
    assert.equal(
      form.match(/A work that is not here any more/g)?.length,
      2,
      "hidden and never there are one",
    );
    assert.ok(!(await text(urls.newest(), pat)).includes("<img"));
    assert.equal((await archive.send(urls.readerRuleSwitch(id), { on: "" }, reader)).status, 404);
    assert.equal((await archive.send(urls.readerRule(id), { writers: "ada" }, reader)).status, 404);
    const many = { ...noParts, works: Array.from({ length: 501 }, () => newId()) };
    await assert.rejects(
      archive.database.write((writer) =>
        addRules(writer, pat.member, [{ name: "", manner: "hide", parts: many }], 0),
      ),
      TooManyRules,
    );
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
    const ivys = await give(ivy, "Ivy's own");
    await archive.database.write((writer) =>
      writer.updateTable("works").set({ comments_held: 1 }).where("id", "=", ivys).execute(),
    );
    const waiting = { pseud: jon.pseudId, comment: "Words that wait." };
    assert.equal((await archive.send(urls.comments(ivys), waiting, jon)).status, 303);
    assert.equal(await countHeld(archive.database.reading, ivy.member), 0, "nothing waits for her");
    const waits = await text(urls.heldComments(), ivy);
    assert.ok(!waits.includes("Words that wait.") && waits.includes("By somebody you muted."));
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

  describe("in every place, by every kind of rule", () => {
    const title = "The Grey Crane";
    const child = "After the Crane";
    let cora: CastMember;
    let rita: CastMember;
    let crane: string;
    let own: string;
    let places: Map<string, string>;

    const forget = (member: CastMember) =>
      archive.database.write(async (writer) => {
        await writer.deleteFrom("reader_rules").where("account_id", "=", member.member.accountId).execute();
        await raiseQuietVersion(writer, member.member.accountId);
      });
    /** Follows a page that knows one right address. */
    const opened = async (path: string, as: CastMember | null): Promise<string> => {
      const answer = await archive.get(path, as);
      const on = answer.headers.get("location");
      return answer.status === 303 && on !== null ? opened(on, as) : answer.text();
    };
    const claim = (workId: string) => ({
      ...{
        kind: "inspired" as const,
        workId,
        ownTitle: "",
        title: "",
        author: "",
        language: "",
        address: "",
      },
    });

    before(async () => {
      cora = await archive.join("cora");
      rita = await archive.join("rita");
      own = await give(rita, "Rita's Own");
      const unasked = await give(rita, "Rita's Other");
      const feathers = [
        { kindId: "fandom", name: "Cranes of Mere" },
        { kindId: "fandom", name: "Fens" },
        { kindId: "fandom", name: "Levels" },
        { kindId: "additional", name: "Feathers" },
      ];
      crane = (
        await giveWork(
          archive,
          cora,
          {
            ...{ title, language: "de", expectedChapters: 2, tags: feathers },
            gifts: [{ name: "rita", addressedAs: "" }],
            series: { title: "Long Legs", number: 1 },
            related: [claim(own), claim(unasked)],
          },
          [chapterFields({ story: storyOf(300, "featherfall") })],
        )
      ).workId;
      await archive.send(urls.relatedToOwn(), { work: crane, own, answer: "yes" }, rita);
      const after = await give(cora, child, { related: [claim(crane)] });
      await archive.textIndex.learnMissing();
      await archive.send(urls.workShelves(crane), { shelf: ids.shelfId ?? "" }, author);
      const { series_id: seriesId } = await archive.database.reading
        .selectFrom("series_works")
        .select("series_id")
        .where("work_id", "=", crane)
        .executeTakeFirstOrThrow();
      const fandomId = await tagId("fandom", "Cranes of Mere");
      await archive.send(urls.savedFilters(), { name: "Cranes", filter: `with=${fandomId}` }, rita);
      const kept = await archive.database.reading
        .selectFrom("saved_filters")
        .select("feed_key")
        .where("account_id", "=", rita.member.accountId)
        .executeTakeFirstOrThrow();
      const device = await (await archive.send(urls.devices(), { name: "Kobo" }, rita)).text();
      const key = /opds\/key\/([^/"]+)\//.exec(device)?.[1] ?? "none";
      const catalogue = (rest: string) => `${urls.catalogue(`key/${key}`, "v1")}/${rest}`;
      places = new Map([
        ["front page", urls.home()],
        ["newest", urls.newest()],
        ["finding", urls.works()],
        ["inside texts", urls.works("text=featherfall")],
        ["titles offered", "/works?q=Grey+Crane"],
        ["a tag", urls.tag(fandomId)],
        ["a writer", urls.writer(cora.pseudId)],
        ["a series", urls.series(seriesId)],
        ["a shelf", urls.shelf(ids.shelfId ?? "")],
        ["a shelf offline", urls.keepShelf(ids.shelfId ?? "")],
        ["a filter's feed", urls.savedFilterFeed(kept.feed_key)],
        ["made of a work", urls.madeOfWork(own)],
        ["a work's page, what was made of it", urls.work(own)],
        ["a work's page, what it is made of", urls.work(after)],
        ["gifts", urls.gifts()],
        ["claims", urls.relatedToOwn()],
        ["catalogue: newest", catalogue("newest")],
        ["catalogue: search", catalogue("search?query=Grey+Crane")],
        ["catalogue: fandom", catalogue(`fandoms/${fandomId}`)],
        ["catalogue: writer", catalogue(`writers/${cora.pseudId}`)],
        ["catalogue: series", catalogue(`series/${seriesId}`)],
        ["catalogue: shelf", catalogue(`shelves/${ids.shelfId}`)],
      ]);
    });

    /** A place for each way by which rules are asked; what asks by the same way need not be opened for every kind. */
    const oneOfEach = ["finding", "a writer", "a shelf", "made of a work", "gifts", "catalogue: search"];
    /** Where the title stands for somebody. */
    const shownIn = async (as: CastMember | null, among: Iterable<string> = places.keys()) => {
      const shown: string[] = [];
      for (const name of among)
        if ((await opened(places.get(name) ?? "", as)).includes(title)) shown.push(name);
      return shown;
    };

    it("is out of sight, hidden and folded, and in sight again when the rule goes", async () => {
      const everywhere = [...places.keys()];
      assert.deepEqual(await shownIn(rita), everywhere);
      const { accountId } = rita.member;
      const { reading } = archive.database;
      const asked = async () => [
        await countNewGifts(reading, rita.member),
        await countRelatedAsked(reading, rita.member),
      ];
      assert.deepEqual(await asked(), [1, 1]);
      const feathers = await tagId("additional", "Feathers");
      const kinds: Record<string, Partial<RuleParts>> = {
        tag: { tags: [feathers] },
        "main tag": { tags: [await tagId("fandom", "Fens")], bearing: "main" },
        writer: { writers: [cora.pseudId] },
        work: { works: [crane] },
        language: { languages: ["de"] },
        "other languages": { languagesBut: ["en", "fr"] },
        short: { fewerWords: 301 },
        long: { moreWords: 299 },
        fandoms: { moreFandoms: 2 },
        unsaid: { unsaid: ["violence"] },
      };
      for (const [kind, parts] of Object.entries(kinds)) {
        await rule(rita, parts);
        assert.deepEqual(await shownIn(rita, kind === "tag" ? places.keys() : oneOfEach), [], kind);
        assert.deepEqual(await asked(), [0, 0], kind);
        await forget(rita);
        const but = { ...parts, unlessWorks: [crane] };
        await rule(rita, but);
        assert.equal((await hiddenFrom(reading, accountId, [crane])).size, 0, `${kind}, with an exception`);
        assert.ok((await text(urls.works(), rita)).includes(title), `${kind}, with an exception`);
        await forget(rita);
      }
      await rule(rita, { tags: [feathers] }, "fold");
      // What is folded was meant for her where it is given to her or asks her.
      assert.deepEqual(await shownIn(rita), ["gifts", "claims"]);
      await forget(rita);
      const catalogued = (places.get("catalogue: newest") ?? "").replace("newest", "writers");
      const namesOf = async () => {
        const pages = [
          await text(catalogued, rita),
          await text(catalogued.replace("writers", "series"), rita),
          await opened(`${urls.works()}?q=series:%22Long+Lugs%22`, rita),
          await opened(`${urls.works()}?q=gift:%22ritta%22`, rita),
        ];
        return pages.map((page) => /Long Legs|gift:(?:&quot;)?rita\b|>cora</.exec(page)?.[0]);
      };
      assert.deepEqual(await namesOf(), [">cora<", "Long Legs", "Long Legs", "gift:rita"]);
      await rule(rita, { fewerWords: 1_000_000 });
      assert.deepEqual(
        await namesOf(),
        [undefined, undefined, undefined, undefined],
        "no name leads to nothing but what a rule hides",
      );
      await forget(rita);
      await archive.send(urls.keepAway(cora.pseudId), { muted: "yes" }, rita);
      assert.deepEqual(await shownIn(rita), [], "muted");
      assert.doesNotMatch(await text(catalogued, rita), />cora</);
      await archive.send(urls.keepAway(cora.pseudId), { blocked: "yes" }, rita);
      assert.deepEqual(
        await shownIn(rita, ["claims", "finding"]),
        ["finding"],
        "who is blocked asks nothing",
      );
      assert.equal(await countRelatedAsked(reading, rita.member), 0);
      await archive.send(urls.keepAway(cora.pseudId), {}, rita);
      assert.deepEqual(await shownIn(rita, oneOfEach), oneOfEach);
    });

    it("is out of sight when it was long unfinished", async () => {
      const old = Date.now() - 4 * 366 * 86_400_000;
      await archive.database.write(async (writer) => {
        await writer
          .updateTable("works")
          .set({ published_at: old, revised_at: old })
          .where("id", "=", crane)
          .execute();
        await recordFact(writer, { type: "work-changed", workId: crane }, Date.now());
      });
      await rule(rita, { staleYears: 5 });
      assert.ok((await text(urls.works(), rita)).includes(title));
      await forget(rita);
      await rule(rita, { staleYears: 3 });
      assert.deepEqual(await shownIn(rita, oneOfEach), []);
      await forget(rita);
    });

    it("is out of sight when it was read, where that is wished for, with its number told and one press to see it", async () => {
      await archive.send(urls.ledgerEntry(crane), { state: "finished" }, rita);
      assert.deepEqual(await shownIn(rita, oneOfEach), oneOfEach, "nothing is hidden unasked");
      assert.match(await text(urls.works(), rita), /Hide what I have read/);
      const back = urls.tag(await tagId("fandom", "Cranes of Mere"));
      const switched = await archive.send(urls.ledgerFollowing(), { "read-works": "hide", back }, rita);
      assert.equal(switched.headers.get("location"), back);
      // A gift and a claim are not answered by having read them.
      assert.deepEqual(await shownIn(rita), ["gifts", "claims"]);
      const lists = ["newest", "finding", "a tag", "a writer", "a series", "a shelf", "made of a work"];
      for (const name of lists) {
        const page = await opened(places.get(name) ?? "", rita);
        assert.match(page, /1 work that you have read is hidden\./, name);
        assert.ok(!page.includes("hidden by your rules"), name);
        const show = /href="([^"]*quiet=read)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
        assert.ok((await opened(show, rita)).includes(title), `${name} shows it once`);
      }
      await rule(rita, { tags: [await tagId("additional", "Feathers")] });
      const page = await opened(`${urls.works()}?quiet=read`, rita);
      assert.ok(!page.includes(title), "what a rule hides as well stays hidden");
      assert.match(page, /1 more is hidden by your rules/);
      await forget(rita);
      await archive.send(urls.ledgerFollowing(), { "read-works": "show" }, rita);
      assert.deepEqual(await shownIn(rita, oneOfEach), oneOfEach);
      assert.ok(!(await text(urls.works(), null)).includes("what I have read"), "a visitor has no ledger");
    });

    it("opens by its address to everybody, and stays its makers' own", async () => {
      const bea = await archive.join("bea");
      const mod = await archive.join("mona", "moderator");
      await archive.database.write((writer) =>
        writer
          .insertInto("work_creators")
          .values({
            ...{ work_id: crane, position: 9, role: "beta", name: "bea", pseud_id: bea.pseudId },
            ...{ accepted: 1, invited_at: null },
          })
          .execute(),
      );
      const people: [string, CastMember | null, boolean][] = [
        ["author", cora, true],
        ["beta reader", bea, true],
        ["reader", rita, true],
        ["stranger", null, false],
        ["moderator", mod, true],
      ];
      for (const [name, person, ruled] of people) {
        if (person) await rule(person, { writers: [cora.pseudId] });
        for (const list of [urls.newest(), urls.writer(cora.pseudId), urls.works()])
          assert.equal((await text(list, person)).includes(title), !ruled, `${name}, ${list}`);
        assert.match(await text(urls.work(crane), person), new RegExp(title), name);
      }
      assert.ok((await text(urls.desk(), cora)).includes(title), "on her desk");
      assert.ok((await text(urls.ownWorks(), cora)).includes(title), "where she changes several");
      assert.ok((await text(urls.invitations(), bea)).includes(title), "where the beta reader is named");
      await archive.send(urls.bookmark(crane), {}, mod);
      assert.ok((await text(urls.bookmarks(), mod)).includes(title), "what one keeps oneself");
      for (const person of [cora, bea, rita, mod]) await forget(person);
    });
  });

  it("sends a visitor who wants rules to sign in", async () => {
    for (const path of [urls.readerRules(), urls.newReaderRule(), urls.keptAway(), urls.hideLike(wren)]) {
      const answer = await archive.get(path);
      assert.notEqual(answer.status, 200, path);
    }
  });

  it("logs nothing that went wrong", () => assert.deepEqual(archive.logged, []));
});

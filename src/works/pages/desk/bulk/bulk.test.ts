import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import {
  type CastMember,
  type Fields,
  openTestArchive,
  type TestArchive,
} from "../../../../../tests/archive.ts";
import { addPseud } from "../../../../people/add-pseud.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { giveWork } from "../../../for-tests/give-work.ts";
import { removeWork } from "../../../remove-work.ts";
import type { WorkFields } from "../../../work-fields.ts";
import { findWork } from "../../../works.ts";

const plain = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

describe("changing several works at once", () => {
  let archive: TestArchive;
  let author: CastMember;
  let reader: CastMember;
  let count = 0;
  before(async () => {
    archive = await openTestArchive();
    reader = await archive.join("Tam");
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });
  beforeEach(async () => {
    author = await archive.join(`Mina ${++count}`);
  });

  const give = async (title: string, fields: Partial<WorkFields> = {}, stays?: "draft", by = author) =>
    (await giveWork(archive, by, { title, ...fields }, undefined, stays)).workId;
  const work = async (id: string, by = author) => {
    const found = await findWork(archive.database.reading, by.member, id);
    assert.ok(found);
    return found;
  };
  const send = (fields: Fields, as: CastMember | null = author) => archive.send(urls.ownWorks(), fields, as);
  /** The hidden fields of the page that tells what will change. */
  const carried = (html: string): Fields => {
    const fields = [...html.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = "", value = ""]) =>
        [name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&")] as const,
    );
    const byName = Map.groupBy(fields, ([name]) => name);
    return Object.fromEntries([...byName].map(([name, all]) => [name, all.map(([, value]) => value)]));
  };
  const told = async (fields: Fields) => {
    const answer = await send({ ...fields, step: "tell" });
    assert.equal(answer.status, 200);
    return answer.text();
  };

  it("offers every work of one's own to choose, all of them, or those published, or drafts, without a script", async () => {
    const [first, draft] = [await give("One"), await give("Two", {}, "draft")];
    const ticked = async (choose?: "all" | "published" | "drafts") => {
      const html = await (await archive.get(urls.ownWorks(choose), author)).text();
      return [first, draft].map((id) => new RegExp(`value="${id}" checked`).test(html));
    };
    assert.deepEqual(await ticked(), [false, false]);
    assert.deepEqual(await ticked("all"), [true, true]);
    assert.deepEqual(await ticked("published"), [true, false]);
    assert.deepEqual(await ticked("drafts"), [false, true]);
    const others = await (await archive.get(urls.ownWorks("all"), reader)).text();
    assert.ok(!others.includes(first) && !others.includes(draft));
    assert.equal((await archive.get(urls.ownWorks())).status, 303);
  });

  it("says what will change, counted, and changes nothing until told to", async () => {
    const works = [
      await give("One"),
      await give("Two", { visibility: "members" }),
      await give("Three", {}, "draft"),
    ];
    const page = plain(
      await told({ work: works, visibility: "members", "comments-from": "nobody", "add-fandom": "Dracula" }),
    );
    assert.match(page, /Change 3 works\?/);
    assert.match(page, /2 works: from now on for members only, until now for everyone\./);
    assert.match(page, /3 works: nobody may comment/);
    assert.match(page, /3 works: gets the tag “Dracula” \(Fandom\)/);
    assert.match(page, /1 published work will be gone at once for those who may not read it any longer/);
    for (const id of works) assert.equal((await work(id)).version, 1);
  });

  it("then changes all of them as said, and only what was said", async () => {
    const given = {
      tags: [
        { kindId: "fandom", name: "Treasure Island" },
        { kindId: "additional", name: "Sea", weight: "main" as const },
      ],
    };
    const works = [await give("One", given), await give("Two", { ...given, summary: "<p>Stays.</p>" })];
    const fields = carried(
      await told({
        work: works,
        visibility: "link",
        "comments-from": "members",
        "comments-held": "yes",
        "search-engines": "no",
        "ai-crawlers": "yes",
        "add-additional": 'Storms, "Ship, ahoy", sea',
        "remove-fandom": "treasure  island",
        "add-fandom": "Dracula",
      }),
    );
    const done = await send({ ...fields, step: "change" });
    assert.equal(done.headers.get("location"), urls.desk());
    for (const id of works) {
      const changed = await work(id);
      assert.equal(changed.visibility, "link");
      assert.deepEqual(changed.access, {
        searchEngines: false,
        aiCrawlers: true,
        commentsFrom: "members",
        commentsHeld: true,
      });
      assert.deepEqual(
        changed.tags.map(({ name }) => name),
        ["Dracula", "Sea", "Storms", "Ship, ahoy"],
      );
      assert.deepEqual([changed.version, changed.title.length > 0], [2, true]);
    }
    assert.equal((await work(works[1] ?? "")).summary, "<p>Stays.</p>");
    assert.ok(!(await (await archive.get(urls.newest())).text()).includes(works[0] ?? ""));
  });

  it("changes none when one was changed since, and says what would change now", async () => {
    const works = [await give("One"), await give("Two"), await give("Three")];
    const fields = carried(await told({ work: works, visibility: "private" }));
    const alone = carried(await told({ work: works[0] ?? "", visibility: "members" }));
    assert.equal((await send({ ...alone, step: "change" })).status, 303);
    await archive.database.write((writer) => removeWork(writer, author.member, works[2] ?? "", Date.now()));
    const refused = await send({ ...fields, step: "change" });
    assert.equal(refused.status, 409);
    const html = await refused.text();
    assert.match(
      plain(html),
      /Nothing was changed.*1 work: from now on for its writer alone, until now for members only/,
    );
    assert.deepEqual(
      [(await work(works[0] ?? "")).visibility, (await work(works[1] ?? "")).visibility],
      ["members", "everyone"],
    );
    assert.equal((await send({ ...carried(html), step: "change" })).status, 303);
    assert.equal((await work(works[1] ?? "")).visibility, "private");
  });

  it("leaves no published work without a fandom, and then changes none", async () => {
    const works = [await give("One"), await give("Two", { tags: [{ kindId: "fandom", name: "Dracula" }] })];
    const html = await told({ work: works, "remove-fandom": "Dracula", visibility: "members" });
    assert.match(plain(html), /Two: it would be left without a fandom/);
    assert.ok(!html.includes('value="change"'));
    assert.equal((await send({ ...carried(html), step: "change" })).status, 409);
    assert.equal((await work(works[0] ?? "")).visibility, "everyone");
  });

  it("touches no work of somebody else, whatever a form says", async () => {
    const theirs = await give("Theirs", {}, undefined, reader);
    const own = await give("Mine");
    const html = await told({ work: [theirs, own], visibility: "private" });
    assert.ok(!html.includes(theirs));
    assert.equal(
      (await send({ work: [`${theirs}.1`, `${own}.1`], visibility: "private", step: "change" })).status,
      409,
    );
    assert.equal((await work(own)).visibility, "everyone");
    assert.equal((await work(theirs, reader)).visibility, "everyone");
    assert.equal((await send({ work: own, visibility: "private" }, null)).status, 401);
  });

  it("hands back everything when nothing was chosen, nothing is asked, or a name is too long", async () => {
    const own = await give("Mine");
    const refused = async (fields: Fields) => {
      const answer = await send({ step: "tell", ...fields });
      assert.equal(answer.status, 422);
      return answer.text();
    };
    assert.match(await refused({ visibility: "link" }), /Choose at least one work\./);
    assert.match(await refused({ work: own }), /Say what is to become/);
    const long = await refused({ work: own, "add-fandom": "x".repeat(301) });
    assert.ok(long.includes("x".repeat(301)) && long.includes(`value="${own}" checked`));
    assert.match(
      await refused({ work: own, "add-fandom": "Dracula", "remove-fandom": "dracula" }),
      /cannot be added and taken off/,
    );
  });

  it("lets one choose otherwise with everything as it was typed", async () => {
    const own = await give("Mine");
    const fields = carried(await told({ work: own, visibility: "link", "add-fandom": 'A, "B, C"' }));
    const html = await (await send({ ...fields, step: "back" })).text();
    assert.ok(html.includes(`value="${own}" checked`));
    assert.match(html, /value="link" selected/);
    assert.ok(html.includes('value="A, &quot;B, C&quot;"'));
  });

  it("counts works that are so already, and offers no button when nothing would change", async () => {
    const html = await told({ work: [await give("One")], visibility: "everyone" });
    assert.match(plain(html), /Nothing would change.*1 work stays as it is: already so\./);
    assert.ok(!html.includes('value="change"'));
  });

  it("puts another of the writer's names in the place of the first, after saying so, and asks nobody else", async () => {
    const { id: quill, name } = await archive.database.write((writer) =>
      addPseud(writer, author.member.accountId, `Quill ${count}`, Date.now() + 1_000),
    );
    const credits = [
      { role: "author" as const, name },
      { role: "beta" as const, name: "a friend" },
    ];
    const [one, both, draft] = [
      await give("One name"),
      await give("Two names", { credits }),
      await give("Still a draft", {}, "draft"),
    ];
    const untouched = await give("Not chosen");
    const page = plain(await told({ work: [one, both, draft], pseud: quill }));
    assert.match(page, new RegExp(`3 works: by ${name}, until now by ${author.name}`));
    assert.equal((await work(one)).creators[0]?.name, author.name);
    const shown = await told({ work: [one, both, draft], pseud: quill });
    assert.equal((await send({ ...carried(shown), step: "change" })).status, 303);
    const names = async (id: string) => (await work(id)).creators.map((creator) => creator.name);
    assert.deepEqual(await names(one), [name]);
    assert.deepEqual(await names(both), [name, "a friend"]);
    assert.deepEqual(await names(draft), [name]);
    assert.deepEqual(await names(untouched), [author.name]);
    const list = await (await archive.get(urls.works(`writer=${quill}`))).text();
    assert.ok(list.includes("One name") && list.includes("Two names") && !list.includes("Not chosen"));
    const left = await (await archive.get(urls.writer(author.pseudId))).text();
    assert.ok(!left.includes("One name") && left.includes("Not chosen"));
  });

  it("gives no work under a name of somebody else", async () => {
    const id = await give("Mine");
    assert.equal((await send({ work: [id], pseud: reader.pseudId, step: "tell" })).status, 422);
    assert.deepEqual(
      (await work(id)).creators.map(({ name }) => name),
      [author.name],
    );
  });
});

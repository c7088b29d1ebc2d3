import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../tests/archive.ts";
import { textIn as partIn } from "../../tests/text-in.ts";
import { tagFor } from "../tags/tags.ts";
import { urls } from "../vocabulary/urls.ts";
import { giveWork } from "../works/for-tests/give-work.ts";

const none = { tags: [] };

/** What stands between header and footer, on one line. */
const textIn = (html: string) => partIn(html, /<main[^>]*>(.*)<\/main>/s).replace(/\s+/g, " ");

describe("the wranglers' desk", () => {
  let archive: TestArchive;
  let wrangler: CastMember;
  let second: CastMember;
  let author: CastMember;
  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    wrangler = await archive.join("Comb", "wrangler");
    second = await archive.join("Brush", "wrangler");
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const id = (name: string, kindId = "character") =>
    archive.database.write((writer) => tagFor(writer, kindId, name, Date.now()));
  const give = (names: string[], kindId = "character", more: object = {}, stays?: "draft") =>
    giveWork(
      archive,
      author,
      {
        ...none,
        tags: [{ kindId: "fandom", name: "Dracula" }, ...names.map((name) => ({ kindId, name }))],
        ...more,
      },
      undefined,
      stays ?? "published",
    );
  const desk = async (query: Record<string, string> = {}, as = wrangler) => {
    const answer = await archive.get(urls.wrangling({ kind: "character", ...query }), as);
    return { status: answer.status, html: await answer.text() };
  };
  const seen = (html: string) =>
    Object.fromEntries(
      [...html.matchAll(/name="(seen-[0-9a-z]+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
        name,
        value,
      ]),
    );
  const press = (fields: Record<string, string | string[]>, as = wrangler) =>
    archive.send(urls.wrangling({ kind: "character" }), fields, as);
  const namesIn = (html: string) =>
    [...html.matchAll(/<label for="tag-[^>]*>([^<]*)</g)].map(([, name]) => name ?? "");

  it("exists for wranglers, moderators and the owner only", async () => {
    const everyone: [CastMember | null, number][] = [
      [null, 303],
      [author, 404],
      [await archive.join("A Beta"), 404],
      [await archive.join("A Stranger"), 404],
      [wrangler, 200],
      [await archive.join("A Moderator", "moderator"), 200],
    ];
    const mina = await id("Nobody Else");
    for (const [as, status] of everyone)
      for (const path of [urls.wrangling(), urls.wranglingLog()]) {
        const answer = await archive.get(path, as);
        assert.equal(answer.status === 401 ? 303 : answer.status, status, `${as?.name} ${path}`);
        assert.equal((await answer.text()).includes("New tags"), status === 200);
      }
    for (const as of [author, wrangler])
      assert.equal((await archive.get(urls.wrangledTag(mina), as)).status, 404, "a tag on no work");
    const before = await archive.get(urls.wrangling(), author);
    const missing = await archive.get("/nothing-here", author);
    const bare = async (answer: Response) =>
      (await answer.text()).replaceAll(/(?:return-to|from)=[^"]*/g, "");
    assert.equal(await bare(before), await bare(missing));
  });

  it("shows new tags on published stories, and none that stand on drafts alone", async () => {
    await give(["Mina Harker", "Secret Twin"], "character", {}, "draft");
    await give(["Mina Harker"]);
    const { html } = await desk();
    assert.ok(namesIn(html).includes("Mina Harker"));
    assert.ok(!html.includes("Secret Twin"));
    assert.ok(!(await desk({ name: "secret" })).html.includes("Secret Twin"));
    const twin = await id("Secret Twin");
    assert.equal((await archive.get(urls.wrangledTag(twin), wrangler)).status, 404);
    assert.equal((await press({ press: `canonical ${twin}` })).status, 404);
  });

  it("suggests what a tag may mean, with the reason, and does it in one press; works keep their words", async () => {
    await give(["Mina Haker"]);
    const [mina, slip] = [await id("Mina Harker"), await id("Mina Haker")];
    await press({ press: `canonical ${mina}` });
    const { html } = await desk();
    assert.match(
      textIn(html),
      /Merge into Mina Harker “Mina Harker” is spelled almost alike: 1 letter differs/,
    );
    const { workId } = await give(["Mina Haker"]);
    const answer = await press({ press: `merge ${slip} ${mina}`, ...seen(html) });
    assert.equal(answer.status, 303);
    assert.match(textIn(await (await archive.get(urls.work(workId))).text()), /Mina Haker/);
    const after = await desk();
    assert.ok(!namesIn(after.html).includes("Mina Haker"));
    assert.match(textIn(after.html), /You did last: Mina Haker merged into Mina Harker/);
  });

  it("knows a pairing by the beginnings of its names, and a name that came back from another script", async () => {
    await give(["Jonathan Harker/Mina Murray Harker", "Mina/Jonathan"], "relationship");
    const pairings = textIn((await desk({ kind: "relationship" })).html);
    assert.match(
      pairings,
      /Merge into Jonathan Harker\/Mina Murray Harker it may be short for “Jonathan Harker\/Mina Murray Harker”/,
    );
    assert.ok(!pairings.includes("short for “Mina/Jonathan”"));
    await give(["Vlad Dracula", "Влад Дракула"]);
    assert.match(textIn((await desk()).html), /“Vlad Dracula” sounds nearly the same/);
  });

  it("says in which fandoms a new tag stands, those only mentioned left aside", async () => {
    await giveWork(archive, author, {
      tags: [
        { kindId: "fandom", name: "Dracula" },
        { kindId: "fandom", name: "Carmilla", weight: "mention" },
        { kindId: "character", name: "Quincey Solo" },
      ],
    });
    const row = textIn((await desk({ name: "quincey" })).html);
    assert.match(row, /Quincey Solo .*in Dracula/);
    assert.ok(!row.includes("in Carmilla"));
  });

  it("is seen in filters within a second of the merge", async () => {
    await give(["Jonathan Harker"]);
    const { workId } = await give(["Johnny Harker"], "character", { title: "The Solicitor's Ledger" });
    const [jonathan, johnny] = [await id("Jonathan Harker"), await id("Johnny Harker")];
    const found = async () => (await (await archive.get(urls.worksUnder(jonathan))).text()).includes(workId);
    assert.equal(await found(), false);
    await press({ press: `merge ${johnny} ${jonathan}` });
    const began = Date.now();
    while (!(await found())) assert.ok(Date.now() - began < 1_000, "a second has passed");
  });

  it("does one thing with many, making the other tag where that is wished, and takes it back in one press", async () => {
    await give(["Lucy W", "Lucy Westenra!", "Lucie"]);
    const ids = [await id("Lucy W"), await id("Lucy Westenra!"), await id("Lucie")];
    const bulk = { tag: ids, do: "merge", with: "Lucy Westenra" };
    const refused = await press(bulk);
    assert.equal(refused.status, 422);
    const html = await refused.text();
    assert.match(textIn(html), /No tag of this kind is called “Lucy Westenra”/);
    assert.equal(html.match(/name="tag"[^>]*checked/g)?.length, 3);
    assert.equal((await press({ ...bulk, make: "yes" })).status, 303);
    const lucy = await id("Lucy Westenra");
    const page = textIn(await (await archive.get(urls.wrangledTag(lucy), wrangler)).text());
    assert.match(page, /Synonyms .*Lucie.*Lucy W.*Lucy Westenra!/s);
    const log = await (await archive.get(urls.wranglingLog(), wrangler)).text();
    const [, undo = ""] = /action="(\/wrangling\/log\/[^"]+)"/.exec(log) ?? [];
    assert.match(textIn(log), /Lucy Westenra made Lucy W merged into Lucy Westenra/);
    // The page of one of them says that all go back together.
    const one = await (await archive.get(urls.wrangledTag(ids[0] ?? ""), wrangler)).text();
    assert.match(textIn(one), /Take all 4 back/);
    assert.equal((await archive.send(undo, { back: urls.wrangling() }, second)).status, 303);
    const names = namesIn((await desk()).html);
    for (const name of ["Lucy W", "Lucy Westenra!", "Lucie"]) assert.ok(names.includes(name), name);
    const again = await archive.send(undo, {}, wrangler);
    assert.equal(again.status, 422);
    assert.match(textIn(await again.text()), /taken back already/);
  });

  it("tells the second of two wranglers, and does nothing over the head of the first", async () => {
    await give(["Renfield", "R. M. Renfield", "Doctor Seward"]);
    const [renfield, long, seward] = [
      await id("Renfield"),
      await id("R. M. Renfield"),
      await id("Doctor Seward"),
    ];
    const { html } = await desk({}, second);
    await press({ press: `merge ${renfield} ${long}` });
    const answer = await press({ press: `merge ${renfield} ${seward}`, ...seen(html) }, second);
    assert.equal(answer.status, 422);
    assert.match(textIn(await answer.text()), /Somebody else did something about “Renfield” since/);
    const page = await (await archive.get(urls.wrangledTag(renfield), second)).text();
    assert.match(textIn(page), /a synonym of R\. M\. Renfield/);
  });

  it("refuses a loop and names it, and tells what stands in the way of an undo", async () => {
    await give(["Vampires", "Old Vampires", "Older Vampires"]);
    const [one, two, three] = [await id("Vampires"), await id("Old Vampires"), await id("Older Vampires")];
    const on = (tagId: string, fields: Record<string, string>) =>
      archive.send(urls.wrangledTag(tagId), fields, wrangler);
    assert.equal((await on(two, { do: "put-under", "put-under": "vampires" })).status, 303);
    assert.equal((await on(three, { do: "put-under", "put-under": "Old Vampires" })).status, 303);
    const loop = await on(one, { do: "put-under", "put-under": "Older Vampires" });
    assert.equal(loop.status, 422);
    assert.match(textIn(await loop.text()), /Vampires → Older Vampires → Old Vampires → Vampires/);
    const log = await (await archive.get(urls.wranglingLog(), wrangler)).text();
    const undos = [...log.matchAll(/action="(\/wrangling\/log\/[^"]+)"/g)].map(([, undo = ""]) => undo);
    await on(one, { do: "merge-into", "merge-into": "Old Vampires" });
    const blocked = await archive.send(undos[1] ?? "", {}, wrangler);
    assert.equal(blocked.status, 422);
    assert.match(textIn(await blocked.text()), /To be taken back first Vampires merged into Old Vampires/);
  });

  it("does everything else about one tag on its page", async () => {
    await give(["Arthur", "Quincey"]);
    const [arthur, quincey] = [await id("Arthur"), await id("Quincey")];
    const on = async (tagId: string, fields: Record<string, string | string[]>, status = 303) => {
      const answer = await archive.send(urls.wrangledTag(tagId), fields, wrangler);
      assert.equal(answer.status, status, JSON.stringify(fields));
      return answer;
    };
    const page = async (tagId: string) =>
      textIn(await (await archive.get(urls.wrangledTag(tagId), wrangler)).text());
    await on(arthur, { do: "settle" });
    assert.match(await page(arthur), /left as it is/);
    await on(arthur, { do: "unsettle" });
    await on(arthur, { do: "take-in", "take-in": "quincey" });
    assert.match(await page(quincey), /a synonym of Arthur/);
    await on(arthur, { do: "ordinary" }, 422);
    const renamed = await on(arthur, { do: "rename", rename: "Arthur Holmwood" });
    assert.match(
      await page((renamed.headers.get("location") ?? "").split("/").at(-1) ?? ""),
      /^.*Arthur Holmwood/s,
    );
    assert.match(await page(quincey), /a synonym of Arthur Holmwood/);
    await on(quincey, { do: "split" });
    assert.match(await page(quincey), /new/);
    await on(quincey, { do: "merge-into", "merge-into": "Nobody At All" }, 422);
    await on(quincey, { do: "whatever" }, 422);
    const dracula = await id("Dracula", "fandom");
    await on(dracula, { do: "media", medium: ["books", "films"] });
    assert.match(await page(dracula), /Media of Dracula set/);
    await on(dracula, { do: "media", medium: ["opera-on-ice"] }, 422);
    await on(dracula, { do: "canonical" });
    const answer = await archive.send(
      urls.wrangling(),
      { press: "make", "new-kind": "character", "new-name": "Abraham Van Helsing" },
      wrangler,
    );
    assert.equal(answer.status, 303);
    const filtered = await desk({ fandom: "dracula", order: "newest" });
    assert.ok(namesIn(filtered.html).includes("Quincey"));
    assert.ok((await desk({ fandom: "No Such Fandom" })).status === 422);
    assert.match((await desk({ name: "helsing" })).html, /Abraham Van Helsing/);
  });

  it("shows the most used first, by what the wrangler finds in lists", async () => {
    const uses: [string, number][] = [
      ["Seldom Ghost", 1],
      ["Common Ghost", 4],
      ["Now And Then Ghost", 2],
    ];
    for (const [name, times] of uses) for (let time = 0; time < times; time++) await give([name]);
    // Drafts make nothing more used.
    for (let time = 0; time < 6; time++) await give(["Seldom Ghost"], "character", {}, "draft");
    const { html } = await desk({ name: "ghost", order: "used" });
    assert.deepEqual(namesIn(html), ["Common Ghost", "Now And Then Ghost", "Seldom Ghost"]);
    assert.match(textIn(html), /Seldom Ghost Character 1 work /);
    assert.deepEqual(
      namesIn((await desk({ name: "ghost" })).html),
      uses.map(([name]) => name),
    );
  });

  it("turns its pages by place, so that deciding loses none", async () => {
    const names = Array.from({ length: 60 }, (_, index) => `Villager ${index + 100}`);
    for (const name of names) await give([name]);
    const met: string[] = [];
    let query: Record<string, string> = { name: "villager" };
    for (let pages = 0; pages < 5; pages++) {
      const { html } = await desk(query);
      met.push(...namesIn(html));
      const [first] = [...html.matchAll(/data-tag="([^"]+)"/g)].map(([, tagId = ""]) => tagId);
      await press({ press: `settle ${first}` });
      const [, after] = /rel="next" href="[^"]*after=([^"&]+)/.exec(html) ?? [];
      if (after === undefined) break;
      query = { name: "villager", after };
    }
    assert.deepEqual(met.toSorted(), names.toSorted());
  });
});

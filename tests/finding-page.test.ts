import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { urls } from "../src/vocabulary/urls.ts";
import { chapterFields, giveWork, storyOf } from "../src/works/for-tests/give-work.ts";
import { recipientId } from "../src/works/recipient-id.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";

describe("the finding page", () => {
  let archive: TestArchive;
  let author: CastMember;
  let ids: Map<string, string>;

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    for (let number = 1; number <= 7; number++)
      await giveWork(
        archive,
        author,
        {
          title: `Open ${number}`,
          gifts: number === 1 ? [{ name: "Tamsin", addressedAs: "" }] : [],
          tags: [
            { kindId: "fandom", name: "Dracula" },
            { kindId: "character", name: `Guest ${number}` },
          ],
        },
        [chapterFields({ story: storyOf(10, number === 1 ? "lantern" : "word") })],
      );
    await giveWork(archive, author, {
      title: "Among friends",
      visibility: "members",
      gifts: [{ name: "Secret Friend", addressedAs: "" }],
      series: { title: "Hidden Series", number: null },
      ratingId: "mature",
      tags: [
        { kindId: "fandom", name: "Dracula" },
        { kindId: "fandom", name: "A Hidden Fandom" },
      ],
    });
    await archive.textIndex.learnMissing();
    const rows = await archive.database.reading.selectFrom("tags").select(["id", "name"]).execute();
    ids = new Map(rows.map(({ id, name }) => [name, id]));
  });

  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const read = async (path: string, as: CastMember | null = null) => {
    const answer = await archive.get(path, as);
    assert.equal(answer.status, 200, path);
    return answer.text();
  };
  const idOf = (name: string) => {
    const id = ids.get(name);
    assert.ok(id);
    return id;
  };
  const text = (html: string) => html.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");

  it("counts truthfully for who asks, and shows nobody what is hidden from them", async () => {
    const visitors = await read(urls.works());
    assert.ok(text(visitors).includes("7 works"));
    for (const hidden of ["Among friends", "A Hidden Fandom", "Mature"])
      assert.ok(!visitors.includes(hidden));
    const members = await read(urls.works(), author);
    assert.ok(text(members).includes("8 works"));
    for (const open of ["Among friends", "A Hidden Fandom", "Mature"]) assert.ok(members.includes(open));
  });

  it("tells a hidden tag and one that never was alike", async () => {
    const hidden = await read(urls.works(`with=${idOf("A Hidden Fandom")}`));
    const made = await read(urls.works("with=0000000000"));
    const alike = (html: string) =>
      html.replaceAll(idOf("A Hidden Fandom"), "ID").replaceAll("0000000000", "ID");
    assert.equal(alike(hidden), alike(made));
  });

  it("leads a form's fields and a typed query to the one address of their filter", async () => {
    const guests = [idOf("Guest 1"), idOf("Guest 2")].sort();
    const cases = [
      ["words-from=5k&words-to=&complete=&order=down&sort=updated", "words=5000.."],
      [`q=fandom:dracula&rating=`, `with=${idOf("Dracula")}`],
      [`without=${guests.toReversed().join(".")}`, `without=${guests.join(".")}`],
    ];
    for (const [asked = "", canonical = ""] of cases) {
      const answer = await archive.get(urls.works(asked));
      assert.equal(answer.status, 303);
      assert.equal(answer.headers.get("location"), urls.works(canonical));
      assert.equal((await archive.get(urls.works(canonical))).status, 200);
    }
  });

  it("leads a name of which only a part was typed to its works, and says so where it shows all instead", async () => {
    const one = await archive.get(urls.works('q=fandom:"drac"'));
    assert.equal(one.headers.get("location"), urls.worksUnder(idOf("Dracula")));
    const several = text(await read(urls.works("q=character:guest")));
    assert.match(several, /not understoodNothing else was asked for, so the list below shows every work/);
    assert.match(several, /Did you mean character:&quot;Guest \d&quot;/);
    assert.match(text(await read(urls.works("q=character:guest+complete:yes"))), /made from all the rest/);
  });

  it("shows one or another as such, each to be taken off, and a way to a third", async () => {
    const [one = "", other = ""] = [idOf("Guest 1"), idOf("Guest 2")].sort();
    const nameOf = (id: string) => (id === idOf("Guest 1") ? "Guest 1" : "Guest 2");
    const html = (await read(urls.works(`any=${one}.${other}`))).replaceAll("&amp;", "&");
    const chosen = html.slice(html.indexOf('id="chosen"'), html.indexOf("find-keep"));
    assert.match(text(chosen), new RegExp(`${nameOf(one)} take off or ${nameOf(other)} take off`));
    assert.ok(text(html).includes("2 works"));
    for (const [id, left] of [
      [one, other],
      [other, one],
    ] as const)
      assert.ok(chosen.includes(`href="${urls.works(`with=${left}`)}" aria-label="Take off: ${nameOf(id)}"`));
    assert.ok(
      chosen.includes(`href="${urls.tagChooser(["character"], `any=${one}.${other}&add=or.${one}`)}"`),
    );
    const single = (await read(urls.works(`with=${one}`))).replaceAll("&amp;", "&");
    assert.ok(single.includes(urls.tagChooser(["character"], `with=${one}&add=or.${one}`)));
  });

  it("asks for length and dates before the long lists of names", async () => {
    const html = await read(urls.works());
    const narrow = html.slice(html.indexOf('class="find-narrow"'));
    assert.ok(narrow.indexOf('name="words-from"') < narrow.indexOf('class="facet"'));
  });

  it("gives chance a number, so that the order stays put", async () => {
    const answer = await archive.get(urls.works("sort=random"));
    const address = answer.headers.get("location") ?? "";
    assert.match(address, /^\/works\?sort=random&seed=\d+$/);
    assert.equal(await read(address), await read(address));
  });

  it("says how many there are in its title, for who listens", async () => {
    const html = await read(urls.worksUnder(idOf("Dracula")));
    assert.match(html, /<title>7 works: Works in Dracula, newest first · /);
  });

  it("sends less than 60 kB", async () => {
    const answer = await archive.app.fetch(
      new Request(`http://localhost${urls.works()}`, { headers: { "accept-encoding": "gzip" } }),
    );
    assert.equal(answer.headers.get("content-encoding"), "gzip");
    assert.ok((await answer.arrayBuffer()).byteLength < 60_000);
  });

  it("offers orders by what is counted only where anything is", async () => {
    assert.ok(!(await read(urls.works())).includes("most kudos first"));
    assert.ok((await read(urls.works("sort=kudos"))).includes("most kudos first"));
  });

  it("knows no gift and no series of a hidden work", async () => {
    const secret = recipientId(null, "Secret Friend");
    const { id } = await archive.database.reading.selectFrom("series").select("id").executeTakeFirstOrThrow();
    for (const query of [`gift-to=${secret}`, `series=${id}`]) {
      const visitors = await read(urls.works(query));
      assert.ok(text(visitors).includes("One name in this address cannot be found here"));
      assert.ok(!visitors.includes("Secret Friend") && !visitors.includes("Hidden Series"));
      assert.ok(text(await read(urls.works(query), author)).includes("1 work"));
    }
  });

  it("finds words inside the stories, and says which cannot be looked for", async () => {
    assert.ok(text(await read(urls.works("text=lantern"))).includes("1 work"));
    assert.match(await read(urls.works("text=lantern")), /class="snippets".*<mark>[^<]*lantern/s);
    const answer = await archive.get(urls.works("text=lantern&sort=relevance"));
    assert.equal(answer.headers.get("location"), urls.works("text=lantern"));
    const nonsense = text(await read(urls.works("text=!!!+lantern")));
    assert.ok(nonsense.includes("“!!!” cannot be looked for inside the stories"));
    assert.ok(nonsense.includes("with the word “lantern” in the text"));
    // A word that is no name leads to the stories that have it.
    const led = await archive.get(urls.works("q=lantern"));
    assert.equal(led.headers.get("location"), urls.works("text=lantern"));
  });

  it("takes the form's names of recipients and series, and asks again for one it does not know", async () => {
    const answer = await archive.get(urls.works("gift-to-name=tamsin&series-name="));
    assert.equal(answer.headers.get("location"), urls.works(`gift-to=${recipientId(null, "Tamsin")}`));
    const html = text(await read(urls.works("gift-to-name=Tamsim")));
    assert.ok(html.includes("No story here is a gift to “Tamsim”"));
  });

  it("lets crawlers keep the plain list and no other", async () => {
    assert.match(await read(urls.works()), /<link rel="canonical" href="\/works"\/>/);
    const narrowed = await read(urls.worksUnder(idOf("Dracula")));
    assert.match(narrowed, /<meta name="robots" content="noindex"\/>/);
    assert.ok(!narrowed.includes('rel="canonical"'));
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import type { Deed } from "../../tags/deed.ts";
import { doDeeds } from "../../tags/do-deeds.ts";
import { tagFor } from "../../tags/tags.ts";
import { newId } from "../../vocabulary/ids.ts";
import { urls } from "../../vocabulary/urls.ts";
import { giveWork } from "../../works/for-tests/give-work.ts";
import type { WorkFields } from "../../works/work-fields.ts";

type Viewer = "author" | "beta reader" | "reader" | "stranger" | "moderator";
const viewers: Viewer[] = ["author", "beta reader", "reader", "stranger", "moderator"];

const fandom = (name: string, weight: "main" | "side" | "mention" = "main") => ({
  kindId: "fandom",
  name,
  weight,
});
const character = (name: string) => ({ kindId: "character", name, weight: "main" as const });

describe("pages of names", () => {
  let archive: TestArchive;
  const cast = new Map<Viewer, CastMember | null>([["stranger", null]]);

  before(async () => {
    archive = await openTestArchive();
    const author = await archive.join("Marchpane");
    const moderator = await archive.join("saltmarsh", "moderator");
    cast.set("author", author);
    cast.set("beta reader", await archive.join("megan_peta"));
    cast.set("reader", await archive.join("tessellate"));
    cast.set("moderator", moderator);
    const give = (tags: WorkFields["tags"], more: Partial<WorkFields> = {}, draft = false) =>
      giveWork(archive, author, { tags, ...more }, undefined, draft ? "draft" : "published");
    await give([fandom("Lantern Street"), character("Orla Finch")], { title: "By its own name" });
    await give([fandom("LS"), character("Orla Finch")], { title: "By its other name" });
    await give([fandom("Lantern Street: The Return", "side")], { title: "What is under it" });
    await give([fandom("The Tide Clock"), fandom("Lantern Street", "mention")], { title: "In passing" });
    await give([fandom("Lanternverse"), fandom("Hidden Harbour"), character("Mr Shade")], {
      title: "Among friends",
      visibility: "members",
    });
    await give([fandom("Unfinished Business")], { title: "Not yet" }, true);
    await archive.database.write((writer) => tagFor(writer, "fandom", "Nobody Wrote This", Date.now()));
    await wrangle(
      { deed: "canonical", tag: await idOf("Lantern Street") },
      { deed: "canonical", tag: await idOf("Lantern Street: The Return") },
      { deed: "canonical", tag: await idOf("Nobody Wrote This") },
      { deed: "merge", tag: await idOf("LS"), into: await idOf("Lantern Street") },
      { deed: "merge", tag: await idOf("Lanternverse"), into: await idOf("Lantern Street") },
      {
        deed: "put-under",
        tag: await idOf("Lantern Street: The Return"),
        parent: await idOf("Lantern Street"),
      },
      { deed: "media", tag: await idOf("Lantern Street"), media: ["television"] },
    );
  });

  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  async function wrangle(...deeds: Deed[]) {
    const by = cast.get("moderator");
    assert.ok(by);
    await archive.database.write((writer) => doDeeds(writer, by.member, deeds, Date.now()));
  }

  async function idOf(name: string): Promise<string> {
    const { id } = await archive.database.reading
      .selectFrom("tags")
      .select("id")
      .where("name", "=", name)
      .executeTakeFirstOrThrow();
    return id;
  }

  const open = async (path: string, viewer: Viewer = "stranger") => archive.get(path, cast.get(viewer));
  const read = async (path: string, viewer: Viewer = "stranger") => {
    const answer = await open(path, viewer);
    assert.equal(answer.status, 200, path);
    return answer.text();
  };
  const plain = (html: string) =>
    html
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim();
  const offered = async (query: string, viewer: Viewer = "stranger") => {
    const answer = await open(`${urls.tagSuggestions()}?${query}`, viewer);
    assert.equal(answer.status, 200);
    const { offers }: { offers: { name: string; note: string }[] } = JSON.parse(await answer.text());
    return offers;
  };

  describe("of a tag", () => {
    it("find the works of its other names and of what is under it, and tell apart those that mention it", async () => {
      const body = plain(await read(urls.tag(await idOf("Lantern Street"))));
      assert.match(body, /3 works 1 more only mentions it/);
      for (const title of ["By its own name", "By its other name", "What is under it"])
        assert.ok(body.includes(title), title);
      assert.ok(!body.includes("In passing") && !body.includes("Among friends"));
      const passing = await read(
        urls.works(`mention=${await idOf("Lantern Street")}&without=${await idOf("Lantern Street")}`),
      );
      assert.ok(passing.includes("In passing"));
    });

    it("say what it is called elsewhere, what it belongs under, and in which media it is", async () => {
      const street = plain(await read(urls.tag(await idOf("Lantern Street"))));
      assert.match(street, /Fandom Television/);
      assert.match(street, /Also called LS Has under it Lantern Street: The Return/);
      const under = await read(urls.tag(await idOf("Lantern Street: The Return")));
      assert.match(plain(under), /Belongs under Lantern Street/);
      assert.ok(under.includes(`href="${urls.tag(await idOf("Lantern Street"))}"`));
    });

    it("lead from a fandom to what is told most in it, with the number the next page has", async () => {
      const body = await read(urls.tag(await idOf("Lantern Street")));
      const [, address = "", count] =
        body.match(/<a href="(\/works\?with=[^"]+)"><bdi>Orla Finch<\/bdi><\/a> <span class="count">(\d+)/) ??
        [];
      assert.equal(count, "2");
      assert.match(plain(await read(address.replaceAll("&amp;", "&"))), / 2 works /);
    });

    it("lead from another name to the meaning, and say so there", async () => {
      const answer = await open(urls.tag(await idOf("LS")));
      assert.equal(answer.status, 303);
      const there = answer.headers.get("location") ?? "";
      assert.ok(there.startsWith(urls.tag(await idOf("Lantern Street"))));
      assert.match(plain(await read(there)), /LS is another name for this/);
    });

    it("deny to a stranger what stands only on works they may not see, other names too", async () => {
      const never = newId();
      const neverWas = (await (await open(urls.tag(never))).text()).replaceAll(never, "·");
      for (const name of ["Hidden Harbour", "Lanternverse", "Unfinished Business"]) {
        const id = await idOf(name);
        const answer = await open(urls.tag(id));
        assert.equal(answer.status, 404, name);
        assert.equal((await answer.text()).replaceAll(id, "·"), neverWas);
      }
      for (const viewer of viewers) {
        const street = await read(urls.tag(await idOf("Lantern Street")), viewer);
        assert.equal(street.includes("Lanternverse"), viewer !== "stranger", viewer);
        assert.match(plain(street), viewer === "stranger" ? /3 works/ : /4 works/);
        const draft = await open(urls.tag(await idOf("Unfinished Business")), viewer);
        assert.equal(draft.status, viewer === "author" ? 200 : 404);
        assert.match(
          plain(await read(urls.tag(await idOf("Nobody Wrote This")), viewer)),
          /No works are here/,
        );
        const alias = `${urls.tag(await idOf("Lantern Street"))}?known-as=${await idOf("Lanternverse")}`;
        assert.equal((await read(alias, viewer)).includes("another name for this"), viewer !== "stranger");
      }
    });

    it("take any nonsense in their addresses", async () => {
      const id = await idOf("Lantern Street");
      for (const query of ["after=%00", "before=x", "page=9", "known-as=%00", `known-as=${id}`, "after=a.b"])
        assert.equal((await open(`${urls.tag(id)}?${query}`)).status, 200, query);
    });
  });

  describe("of fandoms", () => {
    it("count for each what their lists have, other names folded in", async () => {
      for (const viewer of viewers) {
        const body = plain(await read(urls.fandoms(), viewer));
        const isMember = viewer !== "stranger";
        assert.ok(body.includes(isMember ? " 4 fandoms " : " 3 fandoms "), viewer);
        assert.equal(body.includes("Hidden Harbour"), isMember, viewer);
        assert.match(body, isMember ? /Lantern Street 4 works/ : /Lantern Street 3 works/);
        for (const folded of [" LS ", "Lanternverse", "Unfinished Business"])
          assert.ok(!body.includes(folded), `${folded} for the ${viewer}`);
      }
    });

    it("part them by medium, and keep those in none together", async () => {
      const television = plain(await read(urls.fandoms({ medium: "television" })));
      assert.match(television, /Television: 1 fandom/);
      assert.ok(television.includes("Lantern Street 3 works") && !television.includes("The Tide Clock"));
      const unsorted = plain(await read(urls.fandoms({ medium: "-" })));
      assert.match(unsorted, /Not sorted yet: 2 fandoms/);
      assert.ok(unsorted.includes("The Tide Clock") && !unsorted.includes("Lantern Street 3 works"));
    });

    it("find one by a part of any of its names", async () => {
      const found = plain(await read(urls.fandoms({ typed: "ls" })));
      assert.match(found, /Lantern Street also called LS/);
      assert.match(plain(await read(urls.fandoms({ typed: "zzz" }))), /No name there has “zzz” in it/);
    });

    it("take any nonsense in their addresses", async () => {
      for (const query of [
        "letter=%00",
        "page=x",
        "medium=%00",
        "typed=%00",
        "letter=&page=99999999",
        "typed=%ff",
      ])
        assert.equal((await open(`/fandoms?${query}`)).status, 200, query);
      assert.equal((await open(urls.tagsOfKind("no-such-kind"))).status, 404);
      assert.equal((await open(urls.tagsOfKind("%00"))).status, 404);
    });
  });

  it("list the names of every other kind the same way", async () => {
    for (const viewer of viewers) {
      const body = plain(await read(urls.tagsOfKind("character"), viewer));
      assert.match(body, /Orla Finch 2 works/);
      assert.equal(body.includes("Mr Shade"), viewer !== "stranger", viewer);
    }
    const answer = await open(urls.tagsOfKind("fandom"));
    assert.equal(answer.headers.get("location"), urls.fandoms());
  });

  describe("offered under a field", () => {
    it("are those a person may know of, the meaning for any of its names", async () => {
      for (const viewer of viewers) {
        const isMember = viewer !== "stranger";
        assert.deepEqual(await offered("typed=ls&kind=fandom", viewer), [
          {
            id: await idOf("Lantern Street"),
            name: "Lantern Street",
            note: `also called LS · ${isMember ? 4 : 3} works`,
          },
        ]);
        const harbour = await offered("typed=harbour", viewer);
        assert.deepEqual(
          harbour.map(({ name, note }) => [name, note]),
          isMember ? [["Hidden Harbour", "Fandom · 1 work"]] : [],
        );
        assert.equal((await offered("typed=lanternverse", viewer)).length, isMember ? 1 : 0);
        assert.deepEqual(await offered("typed=unfinished", viewer), []);
        assert.equal((await offered("typed=nobody", viewer)).length, 1);
      }
    });

    it("are kept by nobody, few, and never an error", async () => {
      const answer = await open(`${urls.tagSuggestions()}?typed=o`, "author");
      assert.equal(answer.headers.get("cache-control"), "private, no-store");
      assert.match(answer.headers.get("content-type") ?? "", /^application\/json/);
      for (const query of [
        "",
        "typed=",
        "typed=%00",
        `typed=${"x".repeat(5_000)}`,
        "typed=a&kind=%00&kind=../x",
        "typed=a&fandom=x.y.%00",
        `typed=a&fandoms=%00,%22${"a,".repeat(3_000)}`,
        "typed=%25_%27",
      ])
        assert.ok((await offered(query)).length <= 10, query);
    });
  });

  describe("to choose from without a script", () => {
    it("lead back to the filter with the tag added, and all else as it was", async () => {
      const street = await idOf("Lantern Street");
      const orla = await idOf("Orla Finch");
      const body = await read(
        urls.tagChooser(["character"], `with=${street}&words=1..&add=without&typed=orla`),
      );
      assert.ok(
        body.includes(
          `href="${urls.works(`with=${street}&without=${orla}&words=1..`).replaceAll("&", "&amp;")}"`,
        ),
      );
      assert.ok(body.includes(`<input type="hidden" name="with" value="${street}"/>`));
    });

    it("make a group with the tag that was chosen, and add to a group", async () => {
      const street = await idOf("Lantern Street");
      const orla = await idOf("Orla Finch");
      const choosing = async (query: string) =>
        (await read(urls.tagChooser(["fandom", "character"], `${query}&typed=orla`))).replaceAll(
          "&amp;",
          "&",
        );
      const group = [orla, street].sort().join(".");
      const either = await choosing(`with=${street}&complete=yes&add=or.${street}`);
      assert.ok(either.includes(`href="${urls.works(`any=${group}&complete=yes`)}"`));
      assert.match(plain(either), /works with either/);
      const third = [street, "zzzzzzzzzz"].sort().join(".");
      const larger = [orla, street, "zzzzzzzzzz"].sort().join(".");
      assert.ok(
        (await choosing(`any=${third}&add=or.${street}`)).includes(`"${urls.works(`any=${larger}`)}"`),
      );
      assert.ok(!(await choosing(`with=${street}&add=or.%22`)).includes("either"));
    });

    it("tell who fills in another form what to type there", async () => {
      const author = cast.get("author");
      assert.ok(author);
      await giveWork(archive, author, { tags: [{ ...fandom("Rose, Thorn, and Co."), weight: "main" }] });
      const body = plain(await read(urls.tagChooser([], "typed=thorn")));
      assert.match(body, /type it as &quot;Rose, Thorn, and Co\.&quot;/);
    });
  });
});

describe("pages of very many names", () => {
  let archive: TestArchive;
  const count = 330;

  before(async () => {
    archive = await openTestArchive();
    const author = await archive.join("Marchpane");
    const letters = "ABCDEFGHIJ";
    for (let part = 0; part < 11; part++)
      await giveWork(archive, author, {
        tags: Array.from({ length: 30 }, (_, index) =>
          fandom(`${letters[index % letters.length]}${part} and ${index}`),
        ),
      });
  });

  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const read = async (path: string) => (await archive.get(path)).text();
  const linksTo = (html: string, path: RegExp) =>
    [...html.matchAll(/href="([^"#]+)"/g)]
      .map(([, address = ""]) => address.replaceAll("&amp;", "&"))
      .filter((address) => path.test(address));

  it("show the letters and what is told most, never all of them", async () => {
    const all = await read(urls.fandoms());
    assert.ok(all.includes(`${count} fandoms`) && all.includes("Most told"));
    assert.ok(linksTo(all, /^\/tags\//).length <= 30);
    assert.equal(linksTo(all, /letter=/).length, 10);
  });

  it("let any fandom be found in two clicks from the front page", async () => {
    const found = new Set<string>();
    for (const letter of linksTo(await read(urls.home()), /letter=/))
      for (const tag of linksTo(await read(letter), /^\/tags\//)) found.add(tag);
    assert.equal(found.size, count);
  });
});

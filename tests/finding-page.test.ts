import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { urls } from "../src/vocabulary/urls.ts";
import { giveWork } from "../src/works/for-tests/give-work.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";

describe("the finding page", () => {
  let archive: TestArchive;
  let author: CastMember;
  let ids: Map<string, string>;

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    for (let number = 1; number <= 7; number++)
      await giveWork(archive, author, {
        title: `Open ${number}`,
        tags: [
          { kindId: "fandom", name: "Dracula" },
          { kindId: "character", name: `Guest ${number}` },
        ],
      });
    await giveWork(archive, author, {
      title: "Among friends",
      visibility: "members",
      ratingId: "mature",
      tags: [
        { kindId: "fandom", name: "Dracula" },
        { kindId: "fandom", name: "A Hidden Fandom" },
      ],
    });
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

  it("gives chance a number, so that the order stays put", async () => {
    const answer = await archive.get(urls.works("sort=random"));
    const address = answer.headers.get("location") ?? "";
    assert.match(address, /^\/works\?sort=random&seed=\d+$/);
    assert.equal(await read(address), await read(address));
  });

  it("lets crawlers keep the plain list and no other", async () => {
    assert.match(await read(urls.works()), /<link rel="canonical" href="\/works"\/>/);
    const narrowed = await read(urls.worksUnder(idOf("Dracula")));
    assert.match(narrowed, /<meta name="robots" content="noindex"\/>/);
    assert.ok(!narrowed.includes('rel="canonical"'));
  });
});

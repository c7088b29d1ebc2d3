import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../../tests/archive.ts";
import { formIn } from "../../../../tests/form-in.ts";
import { changeSettings } from "../../../plumbing/settings/settings.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { giveWork } from "../../../works/for-tests/give-work.ts";
import { removeWork } from "../../../works/remove-work.ts";
import { readAtom, titlesOf } from "../../for-tests/read-atom.ts";
import { findDefaultFilter } from "../../saved/default-filter.ts";
import { listSavedFilters } from "../../saved/saved-filters.ts";

describe("saved filters", () => {
  let archive: TestArchive;
  let author: CastMember;
  let beta: CastMember;
  let moderator: CastMember;
  let ids: Map<string, string>;
  let readers = 0;

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    beta = await archive.join("Rook");
    moderator = await archive.join("Thistle", "moderator");
    const dracula = { kindId: "fandom", name: "Dracula" };
    await giveWork(archive, author, {
      title: "Open",
      tags: [dracula, { kindId: "additional", name: "Fluff" }],
    });
    await giveWork(archive, author, {
      title: "Among friends",
      visibility: "members",
      tags: [dracula, { kindId: "fandom", name: "A Hidden Fandom" }, { kindId: "additional", name: "Angst" }],
    });
    await giveWork(archive, author, {
      title: "Elsewhere",
      tags: [{ kindId: "fandom", name: "Bram Stoker's Dracula" }],
    });
    const rows = await archive.database.reading.selectFrom("tags").select(["id", "name"]).execute();
    ids = new Map(rows.map(({ id, name }) => [name, id]));
  });

  after(async () => {
    const { logged } = archive;
    await archive.close();
    assert.deepEqual(logged, []);
  });

  const idOf = (name: string) => ids.get(name) ?? assert.fail(name);
  const someReader = () => {
    readers += 1;
    return archive.join(`Reader ${readers}`);
  };
  const listed = (as: CastMember) => listSavedFilters(archive.database.reading, as.member);
  const onlyOne = async (as: CastMember) => {
    const [saved, ...others] = await listed(as);
    assert.ok(saved && others.length === 0);
    return saved;
  };
  const save = async (as: CastMember, name: string, query: string, more: Record<string, string> = {}) => {
    const answer = await archive.send(urls.savedFilters(), { name, query, ...more }, as);
    assert.equal(answer.status, 303, name);
    const saved = await listed(as);
    return saved.find((one) => one.name === name) ?? assert.fail(name);
  };
  const text = async (answer: Response | Promise<Response>) =>
    (await (await answer).text())
      .replace(/<(style|head)[^>]*>.*?<\/\1>/gs, "")
      .replace(/<[^>]*>/g, "")
      .replace(/\s+/g, " ");

  it("are kept from the finding page, under a name proposed from their sentence", async () => {
    const reader = await someReader();
    const query = `with=${idOf("Dracula")}&without=${idOf("Angst")}&updated=2w`;
    const found = await (await archive.get(urls.works(query), reader)).text();
    assert.ok(found.includes(urls.newSavedFilter(query).replaceAll("&", "&amp;")));
    const page = await (await archive.get(urls.newSavedFilter(query), reader)).text();
    const fields = formIn(page, urls.savedFilters());
    assert.equal(fields.name, "Works in Dracula, without Angst, updated in the last 2 weeks");
    const answer = await archive.send(urls.savedFilters(), { ...fields, name: "  No\tdeaths " }, reader);
    assert.equal(answer.headers.get("location"), urls.works(String(fields.query)));
    const saved = await onlyOne(reader);
    assert.equal(saved.name, "No deaths");
    assert.match(saved.query, /updated=2w/, "a relative time stays relative");
    const mine = await text(archive.get(urls.savedFilters(), reader));
    assert.ok(mine.includes("No deaths"));
    assert.ok(mine.includes("Works in Dracula, without Angst, updated in the last 2 weeks, newest first"));
    assert.ok(mine.includes("1 work"));
    assert.ok(
      (await text(archive.get(urls.works(saved.query), reader))).includes("This is your filter No deaths."),
    );
  });

  it("lead a visitor to sign in and back to the name, with everything that was chosen", async () => {
    const query = `with=${idOf("Dracula")}`;
    const asked = await archive.get(urls.newSavedFilter(query));
    assert.equal(asked.status, 303);
    const signIn = new URL(asked.headers.get("location") ?? "", "http://archive.test");
    assert.equal(signIn.searchParams.get("return-to"), urls.newSavedFilter(query));
    const reader = await someReader();
    const sent = await archive.send(
      urls.signIn(),
      {
        ...formIn(await (await archive.get(signIn.pathname + signIn.search)).text(), urls.signIn()),
        email: reader.email,
        password: "four ordinary words here",
      },
      null,
    );
    assert.equal(sent.headers.get("location"), urls.newSavedFilter(query));
  });

  it("belong to one reader: to anybody else they are not there", async () => {
    const reader = await someReader();
    const stranger = await someReader();
    const { id, feedKey } = await save(reader, "Mine alone", "complete=yes");
    const addresses = [urls.savedFilter(id), urls.savedFilterRemoval(id)];
    for (const other of [stranger, author, beta, moderator]) {
      for (const path of addresses) assert.equal((await archive.get(path, other)).status, 404);
      for (const path of [...addresses, urls.savedFilterFeedKey(id)])
        assert.equal((await archive.send(path, { name: "Theirs" }, other)).status, 404);
      const stolen = await archive.send(urls.savedFilters(), { instead: id, query: "complete=no" }, other);
      assert.equal(stolen.status, 422);
      const applied = await archive.send(urls.fandomFilter(idOf("Dracula")), { filter: id }, other);
      assert.equal(applied.status, 404);
      assert.ok(!(await text(archive.get(urls.savedFilters(), other))).includes("Mine alone"));
      assert.ok(!(await text(archive.get(urls.works("complete=yes"), other))).includes("Mine alone"));
    }
    for (const path of addresses) assert.equal((await archive.get(path)).status, 303);
    assert.equal((await archive.send(urls.savedFilterRemoval(id), {})).status, 401);
    const still = await onlyOne(reader);
    assert.deepEqual([still.name, still.query, still.feedKey], ["Mine alone", "complete=yes", feedKey]);
    for (const odd of ["%00", "0", "x".repeat(3_000), "%FF"])
      assert.equal((await archive.get(`/filters/${odd}`, reader)).status, 404);
  });

  it("have one name each: a double one is refused and everything handed back", async () => {
    const reader = await someReader();
    const dracula = idOf("Dracula");
    await save(reader, "Vampires", "");
    const query = `with=${dracula}`;
    const answer = await archive.send(
      urls.savedFilters(),
      { name: "VAMPIRES", query, fandom: dracula },
      reader,
    );
    assert.equal(answer.status, 422);
    const page = await answer.text();
    assert.ok(page.includes("under this name already"));
    assert.deepEqual(formIn(page, urls.savedFilters()), { name: "VAMPIRES", query, fandom: dracula });
    const other = await save(reader, "Others", "complete=yes");
    const renamed = await archive.send(urls.savedFilter(other.id), { name: "vampires" }, reader);
    assert.equal(renamed.status, 422);
    assert.equal(formIn(await renamed.text(), urls.savedFilter(other.id)).name, "vampires");
    assert.equal((await listed(reader)).length, 2);
  });

  it("are saved once when the form is sent twice at the same moment", async () => {
    const reader = await someReader();
    const send = (query: string) => archive.send(urls.savedFilters(), { name: "Twice", query }, reader);
    const same = await Promise.all(Array.from({ length: 6 }, () => send("complete=yes")));
    assert.deepEqual([...new Set(same.map(({ status }) => status))], [303]);
    const different = await Promise.all([send("complete=no"), send("words=1..")]);
    assert.deepEqual(
      different.map(({ status }) => status),
      [422, 422],
    );
    assert.equal((await onlyOne(reader)).query, "complete=yes");
  });

  it("refuse a name that is none, and take any that can be read", async () => {
    const reader = await someReader();
    for (const name of ["", "   ", "\u200B\u202E", "x".repeat(10_000), "\u0000\u0007"]) {
      const answer = await archive.send(urls.savedFilters(), { name, query: "complete=yes" }, reader);
      if (name.includes("\u0000")) continue;
      assert.equal(answer.status, 422, JSON.stringify(name.slice(0, 9)));
      const given = formIn(await answer.text(), urls.savedFilters());
      assert.equal(given.query, "complete=yes");
      assert.equal(String(given.name).length, name.length);
    }
    for (const name of [
      "<script>alert(1)</script>",
      "夜の話",
      "🦇",
      "a ‮ b",
      "'; drop table saved_filters; --",
    ]) {
      const saved = await save(reader, name, "complete=yes");
      for (const path of [
        urls.savedFilters(),
        urls.savedFilter(saved.id),
        urls.savedFilterRemoval(saved.id),
        urls.works("complete=yes"),
        urls.home(),
        urls.newSavedFilter(`with=${idOf("Dracula")}`),
      ]) {
        const answer = await archive.get(path, reader);
        assert.equal(answer.status, 200, path);
        assert.ok(!(await answer.text()).includes("<script>alert"));
      }
      readAtom(await (await archive.get(urls.savedFilterFeed(saved.feedKey))).text());
      await archive.send(urls.savedFilterRemoval(saved.id), {}, reader);
    }
  });

  it("stop at as many as the owner allows, and say so", async () => {
    const reader = await someReader();
    await archive.database.write((writer) => changeSettings(writer, { savedFilters: 2 }, Date.now()));
    await save(reader, "One", "");
    await save(reader, "Two", "");
    const answer = await archive.send(urls.savedFilters(), { name: "Three", query: "" }, reader);
    assert.equal(answer.status, 422);
    const page = await answer.text();
    assert.ok(page.includes("2 filters"));
    assert.equal(formIn(page, urls.savedFilters()).name, "Three");
    await archive.database.write((writer) => changeSettings(writer, { savedFilters: 100 }, Date.now()));
  });

  it("take the longest address there is, and of a longer one what can be read", async () => {
    const reader = await someReader();
    const longest = `without=${Array.from({ length: 150 }, (_, place) => `0000000${100 + place}`).join(".")}`;
    assert.equal((await archive.get(urls.newSavedFilter(longest), reader)).status, 200);
    const saved = await save(reader, "Long", longest);
    assert.equal(saved.query, longest);
    const longer = await save(
      reader,
      "Longer",
      `${longest}.${longest.slice(8)}&colour=blue&words=many&with=%00`,
    );
    assert.ok(longer.query.length <= 1_800);
    assert.equal((await archive.get(urls.savedFilters(), reader)).status, 200);
  });

  it("know when they were narrowed, and can be changed to what they became", async () => {
    const reader = await someReader();
    const dracula = `with=${idOf("Dracula")}`;
    const saved = await save(reader, "Vampires", dracula, { fandom: idOf("Dracula") });
    const narrowed = `${dracula}&without=${idOf("Angst")}`;
    const found = await text(archive.get(urls.works(narrowed), reader));
    assert.ok(found.includes("Save this filter, or change “Vampires” to it"));
    const page = await (await archive.get(urls.newSavedFilter(narrowed), reader)).text();
    assert.match(page, new RegExp(`<option value="${saved.id}" selected`));
    const answer = await archive.send(urls.savedFilters(), { instead: saved.id, query: narrowed }, reader);
    assert.equal(answer.headers.get("location"), urls.works(narrowed));
    const changed = await onlyOne(reader);
    assert.deepEqual(
      { ...changed, updatedAt: 0 },
      { ...saved, query: narrowed, updatedAt: 0 },
      "name, feed and fandom stay",
    );
  });

  it("are renamed, get a new feed address and are removed", async () => {
    const reader = await someReader();
    const saved = await save(reader, "Before", "complete=yes");
    const old = urls.savedFilterFeed(saved.feedKey);
    assert.equal((await archive.send(urls.savedFilter(saved.id), { name: "After" }, reader)).status, 303);
    const page = await text(archive.get(urls.savedFilter(saved.id), reader));
    assert.ok(page.includes(`http://archive.test${old}`));
    assert.equal((await archive.get(old)).status, 200);
    await archive.send(urls.savedFilterFeedKey(saved.id), {}, reader);
    const renewed = await onlyOne(reader);
    assert.equal(renewed.name, "After");
    assert.match(renewed.feedKey, /^[0-9a-z]{32}$/);
    assert.notEqual(renewed.feedKey, saved.feedKey);
    assert.equal((await archive.get(old)).status, 404);
    assert.equal((await archive.get(urls.savedFilterFeed(renewed.feedKey))).status, 200);
    assert.ok(
      (await text(archive.get(urls.savedFilterRemoval(saved.id), reader))).includes(
        "Remove the filter “After”?",
      ),
    );
    await archive.send(urls.savedFilterRemoval(saved.id), {}, reader);
    assert.deepEqual(await listed(reader), []);
    assert.equal((await archive.get(urls.savedFilterFeed(renewed.feedKey))).status, 404);
    assert.equal((await archive.send(urls.savedFilterRemoval(saved.id), {}, reader)).status, 404);
  });

  it("are changed from no other site", async () => {
    const reader = await someReader();
    const { id } = await save(reader, "Here", "");
    for (const path of [
      urls.savedFilters(),
      urls.savedFilter(id),
      urls.savedFilterRemoval(id),
      urls.savedFilterFeedKey(id),
      urls.fandomFilter(idOf("Dracula")),
    ]) {
      const answer = await archive.send(path, { name: "There" }, reader, {
        origin: "https://elsewhere.example",
      });
      assert.equal(answer.status, 403, path);
    }
    assert.equal((await onlyOne(reader)).name, "Here");
  });

  it("are applied to one fandom each, by its meaning, and one fandom has one of them", async () => {
    const reader = await someReader();
    const [dracula, stoker] = [idOf("Dracula"), idOf("Bram Stoker's Dracula")];
    const { reading } = archive.database;
    const applied = async (fandom: string) => (await findDefaultFilter(reading, reader.member, fandom))?.name;
    await save(reader, "No angst", `without=${idOf("Angst")}&with=${dracula}`, { fandom: dracula });
    const second = await save(reader, "Complete", "complete=yes");
    assert.equal(await applied(dracula), "No angst");
    assert.equal(await applied(stoker), undefined);
    await archive.send(urls.fandomFilter(dracula), { filter: second.id }, reader);
    assert.equal(await applied(dracula), "Complete");
    assert.equal((await listed(reader)).filter(({ defaultFor }) => defaultFor !== null).length, 1);
    // A merge carries the wish to what the fandom means now, and back again.
    const merge = (into: string | null) =>
      archive.database.write((writer) =>
        writer.updateTable("tags").set({ synonym_of: into }).where("id", "=", dracula).execute(),
      );
    await merge(stoker);
    assert.equal(await applied(stoker), "Complete");
    assert.equal(await applied(dracula), "Complete");
    await archive.send(urls.fandomFilter(dracula), { filter: "" }, reader);
    assert.equal(await applied(stoker), undefined);
    await archive.send(urls.fandomFilter(dracula), { filter: second.id }, reader);
    assert.equal((await listed(reader)).find(({ id }) => id === second.id)?.defaultFor, stoker);
    await merge(null);
    for (const [fandom, filter] of [
      [idOf("Fluff"), second.id],
      ["0000000000", second.id],
      ["%00", second.id],
      [dracula, "0000000000"],
    ] as const)
      assert.equal((await archive.send(`/tags/${fandom}/filter`, { filter }, reader)).status, 404);
    assert.equal((await archive.send(urls.fandomFilter(dracula), { filter: second.id })).status, 401);
  });

  it("are applied when their fandom is opened, with a way to everything that can be sent and paged", async () => {
    const reader = await someReader();
    const dracula = idOf("Dracula");
    const open = (path: string, as: CastMember | null = reader) => archive.get(path, as);
    const saved = await save(reader, "No angst", `without=${idOf("Angst")}&sort=title`);
    const plain = await text(open(urls.tag(dracula)));
    assert.ok(plain.includes("Apply one of my filters here") && plain.includes("Among friends"));
    await archive.send(urls.fandomFilter(dracula), { filter: saved.id }, reader);

    const applied = await (await open(urls.tag(dracula))).text();
    assert.ok(applied.includes("Your filter “No angst” is applied."));
    assert.ok(applied.includes("Open") && !applied.includes("Among friends"));
    assert.ok(applied.includes("Works, by title"));
    assert.ok(applied.includes(`href="${urls.tag(dracula, "all=1")}"`));
    assert.ok(
      applied.includes(`/works?with=${dracula}&amp;without=${idOf("Angst")}&amp;sort=title`) ||
        !applied.includes("Narrow this list"),
    );
    const all = await text(open(urls.tag(dracula, "all=1")));
    assert.ok(all.includes("Everything is shown, without your filter “No angst”."));
    assert.ok(all.includes("Among friends") && all.includes("Works, newest first"));

    // An address shows what it says, whoever opens it; and nobody else knows of the wish.
    assert.ok((await text(open(urls.works(`with=${dracula}`)))).includes("Among friends"));
    for (const other of [author, beta, moderator]) {
      const page = await text(open(urls.tag(dracula), other));
      assert.ok(page.includes("Among friends") && !page.includes("No angst"));
    }
    for (const path of [urls.tag(dracula), urls.tag(dracula, "all=1")])
      assert.ok(!(await text(open(path, null))).includes("filter “"));

    // Nothing left is said as what it is, and leads on.
    await archive.send(urls.savedFilters(), { instead: saved.id, query: "words=1000000.." }, reader);
    const nothing = await text(open(urls.tag(dracula)));
    assert.ok(nothing.includes("Your filter leaves none of its works."));
    assert.ok(nothing.includes("Show everything"));
    await archive.send(urls.fandomFilter(dracula), { filter: "" }, reader);
    assert.ok(!(await text(open(urls.tag(dracula)))).includes("is applied"));
  });

  it("outlive the tags they name, and say what is missing", async () => {
    const reader = await someReader();
    const { workId } = await giveWork(archive, author, {
      title: "Short-lived",
      tags: [{ kindId: "fandom", name: "Mayflies" }],
    });
    const { id } = await archive.database.reading
      .selectFrom("tags")
      .select("id")
      .where("name", "=", "Mayflies")
      .executeTakeFirstOrThrow();
    const saved = await save(reader, "Mayflies", `with=${id}&complete=yes`, { fandom: id });
    await archive.database.write((writer) => removeWork(writer, author.member, workId, Date.now()));
    const mine = await text(archive.get(urls.savedFilters(), reader));
    assert.ok(mine.includes("One thing it asks for cannot be found here now"));
    assert.equal((await archive.get(urls.works(saved.query), reader)).status, 200);
    assert.equal((await archive.get(urls.savedFilter(saved.id), reader)).status, 200);
    const feed = readAtom(await (await archive.get(urls.savedFilterFeed(saved.feedKey))).text());
    assert.deepEqual(titlesOf(feed), []);
    // A fandom that is gone for good takes the wish with it, and leaves the filter.
    await archive.database.write(async (writer) => {
      await writer.deleteFrom("work_tags").where("tag_id", "=", id).execute();
      await writer.deleteFrom("tags").where("id", "=", id).execute();
    });
    assert.equal((await onlyOne(reader)).defaultFor, null);
  });

  it("go with their owner", async () => {
    const reader = await someReader();
    await save(reader, "Mine", "");
    const { accountId } = reader.member;
    await archive.database.write(async (writer) => {
      await writer.deleteFrom("pseuds").where("account_id", "=", accountId).execute();
      await writer.deleteFrom("accounts").where("id", "=", accountId).execute();
    });
    assert.deepEqual(await listed(reader), []);
  });

  it("wait on the front page of who keeps them, and of nobody else", async () => {
    const reader = await someReader();
    const saved = await save(reader, "Tonight", "complete=yes&sort=words");
    const home = await (await archive.get(urls.home(), reader)).text();
    assert.ok(home.includes(`href="${urls.works(saved.query).replaceAll("&", "&amp;")}"`));
    for (const other of [null, author, beta, moderator])
      assert.ok(!(await (await archive.get(urls.home(), other)).text()).includes("Tonight"));
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../../../tests/archive.ts";
import { changePreferences } from "../../../../people/preferences.ts";
import { changeSettings } from "../../../../plumbing/settings/settings.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { changeWork } from "../../../change-work.ts";
import { chapterFields, giveWork, storyOf, workFields } from "../../../for-tests/give-work.ts";
import type { PermissionAnswer } from "../../../permissions.ts";
import type { RelatedKind } from "../../../related.ts";
import { removeWork } from "../../../remove-work.ts";
import type { Visibility } from "../../../work.ts";
import { findOwnWork } from "../../../works.ts";

describe("works that are made of others", () => {
  let archive: TestArchive;
  /** Who wrote first, who makes something of it, and others. */
  let author: CastMember;
  let maker: CastMember;
  let reader: CastMember;
  let moderator: CastMember;
  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    maker = await archive.join("Übersetzerin");
    reader = await archive.join("tessellate");
    moderator = await archive.join("saltmarsh", "moderator");
    await archive.database.write((writer) =>
      changeSettings(writer, { anonymousWorks: "allowed" }, Date.now()),
    );
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const page = async (path: string, as: CastMember | null = null) => (await archive.get(path, as)).text();
  const answer = (workId: string, own: string, says: string, as: CastMember | null = author) =>
    archive.send(urls.relatedToOwn(), { work: workId, own, answer: says }, as);
  const original = (title: string, permissions: { permissionId: string; answer: PermissionAnswer }[] = []) =>
    giveWork(archive, author, { title, permissions });
  const wish = (kind: RelatedKind, workId: string | null, elsewhere: Record<string, string> = {}) => ({
    ...{ kind, workId, ownTitle: "", title: "", author: "", language: "", address: "" },
    ...elsewhere,
  });
  const madeOf = (title: string, kind: RelatedKind, workId: string, as = maker) =>
    giveWork(archive, as, { title, language: "de", related: [wish(kind, workId)] });
  const form = (workId: string, version: string, fields: Record<string, string>, as = maker) =>
    archive.send(
      urls.editWork(workId),
      {
        ...{ version, title: "Changed", pseud: as.pseudId, language: "de", visibility: "everyone" },
        ...{ rating: "general", chapters: "1", "tags-fandom": "Treasure Island" },
        ...fields,
      },
      as,
    );
  const versionOf = async (workId: string, as = maker) =>
    /name="version" value="(\d+)"/.exec(await page(urls.editWork(workId), as))?.[1] ?? "";
  /** The works that wait for an answer of the author's, as their page tells them. */
  const asked = async () =>
    /<h2 id="asked">.*?<\/section>/s.exec(await page(urls.relatedToOwn(), author))?.[0] ?? "";
  const leads = (text: string, workId: string) => text.includes(`href="${urls.work(workId)}"`);

  it("are named with thanks at once, and linked both ways only with the other writer's yes", async () => {
    const first = await original("The Kettle Song");
    const { workId } = await madeOf("Das Kessellied", "translation", first.workId);
    const before = await page(urls.work(workId));
    assert.match(before, /A translation of .*The Kettle Song.*Marchpane.*\(English\)/s);
    assert.ok(!leads(before, first.workId));
    assert.doesNotMatch(await page(urls.work(first.workId)), /Kessellied/);
    assert.match(await page(urls.desk(), author), /made of one of yours/);
    assert.match(await page(urls.relatedToOwn(), author), /Das Kessellied.*A translation of .*Link them/s);
    for (const as of [maker, reader, moderator, null])
      assert.equal((await answer(workId, first.workId, "yes", as)).status, as ? 404 : 401);
    assert.ok(!leads(await page(urls.work(workId)), first.workId));

    assert.equal((await answer(workId, first.workId, "yes")).status, 303);
    assert.ok(leads(await page(urls.work(workId)), first.workId));
    const linked = await page(urls.work(first.workId));
    assert.match(linked, /Translations of this work.*Das Kessellied.*\(German\)/s);
    assert.ok(leads(linked, workId));
    assert.doesNotMatch(await page(urls.desk(), author), /made of one of yours/);
    assert.equal(await asked(), "");

    assert.equal((await answer(workId, first.workId, "no")).status, 303);
    assert.doesNotMatch(await page(urls.work(first.workId)), /Kessellied/);
    const after = await page(urls.work(workId));
    assert.match(after, /A translation of .*The Kettle Song/s);
    assert.ok(!leads(after, first.workId));
    for (const format of ["html", "text", "markdown"]) {
      const file = await page(urls.download(workId, format));
      assert.match(file, /translation of .*The Kettle Song.*Marchpane/s, format);
      assert.ok(!file.includes(first.workId), format);
    }
  });

  it("are led to at once where their writers allow it to everybody, and are refused in words where they say no", async () => {
    const free = await original("Open Door", [{ permissionId: "translation", answer: "yes" }]);
    const { workId } = await madeOf("Offene Tür", "translation", free.workId);
    assert.ok(leads(await page(urls.work(workId)), free.workId));
    assert.doesNotMatch(await page(urls.work(free.workId)), /Offene Tür/);
    assert.match(await page(urls.download(workId, "text")), new RegExp(urls.work(free.workId)));

    const closed = await original("Shut Door", [{ permissionId: "remix", answer: "no" }]);
    const asks = {
      "related-1-kind": "remix",
      "related-1-work": `http://archive.test/works/${closed.workId}`,
    };
    const refused = await form(workId, await versionOf(workId), asks);
    assert.equal(refused.status, 422);
    const again = await refused.text();
    assert.match(again, /The writers of “Shut Door” say no to this \(Remix\)/);
    assert.match(again, new RegExp(`value="http://archive.test/works/${closed.workId}"`));
    const inspired = { ...asks, "related-1-kind": "inspired" };
    assert.equal((await form(workId, await versionOf(workId), inspired)).status, 303);
    assert.match(await page(urls.work(workId)), /Inspired by .*Shut Door/s);
  });

  it("need no question between works of one writer, found by the title", async () => {
    const first = await original("Lamplight");
    const second = await giveWork(archive, author, { title: "Lamplight, later" });
    const version = await versionOf(second.workId, author);
    const fields = { "related-1-kind": "sequel", "related-1-work": "lamplight", title: "Lamplight, later" };
    assert.equal((await form(second.workId, version, fields, author)).status, 303);
    assert.match(await page(urls.work(second.workId)), /A sequel to /);
    assert.match(await page(urls.work(first.workId)), /Sequels to this work.*Lamplight, later/s);
    assert.doesNotMatch(await page(urls.relatedToOwn(), author), /Lamplight/);
    const round = {
      "related-1-kind": "sequel",
      "related-1-work": urls.work(second.workId),
      title: "Lamplight",
    };
    const loop = await form(first.workId, await versionOf(first.workId, author), round, author);
    assert.equal(loop.status, 422);
    assert.match(await loop.text(), /says the same of this work/);
  });

  it("are not taken where they cannot be: the work itself, nothing, nobody's, one twice; all is handed back", async () => {
    const first = await original("Thistle");
    const { workId } = await giveWork(archive, maker, { title: "Distel" });
    const draft = await giveWork(archive, author, { title: "Hidden Draft" }, undefined, "draft");
    const version = await versionOf(workId);
    for (const [typed, says] of [
      [{ kind: "remix", work: urls.work(workId) }, /This is the work itself/],
      [{ kind: "remix", work: urls.work(draft.workId) }, /There is no such work here that you may read/],
      [{ kind: "remix", work: "/works/0000000000" }, /There is no such work here that you may read/],
      [{ kind: "remix", work: "Thistle" }, /No work of yours is called that/],
      [{ kind: "remix", work: "" }, /Say which work/],
      [{ kind: "", work: urls.work(first.workId) }, /Choose what this work is/],
      [{ kind: "ψ", work: urls.work(first.workId) }, /Choose what this work is/],
      [{ kind: "remix", work: "javascript:alert(1)" }, /no address the archive can lead to/],
      [{ kind: "remix", work: "https://user:pass@example.org/x" }, /no address the archive can lead to/],
      [{ kind: "remix", work: "https://example.org/x" }, /Say what the work elsewhere is called/],
    ] as const) {
      const sent = {
        "related-1-kind": typed.kind,
        "related-1-work": typed.work,
        "related-1-author": "Ann <b>",
      };
      const refused = await form(workId, version, sent);
      assert.equal(refused.status, 422, typed.work);
      const text = await refused.text();
      assert.match(text, says);
      assert.ok(text.includes('value="Ann &lt;b>"') || text.includes('value="Ann &lt;b&gt;"'), "handed back");
      assert.doesNotMatch(text, /Hidden Draft/);
    }
    const twice = Object.fromEntries(
      [1, 2].flatMap((row) => [
        [`related-${row}-kind`, row === 1 ? "remix" : "inspired"],
        [`related-${row}-work`, urls.work(first.workId)],
      ]),
    );
    assert.match(await (await form(workId, version, twice)).text(), /named in another row/);
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, row) => [
        [`related-${row + 1}-kind`, "remix"],
        [`related-${row + 1}-title`, `Title ${row}`],
      ]).flat(),
    );
    assert.match(await (await form(workId, version, many)).text(), /room for 20 related works/);
  });

  it("lie elsewhere too, with a clean address that gives nothing to the other site", async () => {
    const related = [
      wish("translation", null, {
        title: "Чайник",
        author: "Anna & Co.",
        language: "ru",
        address: "https://example.org/works/42?a=1&b=2",
      }),
    ];
    const { workId } = await giveWork(archive, maker, { title: "The Kettle", related });
    const text = await page(urls.work(workId));
    assert.match(
      text,
      /<a href="https:\/\/example.org\/works\/42\?a=1&amp;b=2" rel="external nofollow noopener noreferrer"[^>]*>Чайник<\/a> by .*Anna &amp; Co\..*\(Russian\)/s,
    );
    assert.match(await page(urls.download(workId, "text")), /Чайник.*Anna & Co\..*https:\/\/example\.org/s);
    const edit = await page(urls.editWork(workId), maker);
    assert.match(edit, /value="https:\/\/example.org\/works\/42\?a=1&amp;b=2"/);
    assert.match(edit, /value="Чайник"/);
    assert.match(edit, /<option value="ru" selected/);
  });

  it("stay as they are when a form does not ask, and go when their row is emptied; a no is not asked again", async () => {
    const first = await original("Sandglass");
    const { workId } = await madeOf("Sanduhr", "remix", first.workId);
    await answer(workId, first.workId, "no");
    assert.equal((await form(workId, await versionOf(workId), {})).status, 303);
    assert.match(await page(urls.work(workId)), /A remix of .*Sandglass/s);
    const empty = { "related-1-kind": "", "related-1-work": "" };
    assert.equal((await form(workId, await versionOf(workId), empty)).status, 303);
    assert.doesNotMatch(await page(urls.work(workId)), /Sandglass/);
    const anew = { "related-1-kind": "inspired", "related-1-work": urls.work(first.workId) };
    assert.equal((await form(workId, await versionOf(workId), anew)).status, 303);
    assert.doesNotMatch(await asked(), new RegExp(workId));
    const facts = await archive.database.reading
      .selectFrom("events")
      .select("body")
      .where("subject", "=", `work:${workId}`)
      .where("body", "like", "%related-asked%")
      .execute();
    assert.equal(facts.length, 1);
  });

  it("ask again when a yes was to something else", async () => {
    const first = await original("Weathervane");
    const { workId } = await madeOf("Wetterhahn", "inspired", first.workId);
    await answer(workId, first.workId, "yes");
    assert.match(await page(urls.work(first.workId)), /Works inspired by this one.*Wetterhahn|Changed/s);
    const other = { "related-1-kind": "translation", "related-1-work": urls.work(first.workId) };
    assert.equal((await form(workId, await versionOf(workId), other)).status, 303);
    assert.ok(!leads(await page(urls.work(first.workId)), workId));
    assert.match(await asked(), new RegExp(workId));
    await answer(workId, first.workId, "no");
  });

  it("are answered by what somebody always says", async () => {
    const first = await original("Compass");
    const prefers = (worksLinked: "ask" | "always" | "never") =>
      archive.database.write((writer) => changePreferences(writer, author.member.accountId, { worksLinked }));
    await prefers("always");
    const { workId } = await madeOf("Kompass", "podfic", first.workId);
    assert.ok(leads(await page(urls.work(first.workId)), workId));
    await prefers("never");
    const never = await madeOf("Kompassrose", "art", first.workId);
    assert.ok(!leads(await page(urls.work(first.workId)), never.workId));
    assert.ok(!leads(await page(urls.work(never.workId)), first.workId));
    await prefers("ask");
    assert.doesNotMatch(await asked(), /Kompass/);
    assert.match(
      await page(urls.relatedToOwn(), author),
      /Linked with yours.*Kompass.*Not linked.*Kompassrose/s,
    );
  });

  it("are told to nobody who may not see them, on neither side", async () => {
    const cases: { visibility: Visibility; seenBy: (CastMember | null)[]; stays?: "draft" }[] = [
      { visibility: "everyone", seenBy: [null, reader, moderator, author, maker] },
      { visibility: "members", seenBy: [reader, moderator, author, maker] },
      { visibility: "link", seenBy: [] },
      { visibility: "private", seenBy: [] },
      { visibility: "everyone", seenBy: [], stays: "draft" },
    ];
    for (const [index, { visibility, seenBy, stays }] of cases.entries()) {
      const [one, two] = [`Quernstone${index}`, `Mühlstein${index}`];
      const open = await giveWork(archive, maker, { title: two });
      const hidden = await giveWork(archive, maker, { title: one, visibility }, undefined, stays);
      const link = async (from: string, to: string, title: string, seen: Visibility) => {
        const now = await findOwnWork(archive.database.reading, maker.member, from);
        const fields = workFields(maker, { title, visibility: seen, related: [wish("remix", to)] });
        await archive.database.write((writer) =>
          changeWork(writer, maker.member, from, now?.version ?? 0, fields, Date.now()),
        );
      };
      await link(open.workId, hidden.workId, two, "everyone");
      for (const as of [null, reader, moderator, author])
        for (const path of [urls.work(open.workId), urls.download(open.workId, "text")])
          assert.equal((await page(path, as)).includes(one), seenBy.includes(as), `${one} on ${path}`);
      const other = await giveWork(archive, maker, { title: `${two} again` });
      await link(hidden.workId, other.workId, one, visibility);
      for (const as of [null, reader, moderator, author])
        for (const path of [urls.work(other.workId), urls.madeOfWork(other.workId)])
          assert.equal((await page(path, as)).includes(one), seenBy.includes(as), `${one} on ${path}`);
    }
  });

  it("tell no name of a work without names, and are gone with a work that is taken away", async () => {
    const first = await giveWork(archive, author, { title: "Unsigned", anonymous: true });
    const { workId } = await madeOf("Unterschrieben", "inspired", first.workId);
    await answer(workId, first.workId, "yes");
    for (const path of [urls.work(workId), urls.download(workId, "html")]) {
      const text = await page(path);
      assert.match(text, /Unsigned/);
      assert.doesNotMatch(text, /Marchpane/);
    }
    const veiled = await giveWork(archive, maker, {
      title: "Verschleiert",
      anonymous: true,
      related: [wish("inspired", first.workId)],
    });
    for (const as of [author, reader]) {
      const told = /Verschleiert(?:(?!<\/li>).)*/s.exec(await page(urls.relatedToOwn(), as))?.[0] ?? "";
      assert.equal(told.includes("by Anonymous"), as === author);
      assert.doesNotMatch(told, /Übersetzerin/);
      await answer(veiled.workId, first.workId, "yes");
      const own = await page(urls.work(first.workId), as);
      assert.match(own, /Verschleiert.*by Anonymous/s);
    }
    await archive.database.write((writer) => removeWork(writer, author.member, first.workId, Date.now()));
    for (const path of [urls.work(workId), urls.download(workId, "text")])
      assert.doesNotMatch(await page(path), /Unsigned/);
    assert.doesNotMatch(await page(urls.relatedToOwn(), author), /Unterschrieben/);
  });

  it("tell nothing of a work that was hidden since, nor what its writers want", async () => {
    const first = await original("Open Door", [{ permissionId: "remix", answer: "no" }]);
    const { workId } = await madeOf("Offene Tür", "inspired", first.workId);
    await archive.database.write((writer) =>
      writer
        .updateTable("works")
        .set({ title: "Shut Door", visibility: "private" })
        .where("id", "=", first.workId)
        .execute(),
    );
    const refused = await form(workId, await versionOf(workId), {
      "related-1-kind": "remix",
      "related-1-work": urls.work(first.workId),
    });
    assert.equal(refused.status, 422);
    const said = await refused.text();
    assert.match(said, /There is no such work here that you may read/);
    assert.doesNotMatch(said, /Shut Door|say no to this/);
  });

  it("fill no page, however many there are", async () => {
    const first = await original("Lighthouse");
    const makers = await giveWork(archive, author, {
      title: "Beacon 0",
      related: [wish("inspired", first.workId)],
    });
    for (let beacon = 1; beacon < 8; beacon++)
      await giveWork(archive, author, {
        title: `Beacon ${beacon}`,
        related: [wish("inspired", first.workId)],
      });
    const text = await page(urls.work(first.workId));
    assert.equal(text.match(/Beacon \d/g)?.length, 5);
    assert.match(text, /Everything made of this work/);
    const all = await page(urls.madeOfWork(first.workId));
    assert.equal(all.match(/Beacon \d/g)?.length, 8);
    assert.equal((await archive.get(urls.madeOfWork(makers.workId))).status, 404);
  });

  it("keep what stands when chapters are written on", async () => {
    const first = await original("Almanac");
    const { workId } = await giveWork(
      archive,
      maker,
      { title: "Almanach", related: [wish("translation", first.workId)] },
      [chapterFields({ story: storyOf(10) })],
      "draft",
    );
    assert.doesNotMatch(await page(urls.relatedToOwn(), author), /Almanach/);
    await archive.send(urls.publication(workId), {}, maker);
    assert.match(await page(urls.relatedToOwn(), author), /Almanach/);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  checkAtomCatalogue,
  readAtomCatalogue,
  readOpenSearch,
} from "../src/ereaders/for-tests/read-atom-catalogue.ts";
import {
  checkJsonFeed,
  jsonPublicationRules,
  titlesInJson,
} from "../src/ereaders/for-tests/read-json-catalogue.ts";
import { readAtomFeed } from "../src/plumbing/feeds/for-tests/atom-rules.ts";
import { jsonFeedRules } from "../src/plumbing/feeds/for-tests/json-feed-rules.ts";
import { childrenOf, textOf } from "../src/plumbing/xml/for-tests/read-xml.ts";
import { xmlCharacters } from "../src/plumbing/xml/write-xml.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { addChapter } from "../src/works/add-chapter.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { postNews } from "../src/works/news/post-news.ts";
import { publishChapter } from "../src/works/publish-chapter.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";
import { everyAddress } from "./every-address.ts";

/**
 * Everything the archive sends to programs that read feeds and catalogues, each by the rules of its format, in both its forms.
 * Whatever address answers as one of these is found by the router, so that none comes in unproved.
 */
describe("feeds and catalogues", () => {
  let archive: TestArchive;
  let author: CastMember;
  let reader: CastMember;
  let password: string;
  let workId: string;
  const ids = { seriesId: "", tagId: "", shelfId: "", filterId: "", filterKey: "", shelfKey: "", ownKey: "" };
  const origin = "http://archive.test";

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane & <Co>");
    reader = await archive.join("tessellate");
    const give = async (title: string, fields = {}) =>
      giveWork(
        archive,
        author,
        {
          title,
          tags: [
            { kindId: "fandom", name: "Tom & <Jerry> \u0002" },
            { kindId: "character", name: "«Ψ» \u202E" },
          ],
          series: { title: "Lanterns \uFFFE & lamps", number: 1 },
          summary: "<p>A <em>short</em> &amp; true tale.</p>",
          ...fields,
        },
        [chapterFields({ title: "]]> & so \u0007 on", summary: "<p>They <em>meet</em>.</p>" })],
      );
    ({ workId } = await give("A\u0007 <script>alert(1)</script> & ]]> end"));
    await give("Plain", { language: "de", summary: "", series: null });
    await archive.database.write(async (writer) => {
      const id = await addChapter(writer, author.member, workId, chapterFields(), Date.now());
      await publishChapter(writer, author.member, workId, id, Date.now());
      await postNews(writer, author.member, workId, "<p>A week’s rest &amp; more.</p>", Date.now());
    });
    await shelve();
    const read = archive.database.reading;
    ids.seriesId = (await read.selectFrom("series").select("id").executeTakeFirstOrThrow()).id;
    ids.tagId = (
      await read.selectFrom("tags").select("id").where("kind_id", "=", "fandom").executeTakeFirstOrThrow()
    ).id;
    await archive.send(urls.savedFilters(), { name: "Mine & <theirs>", query: `with=${ids.tagId}` }, reader);
    const filter = await read
      .selectFrom("saved_filters")
      .select(["id", "feed_key"])
      .executeTakeFirstOrThrow();
    await archive.send(urls.ownFeedKey(), {}, reader);
    const follow = { kind: "author", target: author.pseudId, rhythm: "feed" };
    await archive.send(urls.subscriptions(), follow, reader);
    await archive.database.write((writer) =>
      writer
        .insertInto("notices")
        .columns([
          ...(["id", "account_id", "kind", "notice_key", "work_id", "reasons", "rhythm", "on_site"] as const),
          ...(["noted_at", "read_at", "letter_id"] as const),
        ])
        .expression((row) =>
          row
            .selectFrom("subscriptions")
            .select(["subscriptions.id", "account_id"])
            .select((one) => [one.val("work").as("kind"), one.val(`work ${workId}`).as("notice_key")])
            .select((one) => [one.val(workId).as("work_id"), "subscriptions.id as reasons", "rhythm"])
            .select((one) => [one.lit(0).as("on_site"), one.val(Date.now()).as("noted_at")])
            .select((one) => [one.lit(null).as("read_at"), one.lit(null).as("letter_id")]),
        )
        .execute(),
    );
    const { feed_key } = await read.selectFrom("tellings").select("feed_key").executeTakeFirstOrThrow();
    Object.assign(ids, { filterId: filter.id, filterKey: filter.feed_key, ownKey: feed_key });
    const page = await (await archive.send(urls.devices(), { name: "Kobo" }, reader)).text();
    password = /<strong>([0-9a-z-]+)<\/strong>/.exec(page)?.[1] ?? assert.fail(page);
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const shelve = async () => {
    const fields = {
      name: "Lamplight & <b>",
      visibility: "public",
      pseud: reader.pseudId,
      text: "<p>Lit.</p>",
    };
    const made = await archive.send(urls.shelves(), fields, reader);
    ids.shelfId = made.headers.get("location")?.split("/").at(-1) ?? "";
    const note = { work: workId, [`note-${workId}`]: "<p>Read &amp; weep.</p>" };
    assert.equal((await archive.send(urls.workShelves(workId), { shelf: ids.shelfId }, reader)).status, 303);
    assert.equal((await archive.send(urls.shelvedWork(ids.shelfId), note, reader)).status, 303);
    const shelf = archive.database.reading.selectFrom("shelves").select("feed_key");
    ids.shelfKey = (await shelf.executeTakeFirstOrThrow()).feed_key;
  };
  const titlesInAtom = (xml: string) =>
    childrenOf(readAtomFeed(xml), "entry").map((entry) => textOf(entry, "title"));
  /** What a feed says, by its rules. */
  const readFeed = async (path: string): Promise<{ titles: (string | undefined)[]; type: string }> => {
    const answer = await archive.get(path);
    assert.equal(answer.status, 200, path);
    const type = answer.headers.get("content-type") ?? "";
    if (type === "application/atom+xml; charset=utf-8")
      return { titles: titlesInAtom(await answer.text()), type };
    assert.equal(type, "application/feed+json; charset=utf-8", path);
    const feed = jsonFeedRules.parse(await answer.json());
    assert.equal(feed.feed_url, origin + path);
    return { titles: feed.items.map(({ title }) => title), type };
  };

  it("are by the rules of Atom and of JSON Feed at every address that gives one", async () => {
    const none = ["0000000000"];
    const known = {
      workId: [workId],
      seriesId: [ids.seriesId],
      shelfId: [ids.shelfId],
      feedKey: [ids.filterKey, ids.shelfKey, ids.ownKey],
      pseudId: [author.pseudId],
      tagId: [ids.tagId],
      filterId: [ids.filterId],
      ...{ kindId: ["fandom"], list: ["ratings"], format: none, name: none, token: none, leaveKey: none },
      ...{ chapterId: none, commentId: none, newsId: none, importId: none, originalId: none, iconId: none },
      ...{ wranglingId: none, autosaveId: none, copyId: none, ruleId: none, deviceId: none },
    };
    const feeds = new Set<string>();
    for (const path of everyAddress(archive, known)) {
      const type = (await archive.get(path)).headers.get("content-type") ?? "";
      if (!/atom\+xml|feed\+json|rss|opds|opensearch/.test(type)) continue;
      const { titles } = await readFeed(path);
      assert.ok(titles.length > 0, `${path} is empty`);
      feeds.add(path);
    }
    assert.deepEqual(
      [...feeds].toSorted(),
      [
        ...[urls.worksFeed(), urls.worksJsonFeed(), urls.workFeed(workId), urls.workJsonFeed(workId)],
        ...[urls.shelfFeed(ids.shelfId), urls.shelfJsonFeed(ids.shelfId)],
        ...[urls.ownShelfFeed(ids.shelfKey), urls.ownShelfJsonFeed(ids.shelfKey)],
        ...[urls.savedFilterFeed(ids.filterKey), urls.savedFilterJsonFeed(ids.filterKey)],
        ...[urls.ownFeed(ids.ownKey), urls.ownFeed(ids.ownKey, "json")],
      ].toSorted(),
    );
  });

  it("are named in both forms on the page they belong to, and say the same in both", async () => {
    const pages: [string, CastMember | null, RegExp][] = [
      [urls.home(), null, /^Newest works$/],
      [urls.newest(), null, /^Newest works$/],
      [urls.works(`with=${ids.tagId}`), null, /Tom/],
      [urls.tag(ids.tagId), null, /^Tom & <Jerry>/],
      [urls.writer(author.pseudId), null, /^New stories by Marchpane/],
      [urls.series(ids.seriesId), null, /^New in the series Lanterns/],
      [urls.work(workId), null, /^New chapters and news/],
      [urls.shelf(ids.shelfId), null, /^New on this shelf/],
      [urls.editShelf(ids.shelfId), reader, /^Lamplight/],
      [urls.savedFilter(ids.filterId), reader, /^Mine/],
      [urls.telling(), reader, /^What I follow/],
    ];
    const link = /<link rel="alternate" type="([^"]+)" title="([^"]+)" href="([^"]+)"\/>/g;
    const plain = (text = "") =>
      text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
    for (const [path, as, title] of pages) {
      const html = await (await archive.get(path, as)).text();
      const found = [...html.matchAll(link)].map(([, type, name, href]) => ({
        type,
        name: plain(name),
        path: plain(href).replace(origin, ""),
      }));
      const types = found.map(({ type }) => type);
      assert.deepEqual(types, ["application/atom+xml", "application/feed+json"], path);
      assert.match(found[0]?.name ?? "", title);
      assert.match(found[1]?.name ?? "", / \(JSON Feed\)$/);
      const [atom, json] = await Promise.all(found.map((one) => readFeed(one.path)));
      assert.ok(atom && json && atom.titles.length > 0, path);
      assert.deepEqual(
        json.titles.map((title = "") => xmlCharacters(title)),
        atom.titles,
        path,
      );
      for (const one of found)
        assert.ok(
          html.replaceAll(origin, "").includes(`<a href="${one.path.replaceAll("&", "&amp;")}"`),
          `${path} shows it`,
        );
    }
  });

  it("are by the rules of OPDS 1.2 and 2.0 from the root to everything, and lead there alike", async () => {
    const basic = { authorization: `Basic ${Buffer.from(`me:${password}`).toString("base64")}` };
    const get = async (path: string) => {
      const answer = await archive.get(path, null, path.startsWith("/opds/mine") ? basic : {});
      assert.equal(answer.status, 200, path);
      return answer;
    };
    const pictures = new Set<string>();
    const searches = new Set<string>();
    const visit = async (path: string, seen: Set<string>): Promise<Set<string>> => {
      if (seen.has(path) || seen.size > 200) return seen;
      seen.add(path);
      const answer = await get(path);
      const feed = readAtomCatalogue(await answer.text(), answer.headers.get("content-type") ?? "");
      checkAtomCatalogue(feed);
      const json = await get(path.replace("/v1", "/v2"));
      assert.equal(json.headers.get("content-type"), "application/opds+json");
      const read = checkJsonFeed(await json.json());
      assert.deepEqual(
        titlesInJson(read).map((title) => xmlCharacters(title)),
        feed.entries.map(({ title }) => title),
        path,
      );
      for (const one of read.publications ?? []) for (const { href } of one.images) pictures.add(href);
      for (const { href, type, rel } of [...feed.entries.flatMap(({ links }) => links), ...feed.links]) {
        if (rel === "search") searches.add(href);
        if (type.includes("profile=opds-catalog")) await visit(href.replace(origin, ""), seen);
      }
      return seen;
    };
    const everybodys = await visit(urls.catalogue("public", "v1"), new Set());
    assert.ok(everybodys.size >= 7, [...everybodys].join("\n"));
    const mine = await visit(urls.catalogue("mine", "v1"), new Set());
    assert.ok(mine.size >= 10, [...mine].join("\n"));
    for (const href of searches) {
      const described = await get(href.replace(origin, ""));
      assert.equal(described.headers.get("content-type"), "application/opensearchdescription+xml");
      const template = readOpenSearch(await described.text());
      const found = await get(template.replace(origin, "").replace("{searchTerms}", "plain"));
      const feed = readAtomCatalogue(await found.text(), found.headers.get("content-type") ?? "");
      checkAtomCatalogue(feed);
      assert.deepEqual(
        feed.entries.map(({ title }) => title),
        ["Plain"],
      );
    }
    for (const href of pictures) {
      const picture = await get(href.replace(origin, ""));
      assert.equal(picture.headers.get("content-type"), "image/png");
      assert.equal(Buffer.from(await picture.arrayBuffer()).toString("hex", 0, 8), "89504e470d0a1a0a");
    }
    const work = await get(`${urls.catalogue("mine", "v2")}/works/${workId}`);
    assert.equal(work.headers.get("content-type"), "application/opds-publication+json");
    jsonPublicationRules.parse(await work.json());
  });
});

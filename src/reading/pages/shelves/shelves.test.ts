import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../../tests/archive.ts";
import { formIn } from "../../../../tests/form-in.ts";
import { changeSettings } from "../../../plumbing/settings/settings.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { giveWork } from "../../../works/for-tests/give-work.ts";
import { removeWork } from "../../../works/remove-work.ts";
import type { ShelfVisibility } from "../../shelf.ts";
import { listOwnShelves } from "../../shelves.ts";

describe("shelves", () => {
  let archive: TestArchive;
  let author: CastMember;
  let beta: CastMember;
  let reader: CastMember;
  let moderator: CastMember;
  let everybody: [string, CastMember | null][];
  const works: Record<string, string> = {};

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    beta = await archive.join("megan_peta");
    reader = await archive.join("tessellate");
    moderator = await archive.join("saltmarsh", "moderator");
    everybody = [
      ["author", author],
      ["beta", beta],
      ["moderator", moderator],
      ["stranger", null],
    ];
    const give = async (title: string, fields = {}, stays?: "draft") => {
      works[title] = (await giveWork(archive, author, { title, ...fields }, undefined, stays)).workId;
    };
    await give("Salt and Candle");
    await give("Paper Moon");
    await give("Among Members", { visibility: "members" });
    await give("By Its Address", { visibility: "link" });
    await give("Mine Alone", { visibility: "private" });
    await give("Not Yet", {}, "draft");
    await give("Vanishing Ink");
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const page = async (path: string, as: CastMember | null = null) => (await archive.get(path, as)).text();
  const statusOf = async (path: string, as: CastMember | null = null) => (await archive.get(path, as)).status;
  const idOf = (title: string) => works[title] ?? assert.fail(title);
  const make = async (name: string, visibility: ShelfVisibility, text = "", as = reader) => {
    const answer = await archive.send(urls.shelves(), { name, visibility, text }, as);
    assert.equal(answer.status, 303, await answer.text());
    return answer.headers.get("location")?.split("/").at(-1) ?? "";
  };
  const put = (title: string, shelf: string | string[], as: CastMember | null = reader, name = "") =>
    archive.send(urls.workShelves(idOf(title)), { shelf, name }, as);
  const note = (shelfId: string, title: string, text: string, as: CastMember | null = reader) =>
    archive.send(urls.shelvedWork(shelfId), { work: idOf(title), [`note-${idOf(title)}`]: text }, as);
  const titlesOn = (html: string) =>
    Object.keys(works)
      .filter((title) => html.includes(`>${title}</a>`))
      .sort((one, other) => html.indexOf(`>${one}</a>`) - html.indexOf(`>${other}</a>`));

  it("are shown to nobody else while they are private, whoever looks after the archive", async () => {
    const shelfId = await make("Comfort for bad days", "private", "For nobody but me.");
    assert.equal((await put("Salt and Candle", shelfId)).status, 303);
    await note(shelfId, "Salt and Candle", "The one with the ferry.");
    const own = await page(urls.shelf(shelfId), reader);
    assert.match(own, /Comfort for bad days.*For nobody but me.*Salt and Candle.*The one with the ferry/s);
    for (const [who, as] of everybody) {
      assert.equal(await statusOf(urls.shelf(shelfId), as), 404, who);
      assert.equal(await statusOf(urls.shelfFeed(shelfId), as), 404, who);
      assert.doesNotMatch(await page(urls.writer(reader.pseudId), as), /Comfort/, who);
      assert.notEqual((await note(shelfId, "Salt and Candle", "mine", as)).status, 303, who);
    }
    assert.equal((await archive.send(urls.shelfHiding(shelfId), {}, moderator)).status, 404);
    const log = await archive.database.reading.selectFrom("events").select("body").execute();
    assert.ok(!log.some(({ body }) => body.includes(shelfId)), "the log says nothing of it");
  });

  it("show each person the works they may see, in lists, counts and feeds, and leave no gap", async () => {
    const shelfId = await make("Lantern stories", "public", "Read these by *candle*light.");
    const all = Object.keys(works);
    for (const title of all) await put(title, shelfId);
    const own = await make("All that I wrote", "public", "", author);
    for (const title of all) await put(title, own, author);
    const seen = async (as: CastMember | null) => titlesOn(await page(urls.shelf(shelfId), as));
    const open = ["Salt and Candle", "Paper Moon", "Vanishing Ink"];
    const forMembers = ["Salt and Candle", "Paper Moon", "Among Members", "Vanishing Ink"];
    for (const [who, as] of everybody) assert.deepEqual(await seen(as), as ? forMembers : open, who);
    assert.deepEqual(await seen(reader), [...forMembers.slice(0, 3), "By Its Address", "Vanishing Ink"]);
    assert.match(await page(urls.shelf(shelfId)), /<li>3 works<\/li>/);
    assert.match(await page(urls.shelf(shelfId), beta), /<li>4 works<\/li>/);
    assert.deepEqual(titlesOn(await page(urls.shelf(own))), open);
    for (const as of [null, beta]) {
      const feed = await page(urls.shelfFeed(shelfId), as);
      assert.equal(feed.split("<entry>").length - 1, 3);
      assert.doesNotMatch(feed, /Among Members|By Its Address|Mine Alone|Not Yet/);
    }
    const { feedKey } =
      (await listOwnShelves(archive.database.reading, reader.member)).find(({ id }) => id === shelfId) ??
      assert.fail();
    const feed = await page(urls.ownShelfFeed(feedKey));
    for (const title of ["Among Members", "By Its Address"]) assert.ok(feed.includes(title), title);
    assert.doesNotMatch(feed, /Mine Alone|Not Yet/);
    await archive.send(urls.shelfFeedKey(shelfId), {}, reader);
    assert.equal(await statusOf(urls.ownShelfFeed(feedKey)), 404);
    assert.match(await page(urls.writer(reader.pseudId)), /Lantern stories/);
  });

  it("outlive their works: the keeper reads their own note, nobody else reads anything", async () => {
    const shelfId = await make("Farewell", "public");
    const { workId } = await giveWork(archive, author, { title: "Going Soon", summary: "<p>Soon.</p>" });
    works["Going Soon"] = workId;
    for (const title of ["Going Soon", "Paper Moon"]) await put(title, shelfId);
    await note(shelfId, "Going Soon", "I loved the ending.");
    await archive.database.write((writer) => removeWork(writer, author.member, workId, Date.now()));
    const own = await page(urls.shelf(shelfId), reader);
    assert.match(own, /A work you kept, now gone.*I loved the ending/s);
    assert.doesNotMatch(own, /Going Soon|Soon\./);
    for (const [who, as] of everybody) {
      const shown = await page(urls.shelf(shelfId), as);
      assert.doesNotMatch(shown, /gone|loved the ending|Going Soon/, who);
      assert.match(shown, /<li>1 work<\/li>/, who);
    }
    const off = await archive.send(urls.shelvedWork(shelfId), { work: workId, press: "off" }, reader);
    assert.equal(off.status, 303);
    assert.doesNotMatch(await page(urls.shelf(shelfId), reader), /now gone/);
  });

  it("are put in order by numbers and by buttons", async () => {
    const shelfId = await make("In order", "unlisted");
    const [one, two, three] = ["Salt and Candle", "Paper Moon", "Vanishing Ink"] as const;
    for (const title of [one, two, three]) await put(title, shelfId);
    const order = async () => titlesOn(await page(urls.shelf(shelfId)));
    const send = (fields: Record<string, string>) => archive.send(urls.shelfOrder(shelfId), fields, reader);
    await send({ [`place-${idOf(three)}`]: "1", [`place-${idOf(one)}`]: "2", [`place-${idOf(two)}`]: "3" });
    assert.deepEqual(await order(), [three, one, two]);
    await send({ move: "down", work: idOf(three), at: "1" });
    assert.deepEqual(await order(), [one, three, two]);
    await send({ move: "up", work: idOf(two), at: "3" });
    assert.deepEqual(await order(), [one, two, three]);
    await send({ [`place-${idOf(one)}`]: "99", [`place-${idOf(two)}`]: "ψ" });
    assert.deepEqual(await order(), [two, three, one]);
    assert.equal((await archive.send(urls.shelfOrder(shelfId), { move: "up" }, beta)).status, 404);
  });

  it("are begun from the page of a work, and a work goes on and off several at once", async () => {
    assert.match(await page(urls.work(idOf("Paper Moon")), beta), /Put on a shelf/);
    assert.equal((await archive.send(urls.workShelves(idOf("Paper Moon")), {}, beta)).status, 422);
    assert.equal((await put("Paper Moon", [], beta, "To read aloud")).status, 303);
    const [first] = await listOwnShelves(archive.database.reading, beta.member);
    assert.deepEqual([first?.name, first?.visibility, first?.works], ["To read aloud", "private", 1]);
    const second = await make("Again", "private", "", beta);
    await put("Paper Moon", [second], beta);
    assert.deepEqual(
      (await listOwnShelves(archive.database.reading, beta.member)).map(({ name, works }) => [name, works]),
      [
        ["Again", 1],
        ["To read aloud", 0],
      ],
    );
    for (const title of ["Mine Alone", "Not Yet"])
      assert.equal((await put(title, second, beta)).status, 404, title);
    const others = await make("Another’s", "public");
    await put("Paper Moon", others, beta);
    assert.deepEqual(titlesOn(await page(urls.shelf(others))), [], "nobody puts works on another’s shelf");
  });

  it("are made once, though the button is pressed twice", async () => {
    const [one, other] = await Promise.all([make("Pressed", "private"), make("Pressed", "private")]);
    assert.equal(one, other);
    assert.notEqual(await make("Pressed", "public"), one);
  });

  it("keep what was put on them since a form was opened, and are made by its button once", async () => {
    const opened = formIn(
      await page(urls.workShelves(idOf("Paper Moon")), moderator),
      urls.workShelves(idOf("Paper Moon")),
    );
    const since = await make("Since", "private", "", moderator);
    assert.equal((await put("Paper Moon", since, moderator)).status, 303);
    await note(since, "Paper Moon", "Not to be lost.", moderator);
    for (let press = 0; press < 2; press++)
      assert.equal(
        (await archive.send(urls.workShelves(idOf("Paper Moon")), { ...opened, name: "Evenings" }, moderator))
          .status,
        303,
      );
    const own = await listOwnShelves(archive.database.reading, moderator.member);
    assert.deepEqual(
      own.map(({ name, works }) => [name, works]),
      [
        ["Evenings", 1],
        ["Since", 1],
      ],
    );
    assert.match(await page(urls.shelf(since), moderator), /Not to be lost/);
  });

  it("hand back what was typed when it cannot be kept", async () => {
    await archive.database.write((writer) => changeSettings(writer, { shelvesKept: 2 }, Date.now()));
    const full = await archive.send(urls.shelves(), { name: "One too many", text: "Kept words" }, reader);
    assert.equal(full.status, 422);
    assert.match(await full.text(), /One too many.*Kept words/s);
    const unnamed = await archive.send(urls.shelves(), { name: " ", text: "Kept words" }, beta);
    assert.match(await unnamed.text(), /A shelf needs a name.*Kept words/s);
    const [shelf] = await listOwnShelves(archive.database.reading, reader.member);
    await archive.database.write((writer) => changeSettings(writer, { noteCharacters: 200 }, Date.now()));
    const id = shelf?.id ?? "";
    await put("Paper Moon", id);
    const long = await note(id, "Paper Moon", "w".repeat(201));
    assert.equal(long.status, 422);
    assert.match(await long.text(), /w{201}/);
  });

  it("are hidden by a moderator, and told so to their keeper alone", async () => {
    const keeper = await archive.join("Rook");
    const shelfId = await make("Unkind", "public", "Words against somebody.", keeper);
    assert.equal((await archive.send(urls.shelfHiding(shelfId), {}, beta)).status, 404);
    assert.equal((await archive.send(urls.shelfHiding(shelfId), {}, moderator)).status, 303);
    for (const as of [null, beta, author]) assert.equal(await statusOf(urls.shelf(shelfId), as), 404);
    for (const as of [keeper, moderator])
      assert.match(await page(urls.shelf(shelfId), as), /A moderator has hidden this shelf/);
    assert.doesNotMatch(await page(urls.writer(keeper.pseudId)), /Unkind/);
    assert.equal((await archive.send(urls.shelfHiding(shelfId), { hides: "no" }, moderator)).status, 303);
    assert.equal(await statusOf(urls.shelf(shelfId)), 200);
    assert.equal((await archive.send(urls.shelfRemoval(shelfId), {}, keeper)).status, 303);
    assert.equal(await statusOf(urls.shelf(shelfId), keeper), 404);
  });
});

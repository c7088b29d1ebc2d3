import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../../tests/archive.ts";
import { changeSettings } from "../../../plumbing/settings/settings.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { giveWork } from "../../../works/for-tests/give-work.ts";
import { removeWork } from "../../../works/remove-work.ts";

describe("a member's ledger", () => {
  let archive: TestArchive;
  let author: CastMember;
  let reader: CastMember;
  /** Everybody but the reader: a stranger, the author, a beta reader, a moderator, the owner. */
  let others: (CastMember | null)[];
  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    reader = await archive.join("tessellate");
    others = [
      null,
      author,
      await archive.join("megan_peta"),
      await archive.join("saltmarsh", "moderator"),
      await archive.join("rowan", "owner"),
    ];
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const page = async (path: string, as: CastMember | null = null) => (await archive.get(path, as)).text();
  const mark = (workId: string, state: string, as: CastMember | null = reader, back = "") =>
    archive.send(urls.ledgerEntry(workId), { state, back }, as);
  const note = (workId: string, text: string, as: CastMember) =>
    archive.send(urls.ledger(), { work: workId, [`note-${workId}`]: text }, as);
  const entryOf = (workId: string) =>
    archive.database.reading
      .selectFrom("ledger")
      .selectAll()
      .where("work_id", "=", workId)
      .where("account_id", "=", reader.member.accountId)
      .executeTakeFirst();

  it("is set by one press, from the work's page and from every card, and leads back there", async () => {
    const { workId } = await giveWork(archive, author, { title: "Salt and Candle" });
    const button = `action="${urls.ledgerEntry(workId)}"`;
    for (const path of [urls.work(workId), urls.newest(), urls.works(), urls.writer(author.pseudId)])
      assert.ok((await page(path, reader)).includes(button), path);
    const pressed = await mark(workId, "to-read", reader, urls.newest());
    assert.equal(pressed.headers.get("location"), `${urls.newest()}#mark-${workId}`);
    for (const path of [urls.work(workId), urls.newest(), urls.works(), urls.writer(author.pseudId)])
      assert.match(await page(path, reader), /<strong>To read<\/strong>/, path);
    assert.equal(
      (await mark(workId, "to-read", reader, "//elsewhere.test")).headers.get("location"),
      `/ledger#mark-${workId}`,
    );
    assert.equal((await mark(workId, "devoured")).status, 404);
    assert.doesNotMatch(await page(urls.newest()), /Read later|ledger/i);
  });

  it("dates what is begun and finished, and stands in its parts", async () => {
    const { workId } = await giveWork(archive, author, { title: "Paper Moon" });
    await mark(workId, "reading");
    await mark(workId, "finished");
    const entry = await entryOf(workId);
    assert.ok(entry?.started_at && entry.finished_at && entry.finished_at >= entry.started_at);
    await mark(workId, "reading");
    assert.equal((await entryOf(workId))?.finished_at, entry.finished_at);
    assert.match(await page(urls.ledger({ state: "reading" }), reader), /Paper Moon/);
    assert.doesNotMatch(await page(urls.ledger({ state: "dropped" }), reader), /Paper Moon/);
    await note(workId, "the one with the ferry", reader);
    assert.equal((await entryOf(workId))?.finished_at, entry.finished_at, "what is not sent stays");
    const dated = (started: string, finished: string) =>
      archive.send(
        urls.ledger(),
        {
          work: workId,
          [`note-${workId}`]: "the one with the ferry",
          [`started-${workId}`]: started,
          [`finished-${workId}`]: finished,
        },
        reader,
      );
    await note(workId, "", reader);
    assert.match(
      await page(urls.ledger(), reader),
      new RegExp(`<ul class="facts-line" id="own-note-${workId}"`),
    );
    assert.equal((await dated("2021-03-04", "")).status, 303);
    assert.match(await page(urls.ledger(), reader), /begun <time[^>]*>Mar 4, 2021<\/time>/);
    assert.equal((await entryOf(workId))?.finished_at, null);
    const refused = await dated("last spring", "2199-01-01");
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /value="last spring"[\s\S]*value="2199-01-01"/);
    assert.match(await page(urls.ledger({ words: "FERRY" }), reader), /Paper Moon/);
    assert.doesNotMatch(await page(urls.ledger({ words: "balloon" }), reader), /Paper Moon/);
    await mark(workId, "none");
    assert.equal(await entryOf(workId), undefined);
  });

  it("is shown to nobody else, whoever they are", async () => {
    const { workId } = await giveWork(archive, author, { title: "Under the Counter" });
    await mark(workId, "dropped");
    await note(workId, "zzyzx", reader);
    assert.match(await page(urls.ledger(), reader), /Under the Counter.*zzyzx/s);
    const paths = [
      urls.work(workId),
      urls.newest(),
      urls.works(),
      urls.ledger(),
      urls.ledgerSheet(),
      urls.home(),
    ];
    for (const path of [...paths, urls.settings(), urls.outbox(), urls.helpers(), urls.heldComments()])
      for (const as of others)
        assert.doesNotMatch(await page(path, as), /zzyzx|<strong>Dropped/, `${path} ${as?.name}`);
    const facts = await archive.database.reading.selectFrom("events").select("body").execute();
    assert.ok(
      facts.every(({ body }) => !body.includes(reader.member.accountId)),
      "no fact tells of a reader",
    );
    assert.equal((await archive.get(urls.ledger())).status, 303);
    assert.equal((await note(workId, "mine", author)).status, 404);
  });

  it("takes in nothing one may not read, and outlives what was taken away without telling of it", async () => {
    const hidden = await giveWork(archive, author, { visibility: "private" });
    const draft = await giveWork(archive, author, {}, undefined, "draft");
    for (const id of [hidden.workId, draft.workId, "0000000000"])
      assert.equal((await mark(id, "finished")).status, 404);
    const { workId } = await giveWork(archive, author, { title: "Vanishing Ink" });
    await mark(workId, "finished");
    await note(workId, "the blue one", reader);
    await archive.database.write((writer) => removeWork(writer, author.member, workId, Date.now()));
    const kept = await page(urls.ledger(), reader);
    assert.match(kept, /A work of your ledger, now gone.*the blue one/s);
    assert.doesNotMatch(kept + (await page(urls.ledgerSheet(), reader)), /Vanishing Ink/);
    assert.equal((await mark(workId, "none")).status, 303);
    assert.doesNotMatch(await page(urls.ledger(), reader), /the blue one/);
  });

  it("hands a note back that is too long", async () => {
    const { workId } = await giveWork(archive, author);
    await mark(workId, "reading");
    const long = "w".repeat(20_001);
    const refused = await note(workId, long, reader);
    assert.equal(refused.status, 422);
    assert.ok((await refused.text()).includes(long));
  });

  it("leaves what was read out of lists, with true counts, for its reader alone and as soon as it is said", async () => {
    const fresh = await archive.join("hollin");
    const works = [];
    for (const title of ["Hidden One", "Hidden Two", "Still There"])
      works.push(await giveWork(archive, author, { title, tags: [{ kindId: "fandom", name: "Ninefold" }] }));
    const query = "text=&q=fandom%3ANinefold";
    const found = async (as: CastMember | null) => {
      const led = await archive.get(urls.works(query), as);
      return page(led.headers.get("location") ?? "", as);
    };
    assert.match(await found(fresh), />3 works</);
    await archive.send(urls.ledgerFollowing(), { "read-works": "hide" }, fresh);
    await mark(works[0]?.workId ?? "", "finished", fresh);
    assert.match(await found(fresh), />2 works</);
    await mark(works[1]?.workId ?? "", "dropped", fresh);
    const list = await found(fresh);
    assert.match(list, />1 work<.*Still There/s);
    assert.doesNotMatch(list, /Hidden One|Hidden Two/);
    for (const path of [urls.newest(), urls.home(), urls.writer(author.pseudId)])
      assert.doesNotMatch(await page(path, fresh), /Hidden One|Hidden Two/, path);
    assert.match(await page(urls.ledger(), fresh), /Hidden One/);
    for (const as of [null, reader]) assert.match(await found(as), />3 works</);
    await mark(works[0]?.workId ?? "", "reading", fresh);
    assert.match(await found(fresh), />2 works</);
    await archive.send(urls.ledgerFollowing(), { "read-works": "fold" }, fresh);
    assert.match(await found(fresh), /Hidden: you finished it, or dropped it/);
    await archive.send(urls.ledgerFollowing(), { "read-works": "show" }, fresh);
    assert.match(await found(fresh), />3 works</);
  });

  it("names nobody in a sheet whom readers are not told, the writer's own neither", async () => {
    const { workId } = await giveWork(archive, author, { title: "Nameless" });
    await archive.database.write((writer) =>
      writer.updateTable("works").set({ anonymous: 1 }).where("id", "=", workId).execute(),
    );
    for (const one of [author, reader]) {
      await mark(workId, "finished", one);
      assert.match(await page(urls.ledgerSheet(), one), /Nameless,,http/, one.name);
    }
  });

  it("goes out as a sheet and comes in again, here or from elsewhere", async () => {
    const [one, two] = [
      await giveWork(archive, author, { title: '=HYPERLINK("x"), or not' }),
      await giveWork(archive, author, { title: "Two of a Kind" }),
    ];
    await giveWork(archive, author, { title: "Two of a Kind", visibility: "private" });
    await mark(one.workId, "finished");
    await note(one.workId, 'Line one\n"two"', reader);
    const sheet = await page(urls.ledgerSheet(), reader);
    assert.match(sheet, /^title,authors,address,state,added,started,finished,note\r\n/);
    const newcomer = await archive.join(`newcomer`);
    const bring = (text: string) => archive.send(urls.ledgerImport(), { sheet: text }, newcomer);
    assert.equal((await bring(sheet)).status, 200);
    const again = await page(urls.ledgerSheet(), newcomer);
    const lineOf = (text: string) => text.split("\r\n").find((line) => line.includes("HYPERLINK"));
    assert.equal(lineOf(again), lineOf(sheet));
    const foreign = [
      "Work;Creator;Status;Date read;Private notes",
      "Two of a Kind;MARCHPANE;read;2019/3/7;so good",
      "Two of a Kind;somebody else;read;;",
      "Elsewhere;Nobody;dnf;;kept by me",
    ].join("\n");
    const taken = await (await bring(foreign)).text();
    assert.match(taken, /3 lines were taken in.*2 of them mean works that are not here/s);
    const row = await archive.database.reading
      .selectFrom("ledger")
      .selectAll()
      .where("work_id", "=", two.workId)
      .where("account_id", "=", newcomer.member.accountId)
      .executeTakeFirstOrThrow();
    assert.deepEqual(
      [row.state, row.finished_at, row.note],
      ["finished", Date.UTC(2019, 2, 7, 12), "so good"],
    );
    const tooMuch = `title\n${"x".repeat(500_000)}`;
    for (const nothing of ["", "colour,shape\nred,round", 'title\n"open', tooMuch])
      assert.equal((await bring(nothing)).status, 422);
  });

  it("keeps what was said of works that are not here, as it was typed, until they are", async () => {
    const keeper = await archive.join("Lines Keeper");
    const bring = (sheet: string) => archive.send(urls.ledgerImport(), { sheet }, keeper);
    const elsewhere = () => page(urls.ledger({ state: "elsewhere" }), keeper);
    const lines = [
      "The Far Shore,Rook & Wren,https://elsewhere.test/works/12,rereading,,,Spring 2019,zyxel",
      "Came Later,Marchpane,,finished,,2019-03-01,2019-03-07,worth it",
    ];
    const sheet = ["title,authors,address,state,added,started,finished,note", ...lines].join("\n");
    const mine = ["title,authors,address,rating", "x,,,5", ",nobody,,"].join("\n");
    assert.match(await (await bring(sheet)).text(), /2 lines were taken in/);
    assert.match(await (await bring(sheet)).text(), /2 of them mean works that are not here/);
    const out = await page(urls.ledgerSheet(), keeper);
    for (const line of lines) assert.ok(out.includes(`\r\n${line}\r\n`), line);
    assert.equal(out.split("Far Shore").length, 2, "the same line is kept once");
    assert.match(
      await elsewhere(),
      /Not here \(2\).*The Far Shore.*Rook &amp; Wren.*Spring 2019.*href="https:\/\/elsewhere.test\/works\/12".*zyxel/s,
    );
    assert.match(await (await bring(mine)).text(), /Line 3 names no work.*columns.*rating/s);
    for (const as of others)
      assert.doesNotMatch(await page(urls.ledger({ state: "elsewhere" }), as), /zyxel/);
    const { workId } = await giveWork(archive, author, { title: "Came Later" });
    await archive.send(urls.ledgerElsewhere(), { does: "look" }, keeper);
    assert.match(
      await page(urls.ledger({ state: "finished" }), keeper),
      new RegExp(`${workId}.*worth it`, "s"),
    );
    assert.doesNotMatch(await elsewhere(), /Came Later/);
    const digest = /name="line" value="([^"]+)"/.exec(await elsewhere())?.[1] ?? "";
    await archive.send(urls.ledgerElsewhere(), { does: "drop", line: digest }, reader);
    assert.match(await elsewhere(), /Not here \(2\)/);
    await archive.send(urls.ledgerElsewhere(), { does: "drop", line: digest }, keeper);
    assert.match(await elsewhere(), /Not here \(1\)/);
    await archive.send(urls.ledgerElsewhere(), { does: "drop-all" }, keeper);
    assert.match(await elsewhere(), /There is nothing here/);
  });

  it("keeps no more lines than there is room for, and hands the others back", async () => {
    await archive.database.write((writer) => changeSettings(writer, { ledgerLines: 100 }, Date.now()));
    const hoarder = await archive.join("Line Hoarder");
    const sheet = (from: number, count: number) =>
      ["title", ...Array.from({ length: count }, (_, at) => `Line ${from + at}`)].join("\n");
    const bring = async (text: string) => archive.send(urls.ledgerImport(), { sheet: text }, hoarder);
    const refused = await bring(sheet(0, 101));
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /more than 100 lines. Nothing was taken in/);
    await bring(sheet(0, 95));
    assert.match(await (await bring(sheet(90, 20))).text(), /For 10 lines .*there is no room.*Line 109/s);
    await archive.database.write((writer) => changeSettings(writer, { ledgerLines: 20_000 }, Date.now()));
  });

  it("takes many notes of one work together, as many as a note has room for, and hands the others back", async () => {
    const { workId } = await giveWork(archive, author, { title: "Much Noted" });
    const collector = await archive.join("collector");
    const { noteCharacters } = await archive.settings.current();
    const long = "x".repeat(noteCharacters - 20);
    const lines = ["first", "second", `${long} too much`, "first", "third"];
    const sheet = ["address,state,note", ...lines.map((line) => `${workId},reading,${line}`)].join("\n");
    const said = await (await archive.send(urls.ledgerImport(), { sheet }, collector)).text();
    assert.match(said, /5 lines were taken in.*note of one line does not fit.*too much/s);
    const row = await archive.database.reading
      .selectFrom("ledger")
      .select(["state", "note"])
      .where("work_id", "=", workId)
      .where("account_id", "=", collector.member.accountId)
      .executeTakeFirstOrThrow();
    assert.deepEqual(row, { state: "reading", note: "first\nsecond\nthird" });
  });
});

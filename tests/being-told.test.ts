import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { noticeRooms } from "../src/notice-rooms.ts";
import { gatherLetters } from "../src/notices/mail/gather-letters.ts";
import { type LetterParts, sendLetters } from "../src/notices/mail/send-letters.ts";
import { noticeFact } from "../src/notices/notice-facts.ts";
import { matchFilters } from "../src/notices/updates/match-filters.ts";
import { keepAway } from "../src/people/keep-away.ts";
import { changePreferences } from "../src/people/preferences.ts";
import { type Follower, followFacts } from "../src/plumbing/events/follow-facts.ts";
import { factIn } from "../src/plumbing/events/read-log.ts";
import { openPost } from "../src/plumbing/mail/post.ts";
import { changeSettings } from "../src/plumbing/settings/settings.ts";
import { reactions } from "../src/reactions.ts";
import { setLedger } from "../src/reading/set-ledger.ts";
import { saveFilter } from "../src/search/saved/save-filter.ts";
import { worksMatching } from "../src/search/works-matching.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { addChapter } from "../src/works/add-chapter.ts";
import { addRules } from "../src/works/change-rules.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { publishChapter } from "../src/works/publish-chapter.ts";
import { keepReadAway } from "../src/works/read-works.ts";
import { noParts } from "../src/works/reader-rules.ts";
import { removeWork } from "../src/works/remove-work.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";
import { closedPort, type MailServer, type No, startMailServer, startOddServer } from "./mail-server.ts";

const minute = 60_000;
const day = 86_400_000;

describe("being told of what one follows", () => {
  let archive: TestArchive;
  let follower: Follower;
  let mail: MailServer;
  let author: CastMember;
  let beta: CastMember;
  let reader: CastMember;
  let moderator: CastMember;
  let fandomId: string;
  /** What the mail server says to a receiver, or, under "", to whoever writes. */
  const saysNo = new Map<string, No>();
  /** Goes on with every test: letters that were due are not due again. */
  let now = Date.now();

  before(async () => {
    archive = await openTestArchive();
    mail = await startMailServer(
      (address) => address.startsWith("nobody") || (saysNo.get(address) ?? false),
      () => saysNo.get("") ?? null,
    );
    follower = followFacts(archive.database, "reactions", reactions(archive), (sentence, cause) =>
      archive.logged.push(`${sentence} ${cause}`),
    );
    await archive.database.write((writer) =>
      changeSettings(writer, { anonymousWorks: "allowed" }, Date.now()),
    );
    author = await archive.join("Marchpane");
    beta = await archive.join("Rook");
    reader = await archive.join("Juniper");
    moderator = await archive.join("Thistle", "moderator");
    await giveWork(archive, author, { title: "The first of all" });
    ({ id: fandomId } = await archive.database.reading
      .selectFrom("tags")
      .select("id")
      .where("name", "=", "Treasure Island")
      .executeTakeFirstOrThrow());
  });
  beforeEach(() => {
    mail.letters.length = 0;
  });
  after(async () => {
    await follower.stop();
    await mail.close();
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const follow = async (as: CastMember, kind: string, target: string, rhythm: string) => {
    const answer = await archive.send(urls.subscriptions(), { kind, target, rhythm }, as);
    assert.equal(answer.status, 303, await answer.text());
  };
  const addRule = (as: CastMember, workId: string) =>
    archive.database.write((writer) =>
      addRules(
        writer,
        as.member,
        [{ name: "", manner: "fold", parts: { ...noParts, works: [workId] } }],
        Date.now(),
      ),
    );
  const forgetFollowing = () =>
    archive.database.write((writer) => writer.deleteFrom("subscriptions").execute());
  const complaints: string[] = [];
  const parts = (server = mail.address): LetterParts => ({
    ...archive,
    post: openPost(server, "archive@stories.example", archive.dataFolder),
    rooms: noticeRooms,
    address: "https://stories.example",
    complain: (sentence) => complaints.push(sentence),
  });
  /** A day later: what is due is gathered and sent. */
  const aDayLater = async (by = parts()) => {
    await follower.caughtUp();
    await matchFilters(
      archive.database,
      (query, within) => worksMatching({ ...archive, reading: archive.database.reading }, query, within),
      now,
    );
    now += day;
    await gatherLetters(archive.database, now);
    await sendLetters(by, now);
  };
  const lettersTo = (one: CastMember) =>
    mail.letters.filter(({ to }) => (Array.isArray(to) ? to : [to]).some((each) => each?.text === one.email));
  const noticesOf = async (as: CastMember) => {
    await follower.caughtUp();
    return (await archive.get(urls.notices(), as)).text();
  };
  const feedOf = async (as: CastMember, form?: "json") => {
    const { feed_key } = await archive.database.reading
      .selectFrom("tellings")
      .select("feed_key")
      .where("account_id", "=", as.member.accountId)
      .executeTakeFirstOrThrow();
    const answer = await archive.get(urls.ownFeed(feed_key, form));
    assert.equal(answer.status, 200);
    return answer.text();
  };
  const goOn = async (workId: string, title: string, told = true): Promise<string> =>
    archive.database.write(async (writer) => {
      const id = await addChapter(writer, author.member, workId, chapterFields({ title }), Date.now());
      await publishChapter(writer, author.member, workId, id, Date.now(), { told, movesUp: told });
      return id;
    });

  it("gathers the day into one letter, in words and in HTML, at the reader's own hour", async () => {
    await archive.database.write((writer) =>
      changePreferences(writer, reader.member.accountId, { timeZone: "Asia/Tokyo" }),
    );
    await follow(reader, "author", author.pseudId, "daily");
    const { workId } = await giveWork(archive, author, { title: "Lamp <b>&</b> \u202Estair" });
    await goOn(workId, "שלום");
    await follower.caughtUp();
    const { due } = await archive.database.reading
      .selectFrom("tellings")
      .select("next_daily_at as due")
      .where("account_id", "=", reader.member.accountId)
      .executeTakeFirstOrThrow();
    assert.equal(new Date(due).toISOString().slice(11, 16), "09:00");
    await gatherLetters(archive.database, due - 1);
    await sendLetters(parts(), due - 1);
    assert.equal(mail.letters.length, 0);
    await aDayLater();
    await aDayLater();
    assert.equal(mail.letters.length, 1);
    const [letter] = mail.letters;
    assert.ok(letter);
    assert.equal(letter.subject, "2 notices from Pressie");
    assert.match(letter.text ?? "", /New: \u2068Lamp <b>&<\/b> stair\u2069 by \u2068Marchpane\u2069/);
    assert.match(letter.text ?? "", /goes on with chapter 2: \u2068שלום\u2069/);
    assert.match(letter.text ?? "", new RegExp(`https://stories\\.example/works/${workId}`));
    const html = typeof letter.html === "string" ? letter.html : "";
    assert.match(html, /<html lang="en" dir="ltr">/);
    assert.match(html, /lang="en" dir="auto">Lamp &lt;b&gt;&amp;&lt;\/b&gt;/);
    assert.doesNotMatch(html, /<img|<link|<script|src=/);
    const stop = /^https:\/\/stories\.example\/letters\/[0-9a-z]{32}\/stop$/;
    const unsubscribe = letter.headers.get("list");
    assert.ok(JSON.stringify(unsubscribe).includes("/letters/"));
    const stopping = /Stop all letters: (\S+)/.exec(letter.text ?? "")?.[1] ?? "";
    assert.match(stopping, stop);
    assert.match(letter.messageId ?? "", /^<letter\.[0-9a-z]{10}@stories\.example>$/);
    await forgetFollowing();
  });

  it("tells of nothing twice: heard again, found by several ways, sent again", async () => {
    const { workId } = await giveWork(archive, author, { title: "Once is enough" });
    for (const [kind, target] of [
      ["work", workId],
      ["author", author.pseudId],
      ["tag", fandomId],
    ] as const)
      await follow(reader, kind, target, kind === "author" ? "at once" : "weekly");
    const chapterId = await goOn(workId, "Told");
    await goOn(workId, "Silent", false);
    await follower.caughtUp();
    const facts = await archive.database.reading.selectFrom("events").selectAll().execute();
    for (const { number, recorded_at, body } of facts)
      await noticeFact(archive.database, { number, recordedAt: recorded_at, fact: factIn(body) });
    const rows = await archive.database.reading
      .selectFrom("notices")
      .select(["rhythm", "kind"])
      .where("account_id", "=", reader.member.accountId)
      .where("chapter_id", "=", chapterId)
      .execute();
    assert.deepEqual(rows, [{ rhythm: "at once", kind: "chapter" }]);
    await aDayLater();
    await aDayLater();
    const told = mail.letters.map(({ text }) => text).join("\n");
    assert.equal(told.match(/chapter 2: \u2068Told/g)?.length, 1);
    assert.ok(!told.includes("Silent"));
    assert.equal(lettersTo(author).length, 0);
    await forgetFollowing();
  });

  it("shows five people what each may see, by mail, on the site and in feeds", async () => {
    const secret = "Under the lid";
    const circles = [
      { title: "Open to all" },
      { title: "Among members", visibility: "members" },
      { title: "Known by address", visibility: "link" },
      { title: secret, visibility: "private" },
      { title: "Nameless", anonymous: true, series: { title: "Lanterns", number: 1 } },
    ] as const;
    const members = [beta, reader, moderator];
    for (const one of members) await follow(one, "author", author.pseudId, "daily");
    for (const one of members) await follow(one, "tag", fandomId, "daily");
    await follow(author, "tag", fandomId, "daily");
    for (const fields of circles) await giveWork(archive, author, fields);
    await aDayLater();
    for (const one of members) {
      const [letter] = lettersTo(one);
      const carriers = [
        letter?.text ?? "",
        String(letter?.html),
        await noticesOf(one),
        await feedOf(one),
        await feedOf(one, "json"),
      ];
      for (const carrier of carriers) {
        for (const title of ["Open to all", "Among members", "Nameless"])
          assert.ok(carrier.includes(title), `${title} to ${one.name}`);
        for (const title of ["Known by address", secret])
          assert.ok(!carrier.includes(title), `${title} to ${one.name}`);
      }
      assert.match(letter?.text ?? "", /\u2068Nameless\u2069 by \u2068Anonymous\u2069/);
    }
    assert.equal(lettersTo(author).length, 0);
    assert.ok(!(await noticesOf(author)).includes("New:"));
    assert.equal((await archive.get(urls.notices())).status, 303);
    await forgetFollowing();
  });

  it("lets nothing leave that was taken away, hidden, made nameless or followed no longer meanwhile", async () => {
    const changes: [string, (workId: string) => Promise<unknown>][] = [
      ["taken away", (id) => archive.database.write((w) => removeWork(w, author.member, id, Date.now()))],
      ["hidden", (id) => set(id, { visibility: "private" })],
      ["by address", (id) => set(id, { visibility: "link" })],
      ["nameless", (id) => set(id, { anonymous: 1 })],
      ["a draft again", (id) => set(id, { status: "draft" })],
      [
        "deleted",
        (id) => archive.database.write((w) => w.deleteFrom("works").where("id", "=", id).execute()),
      ],
    ];
    const set = (id: string, values: Record<string, string | number>) =>
      archive.database.write((writer) =>
        writer.updateTable("works").set(values).where("id", "=", id).execute(),
      );
    await follow(reader, "author", author.pseudId, "daily");
    const given = new Map<string, string>();
    for (const [what] of changes)
      given.set(what, (await giveWork(archive, author, { title: `Soon ${what}` })).workId);
    await giveWork(archive, author, { title: "Stays where it is" });
    await follower.caughtUp();
    now += day;
    await gatherLetters(archive.database, now);
    for (const [what, change] of changes) await change(given.get(what) ?? "");
    await sendLetters(parts(), now);
    const [letter] = mail.letters;
    assert.equal(mail.letters.length, 1);
    assert.match(letter?.subject ?? "", /^New: Stays where it is by Marchpane$/);
    for (const carrier of [letter?.text ?? "", await noticesOf(reader), await feedOf(reader)])
      assert.doesNotMatch(carrier, /Soon/);
    mail.letters.length = 0;
    await giveWork(archive, author, { title: "Followed no longer" });
    await follower.caughtUp();
    await forgetFollowing();
    await aDayLater();
    assert.equal(mail.letters.length, 0);
  });

  it("asks a filter of one's own, and a reader's own rules", async () => {
    const query = `with=${fandomId}&words=12..`;
    const filterId = await archive.database.write((writer) =>
      saveFilter(writer, reader.member, { name: "Long ones", query }, 100, Date.now()),
    );
    assert.equal(
      (await archive.send(urls.subscriptions(), { kind: "filter", target: filterId, rhythm: "daily" }, beta))
        .status,
      404,
    );
    await follow(reader, "filter", filterId, "daily");
    await giveWork(archive, author, { title: "Too short" });
    await giveWork(archive, author, { title: "Long enough" }, [chapterFields(), chapterFields()]);
    await aDayLater();
    const text = lettersTo(reader)[0]?.text ?? "";
    assert.match(text, /Long enough/);
    assert.doesNotMatch(text, /Too short/);
    await forgetFollowing();
    await follow(reader, "tag", fandomId, "daily");
    const mute = (muted: boolean) =>
      archive.database.write((writer) =>
        keepAway(writer, reader.member, author.pseudId, { muted, blocked: false }, Date.now()),
      );
    const { workId } = await giveWork(archive, author, { title: "Followed by its name" });
    await follow(reader, "work", workId, "daily");
    await mute(true);
    await goOn(workId, "From whom one muted");
    await giveWork(archive, author, { title: "By somebody muted" });
    await aDayLater();
    assert.ok(!(await noticesOf(reader)).includes("By somebody muted"));
    assert.ok(!(await feedOf(reader)).includes("muted"));
    assert.equal(lettersTo(reader).length, 1);
    await mute(false);
    assert.ok((await noticesOf(reader)).includes("From whom one muted"));
    await forgetFollowing();
    await follow(reader, "author", author.pseudId, "daily");
    const finished = await giveWork(archive, author, { title: "Read to its end" });
    const dropped = await giveWork(archive, author, { title: "Put down" });
    await archive.database.write(async (writer) => {
      await keepReadAway(writer, reader.member.accountId, "hide");
      await setLedger(writer, reader.member, finished.workId, "finished", now);
      await setLedger(writer, reader.member, dropped.workId, "dropped", now);
    });
    await goOn(finished.workId, "More of what was finished");
    await goOn(dropped.workId, "More of what was dropped");
    const told = await noticesOf(reader);
    assert.ok(told.includes("More of what was finished") && !told.includes("More of what was dropped"));
    await archive.database.write((writer) => keepReadAway(writer, reader.member.accountId, null));
    await forgetFollowing();
  });

  describe("on a shelf", () => {
    let keeper: CastMember;
    let shelfId: string;
    const shelve = (workId: string, shelf: readonly string[] = [shelfId]) =>
      archive.send(urls.workShelves(workId), { shelf: [...shelf] }, keeper);
    const keep = (changes: Record<string, string>) =>
      archive.send(
        urls.editShelf(shelfId),
        { name: "Lamplight", visibility: "public", pseud: keeper.pseudId, ...changes },
        keeper,
      );
    before(async () => {
      keeper = await archive.join("Wickkeeper");
      const fields = { name: "Lamplight", visibility: "unlisted", pseud: keeper.pseudId };
      const made = await archive.send(urls.shelves(), fields, keeper);
      shelfId = made.headers.get("location")?.split("/").at(-1) ?? "";
    });
    after(forgetFollowing);

    it("is followed from its page by whom it is there for, but by its keeper", async () => {
      const target = { kind: "shelf", target: shelfId, rhythm: "daily" };
      for (const one of [author, beta, reader, moderator]) {
        assert.match(await (await archive.get(urls.shelf(shelfId), one)).text(), /what is put on this shelf/);
        await follow(one, "shelf", shelfId, "daily");
        const followed = await (await archive.get(urls.subscriptions(), one)).text();
        assert.match(followed, /Lamplight[\s\S]*Shelf/);
      }
      for (const one of [keeper, null])
        assert.doesNotMatch(await (await archive.get(urls.shelf(shelfId), one)).text(), /put on this shelf/);
      assert.equal((await archive.send(urls.subscriptions(), target, keeper)).status, 404);
      await keep({ visibility: "private" });
      const stranger = await archive.join("Outside");
      assert.equal((await archive.send(urls.subscriptions(), target, stranger)).status, 404);
      await keep({});
    });

    it("tells of each work put there once, whatever is taken off and put on again", async () => {
      const { workId } = await giveWork(archive, author, { title: "Wick and Flame" });
      const told = "Wickkeeper put Wick and Flame on the shelf Lamplight";
      await shelve(workId);
      assert.match((await noticesOf(reader)).replace(/<[^>]+>/g, ""), new RegExp(told));
      await shelve(workId, []);
      assert.ok(!(await noticesOf(reader)).includes("Wick and Flame"), "taken off");
      await shelve(workId);
      await aDayLater();
      await shelve(workId, []);
      await shelve(workId);
      await aDayLater();
      for (const one of [author, beta, reader, moderator]) {
        const letters = lettersTo(one).map(({ subject }) => subject);
        assert.deepEqual(letters, [told], one.name);
        for (const form of [undefined, "json"] as const)
          assert.ok((await feedOf(one, form)).includes(`put Wick and Flame on the shelf`), one.name);
      }
      assert.equal(lettersTo(keeper).length, 0);
    });

    it("tells what may be known of it when it is told", async () => {
      const set = (table: "works" | "shelves", id: string, values: Record<string, string | number | null>) =>
        archive.database.write((writer) =>
          writer.updateTable(table).set(values).where("id", "=", id).execute(),
        );
      const { workId } = await giveWork(archive, author, { title: "Tallow" });
      const taken = await giveWork(archive, author, { title: "Snuffed" });
      for (const id of [workId, taken.workId]) await shelve(id);
      await archive.database.write((writer) => removeWork(writer, author.member, taken.workId, Date.now()));
      const sees = async (as: CastMember) => {
        const carriers = [await noticesOf(as), await feedOf(as), await feedOf(as, "json")];
        for (const carrier of carriers) assert.ok(!carrier.includes("Snuffed"));
        const seen = carriers.map((carrier) => carrier.includes("Tallow"));
        assert.equal(new Set(seen).size, 1, `the same everywhere: ${seen}`);
        return seen[0];
      };
      assert.equal(await sees(reader), true);
      await keep({ visibility: "private" });
      assert.equal(await sees(reader), false, "the shelf is its keeper's alone");
      await keep({});
      assert.equal(await sees(reader), true);
      await set("shelves", shelfId, { pseud_id: null });
      assert.match(
        (await noticesOf(reader)).replace(/<[^>]+>/g, ""),
        /Tallow was put on the shelf Lamplight/,
      );
      await keep({});
      await set("shelves", shelfId, { hidden_at: 1 });
      assert.equal(await sees(reader), false, "a moderator hid it");
      await set("shelves", shelfId, { hidden_at: null });
      await set("works", workId, { visibility: "members" });
      assert.equal(await sees(reader), true);
      for (const visibility of ["link", "private"] as const) {
        await set("works", workId, { visibility });
        assert.equal(await sees(reader), false, visibility);
      }
      await set("works", workId, { visibility: "everyone" });
      for (const [whom, muted] of [
        [keeper, true],
        [keeper, false],
        [author, true],
      ] as const) {
        const away = (changes: { muted: boolean; blocked: boolean }) =>
          archive.database.write((writer) =>
            keepAway(writer, reader.member, whom.pseudId, changes, Date.now()),
          );
        await away({ muted, blocked: !muted });
        assert.equal(await sees(reader), false, `${whom.name} ${muted ? "muted" : "blocked"}`);
        await away({ muted: false, blocked: false });
      }
      await addRule(reader, workId);
      assert.equal(await sees(reader), false, "a rule of one’s own");
      assert.equal(await sees(beta), true);
      assert.equal((await archive.send(urls.shelfRemoval(shelfId), {}, keeper)).status, 303);
      assert.equal(await sees(beta), false);
      const left = await archive.database.reading
        .selectFrom("subscriptions")
        .select("id")
        .where("kind", "=", "shelf")
        .execute();
      assert.deepEqual(left, []);
    });
  });

  it("outlasts a mail server that is down for a day, and gives up after five", async () => {
    const down = parts(await closedPort());
    await follow(reader, "author", author.pseudId, "at once");
    await giveWork(archive, author, { title: "Through the storm" });
    await follower.caughtUp();
    now += minute;
    await gatherLetters(archive.database, now);
    const began = now;
    let tries = 0;
    for (; now < began + day; now += 10 * minute) {
      const { next_at } = await archive.database.reading
        .selectFrom("letters")
        .select("next_at")
        .where("ended_at", "is", null)
        .executeTakeFirstOrThrow();
      if (next_at > now) continue;
      tries += 1;
      await sendLetters(down, now);
    }
    assert.ok(tries >= 5 && tries <= 10, `${tries} tries in a day`);
    now += 6 * 60 * minute;
    await sendLetters(parts(), now);
    await sendLetters(parts(), now + day);
    assert.deepEqual(
      mail.letters.map(({ subject }) => subject),
      ["New: Through the storm by Marchpane"],
    );
    await giveWork(archive, author, { title: "Never to arrive" });
    await follower.caughtUp();
    await gatherLetters(archive.database, now);
    for (const days of [0, 3, 6, 9]) await sendLetters(down, now + days * day);
    now += 9 * day;
    await sendLetters(parts(), now);
    assert.equal(mail.letters.length, 1);
    assert.match(complaints.splice(0).join(), /^A letter \([0-9a-z]{10}\) was given up after \d tries\.$/);
    await forgetFollowing();
    now = Date.now();
  });

  it("sends a letter once more at most when it is killed between sending and noting it", async () => {
    await follow(reader, "author", author.pseudId, "at once");
    await giveWork(archive, author, { title: "Between two steps" });
    await follower.caughtUp();
    await gatherLetters(archive.database, now);
    const killed = (): LetterParts => {
      let writes = 0;
      return {
        ...parts(),
        database: {
          ...archive.database,
          write: (change) => {
            writes += 1;
            return writes === 1 ? archive.database.write(change) : Promise.reject(new Error("killed"));
          },
        },
      };
    };
    for (const expected of [1, 2, 2]) {
      now += 20 * minute;
      await sendLetters(killed(), now).catch((cause: Error) => assert.equal(cause.message, "killed"));
      assert.equal(mail.letters.length, expected);
    }
    now += 20 * minute;
    await sendLetters(parts(), now);
    assert.equal(mail.letters.length, 2);
    assert.equal(new Set(mail.letters.map(({ messageId }) => messageId)).size, 1);
    await forgetFollowing();
  });

  it("goes past a receiver whom the server does not know", async () => {
    const nobody = await archive.join("Nobody");
    for (const one of [nobody, reader]) await follow(one, "author", author.pseudId, "at once");
    await giveWork(archive, author, { title: "To who is there" });
    await aDayLater();
    assert.deepEqual(
      mail.letters.map(({ subject }) => subject),
      ["New: To who is there by Marchpane"],
    );
    assert.equal(complaints.splice(0).length, 1);
    await forgetFollowing();
  });

  it("gives no letter up over what a server holds against us, nor keeps others waiting over one receiver", async () => {
    for (const one of [beta, reader]) await follow(one, "author", author.pseudId, "at once");
    await giveWork(archive, author, { title: "In spite of all" });
    saysNo.set("", { code: 553, words: "5.1.8 sender address rejected" });
    await aDayLater();
    saysNo.clear();
    saysNo.set(beta.email, { code: 450, words: "4.2.0 greylisted, come again" });
    saysNo.set(reader.email, { code: 554, words: "5.7.1 relay access denied" });
    now += 10 * minute;
    await sendLetters(parts(), now);
    assert.deepEqual([mail.letters.length, complaints], [0, []]);
    saysNo.delete(reader.email);
    now += 20 * minute;
    await sendLetters(parts(), now);
    assert.deepEqual([lettersTo(beta).length, lettersTo(reader).length], [0, 1]);
    saysNo.clear();
    now += day;
    await sendLetters(parts(), now);
    assert.deepEqual([lettersTo(beta).length, lettersTo(reader).length], [1, 1]);
    await forgetFollowing();
  });

  it("ends with a server that says a byte now and then, and sends what it perhaps took once more at most", async () => {
    await follow(reader, "author", author.pseudId, "at once");
    await giveWork(archive, author, { title: "Drop by drop" });
    await follower.caughtUp();
    now += minute;
    await gatherLetters(archive.database, now);
    let taken = 0;
    const answers: Record<string, string> = {
      "": "220 here",
      EHLO: "250 here",
      MAIL: "250 yes",
      RCPT: "250 yes",
    };
    const odd = await startOddServer((line, socket) => {
      const word = line.split(/[ :]/)[0] ?? "";
      if (word === "DATA") socket.write("354 go on\r\n");
      else if (line === ".") {
        taken += 1;
        const drop = setInterval(() => socket.write(" "), 5).unref();
        socket.on("close", () => clearInterval(drop));
      } else if (answers[word] !== undefined && (word !== "" || socket.bytesRead === 0))
        socket.write(`${answers[word]}\r\n`);
    });
    const slow = {
      ...parts(),
      post: openPost(odd.address, "us@stories.example", archive.dataFolder, { longest: 300 }),
    };
    for (let tries = 0; tries < 4; tries++) {
      now += day / 2;
      await sendLetters(slow, now);
    }
    await odd.close();
    assert.equal(taken, 2);
    now += day;
    await sendLetters(parts(), now);
    assert.equal(mail.letters.length, 0);
    await forgetFollowing();
    now = Date.now();
  });

  it("shows what one follows a hundred at a time, and leads to the page where something of it stands", async () => {
    const wanderer = await archive.join("Wanderer");
    const ids = Array.from({ length: 101 }, (_, index) => `followed${String(index).padStart(2, "0")}`);
    await follow(wanderer, "author", author.pseudId, "site");
    await archive.database.write((writer) =>
      writer
        .insertInto("subscriptions")
        .values(
          ids.map((id, at) => ({
            ...{ id, account_id: wanderer.member.accountId, kind: "work" as const, target_id: id },
            ...{ rhythm: "site" as const, made_at: at },
          })),
        )
        .execute(),
    );
    const page = async (at = {}) =>
      (await archive.get(urls.subscriptions(at).split("#")[0] ?? "", wanderer)).text();
    const first = await page();
    assert.equal(first.match(/id="follow-/g)?.length, 100);
    assert.match(first, /Marchpane.*subscriptions\?page=2/s);
    for (const last of [await page({ page: 2 }), await page({ of: ids[0] }), await page({ page: 99 })])
      assert.deepEqual(last.match(/id="follow-[^"]+/g), [`id="follow-${ids[1]}`, `id="follow-${ids[0]}`]);
  });

  it("stops letters by one press without signing in, and not by looking", async () => {
    const { leave_key } = await archive.database.reading
      .selectFrom("tellings")
      .select("leave_key")
      .where("account_id", "=", beta.member.accountId)
      .executeTakeFirstOrThrow();
    const path = urls.letterLeaving(leave_key);
    assert.match(await (await archive.get(path)).text(), /Press the button/);
    await follow(beta, "author", author.pseudId, "at once");
    await giveWork(archive, author, { title: "Still told" });
    await aDayLater();
    assert.equal(lettersTo(beta).length, 1);
    await giveWork(archive, author, { title: "On its way" });
    await follower.caughtUp();
    await gatherLetters(archive.database, now);
    const press = new Request(`http://archive.test${path}`, {
      method: "POST",
      body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
    });
    assert.equal((await archive.app.fetch(press)).status, 200);
    await aDayLater();
    assert.equal(lettersTo(beta).length, 1);
    assert.match(await (await archive.get(path)).text(), /No more letters come/);
    assert.match(await noticesOf(beta), /On its way/);
    assert.equal((await archive.get(urls.letterLeaving("0".repeat(32)))).status, 404);
    await forgetFollowing();
  });

  it("gives a feed to whoever has its address, and another address when asked", async () => {
    await follow(reader, "author", author.pseudId, "feed");
    const { workId } = await giveWork(archive, author, { title: "Only by feed" });
    assert.ok(!(await noticesOf(reader)).includes("Only by feed"));
    const feed: { version: string; items: { url: string; title: string; date_modified: string }[] } =
      JSON.parse(await feedOf(reader, "json"));
    assert.equal(feed.version, "https://jsonfeed.org/version/1.1");
    const [item] = feed.items;
    assert.equal(item?.url, `http://archive.test${urls.work(workId)}`);
    assert.equal(item?.title, "New: Only by feed by Marchpane");
    assert.ok((await feedOf(reader)).includes("Only by feed"));
    const old = await archive.database.reading
      .selectFrom("tellings")
      .select("feed_key")
      .where("account_id", "=", reader.member.accountId)
      .executeTakeFirstOrThrow();
    assert.equal((await archive.send(urls.ownFeedKey(), {}, reader)).status, 303);
    assert.equal((await archive.get(urls.ownFeed(old.feed_key))).status, 404);
    assert.ok((await feedOf(reader)).includes("Only by feed"));
    await forgetFollowing();
  });
});

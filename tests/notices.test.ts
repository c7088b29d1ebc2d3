import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { gatherKudos } from "../src/notices/gather-kudos.ts";
import { toldAtOnce, withLetterDue } from "../src/notices/mail/gather-letters.ts";
import { noteNotices } from "../src/notices/note-notices.ts";
import { keepAway } from "../src/people/keep-away.ts";
import { changePreferences } from "../src/people/preferences.ts";
import { type Follower, followFacts } from "../src/plumbing/events/follow-facts.ts";
import { changeSettings } from "../src/plumbing/settings/settings.ts";
import { reactions } from "../src/reactions.ts";
import { tagFor } from "../src/tags/tags.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { acceptInvitation } from "../src/works/answer-invitation.ts";
import { addRules } from "../src/works/change-rules.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { noParts } from "../src/works/reader-rules.ts";
import { removeWork } from "../src/works/remove-work.ts";
import type { WorkFields } from "../src/works/work-fields.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";
import { formIn } from "./form-in.ts";

const day = 86_400_000;

describe("notices", () => {
  let archive: TestArchive;
  let follower: Follower;
  let author: CastMember;
  let beta: CastMember;
  let reader: CastMember;
  let moderator: CastMember;

  before(async () => {
    archive = await openTestArchive();
    follower = followFacts(archive.database, "reactions", reactions(archive), (sentence, cause) =>
      archive.logged.push(`${sentence} ${cause}`),
    );
    author = await archive.join("Marchpane");
    beta = await archive.join("Rook");
    reader = await archive.join("Juniper");
    moderator = await archive.join("Thistle", "moderator");
  });
  after(async () => {
    await follower.stop();
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  /** What somebody reads on their page of notices, as sentences. */
  const told = async (as: CastMember): Promise<string[]> => {
    await follower.caughtUp();
    const html = await (await archive.get(urls.notices(), as)).text();
    return [...html.matchAll(/<li class="notice-line"><p>(.*?)<\/p>/gs)].map(([, line = ""]) =>
      line.replace(/<[^>]+>/g, "").trim(),
    );
  };
  const head = async (as: CastMember): Promise<string | undefined> => {
    await follower.caughtUp();
    return /Notices \(\d+\)/.exec(await (await archive.get(urls.about(), as)).text())?.[0];
  };
  const readAll = async (as: CastMember) => {
    await follower.caughtUp();
    const page = await (await archive.get(urls.notices(), as)).text();
    if (page.includes("up-to"))
      assert.equal((await archive.send(urls.notices(), formIn(page, urls.notices()), as)).status, 303);
  };
  const say = async (workId: string, as: CastMember | null, words: string, path = urls.comments(workId)) => {
    const fields = as ? { pseud: as.pseudId, comment: words } : { name: "A guest", comment: words };
    const answer = await archive.send(path, fields, as);
    assert.equal(answer.status, 303);
    return answer.headers.get("location")?.split("/").at(-1)?.split(/[?#]/)[0] ?? "";
  };
  const readEverything = async () => {
    for (const one of [author, beta, reader, moderator]) await readAll(one);
  };

  it("tell of a comment whom it concerns, each once, and nobody else", async () => {
    const { workId } = await giveWork(archive, author, { title: "The Copper Kettle" });
    const id = await say(workId, reader, "Lovely.");
    assert.deepEqual(await told(author), ["Juniper left a comment under The Copper Kettle"]);
    assert.equal(await head(author), "Notices (1)");
    await say(workId, author, "Thank you.", urls.comment(workId, id));
    assert.deepEqual(await told(reader), ["Marchpane answered you under The Copper Kettle"]);
    for (const one of [beta, moderator]) {
      assert.deepEqual(await told(one), []);
      assert.equal(await head(one), undefined);
    }
    assert.equal((await archive.get(urls.notices())).status, 303);
    await readEverything();
    assert.equal(await head(author), undefined);
    assert.equal((await told(author)).length, 1);
  });

  it("say once that comments wait, and nothing when none does any longer", async () => {
    const { workId } = await giveWork(archive, author, { title: "Harbour Lamps" });
    const words = ["One.", "Two.", "Three."];
    for (const word of words) await say(workId, null, word);
    assert.equal((await told(author))[0], "3 comments wait for you to let it in or not");
    assert.equal(await head(author), "Notices (1)");
    const held = await archive.database.reading
      .selectFrom("comments")
      .select("id")
      .where("status", "=", "held")
      .execute();
    for (const { id } of held)
      await archive.send(urls.commentScreening(workId, id), { do: "let-in", press: "let-in" }, author);
    const left = await archive.database.reading
      .selectFrom("comments")
      .select("id")
      .where("status", "=", "held")
      .execute();
    assert.deepEqual(left, []);
    assert.equal(await head(author), undefined);
    await readEverything();
  });

  it("tell of a gift, until it is refused, and its writer that it was", async () => {
    const gifts = [{ name: "Juniper", addressedAs: "" }];
    const { workId } = await giveWork(archive, author, { title: "Kettle and Comet", gifts });
    await giveWork(archive, author, { title: "Locked Drawer", gifts, visibility: "private" });
    await giveWork(archive, author, { title: "Not Yet", gifts }, undefined, "draft");
    assert.equal((await told(reader))[0], "Kettle and Comet is a gift for you, as Juniper");
    assert.equal(await head(reader), "Notices (1)");
    await archive.send(urls.gifts(), { work: workId, pseud: reader.pseudId, answer: "refuse" }, reader);
    assert.equal(await head(reader), undefined);
    assert.equal((await told(author))[0], "Juniper would rather not be given Kettle and Comet");
    await readEverything();
  });

  it("tell who is asked to be named, who answered, and whose shared story is taken away", async () => {
    const { workId } = await giveWork(archive, author, {
      title: "Two Hands",
      credits: [{ role: "author", name: "Rook" }],
    });
    assert.equal((await told(beta))[0], "You are asked to be named as Rook on Two Hands");
    await archive.database.write((writer) =>
      acceptInvitation(writer, beta.member, { workId, pseudId: beta.pseudId, role: "author" }, Date.now()),
    );
    assert.equal(await head(beta), undefined);
    assert.equal((await told(author))[0], "Rook is glad to be named on Two Hands");
    await readEverything();
    await archive.database.write((writer) => removeWork(writer, author.member, workId, Date.now()));
    assert.deepEqual(
      (await told(beta)).filter((line) => line.includes("Two Hands")),
      ["Two Hands, which you write with others, was taken away"],
    );
    assert.ok(!(await told(author)).some((line) => line.includes("Two Hands")));
    await readEverything();
  });

  it("gather the thanks of a day into one, with no numbers for who wants none", async () => {
    const first = await giveWork(archive, author, { title: "Alder" }, [chapterFields(), chapterFields()]);
    const second = await giveWork(archive, author, { title: "Birch" });
    const at = Date.now();
    await gatherKudos(archive.database, at);
    for (const one of [reader, null]) await archive.send(urls.kudos(first.workId), {}, one);
    // Once more for a later chapter; and for the first time at one, which is one thanks.
    for (const one of [reader, beta, beta])
      await archive.send(urls.kudos(first.workId), { place: first.chapterIds[1] ?? "" }, one);
    await archive.send(urls.kudos(second.workId), {}, reader);
    await gatherKudos(archive.database, at);
    assert.ok(!(await told(author)).some((line) => line.includes("thanked")));
    for (let again = 0; again < 2; again++) await gatherKudos(archive.database, at + day);
    assert.deepEqual(
      (await told(author)).filter((line) => line.includes("thanked")),
      ["Readers thanked you for Alder (4) and Birch (1)"],
    );
    await archive.database.write((writer) =>
      changePreferences(writer, author.member.accountId, { statisticsShown: false }),
    );
    assert.ok((await told(author)).includes("Readers thanked you for Alder and Birch"));
    await readEverything();
  });

  /** A work of Rook's that says it is made of one of Marchpane's. */
  const makeOf = async (otherId: string, title: string, fields: Partial<WorkFields> = {}) => {
    const wish = { ownTitle: "", title: "", author: "", language: "", address: "" };
    const related = [{ ...wish, kind: "remix" as const, workId: otherId }];
    return (await giveWork(archive, beta, { title, related, ...fields })).workId;
  };
  const linesWith = async (as: CastMember, word: string) =>
    (await told(as)).filter((line) => line.includes(word));

  it("ask the writers of a work that another is made of, and tell the other's what they say", async () => {
    const { workId: first } = await giveWork(archive, author, { title: "Teapot Song" });
    const second = await makeOf(first, "Teapot Waltz");
    await makeOf(first, "Teapot Draft", { visibility: "private" });
    assert.deepEqual(await linesWith(author, "Teapot"), [
      "Teapot Waltz says that it is made of Teapot Song, and asks whether they may be linked",
    ]);
    assert.equal(await head(author), "Notices (1)");
    const answer = (says: string) =>
      archive.send(urls.relatedToOwn(), { work: second, own: first, answer: says }, author);
    const yes = "Whoever wrote Teapot Song is glad to have it linked with Teapot Waltz";
    const no = "Whoever wrote Teapot Song would rather not have it linked with Teapot Waltz";
    for (const [says, line] of [
      ["yes", yes],
      ["no", no],
      ["yes", yes],
    ] as const) {
      await answer(says);
      assert.deepEqual(await linesWith(beta, "Teapot"), [line]);
      assert.equal(await head(author), undefined);
    }
    for (const one of [author, reader, moderator]) assert.deepEqual(await linesWith(one, "Teapot"), []);
    const make = (visibility: "private" | "everyone") =>
      archive.database.write((writer) =>
        writer.updateTable("works").set({ visibility }).where("id", "=", first).execute(),
      );
    await make("private");
    assert.deepEqual(await linesWith(beta, "Teapot"), []);
    await make("everyone");
    assert.deepEqual(await linesWith(beta, "Teapot"), [yes]);
    await archive.database.write((writer) => removeWork(writer, author.member, first, Date.now()));
    assert.deepEqual(await linesWith(beta, "Teapot"), []);
    await readEverything();
  });

  it("name nobody of an anonymous work, and tell nothing of whom one mutes or of what one's rules hide", async () => {
    await archive.database.write((writer) =>
      changeSettings(writer, { anonymousWorks: "allowed" }, Date.now()),
    );
    const { workId: first } = await giveWork(archive, author, { title: "Swan Song" });
    await makeOf(first, "Swan Nameless", { anonymous: true });
    const second = await makeOf(first, "Swan Named", { gifts: [{ name: "Marchpane", addressedAs: "" }] });
    const tags = [
      { kindId: "fandom", name: "Treasure Island" },
      { kindId: "additional", name: "Thunder" },
    ];
    const third = await makeOf(first, "Swan Thunder", {
      tags,
      gifts: [{ name: "Juniper", addressedAs: "" }],
    });
    await say(first, beta, "Swans!");
    const all = await linesWith(author, "Swan");
    assert.equal(all.length, 5);
    assert.ok(!all.some((line) => line.includes("Nameless") && line.includes("Rook")));
    const kept = (as: CastMember, pseudId: string, distance: { muted: boolean; blocked: boolean }) =>
      archive.database.write((writer) => keepAway(writer, as.member, pseudId, distance, Date.now()));
    const onlyNameless = [
      "Swan Nameless says that it is made of Swan Song, and asks whether they may be linked",
    ];
    await kept(author, beta.pseudId, { muted: true, blocked: false });
    // What Rook did without a name would tell by its going who it was.
    assert.deepEqual(await linesWith(author, "Swan"), onlyNameless);
    await kept(author, beta.pseudId, { muted: false, blocked: true });
    assert.ok(!(await linesWith(author, "says that")).some((line) => /Swan (Named|Thunder)/.test(line)));
    await kept(author, beta.pseudId, { muted: false, blocked: false });
    assert.equal((await linesWith(author, "Swan")).length, 5);

    const thunder = await archive.database.write((writer) =>
      tagFor(writer, "additional", "Thunder", Date.now()),
    );
    for (const one of [author, reader])
      await archive.database.write((writer) =>
        addRules(
          writer,
          one.member,
          [{ name: "", manner: "hide", parts: { ...noParts, tags: [thunder] } }],
          Date.now(),
        ),
      );
    assert.ok(!(await linesWith(author, "Swan")).some((line) => line.includes("Thunder")));
    assert.deepEqual(await linesWith(reader, "Thunder"), []);

    await archive.send(urls.relatedToOwn(), { work: second, own: first, answer: "yes" }, author);
    await archive.send(urls.relatedToOwn(), { work: third, own: first, answer: "no" }, author);
    assert.equal((await linesWith(beta, "Swan")).length, 2);
    await kept(beta, author.pseudId, { muted: true, blocked: false });
    assert.deepEqual(await linesWith(beta, "Swan"), []);
    await kept(beta, author.pseudId, { muted: false, blocked: false });
    await readEverything();
  });

  it("cannot be caused by whom one blocks, who learns of no nameless work by a closed door that it is theirs", async () => {
    const { workId } = await giveWork(archive, author, { title: "Nobody’s Lantern", anonymous: true });
    const answered = await say(workId, author, "I am glad of every word.");
    const blocked = (isBlocked: boolean) =>
      archive.send(urls.keepAway(beta.pseudId), isBlocked ? { blocked: "yes" } : {}, author);
    assert.equal((await blocked(true)).status, 303);
    await say(workId, beta, "Is it you?");
    await say(workId, beta, "Is it?", urls.comment(workId, answered));
    const { workId: signed } = await giveWork(archive, author, { title: "Somebody’s Lantern" });
    const closed = await archive.send(
      urls.comments(signed),
      { pseud: beta.pseudId, comment: "It is." },
      beta,
    );
    assert.equal(closed.status, 422);
    assert.deepEqual(await linesWith(author, "Lantern"), []);
    assert.equal(await head(author), undefined);
    await blocked(false);
    await readEverything();
  });

  it("tell nothing of what was withdrawn, hidden or removed since, not even by a number", async () => {
    const { workId } = await giveWork(archive, author, { title: "Gone Tomorrow" });
    const id = await say(workId, reader, "Oh no.");
    const reply = await say(workId, author, "Oh yes.", urls.comment(workId, id));
    assert.equal(await head(reader), "Notices (1)");
    await archive.send(urls.commentRemoval(workId, reply), {}, author);
    await follower.caughtUp();
    assert.equal(await head(reader), undefined);
    await say(workId, author, "But still.", urls.comment(workId, id));
    await follower.caughtUp();
    assert.equal(await head(reader), "Notices (1)");
    await archive.database.write((writer) =>
      writer.updateTable("works").set({ visibility: "private" }).where("id", "=", workId).execute(),
    );
    assert.equal(await head(reader), undefined);
    assert.ok(!(await told(reader)).some((line) => line.includes("Gone Tomorrow")));
    await archive.database.write((writer) => removeWork(writer, author.member, workId, Date.now()));
    assert.ok(!(await told(author)).some((line) => line.includes("Gone Tomorrow")));
    await readEverything();
  });

  it("stay new until they stood on the page, however many came in one moment", async () => {
    const { workId } = await giveWork(archive, author, { title: "Much Thanked" });
    const fresh = Array.from({ length: 103 }, (_, number) => ({
      ...{ accountId: author.member.accountId, kind: "kudos" as const },
      ...{ key: `kudos of ${number}`, detail: JSON.stringify([[workId, 1]]) },
    }));
    await readAll(author);
    await noteNotices(archive.database, fresh, Date.now());
    const newOnes = async () => {
      const page = await (await archive.get(urls.notices(), author)).text();
      return page.split("earlier-notices")[0]?.match(/class="notice-line"/g)?.length ?? 0;
    };
    assert.equal(await newOnes(), 100);
    await readAll(author);
    assert.equal(await newOnes(), 3);
    const gone = fresh.slice(0, 100).map((one) => ({ ...one, key: `${one.key} and gone`, detail: "[]" }));
    await noteNotices(archive.database, gone, Date.now() + 1);
    assert.equal(await newOnes(), 3, "what cannot be told any more stands in nobody's way");
    await readAll(author);
    assert.equal(await newOnes(), 0);
  });

  it("are looked for in what waits alone, however much was ever told", async () => {
    if (archive.database.engine !== "sqlite") return;
    const { reading } = archive.database;
    for (const question of [withLetterDue(reading, Date.now()), toldAtOnce(reading, Date.now())]) {
      const plan = JSON.stringify(await question.explain(undefined, sql`query plan`));
      assert.match(plan, /SEARCH (tellings|notices) USING (COVERING )?INDEX/);
      assert.doesNotMatch(plan, /SCAN/);
    }
  });

  it("are told as each member chooses, and a choice that is none changes nothing", async () => {
    const page = await (await archive.get(urls.telling(), reader)).text();
    assert.match(page, /This archive sends no letters/);
    const form = formIn(page, urls.telling());
    assert.equal(form["topic-comments"], "site");
    const sent = { ...form, "topic-comments": "daily", "topic-replies": "hourly", hour: "7", weekday: "9" };
    assert.equal((await archive.send(urls.telling(), sent, reader)).status, 303);
    const after = formIn(await (await archive.get(urls.telling(), reader)).text(), urls.telling());
    assert.deepEqual(
      [after["topic-comments"], after["topic-replies"], after.hour, after.weekday, after.mail],
      ["daily", "site", "7", "0", "yes"],
    );
    assert.equal((await archive.get(urls.telling())).status, 303);
  });
});

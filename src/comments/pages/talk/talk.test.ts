import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../../tests/archive.ts";
import { addPseud } from "../../../people/add-pseud.ts";
import { changeSettings } from "../../../plumbing/settings/settings.ts";
import { newId } from "../../../vocabulary/ids.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { chapterFields, giveWork } from "../../../works/for-tests/give-work.ts";
import { purgeRemoved } from "../../../works/purge-removed.ts";
import { removeWork } from "../../../works/remove-work.ts";
import { commentsReceivedBy, commentsWrittenBy } from "../../comments-written.ts";
import { followChapters } from "../../follow-chapters.ts";
import { forgetRemovedWords } from "../../forget-removed-words.ts";
import { takeWordsFromTalk } from "../../leave-talk.ts";
import { countChapterTalk } from "../../talk.ts";

type Viewer = "author" | "beta reader" | "reader" | "stranger" | "moderator" | "helper" | "commenter";
const viewers: Viewer[] = ["author", "beta reader", "reader", "stranger", "moderator", "helper", "commenter"];
const day = 86_400_000;

describe("talk under a work", () => {
  let archive: TestArchive;
  const cast = new Map<Viewer, CastMember>();
  before(async () => {
    archive = await openTestArchive();
    cast.set("author", await archive.join("Marchpane"));
    cast.set("beta reader", await archive.join("megan_peta"));
    cast.set("reader", await archive.join("tessellate"));
    cast.set("moderator", await archive.join("saltmarsh", "moderator"));
    cast.set("helper", await archive.join("gorse"));
    cast.set("commenter", await archive.join("Ilex"));
    await archive.database.write((writer) =>
      changeSettings(writer, { commentsOfGuest: 1_000, commentsOfMember: 1_000 }, Date.now()),
    );
    const helping = { name: "gorse", pseud: who("author").pseudId };
    assert.equal((await archive.send(urls.commentHelpers(), helping, who("author"))).status, 303);
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  function who(viewer: Viewer): CastMember {
    const member = cast.get(viewer);
    assert.ok(member, viewer);
    return member;
  }
  const as = (viewer: Viewer) => (viewer === "stranger" ? null : who(viewer));
  const give = (fields: Parameters<typeof giveWork>[2] = {}) =>
    giveWork(archive, who("author"), fields, [chapterFields(), chapterFields()]);
  const read = async (path: string, viewer: Viewer) => {
    const answer = await archive.get(path, as(viewer));
    return { status: answer.status, body: await answer.text() };
  };
  /** Posts, and tells the comment's id; "" when it is held. */
  const say = async (path: string, comment: string, viewer: Viewer, more: Record<string, string> = {}) => {
    const person = as(viewer);
    const fields = person ? { pseud: person.pseudId, comment } : { name: "Passer-by", comment };
    const answer = await archive.send(path, { ...fields, ...more }, person);
    assert.equal(answer.status, 303, await answer.text());
    return /\/comments\/(\w{10})$/.exec(answer.headers.get("location") ?? "")?.[1] ?? "";
  };
  const idOf = async (workId: string, words: string) => {
    const rows = await archive.database.reading
      .selectFrom("comments")
      .select(["id", "text"])
      .where("work_id", "=", workId)
      .execute();
    return rows.find(({ text }) => text.includes(words))?.id ?? "";
  };
  const countOf = async (workId: string) =>
    (
      await archive.database.reading
        .selectFrom("work_counts")
        .select("comments")
        .where("work_id", "=", workId)
        .executeTakeFirst()
    )?.comments ?? 0;
  const press = (workId: string, commentId: string, button: string, viewer: Viewer) =>
    archive.send(urls.commentScreening(workId, commentId), { press: button }, as(viewer));

  it("shows each the words that are for them, as a table", async () => {
    const { workId } = await give();
    const talk = urls.comments(workId);
    const shownId = await say(talk, "Openly said.", "commenter");
    const repliedId = await say(urls.comment(workId, shownId), "Answered.", "author");
    await say(talk, "From afar.", "stranger");
    const guestId = await idOf(workId, "From afar.");
    const heldId = await say(talk, "Held later.", "commenter");
    await press(workId, heldId, "hold", "author");
    const removedId = await say(urls.comment(workId, shownId), "Taken back.", "commenter");
    await say(urls.comment(workId, removedId), "Below it.", "reader");
    await archive.send(urls.commentRemoval(workId, removedId), {}, who("commenter"));
    const screening: Viewer[] = ["author", "moderator", "helper"];
    const words: [string, string, Viewer[]][] = [
      [shownId, "Openly said.", viewers],
      [repliedId, "Answered.", viewers],
      [guestId, "From afar.", screening],
      [heldId, "Held later.", [...screening, "commenter"]],
      [removedId, "Taken back.", ["moderator"]],
    ];
    for (const viewer of viewers) {
      for (const [id, sentence, readers] of words) {
        const { status, body } = await read(urls.comment(workId, id), viewer);
        const top = body.slice(body.indexOf("comment-top"), body.indexOf("</article>"));
        assert.equal(top.includes(sentence), readers.includes(viewer), `${sentence} for the ${viewer}`);
        if (!readers.includes(viewer))
          assert.equal(status, id === removedId ? 200 : 404, `${sentence}: ${viewer}`);
      }
      const { body } = await read(talk, viewer);
      assert.ok(body.includes("Openly said.") && body.includes("Answered.") && body.includes("Below it."));
      assert.equal(body.includes("Taken back."), viewer === "moderator");
      assert.ok(!body.includes("From afar."), "what is held stands in no thread");
      assert.ok(body.includes("3 comments"), `the same count for the ${viewer}`);
      const held = await archive.get(urls.heldComments(), as(viewer));
      assert.equal(
        (await held.text()).includes("From afar."),
        viewer === "author" || viewer === "helper",
        viewer,
      );
    }
    assert.ok((await read(urls.heldComments({ of: "all" }), "moderator")).body.includes("From afar."));
    assert.ok(!(await read(urls.heldComments({ of: "all" }), "reader")).body.includes("From afar."));
    assert.equal(await countOf(workId), 3);
    const { workId: byAddress } = await give({ title: "By its address alone", visibility: "link" });
    await say(urls.comments(byAddress), "Found it.", "stranger");
    for (const viewer of ["author", "moderator"] as const)
      assert.equal(
        (await read(urls.heldComments({ of: "all" }), viewer)).body.includes("By its address alone"),
        viewer === "author",
        viewer,
      );
  });

  it("does not exist under a work one may not see, whatever is asked or sent", async () => {
    const { workId, chapterIds } = await give({ visibility: "members" });
    const [chapterId = ""] = chapterIds;
    const id = await say(urls.comments(workId), "For members.", "reader");
    const removed = await give();
    const removedId = await say(urls.comments(removed.workId), "Gone with it.", "reader");
    await archive.database.write((writer) =>
      removeWork(writer, who("author").member, removed.workId, Date.now()),
    );
    const paths = (work: string, comment: string) => [
      urls.comments(work),
      urls.comments(work, chapterId),
      urls.comment(work, comment),
      urls.quoting(work, chapterId),
    ];
    for (const [work, comment] of [
      [workId, id],
      [removed.workId, removedId],
      [newId(), newId()],
    ] as const)
      for (const path of paths(work, comment)) {
        assert.equal((await read(path, "stranger")).status, 404, path);
        const sent = await archive.send(path, { name: "Passer-by", comment: "Hello?" }, null);
        assert.equal(sent.status, 404, path);
      }
    assert.equal((await read(urls.comments(removed.workId), "moderator")).status, 404);
    assert.ok(!(await read(urls.works(), "stranger")).body.includes(workId));
    // Who wrote it finds it among their own, without the title, and may remove it.
    const own = await read(urls.ownComments(), "reader");
    assert.ok(own.body.includes("Gone with it."));
    assert.equal(
      (await archive.send(urls.commentRemoval(removed.workId, removedId), {}, who("reader"))).status,
      303,
    );
  });

  it("holds what a guest says until somebody lets it in, without links, under nobody else's name", async () => {
    const { workId } = await give();
    const talk = urls.comments(workId);
    const refused = async (fields: Record<string, string>, sentence: string) => {
      const answer = await archive.send(talk, fields, null);
      const body = await answer.text();
      assert.equal(answer.status, 422);
      assert.ok(body.includes(sentence), sentence);
      assert.ok(body.includes(fields.comment ?? ""), "what was typed comes back");
    };
    await refused({ name: "MarchPane", comment: "It is me" }, "A member writes under this name");
    await refused({ name: "Маrchpane", comment: "It is me" }, "one alphabet");
    await refused({ name: "Ren", comment: "Look at www.example.org" }, "no links");
    await refused({ name: "", comment: "No name" }, "at least 2 characters");
    await say(talk, "A lovely horse.", "stranger");
    assert.equal(await countOf(workId), 0);
    const id = await idOf(workId, "A lovely horse.");
    assert.equal((await press(workId, id, "let-in", "reader")).status, 404);
    await press(workId, id, "let-in", "helper");
    const { body } = await read(talk, "stranger");
    assert.ok(body.includes("A lovely horse.") && body.includes("Passer-by (guest)"));
    assert.equal(await countOf(workId), 1);
    const facts = await archive.database.reading.selectFrom("events").select("body").execute();
    const about = facts.map(({ body: fact }) => fact).filter((fact) => fact.includes(id));
    assert.deepEqual(
      about.map((fact) => JSON.parse(fact).type),
      ["comment-posted", "comment-approved"],
    );
    assert.ok(about.every((fact) => !fact.includes("horse") && !fact.includes("Passer")));
  });

  it("takes the same comment sent twice for one", async () => {
    const { workId } = await give();
    const first = await say(urls.comments(workId), "Once.", "reader");
    assert.equal(await say(urls.comments(workId), "Once.", "reader"), first);
    assert.equal(await countOf(workId), 1);
  });

  it("lets fewer comment where the author or the owner says so", async () => {
    const { workId } = await give();
    const set = (values: Record<string, string | number>) =>
      archive.database.write((writer) =>
        writer.updateTable("works").set(values).where("id", "=", workId).execute(),
      );
    await set({ comments_from: "members" });
    assert.equal(
      (await archive.send(urls.comments(workId), { name: "Ren", comment: "Hi" }, null)).status,
      422,
    );
    const id = await say(urls.comments(workId), "A member.", "reader");
    await set({ comments_from: "nobody" });
    for (const path of [urls.comments(workId), urls.comment(workId, id)]) {
      const { body } = await read(path, "reader");
      assert.ok(body.includes("Nobody can comment") && !body.includes("Reply</summary>"), path);
    }
    assert.equal(
      (await archive.send(urls.comments(workId), { comment: "Me too" }, who("reader"))).status,
      422,
    );
    await say(urls.comments(workId), "The author may.", "author");
    await set({ comments_from: "everyone", comments_held: 1 });
    assert.equal(await say(urls.comments(workId), "Waiting for the author.", "reader"), "");
    assert.ok((await read(urls.comments(workId), "reader")).body.includes("Waiting for the author."));
    assert.ok(!(await read(urls.comments(workId), "commenter")).body.includes("Waiting for the author."));
    await archive.database.write((writer) => changeSettings(writer, { commentsFrom: "nobody" }, Date.now()));
    assert.equal(
      (await archive.send(urls.comments(workId), { comment: "Not now" }, who("author"))).status,
      422,
    );
    await archive.database.write((writer) =>
      changeSettings(writer, { commentsFrom: "everyone" }, Date.now()),
    );
  });

  it("keeps what a changed comment said for those concerned, and freezes on request", async () => {
    const { workId } = await give();
    const id = await say(urls.comments(workId), "First words.", "commenter");
    const change = (comment: string, version: string, viewer: Viewer) =>
      archive.send(urls.editComment(workId, id), { comment, version }, as(viewer));
    assert.equal((await change("Not mine.", "1", "author")).status, 404);
    assert.equal((await change("Second words.", "1", "commenter")).status, 303);
    const stale = await change("From another window.", "1", "commenter");
    assert.equal(stale.status, 409);
    assert.ok((await stale.text()).includes("From another window."));
    for (const viewer of viewers) {
      const { status, body } = await read(urls.commentVersions(workId, id), viewer);
      const concerned = viewer === "author" || viewer === "moderator" || viewer === "commenter";
      assert.equal(status === 200 && body.includes("First words."), concerned, viewer);
    }
    await press(workId, id, "freeze", "author");
    assert.equal((await change("Third words.", "2", "commenter")).status, 422);
    const answer = await archive.send(urls.comment(workId, id), { comment: "More" }, who("reader"));
    assert.equal(answer.status, 422);
    assert.ok((await answer.text()).includes("frozen"));
    await press(workId, id, "thaw", "helper");
    await say(urls.comment(workId, id), "On it goes.", "reader");
  });

  it("leads who looks after the talk from a comment to what they can do, and back to where it stood", async () => {
    const { workId, chapterIds } = await give();
    const talk = urls.comments(workId, chapterIds[1]);
    const id = await say(talk, "Under the second chapter.", "commenter");
    for (const viewer of viewers) {
      const { body } = await read(talk, viewer);
      const screens = viewer === "author" || viewer === "moderator" || viewer === "helper";
      assert.equal(body.includes("Hold back or freeze"), screens, viewer);
    }
    const asked = (await read(urls.commentRemoval(workId, id), "author")).body;
    const chapter = /name="chapter" value="(\w+)"/.exec(asked)?.[1] ?? "";
    const removed = await archive.send(urls.commentRemoval(workId, id), { chapter }, who("author"));
    assert.equal(removed.headers.get("location"), talk);
  });

  it("marks the author under the name the work is by, and not under another of theirs", async () => {
    const other = await archive.database.write((writer) =>
      addPseud(writer, who("author").member.accountId, "Quiet Reader", Date.now()),
    );
    const { workId } = await give();
    await say(urls.comments(workId), "By me.", "author");
    await say(urls.comments(workId), "By a reader.", "author", { pseud: other.id });
    const { body } = await read(urls.comments(workId), "stranger");
    assert.equal([...body.matchAll(/author-mark/g)].length, 1);
    await archive.database.write((writer) =>
      writer.updateTable("works").set({ anonymous: 1 }).where("id", "=", workId).execute(),
    );
    for (const viewer of ["stranger", "moderator", "helper"] as const) {
      const hidden = (await read(urls.comments(workId), viewer)).body;
      assert.ok(hidden.includes("the author") && !hidden.includes("Marchpane"), viewer);
    }
    assert.equal((await press(workId, await idOf(workId, "By me."), "hold", "helper")).status, 404);
  });

  it("gathers quotes: a member's on the server, a guest's in the address", async () => {
    const { workId, chapterIds } = await giveWork(archive, who("author"), {}, [
      chapterFields({ story: "<p>The gate was open.</p>\n<p>Nobody came.</p>\n<p>Only the horse.</p>" }),
    ]);
    const [chapterId = ""] = chapterIds;
    const quoting = urls.quoting(workId, chapterId);
    assert.ok((await read(quoting, "stranger")).body.includes("Nobody came."));
    const guest = await archive.send(quoting, { quote: ["1", "3"], press: "on" }, null);
    const asked = guest.headers.get("location") ?? "";
    const form = (await read(asked.split("#")[0] ?? "", "stranger")).body;
    assert.ok(form.includes('name="quoted" value="The gate was open."') && form.includes("Only the horse."));
    assert.ok(!form.includes("Nobody came."));

    const reader = who("reader");
    await archive.send(quoting, { quote: ["2"], press: "more" }, reader);
    await archive.send(quoting, { quote: ["2", "3"], words: "the gate", press: "on" }, reader);
    const waiting = (await read(urls.comments(workId), "reader")).body;
    assert.deepEqual(
      [...waiting.matchAll(/name="quoted" value="([^"]*)"/g)].map(([, words]) => words),
      ["Nobody came.", "Only the horse.", "the gate"],
    );
    assert.ok(
      !(await read(urls.comments(workId), "author")).body.includes("Nobody came."),
      "a basket is private",
    );
    const fields = { pseud: reader.pseudId, comment: "Oh!", quoted: ["Nobody came.", "the gate"] };
    const dropped = await archive.send(urls.comments(workId), { ...fields, press: "drop-1" }, reader);
    assert.equal(dropped.status, 200);
    const left = await dropped.text();
    assert.ok(!left.includes('value="the gate"'));
    for (const press of ["drop-0", "gather"])
      assert.match(
        left,
        new RegExp(`value="${press}"[^>]* formaction="[^"]*#field-comment"`),
        "goes on there",
      );
    const gathered = await archive.send(urls.comments(workId), { ...fields, press: "gather" }, reader);
    assert.ok((await gathered.text()).includes("&gt; Nobody came.\n\n&gt; the gate\n\nOh!"));
    await archive.send(urls.comments(workId), { ...fields, quoted: ["Only the horse."] }, reader);
    const { body } = await read(urls.comments(workId), "stranger");
    assert.match(body, /<blockquote><p>Only the horse\.<\/p><\/blockquote>\s*<p>Oh!<\/p>/);
    assert.ok(!(await read(urls.comments(workId), "reader")).body.includes('name="quoted"'));
  });

  it("screens many at once, and leaves what is not one's own", async () => {
    const { workId } = await give();
    for (const words of ["One spam", "Two spam", "Three good"])
      await say(urls.comments(workId), words, "stranger");
    const boxes = async (viewer: Viewer, words = "") => {
      const { body } = await read(urls.heldComments({ words }), viewer);
      return [...body.matchAll(/name="comment" value="([^"]*)"/g)].flatMap(([, value]) => value ?? []);
    };
    await say(urls.comments(workId), "Grün & gold: 100%, <3", "stranger");
    for (const words of ["GRÜN & gold", "100%", "<3"]) assert.equal((await boxes("author", words)).length, 1);
    for (const words of ["<p>", "amp;", "1_0"]) assert.equal((await boxes("author", words)).length, 0);
    const spam = (await boxes("author", "SPAM")).filter((value) => value.startsWith(workId));
    assert.equal(spam.length, 2);
    await archive.send(urls.heldComments(), { comment: spam, press: "remove" }, who("reader"));
    assert.equal((await boxes("author", "spam")).length, 2);
    const none = await archive.send(urls.heldComments(), { press: "let-in" }, who("author"));
    assert.match(none.headers.getSetCookie().join(), /no-comments-chosen/);
    await archive.send(urls.heldComments(), { comment: spam, press: "remove" }, who("author"));
    await archive.send(
      urls.heldComments(),
      { comment: await boxes("helper"), press: "let-in" },
      who("helper"),
    );
    const { body } = await read(urls.comments(workId), "stranger");
    assert.ok(body.includes("Three good") && !body.includes("spam"));
  });

  it("answers any nonsense with a sentence, and keeps what was typed", async () => {
    const { workId, chapterIds } = await give();
    const nonsense = [
      "",
      "\u0000",
      "'\"><script>alert(1)</script>",
      "𝔞".repeat(40),
      "> ".repeat(500),
      "-1",
      "drop-99",
    ];
    const id = await say(urls.comments(workId), "To be attacked.", "commenter");
    const paths = [
      urls.comments(workId),
      urls.comments(workId, chapterIds[0]),
      urls.comment(workId, id),
      urls.editComment(workId, id),
      urls.quoting(workId, chapterIds[0] ?? ""),
      urls.heldComments(),
      urls.commentHelpers(),
      urls.commentScreening(workId, id),
    ];
    for (const path of paths)
      for (const [index, value] of nonsense.entries())
        for (const viewer of ["commenter", "stranger"] as const) {
          const other = nonsense[(index + 3) % nonsense.length] ?? "";
          const fields = {
            ...{ comment: value, name: other, pseud: other, quoted: [value, other], press: other },
            ...{
              quote: [value, "9".repeat(30)],
              words: value,
              version: value,
              helper: value,
              of: other,
              part: value,
            },
          };
          const answer = await archive.send(path, fields, as(viewer));
          const body = await answer.text();
          assert.ok(answer.status < 500, `${path}: ${answer.status}`);
          assert.ok(!body.includes("<script>alert"), path);
        }
    for (const query of [
      "after=0000000000",
      "after=%00",
      "quote=x&quote=-1",
      "words=%3Cscript%3E",
      "reply=1",
    ])
      for (const path of [urls.comments(workId), urls.comment(workId, id), urls.heldComments()])
        assert.equal(
          (await archive.get(`${path}?${query}`, who("commenter"))).status,
          200,
          `${path} ${query}`,
        );
  });

  it("carries comments away, and lets them go with who leaves", async () => {
    const leaver = await archive.join("Farewell");
    cast.set("reader", leaver);
    const { workId } = await give();
    const id = await say(urls.comments(workId), "Before I go.", "reader");
    await say(urls.comment(workId, id), "Stay!", "author");
    await say(urls.comments(workId), "And alone.", "reader");
    const { reading } = archive.database;
    assert.deepEqual(
      (await commentsWrittenBy(reading, leaver.member)).map(({ text, workTitle }) => [text, workTitle]),
      [
        ["<p>Before I go.</p>", "The Second Violin"],
        ["<p>And alone.</p>", "The Second Violin"],
      ],
    );
    const received = await commentsReceivedBy(reading, who("author").member);
    assert.ok(received.some(({ text }) => text === "<p>And alone.</p>"));
    assert.equal((await commentsReceivedBy(reading, leaver.member)).length, 0);
    await archive.database.write((writer) => takeWordsFromTalk(writer, leaver.member.accountId, Date.now()));
    const { body } = await read(urls.comments(workId), "stranger");
    assert.ok(body.includes("has left the archive") && body.includes("Stay!"));
    assert.ok(!body.includes("Farewell") && !body.includes("Before I go."));
    assert.equal(await countOf(workId), 1);
    assert.equal((await commentsWrittenBy(reading, leaver.member)).length, 0);
  });

  it("forgets removed words when the trash would be emptied", async () => {
    const { workId } = await give();
    const id = await say(urls.comments(workId), "Harsh words.", "commenter");
    await say(urls.comment(workId, id), "Ouch.", "author");
    await archive.send(urls.commentRemoval(workId, id), {}, who("author"));
    const now = Date.now();
    await forgetRemovedWords(archive.database, 60, now + 59 * day);
    assert.ok((await read(urls.comment(workId, id), "moderator")).body.includes("Harsh words."));
    await forgetRemovedWords(archive.database, 60, now + 61 * day);
    assert.ok(!(await read(urls.comment(workId, id), "moderator")).body.includes("Harsh words."));
    assert.ok((await read(urls.comments(workId), "moderator")).body.includes("Ouch."));
  });

  it("gives back what was removed, by whoever decided it and nobody else, as it was", async () => {
    const { workId } = await give();
    const talk = urls.comments(workId);
    const giveBack = (id: string, viewer: Viewer) =>
      archive.send(urls.commentReturn(workId, id), {}, as(viewer));
    const remove = async (id: string, viewer: Viewer) =>
      assert.equal((await archive.send(urls.commentRemoval(workId, id), {}, as(viewer))).status, 303);
    const rootId = await say(talk, "Where it began.", "reader");
    const deciders: [Viewer, Viewer[]][] = [
      ["commenter", ["commenter"]],
      ["author", ["author", "helper"]],
      ["helper", ["author", "helper"]],
      ["moderator", ["moderator"]],
    ];
    const counted = await countOf(workId);
    for (const [remover, returners] of deciders) {
      const words = `Removed by the ${remover}.`;
      const id = await say(urls.comment(workId, rootId), words, "commenter");
      const belowId = await say(urls.comment(workId, id), `Below it (${remover}).`, "reader");
      for (const viewer of viewers) {
        await remove(id, remover);
        const may = returners.includes(viewer);
        const { body: list } = await read(urls.removedComments(), viewer);
        assert.equal(list.includes(words), may, `${words} in the list of the ${viewer}`);
        const own = await read(urls.comment(workId, id), viewer);
        assert.equal(own.body.includes(urls.commentReturn(workId, id)), may, `${words}: ${viewer}`);
        const answer = await giveBack(id, viewer);
        assert.equal(answer.status, may ? 303 : viewer === "stranger" ? 401 : 404, `${words}: ${viewer}`);
        const { body } = await read(talk, "stranger");
        assert.equal(body.includes(words), may, `${words}: ${viewer}`);
        assert.ok(body.includes(`Below it (${remover}).`), "the thread never broke");
        if (may) assert.equal((await giveBack(id, viewer)).status, 303, "twice is once");
      }
      await giveBack(id, returners[0] ?? "author");
      await remove(belowId, "author");
    }
    assert.equal(await countOf(workId), counted + deciders.length);
  });

  it("gives nothing back that is forgotten, lets nothing in that way, and no more than could be said now", async () => {
    const { workId } = await give();
    const giveBack = (id: string, viewer: Viewer) =>
      archive.send(urls.commentReturn(workId, id), {}, as(viewer));
    await say(urls.comments(workId), "Waiting words.", "stranger");
    const heldId = await idOf(workId, "Waiting words.");
    await archive.send(urls.commentRemoval(workId, heldId), {}, who("helper"));
    assert.equal((await giveBack(heldId, "author")).status, 303);
    assert.ok(!(await read(urls.comments(workId), "stranger")).body.includes("Waiting words."));
    assert.ok((await read(urls.heldComments(), "author")).body.includes("Waiting words."));

    const frozenId = await say(urls.comments(workId), "Cooled.", "commenter");
    await archive.send(urls.commentRemoval(workId, frozenId), {}, who("commenter"));
    await press(workId, frozenId, "freeze", "author");
    const refused = await giveBack(frozenId, "commenter");
    assert.equal(refused.status, 422);
    assert.ok((await refused.text()).includes("frozen"));
    await press(workId, frozenId, "thaw", "author");
    await archive.database.write((writer) =>
      writer.updateTable("works").set({ comments_from: "nobody" }).where("id", "=", workId).execute(),
    );
    assert.equal((await giveBack(frozenId, "commenter")).status, 422);
    await archive.database.write((writer) =>
      writer.updateTable("works").set({ comments_from: "everyone" }).where("id", "=", workId).execute(),
    );
    await forgetRemovedWords(archive.database, 60, Date.now() + 61 * day);
    assert.equal((await giveBack(frozenId, "commenter")).status, 404);
    assert.ok(!(await read(urls.removedComments(), "commenter")).body.includes("Cooled."));
  });

  it("follows its chapter into another, back out, and into the whole work when it is gone for good", async () => {
    const { workId, chapterIds } = await give();
    const [first = "", second = ""] = chapterIds;
    const [onFirst, onSecond] = [urls.comments(workId, first), urls.comments(workId, second)];
    const rootId = await say(onSecond, "On the second.", "reader");
    await say(onFirst, "On the first.", "commenter");
    const heldId = await say(onSecond, "Held back there.", "commenter");
    await press(workId, heldId, "hold", "author");
    const author = who("author");
    const settle = () => followChapters(archive.database, workId);
    const done = async (path: string, fields: Record<string, string> = {}) => {
      const answer = await archive.send(path, fields, author);
      assert.equal(answer.status, 303, await answer.text());
      await settle();
    };
    const versionOf = async (id: string) =>
      String(
        (
          await archive.database.reading
            .selectFrom("chapters")
            .select("version")
            .where("id", "=", id)
            .executeTakeFirstOrThrow()
        ).version,
      );
    const join = async () =>
      done(urls.chapterJoining(workId, first), {
        version: await versionOf(first),
        next: second,
        "next-version": await versionOf(second),
      });
    const words = ["On the first.", "On the second.", "Answered later."];
    const on = async (path: string) => {
      const { body } = await read(path, "stranger");
      return words.filter((sentence) => body.includes(sentence));
    };
    const whereTo = async (path: string) => (await archive.get(path, null)).headers.get("location");

    await join();
    await settle();
    assert.deepEqual(await on(onFirst), words.slice(0, 2));
    assert.equal(await countChapterTalk(archive.database.reading, first), 2);
    assert.equal(await whereTo(onSecond), onFirst);
    assert.equal(await whereTo(urls.quoting(workId, second)), urls.quoting(workId, first));
    await say(urls.comment(workId, rootId), "Answered later.", "author");
    await say(onSecond, "Sent from a page of before.", "author");
    assert.ok((await read(onFirst, "stranger")).body.includes("Sent from a page of before."));

    await done(urls.chapterReturn(workId, second));
    assert.deepEqual(await on(onFirst), words.slice(0, 1));
    assert.deepEqual(await on(onSecond), words.slice(1));
    await press(workId, heldId, "let-in", "author");
    assert.ok((await read(onSecond, "stranger")).body.includes("Held back there."));
    assert.equal(await countChapterTalk(archive.database.reading, second), 3);
    assert.equal(await countChapterTalk(archive.database.reading, first), 2);

    await done(urls.chapterRemoval(workId, second));
    assert.equal((await read(onSecond, "stranger")).status, 404);
    assert.deepEqual(await on(urls.comments(workId)), words);
    await done(urls.chapterReturn(workId, second));
    assert.deepEqual(await on(onSecond), words.slice(1));

    await join();
    await purgeRemoved(archive.database, archive.files, 1, Date.now() + 2 * day);
    await settle();
    assert.deepEqual(await on(onFirst), words);
    await done(urls.chapterSplitting(workId, first), { version: await versionOf(first), place: "1" });
    assert.deepEqual(await on(onFirst), words, "what was said of both parts stays with the first");
    await done(urls.chapterRemoval(workId, first));
    await purgeRemoved(archive.database, archive.files, 1, Date.now() + 2 * day);
    assert.deepEqual(
      await on(urls.comments(workId)),
      words,
      "and under the work when no chapter is left of it",
    );
    assert.equal(await countOf(workId), 5);
  });

  it("hands typed words back when what they were about went meanwhile", async () => {
    const { workId, chapterIds } = await give();
    const [, second = ""] = chapterIds;
    const id = await say(urls.comments(workId), "About to go.", "commenter");
    const belowId = await say(urls.comment(workId, id), "Answered in time.", "commenter");
    await archive.send(urls.commentRemoval(workId, belowId), {}, who("commenter"));
    await archive.send(urls.chapterRemoval(workId, second), {}, who("author"));
    await archive.send(urls.commentRemoval(workId, id), {}, who("commenter"));
    for (const path of [
      urls.comment(workId, id),
      urls.comment(workId, belowId),
      urls.comments(workId, second),
    ]) {
      const answer = await archive.send(path, { comment: "Typed for an hour." }, who("reader"));
      assert.equal(answer.status, 422, path);
      const body = await answer.text();
      assert.ok(
        body.includes("Typed for an hour.") && body.includes(`action="${urls.comments(workId)}"`),
        path,
      );
    }
    assert.equal((await archive.send(urls.comment(workId, id), {}, who("reader"))).status, 404);
  });

  it("takes nothing from a guest that leads elsewhere or shows nothing, wherever it is hidden", async () => {
    const { workId } = await give();
    const post = (fields: Record<string, string>) =>
      archive.send(urls.comments(workId), { name: "Passer-by", comment: "So good.", ...fields }, null);
    for (const fields of [
      { quoted: "see https://example.org" },
      { quoted: '<a href="//example.org">here</a>' },
      { comment: "<a/href=//example.org>here</a>" },
      { comment: "art&#46;com" },
      { comment: "exam\u200bple\u200b.com" },
      { comment: "example。com" },
      { comment: "example.pizza/menu" },
      { name: "cheap-art.com" },
      { comment: "\u200b\u2060\u3164" },
      { comment: "\u2800 &nbsp; &#8203;" },
      { comment: "<p> </p>" },
    ])
      assert.equal((await post(fields)).status, 422, JSON.stringify(fields));
    for (const name of [
      "Marchpane\u200b",
      "\u202eenaphcraM",
      "Ｍarchpane",
      "MARCHPANE",
      "Marchpane.",
      "Z\u0351\u0351\u0351\u0351algo",
      "\u3164\u3164",
      "Marchpane (author)",
    ])
      assert.equal((await post({ name })).status, 422, name);
    assert.equal(await countOf(workId), 0);
  });

  it("counts what one says wherever it is said, and said anew, and keeps what was typed", async () => {
    const { workId, chapterIds } = await give();
    await archive.database.write((writer) => changeSettings(writer, { commentsOfMember: 3 }, Date.now()));
    const patient = await archive.join("Patience");
    cast.set("reader", patient);
    const id = await say(urls.comments(workId), "One.", "reader");
    await say(urls.comments(workId, chapterIds[0]), "Two.", "reader");
    await archive.send(urls.editComment(workId, id), { comment: "Three.", version: "1" }, patient);
    for (const [path, more] of [
      [urls.comment(workId, id), {}],
      [urls.editComment(workId, id), { version: "2" }],
    ] as const) {
      const answer = await archive.send(path, { comment: "Four, kept.", ...more }, patient);
      assert.equal(answer.status, 429, path);
      assert.ok((await answer.text()).includes("Four, kept."));
    }
    await archive.database.write((writer) => changeSettings(writer, { commentsOfMember: 1_000 }, Date.now()));
  });

  it("lets only so many through, and keeps what was typed", async () => {
    const { workId } = await give();
    await archive.database.write((writer) => changeSettings(writer, { commentsOfMember: 2 }, Date.now()));
    await say(urls.comments(workId), "One.", "moderator");
    await say(urls.comments(workId), "Two.", "moderator");
    const third = await archive.send(urls.comments(workId), { comment: "Three, kept." }, who("moderator"));
    assert.equal(third.status, 429);
    assert.ok((await third.text()).includes("Three, kept."));
    const refused = { name: "x", comment: "Refused, kept." };
    await Promise.all(Array.from({ length: 120 }, () => archive.send(urls.comments(workId), refused)));
    const guests = await archive.send(urls.comments(workId), refused);
    assert.equal(guests.status, 429, "what is refused is read so often and no oftener");
    assert.ok((await guests.text()).includes("Refused, kept."));
  });
});

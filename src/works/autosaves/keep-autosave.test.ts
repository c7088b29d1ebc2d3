import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { urls } from "../../vocabulary/urls.ts";
import { findAutosave, listAutosaves, listAutosavesOf } from "../autosaves.ts";
import { giveWork } from "../for-tests/give-work.ts";
import { type FormPlace, keyOfPlace, placeOfKey } from "../form/form-place.ts";
import { purgeAutosaves } from "../purge-autosaves.ts";
import { keepAutosave } from "./keep-autosave.ts";
import { forgetAutosave, leaveAutosave } from "./leave-autosave.ts";
import type { Sent } from "./sent-autosave.ts";
import { settleAutosave } from "./settle-autosave.ts";

const day = 86_400_000;
const limits = { autosavesKept: 200, autosaveMegabytes: 50 };
/** A name a window might have made: as long as they are, and to be read in a failing test. */
const name = (word: string) => word.padEnd(20, "0");
const fieldsOf = (story: string) => JSON.stringify([["story", story]]);

describe("what is typed and not saved", () => {
  let archive: TestArchive;
  let author: CastMember;
  let reader: CastMember;
  let place: FormPlace;

  before(async () => {
    archive = await openTestArchive();
    await archive.join("Owner", "owner");
    author = await archive.join("Author");
    reader = await archive.join("Reader");
    const { workId, chapterIds } = await giveWork(archive, author);
    place = { form: "chapter", workId, chapterId: chapterIds[0] ?? "" };
  });
  after(() => archive.close());

  const keep = (
    sent: Partial<Sent> & Pick<Sent, "id" | "stamp">,
    as = author,
    at = place,
    now = 1,
    within = limits,
  ) =>
    archive.database.write((writer) =>
      keepAutosave(
        writer,
        as.member,
        at,
        { after: [], version: 1, fields: { whole: fieldsOf("words") }, ...sent },
        within,
        now,
      ),
    );
  const story = async (id: string, as = author) =>
    (await findAutosave(archive.database.reading, as.member, id))?.typed.text("story");

  it("is kept as it was typed, with the version that stands meanwhile", async () => {
    const [id, stamp] = [name("whole"), name("s1")];
    const typed = 'Two lines\nand "quotes" \\ 🎁 שלום';
    assert.deepEqual(await keep({ id, stamp, fields: { whole: fieldsOf(typed) } }), {
      kept: true,
      stamp,
      standing: 1,
    });
    assert.equal(await story(id), typed);
  });

  it("takes only the changed middle of a text, and asks for all of it when that fits nothing", async () => {
    const id = name("middle");
    const [was, is] = [fieldsOf("It was a 🎁 of hers."), fieldsOf("It was a 🎀 of hers.")];
    await keep({ id, stamp: name("m1"), fields: { whole: was } });
    let before = 0;
    while (was[before] === is[before]) before++;
    const behind = was.length - was.indexOf(" of hers");
    // A pair of surrogates may be cut between its halves.
    const middle = is.slice(before, is.length - behind);
    assert.equal(middle.length, 1);
    const fields = { on: name("m1"), before, behind, middle, length: is.length };
    const after = [name("m1")];
    await keep({ id, stamp: name("m2"), after, fields });
    assert.equal(await story(id), "It was a 🎀 of hers.");
    const wrong = [
      { ...fields, on: name("m0") },
      { ...fields, on: name("m2"), length: is.length + 1 },
      { ...fields, on: name("m2"), before: is.length, behind: is.length },
      { ...fields, on: name("m2"), digest: "not-that-of-this-text" },
      { ...fields, on: name("m2"), before: 3, behind: 3, length: 7 },
    ];
    for (const fields of wrong)
      assert.deepEqual(await keep({ id, stamp: name("m3"), after: [name("m2")], fields }), {
        kept: false,
        because: "send all",
      });
    assert.equal(await story(id), "It was a 🎀 of hers.");
  });

  it("is never written over by a window that does not know what stands there", async () => {
    const id = name("twice");
    await keep({ id, stamp: name("t1"), fields: { whole: fieldsOf("from the first tab") } });
    const other = { id, stamp: name("t2"), fields: { whole: fieldsOf("from its copy") } };
    assert.deepEqual(await keep(other), { kept: false, because: "written by another" });
    assert.equal(await story(id), "from the first tab");
    const same = { ...other, fields: { whole: fieldsOf("from the first tab") } };
    assert.deepEqual(await keep(same), { kept: true, stamp: name("t1"), standing: 1 });
    assert.equal((await keep({ ...other, after: [name("t0"), name("t1")] })).kept, true);
    const elsewhere: FormPlace = { form: "new-work" };
    assert.equal((await keep({ ...other, after: [name("t2")] }, author, elsewhere)).kept, false);
  });

  it("is nobody else's: not to be seen, not to be written over, not to be forgotten", async () => {
    const id = name("private");
    await keep({ id, stamp: name("p1"), fields: { whole: fieldsOf("mine") } });
    const { reading } = archive.database;
    assert.equal(await findAutosave(reading, reader.member, id), undefined);
    assert.deepEqual(await listAutosaves(reading, reader.member), []);
    assert.deepEqual(await listAutosavesOf(reading, reader.member, place), []);
    await assert.rejects(keep({ id, stamp: name("p2") }, reader), { name: "NotFound" });
    const own: FormPlace = { form: "new-work" };
    assert.equal(
      (await keep({ id, stamp: name("p2"), fields: { whole: fieldsOf("theirs") } }, reader, own)).kept,
      true,
    );
    await archive.database.write((writer) => forgetAutosave(writer, reader.member, id));
    assert.equal(await story(id), "mine");
    for (const as of [reader, null])
      assert.equal((await archive.get(urls.autosave(id), as)).status, as ? 404 : 303);
  });

  it("comes over HTTP as JSON alone, from the account alone that the form was made for", async () => {
    const id = name("http");
    const body = {
      ...{ id, stamp: name("h1"), after: [], version: 1, fields: { whole: fieldsOf("by HTTP") } },
      ...{ account: author.member.accountId, place: keyOfPlace(place) },
    };
    const post = async (sent: unknown, as: CastMember | null, type = "application/json") => {
      const address = "http://archive.test";
      const headers = { origin: address, host: "archive.test", "content-type": type };
      const answer = await archive.app.fetch(
        // Without its length, as a proxy may pass it on.
        new Request(address + urls.autosaves(), {
          method: "POST",
          headers: as ? { ...headers, cookie: as.cookie } : headers,
          body: JSON.stringify(sent),
        }),
      );
      return [answer.status, await answer.json()];
    };
    assert.deepEqual(await post(body, null), [401, { kept: false, because: "signed out" }]);
    assert.deepEqual(await post(body, reader), [403, { kept: false, because: "another account" }]);
    const unreadable = [400, { kept: false, because: "not readable" }];
    assert.deepEqual(await post(body, author, "application/jsonp"), unreadable);
    assert.deepEqual(await post({ ...body, fields: { whole: "[1]" } }, author), unreadable);
    assert.deepEqual(await post({ ...body, place: "work:../x" }, author), unreadable);
    const gone = { ...body, place: "work:0000000000" };
    assert.deepEqual(await post(gone, author), [404, { kept: false, because: "gone" }]);
    assert.deepEqual(await post(body, author), [200, { kept: true, stamp: name("h1"), standing: 1 }]);
    assert.equal(await story(id), "by HTTP");
  });

  it("is bounded in number and in size, and says so before anything is lost", async () => {
    const id = (word: string) => name(`bound${word}`);
    const bound = { autosavesKept: 5, autosaveMegabytes: 5 };
    const member = await archive.join("Many Windows");
    const at: FormPlace = { form: "new-work" };
    for (let one = 0; one < 5; one++)
      assert.equal((await keep({ id: id(String(one)), stamp: name("b") }, member, at, 1, bound)).kept, true);
    assert.deepEqual(await keep({ id: id("6"), stamp: name("b") }, member, at, 1, bound), {
      kept: false,
      because: "too many",
    });
    const large = { whole: fieldsOf("é".repeat(2_500_000)) };
    const again = { id: id("0"), stamp: name("c"), after: [name("b")] };
    assert.deepEqual(await keep({ ...again, fields: large }, member, at, 1, bound), {
      kept: false,
      because: "too large",
    });
    assert.equal(await story(id("0"), member), "words");
    assert.equal((await keep(again, member, at, 1, bound)).kept, true);
  });

  it("is settled by the save that has it, and what comes late from that window is known for old", async () => {
    const id = name("settled");
    await keep({ id, stamp: name("s1") });
    await archive.database.write((writer) =>
      settleAutosave(writer, author.member, place, { id, stamps: [name("s1")] }, 2),
    );
    assert.equal(await findAutosave(archive.database.reading, author.member, id), undefined);
    for (const after of [[], [name("s1")]])
      assert.deepEqual(await keep({ id, stamp: name("s2"), after }), {
        kept: false,
        because: "saved already",
      });
    // Saved before it was ever sent.
    const unsent = name("unsent");
    await archive.database.write((writer) =>
      settleAutosave(writer, author.member, place, { id: unsent, stamps: [] }, 2),
    );
    assert.deepEqual(await keep({ id: unsent, stamp: name("u1") }), {
      kept: false,
      because: "saved already",
    });
  });

  it("stays when the form that was saved did not know of it", async () => {
    const id = name("stays");
    await keep({ id, stamp: name("x1") });
    await keep({ id, stamp: name("x2"), after: [name("x1")], fields: { whole: fieldsOf("typed on") } });
    await archive.database.write((writer) =>
      settleAutosave(writer, author.member, place, { id, stamps: [name("x1")] }, 2),
    );
    assert.equal(await story(id), "typed on");
  });

  it("is gone when the form stands again as it was opened", async () => {
    const id = name("undone");
    await keep({ id, stamp: name("d1") });
    const nothing = { id, stamp: name("d2"), after: [name("d1")], fields: { nothing: true } as const };
    assert.equal((await keep(nothing)).kept, true);
    assert.equal(await story(id), undefined);
  });

  it("is forgotten after long only where something newer is saved, or where its writer put it aside", async () => {
    const [newer, older, aside, draft] = [name("newer"), name("older"), name("aside"), name("draft")];
    const now = 1_000 * day;
    const days = { autosaveDays: 365, daysInTrash: 60 };
    const { workId, chapterIds } = await giveWork(archive, author);
    const at: FormPlace = { form: "chapter", workId, chapterId: chapterIds[0] ?? "" };
    await keep({ id: older, stamp: name("1") }, author, at, 1);
    await keep({ id: draft, stamp: name("1") }, author, { form: "new-work" }, 1);
    await archive.database.write((writer) => settleAutosave(writer, author.member, at, null, 2));
    await keep({ id: newer, stamp: name("1") }, author, at, 3);
    await keep({ id: aside, stamp: name("1") }, author, at, 3);
    await archive.database.write((writer) => leaveAutosave(writer, author.member, aside, now - 61 * day));
    await purgeAutosaves(archive.database, days, now);
    assert.deepEqual(
      [await story(newer), await story(older), await story(aside), await story(draft)],
      ["words", undefined, undefined, "words"],
    );
  });

  it("goes with the work it was typed for", async () => {
    const { workId, chapterIds } = await giveWork(archive, author);
    const id = name("cascade");
    await keep({ id, stamp: name("1") }, author, { form: "chapter", workId, chapterId: chapterIds[0] ?? "" });
    await archive.database.write((writer) => writer.deleteFrom("works").where("id", "=", workId).execute());
    assert.equal(await story(id), undefined);
  });
});

describe("the name of a form", () => {
  const [workId, chapterId] = ["0000000001", "0000000002"];
  it("is read back as it was written, and nothing else is one", () => {
    const places: FormPlace[] = [
      { form: "new-work" },
      { form: "work", workId },
      { form: "new-chapter", workId },
      { form: "chapter", workId, chapterId },
    ];
    for (const place of places) assert.deepEqual(placeOfKey(keyOfPlace(place)), place);
    const others = [
      "",
      "chapter",
      "work",
      `work:${workId}:`,
      `chapter:${workId}`,
      `new-work:${workId}`,
      "work:../x",
    ];
    for (const other of others) assert.equal(placeOfKey(other), null, other);
  });
});

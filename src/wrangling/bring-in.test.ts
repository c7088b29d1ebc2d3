import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../tests/archive.ts";
import { textIn as partIn } from "../../tests/text-in.ts";
import { faultsOfLinks } from "../tags/faults-of-links.ts";
import { readWholeTagBook } from "../tags/read-tag-book.ts";
import { tagFor } from "../tags/tags.ts";
import { urls } from "../vocabulary/urls.ts";
import { giveWork } from "../works/for-tests/give-work.ts";

const textIn = (html: string) => partIn(html, /<main[^>]*>(.*)<\/main>/s).replace(/\s+/g, " ");

describe("bringing tags in", () => {
  let archive: TestArchive;
  let wrangler: CastMember;
  let author: CastMember;
  before(async () => {
    archive = await openTestArchive();
    wrangler = await archive.join("Comb", "wrangler");
    author = await archive.join("Marchpane");
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const send = (fields: Record<string, string | File>) =>
    archive.send(urls.wranglingImport(), fields, wrangler);
  const look = async (sheet: string | File) => {
    const answer = await send(
      typeof sheet === "string" ? { press: "look", sheet } : { press: "look", file: sheet },
    );
    const html = await answer.text();
    return {
      status: answer.status,
      html,
      text: textIn(html),
      seen: /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? "",
    };
  };
  const bringIn = async (sheet: string) => {
    const { seen } = await look(sheet);
    return send({ press: "do", sheet, seen });
  };
  const sheetNow = async () => (await archive.get(urls.wranglingSheet(), wrangler)).text();
  const undoNewest = async () => {
    const log = await (await archive.get(urls.wranglingLog(), wrangler)).text();
    const [, undo = ""] = /action="(\/wrangling\/log\/[^"]+)"/.exec(log) ?? [];
    return archive.send(undo, {}, wrangler);
  };

  it("is for wranglers, moderators and the owner only, the sheet too", async () => {
    const everyone: [CastMember | null, boolean][] = [
      [author, false],
      [await archive.join("A Beta"), false],
      [await archive.join("A Reader"), false],
      [null, false],
      [wrangler, true],
      [await archive.join("A Moderator", "moderator"), true],
    ];
    const sheet = "kind,name\nfandom,Nowhere Else";
    for (const [as, may] of everyone) {
      const answers = [
        await archive.get(urls.wranglingImport(), as),
        await archive.get(urls.wranglingSheet(), as),
        await archive.send(urls.wranglingImport(), { press: "small" }, as),
        await archive.send(urls.wranglingImport(), { press: "look", sheet }, as),
      ];
      for (const answer of answers) {
        // A stranger is asked to sign in, a member finds nothing.
        const refused = as === null ? [303, 401] : [404];
        const allowed = may ? [200] : refused;
        assert.ok(allowed.includes(answer.status), `${as?.name} ${answer.status}`);
        if (!may) assert.doesNotMatch(await answer.text(), /becomes canonical|Slow Burn|^\uFEFFkind/);
      }
    }
  });

  it("gives with each canonical tag the works its lists show, synonyms' too, drafts and mentions not", async () => {
    const tagged = (
      name: string,
      stays: "draft" | "published" = "published",
      weight: "main" | "mention" = "main",
    ) => giveWork(archive, author, { tags: [{ kindId: "fandom", name, weight }] }, undefined, stays);
    for (const name of ["Ivanhoe", "Ivanhoe", "Ivenho"]) await tagged(name);
    await tagged("Ivanhoe", "draft");
    await tagged("Ivanhoe", "published", "mention");
    assert.equal(
      (await bringIn("kind,name,synonym of\nfandom,Ivenho,Ivanhoe\nfandom,Waverley,")).status,
      303,
    );
    const linesOf = async (as: CastMember) =>
      (await (await archive.get(urls.wranglingSheet(), as)).text())
        .split("\r\n")
        .filter((line) => /Ivanhoe|Waverley/.test(line));
    const expected = ["fandom,Ivanhoe,,,,3", "fandom,Ivenho,Ivanhoe,,,", "fandom,Waverley,,,,0"];
    const end = Date.now() + 1_000;
    // The index follows what was brought in within a second.
    while ((await linesOf(wrangler)).join() !== expected.join() && Date.now() < end);
    assert.deepEqual(await linesOf(wrangler), expected);
    assert.equal((await undoNewest()).status, 303);
  });

  it("tells first what would happen and what is wrong, line by line, and does nothing", async () => {
    const before = await sheetNow();
    const sheet = [
      "kind;name;synonym of;parents;media",
      "Fandom;Dracula;;Gothic Novels;Books and literature",
      "fandom;Drakula;Dracula;;",
      "fandom;Gothic Novels;;Dracula;",
      "colour;red;;;",
      "fandom;;Dracula;;",
      "fandom;Carmilla;;;opera",
      "fandom;Lost;Drakula;;",
      "character;Mina;;;books",
    ].join("\n");
    const { status, text } = await look(sheet);
    assert.equal(status, 200);
    for (const told of [
      /Line 2: “Dracula” becomes canonical/,
      /Line 3: “Drakula” becomes a synonym of “Dracula”/,
      /Line 2: “Dracula” goes under “Gothic Novels”/,
      /Line 2: “Dracula” gets its media/,
      /Line 4: That would be a loop, each under the next: Gothic Novels → Dracula → Gothic Novels/,
      /Line 5: “colour” is no kind of tag here/,
      /Line 6: A tag needs a name/,
      /Line 7: “opera” is no medium here/,
      /Line 8: The sheet says elsewhere that “Drakula” is a synonym/,
      /Line 9: Only fandoms have media, and “Mina” is none/,
    ])
      assert.match(text, told);
    assert.equal(await sheetNow(), before);
  });

  it("does what was seen, takes it back as one, and gives the same sheet again elsewhere", async () => {
    const empty = await sheetNow();
    assert.equal((await send({ press: "small" })).status, 200);
    const small = await (await send({ press: "small" })).text();
    assert.match(textIn(small), /“Slow Burn” becomes canonical/);
    const { readFile } = await import("node:fs/promises");
    const sheet = await readFile(archive.startingTags, "utf8");
    assert.equal((await bringIn(sheet)).status, 303);
    const book = await readWholeTagBook(archive.database.reading);
    assert.deepEqual(faultsOfLinks(book, book.all()), []);
    assert.equal(book.meaningOf(book.findNamed("additional", "slowburn")?.id ?? "").name, "Slow Burn");
    const full = await sheetNow();
    assert.match(full, /additional,Slow Burn,,Romance,,0/);
    assert.match((await look(full)).text, /Nothing would change/);
    assert.equal((await undoNewest()).status, 303);
    assert.equal(await sheetNow(), empty);
    assert.equal((await bringIn(full)).status, 303);
    assert.equal(await sheetNow(), full);
    assert.equal((await undoNewest()).status, 303);
  });

  it("does nothing when the tags changed since the wrangler looked", async () => {
    const sheet = "kind,name,synonym of\nfandom,Treasure Isle,Treasure Island";
    const { seen } = await look(sheet);
    await giveWork(archive, author, { tags: [{ kindId: "fandom", name: "Treasure Isle" }] });
    const id = await archive.database.write((writer) =>
      tagFor(writer, "fandom", "Treasure Isle", Date.now()),
    );
    assert.equal((await archive.send(urls.wrangledTag(id), { do: "canonical" }, wrangler)).status, 303);
    const answer = await send({ press: "do", sheet, seen });
    assert.equal(answer.status, 422);
    const text = textIn(await answer.text());
    assert.match(text, /changed since you looked. Nothing was done/);
    assert.match(text, /What wranglers decided otherwise before Line 2: “Treasure Isle” becomes a synonym/);
  });

  it("says of a synonym that becomes canonical that it is one now", async () => {
    assert.equal((await bringIn("kind,name,synonym of\nfandom,Kidnaped,Kidnapped")).status, 303);
    const { text } = await look("kind,name\nfandom,Kidnaped");
    assert.match(text, /decided otherwise before Line 2: “Kidnaped” is a synonym now, and becomes canonical/);
    assert.equal((await undoNewest()).status, 303);
  });

  it("tells nothing of tags that stand on drafts alone", async () => {
    const tags = [{ kindId: "fandom", name: "The Secret Project" }];
    await giveWork(archive, author, { tags }, undefined, "draft");
    assert.ok(!(await sheetNow()).includes("Secret"));
    const { text } = await look("kind,name\nfandom,The Secret Project\nfandom,The Other Project");
    const [, secret, other] = /Line 2: (.*?) Line 3: (.*?becomes canonical)/.exec(text) ?? [];
    assert.equal(secret?.replace("Secret", "Other"), other);
  });

  it("takes any bytes, and no longer than it should", async () => {
    const hostile: (string | File)[] = [
      "",
      "\0\0\0",
      '"',
      "kind,name",
      "name,kind\n,,,,,\n,",
      `kind,name\nfandom,"${'"'.repeat(10_001)}`,
      `kind,name\nfandom,${"x".repeat(100_000)}`,
      `kind,name\nfandom,=cmd|' /C calc'!A0\nfandom,<script>alert(1)</script>`,
      `kind,name${",name".repeat(5_000)}\nfandom`,
      "kind,name,synonym of\nfandom,A,A\nfandom,B,C\nfandom,C,B",
      new File([new Uint8Array([0xff, 0xfe, 0x00, 0xd8])], "x.csv"),
      new File([new Uint8Array([0x80, 0x81, 0x82])], "x.csv"),
    ];
    for (const sheet of hostile) {
      const { status, html } = await look(sheet);
      assert.ok(status === 200 || status === 422, String(status));
      assert.ok(!html.includes("<script>alert"), "markup");
    }
    const file = new File(["\uFEFFkind,name\nfandom,Ὀδύσσεια"], "tags.csv");
    assert.match((await look(file)).text, /“Ὀδύσσεια” becomes canonical/);
  });

  it("brings thousands of lines in, chains and all, while pages go on being read", async () => {
    const lines = ["kind,name,synonym of,parents"];
    for (let number = 0; number < 2_000; number++)
      lines.push(`additional,Word ${number},,Word ${number + 1}`);
    for (let number = 2_000; number > 1_000; number--)
      lines.push(`character,Person ${number},,Person ${number - 1}`);
    for (let number = 0; number < 2_000; number++)
      lines.push(`additional,Wird ${number},Word ${number % 50},`);
    const sheet = lines.join("\n");
    const empty = await sheetNow();
    const { seen, text } = await look(sheet);
    assert.match(text, /would stand under too many others/);
    const order: string[] = [];
    const told = async (what: string, answer: Promise<Response>) => {
      const { status } = await answer;
      order.push(what);
      return status;
    };
    // The embedded engine never leaves the thread by itself: a page gets in only where the work lets it.
    const readMeanwhile = (what: string, answer: Promise<Response>) =>
      Promise.all([told(what, answer), told("a page", archive.get(urls.about()))]);
    assert.deepEqual(await readMeanwhile("done", send({ press: "do", sheet, seen })), [303, 200]);
    assert.deepEqual(await readMeanwhile("undone", undoNewest()), [303, 200]);
    assert.deepEqual(order, ["a page", "done", "a page", "undone"]);
    const book = await readWholeTagBook(archive.database.reading);
    assert.deepEqual(faultsOfLinks(book, book.all()), []);
    assert.equal(await sheetNow(), empty);
  });

  it("refuses a sheet that is too long, and does none of it", async () => {
    const { text, seen } = await look(`kind,name\n${"fandom,x\n".repeat(50_001)}`);
    assert.match(text, /more than 50,000 lines/);
    assert.match(text, /Nothing would change/);
    assert.notEqual(seen, "");
  });
});

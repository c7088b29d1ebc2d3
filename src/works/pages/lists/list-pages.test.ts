import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../../tests/archive.ts";
import { changePseud } from "../../../people/change-pseud.ts";
import { changeSettings } from "../../../plumbing/settings/settings.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { chapterFields, giveWork } from "../../for-tests/give-work.ts";

const worksPerPage = 5;
const worksGiven = 12;

describe("the lists", () => {
  let archive: TestArchive;
  let author: CastMember;

  before(async () => {
    archive = await openTestArchive();
  });

  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const read = async (path: string) => {
    const response = await archive.get(path);
    assert.equal(response.status, 200, path);
    return response.text();
  };

  it("asks for the first story while the archive is empty", async () => {
    const home = await read(urls.home());
    assert.ok(home.includes("No story has been given yet."));
    assert.ok(home.includes(urls.newImport()));
    assert.ok((await read(urls.newest())).includes("No works are here yet."));
    assert.ok((await read(urls.fandoms())).includes("No fandom has works here yet."));
    assert.ok((await read(urls.about())).includes("The owner has not written any rules yet."));
  });

  it("lead to setting the archive up for as long as it has no owner", async () => {
    const unowned = await openTestArchive();
    const home = async () => (await unowned.get(urls.home())).text();
    try {
      assert.ok((await home()).includes(`This archive has no owner yet. <a href="${urls.setUp()}">`));
      await unowned.join("Rowan", "owner");
      assert.ok(!(await home()).includes(urls.setUp()));
    } finally {
      await unowned.close();
    }
  });

  it("say in few words that a writer says nothing about warnings", async () => {
    const silent = await openTestArchive();
    try {
      const warnings = ["graphic-violence", "underage"].map(
        (warningId) => ({ warningId, answer: "unsaid" }) as const,
      );
      await giveWork(silent, await silent.join("Tam"), { title: "Silence", warnings });
      const newest = await (await silent.get(urls.newest())).text();
      const [inSight = "", folded = ""] = newest.slice(newest.indexOf("work-blurb")).split("<details>");
      assert.ok(inSight.includes("<li>Warnings: not saying</li>"));
      assert.ok(!inSight.includes("Underage sex") && folded.includes("Underage sex"));
    } finally {
      await silent.close();
    }
  });

  describe("of an archive with works", () => {
    before(async () => {
      author = await archive.join("Marchpane");
      for (let number = 1; number <= worksGiven; number++)
        await giveWork(
          archive,
          author,
          {
            title: `Story ${number}`,
            gifts: [
              { name: "Nell", addressedAs: "" },
              { name: "Rook", addressedAs: "Birdie" },
            ],
            tags: [
              { kindId: "fandom", name: "Treasure Island" },
              ...[1, 2, 3, 4].map((tag) => ({ kindId: "additional", name: `Tag ${tag}` })),
            ],
            warnings: [
              { warningId: "graphic-violence", answer: "yes" },
              { warningId: "underage", answer: "no" },
            ],
          },
          [chapterFields()],
          "published",
          Date.UTC(2026, 0, number),
        );
      await archive.database.write(async (writer) => {
        await changeSettings(
          writer,
          { worksPerPage, archiveName: "The Shelf", welcome: "<p>Come in.</p>", rules: "<p>Be kind.</p>" },
          Date.now(),
        );
        const about = "<p>Writes at two in the morning.</p>";
        const { member, pseudId, name } = author;
        await changePseud(writer, member.accountId, pseudId, { name, about }, Date.now());
      });
    });

    it("says on the front page what this place is, and that it is alive", async () => {
      const home = await read(urls.home());
      for (const words of [
        "<h1>The Shelf</h1>",
        "<p>Come in.</p>",
        "<li>12 works</li>",
        "<li>1 writer</li>",
        "<li>120 words</li>",
        "Story 12",
        "Treasure Island",
        `href="${urls.newest()}"`,
        '<time datetime="2026-01-12">',
      ])
        assert.ok(home.includes(words), words);
      assert.ok(!home.includes("Story 1<"));
    });

    it("tells enough of a work to choose it, and folds the rest away", async () => {
      const newest = await read(urls.newest());
      const row = newest.slice(newest.indexOf('<li class="work-blurb">'), newest.indexOf("</details>"));
      const [inSight = "", folded = ""] = row.split("<details>");
      for (const words of [
        "Story 12",
        "Marchpane",
        "General",
        "Warning: Graphic violence",
        "1/1 chapter, complete",
      ])
        assert.ok(inSight.includes(words), words);
      assert.ok(inSight.includes("Tag 3") && !inSight.includes("Tag 4") && !inSight.includes("Underage"));
      assert.ok(folded.includes("Tag 4") && folded.includes("Underage"));
      assert.match(inSight.replace(/<[^>]*>/g, ""), /A gift for Nell and Rook \(Birdie\)/);
    });

    it("pages every list, newest first, each work once", async () => {
      const lists = [urls.newest, (number: number) => urls.writer(author.pseudId, number)];
      for (const urlOf of lists) {
        const seen: string[] = [];
        for (const number of [1, 2, 3]) {
          const body = await read(urlOf(number));
          assert.ok(body.includes(`<link rel="canonical" href="${urlOf(number)}"/>`));
          seen.push(...[...body.matchAll(/>(Story \d+)<\/a>/g)].map(([, title = ""]) => title));
        }
        assert.equal(seen.length, worksGiven);
        assert.equal(new Set(seen).size, worksGiven);
        assert.equal(seen[0], "Story 12");
      }
    });

    it("shows the last page to who asks past it, and the first to who asks nonsense", async () => {
      for (const past of ["4", "99", "999999999999999"])
        assert.ok(
          (await read(`/newest?page=${past}`)).includes(`rel="canonical" href="${urls.newest(3)}"`),
          past,
        );
      for (const nonsense of ["0", "-1", "1e9", "x", "", "1.5", "%00", "9".repeat(400)])
        assert.ok(
          (await read(`/newest?page=${nonsense}`)).includes(`rel="canonical" href="${urls.newest()}"`),
          nonsense,
        );
    });

    it("says of a writer what they say of themselves", async () => {
      assert.ok((await read(urls.writer(author.pseudId))).includes("<p>Writes at two in the morning.</p>"));
    });

    it("asks from a writer’s page for words in the stories of that writer alone", async () => {
      const fields = new URLSearchParams({ writer: author.pseudId, text: "wind" }).toString();
      const writer = await read(urls.writer(author.pseudId));
      assert.match(writer, new RegExp(`<form[^>]* action="${urls.works()}"`));
      assert.ok(writer.includes(`name="writer" value="${author.pseudId}"`) && writer.includes('name="text"'));
      const found = await read(urls.works(fields));
      assert.ok(found.includes("Works by Marchpane, with the word “wind” in the text"));
    });

    it("shows the rules, where the foot of every page leads", async () => {
      const about = await read(urls.about());
      assert.ok(about.includes('<h2 id="rules">') && about.includes("<p>Be kind.</p>"));
    });

    it("lets crawlers read what visitors may", async () => {
      assert.ok((await read("/robots.txt")).endsWith("\n\nUser-agent: *\nAllow: /\n"));
    });
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { strToU8, zipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { urls } from "../src/vocabulary/urls.ts";
import { listOwnWorks } from "../src/works/own-works.ts";
import { findAllChapters } from "../src/works/works.ts";
import type { CastMember } from "./archive.ts";
import { browserAloneMissing, openBrowser } from "./browser.ts";
import { dropFiles, givenFile } from "./hand-over.ts";
import { awaitReview, unfold } from "./review-in-browser.ts";
import { type ServedArchive, serveTestArchive } from "./serve-archive.ts";
import { signedIn } from "./signed-in.ts";

const letter = (number: number, words: string) =>
  givenFile(
    `Letter ${number}.txt`,
    `Title: Letters to a Lighthouse\nFandom: Harbour Lights\n\n${words}\n\n[LINE BREAK]\n\nYours, as ever.\n`,
  );

/** Several files in a real browser: chapters, works, later chapters, and chapters joined and split again. */
describe("several files, in a browser", { skip: browserAloneMissing }, () => {
  let archive: ServedArchive;
  let browser: Browser;
  let member: CastMember;
  let writer: Page;
  let lettersId = "";
  before(async () => {
    archive = await serveTestArchive();
    browser = await openBrowser();
    member = await archive.join("Quillfeather");
    writer = await signedIn(browser, archive, member);
  });
  after(async () => {
    await browser?.close();
    await archive?.close();
  });

  const storiesOf = async (workId: string) =>
    (await findAllChapters(archive.database.reading, { id: workId, mine: true })).map(({ story }) => story);
  const worksByTitle = async () =>
    new Map(
      (await listOwnWorks(archive.database.reading, member.member)).map(({ id, title }) => [title, id]),
    );

  it("dropped together in any order become the chapters of one story, in the order of their names", async () => {
    await writer.goto(archive.origin + urls.newImport());
    await dropFiles(writer, [
      letter(10, "The tenth went by boat."),
      letter(1, "The first went by hand."),
      letter(2, "The second went by night."),
    ]);
    await writer.getByText("Letter 10.txt, Letter 1.txt, and Letter 2.txt").waitFor();
    await writer.getByRole("radio", { name: "chapters of one story" }).check();
    await writer.getByRole("button", { name: "Bring it in" }).click();
    await awaitReview(writer, archive);
    await writer
      .getByRole("button", { name: /^All 3: Make it a scene break/ })
      .first()
      .click();
    await writer.getByText("Your answers are kept.").waitFor();
    await writer.getByRole("button", { name: "Save as a draft" }).click();
    await writer.getByText("The draft is saved.").waitFor();
    lettersId = (await worksByTitle()).get("Letters to a Lighthouse") ?? "";
    const stories = await storiesOf(lettersId);
    assert.deepEqual(
      stories.map((story) => /The \w+ went by \w+/.exec(story)?.[0]),
      ["The first went by hand", "The second went by night", "The tenth went by boat"],
    );
    for (const story of stories) assert.match(story, /<hr/, "one answer was for all chapters");
  });

  it("bring later chapters of a work, which are read as its earlier ones were answered", async () => {
    await writer.goto(archive.origin + urls.editWork(lettersId));
    await writer.getByRole("link", { name: "Bring in a chapter" }).click();
    await writer.getByText("several files become its next chapters").waitFor();
    assert.equal(await writer.getByRole("radio", { name: "stories of their own" }).count(), 0);
    await writer
      .getByLabel("The file")
      .setInputFiles([letter(12, "The twelfth went by bottle."), letter(11, "The eleventh went by gull.")]);
    await writer.getByRole("button", { name: "Bring it in" }).click();
    await awaitReview(writer, archive);
    await unfold(writer);
    const asked = writer.getByRole("group", { name: /LINE BREAK/ });
    assert.equal(await asked.getByRole("radio", { name: "Make it a scene break" }).isChecked(), true);
    await writer.getByText("You answered this so when you brought in an earlier chapter").first().waitFor();
    await writer.getByRole("button", { name: "Save as a draft" }).click();
    await writer.waitForURL(`**${urls.previewWork(lettersId)}`);
    const stories = await storiesOf(lettersId);
    assert.equal(stories.length, 5);
    assert.match(stories[3] ?? "", /eleventh went by gull.*<hr/s);
    assert.match(stories[4] ?? "", /twelfth went by bottle.*<hr/s);
  });

  it("joined on the desk and split again lose nothing", async () => {
    const before = await storiesOf(lettersId);
    await writer.goto(archive.origin + urls.editWork(lettersId));
    await writer.getByRole("link", { name: "Join with the next: chapter 1" }).click();
    await writer.getByRole("button", { name: "Join the two chapters" }).click();
    await writer.getByText("The two chapters are one now.").waitFor();
    const joined = await storiesOf(lettersId);
    assert.equal(joined.length, before.length - 1);
    await writer.locator("#chapters ~ ol").getByRole("link").first().click();
    await writer.getByRole("link", { name: /^Split/ }).click();
    await writer.getByRole("radio", { name: /^At the scene break before “The second went by night/ }).check();
    await writer.getByRole("button", { name: "Split the chapter there" }).click();
    await writer.getByText("The chapter is two chapters now.").waitFor();
    assert.deepEqual(await storiesOf(lettersId), before);
  });

  it("in a ZIP become works of their own, each looked through by itself", async () => {
    const packed = zipSync({
      "The Salt Road.txt": strToU8(
        "Title: The Salt Road\nAuthor: Wren\n\nShe walked, and the tide walked with her.\n",
      ),
      "The Tin Lantern.txt": strToU8("Title: The Tin Lantern\nAuthor: Wren\n\nIt burned all winter.\n"),
    });
    await writer.goto(archive.origin + urls.newImport());
    await writer.getByLabel("The file").setInputFiles(givenFile("stories.zip", packed));
    await writer.getByRole("radio", { name: "stories of their own" }).check();
    await writer.getByRole("button", { name: "Bring it in" }).click();
    await writer.getByText("Your stories came in, each for itself.").waitFor();
    await archive.importer.jobs.settled();
    for (const name of ["The Salt Road", "The Tin Lantern"]) {
      await writer.goto(archive.origin + urls.newImport());
      const begun = writer.getByRole("region", { name: "Go on with" });
      await begun.getByText("ready to look through").first().waitFor();
      await begun.getByRole("link", { name: `${name}.txt` }).click();
      await awaitReview(writer, archive);
      await writer.getByRole("button", { name: "Save as a draft" }).click();
      await writer.getByText("The draft is saved.").waitFor();
    }
    const titles = [...(await worksByTitle()).keys()];
    for (const title of ["The Salt Road", "The Tin Lantern"]) assert.ok(titles.includes(title), title);
    await writer.goto(archive.origin + urls.newImport());
    assert.equal(await writer.getByRole("region", { name: "Go on with" }).count(), 0);
  });

  it("logged nothing that went wrong", () => assert.deepEqual(archive.logged, []));
});

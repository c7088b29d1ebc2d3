import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { urls } from "../src/vocabulary/urls.ts";
import { browserAloneMissing, openBrowser } from "./browser.ts";
import { dropFiles, givenFile } from "./hand-over.ts";
import { answer, awaitReview, unfold, whatItBecomes } from "./review-in-browser.ts";
import { type ServedArchive, serveTestArchive } from "./serve-archive.ts";
import { signedIn } from "./signed-in.ts";
import { weatherGlassDocx } from "./weather-glass-docx.ts";

/** A Word document on its whole way, in a real browser: dropped, looked through, answered, saved, published, read. */
for (const javaScriptEnabled of [true, false])
  describe(`a Word document, ${javaScriptEnabled ? "dropped on the page" : "without JavaScript"}`, {
    skip: browserAloneMissing,
  }, () => {
    let archive: ServedArchive;
    let browser: Browser;
    let writer: Page;
    let workPath = "";
    before(async () => {
      archive = await serveTestArchive();
      browser = await openBrowser();
      const member = await archive.join("Quillfeather");
      writer = await signedIn(browser, archive, member, { javaScriptEnabled });
    });
    after(async () => {
      await browser?.close();
      await archive?.close();
    });

    it("comes in, and shows each thing it asks or did", async () => {
      const file = givenFile("the weather glass.docx", weatherGlassDocx());
      await writer.goto(archive.origin + urls.newImport());
      const isAsked = () => writer.getByRole("group", { name: "Several files" }).isVisible();
      if (javaScriptEnabled) {
        assert.equal(await isAsked(), false, "one file needs no answer about several");
        await dropFiles(writer, [file]);
        assert.equal(await isAsked(), false);
      } else {
        assert.equal(await isAsked(), true);
        await writer.getByLabel("The file").setInputFiles(file);
      }
      await writer.getByRole("button", { name: "Bring it in" }).click();
      await awaitReview(writer, archive);
      for (const about of [/“\* \* \*”/, /“\[LINE BREAK\]”/, /put in “very”/, /struck out “only”/])
        assert.equal(await writer.getByRole("group", { name: about, includeHidden: true }).count(), 1);
    });

    it("is not saved while changes, comments and pictures wait for an answer, and loses nothing by it", async () => {
      await writer.getByLabel("Fandoms", { exact: true }).fill("Harbour Lights");
      await writer.getByRole("button", { name: "Save as a draft" }).click();
      await writer
        .getByText(/3 changes and comments are not settled yet/)
        .first()
        .waitFor();
      assert.equal(await writer.getByLabel("Fandoms", { exact: true }).inputValue(), "Harbour Lights");
    });

    it("lets one change be undone, one proposal accepted, and all the rest be settled", async () => {
      await unfold(writer);
      await answer(writer, /“\* \* \*”/, "Undo");
      await answer(writer, /“\[LINE BREAK\]”/, "Make it a scene break");
      await answer(writer, /put in “very”/, "Keep these words");
      await answer(writer, /struck out “only”/, "Keep these words");
      await answer(writer, /“Which half\?”/, "Leave it out");
      await writer
        .getByLabel("Describe it for those who cannot see it")
        .fill("A barometer with its needle far down");
      await writer.getByRole("button", { name: "Show it with these answers" }).first().click();
      await writer.getByText("Your answers are kept.").waitFor();
      const story = whatItBecomes(writer);
      assert.equal(await story.getByRole("separator").count(), 1, "one break made, one undone");
      await story.getByText("* * *").waitFor();
    });

    it("is saved and published", async () => {
      assert.equal(await writer.getByLabel("Title", { exact: true }).inputValue(), "The Weather Glass");
      await writer.getByRole("button", { name: "Save as a draft" }).click();
      await writer.getByText("The draft is saved.").waitFor();
      await writer.getByRole("button", { name: "Publish the work" }).first().click();
      await writer.getByText("The work is published.").waitFor();
      workPath = /\/works\/[0-9a-z]{10}/.exec(writer.url())?.[0] ?? "";
      assert.notEqual(workPath, "");
    });

    it("is read by a visitor, with its italics, its note, its picture and every word", async () => {
      const visitor = await (await browser.newContext({ javaScriptEnabled })).newPage();
      await visitor.goto(archive.origin + workPath);
      await visitor.getByText("A keeper, a glass, and a boat that is late.").waitFor();
      await visitor.getByRole("link", { name: /^Read/ }).first().click();
      const story = visitor.locator(".story");
      assert.equal(await story.getByRole("emphasis").innerText(), "would not");
      assert.equal(await story.getByRole("separator").count(), 1);
      await story.getByText("* * *").waitFor();
      await story.getByText("The boat came in very late, with only one man in it.").waitFor();
      assert.equal(await visitor.getByText(/Which half|LINE BREAK/).count(), 0);

      const mark = story.getByRole("link", { name: "1" }).first();
      await mark.click();
      await visitor.waitForURL(/#note-1$/);
      const note = story.locator(":target");
      assert.match(await note.innerText(), /A barometer: they hang in every kitchen there\./);
      await note.getByRole("link").click();
      await visitor.waitForURL(/#noteref-1$/);

      await story.getByRole("img", { name: "A barometer with its needle far down" }).waitFor();
      const width = "(async (image) => (await image.decode(), image.naturalWidth))";
      assert.equal(await visitor.evaluate(`${width}(document.querySelector(".story img"))`), 60);
      await visitor.context().close();
    });

    it("logged nothing that went wrong", () => assert.deepEqual(archive.logged, []));
  });

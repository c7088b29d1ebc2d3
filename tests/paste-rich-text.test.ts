import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { urls } from "../src/vocabulary/urls.ts";
import { browserAloneMissing, openBrowser } from "./browser.ts";
import { pasteRich } from "./hand-over.ts";
import { awaitReview, whatItBecomes } from "./review-in-browser.ts";
import { type ServedArchive, serveTestArchive } from "./serve-archive.ts";
import { signedIn } from "./signed-in.ts";

const text = "The kettle sang.\n\nNot now, she thought, and let it sing.";

/** The same two paragraphs as two word processors lay them on the clipboard. */
const clipboards = {
  Word: `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=EN-GB><!--StartFragment--><p class=MsoNormal>The kettle sang.<o:p></o:p></p><p class=MsoNormal><i style='mso-bidi-font-style:normal'>Not now</i>, she thought, and let it sing.<o:p></o:p></p><!--EndFragment--></body></html>`,
  "Google Docs": `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1f"><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-style:normal;">The kettle sang.</span></p><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-style:italic;">Not now</span><span style="font-size:11pt;font-style:normal;">, she thought, and let it sing.</span></p></b>`,
};

describe("rich text pasted in a browser", { skip: browserAloneMissing }, () => {
  let archive: ServedArchive;
  let browser: Browser;
  let writer: Page;
  before(async () => {
    archive = await serveTestArchive();
    browser = await openBrowser();
    writer = await signedIn(browser, archive, await archive.join("Quillfeather"));
  });
  after(async () => {
    await browser?.close();
    await archive?.close();
  });

  const kept = () => writer.getByText("Its italics and its layout came along.");
  const area = () => writer.getByLabel("The text");
  async function paste(html: string) {
    await writer.goto(archive.origin + urls.newImport());
    assert.equal(await kept().isVisible(), false, "nothing is said before anything is pasted");
    await area().focus();
    await pasteRich(writer, html, text);
    await kept().waitFor();
  }

  for (const [program, html] of Object.entries(clipboards))
    it(`keeps the italics that ${program} laid on the clipboard`, async () => {
      await paste(html);
      assert.equal((await area().inputValue()).trim(), text);
      assert.equal(await writer.getByRole("group", { name: "What you pasted is" }).count(), 0);
      await writer.getByRole("button", { name: "Bring in this text" }).click();
      await awaitReview(writer, archive);
      const story = whatItBecomes(writer);
      assert.equal(await story.getByRole("emphasis").innerText(), "Not now");
      await story.getByText("The kettle sang.", { exact: true }).waitFor();
    });

  it("comes back with its italics when the page was left before it was sent", async () => {
    await paste(clipboards.Word);
    await writer.reload();
    await kept().waitFor();
    await writer.getByRole("button", { name: "Bring in this text" }).click();
    await awaitReview(writer, archive);
    const story = whatItBecomes(writer);
    assert.equal(await story.getByRole("emphasis").innerText(), "Not now");
  });

  it("can be begun anew, as text", async () => {
    await paste(clipboards.Word);
    await writer.getByRole("button", { name: "Start again" }).click();
    assert.equal(await kept().isVisible(), false);
    await area().fill("Plain words *with* a star.");
    await writer.getByRole("button", { name: "Bring in this text" }).click();
    await awaitReview(writer, archive);
    const story = whatItBecomes(writer);
    await story.getByText("Plain words").waitFor();
    assert.equal(await story.getByText("The kettle sang").count(), 0);
  });

  it("logged nothing that went wrong", () => assert.deepEqual(archive.logged, []));
});

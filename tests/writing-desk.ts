import type { Locator, Page } from "playwright-core";
import { serialiseStory } from "../src/story-text/serialise.ts";
import { storyFromTyped } from "../src/story-text/typed.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { chapterFields, workFields } from "../src/works/for-tests/give-work.ts";
import { saveDraft } from "../src/works/save-draft.ts";
import { findChapter, findOwnWork } from "../src/works/works.ts";
import type { CastMember } from "./archive.ts";
import type { ServedArchive } from "./serve-archive.ts";

/** A chapter at the writing desk, in a browser. */
export type WritingDesk = {
  page: Page;
  /** The story as it will look, which is written in. */
  story: Locator;
  tool(name: string): Locator;
  /** A tool of a row that is opened from the first. */
  toolIn(row: "Paragraph" | "Words" | "Insert", name: string): Promise<void>;
  /** Fills a panel that is open and presses its button. */
  answer(fields: Record<string, string>, button?: string): Promise<void>;
  /** Lays a story into the form's field, as whoever keeps what was typed does. */
  put(story: string): Promise<void>;
  /** What stands in the form's field; while the story is shown it follows every few seconds. */
  field(): Promise<string>;
  /** What the archive would store now: what the field holds when the form is sent, read as the archive reads it. */
  written(): Promise<string>;
  /** Presses the form's own button and tells the story that stands in the archive then. */
  saved(): Promise<string>;
  work: { id: string; chapterId: string };
};

/** Opens a new draft with this story at the desk of its writer. */
export async function openDesk(
  archive: ServedArchive,
  page: Page,
  writer: CastMember,
  story: string,
  language = "en",
): Promise<WritingDesk> {
  const fields = workFields(writer, { language });
  const { workId, chapterId } = await archive.database.write((transaction) =>
    saveDraft(transaction, writer.member, fields, chapterFields({ story }), Date.now()),
  );
  await page.goto(archive.origin + urls.editChapter(workId, chapterId));
  const written = page.getByRole("textbox", { name: "The story" });
  await written.waitFor();
  const area = page.locator("textarea[name=story]");
  const tool = (name: string) => page.getByRole("button", { name, exact: true });
  return {
    page,
    story: written,
    tool,
    work: { id: workId, chapterId },
    async toolIn(row, name) {
      const opener = tool(row);
      if ((await opener.getAttribute("aria-expanded")) !== "true") await opener.click();
      await page.getByRole("toolbar", { name: row }).getByRole("button", { name, exact: true }).click();
    },
    async answer(answers, button = "Put it in") {
      for (const [label, value] of Object.entries(answers)) {
        const field = page.locator(".writing-panel").getByLabel(label, { exact: true });
        const kind = await field.evaluate((control: { type?: string }) => control.type);
        if (kind === "select-one") await field.selectOption(value);
        else if (kind === "checkbox") await field.setChecked(value === "yes");
        else await field.fill(value);
      }
      const panel = page.locator(".writing-panel");
      await panel.getByRole("button", { name: button, exact: true }).click();
      await panel.waitFor({ state: "detached" });
    },
    async put(story) {
      await page.evaluate(
        `((story) => { const area = document.querySelector("textarea[name=story]"); area.value = story; area.dispatchEvent(new Event("input", { bubbles: true })); })(${JSON.stringify(story)})`,
      );
    },
    field: () => area.inputValue(),
    async written() {
      await page.evaluate(
        'document.querySelector("textarea[name=story]").form.dispatchEvent(new Event("leaving"))',
      );
      return serialiseStory(storyFromTyped(await area.inputValue()));
    },
    async saved() {
      await Promise.all([
        page.waitForNavigation(),
        page.getByRole("button", { name: "Save as draft" }).click(),
      ]);
      const work = await findOwnWork(archive.database.reading, writer.member, workId);
      const chapterNow = work && (await findChapter(archive.database.reading, work, chapterId));
      return chapterNow?.story ?? "";
    },
  };
}

import type { Page } from "playwright-core";
import { urls } from "../src/vocabulary/urls.ts";
import { chapterFields, workFields } from "../src/works/for-tests/give-work.ts";
import { saveDraft } from "../src/works/save-draft.ts";
import { desktop, openBrowser } from "../tests/browser.ts";
import { serveTestArchive } from "../tests/serve-archive.ts";
import { signedIn } from "../tests/signed-in.ts";
import { seededRandom } from "./seeded-random.ts";

/**
 * Measures a chapter of 300,000 words at the writing desk: until it can be typed in, from a key to the frame that
 * shows it, until the form's field has it, and until it is saved; and the same for the plain text field that the
 * page is without the editor's script, in the same run.
 */

const wordsAsked = Number(process.argv[2] ?? 300_000);
const keysPressed = Number(process.argv[4] ?? 200);
const rounds = Number(process.argv[3] ?? 3);

const words =
  "lamp tide salt letter garden window stair harbour winter orchard mirror candle the and of a to in was her his that with it had for she he as at on not but".split(
    " ",
  );

function longStory(): string {
  const random = seededRandom(11);
  const paragraphs: string[] = [];
  for (let count = 0; count < wordsAsked; ) {
    const said = Array.from({ length: 20 + random.below(60) }, () => random.pick(words));
    count += said.length;
    if (random.below(4) === 0) said[3] = `<em>${said[3]}</em>`;
    paragraphs.push(`<p>${said.join(" ")}.</p>`);
    if (random.below(60) === 0) paragraphs.push('<hr class="scene" data-ornament="* * *">');
  }
  return paragraphs.join("\n");
}

type Measured = {
  opens: number;
  keyP50: number;
  keyP95: number;
  serialises: number;
  saves: number;
  /** What the browser's own process for the page worked, which others on the machine do not change. */
  opensWork: number;
  keyWork: number;
};

const quantile = (values: number[], part: number) =>
  values.toSorted((one, other) => one - other)[
    Math.min(values.length - 1, Math.floor(values.length * part))
  ] ?? 0;

const archive = await serveTestArchive();
const browser = await openBrowser();
const writer = await archive.join("Quillfeather");
const { workId, chapterId } = await archive.database.write((transaction) =>
  saveDraft(
    transaction,
    writer.member,
    workFields(writer),
    chapterFields({ story: longStory() }),
    Date.now(),
  ),
);

const browserItself = await browser.newBrowserCDPSession();
/** Ms that the processes of pages have worked so far. */
async function worked(): Promise<number> {
  const { processInfo } = await browserItself.send("SystemInfo.getProcessInfo");
  const seconds = processInfo.filter(({ type }) => type === "renderer").map(({ cpuTime }) => cpuTime);
  return seconds.reduce((sum, one) => sum + one, 0) * 1_000;
}

async function measure(page: Page, place: string): Promise<Measured> {
  const before = await worked();
  await page.goto(archive.origin + urls.editChapter(workId, chapterId));
  await page.locator(place).waitFor();
  const opens = Number(await page.evaluate(untilPainted));
  const opensWork = (await worked()) - before;
  await page.locator(place).focus();
  await page.evaluate(`(${toTheMiddle})(${JSON.stringify(place)})`);
  await page.evaluate(untilPainted);
  await page.evaluate(`(${watchKeys})()`);
  const beforeKeys = await worked();
  for (let pressed = 0; pressed < keysPressed; pressed++)
    await page.keyboard.press(pressed % 7 === 6 ? "Space" : "a");
  await page.evaluate(untilPainted);
  const keyWork = ((await worked()) - beforeKeys) / keysPressed;
  const keys: unknown = await page.evaluate("keyTimes");
  const times = Array.isArray(keys) ? keys.map(Number) : [];
  const serialises = Number(await page.evaluate(`(${bringUpToDate})()`));
  const began = performance.now();
  await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === "GET" && answer.url().endsWith("/edit")),
    page.getByRole("button", { name: "Save as draft" }).click(),
  ]);
  await page.waitForLoadState();
  await page.locator(place).waitFor();
  await page.evaluate(untilPainted);
  const saves = performance.now() - began;
  return {
    opens,
    keyP50: quantile(times, 0.5),
    keyP95: quantile(times, 0.95),
    serialises,
    saves,
    opensWork,
    keyWork,
  };
}

/* These run in the browser. */

/** Ms from asking for the page to the second frame after now. */
const untilPainted = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))`;

const toTheMiddle = `(place) => {
  const field = document.querySelector(place);
  if ("value" in field) {
    const middle = field.value.length / 2 | 0;
    field.setSelectionRange(middle, middle);
    return;
  }
  const paragraphs = field.querySelectorAll("p");
  const paragraph = paragraphs[paragraphs.length / 2 | 0];
  paragraph.scrollIntoView({ block: "center" });
  getSelection().collapse(paragraph.firstChild, 5);
}`;

const watchKeys = `() => {
  globalThis.keyTimes = [];
  addEventListener("keydown", () => {
    const began = performance.now();
    // A message that a frame posts is read after that frame is painted.
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => keyTimes.push(performance.now() - began);
      channel.port2.postMessage(null);
    });
  }, { capture: true });
}`;

const bringUpToDate = `() => {
  const form = document.querySelector("textarea[name=story]").form;
  const began = performance.now();
  form.dispatchEvent(new Event("leaving"));
  void form.elements.story.value.length;
  return performance.now() - began;
}`;

const results: Record<"editor" | "field", Measured[]> = { editor: [], field: [] };
for (let round = 0; round < rounds; round++)
  for (const which of ["editor", "field"] as const) {
    const page = await signedIn(browser, archive, writer, desktop);
    page.context().setDefaultTimeout(120_000);
    if (which === "field") await page.route(/\/assets\/editor\.js/, (route) => route.abort());
    results[which].push(await measure(page, which === "editor" ? ".writing-story" : "textarea[name=story]"));
    await page.context().close();
  }
await browser.close();
await archive.close();

const median = (which: "editor" | "field", name: keyof Measured) =>
  quantile(
    results[which].map((one) => one[name]),
    0.5,
  );
console.log(`A chapter of ${wordsAsked} words, ${rounds} rounds each, medians (ms)\n`);
console.log("| | editor | plain field | ratio |\n|---|--:|--:|--:|");
for (const [name, label] of [
  ["opens", "until it can be typed in"],
  ["keyP50", "key to frame, p50"],
  ["keyP95", "key to frame, p95"],
  ["serialises", "until the field has it"],
  ["saves", "until it is saved and open again"],
  ["opensWork", "opening, time of the processor"],
  ["keyWork", "a key, time of the processor"],
] as const) {
  const [editor, field] = [median("editor", name), median("field", name)];
  console.log(`| ${label} | ${editor.toFixed(1)} | ${field.toFixed(1)} | ${(editor / field).toFixed(2)} |`);
}

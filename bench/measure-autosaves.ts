import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../src/config.ts";
import { openArchive } from "../src/open-archive.ts";
import { findOwnPseuds } from "../src/people/pseuds.ts";
import { registerAccount } from "../src/people/register-account.ts";
import { randomLetters } from "../src/vocabulary/ids.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { keyOfPlace } from "../src/works/form/form-place.ts";

/**
 * Measures what keeping typed words costs beside saving the chapter: bytes on the way and the archive's time, whole
 * and by the changed middle, for chapters of three lengths. A sentence is typed in the middle of the chapter each time.
 */

const lengths = [2_000, 20_000, 300_000];
const rounds = 15;
const address = "http://bench.test";

const folder = mkdtempSync(join(tmpdir(), "pressie-bench-"));
const archive = await openArchive(readConfig({ PRESSIE_DATA: folder }), (sentence, cause) => {
  console.error(sentence, cause);
});
const { accountId, cookies } = await registerAccount(
  archive.library,
  archive.database,
  { email: "author@example.org", password: "four ordinary words", pseudName: "Author" },
  Date.now(),
);
const [pseud] = await findOwnPseuds(archive.database.reading, accountId);
const cookie = cookies.map((one) => one.split(";")[0]).join("; ");
const member = { kind: "member", accountId, name: "Author", role: "member" } as const;

function median(values: number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function send(path: string, body: string, type: string): Promise<number> {
  const began = performance.now();
  const answer = await archive.app.fetch(
    new Request(address + path, {
      method: "POST",
      headers: { cookie, origin: address, host: "bench.test", "content-type": type },
      body,
    }),
  );
  await answer.text();
  if (answer.status >= 400) throw new Error(`${path} answered ${answer.status}`);
  return performance.now() - began;
}

/** Paragraphs of sixty words that differ from one another. */
function storyOf(words: number): string {
  return Array.from({ length: words / 60 }, (_, index) =>
    Array.from({ length: 60 }, (_, word) => `w${(index * 31 + word * 7) % 997}`).join(" "),
  ).join("\n\n");
}

console.log(
  `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model}), load ${loadavg()[0]?.toFixed(0)}\n`,
);
console.log(
  "| words | whole, bytes | middle, bytes | ratio | whole, ms | middle, ms | the chapter saved, ms | ratio |",
);
console.log("|--:|--:|--:|--:|--:|--:|--:|--:|");
for (const words of lengths) {
  const { workId, chapterIds } = await giveWork(
    archive,
    { member, pseudId: pseud?.id ?? "" },
    {},
    [chapterFields({ story: `<p>${"word ".repeat(10)}</p>` })],
    "draft",
  );
  const chapterId = chapterIds[0] ?? "";
  let story = storyOf(words);
  const id = randomLetters(20);
  let stamp = "";
  let text = "";
  const state = () =>
    JSON.stringify([
      ["chapter-title", ""],
      ["story", story],
    ]);
  const body = (fields: unknown, next: string) =>
    JSON.stringify({
      account: accountId,
      place: keyOfPlace({ form: "chapter", workId, chapterId }),
      id,
      stamp: next,
      after: stamp ? [stamp] : [],
      version: 1,
      fields,
    });
  const times = { whole: [] as number[], middle: [] as number[], save: [] as number[] };
  const bytes = { whole: 0, middle: 0 };
  const type = () => {
    const place = Math.floor(story.length / 2);
    story = `${story.slice(0, place)} She set the lamp down and did not look back.${story.slice(place)}`;
  };
  for (let round = 0; round < rounds; round++) {
    type();
    let next = randomLetters(20);
    const whole = body({ whole: state() }, next);
    bytes.whole = Buffer.byteLength(whole);
    times.whole.push(await send(urls.autosaves(), whole, "application/json"));
    [stamp, text] = [next, state()];
    type();
    next = randomLetters(20);
    const now = state();
    let before = 0;
    while (text[before] === now[before]) before++;
    const behind = Math.min(text.length - before, now.length - before);
    let same = 0;
    while (same < behind && text[text.length - 1 - same] === now[now.length - 1 - same]) same++;
    const middle = body(
      { on: stamp, before, behind: same, middle: now.slice(before, now.length - same), length: now.length },
      next,
    );
    bytes.middle = Buffer.byteLength(middle);
    times.middle.push(await send(urls.autosaves(), middle, "application/json"));
    stamp = next;
    const form = new URLSearchParams({ version: String(round + 1), story }).toString();
    times.save.push(
      await send(urls.editChapter(workId, chapterId), form, "application/x-www-form-urlencoded"),
    );
  }
  const [whole, middle, save] = [median(times.whole), median(times.middle), median(times.save)];
  console.log(
    `| ${words} | ${bytes.whole} | ${bytes.middle} | 1 : ${Math.round(bytes.whole / bytes.middle)} | ${whole.toFixed(1)} | ${middle.toFixed(1)} | ${save.toFixed(0)} | 1 : ${Math.round(save / middle)} |`,
  );
}
await archive.close();
rmSync(folder, { recursive: true, force: true });

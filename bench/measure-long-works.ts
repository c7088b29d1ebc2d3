import { urls } from "../src/vocabulary/urls.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { type CastMember, openTestArchive } from "../tests/archive.ts";
import { formIn } from "../tests/form-in.ts";
import { seededRandom } from "./seeded-random.ts";

/**
 * What the pages of the writing desk cost for a work of 100 chapters of 3,000 words each, beside the same pages of a
 * work of one such chapter, in the same run: what a chapter costs must not depend on how many there are. Counted in
 * time of the processor, which others on the machine do not change.
 */

const rounds = Number(process.argv[2] ?? 15);
const words =
  "lamp tide salt letter garden window stair harbour winter orchard mirror candle the and of a".split(" ");

const random = seededRandom(7);
const chapterOf = (count: number) =>
  Array.from(
    { length: count / 50 },
    () => `<p>${Array.from({ length: 50 }, () => random.pick(words)).join(" ")}.</p>`,
  ).join("\n");

const archive = await openTestArchive();
const median = (values: number[]) => values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

async function measure(writer: CastMember, chapters: number): Promise<Map<string, number>> {
  const { workId, chapterIds } = await giveWork(
    archive,
    writer,
    {},
    Array.from({ length: chapters }, () => chapterFields({ story: chapterOf(3_000) })),
  );
  const chapter = urls.editChapter(workId, chapterIds[chapters >> 1] ?? "");
  const costs = new Map<string, number>();
  const time = async (what: string, act: () => Promise<Response>) => {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const began = process.cpuUsage();
      const answer = await act();
      await answer.arrayBuffer();
      if (answer.status >= 400) throw new Error(`${what}: ${answer.status}`);
      const { user, system } = process.cpuUsage(began);
      times.push((user + system) / 1_000);
    }
    costs.set(what, median(times));
  };
  await time("the desk", () => archive.get(urls.desk(), writer));
  await time("the work's form, with its chapters", () => archive.get(urls.editWork(workId), writer));
  await time("a chapter's form", () => archive.get(chapter, writer));
  await time("the chapters as readers see them", () => archive.get(urls.chapterIndex(workId), writer));
  await time("the preview", () => archive.get(urls.previewWork(workId), writer));
  let saved = 0;
  await time("a chapter saved", async () => {
    const form = formIn(await (await archive.get(chapter, writer)).text(), chapter);
    return archive.send(chapter, { ...form, story: `${form.story}\n\nAnd then ${++saved}.` }, writer);
  });
  return costs;
}

const [novelist, newcomer] = [await archive.join("Novelist"), await archive.join("Newcomer")];
const [long, short] = [await measure(novelist, 100), await measure(newcomer, 1)];
await archive.close();
console.log("| | 100 chapters, ms | 1 chapter, ms | ratio |\n|---|--:|--:|--:|");
for (const [what, cost] of long) {
  const other = short.get(what) ?? 0;
  console.log(`| ${what} | ${cost.toFixed(1)} | ${other.toFixed(1)} | ${(cost / other).toFixed(2)} |`);
}

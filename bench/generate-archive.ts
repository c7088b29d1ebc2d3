import { readConfig } from "../src/config.ts";
import { openArchive } from "../src/open-archive.ts";
import type { Member } from "../src/people/person.ts";
import { findOwnPseuds } from "../src/people/pseuds.ts";
import { registerAccount } from "../src/people/register-account.ts";
import type { Writer } from "../src/plumbing/database/reader-writer.ts";
import { addChapter } from "../src/works/add-chapter.ts";
import { publishWork } from "../src/works/publish-work.ts";
import { saveDraft } from "../src/works/save-draft.ts";
import type { ChapterFields, WorkFields } from "../src/works/work-fields.ts";
import { type SeededRandom, seededRandom } from "./seeded-random.ts";

/**
 * Fills an empty archive with made-up works from a fixed seed: the same command makes the same archive.
 *
 *   node dist/bench/generate-archive.js WORKS [WORDS_A_CHAPTER]
 *
 * Where it lies is told by PRESSIE_DATA or DATABASE_URL, as for the archive itself.
 */

const words =
  "lamp tide salt letter garden window stair harbour winter orchard mirror candle raven clock ember hollow thread meadow silver violin bridge lantern river copper feather kettle shadow thistle marble tunnel".split(
    " ",
  );
const batch = 200;
const start = Date.UTC(2020, 0, 1);

function sentence(random: SeededRandom): string {
  const length = 6 + random.below(14);
  const text = Array.from({ length }, () => random.pick(words)).join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function chapter(random: SeededRandom, wordCount: number): ChapterFields {
  const paragraphs: string[] = [];
  for (let count = 0; count < wordCount; ) {
    const text = Array.from({ length: 1 + random.below(6) }, () => sentence(random)).join(" ");
    count += text.split(" ").length;
    paragraphs.push(`<p>${text}</p>`);
  }
  return {
    title: sentence(random).slice(0, 40),
    summary: "",
    notes: "",
    endNotes: "",
    story: paragraphs.join("\n"),
  };
}

function fields(random: SeededRandom, pseudId: string, chapters: number): WorkFields {
  const tagged = (kindId: string, most: number, stock: number) => {
    const places = new Set(Array.from({ length: 1 + random.below(most) }, () => random.zipf(stock)));
    return [...places].map((place) => ({ kindId, name: `${random.pick(words)} ${kindId} ${place}` }));
  };
  return {
    title: sentence(random).slice(0, 50),
    summary: `<p>${sentence(random)} ${sentence(random)}</p>`,
    notes: "",
    endNotes: "",
    disclaimer: "",
    dedication: "",
    conventions: "",
    ratingId: random.pick(["general", "teen", "mature", "explicit", "not-rated"]),
    language: "en",
    expectedChapters: random.below(3) === 0 ? null : chapters,
    visibility: random.below(10) === 0 ? "members" : "everyone",
    searchable: true,
    series: null,
    authorPseudIds: [pseudId],
    credits: [],
    gifts: [],
    tags: [
      ...tagged("fandom", 2, 300),
      ...tagged("character", 5, 3_000),
      ...tagged("relationship", 3, 3_000),
      ...tagged("additional", 10, 20_000),
    ],
    warnings: [{ warningId: "graphic-violence", answer: random.pick(["yes", "no", "unsaid"]) }],
    categoryIds: ["gen"],
  };
}

async function generateWork(
  writer: Writer,
  random: SeededRandom,
  member: Member,
  pseudId: string,
  at: number,
  wordCount: number,
) {
  const chapters = 1 + random.zipf(8);
  const { workId } = await saveDraft(
    writer,
    member,
    fields(random, pseudId, chapters),
    chapter(random, wordCount),
    at,
  );
  for (let number = 2; number <= chapters; number++)
    await addChapter(writer, member, workId, chapter(random, wordCount), at);
  await publishWork(writer, member, workId, at);
}

const count = Number(process.argv[2] ?? 1_000);
const wordCount = Number(process.argv[3] ?? 2_000);
const archive = await openArchive(readConfig(process.env), (sentenceLogged, cause) =>
  console.error(sentenceLogged, cause),
);
const random = seededRandom(1);
const registration = { email: "bench@example.org", password: "a bench of words", pseudName: "Bench" };
const { accountId } = await registerAccount(archive.library, archive.database, registration, start);
const [pseud] = await findOwnPseuds(archive.database.reading, accountId);
if (!pseud) throw new Error("a new account has a pseud");
const member: Member = { kind: "member", accountId, name: "Bench", role: "member" };
for (let made = 0; made < count; made += batch) {
  await archive.database.write(async (writer) => {
    for (let index = made; index < Math.min(count, made + batch); index++)
      await generateWork(writer, random, member, pseud.id, start + index * 60_000, wordCount);
  });
}
await archive.close();
console.log(`${count} works of ${wordCount} words a chapter`);

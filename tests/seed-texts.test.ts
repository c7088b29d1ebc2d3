import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { readSeeds } from "../seeds/read-seeds.ts";
import { fillWithSeeds } from "../src/seed-archive.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { openTestArchive, type TestArchive } from "./archive.ts";

/** What is typed, in which story it stands, and what is marked there. */
const questions: [typed: string, title: string, marked: string][] = [
  ["袈裟", "行李", "袈裟"],
  ["雨伞两把", "行李", "雨伞两把"],
  ["羽衣", "月の手紙", "羽衣"],
  ["縁側", "月の手紙", "縁側"],
  ["โคมไฟ", "โคมไฟริมน้ำ", "โคมไฟ"],
  ["ริมน้ำ", "โคมไฟริมน้ำ", "ริมน้ำ"],
];

describe("words of stories written without spaces", () => {
  let archive: TestArchive;
  before(async () => {
    archive = await openTestArchive();
    await fillWithSeeds(archive, await readSeeds(archive.seedsFolder), Date.UTC(2026, 0, 1));
    const thai = "<p>คืนนั้นฝนหยุดตกแล้ว เธอวางโคมไฟไว้ริมน้ำ แล้วเดินกลับบ้านโดยไม่หันมามอง</p>";
    await giveWork(archive, await archive.join("A Writer"), { title: "โคมไฟริมน้ำ", language: "th" }, [
      chapterFields({ story: thai }),
    ]);
    await archive.textIndex.learnMissing();
  });
  after(() => archive.close());

  for (const [typed, title, marked] of questions)
    it(`finds ${typed} and shows where it stands`, async () => {
      const answer = await archive.get(urls.works(new URLSearchParams({ text: typed }).toString()));
      assert.equal(answer.status, 200);
      const html = await answer.text();
      assert.match(html, /<title>1 work: /);
      assert.ok(html.includes(title));
      const [, place = ""] = /class="snippets"><li><a[^>]*>(.*?)<\/a>/s.exec(html) ?? [];
      assert.ok(place.includes(`<mark>${marked}</mark>`), place);
      const around = Array.from(place.replace(/<[^>]*>/g, "")).length;
      assert.ok(around > 15 && around < 120, place);
    });
});

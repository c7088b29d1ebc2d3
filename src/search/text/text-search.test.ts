import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { readStored } from "../../story-text/read-stored.ts";
import { chapterFields, giveWork } from "../../works/for-tests/give-work.ts";
import { readTerms, type Term } from "./read-terms.ts";
import { searchableText } from "./searchable-text.ts";
import { type Word, wordsIn } from "./words-in.ts";

/** Sentences of our own, each a work by its name. */
const stories: Record<string, string> = {
  lantern:
    "<p>The lantern on the cold stone went out. “Don’t turn back,” she said; it was the keeper’s un<em>done</em> promise.</p><p>Ring the bell at 7 o'clock, 1,250 times.</p>",
  borders:
    "<p>He named the moon</p><p>light came later, through a half-opened door.</p><ul><li>salt</li><li>bread</li></ul><p>over<br>board</p>",
  french:
    "<p>L’été où Hélène alla à Nîmes, le cœur naïf, il tombait une pluie fine sur l'œuvre inachevée du maçon.</p>",
  german: "<p>Die Straße war weiß von Schnee, und der Flußkapitän sprach leise über Öl.</p>",
  greek: "<p>Ο δρόμος ήταν μακρύς, κι η ΘΑΛΑΣΣΑ ησύχαζε· οι δρόμοι γυρίζουν.</p>",
  russian: "<p>Ёлка стояла у окна; мой брат ещё не зажёг свечу, а мои сёстры молчали.</p>",
  arabic: "<p>كَتَبَتِ السَّيِّدَةُ رِسالـــةً إلى أُمِّها تحت ضوء القمر.</p>",
  hebrew: "<p>הַיֶּלֶד הָלַךְ אֶל הַיָּם וְלֹא חָזַר עד הבוקר.</p>",
  chinese: "<p>夜里的海边很安静。她把灯笼放在石头上，第３章就这样结束了。</p>",
  japanese:
    "<p>港町の夜明け、ガラスの瓶に手紙を入れて海へ流した。ｶﾞｰﾃﾞﾝの<ruby>鴉<rp>(</rp><rt>からす</rt><rp>)</rp></ruby>が鳴く。</p>",
  korean: "<p>그녀는 학교에서 편지를 읽었다. 바다는 조용했다.</p>",
  thai: "<p>เธอวางโคมไฟไว้ริมน้ำ แล้วกลับบ้าน</p>",
  mixed: "<p>She whispered שלום to the 3 sailors and تصبحون على خير to the fourth, at ١٢ minutes past.</p>",
  hidden:
    '<p>Nothing<a class="noteref" id="noteref-1" href="#note-1">1</a> to see.</p><details><summary>Trigger warnings</summary><p>The butler is the murderer.</p></details><aside class="footnote" id="note-1"><p><a class="noteback" href="#noteref-1">1</a> A footnote speaks.</p></aside><p>soft\u00adhyphen and zero\u200bwidth</p>',
};

/** What is typed, and the works it finds. */
const questions: [typed: string, found: string[]][] = [
  ["lantern", ["lantern"]],
  ["LANTERN", ["lantern"]],
  ['"cold stone"', ["lantern"]],
  ['"stone cold"', []],
  ["stone cold", ["lantern"]],
  ["“cold stone”", ["lantern"]],
  ["«cold stone»", ["lantern"]],
  ['"cold sto*"', ["lantern"]],
  ["lant*", ["lantern"]],
  ["antern", []],
  ["don't", ["lantern"]],
  ["don’t", ["lantern"]],
  ["keeper", ["lantern"]],
  ["keeper's", ["lantern"]],
  ["undone", ["lantern"]],
  ["done", []],
  ['"out don’t turn"', ["lantern"]],
  ["7", ["lantern"]],
  ["1,250", ["lantern"]],
  ["o'clock", ["lantern"]],
  ["promise ring", ["lantern"]],
  ['"promise ring"', []],
  ["moonlight", []],
  ['"moon light"', []],
  ["moon light", ["borders"]],
  ["half-opened", ["borders"]],
  ["half opened", ["borders"]],
  ["saltbread", []],
  ['"over board"', ["borders"]],
  ["overboard", []],
  ["ete", ["french"]],
  ["été", ["french"]],
  ["l'été", ["french"]],
  ["helene nimes", ["french"]],
  ["coeur naif", ["french"]],
  ["œuvre", ["french"]],
  ["oeuvre", ["french"]],
  ["macon", ["french"]],
  ["strasse", ["german"]],
  ["STRASSE", ["german"]],
  ["weiss schnee", ["german"]],
  ["flusskapitan", ["german"]],
  ["δρομοσ", ["greek"]],
  ["ΔΡΌΜΟΣ", ["greek"]],
  ["θάλασσα", ["greek"]],
  ["δρομ*", ["greek"]],
  ["елка", ["russian"]],
  ["ещё", ["russian"]],
  ["мой", ["russian"]],
  ['"мои сестры"', ["russian"]],
  ['"мой сестры"', []],
  ["رسالة", ["arabic"]],
  ["كتبت السيدة", ["arabic"]],
  ["الى", ["arabic"]],
  ["إلي", ["arabic"]],
  ["رساله", ["arabic"]],
  ["السیده", ["arabic"]],
  ["کتبت", ["arabic"]],
  ["ילד", []],
  ["הילד", ["hebrew"]],
  ['"הילד הלך"', ["hebrew"]],
  ["הַיָּם", ["hebrew"]],
  ["海边", ["chinese"]],
  ["边海", []],
  ["海", ["chinese", "japanese"]],
  ["灯笼放", ["chinese"]],
  ["第3章", ["chinese"]],
  ["夜明け", ["japanese"]],
  ["手紙", ["japanese"]],
  ["カラス", []],
  ["ガラス", ["japanese"]],
  ["ガーデン", ["japanese"]],
  ["鴉が鳴く", ["japanese"]],
  ["学校", []],
  ["학교", ["korean"]],
  ["학교에서 편지", ["korean"]],
  ["\u1112\u1161\u11a8교", ["korean"]],
  ["โคมไฟ", ["thai"]],
  ["น้ำ", ["thai"]],
  ["บ้าน", ["thai"]],
  ["บาน", []],
  ["שלום sailors", ["mixed"]],
  ['"على خير to"', ["mixed"]],
  ["12", ["mixed"]],
  ["nothing", ["hidden"]],
  ["nothing1", []],
  ["trigger", ["hidden"]],
  ["butler", []],
  ["murderer", []],
  ["softhyphen", ["hidden"]],
  ["zerowidth", ["hidden"]],
  ["lantern seagull", []],
  ["", []],
  ["***", []],
  ["🦊", []],
  ["l*", []],
  ["NEAR(lantern stone)", []],
  ["lantern AND stone", []],
  ["words:lantern", []],
  ["lantern^", ["lantern"]],
  ["-lantern", ["lantern"]],
  ['"lantern', ["lantern"]],
  ["lantern \0", ["lantern"]],
  ["lantern \ud800", ["lantern"]],
];

/** What nobody means; it may find nothing, and must not break anything. */
const hostile = [
  '"',
  '""""',
  "'",
  "' OR 1=1 --",
  "NEAR(",
  'NEAR("a" "b", 5)',
  "*",
  "a* b* c*",
  "lantern'':*",
  "lantern & !stone",
  "<-> lantern",
  "\\",
  "lantern\\'",
  "{words} : lantern",
  "^lantern",
  "%_%",
  "\0\0\0",
  "\ud800\udc00\ud800",
  "👩‍👩‍👧‍👦",
  "a".repeat(10_000),
  "lantern ".repeat(2_000),
  '"the '.repeat(500),
  "海".repeat(5_000),
  "e\u0301\u0301\u0301".repeat(400),
  "ﷺ ﷽",
  "١٢٣ ½ ² ①",
];

describe("searching inside text", () => {
  let archive: TestArchive;
  let author: CastMember;
  const names = new Map<string, string>();

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Mina Murray");
    for (const [name, story] of Object.entries(stories)) {
      const { workId } = await give(story);
      names.set(workId, name);
    }
    await archive.textIndex.learnMissing();
  });
  after(() => archive.close());

  const give = (story: string) => giveWork(archive, author, {}, [chapterFields({ story })]);
  const found = async (typed: string) =>
    (await archive.textSearch.find(typed)).workIds.map((id) => names.get(id) ?? id).sort();

  for (const [typed, works] of questions)
    it(`finds ${works.join(", ") || "nothing"} by ${JSON.stringify(typed)}`, async () => {
      assert.deepEqual(await found(typed), works);
    });

  it("agrees with a plain look through the words, whatever is asked", async () => {
    const texts = new Map(
      Object.entries(stories).map(([name, story]) => [name, wordsIn(searchableText(readStored(story)))]),
    );
    const stands = (words: Word[], { words: row, isPrefix }: Term) =>
      words.some((_, from) =>
        row.every((wanted, index) => {
          const word = words[from + index];
          const isBeginning = isPrefix && index === row.length - 1;
          return (
            word?.place === (words[from]?.place ?? 0) + index &&
            (isBeginning ? word.folded.startsWith(wanted) : word.folded === wanted)
          );
        }),
      );
    const all = Object.values(stories)
      .join(" ")
      .replace(/<[^>]*>/g, " ");
    let works = 0;
    for (let round = 0; round < 300; round++) {
      const from = all.indexOf(" ", (round * 7919) % (all.length - 50)) + 1;
      const piece = all.slice(from, from + 2 + (round % 17));
      const whole = piece.slice(0, piece.lastIndexOf(" ") + 1) || piece;
      const typed = [whole, `"${whole}"`, `${piece.trim()}*`][round % 3] ?? "";
      const { terms } = readTerms(typed);
      const plain = [...texts].flatMap(([name, words]) =>
        terms.length > 0 && terms.every((term) => stands(words, term)) ? [name] : [],
      );
      assert.deepEqual(await found(typed), plain.sort(), JSON.stringify(typed));
      works += plain.length;
    }
    assert.ok(works > 100, "too little was found to prove anything");
  });

  it("never breaks on what nobody means", async () => {
    for (const typed of hostile) {
      await archive.textSearch.find(typed);
      archive.textSearch.unusable(typed);
      await archive.textSearch.snippets(typed, [...names.keys()]);
    }
    assert.deepEqual(archive.logged, []);
  });
});

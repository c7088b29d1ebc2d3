import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { wordsOf } from "../story-text/count-words.ts";
import { toPlainText } from "../story-text/to-plain-text.ts";
import { applyDecisions } from "./apply-decisions.ts";
import type { Decisions } from "./finding.ts";
import { fieldsIn, found, readingOf, storyOf } from "./for-tests/reading-of.ts";

const story = [
  "The fog had come up from the river before noon, and by three the lamps were lit along the whole of the street.",
  "Holmes had not spoken since breakfast. I had long since given up the newspaper.",
];

const labelled = `Title: The Glass at Carfax
Author: Wren Harker <wren@carfax.example>
Fandom: Drac
Pairing: Mina/Jonathan
Rating: PG-13
Warnings: None
Beta: lucy_w, The Professor
Summary: Mina buys a mirror. The mirror has
opinions of its own.
Disclaimer: Not mine; they belong to Mr Stoker.
Archive: Anywhere, just tell me where.
A/N: Written in one night.

${story.join("\n\n")}`;

function everyWord(text: string): void {
  const { story: tree, lifted } = applyDecisions(readingOf(text), {});
  const words = [...lifted.flatMap((passage) => wordsOf(passage.text)), ...wordsOf(toPlainText(tree))];
  // Addresses are private: a finding says that they went.
  assert.deepEqual(words, wordsOf(text.replace(/<\S+@\S+>/gu, "")));
}

describe("a labelled header", () => {
  it("fills the fields it names", () => {
    const fields = fieldsIn(labelled);
    assert.equal(fields.title?.text, "The Glass at Carfax");
    assert.deepEqual(
      fields.creators.map(({ role, name }) => `${role} ${name}`),
      ["author Wren Harker", "beta lucy_w", "beta The Professor"],
    );
    assert.deepEqual(
      fields.relationships.map(({ name }) => name),
      ["Mina/Jonathan"],
    );
    assert.deepEqual([fields.rating?.id, fields.rating?.from], ["teen", "PG-13"]);
    assert.deepEqual(fields.warnings, []);
    assert.equal(fields.summary?.text, "Mina buys a mirror. The mirror has opinions of its own.");
    assert.equal(fields.disclaimer?.text, "Not mine; they belong to Mr Stoker.");
    assert.match(fields.notes?.text ?? "", /Written in one night\./);
  });

  it("proposes the fandom an abbreviation stands for", () => {
    assert.deepEqual(
      fieldsIn(labelled).fandoms.map(({ name, from, state }) => [name, from, state]),
      [
        ["Drac", "Drac", "found"],
        ["Dracula", "Drac", "proposed"],
      ],
    );
  });

  it("puts the full name of a fandom in the place of its abbreviation when that is accepted", () => {
    const reading = readingOf(labelled.replace("Fandom: Drac", "Fandom: Drac/ACD, Carmilla"));
    const proposed = reading.findings.filter(({ kind, state }) => kind === "fandom" && state === "proposed");
    const names = (decisions: Decisions) =>
      applyDecisions(reading, decisions).fields.fandoms.flatMap(({ name, state }) =>
        state === "proposed" ? [] : [name],
      );
    assert.deepEqual(names({}), ["Drac", "ACD", "Carmilla"]);
    assert.deepEqual(names({ [proposed[0]?.id ?? ""]: "accept" }), ["Dracula", "ACD", "Carmilla"]);
    assert.deepEqual(names(Object.fromEntries(proposed.map(({ id }) => [id, "accept"]))), [
      "Dracula",
      "Sherlock Holmes: the stories",
      "Carmilla",
    ]);
  });

  it("leaves the story and loses no word", () => {
    assert.equal(storyOf(labelled), story.map((line) => `<p>${line}</p>`).join("\n"));
    everyWord(labelled);
  });

  it("keeps addresses private", () => {
    const fields = fieldsIn(labelled);
    assert.deepEqual(
      fields.contacts.map(({ address }) => address),
      ["wren@carfax.example"],
    );
    const { contacts: _, ...shown } = fields;
    const values = JSON.stringify(shown, (key, value) => (key === "evidence" ? undefined : value));
    assert.doesNotMatch(values, /@/);
  });

  it("keeps addresses private in what is said, lifted and put back, too", () => {
    const reading = readingOf(labelled);
    assert.equal(reading.findings.filter(({ was }) => was.includes("wren@")).length, 0);
    const everyOtherWay = Object.fromEntries(
      reading.findings.flatMap(({ id, kind }) => (kind === "contact" ? [] : [[id, "undo"] as const])),
    );
    for (const decisions of [{}, everyOtherWay]) {
      const { story: tree, lifted } = applyDecisions(reading, decisions);
      assert.doesNotMatch(toPlainText(tree), /@/);
      assert.equal(lifted.filter(({ text }) => text.includes("@")).length, 0);
    }
  });

  it("puts a line back into the story when its finding is undone", () => {
    const reading = readingOf(labelled);
    const title = reading.findings.find(({ kind }) => kind === "title");
    const outcome = applyDecisions(reading, { [title?.id ?? ""]: "undo" });
    assert.equal(outcome.fields.title, null);
    assert.match(toPlainText(outcome.story), /^Title: The Glass at Carfax/);
  });

  it("is read in bold HTML", () => {
    const html = `<p><b>Title:</b> Down Again<br><b>Author:</b> dinah_cat<br><b>Rating:</b> R<br><b>Summary:</b> The <i>other</i> rabbit.</p><p>Alice fell.</p>`;
    const fields = fieldsIn(html, "html");
    assert.equal(fields.title?.text, "Down Again");
    assert.equal(fields.rating?.id, "mature");
    assert.deepEqual(
      fields.creators.map(({ name }) => name),
      ["dinah_cat"],
    );
    assert.equal(storyOf(html, {}, "html"), "<p>Alice fell.</p>");
  });

  it("is read in other languages", () => {
    const russian =
      "Название: Зеркало\nАвтор: Анна\nБета: Лиза\nФандом: Дракула\nРейтинг: PG-13\nДисклеймер: Всё принадлежит Стокеру.\n\nТуман пришёл с реки ещё до полудня.";
    assert.equal(fieldsIn(russian).title?.text, "Зеркало");
    assert.deepEqual(
      fieldsIn(russian).fandoms.map(({ name }) => name),
      ["Дракула"],
    );
    const german =
      "Titel: Der Spiegel\nAutorin: Anna\nZusammenfassung: Ein Spiegel hängt schief.\n\nDer Nebel kam vor Mittag.";
    assert.equal(fieldsIn(german).summary?.text, "Ein Spiegel hängt schief.");
    const chinese = "标题：镜子\n作者：安娜\n配对：米娜/乔纳森\n分级：PG-13\n\n雾在中午之前就来了。";
    assert.deepEqual([fieldsIn(chinese).title?.text, fieldsIn(chinese).rating?.id], ["镜子", "teen"]);
    assert.equal(storyOf(chinese), "<p>雾在中午之前就来了。</p>");
  });
});

describe("a header that ran together", () => {
  const together = `Chapter Two of Five

This little gift is for the ever-patient moth_girl who asked for fog. Enjoy, Violet! Huge thanks to night_owl for the beta and the tea> Disclaimer: ACD owns them all. Italics = Thoughts ‘Not again,’ thought Watson. He put down the paper.

${story[0]}`;

  it("is taken apart, and the story that began in it stays", () => {
    const fields = fieldsIn(together);
    assert.deepEqual(
      [fields.chapterNumber?.number, fields.expectedChapters?.number, fields.complete?.complete],
      [2, 5, false],
    );
    assert.deepEqual(
      fields.gifts.map(({ name, addressedAs }) => [name, addressedAs]),
      [["moth_girl", "Violet"]],
    );
    assert.deepEqual(
      fields.creators.map(({ role, name }) => [role, name]),
      [["beta", "night_owl"]],
    );
    assert.equal(fields.disclaimer?.text, "ACD owns them all.");
    assert.equal(fields.conventions?.text, "Italics = Thoughts");
    assert.match(
      storyOf(together),
      /^<p>‘Not again,’ thought Watson\. He put down the paper\.<\/p>\n<p>The fog/,
    );
    everyWord(together);
  });

  it("notes what it cannot explain", () => {
    assert.deepEqual(found(readingOf(together), "unexplained"), ["noted: >"]);
  });

  it("with many labels in one paragraph is told apart by them", () => {
    const text = `Title: Fog Author: wren_h Rating: NC-17 Pairing: Holmes/Watson Disclaimer: Not mine.\n\n${story[0]}`;
    const fields = fieldsIn(text);
    assert.equal(fields.title?.text, "Fog");
    assert.equal(fields.rating?.id, "explicit");
    assert.deepEqual(
      fields.relationships.map(({ name }) => name),
      ["Holmes/Watson"],
    );
    everyWord(text);
  });
});

describe("chapter counts", () => {
  for (const [line, number, expected] of [
    ["Chapter 1 of 2", 1, 2],
    ["Part 1/?", 1, null],
    ["Chapter Three/Seven", 3, 7],
    ["Chapter IV", 4, undefined],
    ["第三章", 3, undefined],
  ] as const) {
    it(`are read from ${line}`, () => {
      const fields = fieldsIn(`${line}\n\n${story.join("\n\n")}`);
      assert.equal(fields.chapterNumber?.number, number);
      assert.equal(fields.expectedChapters?.number, expected);
    });
  }

  it("are read from the subject line of a list", () => {
    const fields = fieldsIn(`[FIC] NEW "The Long Fog" 1/3 [PG-13] (H/W)\n\n${story.join("\n\n")}`);
    assert.equal(fields.title?.text, "The Long Fog");
    assert.deepEqual([fields.chapterNumber?.number, fields.expectedChapters?.number], [1, 3]);
    assert.equal(fields.rating?.id, "teen");
    assert.deepEqual(
      fields.relationships.map(({ name }) => name),
      ["H/W"],
    );
  });

  it("come with the chapter’s own title", () => {
    assert.equal(fieldsIn(`Chapter 4: Salt\n\n${story[0]}`).chapterTitle?.text, "Salt");
  });
});

describe("a writer who does not want copies", () => {
  for (const sentence of [
    "Do not archive.",
    "Please do not repost this anywhere.",
    "Archive: ask first",
    "Distribution: No archiving",
  ]) {
    it(`stops the import with “${sentence}”`, () => {
      const reading = readingOf(
        `Title: Fog\nAuthor: wren_h\nDisclaimer: Not mine.\n${sentence}\n\n${story[0]}`,
      );
      const stop = reading.findings.find(({ id }) => id === reading.stop);
      assert.equal(stop?.kind, "do-not-archive");
      assert.ok(stop?.was.includes(sentence));
    });
  }

  it("is not found in a story or in leave that is given", () => {
    assert.equal(readingOf(`${story[0]}\n\n“Do not post it,” said Holmes.`).stop, null);
    assert.equal(readingOf(labelled).stop, null);
  });
});

describe("a story without a header", () => {
  for (const text of [
    `${story[0]}\n\nNote: bring salt.\n\n${story[1]}`,
    `From: M. Holmes\n\n${story[0]}\n\n${story[1]}`,
    `“Rating: five stars,” said Alice.\n\n${story[0]}`,
    `By the time the clock struck, it was done.\n\n${story[0]}`,
    `Part of her wanted to run.\n\n${story[0]}`,
    `This is a present for you, said the Hatter, and gave her nothing.\n\n${story[0]}`,
  ]) {
    it(`keeps “${text.slice(0, 40).replaceAll("\n", " ")}…”`, () => {
      const reading = readingOf(text);
      assert.deepEqual(
        reading.recognised.filter(({ field }) => field !== "language"),
        [],
      );
      assert.equal(toPlainText(applyDecisions(reading, {}).story).trim(), text);
    });
  }

  it("keeps a note that comes after the header", () => {
    const text = `Title: Fog\nAuthor: wren_h\n\n${story[0]}\n\nNote: bring salt.\n\n${story[1]}`;
    assert.match(storyOf(text), /<p>Note: bring salt\.<\/p>/);
  });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { everyWord } from "./for-tests/every-word.ts";
import { fieldsIn, found, readingOf, storyOf } from "./for-tests/reading-of.ts";

const first = "The fog had come up from the river before noon, and by three the lamps were lit.";
const second = "Holmes had not spoken since breakfast.";
const story = `${first}\n\n${second}`;

/** Headers of the kind of the found sample in other words and shapes, and what each says. */
const headers: {
  of: string;
  text: string;
  chapter?: [number, (number | null)?];
  gifts?: [string, string | null][];
  creators?: string[];
  title?: string;
  dedication?: RegExp;
  disclaimer?: RegExp;
  conventions?: string;
  notes?: RegExp;
  fandoms?: string[];
  unexplained?: string[];
  /** What of the header's own lines stays in the story. */
  glued?: string;
}[] = [
  {
    of: "one line each",
    text: "Chapter 3/7\nFor Nell, on her birthday\nThanks to my beta night_owl\nI don't own the characters, Drac is Mr Stoker's.\nitalics are thoughts",
    chapter: [3, 7],
    gifts: [["Nell", null]],
    creators: ["beta night_owl"],
    dedication: /^For Nell, on her birthday$/,
    disclaimer: /^I don't own the characters/,
    conventions: "italics are thoughts",
    fandoms: ["Dracula"],
  },
  {
    of: "blank lines between",
    text: "Part Two of Three\n\nThis one is for Violet, who asked for fog.\n\nbetaed by night_owl and lucy_w\n\nNot mine, no money made.\n\nThoughts in italics",
    chapter: [2, 3],
    gifts: [["Violet", null]],
    creators: ["beta night_owl", "beta lucy_w"],
    disclaimer: /^Not mine, no money made\.$/,
    conventions: "Thoughts in italics",
  },
  {
    of: "all in one paragraph",
    text: "Ch. 1/? A present for moth_girl, hope you like it Violet! Un-betaed, all mistakes are mine. Disclaimer: ACD owns them all. *text* = emphasis",
    chapter: [1, null],
    gifts: [["moth_girl", "Violet"]],
    creators: [],
    dedication: /^A present for moth_girl, hope you like it Violet!$/,
    disclaimer: /^ACD owns them all\.$/,
    notes: /Un-betaed, all mistakes are mine\./,
    conventions: "*text* = emphasis",
    fandoms: ["Sherlock Holmes: the stories"],
  },
  {
    of: "a count in brackets",
    text: "(1/3)\nA gift for wren_h. Many thanks to Ada Finch for the cover art} \nDisclaimer: Alice and the rest belong to Mr Carroll.",
    chapter: [1, 3],
    gifts: [["wren_h", null]],
    creators: ["artist Ada Finch"],
    disclaimer: /Mr Carroll\.$/,
    unexplained: ["}"],
  },
  {
    of: "a title with its count",
    text: "The Glass at Carfax (2/4)\nWritten for the Long Fog exchange, prompt by tea_rose.\nTranslated by Anna_K\nDisclaimer: I own nothing.",
    title: "The Glass at Carfax",
    chapter: [2, 4],
    gifts: [],
    creators: ["translator Anna_K"],
    notes: /Written for the Long Fog exchange, prompt by tea_rose\./,
    disclaimer: /^I own nothing\.$/,
  },
  {
    of: "a title that announces its chapter",
    text: "The Long Fog - Chapter Two of Three\nWritten for moth_girl in the Foggy Day exchange.\nItalics mean thoughts.",
    title: "The Long Fog",
    chapter: [2, 3],
    gifts: [["moth_girl", null]],
    conventions: "Italics mean thoughts.",
  },
  {
    of: "the story glued on after speech",
    text: `Chapter Two of Five\n\nThis little gift is for the ever-patient moth_girl. Huge thanks to night_owl for the beta. Disclaimer: Mr Stoker owns them all. “Not again,” said Mina. ${first}`,
    chapter: [2, 5],
    gifts: [["moth_girl", null]],
    creators: ["beta night_owl"],
    disclaimer: /^Mr Stoker owns them all\.$/,
    glued: `“Not again,” said Mina. ${first}`,
  },
  {
    of: "the story glued on after a disclaimer",
    text: `Part 1/2 For Nell, with love. Disclaimer: Not mine, I only borrow them. ${first} ${second}`,
    chapter: [1, 2],
    gifts: [["Nell", null]],
    disclaimer: /^Not mine, I only borrow them\.$/,
    glued: `${first} ${second}`,
  },
  {
    of: "the story glued on after thanks",
    text: `Chapter One\n\nMy thanks to lucy_w for her patient betaing. ${first} ${second}`,
    chapter: [1],
    creators: ["beta lucy_w"],
    glued: `${first} ${second}`,
  },
  {
    of: "the story glued on after a convention",
    text: `Chapter 2\nThanks to my beta reader night_owl. Flashbacks in italics. ${first}`,
    chapter: [2],
    creators: ["beta night_owl"],
    conventions: "Flashbacks in italics.",
    glued: first,
  },
  {
    of: "dividing bars",
    text: "Title: The Long Fog | Author: wren_h | Fandom: ACD | Rating: PG | Beta: night_owl",
    title: "The Long Fog",
    creators: ["author wren_h", "beta night_owl"],
    fandoms: ["ACD", "Sherlock Holmes: the stories"],
    unexplained: [],
  },
  {
    of: "stray marks",
    text: "Chapter 4\nA pressie for tea_rose, hope you like it Rose! :: Cookies to night_owl for betaing|\nDisclaimer: the characters aren't mine {\n/…/ telepathy",
    chapter: [4],
    gifts: [["tea_rose", "Rose"]],
    creators: ["beta night_owl"],
    disclaimer: /^the characters aren't mine/,
    conventions: "/…/ telepathy",
    unexplained: ["::", "|", "{"],
  },
  {
    of: "a byline in words and a name in mid-sentence",
    text: "Fog\nA Sherlock Holmes story by wren_h\n\nThis is for Nell. Happy birthday, Nell!\n\nDedicated to the memory of my cat.\n\nThanks, as always, to my wonderful beta, night_owl.",
    title: "Fog",
    creators: ["author wren_h", "beta night_owl"],
    gifts: [["Nell", null]],
    dedication: /^This is for Nell\. Happy birthday, Nell!\n\nDedicated to the memory of my cat\.$/,
    notes: /^A Sherlock Holmes story by wren_h\n/,
  },
  {
    of: "labels that say more than one thing",
    text: "Title: The Long Fog (1/3)\nThanks: to Nell for the beta, and to Ada Finch for the banner\nDedication: To Violet, with love\nA/N 2: Italics indicate thoughts, bold indicates telepathy",
    title: "The Long Fog",
    chapter: [1, 3],
    creators: ["beta Nell", "artist Ada Finch"],
    gifts: [["Violet", null]],
    dedication: /^To Violet, with love$/,
    conventions: "Italics indicate thoughts, bold indicates telepathy",
  },
  {
    of: "the story glued on after a note",
    text: "Disclaimer: Not mine, never were. A/N: My first fic, be gentle! Thanks to night_owl for the beta. Oh and italics are thoughts. The coach left Bistritz at three. Jonathan did not look back.",
    creators: ["beta night_owl"],
    disclaimer: /^Not mine, never were\.$/,
    conventions: "Oh and italics are thoughts.",
    glued: "The coach left Bistritz at three. Jonathan did not look back.",
  },
  {
    of: "several thanked at once",
    text: "Chapter 5/5\nThanks to night_owl for the beta and to Ada Finch for the banner.\nDisclaimer: No copyright infringement intended.",
    chapter: [5, 5],
    creators: ["beta night_owl", "artist Ada Finch"],
    disclaimer: /No copyright infringement/,
  },
  {
    of: "a dedication and a disclaimer without labels, in one sentence each",
    text: "Chapter Nine\nDedicated to the lovely Violet Hunter. All the characters belong to Sir Arthur, I just take them out to play.\nSpecial thanks to lucy_w, night_owl and tea_rose for proofreading!",
    chapter: [9],
    gifts: [["Violet Hunter", null]],
    disclaimer: /^All the characters belong to Sir Arthur/,
    creators: ["beta lucy_w", "beta night_owl", "beta tea_rose"],
  },
];

describe("headers in other words and shapes", () => {
  for (const header of headers) {
    const text = header.glued === undefined ? `${header.text}\n\n${story}` : `${header.text}\n\n${second}`;

    it(`are read with ${header.of}`, () => {
      const fields = fieldsIn(text);
      const reading = readingOf(text);
      const is = <T>(wanted: T | undefined, value: T) =>
        wanted !== undefined && assert.deepEqual(value, wanted);
      const says = (wanted: RegExp | undefined, value: string | undefined) =>
        wanted && assert.match(value ?? "", wanted);
      is(header.chapter?.[0], fields.chapterNumber?.number);
      is(header.chapter?.[1], fields.expectedChapters?.number);
      is(header.title, fields.title?.text);
      is(
        header.gifts,
        fields.gifts.map(({ name, addressedAs }) => [name, addressedAs] as [string, string | null]),
      );
      is(
        header.creators,
        fields.creators.map(({ role, name }) => `${role} ${name}`),
      );
      is(
        header.fandoms,
        fields.fandoms.map(({ name }) => name),
      );
      is(header.conventions, fields.conventions?.text);
      says(header.dedication, fields.dedication?.text);
      says(header.disclaimer, fields.disclaimer?.text);
      says(header.notes, fields.notes?.text);
      is(
        header.unexplained,
        found(reading, "unexplained").map((line) => line.replace(/^noted: /, "")),
      );
    });

    it(`leave the story and lose no word with ${header.of}`, () => {
      const paragraphs = header.glued === undefined ? [first, second] : [header.glued, second];
      assert.equal(storyOf(text), paragraphs.map((words) => `<p>${words}</p>`).join("\n"));
      everyWord(text);
    });
  }

  it("keep a short remark after thanks in the story until it is taken out", () => {
    const text = `Chapter 1\n\nThank you to night_owl for the beta. She is a star.\n\n${story}`;
    assert.match(storyOf(text), /^<p>She is a star\.<\/p>/);
    assert.deepEqual(found(readingOf(text), "header-unread"), ["proposed: She is a star."]);
    assert.doesNotMatch(storyOf(text, { "header-unread-1": "accept" }), /star/);
  });
});

describe("prose that looks like a header", () => {
  for (const prose of [
    "For Anna,\n\nBy the time you read this I shall be in Whitby, and the box will be gone.",
    "For Anna, who had never seen the sea, the cliffs at Whitby were the end of the world.",
    "‘Disclaimer: none of this happened,’ he said.",
    "'Disclaimer: none of this happened,' he said. 'Summary: I was at home.'",
    "“Well. Disclaimer: none of this happened,” he said. “Note: I was asleep.”",
    "“Thanks to my beta reader I can spell it,” said the Dodo.",
    "Thanks to the fog, nobody saw them leave.",
    "The present for Anna was still on the table, and nobody would touch it.",
    "I don’t own a hat. Nobody in this street does.",
    "Part of the house had been shut since the winter, and that part was hers.",
    "Chapter one of her life was over.",
    "Translated by candlelight, the letter made no more sense than before.",
    "Italics would have been too good for what he said.",
    "Two of three candles had gone out (2 of them by themselves).",
    "He took cover by the wall and counted to ten.",
    "Present for the reading of the will were Mina, Jonathan and the doctor.",
    "Thank you, she thought, and closed the door.",
    "This is for Anna, he thought, and put the ring in the box.",
    "I own nothing in this house but the clock.",
    "No money was made that winter, and no bread.",
    "All rights belong to the king.",
    "Thank you for the art, he wrote to Ada.",
    "My beta fish died on a Tuesday.",
    "Do not post this letter before noon.",
    "Dedicated to his work, Holmes did not eat.",
    "Prompted by hunger, she opened the box.",
    "My little story for Anna was burnt.",
    "Translation by Ada was never his hope.",
    "All the characters in the play were dead by the third act; Alice clapped.",
  ]) {
    it(`is left alone under a chapter heading: ${prose.slice(0, 40).replaceAll("\n", " ")}…`, () => {
      const text = `Chapter 2\n\n${prose}\n\n${story}`;
      const expected = `${prose}\n\n${story}`.split(/\n+/).map((words) => `<p>${words}</p>`);
      assert.equal(storyOf(text), expected.join("\n"));
      const fields = fieldsIn(text);
      assert.deepEqual(
        [fields.gifts, fields.creators, fields.disclaimer, fields.dedication],
        [[], [], null, null],
      );
    });
  }
});

describe("a short chapter", () => {
  it("is not taken for a header by the note below it", () => {
    const text = `Title: Fog\nAuthor: wren_h\nChapter 1\n\n${story}\n\nA/N: The end.`;
    assert.match(storyOf(text), /^<p>The fog/);
    assert.match(storyOf(text), /<p>A\/N: The end\.<\/p>$/);
    everyWord(text);
  });

  it("is not taken for a header by the chapter heading below it", () => {
    const text = `Chapter 1\n\n${first}\n\nChapter 2\n\n${second}`;
    assert.equal(storyOf(text), [first, "Chapter 2", second].map((words) => `<p>${words}</p>`).join("\n"));
  });

  it("begins after a summary of several paragraphs", () => {
    const text = `Title: Fog\nSummary: ${first}\n\n${second}\n\nDisclaimer: Not mine.\n\n${story}`;
    assert.equal(storyOf(text), [first, second].map((words) => `<p>${words}</p>`).join("\n"));
    everyWord(text);
  });
});

describe("a single label at the very top", () => {
  for (const [label, field] of [
    ["Disclaimer: Alice is Mr Carroll’s.", "disclaimer"],
    ["A/N: I wrote this in one night.", "notes"],
    ["Summary: Alice buys a mirror.", "summary"],
  ] as const) {
    it(`is offered and not taken out: ${label}`, () => {
      const text = `${label}\n\n${story}`;
      const reading = readingOf(text);
      assert.equal(fieldsIn(text)[field], null);
      assert.equal(storyOf(text), [label, first, second].map((words) => `<p>${words}</p>`).join("\n"));
      assert.deepEqual(found(reading, "header-offer"), [`proposed: ${label}`]);
      assert.equal(
        storyOf(text, { "header-offer-1": "accept" }),
        [first, second].map((words) => `<p>${words}</p>`).join("\n"),
      );
    });
  }
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { type Person, visitor } from "../src/people/person.ts";
import { namesOfFilter } from "../src/search/filter-names.ts";
import { filterSentence } from "../src/search/filter-sentence.ts";
import { repaired } from "../src/search/query-language/mistake.ts";
import { mistakeSentence } from "../src/search/query-language/mistake-sentence.ts";
import { resolveQuery } from "../src/search/query-language/resolve-query.ts";
import { everyWork } from "../src/search/work-filter.ts";
import { createTranslate } from "../src/ui/translation.ts";
import { giveWork } from "../src/works/for-tests/give-work.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";

const speaker = { t: createTranslate("en"), locale: "en" };

describe("the query language", () => {
  let archive: TestArchive;
  let author: CastMember;

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    await archive.join("Mina Harker");
    await giveWork(archive, author, {
      title: "The Lighthouse Keeper's Wife",
      gifts: [{ name: "Tamsin", addressedAs: "" }],
      series: { title: "The Lantern Keepers", number: null },
      tags: [
        { kindId: "fandom", name: "Dracula" },
        { kindId: "fandom", name: "Treasure Island" },
        { kindId: "fandom", name: "Frankenstein - Mary Shelley" },
        { kindId: "fandom", name: "Les Misérables - Victor Hugo" },
        { kindId: "fandom", name: "西遊記 | Journey to the West" },
        { kindId: "fandom", name: "Sherlock Holmes - Arthur Conan Doyle" },
        { kindId: "fandom", name: "Sherlock (TV)" },
        { kindId: "fandom", name: "Journeys" },
        { kindId: "character", name: "Mina Harker" },
        { kindId: "character", name: "Lucy Westenra" },
        { kindId: "character", name: "Dracula" },
        { kindId: "additional", name: "Angst" },
        { kindId: "additional", name: "Fluff" },
        { kindId: "additional", name: "Lighthouses" },
      ],
    });
    await giveWork(archive, author, {
      title: "For members",
      visibility: "members",
      gifts: [{ name: "Secret Friend", addressedAs: "" }],
      series: { title: "Hidden Series", number: null },
      tags: [{ kindId: "fandom", name: "A Hidden Fandom" }],
    });
    await archive.database.write(async (writer) => {
      const { id } = await writer
        .selectFrom("tags")
        .select("id")
        .where("name", "=", "Fluff")
        .executeTakeFirstOrThrow();
      await writer
        .insertInto("tags")
        .values({
          id: "0000000001",
          kind_id: "additional",
          name: "Tooth-rotting Fluff",
          name_key: "tooth-rotting fluff",
          canonical: 0,
          synonym_of: id,
          created_at: 0,
        })
        .execute();
    });
  });

  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const resolve = async (typed: string, person: Person = visitor) => {
    const reader = archive.database.reading;
    const names = await namesOfFilter(reader, person, everyWork);
    const textSearch = { unusable: (text: string) => (/[\p{L}\p{N}]/u.test(text) ? [] : [text]) };
    return resolveQuery({ reader, person, names, locale: "en", textSearch, typed }, everyWork);
  };
  /** What a query means, in the sentence of its filter. */
  const means = async (typed: string) => {
    const { filter, mistakes } = await resolve(typed);
    assert.deepEqual(mistakes, [], typed);
    const names = await namesOfFilter(archive.database.reading, visitor, filter);
    return filterSentence(speaker, filter, names);
  };
  /** The first mistake: the place, the sentence, and what the whole is with the first repair. */
  const mistake = async (typed: string, person: Person = visitor) => {
    const [first] = (await resolve(typed, person)).mistakes;
    assert.ok(first, typed);
    const [repair] = first.repairs;
    return {
      place: typed.slice(first.from, first.to),
      says: mistakeSentence(speaker, first.fault),
      repaired: repair === undefined ? null : repaired(typed, first, repair),
    };
  };

  it("says the whole filter in one line", async () => {
    assert.equal(
      await means(
        'fandom:"Dracula" character:"mina  harker" -warning:"major character death" words:5k..40k complete:yes',
      ),
      "Complete works in Dracula with Mina Harker, without Major character death, 5,000 to 40,000 words, newest first",
    );
    assert.equal(
      await means("-character:Dracula rating:teen language:german updated:2w sort:words"),
      "Works, without Dracula, rated Teen, in German, updated in the last 2 weeks, longest first",
    );
  });

  it("knows a language by its tag, by its name here and by its own", async () => {
    for (const typed of ["ja", "japanese", "日本語"])
      assert.equal(await means(`language:${typed}`), "Works, in Japanese, newest first", typed);
    assert.equal(await means("language:français"), "Works, in French, newest first");
    assert.equal(await means('language:"simplified chinese"'), "Works, in Simplified Chinese, newest first");
  });

  it("joins with OR, in brackets and without, tags with tags and ratings with ratings", async () => {
    assert.equal(
      await means("(fluff OR angst) fandom:dracula"),
      "Works in Dracula, with Angst or Fluff, newest first",
    );
    assert.equal(await means("tag:fluff OR tag:angst"), "Works, with Angst or Fluff, newest first");
    assert.equal(await means("(rating:teen OR rating:mature)"), "Works, rated Teen or Mature, newest first");
    assert.equal(await means("-(fluff OR angst)"), "Works, without Angst or Fluff, newest first");
  });

  it("takes words without a kind for the one name they are", async () => {
    assert.equal(
      await means("lucy westenra -angst"),
      "Works with Lucy Westenra, without Angst, newest first",
    );
    assert.equal(await means("marchpane"), "Works by Marchpane, newest first");
  });

  it("takes the only name that what was typed stands in, accents aside", async () => {
    for (const [typed, taken] of [
      ["Frankenstein", "Frankenstein - Mary Shelley"],
      ['"mary shelley"', "Frankenstein - Mary Shelley"],
      ['"Les Miserables"', "Les Misérables - Victor Hugo"],
      ["西遊記", "西遊記 | Journey to the West"],
      ["journey", "西遊記 | Journey to the West"],
      ["Treas", "Treasure Island"],
    ])
      assert.equal(await means(`fandom:${typed}`), `Works in ${taken}, newest first`);
    assert.equal(
      await means("fandom:holmes=main"),
      "Works mainly in Sherlock Holmes - Arthur Conan Doyle, newest first",
    );
    assert.equal(await means('-fandom:"Drácula"'), "Works, without Dracula, newest first");
    assert.equal(await means('tag:"rotting"'), "Works with Fluff, newest first");
  });

  it("takes no name for one that only has it inside a word, nor one that is hidden from somebody", async () => {
    assert.match((await mistake("fandom:island OR fandom:reasure")).says, /no “reasure”/);
    assert.match((await mistake("fandom:Hidden")).says, /no “Hidden”/);
    assert.deepEqual((await resolve("fandom:Hidden", author.member)).mistakes, []);
  });

  it("asks where several names fit, and leaves them out till then", async () => {
    const told = await mistake("fandom:sherlock complete:yes");
    assert.match(told.says, /“sherlock” is part of several names/);
    const { mistakes, filter } = await resolve("fandom:sherlock complete:yes");
    assert.deepEqual(mistakes[0]?.repairs.toSorted(), [
      'fandom:"Sherlock (TV)"',
      'fandom:"Sherlock Holmes - Arthur Conan Doyle"',
    ]);
    assert.deepEqual([filter.all, filter.complete], [[], true]);
  });

  it("tells one thing about a bracket with nothing behind it", async () => {
    for (const typed of ["(", "fluff (", "-( "])
      assert.deepEqual(
        (await resolve(typed)).mistakes.map(({ fault, repairs }) => [fault.kind, repairs]),
        [["empty-brackets", [""]]],
        typed,
      );
  });

  it("reads a number with spaces between its thousands as one", async () => {
    for (const [typed, said] of [
      ["words:5 000 fluff", "with Fluff, exactly 5,000 words"],
      ["words:5 000..40 000", "5,000 to 40,000 words"],
      ["words:>1 200 000", "at least 1,200,001 words"],
      ["words:5..40 chapters:>1 200", "5 to 40 words, at least 1,201 chapters"],
    ] as const)
      assert.ok((await means(typed)).includes(`${said}, newest first`), typed);
    assert.equal((await resolve("words:5 00")).filter.words.most, 5);
    assert.match(await means("words:5 angst"), /with Angst, exactly 5 words/);
  });

  it("takes a time with a sign for how long ago", async () => {
    for (const typed of ["updated:<1m", "updated:<=1m", "updated:1m"])
      assert.equal(await means(typed), "Works, updated in the last month, newest first");
    const { filter } = await resolve("posted:>2w");
    const { least, most, lastDays } = filter.posted;
    assert.deepEqual([least, lastDays], [null, null]);
    const day = 86_400_000;
    assert.ok(most !== null && (most + 1) % day === 0);
    const ago = Date.now() - most;
    assert.ok(ago > 14 * day && ago <= 15 * day + 60_000, `${ago / day} days`);
  });

  it("finds a synonym's meaning", async () => {
    assert.equal(await means('additional:"Tooth-rotting fluff"'), "Works with Fluff, newest first");
  });

  it("looks inside the stories for words that are no name, and offers the names that have them", async () => {
    assert.equal(
      await means("lighthouse"),
      "Works, with the word “lighthouse” in the text, best match first",
    );
    const [other] = (await resolve("lighthouse")).others;
    assert.equal(other?.taken, "text");
    assert.deepEqual(
      [other?.names.tags.map(({ name }) => name), other?.names.works.map(({ title }) => title)],
      [["Lighthouses"], ["The Lighthouse Keeper's Wife"]],
    );
    assert.deepEqual((await resolve("zither quartz")).others, []);
    const [near] = (await resolve("Dracla")).others;
    assert.ok(near?.names.tags.some(({ name }) => name === "Dracula"));
  });

  it("says of a name that it may also stand in a story, and of a phrase that it is also a name", async () => {
    const [name] = (await resolve("complete:yes lucy westenra")).others;
    assert.equal(name?.taken, "name");
    assert.ok(name);
    const instead = repaired("complete:yes lucy westenra", name, name.instead[0] ?? "");
    assert.equal(instead, "complete:yes text:lucy text:westenra");
    assert.equal(
      await means(instead),
      "Complete works, with the words “lucy” and “westenra” in the text, best match first",
    );
    const [phrase] = (await resolve('"Mina Harker"')).others;
    assert.equal(phrase?.taken, "text");
    assert.deepEqual(
      phrase?.names.tags.map(({ name }) => name),
      ["Mina Harker"],
    );
    const [choice] = (await resolve("dracula")).others;
    assert.equal(choice?.taken, "choice");
    assert.equal(choice?.names.tags.length, 2);
  });

  it("takes words in quotation marks for words in a story", async () => {
    assert.equal(
      await means('fandom:dracula "cold stone" text:lantern text:"salt and sea"'),
      "Works in Dracula, with the words “cold stone”, “lantern”, and “salt and sea” in the text, best match first",
    );
    assert.equal(
      await means('"cold stone" sort:updated'),
      "Works, with the words “cold stone” in the text, newest first",
    );
  });

  it("asks how much a tag matters", async () => {
    assert.equal(
      await means('main:"mina harker" mention:"lucy westenra"'),
      "Works with Mina Harker as a main character, at least mentioning Lucy Westenra, newest first",
    );
    assert.equal(
      await means('character:dracula=main -mention:"lucy westenra"'),
      "Works with Dracula as a main character, not even mentioning Lucy Westenra, newest first",
    );
    assert.equal((await mistake("main:dracula")).repaired, "fandom:dracula=main");
    assert.match((await mistake("-main:angst")).says, /kept out for having “angst” at all/);
  });

  it("asks for gifts, series, pictures, sound and every order", async () => {
    assert.equal(
      await means('gift:tamsin series:"the lantern keepers" pictures:yes -audio:yes posted:2w sort:kudos'),
      "Works, gifts to Tamsin, in the series The Lantern Keepers, with pictures, without sound, posted in the last 2 weeks, most kudos first",
    );
    assert.equal(await means("sort:relevance"), "Works, newest first");
    assert.equal(await means("sort:bookmarks order:up"), "Works, fewest bookmarks first");
  });

  it("knows no recipient and no series of works that are hidden from somebody", async () => {
    for (const typed of ["gift:Nobody's", 'series:"Hidden Series"'])
      assert.deepEqual(
        (await resolve(typed)).mistakes.map(({ fault }) => fault.kind),
        [typed.startsWith("gift") ? "no-such-recipient" : "no-such-series"],
      );
    assert.equal((await resolve('gift:"Secret Friend"')).mistakes.length, 1);
    assert.deepEqual((await resolve('gift:"Secret Friend"', author.member)).mistakes, []);
    assert.equal((await resolve('series:"Hidden Series"', author.member)).mistakes.length, 0);
  });

  it("knows a name that is hidden from somebody no better than one that never was", async () => {
    const says = async (name: string) => (await mistake(`fandom:"${name}"`)).says.replace(name, "X");
    assert.equal(await says("A Hidden Fandom"), await says("A Fandom Nobody Made"));
    assert.deepEqual((await resolve('fandom:"A Hidden Fandom"', author.member)).mistakes, []);
    assert.deepEqual((await resolve("hidden")).others, []);
    assert.deepEqual((await resolve("for memb")).others, []);
    assert.equal((await resolve("for memb", author.member)).others[0]?.names.works.length, 1);
  });

  it("explains each mistake with its place and a repair", async () => {
    const cases: [typed: string, place: string, says: RegExp, repaired: string | null][] = [
      ["words:5k fandom:Dracla", "fandom:Dracla", /no “Dracla”.*Fandom/, "words:5k fandom:Dracula"],
      ["fandm:Dracula", "fandm:Dracula", /“fandm”/, "fandom:Dracula"],
      ['-charcter:"Mina Harker"', '-charcter:"Mina Harker"', /“charcter”/, '-character:"Mina Harker"'],
      ['fandom:"Dracula', '"Dracula', /never closed/, 'fandom:"Dracula"'],
      ["(fluff OR angst", "(fluff OR angst", /bracket is never closed/, "(fluff OR angst)"],
      ["fluff )", ")", /no partner/, "fluff "],
      ["()", "()", /nothing in these brackets/, ""],
      ["warning:violence", "warning:violence", /It can be Graphic/, 'warning:"Graphic violence"'],
      ["OR fluff", "OR", /both sides/, " fluff"],
      ["fluff OR", "OR", /both sides/, "fluff "],
      ["words:lots", "words:lots", /no number/, null],
      ["posted:2026-02-31", "posted:2026-02-31", /no date/, null],
      ["rating:purple", "rating:purple", /It can be Not rated, General/, null],
      ["complete:perhaps", "complete:perhaps", /It can be yes or no/, "complete:yes"],
      ["-words:5k", "-words:5k", /cannot be left out/, "words:5k"],
      ["(fluff OR rating:teen)", "(fluff OR rating:teen)", /one sort/, null],
      ["(fluff OR words:5k)", "words:5k", /outside the brackets/, null],
      ["tag:dracula", "tag:dracula", /several things: Fandom and Character/, "fandom:dracula"],
      ["writer:Marchpan", "writer:Marchpan", /No writer/, "writer:Marchpane"],
      ["sort:best", "sort:best", /updated, posted/, null],
      ['-"cold stone"', '-"cold stone"', /asked for, but not kept out/, '"cold stone"'],
      ["-text:stone", "-text:stone", /asked for, but not kept out/, "text:stone"],
      ["text:!!! angst", "text:!!!", /“!!!” cannot be looked for/, " angst"],
      ["pictures:maybe", "pictures:maybe", /It can be yes or no/, "pictures:yes"],
      ["-gift:Tamsin", "-gift:Tamsin", /cannot be left out/, "gift:Tamsin"],
      ["gift:Tamsi", "gift:Tamsi", /No story here is a gift to “Tamsi”/, "gift:Tamsin"],
      ["series:keepers", "series:keepers", /No series/, 'series:"The Lantern Keepers"'],
      ["(fluff OR text:stone)", "(fluff OR text:stone)", /“stone”.*cannot be joined by OR/, "fluff"],
      ["lantern OR candle", "lantern OR candle", /“lantern” or “candle”.*OR/, "text:lantern text:candle"],
      ["(fluff OR lantern OR angst)", "(fluff OR lantern OR angst)", /inside/, "(fluff OR angst)"],
      ["fluff OR angsty", "angsty", /“angsty”.*joined by OR/, "fluff OR Angst"],
      ["fluff OR marchpane", "marchpane", /“writer” cannot be joined by OR/, null],
      ["fandom:dracula -night", "-night", /“night”.*left out with a minus/, "fandom:dracula "],
      ["-angsty", "-angsty", /“angsty”.*left out with a minus/, "-Angst"],
      ["posted:0d", "posted:0d", /no date/, null],
      ["fandom:", "fandom:", /Nothing stands after/, null],
      ["warning:underage=perhaps", "warning:underage=perhaps", /yes, no, or unsaid/, null],
    ];
    for (const [typed, place, says, whole] of cases) {
      const told = await mistake(typed);
      assert.equal(told.place, place, typed);
      assert.match(told.says, says, typed);
      assert.equal(told.repaired, whole, typed);
    }
  });

  it("goes on with the rest where words inside stories are joined by OR or left out", async () => {
    const sentence = async (typed: string) => {
      const { filter } = await resolve(typed);
      return filterSentence(speaker, filter, await namesOfFilter(archive.database.reading, visitor, filter));
    };
    assert.equal(
      await sentence("fandom:dracula (candle OR lamp) words:5k.."),
      "Works in Dracula, at least 5,000 words, newest first",
    );
    assert.equal(
      await sentence("candle -night"),
      "Works, with the word “candle” in the text, best match first",
    );
  });

  it("lets others have their turn between the parts of a long question, and compares names a few times only", async () => {
    let turns = 0;
    const count = () => {
      turns += 1;
      waiting = setImmediate(count);
    };
    let waiting = setImmediate(count);
    const asked = ["series", "gift", "writer"].flatMap((key) =>
      Array.from({ length: 10 }, (_, place) => `${key}:"The Lantern Keeper${place}"`),
    );
    const { mistakes } = await resolve(asked.join(" "));
    clearImmediate(waiting);
    assert.ok(turns >= asked.length, `${turns} turns`);
    assert.equal(mistakes.length, asked.length);
    assert.equal(mistakes.filter(({ repairs }) => repairs.length > 0).length, 6);
  });

  it("finds a series by its name, however many are newer", async () => {
    await archive.database.write(async (writer) => {
      const { series_id: old, work_id } = await writer
        .selectFrom("series_works")
        .innerJoin("series", "series.id", "series_works.series_id")
        .select(["series_id", "work_id"])
        .where("title", "=", "The Lantern Keepers")
        .executeTakeFirstOrThrow();
      const { account_id } = await writer
        .selectFrom("series")
        .select("account_id")
        .where("id", "=", old)
        .executeTakeFirstOrThrow();
      for (let place = 0; place < 3_001; place++) {
        const id = String(place).padStart(10, "0");
        const later = Date.now() + 1_000 + place;
        const title = `Nights ${place}`;
        await writer
          .insertInto("series")
          .values({ id, account_id, title, created_at: later, updated_at: later })
          .execute();
        await writer.insertInto("series_works").values({ series_id: id, work_id, position: 1 }).execute();
      }
    });
    assert.equal(
      await means('series:"the lantern keepers"'),
      "Works, in the series The Lantern Keepers, newest first",
    );
  });

  it("never fails, and every place is within what was typed", async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ..."fandom: character: main: mention: text: gift: series: audio: =main * - ( ) OR AND NOT \" “ ” = words: 5k..40k posted: 2w \\ warning: rating: sort: % _ '".split(
          " ",
        ),
      ),
      fc.constantFrom("dracula", "Fluff", "constructor", "__proto__", "toString", "teen", " ", "  "),
      fc.string({ unit: "binary", maxLength: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
        const typed = pieces.join("");
        const { mistakes } = await resolve(typed);
        for (const { from, to, fault, repairs } of mistakes) {
          assert.ok(from >= 0 && from <= to && to <= typed.length, JSON.stringify([typed, from, to]));
          assert.ok(mistakeSentence(speaker, fault).length > 0);
          for (const repair of repairs) assert.equal(typeof repair, "string");
        }
      }),
      { numRuns: 400 },
    );
  });
});

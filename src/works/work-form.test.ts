import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../tests/archive.ts";
import { addPseud } from "../people/add-pseud.ts";
import { formOf } from "../plumbing/http/form-values.ts";
import { listTagKinds } from "../tags/tags.ts";
import { createTranslate } from "../ui/translation.ts";
import { urls } from "../vocabulary/urls.ts";
import { changeWork } from "./change-work.ts";
import { newChapterValues, parseChapter } from "./chapter-form.ts";
import { giveWork } from "./for-tests/give-work.ts";
import { findWorkChoices, type WorkChoices } from "./work-choices.ts";
import { parseWork } from "./work-form.ts";
import {
  workFieldNames as names,
  newWorkValues,
  readWorkValues,
  valuesOf,
  type WorkValues,
} from "./work-values.ts";
import { findOwnWork } from "./works.ts";

const t = createTranslate("en");
const limits = { noteCharacters: 200, chapterCharacters: 1_000 };

describe("the work form", () => {
  let archive: TestArchive;
  let author: CastMember;
  let choices: WorkChoices;

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    await archive.database.write((writer) =>
      addPseud(writer, author.member.accountId, "Quillfeather", Date.now() + 1_000),
    );
    choices = await findWorkChoices(archive.database.reading, author.member.accountId, null);
  });
  after(() => archive.close());

  const values = (typed: Partial<WorkValues> = {}): WorkValues => ({
    ...newWorkValues(choices, "en"),
    ...typed,
  });
  const parsed = (typed: Partial<WorkValues> = {}, of = choices) => {
    const { fields, errors } = parseWork(values(typed), of, limits, t);
    assert.equal(errors, null);
    return fields;
  };
  const refusal = (typed: Partial<WorkValues>, of = choices) => {
    const { errors } = parseWork(values(typed), of, limits, t);
    return errors ?? {};
  };

  it("takes an empty form for a draft: unrated, not saying, for everyone, by the first name", () => {
    const fields = parsed();
    assert.deepEqual(
      [fields.title, fields.ratingId, fields.expectedChapters, fields.visibility, fields.authorPseudIds],
      ["", "not-rated", null, "everyone", [author.pseudId]],
    );
    assert.ok(fields.warnings.length > 0);
    assert.ok(fields.warnings.every(({ answer }) => answer === "unsaid"));
  });

  for (const [typed, wanted] of [
    ["", null],
    ["?", null],
    ["？", null],
    [" 12 ", 12],
    ["1/3", 3],
    ["2/?", null],
  ] as const)
    it(`reads “${typed}” chapters as ${wanted ?? "nobody knows"}`, () => {
      assert.equal(parsed({ chapters: typed }).expectedChapters, wanted);
    });

  for (const typed of ["0", "-1", "twelve", "1.5", "99999", "3/0"])
    it(`refuses “${typed}” chapters`, () => {
      assert.match(refusal({ chapters: typed })[names.chapters] ?? "", /such as 12, or \?/);
    });

  it("does not promise fewer chapters than readers have", () => {
    const published = { ...choices, publishedChapters: 3 };
    assert.match(
      refusal({ chapters: "2" }, published)[names.chapters] ?? "",
      /^3 chapters are published already/,
    );
    assert.equal(parsed({ chapters: "3" }, published).expectedChapters, 3);
  });

  it("says how long a note is and how much room there is, and cuts nothing off", () => {
    const long = "😀".repeat(201);
    for (const [field, name] of [
      ["summary", names.summary],
      ["notes", names.notes],
      ["endNotes", names.endNotes],
      ["disclaimer", names.disclaimer],
      ["dedication", names.dedication],
      ["conventions", names.conventions],
    ] as const) {
      const errors = refusal({ [field]: long });
      assert.deepEqual(Object.keys(errors), [name]);
      assert.match(
        errors[name] ?? "",
        /has 201 characters, and there is room for 200\. Nothing was cut off\./,
      );
      assert.notEqual(parsed({ [field]: "😀".repeat(200) })[field], "");
    }
  });

  it("cleans a note and keeps what is allowed in one", () => {
    assert.equal(
      parsed({ summary: "One <em>line</em>.\n\n<script>alert(1)</script>A & B" }).summary,
      "<p>One <em>line</em>.</p>\n<p>A &amp; B</p>",
    );
  });

  it("does not let a work be by somebody else's name, or by none", () => {
    for (const pseuds of [[], ["0000000000"]])
      assert.match(refusal({ pseuds })[names.pseuds] ?? "", /at least one of your names/);
  });

  it("does not name an author twice who also typed their own name among the co-authors", () => {
    const fields = parsed({ credits: { author: "MARCHPANE, Tam", beta: "Tam", artist: "", translator: "" } });
    assert.deepEqual(fields.credits, [
      { role: "author", name: "Tam" },
      { role: "beta", name: "Tam" },
    ]);
  });

  it("refuses a gift that is for nobody, and skips empty rows", () => {
    const gifts = [
      { name: "", addressedAs: "" },
      { name: "spikeslovebite", addressedAs: "Tam" },
      { name: " ", addressedAs: "Tess" },
    ];
    assert.deepEqual(Object.keys(refusal({ gifts })), [names.giftName(2)]);
    assert.deepEqual(parsed({ gifts: gifts.slice(0, 2) }).gifts, [
      { name: "spikeslovebite", addressedAs: "Tam" },
    ]);
  });

  it("refuses a choice that is not on its list", () => {
    assert.ok(refusal({ rating: "unheard-of" })[names.rating]);
    assert.ok(refusal({ language: "no such language" })[names.language]);
    assert.ok(refusal({ language: "" })[names.language]);
    assert.ok(refusal({ visibility: "the moon" })[names.visibility]);
    assert.deepEqual(parsed({ categories: ["gen", "unheard-of"] }).categoryIds, ["gen"]);
  });

  it("asks for a comma when a name is as long as a page", () => {
    const errors = refusal({ tags: { fandom: "word ".repeat(100) } });
    assert.match(errors[names.tags("fandom")] ?? "", /Is a comma missing\?/);
  });

  it("lists what must be put right in the order of the fields on the page", () => {
    const long = "x".repeat(400);
    const errors = refusal({
      ...{ title: long, summary: long, notes: long, dedication: long, language: "", chapters: "0" },
      ...{ pseuds: [], rating: "unheard-of", visibility: "the moon" },
      tags: { additional: long, fandom: long },
      gifts: [{ name: "", addressedAs: "Tam" }],
      credits: { author: "", beta: long, artist: "", translator: "" },
    });
    assert.deepEqual(Object.keys(errors), [
      ...[names.title, names.pseuds, names.tags("fandom"), names.summary, names.language, names.chapters],
      ...[names.rating, names.tags("additional"), names.giftName(0), names.dedication],
      ...[names.credit("beta"), names.notes, names.visibility],
    ]);
  });

  it("fills itself from a stored work so that saving it unchanged changes nothing", async () => {
    const { database } = archive;
    const { workId } = await giveWork(
      archive,
      author,
      {
        title: "Tea & <Sympathy>",
        summary: "<p>One &lt;em&gt; and <em>one</em> more.</p>\n<p>Second.</p>",
        dedication: "<p>For Tam<br>with love</p>",
        credits: [
          { role: "author", name: "Tam, who is elsewhere" },
          { role: "beta", name: "megan_peta" },
        ],
        authorPseudIds: [...choices.pseuds].reverse().map(({ id }) => id),
        gifts: [{ name: "spikeslovebite", addressedAs: "Tam" }],
        tags: [
          { kindId: "fandom", name: "Sixpence, Please" },
          { kindId: "additional", name: "紅樓夢" },
        ],
        warnings: [{ warningId: "underage", answer: "no" }],
        categoryIds: ["gen"],
        language: "nds",
        visibility: "members",
      },
      undefined,
      "draft",
    );
    const stored = async () => {
      const work = await findOwnWork(database.reading, author.member, workId);
      assert.ok(work);
      return work;
    };
    const before = await stored();
    const own = await findWorkChoices(database.reading, author.member.accountId, before);
    const { fields } = parseWork(valuesOf(before, own), own, limits, t);
    assert.ok(fields);
    await database.write((writer) => changeWork(writer, author.member, workId, 1, fields, 9_000));
    const after = await stored();
    const answered = after.warnings.filter(({ answer }) => answer !== "unsaid");
    assert.deepEqual(
      { ...after, warnings: answered, version: 1, updatedAt: 0 },
      { ...before, version: 1, updatedAt: 0 },
    );
  });

  it("keeps what the owner has retired on a work that has it", async () => {
    const { database } = archive;
    const { workId } = await giveWork(
      archive,
      author,
      {
        ratingId: "mature",
        categoryIds: ["multi"],
        warnings: [{ warningId: "non-consent", answer: "yes" }],
        tags: [
          { kindId: "fandom", name: "Emma" },
          { kindId: "relationship", name: "A/B" },
        ],
      },
      undefined,
      "draft",
    );
    await database.write(async (writer) => {
      await writer.updateTable("ratings").set({ retired: 1 }).where("id", "=", "mature").execute();
      await writer.updateTable("categories").set({ retired: 1 }).where("id", "=", "multi").execute();
      await writer.updateTable("warnings").set({ retired: 1 }).where("id", "=", "non-consent").execute();
      await writer.updateTable("tag_kinds").set({ retired: 1 }).where("id", "=", "relationship").execute();
    });
    const work = await findOwnWork(database.reading, author.member, workId);
    assert.ok(work);
    const own = await findWorkChoices(database.reading, author.member.accountId, work);
    const { fields } = parseWork(valuesOf(work, own), own, limits, t);
    assert.deepEqual([fields?.ratingId, fields?.categoryIds], ["mature", ["multi"]]);
    assert.ok(
      fields?.warnings.some(({ warningId, answer }) => warningId === "non-consent" && answer === "yes"),
    );
    assert.ok(fields?.tags.some(({ kindId, name }) => kindId === "relationship" && name === "A/B"));
    const others = await findWorkChoices(database.reading, author.member.accountId, null);
    assert.ok(others.ratings.every(({ id }) => id !== "mature"));
    assert.ok(others.kinds.every(({ id }) => id !== "relationship"));
  });

  it("gives each tag the weight of its field, the greater where it stands in two, and fills the form again", async () => {
    const typed = {
      tags: { fandom: "Dracula", character: "Mina, Jonathan", additional: "Fog" },
      sideTags: {
        fandom: "",
        character: "Quincey,  MINA ",
        additional: "never read: this kind has no weights",
      },
      mentionedTags: { fandom: "Emma", character: "quincey, Lucy, “Art”" },
    };
    const of = { ...choices, kinds: await listTagKinds(archive.database.reading) };
    const weights = (tags: { kindId: string; name: string; weight?: string }[], kind: string) =>
      tags.filter(({ kindId }) => kindId === kind).map(({ name, weight }) => `${name}: ${weight}`);
    const { tags } = parsed(typed, of);
    assert.deepEqual(weights(tags, "fandom"), ["Dracula: main", "Emma: mention"]);
    const characters = ["Mina: main", "Jonathan: main", "Quincey: side", "Lucy: mention", "“Art”: mention"];
    assert.deepEqual(weights(tags, "character"), characters);
    const { workId } = await giveWork(archive, author, { tags }, undefined, "draft");
    const work = await findOwnWork(archive.database.reading, author.member, workId);
    assert.ok(work);
    assert.deepEqual(weights(work.tags, "character"), characters);
    const own = await findWorkChoices(archive.database.reading, author.member.accountId, work);
    const filled = valuesOf(work, own);
    assert.deepEqual(
      [filled.tags.character, filled.sideTags.character, filled.mentionedTags.character],
      ["Mina, Jonathan", "Quincey", "Lucy, “Art”"],
    );
    const unweighted = { ...own, kinds: own.kinds.map((kind) => ({ ...kind, weighted: false })) };
    assert.equal(valuesOf(work, unweighted).tags.character, "Mina, Jonathan, Quincey, Lucy, “Art”");
  });

  it("refuses a name that is too long beside its own field", () => {
    const long = "a".repeat(301);
    const errors = refusal({ sideTags: { fandom: long }, mentionedTags: { fandom: `${long}b` } });
    assert.deepEqual(Object.keys(errors), [names.sideTags("fandom"), names.mentionedTags("fandom")]);
  });

  it("reads a series with its number or without", () => {
    assert.equal(parsed().series, null);
    assert.deepEqual(parsed({ series: { title: "  The  Tides ", number: " 12 " } }).series, {
      title: "The Tides",
      number: 12,
    });
    assert.deepEqual(parsed({ series: { title: "Tides", number: "" } }).series, {
      title: "Tides",
      number: null,
    });
  });

  for (const number of ["0", "-1", "1.5", "two", "99999", "1/3"])
    it(`refuses “${number}” as a number in a series`, () => {
      const errors = refusal({ series: { title: "Tides", number } });
      assert.match(errors[names.seriesNumber] ?? "", /such as 2, or nothing/);
    });

  it("refuses a number without a series", () => {
    assert.match(refusal({ series: { title: " ", number: "2" } })[names.series] ?? "", /Say which series/);
  });

  it("lets readers search inside the text unless the author says no", () => {
    assert.equal(parsed().searchable, true);
    assert.equal(parsed({ searchable: "" }).searchable, true);
    assert.equal(parsed({ searchable: "no" }).searchable, false);
  });

  it("hands back everything of these fields when something else is refused, and keeps it when it is not", async () => {
    const typed = {
      title: "The Tides",
      pseud: author.pseudId,
      [names.tags("fandom")]: "Dracula",
      [names.sideTags("character")]: "Quincey, of course",
      [names.mentionedTags("character")]: "Lucy",
      [names.series]: "My tides",
      [names.seriesNumber]: "7",
      [names.searchable]: "no",
      rating: "general",
      language: "en",
      visibility: "everyone",
      story: "One.",
    };
    const refused = await archive.send(urls.newWork(), { ...typed, chapters: "many" }, author);
    assert.equal(refused.status, 422);
    const html = await refused.text();
    for (const value of ["Quincey, of course", "Lucy", "My tides", "7"])
      assert.ok(html.includes(`value="${value}"`), value);
    assert.match(html, /name="searchable" value="no"[^>]*checked/);
    const made = await archive.send(urls.newWork(), typed, author);
    assert.equal(made.status, 303);
    const again = await (await archive.get(made.headers.get("location") ?? "", author)).text();
    for (const value of ["Quincey, of course", "Lucy", "My tides", "7"])
      assert.ok(again.includes(`value="${value}"`), value);
    assert.match(again, /name="searchable" value="no"[^>]*checked/);
  });

  it("reads rows of gifts for as many as there are", () => {
    const form = formOf([
      [names.giftName(0), "a"],
      [names.giftCalled(0), ""],
      [names.giftName(1), ""],
      [names.giftCalled(1), "b"],
    ]);
    assert.deepEqual(readWorkValues(form, choices).gifts, [
      { name: "a", addressedAs: "" },
      { name: "", addressedAs: "b" },
    ]);
  });
});

describe("the chapter form", () => {
  it("keeps a story's paragraphs, italics and scene breaks", () => {
    const { fields } = parseChapter(
      { ...newChapterValues, story: "One <em>two</em>.\n\n***\n\nThree & four" },
      limits,
      t,
    );
    assert.equal(
      fields?.story,
      '<p>One <em>two</em>.</p>\n<hr class="scene" data-ornament="***">\n<p>Three &amp; four</p>',
    );
  });

  it("says how long a story is and how long a chapter may be", () => {
    const { errors } = parseChapter({ ...newChapterValues, story: "a".repeat(1_001) }, limits, t);
    assert.match(errors?.story ?? "", /“The story” has 1,001 characters, and there is room for 1,000/);
  });

  it("says it in words when a story is tagged too deeply to be read", () => {
    const deep = "<div>".repeat(4_000);
    const wide = { ...limits, chapterCharacters: 1_000_000 };
    const { errors } = parseChapter({ ...newChapterValues, story: `${deep}x` }, wide, t);
    assert.match(errors?.story ?? "", /nested more than/);
  });

  it("T81: keeps no picture without words for those who do not see it, and takes a decoration", () => {
    const typed = (alt: string) =>
      parseChapter(
        { ...newChapterValues, story: `A boat: <img src="/pictures/${"a".repeat(64)}.png"${alt}>.` },
        limits,
        t,
      );
    assert.match(typed("").errors?.story ?? "", /One picture in the story has no words/);
    for (const alt of [' alt="A boat at night"', ' alt=""']) {
      const { fields } = typed(alt);
      assert.ok(fields?.story.includes(alt.trim()), alt);
    }
  });
});

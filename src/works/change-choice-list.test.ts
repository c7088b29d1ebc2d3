import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestArchive, type TestArchive } from "../../tests/archive.ts";
import { ChoiceInUse, changeChoiceList, listEveryChoice, NoRatingOffered } from "./change-choice-list.ts";
import { type ChoiceList, listChoices } from "./choices.ts";
import { saveDraft } from "./save-draft.ts";

describe("changing a list of choices", () => {
  let archive: TestArchive;
  before(async () => {
    archive = await openTestArchive();
  });
  after(() => archive.close());

  const change = (list: ChoiceList, ...rest: [Parameters<typeof changeChoiceList>[2], string[]]) =>
    archive.database.write((writer) => changeChoiceList(writer, list, ...rest, Date.now()));
  const every = (list: ChoiceList) => listEveryChoice(archive.database.reading, list);

  it("renames, orders, retires and adds, and never changes an id", async () => {
    const [gen, ...others] = await every("categories");
    assert.ok(gen);
    const renamed = { ...gen, name: "No romance", retired: true };
    const added = { id: null, name: "F/F/M", about: "Three.", retired: false };
    await change("categories", [added, ...others, renamed], []);
    const rows = await every("categories");
    assert.deepEqual(rows[0], { ...added, id: "f-f-m" });
    assert.deepEqual(rows.at(-1), renamed);
    const offered = await listChoices(archive.database.reading, "categories");
    assert.ok(!offered.some(({ id }) => id === gen.id));
  });

  it("keeps what it was not told about, behind the others", async () => {
    const rows = await every("warnings");
    const [first, ...others] = rows;
    assert.ok(first);
    await change("warnings", others, []);
    assert.deepEqual(await every("warnings"), [...others, first]);
  });

  it("removes what nothing holds, and refuses what a draft holds", async () => {
    const author = await archive.join("Ivy");
    await archive.database.write((writer) =>
      saveDraft(
        writer,
        author.member,
        {
          title: "A draft",
          summary: "",
          notes: "",
          endNotes: "",
          disclaimer: "",
          dedication: "",
          conventions: "",
          ratingId: "teen",
          language: "en",
          expectedChapters: null,
          visibility: "everyone",
          searchable: true,
          series: null,
          authorPseudIds: [author.pseudId],
          credits: [],
          gifts: [],
          tags: [],
          warnings: [{ warningId: "underage", answer: "unsaid" }],
          categoryIds: ["multi"],
        },
        { title: "", summary: "", notes: "", endNotes: "", story: "<p>Words.</p>" },
        Date.now(),
      ),
    );
    for (const [list, held, free] of [
      ["ratings", "teen", "mature"],
      ["warnings", "underage", "non-consent"],
      ["categories", "multi", "other"],
    ] as const) {
      const rows = await every(list);
      await assert.rejects(
        change(
          list,
          rows.filter(({ id }) => id !== held && id !== free),
          [free, held],
        ),
        (cause) => cause instanceof ChoiceInUse && cause.id === held,
      );
      assert.deepEqual(await every(list), rows, "a refused change changes nothing");
      await change(
        list,
        rows.filter(({ id }) => id !== free),
        [free],
      );
      assert.ok(!(await every(list)).some(({ id }) => id === free));
    }
  });

  it("insists on one rating that is offered", async () => {
    const rows = await every("ratings");
    const retired = rows.map((row) => ({ ...row, retired: true }));
    await assert.rejects(change("ratings", retired, []), NoRatingOffered);
    assert.deepEqual(await every("ratings"), rows);
    await change(
      "warnings",
      (await every("warnings")).map((row) => ({ ...row, retired: true })),
      [],
    );
    assert.deepEqual(await listChoices(archive.database.reading, "warnings"), []);
  });

  it("records one fact a save", async () => {
    const count = async () =>
      (await archive.database.reading.selectFrom("events").select("number").execute()).length;
    const before = await count();
    await change("ratings", await every("ratings"), []);
    assert.equal(await count(), before + 1);
  });
});

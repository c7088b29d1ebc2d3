import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestArchive, type TestArchive } from "../../tests/archive.ts";
import { changeAbbreviations, listEveryAbbreviation, UnknownTagKind } from "./change-abbreviations.ts";
import {
  changeTagKinds,
  FandomKindNeeded,
  listEveryTagKind,
  TagKindInUse,
  type WishedTagKind,
} from "./change-tag-kinds.ts";
import { listAbbreviations, listTagKinds, tagFor } from "./tags.ts";

describe("changing the kinds of tags", () => {
  let archive: TestArchive;
  before(async () => {
    archive = await openTestArchive();
  });
  after(() => archive.close());

  const change = (wished: WishedTagKind[], removed: string[] = []) =>
    archive.database.write((writer) => changeTagKinds(writer, wished, removed, Date.now()));
  const every = () => listEveryTagKind(archive.database.reading);

  it("adds a kind and offers it where it was put", async () => {
    const [fandom, ...others] = await every();
    assert.ok(fandom);
    await change([
      fandom,
      { id: null, name: "Trope", plural: "Tropes", weighted: true, retired: false },
      ...others,
    ]);
    const offered = await listTagKinds(archive.database.reading);
    assert.deepEqual(
      offered.map(({ id }) => id),
      ["fandom", "trope", "character", "relationship", "additional"],
    );
    assert.equal(offered[1]?.plural, "Tropes");
    assert.deepEqual(
      offered.map(({ weighted }) => weighted),
      [true, true, true, true, false],
    );
  });

  it("keeps the fandom kind whatever is wished", async () => {
    const rows = await every();
    const others = rows.filter(({ id }) => id !== "fandom");
    const retired = rows.map((row) => ({ ...row, retired: row.id === "fandom" }));
    await assert.rejects(change(retired), FandomKindNeeded);
    await assert.rejects(change(others, ["fandom"]), FandomKindNeeded);
    assert.deepEqual(await every(), rows);
  });

  it("refuses to remove a kind that has a tag or an abbreviation, and lets an empty one go", async () => {
    await archive.database.write((writer) => tagFor(writer, "character", "Spike", Date.now()));
    await archive.database.write((writer) =>
      changeAbbreviations(
        writer,
        [{ id: null, abbreviation: "H/C", kindId: "additional", name: "Hurt/Comfort", retired: false }],
        [],
        Date.now(),
      ),
    );
    const rows = await every();
    for (const held of ["character", "additional"])
      await assert.rejects(
        change(
          rows.filter(({ id }) => id !== held),
          [held],
        ),
        (cause) => cause instanceof TagKindInUse && cause.id === held,
      );
    await change(
      rows.filter(({ id }) => id !== "relationship"),
      ["relationship"],
    );
    assert.ok(!(await every()).some(({ id }) => id === "relationship"));
  });
});

describe("changing the abbreviations", () => {
  let archive: TestArchive;
  before(async () => {
    archive = await openTestArchive();
  });
  after(() => archive.close());

  it("proposes new ones and no longer proposes the retired and removed", async () => {
    const [first, second, ...others] = await listEveryAbbreviation(archive.database.reading);
    assert.ok(first && second);
    const added = {
      id: null,
      abbreviation: "銀英伝",
      kindId: "fandom",
      name: "銀河英雄伝説",
      retired: false,
    };
    await archive.database.write((writer) =>
      changeAbbreviations(writer, [{ ...first, retired: true }, ...others, added], [second.id], Date.now()),
    );
    const known = await listAbbreviations(archive.database.reading);
    const shorts = known.map(({ abbreviation }) => abbreviation);
    assert.ok(shorts.includes("銀英伝"));
    assert.ok(!shorts.includes(first.abbreviation) && !shorts.includes(second.abbreviation));
    const rows = await listEveryAbbreviation(archive.database.reading);
    assert.ok(rows.some(({ id, retired }) => id === first.id && retired));
  });

  it("refuses a kind that does not exist and changes nothing", async () => {
    const rows = await listEveryAbbreviation(archive.database.reading);
    const [first] = rows;
    assert.ok(first);
    await assert.rejects(
      archive.database.write((writer) =>
        changeAbbreviations(writer, [{ ...first, kindId: "nothing" }], [], Date.now()),
      ),
      UnknownTagKind,
    );
    assert.deepEqual(await listEveryAbbreviation(archive.database.reading), rows);
  });
});

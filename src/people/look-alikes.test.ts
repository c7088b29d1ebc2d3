import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../tests/archive.ts";
import { createTranslate } from "../ui/translation.ts";
import { addPseud, PseudTaken } from "./add-pseud.ts";
import { changePseud } from "./change-pseud.ts";
import { pseudNameShape } from "./pseud-name.ts";

describe("a name that could be taken for another's", () => {
  let archive: TestArchive;
  let ivy: CastMember;
  before(async () => {
    archive = await openTestArchive();
    for (const name of ["spikeslovebite", "Cope", "O'Hara", "McIntyre", "Саша", "Tam"])
      await archive.join(name);
    ivy = await archive.join("Ivy");
  });
  after(() => archive.close());

  const add = (name: string) =>
    archive.database.write((writer) => addPseud(writer, ivy.member.accountId, name, Date.now()));

  for (const [name, whose] of [
    ["spikesIovebite", "spikeslovebite"],
    ["spikes1ovebite", "spikeslovebite"],
    ["Соре", "Cope"],
    ["C0pe", "Cope"],
    ["O’Hara", "O'Hara"],
    ["MclNTYRE", "McIntyre"],
  ] as const)
    it(`is refused: ${name} for ${whose}`, async () => {
      await assert.rejects(add(name), PseudTaken);
    });

  it("is no bar to other names, nor to one's own in other letters", async () => {
    await add("Milla");
    await add("Сашка");
    await archive.database.write((writer) =>
      changePseud(writer, ivy.member.accountId, ivy.pseudId, { name: "IVY", about: "" }, Date.now()),
    );
  });

  const shape = pseudNameShape(createTranslate("en"));
  for (const name of [
    "Tam\uFE0F",
    "Tam\u3164",
    "T\u034Fam",
    "Tаm",
    "Tam\u0301\u0302\u0303\u0304\u0305",
    "Tam\u202E",
    "T\u200Dam",
  ])
    it(`cannot be made with invisible or mixed letters: ${JSON.stringify(name)}`, () => {
      assert.equal(shape.safeParse(name).success, false);
    });

  for (const name of ["Zoë", "Tam", "Саша", "夜明けTam", "نور", "Nguyễn"])
    it(`lets a plain name be: ${name}`, () => {
      assert.equal(shape.safeParse(name).success, true);
    });
});

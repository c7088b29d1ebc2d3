import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { byLetter, inOrderOfNames } from "./letters.ts";

const grouped = (names: string[], locale: string) =>
  byLetter(
    inOrderOfNames(
      names.map((name) => ({ name })),
      locale,
    ),
    locale,
  ).map(({ letter, members }) => `${letter}: ${members.map(({ name }) => name).join(", ")}`);

describe("names by letter", () => {
  it("puts an accented letter with its plain one, and capitals with small letters", () => {
    assert.deepEqual(grouped(["Zorro", "Élan", "echo", "Eragon"], "en"), [
      "E: echo, Élan, Eragon",
      "Z: Zorro",
    ]);
  });

  it("follows the reader's alphabet: Å is a letter of its own in Swedish, an A in English", () => {
    assert.deepEqual(grouped(["Ålborg", "Zorro", "Aladdin"], "sv"), ["A: Aladdin", "Z: Zorro", "Å: Ålborg"]);
    assert.deepEqual(grouped(["Ålborg", "Zorro", "Aladdin"], "en"), ["A: Aladdin, Ålborg", "Z: Zorro"]);
  });

  it("puts digits and signs first, under one sign, and looks past an opening mark", () => {
    assert.deepEqual(grouped(["“Heroes”", "24", "☆", "9-1-1"], "en"), ["#: ☆, 9-1-1, 24", "H: “Heroes”"]);
  });

  it("keeps scripts of many signs together, and each alphabet under its own letters", () => {
    assert.deepEqual(
      grouped(["西遊記", "水滸傳", "カードキャプター", "ナルト", "Идиот", "Zorro", "도깨비"], "en").map(
        (group) => group.split(":")[0],
      ),
      ["Z", "И", "한", "あ", "漢"],
    );
  });

  it("is empty without names", () => {
    assert.deepEqual(byLetter([], "en"), []);
  });
});

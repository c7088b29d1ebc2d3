import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { newId } from "../../vocabulary/ids.ts";
import { FindingIndex } from "./finding-index.ts";
import type { IndexedWork, WeightedTag } from "./indexed-work.ts";
import { pauseForPages } from "./pause.ts";
import { countKind, suggestTags } from "./suggest-tags.ts";

/** An index that is filled by names: tags as "kind: name", canonical ones with a star. */
class Archive {
  readonly index = new FindingIndex();
  readonly #ids = new Map<string, string>();

  tag(name: string, { canonical = false, synonymOf = "" } = {}): string {
    const id = this.id(name);
    this.index.tags.meanings.put({
      id,
      kindId: "character",
      name: name.toLowerCase(),
      canonical,
      synonymOf: synonymOf === "" ? null : this.id(synonymOf),
      parentIds: [],
    });
    this.index.followMeanings();
    return id;
  }

  id(name: string): string {
    const id = this.#ids.get(name) ?? newId();
    this.#ids.set(name, id);
    return id;
  }

  fandom(name: string): void {
    const parentIds: string[] = [];
    const synonymOf = null;
    this.index.tags.meanings.put({
      ...{
        id: this.id(name),
        kindId: "fandom",
        name: name.toLowerCase(),
        canonical: true,
        synonymOf,
        parentIds,
      },
    });
  }

  works(
    count: number,
    names: readonly string[],
    { open = true, weight = "main" as WeightedTag["weight"] } = {},
  ) {
    for (let made = 0; made < count; made++)
      this.index.put(
        workWith(
          names.map((name) => ({ id: this.id(name), weight })),
          open,
        ),
      );
  }

  suggest(
    typed: string,
    { fandoms = [] as string[], audience = "everyone" as const, count = 10 } = {},
  ): string[] {
    const wish = { typed, kinds: ["character"], fandoms: fandoms.map((name) => this.id(name)), count };
    return suggestTags(this.index, audience, wish).map(({ id, by, count }) =>
      [this.#name(id), ...(by === null ? [] : [`(${this.#name(by)})`]), count].join(" "),
    );
  }

  #name(id: string): string {
    return [...this.#ids].find(([, known]) => known === id)?.[0] ?? "?";
  }
}

/** The same archive, taken in before the index is settled and after it. */
async function archives(fill: (archive: Archive) => void): Promise<Archive[]> {
  const [early, late] = [new Archive(), new Archive()];
  fill(early);
  await early.index.settle(pauseForPages);
  await late.index.settle(pauseForPages);
  fill(late);
  return [early, late];
}

describe("suggesting tags", () => {
  it("offers canonical tags first, then beginnings, then words, then what is inside, the most used first", async () => {
    const all = await archives((archive) => {
      for (const name of ["Mina Murray", "Amina", "Lady Mina", "Minas"]) archive.tag(name);
      archive.tag("Jasmina", { canonical: true });
      archive.works(1, ["Minas", "Mina Murray", "Amina", "Lady Mina"]);
      archive.works(2, ["Mina Murray", "Jasmina"]);
    });
    for (const archive of all)
      assert.deepEqual(archive.suggest("MINA"), [
        "Jasmina 2",
        "Mina Murray 3",
        "Minas 1",
        "Lady Mina 1",
        "Amina 1",
      ]);
  });

  it("meets a pairing by the beginnings of its names, in any order", async () => {
    const long = "Jonathan Harker/Mina Murray Harker";
    const all = await archives((archive) => {
      for (const name of [long, "Mina & Jonathan", "Mina/Jonathan/Lucy", "Mina/Jon"]) archive.tag(name);
      archive.works(2, [long, "Mina & Jonathan"]);
      archive.works(1, ["Mina/Jonathan/Lucy", "Mina/Jon"]);
    });
    for (const archive of all) {
      assert.deepEqual(archive.suggest("Mina/Jonathan"), ["Mina/Jonathan/Lucy 1", `${long} 2`]);
      assert.deepEqual(archive.suggest("mina/jon", { count: 2 }), ["Mina/Jon 1", "Mina/Jonathan/Lucy 1"]);
      assert.deepEqual(archive.suggest("m harker/jo h"), [`${long} 2`]);
      assert.deepEqual(archive.suggest("mina/lucy"), []);
    }
  });

  it("meets names across accents, case and scripts", async () => {
    const all = await archives((archive) => {
      for (const name of ["碇シンジ", "Лев Толстой", "Émile Zola", "방탄소년단"]) archive.tag(name);
      archive.works(1, ["碇シンジ", "Лев Толстой", "Émile Zola", "방탄소년단"]);
    });
    for (const archive of all) {
      assert.deepEqual(archive.suggest("shinji"), ["碇シンジ 1"]);
      assert.deepEqual(archive.suggest("シンジ"), ["碇シンジ 1"]);
      assert.deepEqual(archive.suggest("tolstoy"), ["Лев Толстой 1"]);
      assert.deepEqual(archive.suggest("EMILE"), ["Émile Zola 1"]);
      assert.deepEqual(archive.suggest("bangtan"), ["방탄소년단 1"]);
    }
  });

  it("leads from a synonym to its meaning, and says by which", async () => {
    const all = await archives((archive) => {
      archive.tag("Mina Harker", { canonical: true });
      archive.tag("Wilhelmina Murray", { synonymOf: "Mina Harker" });
      archive.works(2, ["Mina Harker"]);
      archive.works(1, ["Wilhelmina Murray"]);
    });
    for (const archive of all) {
      assert.deepEqual(archive.suggest("murray"), ["Mina Harker (Wilhelmina Murray) 3"]);
      assert.deepEqual(archive.suggest("mina"), ["Mina Harker 3"], "its own name is no surprise");
    }
  });

  it("offers tags of the fandoms chosen before others, however little used", async () => {
    const all = await archives((archive) => {
      for (const fandom of ["Dracula", "Emma"]) archive.fandom(fandom);
      for (const name of ["Jonathan Harker", "John Knightley", "John Seward"]) archive.tag(name);
      archive.works(5, ["Emma", "John Knightley"]);
      archive.works(1, ["Dracula", "Jonathan Harker"]);
      archive.works(2, ["Dracula", "John Seward"]);
    });
    for (const archive of all) {
      assert.deepEqual(archive.suggest("jo", { fandoms: ["Dracula"] }), [
        "John Seward 2",
        "Jonathan Harker 1",
        "John Knightley 5",
      ]);
      assert.deepEqual(archive.suggest("jo", { fandoms: ["Dracula"], count: 2 }), [
        "John Seward 2",
        "Jonathan Harker 1",
      ]);
    }
  });

  it("tells nobody of tags that are only on works hidden from them, nor of mentions", async () => {
    const all = await archives((archive) => {
      for (const name of ["Hidden Helen", "Helen mentioned", "Helen"]) archive.tag(name);
      archive.tag("Helena", { canonical: true });
      archive.tag("Secret", { synonymOf: "Helena" });
      archive.works(3, ["Hidden Helen", "Secret", "Helen"], { open: false });
      archive.works(1, ["Helen"]);
      archive.works(1, ["Helen mentioned"], { weight: "mention" });
    });
    for (const archive of all) {
      assert.deepEqual(archive.suggest("helen"), ["Helena 0", "Helen 1"]);
      assert.deepEqual(archive.suggest("secret"), []);
      assert.deepEqual(
        (await countKind(archive.index, () => "everyone", "character")).map(({ id }) => id),
        [archive.id("Helen")],
      );
    }
  });

  it("lets pages in while it counts every name of a kind", async () => {
    const archive = new Archive();
    const names = Array.from({ length: 100_000 }, (_, place) => `Name ${place}`);
    for (const name of names) archive.tag(name);
    for (let from = 0; from < names.length; from += 100) archive.works(1, names.slice(from, from + 100));
    await archive.index.settle(pauseForPages);
    let longest = 0;
    let before = performance.now();
    const look = () => {
      longest = Math.max(longest, performance.now() - before);
      before = performance.now();
      waiting = setImmediate(look);
    };
    let waiting = setImmediate(look);
    const began = performance.now();
    const counted = await countKind(archive.index, () => "everyone", "character");
    const took = performance.now() - began;
    clearImmediate(waiting);
    assert.equal(counted.length, names.length);
    assert.ok(longest > 0 && longest < took * 0.9, `held for ${longest} of ${took} ms`);
  });

  it("gives the most used of all to whoever has typed nothing", async () => {
    const all = await archives((archive) => {
      for (const name of ["Ann", "Beth", "Cora"]) archive.tag(name);
      archive.works(1, ["Ann", "Beth", "Cora"]);
      archive.works(1, ["Beth", "Cora"]);
      archive.works(1, ["Cora"]);
    });
    for (const archive of all) assert.deepEqual(archive.suggest("", { count: 2 }), ["Cora 3", "Beth 2"]);
  });

  it("keeps up with tags that are renamed, vouched for, merged and parted", async () => {
    const [archive] = await archives((archive) => {
      for (const name of ["Ann", "Anna", "Annabel"]) archive.tag(name);
      archive.works(1, ["Ann", "Annabel"]);
      archive.works(1, ["Anna"]);
    });
    assert.ok(archive);
    archive.tag("Annabel", { canonical: true });
    assert.deepEqual(archive.suggest("ann"), ["Annabel 1", "Ann 1", "Anna 1"]);
    archive.tag("Ann", { synonymOf: "Annabel" });
    archive.tag("Anna", { synonymOf: "Annabel" });
    assert.deepEqual(archive.suggest("ann"), ["Annabel 2"]);
    archive.tag("Anna");
    assert.deepEqual(archive.suggest("ann"), ["Annabel 1", "Anna 1"]);
  });
});

function workWith(tags: readonly WeightedTag[], open: boolean): IndexedWork {
  return {
    ...{ id: newId(), open, ratingId: "teen", language: "en", categoryIds: [], warnings: [], complete: true },
    ...{ words: 1, chapters: 1, posted: 0, updated: 0, title: "", author: "", writerIds: [], tags },
    ...{ recipientIds: [], seriesIds: [], pictures: false, audio: false },
    ...{ kudos: 0, comments: 0, bookmarks: 0, hits: 0 },
  };
}

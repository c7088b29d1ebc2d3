import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { urls } from "../src/vocabulary/urls.ts";
import { giveWork } from "../src/works/for-tests/give-work.ts";
import type { CastMember } from "./archive.ts";
import { type ServedArchive, serveTestArchive } from "./serve-archive.ts";

/** How soon what was counted decides the order, in ms. */
const soon = 12_000;

describe("works ordered by what readers did", () => {
  let archive: ServedArchive;
  let author: CastMember;
  const works: string[] = [];
  before(async () => {
    archive = await serveTestArchive();
    author = await archive.join("Marchpane");
    for (const title of ["Alpha", "Beta", "Gamma"])
      works.push((await giveWork(archive, author, { title })).workId);
  });
  after(() => archive.close());

  /** Waits until a list begins with these titles, and says what it began with at last. */
  async function listBegins(query: string, titles: string[]): Promise<string[]> {
    const until = Date.now() + soon;
    for (;;) {
      const html = await (await archive.get(urls.works(query))).text();
      const found = [...html.matchAll(/class="work-title"[^>]*>\s*([^<]+?)\s*</g)].map(
        ([, title]) => title ?? "",
      );
      const begins = found.slice(0, titles.length);
      if (begins.join() === titles.join() || Date.now() > until) return begins;
      await wait(50);
    }
  }

  it("stand first within seconds, by kudos", async () => {
    const [, beta = "", gamma = ""] = works;
    const [one, other] = [await archive.join("tessellate"), await archive.join("gorse")];
    for (const reader of [one, other]) await archive.send(urls.kudos(gamma), {}, reader);
    await archive.send(urls.kudos(beta), {});
    const order = ["Gamma", "Beta", "Alpha"];
    assert.deepEqual(await listBegins("sort=kudos", order), order);
  });

  it("stand first within seconds, by comments that are shown, and not by those that wait", async () => {
    const [alpha = "", beta = "", gamma = ""] = works;
    const reader = await archive.join("bracken");
    const say = (workId: string, comment: string, as: CastMember | null) =>
      archive.send(
        urls.comments(workId),
        { comment, ...(as ? { pseud: as.pseudId } : { name: "Passer-by" }) },
        as,
      );
    for (const words of ["One.", "Two."]) await say(alpha, words, reader);
    await say(beta, "One.", reader);
    for (const words of ["One.", "Two.", "Three."]) await say(gamma, words, null);
    const order = ["Alpha", "Beta", "Gamma"];
    assert.deepEqual(await listBegins("sort=comments", order), order);
  });

  it("stand first within seconds after they were written, by readings", async () => {
    const [alpha = "", beta = ""] = works;
    for (const [workId, readers] of [
      [alpha, 2],
      [beta, 3],
    ] as const)
      for (let number = 0; number < readers; number++) {
        const headers = { "user-agent": `Mozilla/5.0 (Reader ${number})` };
        await (await fetch(archive.origin + urls.work(workId), { headers })).arrayBuffer();
      }
    await archive.readings.write();
    const order = ["Beta", "Alpha", "Gamma"];
    assert.deepEqual(await listBegins("sort=hits", order), order);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { type Follower, followFacts } from "./follow-facts.ts";
import { recordFact } from "./record-fact.ts";

describe("a follower of the log of facts", () => {
  let archive: TestArchive;
  before(async () => {
    archive = await openTestArchive();
  });
  after(() => archive.close());

  const record = (workId: string) =>
    archive.database.write((writer) => recordFact(writer, { type: "work-changed", workId }, 7));

  /** Follows under a name, notes the works it is told of, and fails as often as `fails` says. */
  function follow(name: string, heard: string[], fails: (workId: string) => boolean = () => false) {
    const complaints: string[] = [];
    const follower = followFacts(
      archive.database,
      name,
      async ({ fact }) => {
        if (!("workId" in fact)) return;
        heard.push(fact.workId);
        if (fails(fact.workId)) throw new Error("not now");
      },
      (sentence) => complaints.push(sentence),
    );
    return { follower, complaints };
  }

  async function untilDone(follower: Follower) {
    await follower.caughtUp();
    await follower.stop();
  }

  it("hears every fact in its order, also those recorded while it listens", async () => {
    const heard: string[] = [];
    await record("a");
    const { follower } = follow("in order", heard);
    await record("b");
    await record("c");
    await untilDone(follower);
    assert.deepEqual(heard, ["a", "b", "c"]);
  });

  it("goes on where it left off, and repeats nothing it noted", async () => {
    const heard: string[] = [];
    await untilDone(follow("goes on", heard).follower);
    const before = heard.length;
    await record("d");
    await untilDone(follow("goes on", heard).follower);
    assert.deepEqual(heard.slice(before), ["d"]);
  });

  it("hears more facts than fit into one batch", async () => {
    const heard: string[] = [];
    await archive.database.write(async (writer) => {
      for (let number = 0; number < 250; number++)
        await recordFact(writer, { type: "work-changed", workId: `m${number}` }, 7);
    });
    await untilDone(follow("many", heard).follower);
    assert.deepEqual(
      heard.filter((workId) => workId.startsWith("m")),
      Array.from({ length: 250 }, (_, number) => `m${number}`),
    );
  });

  it("tries a failing reaction again, then leaves it behind and says so", async () => {
    const heard: string[] = [];
    await record("bad");
    await record("good");
    const { follower, complaints } = follow("stubborn", heard, (workId) => workId === "bad");
    await untilDone(follower);
    assert.equal(heard.filter((workId) => workId === "bad").length, 5);
    assert.equal(heard.at(-1), "good");
    assert.equal(complaints.length, 1);
    assert.match(complaints[0] ?? "", /work-changed/);
  });
});

import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, before, describe, it } from "node:test";
import { randomLetters } from "../src/vocabulary/ids.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { beginWriting } from "./begin-writing.ts";
import { startServer } from "./start-server.ts";

const rounds = 10;
const skip = process.env.PRESSIE_TEST_POSTGRES
  ? "SQLite only: PostgreSQL's own durability is PostgreSQL's to prove"
  : false;

/** A window that sends all it has each time, and knows what was heard of. */
type Window = { id: string; stamps: string[]; heard: number };

describe("kill -9 while typed words are kept", { skip }, () => {
  let dataFolder = "";
  before(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), "pressie-kill-"));
  });
  after(() => rm(dataFolder, { recursive: true, force: true }));

  it(`has every autosave that was acknowledged, or a later one of the same window, ${rounds} times`, async () => {
    const writer = await beginWriting(dataFolder);
    const window: Window = { id: randomLetters(20), stamps: [], heard: 0 };
    let killedAtWork = 0;
    for (let round = 0; round < rounds; round++) {
      const { server, origin } = await startServer(dataFolder);
      const before = window.heard;
      const gone = once(server, "exit");
      const kill = () => void setTimeout(() => server.kill("SIGKILL"), Math.random() * 120);
      if (round % 2 === 0) kill();
      const sent = await typeUntilKilled(origin, writer, window, round % 2 === 0 ? () => {} : kill);
      if (window.heard > before) killedAtWork += 1;
      await gone;
      const kept = keptIn(dataFolder, window.id);
      assert.ok(
        kept === window.heard || kept === sent,
        `round ${round}: ${window.heard} was acknowledged, ${sent} was sent last, ${kept} is there`,
      );
    }
    assert.ok(killedAtWork >= rounds / 3, `only ${killedAtWork} of ${rounds} kills met a server at work`);
    const { server, origin } = await startServer(dataFolder);
    // Whatever was heard of: the window goes on where it was, in its own row.
    assert.equal(await send(origin, writer, window, 1_000_000), true);
    const gone = once(server, "exit");
    server.kill("SIGTERM");
    await gone;
    assert.equal(keptIn(dataFolder, window.id), 1_000_000);
    assert.equal(countIn(dataFolder), 1);
  });
});

type Writer = Awaited<ReturnType<typeof beginWriting>>;

/** Sends one state after another until the connection breaks; tells the last that was sent. */
async function typeUntilKilled(origin: string, writer: Writer, window: Window, onFirst: () => void) {
  for (let count = window.heard + 1; ; count++) {
    try {
      assert.equal(await send(origin, writer, window, count), true);
      if (count === window.heard) onFirst();
    } catch (cause) {
      if (cause instanceof assert.AssertionError) throw cause;
      return count;
    }
  }
}

async function send(origin: string, writer: Writer, window: Window, count: number): Promise<boolean> {
  const stamp = randomLetters(20);
  const after = window.stamps;
  window.stamps = [...after, stamp].slice(-40);
  const story = `state ${count}.\n\n${"And then the tide came in. ".repeat(400)}`;
  const answer = await fetch(origin + urls.autosaves(), {
    method: "POST",
    headers: { cookie: writer.cookie, origin, "content-type": "application/json" },
    body: JSON.stringify({
      id: window.id,
      stamp,
      after,
      account: writer.accountId,
      place: writer.place,
      version: 1,
      fields: { whole: JSON.stringify([["story", story]]) },
    }),
  });
  const heard = await answer.text();
  assert.equal(answer.status, 200, heard);
  window.heard = count;
  return true;
}

/** Which state is in the file, as the next start would find it. */
function keptIn(dataFolder: string, id: string): number {
  const row = ask(dataFolder, "select fields from autosaves where id = ?", id);
  return Number(/state (\d+)\./.exec(String(row?.fields))?.[1] ?? 0);
}

function countIn(dataFolder: string): unknown {
  return ask(dataFolder, "select count(*) as count from autosaves")?.count;
}

function ask(dataFolder: string, sql: string, ...values: string[]) {
  const database = new DatabaseSync(join(dataFolder, "pressie.sqlite"));
  try {
    assert.equal(database.prepare("pragma quick_check").get()?.quick_check, "ok");
    return database.prepare(sql).get(...values);
  } finally {
    database.close();
  }
}

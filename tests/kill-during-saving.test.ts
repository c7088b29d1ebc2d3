import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, before, describe, it } from "node:test";
import { beginWriting } from "./begin-writing.ts";
import { startServer } from "./start-server.ts";

const rounds = 12;
const skip = process.env.PRESSIE_TEST_POSTGRES
  ? "SQLite only: PostgreSQL's own durability is PostgreSQL's to prove"
  : false;

describe("kill -9 while saving", { skip }, () => {
  let dataFolder = "";
  let cookie = "";
  let chapterForm = "";

  before(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), "pressie-kill-"));
    ({ cookie, chapterForm } = await beginWriting(dataFolder));
  });
  after(() => rm(dataFolder, { recursive: true, force: true }));

  it(`loses no acknowledged save and always starts again, ${rounds} times`, async () => {
    let acknowledged = 0;
    let killedAtWork = 0;
    for (let round = 0; round < rounds; round++) {
      const { server, origin } = await startServer(dataFolder);
      const writer = { origin, cookie, chapterForm };
      const found = await standing(writer);
      assert.ok(
        found.save === acknowledged || found.save === acknowledged + 1,
        `round ${round}: save ${acknowledged} was acknowledged, save ${found.save} is there`,
      );
      acknowledged = found.save;
      // Every other server is killed while it may still be about its first save; the rest have saved before.
      const gone = once(server, "exit");
      const kill = () => void setTimeout(() => server.kill("SIGKILL"), Math.random() * 150);
      if (round % 2 === 0) kill();
      const last = await saveUntilKilled(writer, found, round % 2 === 0 ? () => {} : kill);
      if (last > acknowledged) killedAtWork += 1;
      acknowledged = last;
      await gone;
    }
    assert.ok(killedAtWork >= rounds / 2, `only ${killedAtWork} of ${rounds} kills met a server at work`);
    assert.equal(integrityOf(dataFolder), "ok");
  });
});

type Writer = { origin: string; cookie: string; chapterForm: string };
type Standing = { save: number; version: number };

/** What the writer finds when opening the chapter. */
async function standing({ origin, cookie, chapterForm }: Writer): Promise<Standing> {
  const answer = await fetch(origin + chapterForm, { headers: { cookie } });
  assert.equal(answer.status, 200);
  const html = await answer.text();
  return {
    save: Number(/>\s*save (\d+)\./.exec(html)?.[1]),
    version: Number(/name="version" value="(\d+)"/.exec(html)?.[1]),
  };
}

/** Saves one text after another until the connection breaks; tells the last save that was acknowledged. */
async function saveUntilKilled(
  { origin, cookie, chapterForm }: Writer,
  from: Standing,
  onFirstSave: () => void,
): Promise<number> {
  for (let { save, version } = from; ; save++, version++) {
    const body = new URLSearchParams({
      version: String(version),
      story: `save ${save + 1}.\n\n${"And then the tide came in. ".repeat(200)}`,
    });
    try {
      const answer = await fetch(origin + chapterForm, {
        method: "POST",
        redirect: "manual",
        headers: { cookie, origin },
        body,
      });
      assert.equal(answer.status, 303, await answer.text());
      if (save === from.save) onFirstSave();
    } catch (cause) {
      if (cause instanceof assert.AssertionError) throw cause;
      return save;
    }
  }
}

function integrityOf(dataFolder: string): unknown {
  const database = new DatabaseSync(join(dataFolder, "pressie.sqlite"));
  try {
    return database.prepare("pragma integrity_check").get()?.integrity_check;
  } finally {
    database.close();
  }
}

import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { readConfig } from "../src/config.ts";
import { novelAsText } from "../src/importing/for-tests/novel.ts";
import { openArchive } from "../src/open-archive.ts";
import { registerAccount } from "../src/people/register-account.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { startServer } from "./start-server.ts";

const skip = process.env.PRESSIE_TEST_POSTGRES
  ? "SQLite only: PostgreSQL's own durability is PostgreSQL's to prove"
  : false;

describe("kill -9 while a novel is read", { skip }, () => {
  let dataFolder = "";
  let cookie = "";
  before(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), "pressie-kill-"));
    const archive = await openArchive(readConfig({ PRESSIE_DATA: dataFolder }), () => {});
    const registration = {
      email: "author@example.org",
      password: "four ordinary words",
      pseudName: "Author",
    };
    const { cookies } = await registerAccount(archive.library, archive.database, registration, Date.now());
    cookie = cookies.map((one) => one.split(";")[0]).join("; ");
    await archive.close();
  });
  after(() => rm(dataFolder, { recursive: true, force: true }));

  /** When each import was read, as the database says. */
  async function readingsDone(): Promise<(number | null)[]> {
    const archive = await openArchive(readConfig({ PRESSIE_DATA: dataFolder }), () => {});
    const imports = await archive.database.reading.selectFrom("imports").select("read_at").execute();
    await archive.close();
    return imports.map(({ read_at }) => read_at);
  }

  it("leaves an import that is read anew when it is opened", async () => {
    const first = await startServer(dataFolder);
    const body = new FormData();
    body.append("file", new File([novelAsText(40, 400_000)], "tide.txt"));
    const sending = fetch(first.origin + urls.imports(), {
      method: "POST",
      redirect: "manual",
      headers: { cookie, origin: first.origin },
      body,
    }).catch(() => null);
    // As soon as the import is there; reading it takes a while longer.
    let path: string | undefined;
    while (path === undefined) {
      const door = await (await fetch(first.origin + urls.newImport(), { headers: { cookie } })).text();
      path = /href="(\/imports\/[0-9a-z]{10})"/.exec(door)?.[1];
    }
    const gone = once(first.server, "exit");
    first.server.kill("SIGKILL");
    await gone;
    await sending;
    assert.deepEqual(await readingsDone(), [null], "it was not read before the kill");

    const second = await startServer(dataFolder);
    try {
      const ask = (address: string) => fetch(second.origin + address, { headers: { cookie } });
      assert.equal((await ask(path)).status, 200);
      const parts: number[] = [];
      for (let done = false; !done; ) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        const answer = await (await ask(`${path}/progress`)).text();
        done = answer.includes('"done":true');
        if (!done) parts.push(Number(/"part":([\d.]+)/.exec(answer)?.[1]));
      }
      assert.deepEqual(
        parts.toSorted((a, b) => a - b),
        parts,
        "progress never goes back",
      );
      assert.match(await (await ask(path)).text(), /Look through what came in/);
    } finally {
      const ended = once(second.server, "exit");
      second.server.kill("SIGKILL");
      await ended;
    }
  });
});

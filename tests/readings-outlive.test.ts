import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { readConfig } from "../src/config.ts";
import { openArchive } from "../src/open-archive.ts";
import { findOwnPseuds } from "../src/people/pseuds.ts";
import { registerAccount } from "../src/people/register-account.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { giveWork } from "../src/works/for-tests/give-work.ts";
import { startServer } from "./start-server.ts";

const skip = process.env.PRESSIE_TEST_POSTGRES
  ? "the same on either engine, and it starts an archive"
  : false;
const browsers = 25;

describe("counted readings", { skip }, () => {
  let dataFolder = "";
  let workId = "";
  before(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), "pressie-readings-"));
    workId = await withArchive(async (archive) => {
      const registration = { email: "a@example.org", password: "four ordinary words", pseudName: "A" };
      const { accountId } = await registerAccount(archive.library, archive.database, registration, 1);
      const [pseud] = await findOwnPseuds(archive.database.reading, accountId);
      const member = { kind: "member", accountId, name: "A", role: "member" } as const;
      return (await giveWork(archive, { member, pseudId: pseud?.id ?? "" })).workId;
    });
  });
  after(() => rm(dataFolder, { recursive: true, force: true }));

  async function withArchive<Result>(
    use: (archive: Awaited<ReturnType<typeof openArchive>>) => Promise<Result>,
  ): Promise<Result> {
    const archive = await openArchive(readConfig({ PRESSIE_DATA: dataFolder }), () => {});
    try {
      return await use(archive);
    } finally {
      await archive.close();
    }
  }
  const hits = () =>
    withArchive(async ({ database }) => {
      const row = await database.reading.selectFrom("work_counts").select("hits").executeTakeFirst();
      return row?.hits ?? 0;
    });
  /** Opens the work with so many browsers, and ends the archive by a signal. */
  async function readAndEnd(signal: "SIGTERM" | "SIGKILL") {
    const { server, origin } = await startServer(dataFolder);
    const gone = once(server, "exit");
    for (let number = 0; number < browsers; number++) {
      const answer = await fetch(origin + urls.work(workId), {
        headers: { "user-agent": `Mozilla/5.0 (Reader ${number})` },
      });
      await answer.arrayBuffer();
    }
    server.kill(signal);
    await gone;
  }

  it("are written when the archive is closed", async () => {
    await readAndEnd("SIGTERM");
    assert.equal(await hits(), browsers);
  });

  it("of the last minute, and no others, are lost when it is killed", async () => {
    await readAndEnd("SIGKILL");
    assert.equal(await hits(), browsers);
    await readAndEnd("SIGTERM");
    assert.equal(await hits(), 2 * browsers);
  });
});

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { castPassword, openTestArchive, type TestArchive } from "../../tests/archive.ts";
import { readConfig } from "../config.ts";
import { openArchive } from "../open-archive.ts";
import { originalKey } from "../plumbing/files/file-store.ts";
import { urls } from "../vocabulary/urls.ts";

const program = fileURLToPath(new URL("main.js", import.meta.url));

type Outcome = { code: number; said: string; complained: string };

/** Runs the program as the shell would, on a data folder. */
function call(words: string[], environment: Record<string, string>): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, ...words],
      { env: environment },
      (_, said, complained) => {
        resolve({ code: child.exitCode ?? -1, said, complained });
      },
    );
  });
}

// The archive's own engine is PostgreSQL in the second run; the commands are told where it is by the environment.
const onPostgres = process.env.PRESSIE_TEST_POSTGRES !== undefined;
const needsFile = onPostgres ? "the database file is the embedded engine's" : false;

describe("bin/pressie", () => {
  it("explains itself, and says with exit code 2 what it did not understand", async () => {
    const help = await call(["help"], {});
    assert.equal(help.code, 0);
    assert.match(help.said, /bin\/pressie recover-owner/);
    assert.equal((await call([], {})).code, 0);
    const unknown = await call(["recover-ovner"], {});
    assert.equal(unknown.code, 2);
    assert.equal(unknown.said, "");
    assert.match(unknown.complained, /no command “recover-ovner”[\s\S]*bin\/pressie backup FOLDER/);
    assert.equal((await call(["backup"], {})).code, 2);
    assert.equal((await call(["recover-owner", "one", "two"], {})).code, 2);
  });

  it("makes no archive where there is none", async () => {
    const folder = join(await mkdtemp(join(tmpdir(), "pressie-none-")), "data");
    for (const words of [["recover-owner"], ["backup", `${folder}-copy`], ["check-index"]]) {
      const { code, complained } = await call(words, { PRESSIE_DATA: folder });
      assert.equal(code, 1);
      assert.match(complained, /There is no archive in/);
      assert.ok(!existsSync(folder) && !existsSync(`${folder}-copy`));
    }
    await rm(join(folder, ".."), { recursive: true });
  });

  it("says in a sentence when the environment is wrong", async () => {
    const { code, complained } = await call(["recover-owner"], { PORT: "many" });
    assert.equal(code, 1);
    assert.match(complained, /^The environment cannot be used: PORT/);
  });
});

describe("bin/pressie recover-owner", { skip: needsFile }, () => {
  let archive: TestArchive;
  before(async () => {
    archive = await openTestArchive();
  });
  after(() => archive.close());

  const recover = (...words: string[]) =>
    call(["recover-owner", ...words], {
      PRESSIE_DATA: archive.dataFolder,
      PRESSIE_URL: "https://archive.test",
    });

  it("says what to do while there is no owner", async () => {
    const { code, said, complained } = await recover();
    assert.equal(code, 1);
    assert.equal(said, "");
    assert.match(complained, /no owner yet[\s\S]*bin\/start/);
  });

  it("prints a link that changes the password once, while the archive runs, and writes no letter", async () => {
    const owner = await archive.join("Rowan", "owner");
    const { code, said, complained } = await recover();
    assert.equal(code, 0, complained);
    assert.equal(complained, "", "nothing of it in the log");
    const path = /https:\/\/archive\.test(\/new-password\/\S+)/.exec(said)?.[1];
    assert.ok(path, said);
    assert.deepEqual(await archive.post.outbox(), []);

    const password = "quite another four words";
    assert.equal((await archive.send(path, { password })).status, 303);
    assert.equal((await archive.get(urls.account(), owner)).status, 303, "signed out everywhere");
    const enter = (tried: string) => archive.send(urls.signIn(), { email: owner.email, password: tried });
    assert.equal((await enter(castPassword)).status, 422);
    assert.equal((await enter(password)).status, 303);
    assert.equal((await archive.send(path, { password: castPassword })).status, 410, "works once");
  });

  it("asks for whom when there are several, and refuses who is none", async () => {
    const second = await archive.join("Second Owner");
    await archive.database.write((writer) =>
      writer
        .updateTable("accounts")
        .set({ role: "owner" })
        .where("id", "=", second.member.accountId)
        .execute(),
    );
    const reader = await archive.join("Ren");
    const several = await recover();
    assert.equal(several.code, 1);
    assert.ok(several.complained.includes(`rowan@example.org, ${second.email}`), several.complained);
    assert.equal((await recover(reader.email)).code, 1);
    const asked = await recover(second.email.toUpperCase());
    assert.equal(asked.code, 0);
    assert.ok(asked.said.includes(second.email));
  });
});

describe("bin/pressie backup", { skip: needsFile }, () => {
  let archive: TestArchive;
  let copies: string;
  before(async () => {
    archive = await openTestArchive();
    copies = await mkdtemp(join(tmpdir(), "pressie-copies-"));
  });
  after(async () => {
    await archive.close();
    await rm(copies, { recursive: true });
  });

  const backUp = (folder: string) => call(["backup", folder], { PRESSIE_DATA: archive.dataFolder });

  it("makes a copy that opens as an archive, with everything acknowledged before, amid saving", async () => {
    const owner = await archive.join("Rowan", "owner");
    await archive.post.send({ to: "ivy@example.org", subject: "Waiting", text: "Words" });
    const bytes = new TextEncoder().encode("the bytes somebody gave");
    const key = originalKey(bytes, owner.member.accountId);
    await archive.files.write(key, bytes);
    await archive.send(urls.accountPseuds(), { name: "Saved before" }, owner);
    let saving = true;
    const saves = (async () => {
      for (let number = 0; saving; number++)
        await archive.send(urls.accountPseuds(), { name: `Rowan ${number}` }, owner);
    })();
    const folder = join(copies, "first");
    const { code, complained } = await backUp(folder);
    saving = false;
    await saves;
    assert.equal(code, 0, complained);
    assert.ok(!existsSync(`${folder}.part`));

    const copy = await openArchive(readConfig({ PRESSIE_DATA: folder }), (sentence, cause) => {
      throw new Error(sentence, { cause });
    });
    try {
      const account = new Request("http://archive.test/account", { headers: { cookie: owner.cookie } });
      const html = await (await copy.app.fetch(account)).text();
      assert.ok(html.includes(owner.email), "signed in as before: the secret came along");
      assert.ok(html.includes("Saved before"));
      assert.equal((await copy.post.outbox())[0]?.subject, "Waiting");
      assert.equal(Buffer.from((await copy.files.read(key)) ?? []).toString(), "the bytes somebody gave");
    } finally {
      await copy.close();
    }
  });

  it("never writes over anything, nor into the archive itself", async () => {
    assert.equal((await backUp(copies)).code, 1);
    const inside = await backUp(join(archive.dataFolder, "copy"));
    assert.equal(inside.code, 1);
    assert.match(inside.complained, /would be lost with it/);
  });

  it("names pg_dump where the database is a PostgreSQL server", async () => {
    const { code, complained } = await call(["backup", join(copies, "second")], {
      PRESSIE_DATA: archive.dataFolder,
      DATABASE_URL: "postgres://nobody@localhost/nothing",
    });
    assert.equal(code, 1);
    assert.match(complained, /pg_dump/);
    assert.ok(!existsSync(join(copies, "second")));
  });
});

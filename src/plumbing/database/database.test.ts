import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { recordFact } from "../events/record-fact.ts";
import { openDatabase, TookTooLong } from "./database.ts";
import "../settings/settings.ts";

describe("the database", () => {
  let archive: TestArchive;
  before(async () => {
    archive = await openTestArchive();
  });
  after(() => archive.close());

  const write = (name: string) => (writer: Parameters<Parameters<TestArchive["database"]["write"]>[0]>[0]) =>
    writer.insertInto("settings").values({ name, value: "1" }).execute();
  const stored = async (name: string) =>
    (await archive.database.reading.selectFrom("settings").select("name").where("name", "=", name).execute())
      .length === 1;

  it("keeps nothing of a transaction that throws, and throws on what was thrown", async () => {
    const failure = new Error("half-way");
    await assert.rejects(
      archive.database.write(async (writer) => {
        await write("half")(writer);
        throw failure;
      }),
      failure,
    );
    assert.equal(await stored("half"), false);
  });

  it("outlives a server that ends a connection in the middle of a transaction", async () => {
    // SQLite has no connections to end.
    if (archive.database.engine !== "postgres") return;
    await assert.rejects(
      archive.database.write(async (writer) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(writer);
        await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(archive.database.reading);
        await setTimeout(300);
        await write("ended")(writer);
      }),
    );
    assert.equal(await stored("ended"), false);
    await archive.database.write(write("next"));
    assert.equal(await stored("next"), true);
  });

  it("has a server end a question that takes too long, and answers the next", async () => {
    // SQLite answers in the thread that asks; what may take long is asked in one that can be ended.
    if (archive.database.engine !== "postgres") return;
    await assert.rejects(
      archive.database.readWithin(50, (reader) => sql`select pg_sleep(60)`.execute(reader)),
      TookTooLong,
    );
    const asked = await archive.database.readWithin(50, (reader) => sql`select 1 as one`.execute(reader));
    assert.deepEqual(asked.rows, [{ one: 1 }]);
  });

  it("answers what is asked within a time limit on either engine, and passes on what else went wrong", async () => {
    const nothing = archive.database.readWithin(1_000, (reader) =>
      reader.selectFrom("settings").select("name").where("name", "=", "nowhere").execute(),
    );
    assert.deepEqual(await nothing, []);
    await assert.rejects(
      archive.database.readWithin(1_000, (reader) => sql`select * from nowhere`.execute(reader)),
      (cause) => !(cause instanceof TookTooLong),
    );
  });

  it("says what went wrong when the engine has rolled back by itself, and goes on", async () => {
    // On a full disk SQLite does so; PostgreSQL waits to be told.
    if (archive.database.engine !== "sqlite") return;
    const failure = new Error("the disk is full");
    await assert.rejects(
      archive.database.write(async (writer) => {
        await write("full")(writer);
        await sql`rollback`.execute(writer);
        throw failure;
      }),
      failure,
    );
    assert.equal(await stored("full"), false);
    await archive.database.write(write("after"));
    assert.equal(await stored("after"), true);
  });

  it("leaves no log beside its file when it is closed, though it was never read from", async () => {
    const file = join(archive.dataFolder, "closed", "pressie.sqlite");
    const database = openDatabase({ engine: "sqlite", file });
    await sql`create table once (id text)`.execute(database.forLibraries);
    await database.close();
    assert.deepEqual(await readdir(join(archive.dataFolder, "closed")), ["pressie.sqlite"]);
  });

  it("cannot be written through the reader", async () => {
    await assert.rejects(
      sql`insert into settings (name, value) values ('sly', '1')`.execute(archive.database.reading),
      /read.?only|readonly/i,
    );
    assert.equal(await stored("sly"), false);
  });

  it("lets one writer in at a time, so that look, decide, write is never overtaken", async () => {
    await archive.database.write(write("counter"));
    const increase = () =>
      archive.database.write(async (writer) => {
        const row = await writer
          .selectFrom("settings")
          .select("value")
          .where("name", "=", "counter")
          .executeTakeFirstOrThrow();
        await new Promise(setImmediate);
        await writer
          .updateTable("settings")
          .set({ value: String(Number(row.value) + 1) })
          .where("name", "=", "counter")
          .execute();
      });
    await Promise.all(Array.from({ length: 20 }, increase));
    const { value } = await archive.database.reading
      .selectFrom("settings")
      .select("value")
      .where("name", "=", "counter")
      .executeTakeFirstOrThrow();
    assert.equal(value, "21");
  });

  it("lets others in between many questions asked one after the other", async () => {
    let isIn = false;
    setImmediate(() => {
      isIn = true;
    });
    // More than any machine answers in the time one may hold the thread, were nobody let in.
    for (let asked = 0; asked < 1_000_000 && !isIn; asked++) await stored("none");
    assert.ok(isIn);
  });

  it("reads while a write is under way, and sees it only when it is done", async () => {
    await archive.database.write(async (writer) => {
      await write("slow")(writer);
      assert.equal(await stored("slow"), false);
    });
    assert.equal(await stored("slow"), true);
  });

  it("tells of facts after the commit, and only when there are any", async () => {
    let told = 0;
    archive.database.onFacts(() => {
      told += 1;
    });
    await archive.database.write(write("quiet"));
    assert.equal(told, 0);
    await assert.rejects(
      archive.database.write(async (writer) => {
        await recordFact(writer, { type: "settings-changed" }, 1);
        throw new Error("undone");
      }),
    );
    assert.equal(told, 0);
    await archive.database.write((writer) => recordFact(writer, { type: "settings-changed" }, 1));
    assert.equal(told, 1);
  });
});

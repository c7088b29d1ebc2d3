import { fork } from "node:child_process";
import { once } from "node:events";
import { globSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { asksADatabase } from "./asks-a-database.ts";
import { batchesOf } from "./batches.ts";
import { makeMigratedDatabases } from "./migrated-databases.ts";
import { repository } from "./repository.ts";
import { makeRunFolder } from "./run-folder.ts";
import { startPostgres } from "./start-postgres.ts";

/** Files a person named, or all; folders are searched. */
function testFiles(named: string[]): string[] {
  const roots = named.length > 0 ? named : ["dist"];
  return roots
    .flatMap((root) => (statSync(root).isDirectory() ? globSync(join(root, "**/*.test.js")) : [root]))
    .sort();
}

const counted = z.object({ passed: z.number(), failed: z.number(), skipped: z.number() });
type Count = z.infer<typeof counted>;

/** Files for one process, and the engine they are to open archives on. */
type Batch = { engine: string; files: string[]; environment: Record<string, string> };

/**
 * Runs batches side by side, each told on standard output when it is through; both engines' share one queue, for
 * whoever waits at the end of one engine's leaves a core to the other's.
 */
async function runAll(batches: readonly Batch[]): Promise<Count> {
  const count = { passed: 0, failed: 0, skipped: 0 };
  const waiting = [...batches];
  const runOneByOne = async () => {
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
      const { passed, failed, skipped } = await runBatch(batch);
      count.passed += passed;
      count.failed += failed;
      count.skipped += skipped;
    }
  };
  // Two more than there are cores: tests that wait for a browser, a server or a disk leave theirs to the next.
  await Promise.all(Array.from({ length: availableParallelism() + 2 }, runOneByOne));
  return count;
}

/** What files say in a process of their own, told when they are through; one that ends by itself has failed. */
async function runBatch({ engine, files, environment }: Batch): Promise<Count> {
  const batch = fork(join(repository, "dist/tests/run-batch.js"), files, {
    execArgv: ["--enable-source-maps"],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // Many processes load the same archive: it is compiled once.
    env: { NODE_COMPILE_CACHE: join(repository, "dist/.compiled"), ...process.env, ...environment },
  });
  const said: Buffer[] = [];
  for (const stream of [batch.stdout, batch.stderr]) stream?.on("data", (chunk: Buffer) => said.push(chunk));
  let count: Count | undefined;
  batch.on("message", (message) => {
    count = counted.parse(message);
  });
  const [code] = await once(batch, "close");
  console.log(`\n— on ${engine} —`);
  process.stdout.write(Buffer.concat(said));
  if (count) return count;
  console.log(`✖ ended with ${code} before it was through:\n${files.join("\n")}`);
  return { passed: 0, failed: 1, skipped: 0 };
}

const files = testFiles(process.argv.slice(2));
const folder = makeRunFolder();
process.env.TMPDIR = folder;
const postgres = await startPostgres();
const migrated = await makeMigratedDatabases(folder, postgres?.server ?? null);
let count: Count;
try {
  const onSqlite = batchesOf(files).map((batch) => ({
    ...batch,
    engine: "SQLite",
    environment: migrated,
  }));
  const onPostgres = batchesOf(postgres ? files.filter((file) => asksADatabase(file)) : []).map((batch) => ({
    ...batch,
    engine: "PostgreSQL",
    environment: { ...migrated, PRESSIE_TEST_POSTGRES: postgres?.server ?? "" },
  }));
  const batches = [...onSqlite, ...onPostgres].sort((one, other) => one.rank - other.rank);
  count = await runAll(batches);
} finally {
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
}
if (!postgres) {
  console.log("PostgreSQL was not found: its half of the tests did not run.");
  count.skipped += 1;
  if (process.env.CI) count.failed += 1;
}
const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
console.log(`\n${count.passed} passed, ${count.failed} failed${skipped}`);
process.exit(count.failed > 0 ? 1 : 0);

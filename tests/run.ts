import { fork } from "node:child_process";
import { once } from "node:events";
import { globSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { asksADatabase } from "./asks-a-database.ts";
import { batchesOf } from "./batches.ts";
import { repository } from "./repository.ts";
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

/** One run of the files on one engine, told on standard output as it goes. */
async function runOn(engine: string, files: string[], environment: Record<string, string>): Promise<Count> {
  console.log(`\n— on ${engine} —`);
  const count = { passed: 0, failed: 0, skipped: 0 };
  const waiting = batchesOf(files);
  const runOneByOne = async () => {
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
      const { passed, failed, skipped } = await runBatch(batch, environment);
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
async function runBatch(files: string[], environment: Record<string, string>): Promise<Count> {
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
  process.stdout.write(Buffer.concat(said));
  if (count) return count;
  console.log(`✖ ended with ${code} before it was through:\n${files.join("\n")}`);
  return { passed: 0, failed: 1, skipped: 0 };
}

const files = testFiles(process.argv.slice(2));
const counts = [await runOn("SQLite", files, {})];
const postgres = await startPostgres();
if (postgres) {
  try {
    const askingFiles = files.filter((file) => asksADatabase(file));
    counts.push(await runOn("PostgreSQL", askingFiles, { PRESSIE_TEST_POSTGRES: postgres.server }));
  } finally {
    await postgres.stop();
  }
} else {
  console.log("PostgreSQL was not found: its half of the tests did not run.");
  counts.push({ passed: 0, failed: process.env.CI ? 1 : 0, skipped: 1 });
}

const sum = (part: keyof Count) => counts.reduce((total, count) => total + count[part], 0);
const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed${skipped}`);
process.exit(sum("failed") > 0 ? 1 : 0);

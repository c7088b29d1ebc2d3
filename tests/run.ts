import { globSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { asksADatabase } from "./asks-a-database.ts";
import { repository } from "./repository.ts";
import { startPostgres } from "./start-postgres.ts";

/** Files a person named, or all; folders are searched. */
function testFiles(named: string[]): string[] {
  const roots = named.length > 0 ? named : ["dist"];
  return roots
    .flatMap((root) => (statSync(root).isDirectory() ? globSync(join(root, "**/*.test.js")) : [root]))
    .sort();
}

type Count = { passed: number; failed: number; skipped: number };

/** One run of the files on one engine, told on standard output as it goes. */
async function runOn(engine: string, files: string[], environment: Record<string, string>): Promise<Count> {
  console.log(`\n— on ${engine} —`);
  const count = { passed: 0, failed: 0, skipped: 0 };
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const stream = run({
    files,
    // One more than there are cores: tests that wait for a browser, a server or a disk leave theirs to the next.
    concurrency: availableParallelism() + 1,
    timeout: 480_000,
    // Hundreds of processes load the same archive: it is compiled once.
    env: {
      NODE_COMPILE_CACHE: join(repository, "dist/.compiled"),
      ...Object.fromEntries(inherited),
      ...environment,
    },
  });
  stream.on("test:pass", ({ skip, details }) => {
    if (details.type === "suite") return;
    if (skip === undefined) count.passed += 1;
    else count.skipped += 1;
  });
  stream.on("test:fail", ({ details }) => {
    // A suite fails with the tests in it, which are counted; one that fails by itself counts.
    const ownFault = !("failureType" in details.error) || details.error.failureType !== "subtestsFailed";
    if (details.type !== "suite" || ownFault) count.failed += 1;
  });
  for await (const line of stream.compose(spec)) process.stdout.write(line);
  return count;
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

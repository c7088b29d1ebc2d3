import { run } from "node:test";
import { spec } from "node:test/reporters";

/**
 * Runs built test files one after the other in this process, tells of them on standard output, and sends their count.
 * Each opens and closes what it needs itself, so that only the modules are shared.
 *
 *   node dist/tests/run-batch.js FILE …
 */
const count = { passed: 0, failed: 0, skipped: 0 };
const stream = run({ files: process.argv.slice(2), isolation: "none", timeout: 480_000 });
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
process.stdout.write("", () => {
  // What a test left open must not hold the others back.
  process.send?.(count, () => process.exit(0));
});

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";

/**
 * Proves the import rule (dependency-rules.mjs), and proves that the prover sees: it must have read
 * about as many modules as there are, and must catch a breach planted in a copy. A checker that cannot
 * parse a language finds nothing wrong in it.
 */

const report = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** Fewer modules than this and the checker has not read our sources. */
const leastModules = 150;

function cruise(folder: string) {
  const depcruise = resolve("node_modules/.bin/depcruise");
  const rules = resolve("dependency-rules.mjs");
  const output = execFileSync(
    process.execPath,
    [depcruise, "--config", rules, "--output-type", "json", "src", "migrations", "seeds"],
    { cwd: folder, maxBuffer: 256 * 1024 * 1024 },
  );
  return report.parse(JSON.parse(output.toString())).summary;
}

function plantedBreachIsCaught(): boolean {
  const copy = mkdtempSync(join(tmpdir(), "pressie-import-rule-"));
  try {
    for (const folder of ["src", "migrations", "seeds"])
      cpSync(folder, join(copy, folder), { recursive: true });
    cpSync("package.json", join(copy, "package.json"));
    symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
    writeFileSync(
      join(copy, "src/story-text/planted.ts"),
      'import type { Work } from "../works/work.ts";\nexport type Planted = Work;\n',
    );
    return cruise(copy).violations.some(
      ({ from, to }) => from === "src/story-text/planted.ts" && to === "src/works/work.ts",
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const { totalCruised, violations } = cruise(".");
for (const { from, to, rule } of violations) console.error(`${from} may not import ${to} (${rule.name})`);
if (totalCruised < leastModules)
  console.error(`The rule-checker read only ${totalCruised} modules: it does not see our sources.`);
const caught = plantedBreachIsCaught();
if (!caught) console.error("The rule-checker missed a breach planted for it: it proves nothing.");
const broken = violations.length > 0 || totalCruised < leastModules || !caught;
if (!broken) console.log(`The import rule holds in ${totalCruised} modules, and a planted breach is caught.`);
process.exit(broken ? 1 : 0);

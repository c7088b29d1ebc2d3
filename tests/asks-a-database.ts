import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What a module says that chooses the engine of a test's archive (archive.ts, start-server.ts). */
const choosesEngine = "PRESSIE_TEST_POSTGRES";
const imports = /(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g;

/**
 * Whether a compiled test file opens an archive on the engine it is run for, itself or by what it imports. One that
 * does not is the same test on either engine, and runs once.
 */
export function asksADatabase(file: string, seen = new Set<string>()): boolean {
  if (seen.has(file) || !existsSync(file)) return false;
  seen.add(file);
  const code = readFileSync(file, "utf8");
  if (code.includes(choosesEngine)) return true;
  return [...code.matchAll(imports)].some(([, path = ""]) => asksADatabase(join(dirname(file), path), seen));
}

import { execFileSync, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/*
 * For tests only, and lying here so that whoever tests with whole books (the seeds) can put them through it.
 */

/** Where epubcheck lies, or null when this machine has none. */
export function findEpubcheck(): string | null {
  try {
    return execFileSync("sh", ["-c", "command -v epubcheck"], { encoding: "utf8" }).trim();
  } catch {
    return existsSync("/usr/bin/epubcheck") ? "/usr/bin/epubcheck" : null;
  }
}

/**
 * Runs the W3C's EPUB checker on a book.
 *
 * @returns every message it has, infos left out; an empty list for a faultless book
 * @throws when the checker itself does not run to its end
 */
export function epubcheck(checker: string, book: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), "pressie-epubcheck-"));
  try {
    const path = join(folder, "book.epub");
    writeFileSync(path, book);
    const [command, ...first] = isJar(checker) ? ["java", "-jar", realpathSync(checker)] : [checker];
    const { stdout, stderr, error } = spawnSync(command ?? checker, [...first, "--json", "-", path], {
      encoding: "utf8",
      // A checker lives for seconds: the costlier compiler and collector of a long-lived JVM only slow it down.
      env: { ...process.env, JAVA_TOOL_OPTIONS: "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC" },
      maxBuffer: 64 * 1024 * 1024,
    });
    if (error) throw error;
    const report = readReport(stdout, stderr);
    return report.messages
      .filter(({ severity }) => ["FATAL", "ERROR", "WARNING"].includes(severity))
      .map(({ ID, severity, message, locations }) => {
        const [place] = locations;
        return `${severity} ${ID} ${place?.path ?? ""}:${place?.line ?? ""}:${place?.column ?? ""} ${message}`;
      });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Report = {
  messages: {
    ID: string;
    severity: string;
    message: string;
    locations: { path: string; line: number; column: number }[];
  }[];
};

function readReport(stdout: string, stderr: string): Report {
  const start = stdout.indexOf("{");
  if (start < 0) throw new Error(`epubcheck wrote no report: ${stderr}`);
  const report: Report = JSON.parse(stdout.slice(start, stdout.lastIndexOf("}") + 1));
  return report;
}

/** Debian installs the checker as a bare jar, which only runs by itself where the kernel knows jars. */
function isJar(path: string): boolean {
  const start = Buffer.alloc(2);
  const file = openSync(path, "r");
  readSync(file, start, 0, 2, 0);
  closeSync(file);
  return start.toString("latin1") === "PK";
}

import { execFileSync, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repository } from "./repository.ts";

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

/** Runs the W3C's EPUB checker on a book; see `epubcheckAll`. */
export function epubcheck(checker: string, book: Uint8Array): string[] {
  return epubcheckAll(checker, [book])[0] ?? [];
}

/**
 * Runs the W3C's EPUB checker on some books: in one run of Java where it can (CheckBooks.java), because reading the
 * rules of the format takes ten times as long as a book does.
 *
 * @returns for each book every message it has, infos left out; an empty list for a faultless one
 * @throws when the checker itself does not run to its end
 */
export function epubcheckAll(checker: string, books: Uint8Array[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), "pressie-epubcheck-"));
  try {
    const paths = books.map((book, index) => {
      const path = join(folder, `${index}.epub`);
      writeFileSync(path, book);
      return path;
    });
    if (paths.length > 1 && isJar(checker))
      run("java", ["-cp", realpathSync(checker), join(repository, "tests/CheckBooks.java"), ...paths]);
    // Without a compiler Java runs no source, and each book is checked by itself.
    return paths.map((path) => messagesIn(readFinished(`${path}.json`) ?? checkOne(checker, path)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readFinished(path: string): Report | null {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}

function checkOne(checker: string, path: string): Report {
  const [command, ...first] = isJar(checker) ? ["java", "-jar", realpathSync(checker)] : [checker];
  const { stdout, stderr, error } = run(command ?? checker, [...first, "--json", "-", path]);
  if (error) throw error;
  return readReport(stdout, stderr);
}

function run(command: string, words: string[]) {
  return spawnSync(command, words, {
    encoding: "utf8",
    // A checker lives for seconds: the costlier compiler and collector of a long-lived JVM only slow it down.
    env: { ...process.env, JAVA_TOOL_OPTIONS: "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC" },
    maxBuffer: 64 * 1024 * 1024,
  });
}

function messagesIn({ messages }: Report): string[] {
  return messages
    .filter(({ severity }) => ["FATAL", "ERROR", "WARNING"].includes(severity))
    .map(({ ID, severity, message, locations }) => {
      const [place] = locations;
      return `${severity} ${ID} ${place?.path ?? ""}:${place?.line ?? ""}:${place?.column ?? ""} ${message}`;
    });
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

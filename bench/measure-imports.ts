import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { readImportedFile } from "../src/importing/read-import.ts";
import { reviewOutcome } from "../src/importing/review-outcome.ts";
import { type BenchServer, startBenchServer } from "./bench-server.ts";
import { novelDocx } from "./novel-docx.ts";

/**
 * Measures bringing a story in: a docx of 100,000 words from upload to review page beside pandoc converting the
 * same file to HTML, in turn; then a novel of 500,000 words in 120 chapters, with what other pages and the memory
 * feel of it.
 */

const rounds = 5;
/** Novels brought in one after another while readers ask. */
const novels = 5;
const port = 8933;

function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Uploads a file and asks for its review until it is there. @returns ms, and the review's address */
async function untilReviewed(
  server: BenchServer,
  cookie: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ ms: number; review: string; html: string }> {
  const began = performance.now();
  const form = new FormData();
  form.append("file", new File([bytes], "novel.docx"));
  const { origin } = server;
  const sent = await fetch(`${origin}/imports`, {
    method: "POST",
    redirect: "manual",
    headers: { origin, cookie },
    body: form,
  });
  const review = sent.headers.get("location");
  if (sent.status !== 303 || review === null) throw new Error(`the upload answered ${sent.status}`);
  for (;;) {
    const answer = await fetch(origin + review, { headers: { cookie } });
    const html = await answer.text();
    if (!answer.ok) throw new Error(`the review answered ${answer.status}`);
    if (html.includes('name="version"')) return { ms: performance.now() - began, review, html };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function forget({ origin }: BenchServer, cookie: string, review: string): Promise<void> {
  const address = `${origin}${review.split(/[?#]/)[0]}/removal`;
  const answer = await fetch(address, { method: "POST", redirect: "manual", headers: { origin, cookie } });
  if (answer.status !== 303) throw new Error(`forgetting ${address} answered ${answer.status}`);
}

/** Asks for a page 50 times a second, until told to stop. @returns ms of each answer */
function askSteadily(address: string, cookie: string | null): { stop(): Promise<number[]> } {
  const times: number[] = [];
  const waiting = new Set<Promise<void>>();
  const timer = setInterval(() => {
    const began = performance.now();
    const one = fetch(address, cookie === null ? {} : { headers: { cookie } })
      .then((answer) => answer.arrayBuffer())
      .then(() => {
        times.push(performance.now() - began);
        waiting.delete(one);
      });
    waiting.add(one);
  }, 20);
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(waiting);
      return times;
    },
  };
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const folder = mkdtempSync(join(tmpdir(), "pressie-bench-"));
const data = join(folder, "data");
execFileSync(process.execPath, ["dist/bench/generate-archive.js", "200"], {
  env: { ...process.env, PRESSIE_DATA: data },
});
let server = await startBenchServer(data, port);
try {
  const cookie = await server.signIn();
  console.log(`${cpus().length} cores (${cpus()[0]?.model ?? "?"}), Node ${process.version}\n`);

  const book = novelDocx(25, 4_000);
  const file = join(folder, "book.docx");
  writeFileSync(file, book);
  const pandoc: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await promisify(execFile)("pandoc", ["-f", "docx", "-t", "html", "-o", join(folder, "book.html"), file]);
    pandoc.push(performance.now() - began);
    const { ms, review } = await untilReviewed(server, cookie, book);
    ours.push(ms);
    await forget(server, cookie, review);
  }
  console.log("| 100,000 words, docx | median ms | of it |\n|---|--:|--:|");
  console.log(`| pandoc to HTML | ${Math.round(median(pandoc))} | |`);
  console.log(
    `| upload to review page | ${Math.round(median(ours))} | **${(median(ours) / median(pandoc)).toFixed(2)} × pandoc** |`,
  );
  const phase = <Made>(name: string, work: () => Made): Made => {
    const times: number[] = [];
    let made = work();
    for (let round = 0; round < 3; round++) {
      const began = performance.now();
      made = work();
      times.push(performance.now() - began);
    }
    console.log(`| of which: ${name} | ${Math.round(median(times))} | |`);
    return made;
  };
  const source = { bytes: book, fileName: "book.docx", pastedAs: null };
  const { reading } = phase("reading the file, findings", () =>
    readImportedFile(source, { abbreviations: [] }),
  );
  const json = phase("keeping what was read (JSON)", () => JSON.stringify(reading));
  phase("the first review (JSON read, edits, marks)", () => reviewOutcome(JSON.parse(json), {}));

  // A fresh process: what the first part left in memory is not idle.
  await server.stop();
  server = await startBenchServer(data, port);
  const novel = novelDocx(120, 4_170);
  // What was measured held this process up; connections the archive has closed meanwhile are noticed now.
  await wait(200);
  const listing = await (await fetch(`${server.origin}/newest`)).text();
  const work = /href="(\/works\/[0-9a-z]{10})"/.exec(listing)?.[1] ?? "";
  const overview = await (await fetch(server.origin + work)).text();
  const chapter =
    server.origin + (/href="(\/works\/[0-9a-z]{10}\/chapters\/[0-9a-z]{10})"/.exec(overview)?.[1] ?? "");
  for (let warm = 0; warm < 300; warm++) await (await fetch(chapter)).text();
  await wait(3_000);
  const idleMegabytes = server.residentMegabytes();
  const anew = "nobody=1";
  // The same readers ask while nothing is brought in and while novels are, one after another.
  const both = async (during: () => Promise<void>) => {
    const asking = { visitor: askSteadily(chapter, null), anew: askSteadily(chapter, anew) };
    await during();
    return { visitor: await asking.visitor.stop(), anew: await asking.anew.stop() };
  };
  const idle = await both(() => wait(15_000));
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, server.residentMegabytes());
  }, 25);
  const times: number[] = [];
  let pageBytes = 0;
  const busy = await both(async (): Promise<void> => {
    for (let round = 0; round < novels; round++) {
      const { ms, review, html } = await untilReviewed(server, cookie, novel);
      times.push(ms);
      pageBytes = html.length;
      await forget(server, cookie, review);
    }
  });
  clearInterval(watch);
  console.log(
    `\n| a novel of 500,000 words, 120 chapters (docx, ${(novel.length / 1e6).toFixed(1)} MB) | |\n|---|--:|`,
  );
  console.log(`| upload to review page | ${(median(times) / 1000).toFixed(1)} s |`);
  console.log(`| bytes of its review page | ${pageBytes} |`);
  console.log(`| memory over idle, at most | ${most - idleMegabytes} MB (idle ${idleMegabytes} MB) |`);
  for (const who of ["visitor", "anew"] as const) {
    const [before, during] = [quantile(idle[who], 0.99), quantile(busy[who], 0.99)];
    console.log(
      `| p99 of a chapter page${who === "anew" ? ", made anew" : ""}: idle, during the import | ${before.toFixed(1)} ms, ${during.toFixed(1)} ms: **${(during / before).toFixed(2)} ×** (${busy[who].length} asked) |`,
    );
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Measures the chapter page, a listing and the home page for a visitor, beside nginx serving the very
 * same bytes as static files, round about: Pressie, nginx, Pressie, nginx … Ratios are of medians.
 */

const works = process.argv[2] ?? "1000";
const seconds = process.argv[3] ?? "5";
const rounds = 3;
const ports = { pressie: 8931, nginx: 8932 };

type Round = { perSecond: number; p50: string; p99: string };

/** One load on one address by 32 connections from one thread; a second core is left to the server. */
function load(address: string, header: string | null): Round {
  const extra = header ? ["-H", header] : [];
  const output = execFileSync("wrk", [
    "-t1",
    "-c32",
    `-d${seconds}s`,
    "--latency",
    ...extra,
    address,
  ]).toString();
  const found = (pattern: RegExp) => pattern.exec(output)?.[1] ?? "?";
  if (/Non-2xx/.test(output)) throw new Error(`${address} did not answer as it should:\n${output}`);
  return {
    perSecond: Number(found(/Requests\/sec:\s+([\d.]+)/)),
    p50: found(/50%\s+(\S+)/),
    p99: found(/99%\s+(\S+)/),
  };
}

function median(results: Round[]): Round {
  const sorted = [...results].sort((one, other) => one.perSecond - other.perSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error("no rounds");
  return middle;
}

/** Resident memory of a process in MB, now and at its highest. */
function memory(pid: number): string {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (name: string) =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
  return `${megabytes("VmRSS")} MB (at most ${megabytes("VmHWM")} MB)`;
}

async function startPressie(data: string): Promise<ChildProcess> {
  const server = spawn(process.execPath, ["dist/src/main.js"], {
    env: { ...process.env, PRESSIE_DATA: data, PORT: String(ports.pressie), HOST: "127.0.0.1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(server.stdout, "data");
  return server;
}

function nginxConfig(folder: string, workers: string): string {
  return `worker_processes ${workers}; pid ${folder}/nginx.pid; error_log ${folder}/error.log; daemon off;
${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 512; }
http {
  access_log off; keepalive_requests 1000000; sendfile on; tcp_nopush on; open_file_cache max=100;
  client_body_temp_path ${folder}/t1; proxy_temp_path ${folder}/t2; fastcgi_temp_path ${folder}/t3;
  uwsgi_temp_path ${folder}/t4; scgi_temp_path ${folder}/t5;
  default_type "text/html; charset=utf-8";
  server { listen 127.0.0.1:${ports.nginx}; root ${folder}/files; }
}`;
}

async function untilAnswers(address: string): Promise<void> {
  for (;;) {
    try {
      await fetch(address);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** A place of each sort, found as a visitor finds them: by following links from the front page. */
async function findPages(origin: string): Promise<Record<string, string>> {
  const linkIn = async (path: string, pattern: RegExp) => {
    const html = await (await fetch(origin + path)).text();
    const found = pattern.exec(html)?.[1];
    if (!found) throw new Error(`no link like ${pattern} on ${path}`);
    return found;
  };
  const work = await linkIn("/newest", /href="(\/works\/[0-9a-z]{10})"/);
  const chapter = await linkIn(work, /href="(\/works\/[0-9a-z]{10}\/chapters\/[0-9a-z]{10})"/);
  return { "chapter page": chapter, listing: "/newest", home: "/" };
}

const folder = mkdtempSync(join(tmpdir(), "pressie-bench-"));
const data = join(folder, "data");
execFileSync(process.execPath, ["dist/bench/generate-archive.js", works], {
  env: { ...process.env, PRESSIE_DATA: data },
  stdio: "inherit",
});
const pressie = await startPressie(data);
const origin = `http://127.0.0.1:${ports.pressie}`;
const pages = await findPages(origin);
mkdirSync(join(folder, "files"));
const sizes: Record<string, number> = {};
for (const [name, path] of Object.entries(pages)) {
  const body = Buffer.from(
    await (await fetch(origin + path, { headers: { "accept-encoding": "identity" } })).arrayBuffer(),
  );
  sizes[name] = body.byteLength;
  writeFileSync(join(folder, "files", name.replace(" ", "-")), body);
}
const idle = memory(pressie.pid ?? 0);

console.log(
  `${works} works; ${cpus().length} cores (${cpus()[0]?.model ?? "?"}), the load from the same machine`,
);
console.log(
  "| page | bytes | Pressie /s | p50 | p99 | nginx /s (1 worker) | ratio | nginx /s (2 workers) | ratio | Pressie made anew /s |",
);
console.log("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
try {
  for (const [name, path] of Object.entries(pages)) {
    const file = `http://127.0.0.1:${ports.nginx}/${name.replace(" ", "-")}`;
    const ours: Round[] = [];
    const theirs: Record<string, Round[]> = { "1": [], "2": [] };
    for (let round = 0; round < rounds; round++) {
      ours.push(load(origin + path, null));
      for (const workers of ["1", "2"]) {
        writeFileSync(join(folder, "nginx.conf"), nginxConfig(folder, workers));
        const nginx = spawn("nginx", ["-c", join(folder, "nginx.conf"), "-p", folder], { stdio: "inherit" });
        await untilAnswers(file);
        theirs[workers]?.push(load(file, null));
        nginx.kill("SIGTERM");
        await once(nginx, "exit");
      }
    }
    // A cookie of nobody's keeps the answer from being taken from memory.
    const anew = load(origin + path, "Cookie: nobody=1");
    const mine = median(ours);
    const [one, two] = [median(theirs["1"] ?? []), median(theirs["2"] ?? [])];
    const ratio = (other: Round) => (mine.perSecond / other.perSecond).toFixed(2);
    console.log(
      `| ${name} | ${sizes[name]} | ${Math.round(mine.perSecond)} | ${mine.p50} | ${mine.p99} | ${Math.round(one.perSecond)} | ${ratio(one)} | ${Math.round(two.perSecond)} | ${ratio(two)} | ${Math.round(anew.perSecond)} |`,
    );
  }
  console.log(`\nPressie's memory: ${idle} before the load, ${memory(pressie.pid ?? 0)} after it.`);
} finally {
  pressie.kill("SIGTERM");
  await once(pressie, "exit");
  rmSync(folder, { recursive: true, force: true });
}

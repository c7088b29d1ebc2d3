import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";

/** A running archive that a benchmark asks like anybody else, over HTTP. */
export type BenchServer = {
  origin: string;
  process: ChildProcess;
  /** Resident memory in MB, by what the kernel says. */
  residentMegabytes(): number;
  /** Signs the generated archive's only writer in. @returns the cookie */
  signIn(): Promise<string>;
  stop(): Promise<void>;
};

/** Starts the built archive on a data folder that `generate-archive` filled. */
export async function startBenchServer(data: string, port: number): Promise<BenchServer> {
  const server = spawn(process.execPath, ["dist/src/main.js"], {
    env: { ...process.env, PRESSIE_DATA: data, PORT: String(port), HOST: "127.0.0.1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(server.stdout, "data");
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    process: server,
    residentMegabytes() {
      const status = readFileSync(`/proc/${server.pid}/status`, "utf8");
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    },
    async signIn() {
      const answer = await fetch(`${origin}/sign-in`, {
        method: "POST",
        redirect: "manual",
        headers: { origin },
        body: new URLSearchParams({ email: "bench@example.org", password: "a bench of words" }),
      });
      if (answer.status !== 303) throw new Error(`signing in answered ${answer.status}`);
      return answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(";")[0])
        .join("; ");
    },
    async stop() {
      server.kill("SIGTERM");
      await once(server, "exit");
    },
  };
}

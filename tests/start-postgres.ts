import { execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { chmod, chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A PostgreSQL server of our own, in a temporary folder, reached by a socket there. */
export type OwnPostgres = { server: string; stop(): Promise<void> };

/**
 * Starts PostgreSQL for one test run. As root it runs as the user "postgres" (Debian makes one with
 * the package) or "nobody", because the server refuses to run as root.
 *
 * @returns null when PostgreSQL is not installed
 */
export async function startPostgres(): Promise<OwnPostgres | null> {
  const programs = programFolder();
  if (!programs) return null;
  const folder = await mkdtemp(join(tmpdir(), "pressie-postgres-"));
  const runner = process.getuid?.() === 0 ? unprivilegedUser() : null;
  if (runner) await chown(folder, runner.uid, runner.gid);
  else await chmod(folder, 0o700);
  const identity = runner ? { uid: runner.uid, gid: runner.gid } : {};
  const data = join(folder, "data");
  execFileSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "pressie", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    { ...identity, cwd: folder, stdio: "ignore" },
  );
  const server = spawn(
    join(programs, "postgres"),
    // Nothing here outlives the run, so nothing need be synced.
    ["-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=200"],
    { ...identity, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  await readyToAccept(server.stderr);
  return {
    server: `postgres://pressie@localhost/postgres?host=${encodeURIComponent(folder)}`,
    async stop() {
      const closed = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves at the server's own word that it is ready; rejects when it ends instead. */
function readyToAccept(words: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve, reject) => {
    let heard = "";
    words.on("data", (chunk: Buffer) => {
      if (heard.length < 100_000) heard += chunk.toString("utf8");
      if (heard.includes("ready to accept connections")) resolve();
    });
    words.on("end", () => reject(new Error(`PostgreSQL did not start:\n${heard}`)));
  });
}

/** Debian keeps the server's programs out of PATH, one folder a version. */
function programFolder(): string | null {
  const versions = "/usr/lib/postgresql";
  const newest = existsSync(versions)
    ? readdirSync(versions)
        .sort((one, other) => Number(other) - Number(one))
        .map((version) => join(versions, version, "bin"))
    : [];
  const inPath = (process.env.PATH ?? "").split(":");
  return [...newest, ...inPath].find((folder) => existsSync(join(folder, "initdb"))) ?? null;
}

function unprivilegedUser(): { uid: number; gid: number } {
  for (const name of ["postgres", "nobody"]) {
    try {
      const idOf = (flag: string) => Number(execFileSync("id", [flag, name], { stdio: "pipe" }).toString());
      return { uid: idOf("-u"), gid: idOf("-g") };
    } catch {
      // No such user here; the next one may be there.
    }
  }
  throw new Error("PostgreSQL will not run as root, and there is no user postgres or nobody to run it as");
}

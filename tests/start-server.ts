import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../src/main.js", import.meta.url));

/**
 * Starts the archive as an owner does, and waits for its own word that it is open.
 *
 * @param options.port a free one, unless it is said
 * @param options.environment what else is set for it
 * @param options.largestFile bytes, after which no file of its grows any more: as on a full disk
 */
export function startServer(
  dataFolder: string,
  options: { port?: string; largestFile?: number; environment?: Record<string, string> } = {},
): Promise<{ server: ChildProcess; origin: string }> {
  const { port = "0", largestFile, environment = {} } = options;
  const isBounded = largestFile !== undefined;
  // In blocks of 512 bytes (POSIX, ulimit). Node ignores the signal that goes with it, and is told by the write.
  const bounded = `ulimit -f ${Math.ceil((largestFile ?? 0) / 512)} && exec "$0" "$1"`;
  const server = spawn(
    isBounded ? "/bin/sh" : process.execPath,
    isBounded ? ["-c", bounded, process.execPath, main] : [main],
    {
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
        PRESSIE_DATA: dataFolder,
        PORT: port,
        HOST: "127.0.0.1",
        ...environment,
      },
      // What a full disk does to it is told on standard error, as it should be.
      stdio: ["ignore", "pipe", isBounded ? "ignore" : "inherit"],
    },
  );
  let heard = "";
  return new Promise((resolve, reject) => {
    // Listened to until its end: an archive that nobody hears cannot say that it closes.
    server.stdout.on("data", (chunk: Buffer) => {
      heard += chunk.toString();
      const port = /open at http:\/\/localhost:(\d+)/.exec(heard)?.[1];
      if (port) resolve({ server, origin: `http://127.0.0.1:${port}` });
    });
    server.once("exit", () => reject(new Error(`the archive did not start again:\n${heard}`)));
  });
}

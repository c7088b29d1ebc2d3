import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../src/main.js", import.meta.url));

/** Starts the archive as an owner does, on a free port, and waits for its own word that it is open. */
export function startServer(dataFolder: string): Promise<{ server: ChildProcess; origin: string }> {
  const server = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, PRESSIE_DATA: dataFolder, PORT: "0", HOST: "127.0.0.1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
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

import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { urls } from "../src/vocabulary/urls.ts";
import { repository } from "./repository.ts";

/** An archive as its owner starts it, with what it says on its console. */
async function start(dataFolder: string): Promise<{ server: ChildProcess; port: number; said(): string }> {
  const server = spawn(process.execPath, [join(repository, "dist/src/main.js")], {
    env: { PATH: process.env.PATH, PRESSIE_DATA: dataFolder, PORT: "0", HOST: "127.0.0.1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let heard = "";
  const port = await new Promise<number>((resolve, reject) => {
    server.stdout.on("data", (chunk: Buffer) => {
      heard += chunk.toString();
      const found = /open at http:\/\/localhost:(\d+)/.exec(heard)?.[1];
      if (found && heard.includes("Ctrl-C")) resolve(Number(found));
    });
    server.once("exit", () => reject(new Error(`it did not start:\n${heard}`)));
  });
  return { server, port, said: () => heard };
}

const skip = process.env.PRESSIE_TEST_POSTGRES
  ? "the same on either engine, and it starts an archive"
  : false;

describe("closing the archive", { skip }, () => {
  let dataFolder = "";
  before(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), "pressie-close-"));
  });
  after(() => rm(dataFolder, { recursive: true, force: true }));

  it("prints the address and a one-time owner code while there is no owner", async () => {
    const { server, said } = await start(dataFolder);
    server.kill("SIGTERM");
    await once(server, "exit");
    assert.match(said(), /has no owner yet/);
    assert.match(said(), /^ {4}[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}$/m);
  });

  for (const signal of ["SIGINT", "SIGTERM"] as const)
    it(`finishes a running request at ${signal}, takes no more, and ends well`, async () => {
      const { server, port, said } = await start(dataFolder);
      const origin = `http://127.0.0.1:${port}`;
      const body = "email=nobody%40example.org";
      const asking = request(origin + urls.forgottenPassword(), {
        method: "POST",
        headers: {
          origin,
          "content-type": "application/x-www-form-urlencoded",
          "content-length": String(body.length),
        },
      });
      const answered = once(asking, "response");
      await new Promise<void>((resolve) => asking.write(body.slice(0, 10), () => resolve()));
      // The archive has taken the request on when it answers a later one.
      await (await fetch(origin + urls.signIn())).text();
      const closing = new Promise<void>((resolve) =>
        server.stdout?.on("data", () => said().includes("Finishing what is running") && resolve()),
      );
      server.kill(signal);
      await closing;
      asking.end(body.slice(10));
      const [answer] = await answered;
      assert.equal(answer.statusCode, 200);
      answer.resume();
      const [code] = await once(server, "exit");
      assert.equal(code, 0);
      await assert.rejects(fetch(origin));
    });
});

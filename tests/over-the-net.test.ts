import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout } from "node:timers/promises";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { readConfig } from "../src/config.ts";
import { type OpenArchive, openArchive } from "../src/open-archive.ts";
import { registerAccount } from "../src/people/register-account.ts";
import { urls } from "../src/vocabulary/urls.ts";

const ivy = { email: "ivy@example.org", password: "four ordinary words here", pseudName: "Ivy" };

/** An archive as its readers reach it: behind https, with a mail server. The engine makes no difference to that. */
describe("an archive on https with a mail server", () => {
  const letters: ParsedMail[] = [];
  /** The mail server takes no letter before this. */
  let held: Promise<void> = Promise.resolve();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    async onData(stream, _session, done) {
      await held;
      letters.push(await simpleParser(stream));
      done();
    },
  });
  let folder: string;
  let archive: OpenArchive;
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port }: Pick<AddressInfo, "port"> = Object.assign({ port: 0 }, server.server.address());
    folder = await mkdtemp(join(tmpdir(), "pressie-net-"));
    const config = readConfig({
      PRESSIE_DATA: folder,
      PRESSIE_URL: "https://stories.test/",
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: "Stories <archive@stories.test>",
    });
    archive = await openArchive(config, (sentence, cause) => {
      throw new Error(sentence, { cause });
    });
    await registerAccount(archive.library, archive.database, ivy, Date.now());
  });
  after(async () => {
    await archive.close();
    await new Promise<void>((resolve) => server.close(resolve));
    await rm(folder, { recursive: true });
  });

  /** As a proxy passes it on: plain http inside, https in the reader's browser. */
  const send = (path: string, fields: Record<string, string>) =>
    archive.app.request(`http://stories.test${path}`, {
      method: "POST",
      headers: {
        host: "stories.test",
        origin: "https://stories.test",
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams(fields),
    });

  it("sends every cookie over https only, out of reach of scripts and other sites", async () => {
    const answer = await send(urls.signIn(), { email: ivy.email, password: ivy.password });
    assert.equal(answer.status, 303);
    const cookies = answer.headers.getSetCookie();
    assert.ok(cookies.some((cookie) => cookie.includes("session_token")));
    for (const cookie of cookies) {
      assert.match(cookie, /; Secure/i, cookie);
      assert.match(cookie, /; HttpOnly/i, cookie);
      assert.match(cookie, /; SameSite=Lax/i, cookie);
    }
    const session = cookies.find((cookie) => cookie.includes("session_token"))?.split(";")[0] ?? "";
    const mine = await archive.app.request(`http://stories.test${urls.account()}`, {
      headers: { cookie: session },
    });
    assert.equal(mine.status, 200);
  });

  it("brings the reset letter by mail, and its link leads to the archive's own address", async () => {
    const asked = await send(urls.forgottenPassword(), { email: ivy.email });
    assert.match(await asked.text(), /is on its way/);
    await letterArrived();
    const [letter] = letters;
    assert.ok(letter);
    assert.equal(letter.from?.text, '"Stories" <archive@stories.test>');
    assert.deepEqual([letter.to].flat()[0]?.text, ivy.email);
    const link = /https:\/\/stories\.test(\/new-password\/\S+)/.exec(letter.text ?? "")?.[1];
    assert.ok(link, letter.text);
    const password = "five other ordinary words now";
    assert.equal((await send(link, { password })).status, 303);
    assert.equal((await send(link, { password })).status, 410);
    assert.equal((await send(urls.signIn(), { email: ivy.email, password })).status, 303);
    assert.deepEqual(await archive.post.outbox(), []);
  });

  it("answers an unknown address the same, and sends nothing", async () => {
    const before = letters.length;
    const asked = await send(urls.forgottenPassword(), { email: "nobody@example.org" });
    assert.match(await asked.text(), /is on its way/);
    await setTimeout(100);
    assert.equal(letters.length, before);
  });

  it("answers before the mail server has the letter, so that a slow one tells nobody who has an account", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    held = promise;
    const before = letters.length;
    assert.match(await (await send(urls.forgottenPassword(), { email: ivy.email })).text(), /is on its way/);
    assert.equal(letters.length, before);
    resolve();
  });

  /** The letter travels behind the answer, so that its time tells nothing. */
  async function letterArrived(): Promise<void> {
    for (let waited = 0; letters.length === 0 && waited < 5000; waited += 20) await setTimeout(20);
  }
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { castPassword, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { changeSettings } from "../../plumbing/settings/settings.ts";
import { urls } from "../../vocabulary/urls.ts";
import { findPseudByName } from "../pseuds.ts";

const ivy = { name: "Ivy", email: "ivy@example.org", password: castPassword };

describe("joining", () => {
  let archive: TestArchive;
  before(async () => {
    archive = await openTestArchive();
  });
  after(() => archive.close());

  it("leads to opening the archive while it has no owner", async () => {
    const answer = await archive.get(urls.register());
    assert.equal(answer.headers.get("location"), urls.setUp());
    await archive.join("Rowan", "owner");
    assert.equal((await archive.get(urls.register())).status, 200);
  });

  it("makes an account with a name to write under, signed in by a cookie no script can read", async () => {
    const answer = await archive.send(urls.register(), { ...ivy, email: " Ivy@Example.ORG " });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get("location"), urls.desk());
    assert.ok(await findPseudByName(archive.database.reading, "ivy"));
    const session = answer.headers.getSetCookie().find((cookie) => cookie.includes("session_token"));
    assert.ok(session);
    assert.match(session, /; HttpOnly/i);
    assert.match(session, /; SameSite=Lax/i);
    assert.match(session, /; Path=\//i);
    assert.doesNotMatch(session, /; Secure/i);
    const cookie = session.split(";")[0] ?? "";
    assert.equal((await archive.get(urls.account(), null, { cookie })).status, 200);
  });

  it("hands back what was typed, but never a password", async () => {
    const typed = { name: "<i>", email: "no address", password: "short pw" };
    const answer = await archive.send(urls.register(), typed);
    assert.equal(answer.status, 422);
    const html = await answer.text();
    for (const field of ["name", "email", "password"])
      assert.ok(html.includes(`id="field-${field}-error"`), field);
    assert.ok(html.includes('value="no address"') && html.includes('value="&lt;i&gt;"'));
    assert.ok(!html.includes(typed.password));
  });

  it("refuses a name or an address that is taken, however it is spelled, and makes nothing", async () => {
    const taken = await archive.send(urls.register(), { ...ivy, email: "other@example.org", name: " IVY " });
    assert.match(await taken.text(), /Somebody writes under this name already/);
    const again = await archive.send(urls.register(), { ...ivy, email: "IVY@example.org", name: "Another" });
    assert.match(await again.text(), /There is an account with this address/);
    assert.equal(await findPseudByName(archive.database.reading, "Another"), undefined);
    const others = archive.database.reading.selectFrom("accounts").where("email", "=", "other@example.org");
    assert.deepEqual(await others.select("id").execute(), []);
  });

  it("takes nobody while the owner has closed it, not even by a kept form", async () => {
    const close = (registration: "open" | "closed") =>
      archive.database.write((writer) => changeSettings(writer, { registration }, Date.now()));
    await close("closed");
    const page = await (await archive.get(urls.register())).text();
    assert.ok(page.includes("takes no new accounts") && !page.includes('name="email"'));
    await archive.send(urls.register(), { ...ivy, name: "Late", email: "late@example.org" });
    assert.equal(await findPseudByName(archive.database.reading, "Late"), undefined);
    await close("open");
  });

  it("asks one place to wait after ten tries, and says how long", async () => {
    let answer = await archive.send(urls.register(), {});
    for (let tries = 0; tries < 12 && answer.status !== 429; tries++)
      answer = await archive.send(urls.register(), {});
    assert.equal(answer.status, 429);
    const wait = Number(answer.headers.get("retry-after"));
    assert.ok(wait > 0 && wait <= 3600, String(wait));
    assert.match(await answer.text(), /Please wait a little/);
    assert.deepEqual(archive.logged, []);
  });
});

describe("opening the archive", () => {
  let archive: TestArchive;
  before(async () => {
    archive = await openTestArchive();
  });
  after(() => archive.close());

  const rowan = { name: "Rowan", email: "rowan@example.org", password: castPassword };

  it("refuses a wrong code and makes nobody", async () => {
    assert.equal((await archive.get(urls.setUp())).status, 200);
    for (const code of ["", "0000-0000-0000", archive.ownerCode.printed.slice(0, -1)]) {
      const answer = await archive.send(urls.setUp(), { ...rowan, code });
      assert.equal(answer.status, 422);
      assert.match(await answer.text(), /That is not the code/);
    }
    assert.deepEqual(await archive.database.reading.selectFrom("accounts").select("id").execute(), []);
  });

  it("makes the owner with the code, typed in any manner, and leads to the owner's room", async () => {
    const code = ` ${archive.ownerCode.printed.toUpperCase().replaceAll("-", " ")} `;
    const answer = await archive.send(urls.setUp(), { ...rowan, code });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get("location"), urls.settings());
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    const room = await archive.get(urls.settings(), null, { cookie });
    assert.equal(room.status, 200);
    assert.match(await room.text(), /Your archive is open/);
  });

  it("is nowhere once there is an owner, even with the code", async () => {
    assert.equal((await archive.get(urls.setUp())).status, 404);
    const second = { ...rowan, name: "Other", email: "other@example.org", code: archive.ownerCode.printed };
    assert.equal((await archive.send(urls.setUp(), second)).status, 404);
    const owners = archive.database.reading.selectFrom("accounts").where("role", "=", "owner");
    assert.equal((await owners.select("id").execute()).length, 1);
    assert.deepEqual(archive.logged, []);
  });

  it("asks one place to wait after ten wrong codes", async () => {
    const guarded = await openTestArchive();
    try {
      for (let tries = 0; tries < 10; tries++)
        assert.equal((await guarded.send(urls.setUp(), { ...rowan, code: "wrong" })).status, 422);
      const right = await guarded.send(urls.setUp(), { ...rowan, code: guarded.ownerCode.printed });
      assert.equal(right.status, 429);
      assert.ok(Number(right.headers.get("retry-after")) > 0);
    } finally {
      await guarded.close();
    }
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { urls } from "../../vocabulary/urls.ts";
import { addPseud } from "../add-pseud.ts";

describe("the owner's page of helpers", () => {
  let archive: TestArchive;
  let owner: CastMember;
  let reader: CastMember;
  before(async () => {
    archive = await openTestArchive();
    owner = await archive.join("Nausicaa", "owner");
    reader = await archive.join("Arete");
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const give = (name: string, role: string, as = owner) => archive.send(urls.helpers(), { name, role }, as);
  const page = async () => (await archive.get(urls.helpers(), owner)).text();

  it("exists for the owner only", async () => {
    const moderator = await archive.join("Echeneus", "moderator");
    for (const as of [reader, moderator, await archive.join("Demodocus", "wrangler")]) {
      assert.equal((await archive.get(urls.helpers(), as)).status, 404);
      assert.equal((await give("Arete", "moderator", as)).status, 404);
    }
    assert.notEqual((await archive.get(urls.helpers())).status, 200);
    assert.match(await (await archive.get(urls.settings(), owner)).text(), /href="\/owner\/helpers"/);
  });

  it("gives and takes a role, which counts from the next page", async () => {
    assert.equal((await archive.get(urls.wrangling(), reader)).status, 404);
    assert.ok(!(await (await archive.get(urls.home(), reader)).text()).includes('href="/wrangling"'));
    assert.equal((await give("  arete ", "wrangler")).status, 303);
    assert.equal((await archive.get(urls.wrangling(), reader)).status, 200);
    assert.match(await (await archive.get(urls.home(), reader)).text(), /href="\/wrangling"/);
    assert.match(await page(), /Arete/);
    assert.equal((await give("Arete", "member")).status, 303);
    assert.equal((await archive.get(urls.wrangling(), reader)).status, 404);
    assert.ok(!(await page()).includes("Arete"));
  });

  it("tells no other name of whoever helps", async () => {
    await archive.database.write((writer) =>
      addPseud(writer, reader.member.accountId, "A Secret Name", Date.now()),
    );
    await give("A Secret Name", "wrangler");
    const shown = await page();
    assert.match(shown, /A Secret Name/);
    assert.ok(!shown.includes("Arete"));
    await give("A Secret Name", "member");
  });

  it("refuses what would lock the owner out, and hands back what was typed", async () => {
    for (const role of ["member", "wrangler", "moderator"]) {
      const answer = await give("nausicaa", role);
      assert.equal(answer.status, 422);
      assert.match(await answer.text(), /The owner stays the owner/);
    }
    assert.equal((await archive.get(urls.settings(), owner)).status, 200);
    for (const [name, role] of [
      ["Nobody Known", "wrangler"],
      ["", "wrangler"],
      ["Arete", "owner"],
    ] as const) {
      const answer = await give(name, role);
      assert.equal(answer.status, 422);
      if (name) assert.ok((await answer.text()).includes(`value="${name}"`));
    }
  });
});

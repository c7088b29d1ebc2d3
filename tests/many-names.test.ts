import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { addPseud } from "../src/people/add-pseud.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { giveWork } from "../src/works/for-tests/give-work.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";

describe("two names of one account", () => {
  let archive: TestArchive;
  let tam: CastMember;
  let other: CastMember;
  let secretPseudId: string;
  const works: Record<string, string> = {};
  before(async () => {
    archive = await openTestArchive();
    await archive.join("Rowan", "owner");
    tam = await archive.join("Tam");
    other = await archive.join("Ren");
    const secret = await archive.database.write((writer) =>
      addPseud(writer, tam.member.accountId, "spikeslovebite", Date.now()),
    );
    secretPseudId = secret.id;
    works.open = await publishAs(tam.pseudId, "Under the open name");
    works.secret = await publishAs(secretPseudId, "Under the other name");
  });
  after(() => archive.close());

  async function publishAs(pseudId: string, title: string): Promise<string> {
    const fields = { title, tags: [{ kindId: "fandom", name: "Angel: the Series" }] };
    const { workId } = await giveWork(archive, { member: tam.member, pseudId }, fields);
    return workId;
  }

  const everybodyElse = () => [null, other];

  it("are nowhere tied together for others", async () => {
    const pages = [
      { path: urls.writer(tam.pseudId), own: "Tam", never: ["spikeslovebite", secretPseudId, works.secret] },
      { path: urls.work(works.open ?? ""), own: "Tam", never: ["spikeslovebite", secretPseudId] },
      {
        path: urls.writer(secretPseudId),
        own: "spikeslovebite",
        never: ["Tam<", "Tam ", tam.pseudId, works.open],
      },
      { path: urls.work(works.secret ?? ""), own: "spikeslovebite", never: ["Tam<", "Tam ", tam.pseudId] },
    ];
    for (const { path, own, never } of pages)
      for (const somebody of everybodyElse()) {
        const answer = await archive.get(path, somebody);
        assert.equal(answer.status, 200, path);
        const html = await answer.text();
        assert.ok(html.includes(own), path);
        for (const word of [...never, tam.member.accountId, tam.email])
          assert.ok(word && !html.includes(word), `${path} says ${word}`);
      }
  });

  it("cannot be told apart from strangers by the account's pages", async () => {
    const addressed = await archive.send(
      urls.accountPseud(secretPseudId),
      { name: "Mine now", about: "" },
      other,
    );
    assert.equal(addressed.status, 404);
    const taken = await archive.send(urls.accountPseuds(), { name: "SpikesLoveBite" }, tam);
    const takenByOther = await archive.send(urls.accountPseuds(), { name: "SpikesLoveBite" }, other);
    assert.equal(taken.status, takenByOther.status);
  });

  it("and their address are shown to nobody on any page for everybody", async () => {
    for (const path of [urls.home(), urls.newest(), urls.fandoms(), urls.about(), urls.register()])
      for (const somebody of everybodyElse()) {
        const html = await (await archive.get(path, somebody)).text();
        assert.ok(!html.includes(tam.email) && !html.includes(tam.member.accountId), path);
      }
    assert.ok((await (await archive.get(urls.account(), tam)).text()).includes(tam.email), "but to oneself");
    assert.deepEqual(archive.logged, []);
  });
});

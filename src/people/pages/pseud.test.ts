import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { ascii, pngChunk, secret, tinyPng } from "../../plumbing/pictures/for-tests/tiny-pictures.ts";
import { changeSettings } from "../../plumbing/settings/settings.ts";
import { urls } from "../../vocabulary/urls.ts";
import { addPseud } from "../add-pseud.ts";
import { findIcon } from "../pseud-icons.ts";
import { findPseud } from "../pseuds.ts";

describe("one of a member's names", () => {
  let archive: TestArchive;
  let writer: CastMember;
  let stranger: CastMember;
  before(async () => {
    archive = await openTestArchive();
    writer = await archive.join("Marchpane");
    stranger = await archive.join("tessellate");
  });
  after(() => archive.close());

  const picture = (bytes: ArrayLike<number>, name = "me.png", type = "image/png") =>
    new File([Uint8Array.from(Array.from(bytes))], name, { type });
  const send = (fields: Record<string, string | File>, as: CastMember | null = writer) =>
    archive.send(urls.accountPseud(writer.pseudId), { name: "Marchpane", about: "", alt: "", ...fields }, as);
  const icon = () => findIcon(archive.database.reading, writer.pseudId);
  const files = () => readdir(join(archive.dataFolder, "files", "icons", writer.pseudId)).catch(() => []);
  const page = async () => (await archive.get(urls.writer(writer.pseudId))).text();

  it("is its member's alone to change, and asks a visitor to sign in", async () => {
    const path = urls.accountPseud(writer.pseudId);
    assert.equal((await archive.get(path, writer)).status, 200);
    assert.equal((await archive.get(path, stranger)).status, 404);
    assert.equal((await archive.get(path)).status, 303);
    assert.equal((await send({ name: "Mine now" }, stranger)).status, 404);
    assert.equal((await findPseud(archive.database.reading, writer.pseudId))?.name, "Marchpane");
  });

  it("shows its text clean, and its picture with what it shows in words", async () => {
    const answer = await send({
      about: 'I write <em>at night</em>.<script>alert("x")</script>',
      icon: picture(tinyPng()),
      alt: "  A lantern \n on a step ",
    });
    assert.equal(answer.status, 303);
    const html = await page();
    assert.match(html, /I write <em>at night<\/em>/);
    assert.ok(!html.includes("alert("));
    const shown = await icon();
    assert.ok(shown);
    assert.ok(html.includes(`src="${urls.pseudIcon(writer.pseudId, shown.iconId)}"`));
    assert.match(html, /alt="A lantern on a step"/);
    const sent = await archive.get(urls.pseudIcon(writer.pseudId, shown.iconId));
    assert.equal(sent.status, 200);
    assert.equal(sent.headers.get("content-type"), "image/png");
    assert.equal(sent.headers.get("x-content-type-options"), "nosniff");
    assert.match(sent.headers.get("content-security-policy") ?? "", /default-src 'none'/);
    const again = await archive.get(urls.pseudIcon(writer.pseudId, shown.iconId), null, {
      "if-none-match": sent.headers.get("etag") ?? "",
    });
    assert.equal(again.status, 304);
  });

  it("keeps nothing of what a picture says about its maker", async () => {
    const told = tinyPng({ extra: pngChunk("tEXt", ascii(`Author\0${secret}`)) });
    assert.ok(Buffer.from(told).includes(secret));
    await send({ icon: picture(told), alt: "A lantern" });
    const shown = await icon();
    const sent = await archive.get(urls.pseudIcon(writer.pseudId, shown?.iconId ?? ""));
    assert.ok(!Buffer.from(await sent.arrayBuffer()).includes(secret));
  });

  it("forgets the picture before when another comes, and all of it when it is taken away", async () => {
    const before = await icon();
    await send({ icon: picture(tinyPng({ width: 5 })), alt: "Another" });
    const now = await icon();
    assert.notEqual(now?.iconId, before?.iconId);
    assert.deepEqual(await files(), [now?.iconId]);
    assert.equal((await archive.get(urls.pseudIcon(writer.pseudId, before?.iconId ?? ""))).status, 404);
    await send({ alt: "The same, better said" });
    assert.equal((await icon())?.alt, "The same, better said");
    await send({ "remove-icon": "yes" });
    assert.equal(await icon(), undefined);
    assert.deepEqual(await files(), []);
    assert.equal((await archive.get(urls.pseudIcon(writer.pseudId, now?.iconId ?? ""))).status, 404);
    assert.ok(!(await page()).includes("<img"));
  });

  it("takes only what its bytes say is a picture, not larger than the owner allows, and described", async () => {
    await archive.database.write((tx) => changeSettings(tx, { iconKilobytes: 10 }, Date.now()));
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const refused: [File, string, RegExp][] = [
      [picture(new TextEncoder().encode(svg)), "x", /no PNG, JPEG, GIF or WebP/],
      [picture(tinyPng().slice(0, 20)), "x", /no PNG, JPEG, GIF or WebP/],
      [picture(new Uint8Array(10_001)), "x", /more than 10 kilobytes/],
      [picture(tinyPng({ width: 5_000 })), "x", /more than 4,000 points/],
      [picture(tinyPng()), "  ", /Say in a few words what the picture shows/],
    ];
    for (const [file, alt, says] of refused) {
      const answer = await send({ icon: file, alt, about: "Nothing of this is lost." });
      assert.equal(answer.status, 422, String(says));
      const html = await answer.text();
      assert.match(html, says);
      assert.match(html, /Nothing of this is lost\./);
    }
    assert.equal(await icon(), undefined);
    assert.deepEqual(await files(), []);
  });

  it("gives two equal pictures nothing in common", async () => {
    const second = await archive.database.write((tx) =>
      addPseud(tx, writer.member.accountId, "Quillfeather", Date.now() + 1_000),
    );
    await send({ icon: picture(tinyPng()), alt: "One" });
    await archive.send(
      urls.accountPseud(second.id),
      { name: "Quillfeather", about: "", alt: "Two", icon: picture(tinyPng()) },
      writer,
    );
    const [one, two] = [await icon(), await findIcon(archive.database.reading, second.id)];
    assert.ok(one && two && one.iconId !== two.iconId);
    assert.equal((await archive.get(urls.pseudIcon(second.id, one.iconId))).status, 404);
  });
});

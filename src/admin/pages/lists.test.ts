import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { tagFor } from "../../tags/tags.ts";
import { urls } from "../../vocabulary/urls.ts";
import { listChoices } from "../../works/choices.ts";

/** The fields of a form as a browser would send them back untouched. */
function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (!name || (tag.includes('type="checkbox"') && !tag.includes("checked"))) continue;
    fields[name] = (/ value="([^"]*)"/.exec(tag)?.[1] ?? "")
      .replaceAll("&amp;", "&")
      .replaceAll("&#39;", "'");
  }
  for (const [, name, options] of html.matchAll(/<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs)) {
    const chosen = /value="([^"]*)" selected/.exec(options ?? "") ?? /value="([^"]*)"/.exec(options ?? "");
    if (name) fields[name] = chosen?.[1] ?? "";
  }
  return fields;
}

describe("the owner's lists", () => {
  let archive: TestArchive;
  let owner: CastMember;
  before(async () => {
    archive = await openTestArchive();
    owner = await archive.join("Rowan", "owner");
  });
  after(() => archive.close());

  const page = async (list: string) => (await archive.get(urls.settingsList(list), owner)).text();
  const save = (list: string, fields: Record<string, string>) =>
    archive.send(urls.settingsList(list), fields, owner);

  it("all have a page that saves unchanged to the same list", async () => {
    for (const list of ["ratings", "warnings", "categories", "tag-kinds", "media", "abbreviations"]) {
      const before = fieldsOf(await page(list));
      assert.ok(Object.keys(before).length > 12, list);
      assert.equal((await save(list, before)).status, 303, list);
      assert.deepEqual(fieldsOf(await page(list)), before, list);
    }
    assert.equal((await archive.get(urls.settingsList("nothing"), owner)).status, 404);
  });

  it("adds, renames, moves and retires in one save", async () => {
    const fields = fieldsOf(await page("ratings"));
    assert.equal(fields["name-6"], "");
    const saved = await save("ratings", {
      ...fields,
      "name-2": "Everybody",
      "retired-3": "yes",
      "place-5": "1",
      "name-6": "  Older   teens ",
      "about-6": "For 16 and up.",
      "place-6": "4",
    });
    assert.equal(saved.status, 303);
    const offered = await listChoices(archive.database.reading, "ratings");
    const rows = offered.map(({ id, name, about }) => [id, name, about]);
    assert.deepEqual(rows, [
      ["explicit", "Explicit", "Adult themes, told in full detail."],
      ["not-rated", "Not rated", "The author has not chosen a rating: it may be any of them."],
      ["general", "Everybody", "For readers of any age."],
      ["older-teens", "Older teens", "For 16 and up."],
      ["mature", "Mature", "Adult themes, not told in full detail."],
    ]);
  });

  it("hands back a refused list as it was typed", async () => {
    const fields = fieldsOf(await page("warnings"));
    const before = await listChoices(archive.database.reading, "warnings");
    const refused = await save("warnings", {
      ...fields,
      "name-1": "",
      "place-2": "soon",
      "name-3": "UNDERAGE  sex",
      "about-5": "Words without a name",
    });
    assert.equal(refused.status, 422);
    const html = await refused.text();
    for (const field of ["name-1", "place-2", "name-4", "name-5"])
      assert.ok(html.includes(`id="field-${field}-error"`), field);
    const back = fieldsOf(html);
    assert.equal(back["place-2"], "soon");
    assert.equal(back["name-3"], "UNDERAGE  sex");
    assert.equal(back["about-5"], "Words without a name");
    assert.deepEqual(await listChoices(archive.database.reading, "warnings"), before);
  });

  it("takes away an emptied row that nothing holds, and names the one that is held", async () => {
    await archive.database.write((writer) => tagFor(writer, "character", "Spike", Date.now()));
    const fields = fieldsOf(await page("tag-kinds"));
    const refused = await save("tag-kinds", { ...fields, "name-2": "", "plural-2": "" });
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /“Character” is in use/);
    assert.equal((await save("tag-kinds", { ...fields, "name-3": "", "plural-3": "" })).status, 303);
    assert.ok(!Object.values(fieldsOf(await page("tag-kinds"))).includes("relationship"));
  });

  it("adds a kind of tag that authors use and readers find works by, without a line of code", async () => {
    const kinds = fieldsOf(await page("tag-kinds"));
    const free = Object.keys(kinds).find((name) => /^name-/.test(name) && kinds[name] === "") ?? "";
    const number = free.slice("name-".length);
    const era = { [`name-${number}`]: "Era", [`plural-${number}`]: "Eras", [`weighted-${number}`]: "yes" };
    assert.equal((await save("tag-kinds", { ...kinds, ...era })).status, 303);
    const form = await (await archive.get(urls.newWork(), owner)).text();
    for (const field of ["tags-era", "side-era", "mention-era"])
      assert.ok(form.includes(`name="${field}"`), field);
    const made = await archive.send(
      urls.newWork(),
      {
        title: "Ice on the Thames",
        pseud: owner.pseudId,
        "tags-fandom": "Original Work",
        "tags-era": "Frost Fairs",
        "side-era": "Restoration",
        rating: "general",
        language: "en",
        visibility: "everyone",
        story: "It froze.",
      },
      owner,
    );
    assert.equal(made.status, 303, await made.text());
    const workId = /works\/([^/]+)\/edit/.exec(made.headers.get("location") ?? "")?.[1] ?? "";
    assert.equal((await archive.send(urls.publication(workId), {}, owner)).status, 303);
    const found = await (await archive.get(urls.works())).text();
    const facet = /Eras.*/s.exec(found)?.[0] ?? "";
    for (const name of ["Frost Fairs", "Restoration"]) assert.ok(facet.includes(name), name);
    assert.deepEqual(archive.logged, []);
  });

  it("keeps fandoms and one rating offered, even from a made-up form", async () => {
    const kinds = fieldsOf(await page("tag-kinds"));
    const refused = await save("tag-kinds", { ...kinds, "retired-1": "yes" });
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /This kind must stay offered/);
    const ratings = fieldsOf(await page("ratings"));
    const all = Object.fromEntries([1, 2, 3, 4, 5, 6].map((number) => [`retired-${number}`, "yes"]));
    const none = await save("ratings", { ...ratings, ...all });
    assert.equal(none.status, 422);
    assert.match(await none.text(), /At least one rating must stay offered/);
    assert.deepEqual(archive.logged, []);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { fromHtml } from "hast-util-from-html";
import { visitParents } from "unist-util-visit-parents";
import { changeSettings } from "../src/plumbing/settings/settings.ts";
import { openTestArchive, type TestArchive } from "./archive.ts";
import { everyPage, open, type PageToSee, pagePatterns } from "./every-page.ts";

/**
 * Every sentence of the interface goes through the translation function: in the pseudo-language it comes
 * out between ⟦ ⟧, and all else in this archive is written in Greek, so a Latin letter outside the
 * brackets is a sentence that was missed.
 */
describe("the interface in another language", () => {
  let archive: TestArchive;
  let pages: PageToSee[];
  before(async () => {
    archive = await openTestArchive();
    // Letters are written in the archive's own language.
    await archive.database.write((writer) => changeSettings(writer, { language: "en-XA" }, Date.now()));
    pages = await everyPage(archive);
    await speakGreek(archive);
  });
  after(() => archive.close());

  it("is looked at on every page there is", () => {
    const seen = new Set(pages.map(({ pattern }) => pattern));
    assert.deepEqual(
      pagePatterns(archive).filter((pattern) => !seen.has(pattern)),
      [],
    );
  });

  it("leaves no sentence untranslated on any page", async () => {
    const missed: string[] = [];
    for (const page of pages) {
      const answer = await open(archive, page, { "accept-language": "en-XA" });
      assert.notEqual(answer.status, 500, page.path);
      const html = await answer.text();
      assert.match(html, /⟦/, `${page.path} speaks the pseudo-language`);
      for (const text of latinTexts(html)) missed.push(`${page.pattern}: ${text}`);
    }
    assert.deepEqual([...new Set(missed)], []);
  });
});

/** The owner's own rows and texts in Greek, like everything else that is not the interface. */
async function speakGreek({ database }: TestArchive): Promise<void> {
  await database.write(async (writer) => {
    for (const list of ["ratings", "warnings", "categories", "permissions", "media"] as const)
      await writer.updateTable(list).set({ name: "Γενικά", about: "Για όλους" }).execute();
    await writer.updateTable("tag_kinds").set({ name: "Είδος", plural: "Είδη" }).execute();
    await writer.updateTable("abbreviations").set({ abbreviation: "ΒΦ", name: "Οδύσσεια" }).execute();
    await changeSettings(
      writer,
      { archiveName: "Ο καθρέφτης", welcome: "<p>Καλώς ήρθες</p>", about: "", rules: "<p>Κανόνες</p>" },
      Date.now(),
    );
  });
}

/** Attributes whose words a person sees or hears. */
const spoken = ["title", "alt", "placeholder", "ariaLabel", "label"];
/** What is nobody's language: addresses, names of files and formats, the password of a device. */
const notSentences =
  /[\w.+-]+@[\w.-]+|\.(?:txt|html?|xml|epub|md)\b|\bUTF-8\b|\bHTML\b|\bEPUB\b|\bMarkdown\b|https?:\/\/\S+|<\/?[a-z0-9]+>|\b[0-9a-z]{5}(?:-[0-9a-z]{5}){3}\b/g;
const languageNames = new Set<string>();
/** Names of time zones are names of the IANA's, for whoever chooses one. */
const zoneNames = new Set(
  ["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => zone.replaceAll("_", " ")),
);

function latinTexts(html: string): string[] {
  const found: string[] = [];
  const look = (text: string) => {
    const rest = withoutBrackets(text).replace(notSentences, "");
    // A sentence with links in it has pieces that no bracket touches: their words have accents.
    const words = rest.match(/\p{L}+/gu) ?? [];
    if (words.some((word) => /^[A-Za-z]{2,}$/.test(word)) && !isFromIntl(rest)) found.push(rest.trim());
  };
  visitParents(fromHtml(html), (node, ancestors) => {
    if (node.type === "element")
      for (const name of spoken) {
        const value = node.properties[name];
        if (typeof value === "string") look(value);
      }
    if (node.type !== "text") return;
    const inside = ancestors.flatMap((ancestor) => (ancestor.type === "element" ? [ancestor] : []));
    if (inside.some(({ tagName }) => ["script", "style", "textarea", "code", "kbd"].includes(tagName)))
      return;
    look(node.value);
  });
  return found;
}

/** A sentence may have another in it: the inner brackets go first. */
function withoutBrackets(text: string): string {
  const outside = text.replace(/⟦[^⟦⟧]*⟧/g, "");
  return outside === text ? text : withoutBrackets(outside);
}

/** Dates, lists, sizes and names of languages come from Intl, in the reader's locale, never from us. */
function isFromIntl(text: string): boolean {
  if (languageNames.size === 0) {
    const names = new Intl.DisplayNames("en", { type: "language" });
    for (const one of "abcdefghijklmnopqrstuvwxyz")
      for (const two of "abcdefghijklmnopqrstuvwxyz") languageNames.add(names.of(one + two) ?? "");
    for (const tag of [
      "en-XA",
      "zh-Hans",
      "zh-Hant",
      "pt-BR",
      "pt-PT",
      "en-GB",
      "en-US",
      "fil",
      "yue",
      "gsw",
    ])
      languageNames.add(names.of(tag) ?? "");
  }
  const plain = text.replace(/\p{Script=Greek}+/gu, " ").replace(/^[\s·,(]+|[\s·,)]+$/gu, "");
  if (
    languageNames.has(text.trim()) ||
    languageNames.has(plain) ||
    zoneNames.has(plain) ||
    /^[^A-Za-z]*\band\b[^A-Za-z]*$/u.test(plain)
  )
    return true;
  if (/^[\d.,]+ (?:bytes?|kB|MB)$/u.test(plain)) return true;
  if (/^(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day$|^\d{1,2}:\d{2}\s?[AP]M$/u.test(plain)) return true;
  return /^[\s·,]*(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: \d{1,2},)? \d{4}(?: at \d{1,2}:\d{2} ?[AP]M)?(?: UTC)?[\s·,]*$/u.test(
    plain,
  );
}

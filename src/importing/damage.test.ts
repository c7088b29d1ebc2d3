import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { everyWord } from "./for-tests/every-word.ts";
import { found, readingOf, storyOf } from "./for-tests/reading-of.ts";

const page = (text: string) => storyOf(text, {}, "html");

describe("what copying from a page leaves behind", () => {
  it("takes letters printed as one apart, and makes divided words whole (T17)", () => {
    assert.equal(storyOf("ﬁnal some-\nthing"), "<p>final something</p>");
    assert.equal(storyOf("the oﬃce ﬂoor"), "<p>the office floor</p>");
  });

  it("keeps the hyphen that may belong to the word, and offers to take it out (T17)", () => {
    const text = "It was a well-\nknown house.";
    assert.equal(storyOf(text), "<p>It was a well-known house.</p>");
    assert.deepEqual(found(readingOf(text), "hyphen-unsure"), ["unsure: well-known"]);
    assert.equal(storyOf(text, { "hyphen-unsure-1": "accept" }), "<p>It was a wellknown house.</p>");
  });

  it("asks the rest of the text how a word is written (T17)", () => {
    const rest = "He was under the bed. The ground was wet. A mid-night train, and then midnight.";
    assert.match(storyOf(`They went under-\nground at last.\n\n${rest}`), /under-ground/);
    assert.match(storyOf(`They went under-\nground.\n\n${rest} The underground shook.`), /went underground/);
    assert.match(storyOf(`It was the mid-\nnight bell.\n\n${rest}`), /the mid-night bell/);
    assert.match(storyOf("His mother-\nin-law knew."), /mother-in-law/);
  });

  it("takes a dash at the end of a line for a dash (T17)", () => {
    assert.match(storyOf("He was gone-\nthen she knew it."), /gone-(?!then)/);
    everyWord("He was gone-\nthen she knew it.");
  });
});

describe("what archives’ programs leave behind", () => {
  it("is taken out: backslashes before quotation marks, and codes written twice (T60)", () => {
    assert.equal(storyOf("It\\'s &amp;quot;fine&amp;quot;"), '<p>It\'s "fine"</p>');
    assert.equal(page("<p>It\\'s &amp;quot;fine&amp;quot; &amp;#8217;twas</p>"), '<p>It\'s "fine" ’twas</p>');
    assert.deepEqual(found(readingOf("It\\'s so."), "escaped-quotes"), ["applied: \\"]);
  });

  it("is only proposed where most marks have none (T60)", () => {
    const text = "I don\\'t know. It's \"fine\", she said. 'No.' 'Yes.'";
    assert.equal(storyOf(text), `<p>${text}</p>`);
    assert.match(storyOf(text, { "escaped-quotes-1": "accept" }), /I don't know/);
  });

  it("leaves what is about HTML alone (T60)", () => {
    assert.match(page("<p>Write &amp;lt;b&amp;gt; for bold.</p>"), /&amp;lt;b&amp;gt;/);
  });
});

describe("signs that are words", () => {
  it("are all shown (T58)", () => {
    assert.equal(
      storyOf("u r my fav <3 <smirks> R&D &amp ok"),
      "<p>u r my fav &lt;3 &lt;smirks&gt; R&amp;D &amp; ok</p>",
    );
  });

  it("are left as they are (T61)", () => {
    const text = "w/ b/c Sam&Jo A/B/O s/he 24/7 h*ll and sh!t";
    assert.equal(storyOf(text), `<p>${text.replace("&", "&amp;")}</p>`);
    assert.deepEqual(readingOf(text).findings, []);
  });

  it("are not restored where nothing is left of them (T41)", () => {
    const text = '"Goodnight."\n\nMorning came grey.';
    assert.equal(storyOf(text), '<p>"Goodnight."</p>\n<p>Morning came grey.</p>');
    assert.deepEqual(
      readingOf(text).findings.filter(({ kind, state }) => kind !== "paragraph-gaps" && state !== "noted"),
      [],
    );
  });
});

describe("text read in the wrong encoding", () => {
  it("is repaired and listed when that is certain (T43, T44)", () => {
    const once = "â€œDonâ€™t,â€\u009d she said â€” once â€¦ cafÃ©";
    assert.equal(storyOf(once), "<p>“Don’t,” she said — once … café</p>");
    assert.match(found(readingOf(once), "encoding-repaired")[0] ?? "", /^applied: /);
    assert.equal(storyOf("ItÃ¢â‚¬â„¢s"), "<p>It’s</p>");
    assert.equal(storyOf("ÃƒÂ©tÃƒÂ©, dÃƒÂ©jÃƒÂ\u00a0 vu"), "<p>été, déjà vu</p>");
  });

  it("is repaired in other alphabets too (T43)", () => {
    const garbled = Buffer.from("Туман поднялся с реки. Он молчал.", "utf8").toString("latin1");
    assert.equal(storyOf(garbled), "<p>Туман поднялся с реки. Он молчал.</p>");
  });

  it("is only proposed when it is likely (T43)", () => {
    const text = "“Très bien,” said Renée, naïve as ever. “L’été à Orléans — déjà vu.” The sign read CafÃ©.";
    assert.equal(storyOf(text), `<p>${text}</p>`);
    assert.deepEqual(found(readingOf(text), "encoding-damage"), ["proposed: Ã©"]);
    assert.match(storyOf(text, { "encoding-damage-1": "accept" }), /The sign read Café\./);
  });

  it("is left alone when it is none (T43)", () => {
    const text = "Ã is a letter, and so are Â and ß: “SÃO PAULO”, he read — Â £5.";
    assert.equal(storyOf(text), `<p>${text}</p>`);
  });
});

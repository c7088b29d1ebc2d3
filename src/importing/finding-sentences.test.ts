import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { IntlMessageFormat } from "intl-messageformat";
import type { Translate } from "../vocabulary/translate.ts";
import { reasonOf, sentenceOf } from "./finding-sentences.ts";
import { readingOf } from "./for-tests/reading-of.ts";

const english: Translate = (sentence, values) => String(new IntlMessageFormat(sentence, "en").format(values));

describe("findings explained", () => {
  it("are whole sentences without holes", () => {
    const file = `Chapter 1/?\nThis is a gift for moth_girl.\nRating: five stars\nDisclaimer: Drac is not mine>\nItalics = Thoughts\n‘Let me in...'\n\n*Now.*  Then.\u00a0 ‘No,' he said.\n\n***\n\n[LINE BREAK]\n\n&quot;x\n\n> quoted\n\n*** Later ***\n\n‘Let me in...'\n\nTBC`;
    const { findings } = readingOf(file);
    assert.ok(new Set(findings.map(({ kind }) => kind)).size > 15);
    for (const finding of findings) {
      assert.match(sentenceOf(finding, english), /^.*[.?]$/su, finding.id);
      assert.doesNotMatch(sentenceOf(finding, english), /undefined|[{}]/);
      for (const reason of finding.reasons) assert.match(reasonOf(reason, english), /\S.*\.$/su);
    }
  });

  it("say of each picture what became of it", () => {
    const page = `<p>See <img src="/a.png"><img src="/b.png" alt="a sail"><a href="/c"><img src="/c.png"><img src="/d.png" alt="a reef"></a>
      <img src="/e.png" alt=""><img src="/e.png" alt=""> here.</p>`;
    const { findings } = readingOf(page, "html");
    assert.deepEqual(
      findings.filter(({ kind }) => kind === "picture").map((finding) => sentenceOf(finding, english)),
      [
        "A picture cannot be brought along yet (/a.png); its address is kept as a link, named by its file name.",
        "A picture cannot be brought along yet (/b.png); its address is kept as a link, named by its description.",
        "A picture cannot be brought along yet (/c.png); only its file name is kept.",
        "A picture cannot be brought along yet (/d.png); only its description is kept.",
        "A picture cannot be brought along yet (/e.png, 2 times); without a description, it was left out.",
      ],
    );
  });

  it("count what they speak for", () => {
    const gaps = readingOf("One.\n\nTwo.\n\nThree.").findings[0];
    assert.ok(gaps);
    assert.equal(
      sentenceOf(gaps, english),
      "The empty space before 2 paragraphs was taken as spacing, not as a scene break.",
    );
  });
});

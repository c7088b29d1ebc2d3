import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { found, readingOf, storyOf } from "../for-tests/reading-of.ts";
import { curlyMarks } from "./straight-quotes.ts";

/** What the text is with every straight mark made curly. */
function curly(text: string): string {
  const characters = [...text].length === text.length ? text.split("") : [];
  for (const { at, becomes } of curlyMarks(text)) characters[at] = becomes;
  return characters.join("");
}

describe("typography that is right", () => {
  it("is left byte for byte, whatever its marks (T42, T47, T48, T49, T53, T56)", () => {
    for (const text of [
      "“Don’t,” she said—once.",
      "I don’t know,” he said.",
      "“She said, ‘Not today.’”",
      "« Oui\u202f! » dit-elle.",
      "«\u00a0Oui\u00a0!\u00a0»",
      "„Ja“, sagte sie.",
      "»Nein«, sagte er.",
      "「はい」",
      "«Да», сказала она.",
      "What?!?! No!!!",
    ]) {
      assert.equal(storyOf(text), `<p>${text}</p>`);
      assert.equal(storyOf(`<p>${text}</p>`, {}, "html"), `<p>${text}</p>`);
    }
    assert.equal(storyOf("“First.\n\n“Second.”"), "<p>“First.</p>\n<p>“Second.”</p>");
  });

  it("has nothing said of it (T42, T48, T49, T56)", () => {
    for (const text of [
      "“Don’t,” she said—once.",
      "“First.\n\n“Second.”",
      "“She said, ‘Not today.’”",
      "What?!?! No!!!",
    ])
      assert.deepEqual(
        readingOf(text).findings.filter(({ kind }) => kind !== "paragraph-gaps"),
        [],
        text,
      );
  });

  it("is missed where a closing mark has no partner (T47)", () => {
    assert.equal(found(readingOf("“Yes,” she said.\n\nI don’t know,” he said."), "quote-unopened").length, 1);
  });
});

describe("straight quotation marks (T50)", () => {
  const text = `"'Tis late," the dogs' owner said in '98, 'n' left.`;

  it("stay as they are until the writer asks", () => {
    assert.equal(storyOf(text), `<p>${text}</p>`);
    const [offer] = readingOf(text).findings.filter(({ kind }) => kind === "straight-quotes");
    assert.equal(offer?.state, "noted");
    assert.equal(offer?.was, text);
    assert.equal(offer?.becomes, "“’Tis late,” the dogs’ owner said in ’98, ’n’ left.");
  });

  it("become curly, all with one answer", () => {
    assert.equal(
      storyOf(text, { "straight-quotes-1": "accept" }),
      "<p>“’Tis late,” the dogs’ owner said in ’98, ’n’ left.</p>",
    );
    assert.equal(
      storyOf('<p>"Go," she <em>didn\'t</em> say.</p>', { "straight-quotes-1": "accept" }, "html"),
      "<p>“Go,” she <em>didn’t</em> say.</p>",
    );
  });

  for (const [straight, expected] of [
    [`"Wait--" he said.`, "“Wait--” he said."],
    [`She said--"No."`, "She said--“No.”"],
    [`She said—"No," and left.`, "She said—“No,” and left."],
    [`"She said, 'Not today.'"`, "“She said, ‘Not today.’”"],
    [`'She said, "Not today,"' he told us.`, "‘She said, “Not today,”’ he told us."],
    [`"'No,' she said, 'not today.'"`, "“‘No,’ she said, ‘not today.’”"],
    [`("Really?")`, "(“Really?”)"],
    [`rock 'n' roll in the '60s`, "rock ’n’ roll in the ’60s"],
    [`He was 5'10" tall.`, `He was 5'10" tall.`],
    [`"You--" "Yes."`, "“You--” “Yes.”"],
    [`'Twas the boys' room, wasn't it?`, "’Twas the boys’ room, wasn’t it?"],
    [`"It's the Joneses'," said Jo.`, "“It’s the Joneses’,” said Jo."],
    [`"First, and more to come.`, "“First, and more to come."],
  ] as const) {
    it(`become right in ${straight}`, () => assert.equal(curly(straight), expected));
  }

  it("open again in speech that goes on over paragraphs in single marks", () => {
    assert.equal(
      storyOf("'First I ran.\n\n'Then I fell,' he said.", { "straight-quotes-1": "accept" }),
      "<p>‘First I ran.</p>\n<p>‘Then I fell,’ he said.</p>",
    );
  });

  it("are not offered to who writes in another language or with other marks", () => {
    const german =
      'Er sagte "ja" und ging. Der Nebel lag auf dem Fluss, und die Lampen brannten nicht, und sie war mit ein paar Worten nicht zu trösten, und das Haus war still, und ich ging hinaus auf die Straße und sah die Lichter nicht.';
    assert.deepEqual(found(readingOf(german), "straight-quotes"), []);
    assert.deepEqual(found(readingOf('„Ja", sagte er.'), "straight-quotes"), []);
  });
});

describe("quotation marks typed with accents (T51)", () => {
  const text = "``Hi,'' `yes' she said.";

  it("stay, and can become quotation marks", () => {
    assert.equal(storyOf(text), `<p>${text}</p>`);
    assert.deepEqual(found(readingOf(text), "tex-quotes"), ["proposed: ``Hi,''"]);
    assert.equal(storyOf(text, { "tex-quotes-1": "accept" }), "<p>“Hi,” ‘yes’ she said.</p>");
  });
});

describe("dashes", () => {
  it("that open speech make paragraphs, never a list (T52)", () => {
    const lines = ["— Salut, dit-il.", "- Tu es en retard.", "—¿Qué? —dijo."];
    const paragraphs = lines.map((line) => `<p>${line}</p>`).join("\n");
    assert.equal(storyOf(lines.join("\n")), paragraphs);
    assert.equal(storyOf(lines.join("\n\n")), paragraphs);
    assert.equal(storyOf(paragraphs, {}, "html"), paragraphs);
  });

  it("that are typed as hyphens stay, and can become dashes (T54)", () => {
    const text = "wait -- no--";
    assert.equal(storyOf(text), `<p>${text}</p>`);
    assert.deepEqual(found(readingOf(text), "typed-dashes"), [`noted: ${text}`]);
    assert.equal(storyOf(text, { "typed-dashes-1": "accept" }), "<p>wait — no—</p>");
  });

  it("that point, rule or name an option are none (T54)", () => {
    for (const text of ["a --> b", "run it with --force", "x <-- y"])
      assert.deepEqual(found(readingOf(text), "typed-dashes"), [], text);
  });
});

describe("dots (T55)", () => {
  it("keep their number and their form", () => {
    assert.equal(storyOf("a... b… d...."), "<p>a... b… d....</p>");
  });

  it("with spaces between them do not part at the end of a line", () => {
    assert.equal(storyOf("He waited . . . no."), "<p>He waited .\u00a0.\u00a0. no.</p>");
    assert.equal(storyOf("<p>He waited . . . no.</p>", {}, "html"), "<p>He waited .\u00a0.\u00a0. no.</p>");
    assert.equal(storyOf("He waited . . . no.", { "spaced-dots-1": "undo" }), "<p>He waited . . . no.</p>");
  });
});

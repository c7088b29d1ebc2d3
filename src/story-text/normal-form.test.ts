import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ElementContent, Root } from "hast";
import { visit } from "unist-util-visit";
import { cleanStory } from "./clean.ts";
import { textOf, wordsOf } from "./count-words.ts";
import { element } from "./elements.ts";
import { readStored } from "./read-stored.ts";
import { sanitiseNote, sanitiseStory } from "./sanitise.ts";
import { serialiseStory } from "./serialise.ts";
import { tidyStory } from "./tidy.ts";
import { toMarkdown } from "./to-markdown.ts";
import { toPlainText } from "./to-plain-text.ts";
import { noteFromTyped, storyFromTyped, typedFromNote, typedFromStory } from "./typed.ts";

const rounds = 1000;

/** mulberry32: small, seeded, good enough to choose shapes. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const texts = [
  ..."word|two words|  |\n| x|x |***|* * *|oOo|---|§|<em>|</p>|<script>|<!-- x -->|<3|<smirks>|&amp;|&lt;".split(
    "|",
  ),
  ...'R&D|&copy|&#60;|a & b|\u00a0|\u00a0 x|« Oui\u00a0! »|海|<b title="|">|don’t|...|well-known|a\n\nb|<>'.split(
    "|",
  ),
];
const inline = "em strong u s code sup sub small span q cite bdi abbr".split(" ");
const blockNames =
  "p p p p center right verse h3 blockquote letter aside figure ul ol dl table pre details hr text br em".split(
    " ",
  );

function anyTree(random: () => number): Root {
  const pick = <Item>(items: Item[]): Item => items[Math.floor(random() * items.length)] ?? pick(items);
  const many = <Item>(most: number, make: () => Item) =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, make);
  const words = (depth: number): ElementContent => {
    if (depth > 2 || random() < 0.55) return { type: "text", value: pick(texts) };
    if (random() < 0.3) return element("br", {}, []);
    const properties =
      random() < 0.2 ? { lang: "ja" } : random() < 0.3 ? { className: [pick(["sc", "voice-1", "in2"])] } : {};
    return element(
      pick(inline),
      properties,
      random() < 0.05 ? [block(depth + 1)] : many(4, () => words(depth + 1)),
    );
  };
  const block = (depth: number): ElementContent => {
    const name = depth > 2 ? "p" : pick(blockNames);
    const blocks = () => many(3, () => block(depth + 1));
    const content = () => (random() < 0.6 ? many(4, () => words(1)) : blocks());
    switch (name) {
      case "text":
      case "br":
      case "em":
        return words(1);
      case "center":
      case "right":
      case "verse":
        return element(
          "p",
          { className: [name] },
          many(5, () => words(0)),
        );
      case "letter":
        return element("blockquote", { className: ["letter"] }, content());
      case "figure":
        return element("figure", { className: ["post"] }, content());
      case "hr":
        return element(
          "hr",
          { className: ["scene"], dataOrnament: pick(["", "***", "~*~", "xXx", "Three & <b>", "<>", "- -"]) },
          [],
        );
      case "ul":
      case "ol":
        return element(
          name,
          name === "ol" && random() < 0.3 ? { start: 3 } : {},
          many(3, () => element("li", {}, content())),
        );
      case "dl":
        return element(
          "dl",
          {},
          many(3, () => element(pick(["dt", "dd"]), {}, content())),
        );
      case "table":
        return element(
          "table",
          {},
          many(3, () =>
            element(
              "tr",
              {},
              many(3, () => element(pick(["td", "th"]), {}, content())),
            ),
          ),
        );
      case "details":
        return element("details", {}, [
          element(
            "summary",
            {},
            many(3, () => words(1)),
          ),
          ...blocks(),
        ]);
      case "blockquote":
      case "aside":
        return element(name, {}, content());
      default:
        return element(
          name,
          {},
          many(5, () => words(0)),
        );
    }
  };
  return { type: "root", children: many(5, () => block(0)) };
}

function eachTree(check: (tree: Root, seed: number) => void): void {
  for (let seed = 1; seed <= rounds; seed += 1) check(anyTree(seeded(seed)), seed);
}

describe("the normal form, over a thousand seeded trees", () => {
  it("is reached by tidying once", () => {
    eachTree((tree, seed) => {
      const once = tidyStory(sanitiseStory(tree));
      assert.deepEqual(tidyStory(once), once, `seed ${seed}`);
      assert.deepEqual(sanitiseStory(once), once, `seed ${seed}`);
      const note = tidyStory(sanitiseNote(tree));
      assert.deepEqual(tidyStory(note), note, `note, seed ${seed}`);
    });
  });

  it("is read back from its own bytes as the same tree", () => {
    eachTree((tree, seed) => {
      const stored = tidyStory(sanitiseStory(tree));
      assert.deepEqual(readStored(serialiseStory(stored)), stored, `seed ${seed}`);
      assert.equal(cleanStory(serialiseStory(stored)), serialiseStory(stored), `seed ${seed}`);
    });
  });

  it("survives being edited in a plain text field untouched", () => {
    eachTree((tree, seed) => {
      const story = tidyStory(sanitiseStory(tree));
      assert.deepEqual(
        storyFromTyped(typedFromStory(story)),
        story,
        `seed ${seed}\n${typedFromStory(story)}`,
      );
      const note = tidyStory(sanitiseNote(tree));
      assert.deepEqual(
        noteFromTyped(typedFromNote(note)),
        note,
        `note, seed ${seed}\n${typedFromNote(note)}\n${serialiseStory(note)}`,
      );
    });
  });

  it("keeps every word in its order", () => {
    eachTree((tree, seed) => {
      const safe = sanitiseStory(tree);
      const words = (each: Root) => wordsOf(textOf(each)).join("");
      assert.equal(words(tidyStory(safe)), words(safe), `seed ${seed}`);
    });
  });

  it("becomes plain text and Markdown that hold every word", () => {
    eachTree((tree, seed) => {
      const story = tidyStory(sanitiseStory(tree));
      const plain = toPlainText(story).toLowerCase();
      // Markdown writes a letter beside emphasis as a reference where it must.
      const markdown = toMarkdown(story).replace(/&#x([0-9A-F]+);/g, (_, code: string) =>
        String.fromCodePoint(Number.parseInt(code, 16)),
      );
      visit(story, "text", (text) => {
        for (const word of text.value.match(/[\p{L}]+/gu) ?? []) {
          assert.ok(plain.includes(word.toLowerCase()), `seed ${seed}, plain text: ${word}`);
          assert.ok(
            markdown.includes(word),
            `seed ${seed}, Markdown: ${word}\n${serialiseStory(story)}\n${markdown}`,
          );
        }
      });
    });
  });
});

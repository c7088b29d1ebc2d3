import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cleanNote, cleanStory } from "./clean.ts";
import { pictureNamesIn, picturesWithoutWords } from "./kept-pictures.ts";
import { readStored } from "./read-stored.ts";
import { storyFromTyped, typedFromStory } from "./typed.ts";

const name = `${"0123456789abcdef".repeat(4)}.png`;
const picture = `<img src="/pictures/${name}" alt="A brig &lt;at sea&gt;" width="640" height="480">`;

describe("pictures in a story", () => {
  it("stay where the archive keeps them, within a line or alone", () => {
    for (const story of [`<p>Here: ${picture} so.</p>`, `<p>${picture}</p>`, `<h3>${picture}</h3>`])
      assert.equal(cleanStory(story), story);
    assert.equal(
      cleanStory(`<p><a href="https://x.example/">${picture}</a></p>`),
      `<p><a href="https://x.example/">${picture}</a></p>`,
    );
  });

  it("stand in a figure with their caption, whatever box they came in", () => {
    assert.equal(
      cleanStory(`<figure><div>${picture}</div><figcaption>Drawn by <i>Jo</i>.</figcaption></figure>`),
      `<figure class="picture">${picture}<figcaption>Drawn by <em>Jo</em>.</figcaption></figure>`,
    );
    assert.equal(
      cleanStory(
        `<figure class="picture"><figcaption><p>One.</p><p>Two.</p></figcaption>${picture}</figure>`,
      ),
      `<figure class="picture">${picture}<figcaption><p>One.</p><p>Two.</p></figcaption></figure>`,
    );
  });

  it("keep a long description through the plain text field", () => {
    const story = readStored(
      `<p><img src="/pictures/${name}" alt="${"A brig &amp; more. ".repeat(1000).trim()}"></p>`,
    );
    assert.deepEqual(storyFromTyped(typedFromStory(story)), story);
  });

  it("share no figure with words: those become paragraphs", () => {
    assert.equal(
      cleanStory(`<figure class="picture">${picture}<p>Once.</p><figcaption>Said.</figcaption></figure>`),
      `<p>${picture}</p>\n<p>Once.</p>\n<p>Said.</p>`,
    );
    assert.equal(cleanStory("<figure><p>a</p><figcaption>b</figcaption></figure>"), "<p>a</p>\n<p>b</p>");
  });

  it("become their words in a note about the work", () => {
    assert.equal(
      cleanNote(`<p>${picture}</p>`),
      `<p><a href="/pictures/${name}">A brig &lt;at sea&gt;</a></p>`,
    );
  });

  it("are counted while nobody has said what they show", () => {
    const unsaid = `<img src="/pictures/${name}">`;
    const decoration = `<img src="/pictures/${name}" alt="">`;
    const story = cleanStory(`<p>${unsaid}${decoration}${picture}</p><ul><li>${unsaid}</li></ul>`);
    assert.equal(story, `<p>${unsaid}${decoration}${picture}</p>\n<ul><li>${unsaid}</li></ul>`);
    assert.equal(picturesWithoutWords(readStored(story)), 2);
  });

  it("are named exactly, each once, and never by a text that only looks like one", () => {
    const other = `${"f".repeat(64)}.webp`;
    const story = cleanStory(
      `<p>&lt;img src="/pictures/${"a".repeat(64)}.png"&gt;${picture}<img src="/pictures/${other}">${picture}` +
        `<img src="/pictures/${"b".repeat(64)}.svg" alt='<img src="/pictures/${"c".repeat(64)}.png">'></p>`,
    );
    assert.deepEqual(pictureNamesIn(story), [name, other]);
  });
});

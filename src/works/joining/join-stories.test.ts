import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { cleanStory } from "../../story-text/clean.ts";
import { readStored } from "../../story-text/read-stored.ts";
import { blocksOf } from "../seam.ts";
import { joinStories } from "./join-stories.ts";
import { splitStory } from "./split-story.ts";
import { trailingNotes } from "./story-notes.ts";

const reference = (number: number) => `<a class="noteref" href="#note-${number}">${number}</a>`;
const note = (number: number, words: string) =>
  `<aside class="footnote" id="note-${number}"><p><a class="noteback" href="#noteref-${number}">*</a> ${words}</p></aside>`;
const blocksIn = (story: string) => blocksOf(readStored(story));

const words = fc.constantFrom("A word.", "<em>Two</em> words", "Drei “Worte”", "四つの言葉", "5 &lt; 6");
const paragraph = fc
  .tuple(words, fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }))
  .map(([text, notes]) => `<p>${text} ${notes.map(reference).join(" and ")}</p>`);
const heading = fc
  .tuple(fc.constantFrom("h3", "h4", "h6"), words)
  .map(([level, text]) => `<${level}>${text}</${level}>`);
const sceneBreak = fc.constantFrom(
  '<hr class="scene" data-ornament="***">',
  '<hr class="scene" data-ornament="">',
);
const other = fc.constantFrom(
  "<blockquote><p>Quoted</p></blockquote>",
  "<ul><li>one</li><li>two</li></ul>",
  `<h3>Noted ${reference(2)}</h3>`,
  '<aside class="footnote"><p>Nobody asked.</p></aside>',
);
/** Footnotes in any order, some of them alike. */
const notesSaying = (...texts: string[]) =>
  fc.uniqueArray(fc.record({ number: fc.integer({ min: 1, max: 6 }), text: fc.constantFrom(...texts) }), {
    selector: ({ number }) => number,
    maxLength: 6,
  });
const story = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: paragraph },
        { weight: 1, arbitrary: heading },
        { weight: 1, arbitrary: sceneBreak },
        { weight: 1, arbitrary: other },
      ),
      { maxLength: 9 },
    ),
    notesSaying("A ship.", "A boat.", `See ${reference(1)}.`),
  )
  .map(([blocks, given]) =>
    cleanStory([...blocks, ...given.map(({ number, text }) => note(number, text))].join("\n")),
  );
/** A story that begins and ends with words, as chapters do. */
const chapter = fc
  .tuple(
    words,
    fc.array(fc.oneof(paragraph, sceneBreak, heading), { maxLength: 5 }),
    paragraph,
    notesSaying("A ship.", "A boat."),
  )
  .map(([first, middle, last, given]) =>
    cleanStory(
      [`<p>${first}</p>`, ...middle, last, ...given.map((one) => note(one.number, one.text))].join("\n"),
    ),
  );
const title = fc.constantFrom("", "The Mirror", "R&D <3", "“Two”");

describe("joining and splitting stories", () => {
  it("gives back the same story when what was split is joined again, wherever it was split", () => {
    let splits = 0;
    fc.assert(
      fc.property(story, (whole) => {
        for (const place of blocksIn(whole).keys()) {
          const parts = splitStory(whole, place);
          if (!parts) continue;
          splits += 1;
          const second = { story: parts.second, title: parts.title };
          assert.equal(joinStories(parts.first, second, parts.seam), whole);
          assert.equal(cleanStory(parts.first), parts.first);
          assert.equal(cleanStory(parts.second), parts.second);
        }
      }),
      { numRuns: 200 },
    );
    assert.ok(splits > 200, "most stories can be split");
  });

  it("gives back the same chapters when what was joined is split at the seam", () => {
    fc.assert(
      fc.property(chapter, chapter, title, (first, second, name) => {
        const whole = joinStories(first, { story: second, title: name }, null);
        assert.equal(cleanStory(whole), whole);
        const seam = blocksIn(first).length - trailingNotes(blocksIn(first)).length;
        const parts = splitStory(whole, seam);
        assert.deepEqual(parts && [parts.first, parts.second, parts.title], [first, second, name]);
        assert.equal(parts && joinStories(first, { story: second, title: name }, parts.seam), whole);
      }),
      { numRuns: 200 },
    );
  });

  it("heads the second story by its title, or parts the two by a scene break", () => {
    assert.equal(
      joinStories("<p>One.</p>", { story: "<p>Two.</p>", title: "The <Mirror>" }, null),
      "<p>One.</p>\n<h3>The &lt;Mirror&gt;</h3>\n<p>Two.</p>",
    );
    assert.equal(
      joinStories("<p>One.</p>", { story: "<p>Two.</p>", title: "" }, null),
      '<p>One.</p>\n<hr class="scene" data-ornament="">\n<p>Two.</p>',
    );
  });

  it("puts back a heading as it was, or with the title it has by now", () => {
    const whole =
      '<p>One.</p>\n<hr class="scene" data-ornament="~*~">\n<h4>The <em>Mirror</em></h4>\n<p>Two.</p>';
    const parts = splitStory(whole, 1);
    assert.ok(parts);
    assert.deepEqual([parts.first, parts.second, parts.title], ["<p>One.</p>", "<p>Two.</p>", "The Mirror"]);
    const again = (name: string) =>
      joinStories(parts.first, { story: parts.second, title: name }, parts.seam);
    assert.equal(again("The Mirror"), whole);
    assert.equal(again("Glass"), whole.replace("The <em>Mirror</em>", "Glass"));
    assert.equal(again(""), whole.replace("\n<h4>The <em>Mirror</em></h4>", ""));
  });

  it("keeps two notes apart that were one, when one was rewritten since", () => {
    const whole = cleanStory(`<p>a${reference(1)}</p><p>b${reference(1)}</p>${note(1, "A ship.")}`);
    const parts = splitStory(whole, 1);
    assert.ok(parts);
    assert.ok(parts.first.includes("A ship.") && parts.second.includes("A ship."));
    const second = { story: parts.second.replace("A ship.", "A boat."), title: "" };
    const joined = joinStories(parts.first, second, parts.seam);
    assert.ok(joined.includes("A ship.") && joined.includes("A boat."));
    assert.equal(joined, cleanStory(joined));
  });

  it("lets a note that stands amid the story serve both parts, and be one again", () => {
    const whole = cleanStory(`<p>a${reference(1)}</p>${note(1, "A ship.")}<p>b</p><p>c${reference(1)}</p>`);
    const parts = splitStory(whole, 3);
    assert.ok(parts);
    assert.ok(parts.first.includes("A ship.") && parts.second.includes("A ship."));
    assert.equal(joinStories(parts.first, { story: parts.second, title: "" }, parts.seam), whole);
  });

  it("leaves a heading in the story that says more than a title can hold", () => {
    for (const more of [`<h3>Noted${reference(1)}</h3>`, `<h3>${"x".repeat(301)}</h3>`]) {
      const parts = splitStory(cleanStory(`<p>One.</p>${more}<p>Two.</p>${note(1, "A ship.")}`), 1);
      assert.equal(parts?.title, "");
      assert.match(parts?.second ?? "", /^<h3>/);
    }
  });

  it("splits nothing off when there would be no story on one side", () => {
    const whole = cleanStory(`<h3>One</h3><p>a${reference(1)}</p>${note(1, "A ship.")}`);
    for (const place of [0, 2, 3, 4]) assert.equal(splitStory(whole, place), null, String(place));
    assert.ok(splitStory(whole, 1));
  });
});

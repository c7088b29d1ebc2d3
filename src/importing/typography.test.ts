import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { found, readingOf, storyOf } from "./for-tests/reading-of.ts";

/** Cases by their number in the project's list of typographic cases; the samples are our own. */
describe("paragraphs of a text", () => {
  it("takes empty lines as the space between paragraphs (T01)", () => {
    assert.equal(storyOf("One.\n\nTwo."), "<p>One.</p>\n<p>Two.</p>");
  });

  it("joins a line broken in the middle of a sentence (T02)", () => {
    const text = "Jonathan turned the lamp so low that the\ndoors were only a suggestion.\n\n“Mina?”";
    assert.equal(
      storyOf(text),
      "<p>Jonathan turned the lamp so low that the doors were only a suggestion.</p>\n<p>“Mina?”</p>",
    );
  });

  it("keeps one paragraph a line where there are no empty lines (T03)", () => {
    const text = "Alice waited a long, long time for the tide to turn.\nIt did not.";
    assert.equal(
      storyOf(text),
      "<p>Alice waited a long, long time for the tide to turn.</p>\n<p>It did not.</p>",
    );
  });

  it("takes indents for the beginning of paragraphs and takes them out (T04, T05)", () => {
    assert.equal(storyOf("\tIt rained.\n\tIt stopped."), "<p>It rained.</p>\n<p>It stopped.</p>");
    assert.equal(storyOf("\u3000It rained.\n\u3000It stopped."), "<p>It rained.</p>\n<p>It stopped.</p>");
    assert.equal(storyOf("    It rained.\n\n    It stopped."), "<p>It rained.</p>\n<p>It stopped.</p>");
  });

  it("joins mail that was wrapped twice (T11)", () => {
    const text = "Holmes ran for the door before anyone could think\nto\nstop him.";
    assert.equal(storyOf(text), "<p>Holmes ran for the door before anyone could think to stop him.</p>");
  });

  it("joins a whole hard-wrapped text and keeps its paragraphs", () => {
    const text = [
      "It was upon a bitter night of February that the bell of the house in",
      "Baker Street was pulled three times. Holmes did not look up from his",
      "retort. He had been at it since breakfast.",
      "",
      "“That will be Lestrade,” said he, “and he will have walked. Pray tell",
      "him that the answer is the gardener, and that I am not at home.”",
      "",
      "I went down.",
    ].join("\n");
    assert.equal(storyOf(text).split("\n").length, 3);
    assert.doesNotMatch(storyOf(text), /<br>/);
  });

  it("undoes mail’s codes and soft line breaks (T12)", () => {
    assert.equal(
      storyOf("caf=E9 =96 he said=2E=20\nThen he le=\nft."),
      "<p>café – he said. Then he left.</p>",
    );
  });

  it("takes one level of > from a reply, and makes a quotation of some lines (T13)", () => {
    assert.equal(storyOf("> One.\n> \n> Two."), "<p>One.</p>\n<p>Two.</p>");
    assert.equal(
      storyOf("She read:\n\n> Come at once.\n\nShe went."),
      "<p>She read:</p>\n<blockquote><p>Come at once.</p></blockquote>\n<p>She went.</p>",
    );
  });

  it("takes out the mark a mailbox put before From (T14)", () => {
    assert.equal(
      storyOf(">From the hill they saw it.\n\nIt was Carfax."),
      "<p>From the hill they saw it.</p>\n<p>It was Carfax.</p>",
    );
  });

  it("takes out what cannot be seen and keeps joiners (T16)", () => {
    assert.equal(
      storyOf("\ufeffSome\u00adthing\u200b new\u0000.\u2028می\u200cخواهم"),
      '<p>Something new.</p>\n<p dir="auto">می\u200cخواهم</p>',
    );
  });

  it("makes a scene break of a gap that is wider than usual (T07)", () => {
    const text = "A one.\n\nB two.\n\nC three.\n\nD four.\n\n\n\nE five.\n\nF six.";
    assert.match(storyOf(text), /<p>D four\.<\/p>\n<hr class="scene" data-ornament="">\n<p>E five/);
    assert.doesNotMatch(storyOf(text, { "gap-scene-breaks-1": "undo" }), /<hr/);
  });

  it("makes one space of two, or of one that does not break (T57)", () => {
    const reading = readingOf("The end.\u00a0 She left.");
    assert.deepEqual(found(reading, "double-spaces").length, 1);
    assert.equal(
      storyOf("The end.\u00a0 She left.", { "double-spaces-1": "accept" }),
      "<p>The end. She left.</p>",
    );
  });
});

describe("paragraphs of a page", () => {
  const page = (html: string) => storyOf(html, {}, "html");

  it("are not the empty ones that only space them (T06)", () => {
    const html = "<p>One.</p><p>&nbsp;</p><p>Two.</p><p>&nbsp;</p>";
    assert.equal(page(html), "<p>One.</p>\n<p>Two.</p>");
    const spacing = readingOf(html, "html").findings.find(({ kind }) => kind === "paragraph-gaps");
    assert.deepEqual([spacing?.state, spacing?.count], ["applied", 1]);
  });

  it("have a scene break between them where more are empty than usual (T07)", () => {
    assert.equal(
      page("<p>A</p><p></p><p>B</p><p></p><p></p><p></p><p>C</p>"),
      '<p>A</p>\n<p>B</p>\n<hr class="scene" data-ornament="">\n<p>C</p>',
    );
    assert.equal(
      page("<p>A</p><p>B</p><p>&nbsp;</p><p>C</p><p>D</p><p>E</p>"),
      '<p>A</p>\n<p>B</p>\n<hr class="scene" data-ornament="">\n<p>C</p>\n<p>D</p>\n<p>E</p>',
    );
  });

  it("are parted by two line breaks, and keep one (T08)", () => {
    assert.equal(page("One.<br><br>Two.<br>Three."), "<p>One.</p>\n<p>Two.<br>Three.</p>");
  });

  it("have no margin of spaces (T10)", () => {
    assert.equal(page('<p>&nbsp;&nbsp;&nbsp;"Go."</p>'), '<p>"Go."</p>');
  });
});

describe("emphasis typed with marks", () => {
  it("reads asterisks and underscores (T20)", () => {
    assert.equal(
      storyOf("*I can't*, he thought, _really_."),
      "<p><em>I can't</em>, he thought, <em>really</em>.</p>",
    );
  });

  it("tells slashes that emphasise from slashes (T21)", () => {
    assert.equal(
      storyOf("/Run!/ she sent. He/she, and/or, K/S, 3/4"),
      "<p><em>Run!</em> she sent. He/she, and/or, K/S, 3/4</p>",
    );
  });

  it("reads bold with italics inside (T22)", () => {
    assert.equal(storyOf("**Stop *now*.**"), "<p><strong>Stop <em>now</em>.</strong></p>");
  });

  it("keeps an italic that spans two paragraphs (T23)", () => {
    assert.equal(storyOf("*First.\n\nSecond.*"), "<p><em>First.</em></p>\n<p><em>Second.</em></p>");
  });

  it("leaves censored words and stars of hotels alone (T25)", () => {
    assert.equal(storyOf("f***ing 5* hotel *shrugs*"), "<p>f***ing 5* hotel <em>shrugs</em></p>");
  });

  it("reads forum code (T26)", () => {
    assert.match(
      storyOf("[i]Oh[/i] [center]***[/center] [spoiler]he lives[/spoiler]"),
      /^<p><em>Oh<\/em><\/p>\n<hr class="scene" data-ornament="\*\*\*">\n<details>.*he lives.*<\/details>$/,
    );
  });

  it("finds none in faces, addresses and names of variables (T59)", () => {
    const text = "¯\\_(ツ)_/¯ ^_^ snake_case_name http://x.example/a_b_c me_too@x.example";
    assert.equal(storyOf(text), `<p>${text}</p>`);
  });

  it("gives the marks back when it is undone", () => {
    assert.equal(storyOf("*One* and *two*", { "emphasis-1": "undo" }), "<p>*One* and <em>two</em></p>");
  });
});

describe("breaks and endings of a text", () => {
  for (const ornament of [
    "* * *",
    "***",
    "~*~*~",
    "oOoOo",
    "xXx",
    "-----",
    "=====",
    "#",
    "◊",
    "⁂",
    "§",
    "•••",
    "~~~/\\~~~",
    "<>",
  ]) {
    it(`keeps the ornament ${ornament} (T33)`, () => {
      assert.match(
        storyOf(`One.\n\n${ornament}\n\nTwo.`),
        /^<p>One\.<\/p>\n<hr class="scene" data-ornament="[^"]+">\n<p>Two\.<\/p>$/,
      );
    });
  }

  it("takes silence, kisses and faces for no ornament", () => {
    for (const line of ["...", "…", "!!!", "?!", "xoxo", "^_^", "Ooo", "“...”"]) {
      assert.doesNotMatch(storyOf(`One.\n\n${line}\n\nTwo.`), /<hr/, line);
    }
  });

  it("offers to make a break of words that stand for one (T34)", () => {
    for (const line of ["[LINE BREAK]", "--scene change--", "LINEBREAKLINEBREAK", "-page break-"]) {
      assert.doesNotMatch(storyOf(`One.\n\n${line}\n\nTwo.`), /<hr/);
      assert.equal(
        storyOf(`One.\n\n${line}\n\nTwo.`, { "scene-break-words-1": "accept" }),
        '<p>One.</p>\n<hr class="scene" data-ornament="">\n<p>Two.</p>',
      );
    }
  });

  it("keeps two ornaments apart (T35) and captions a break (T36)", () => {
    assert.match(storyOf("A.\n\n*******\n\nB.\n\n*\n\nC."), /ornament="\*{7}"[\s\S]*ornament="\*"/);
    assert.equal(
      storyOf("A.\n\n*** Three weeks later ***\n\nB."),
      '<p>A.</p>\n<hr class="scene" data-ornament="***">\n<p class="center">Three weeks later</p>\n<p>B.</p>',
    );
  });

  it("reads whether the story goes on, and keeps the words (T40)", () => {
    for (const [line, complete] of [
      ["TBC…", "incomplete"],
      ["~fin~", "complete"],
      ["The End", "complete"],
      ["##THE END##", "complete"],
      ["END (1/3)", "incomplete"],
      ["END (3/3)", "complete"],
      ["Owari", "complete"],
      ["to be continued", "incomplete"],
      ["~ TO BE CONTINUED… ~", "incomplete"],
      ["Fortsetzung folgt", "incomplete"],
      ["конец", "complete"],
    ] as const) {
      const reading = readingOf(`One.\n\nTwo.\n\n${line}`);
      const ending = reading.findings.find(({ kind }) => kind === "ending");
      assert.equal(ending?.becomes, complete, line);
      assert.match(storyOf(`One.\n\nTwo.\n\n${line}`), /end|tbc|fin|owari|continued|folgt|конец/i);
    }
  });
});

describe("quotes, dashes and damage", () => {
  it("leaves good typography byte for byte (T42)", () => {
    const text = "“Don’t,” she said—once.";
    assert.equal(storyOf(text), `<p>${text}</p>`);
    assert.deepEqual(readingOf(text).findings, []);
  });

  it("repairs UTF-8 that was read as windows-1252, once and twice (T43, T44)", () => {
    assert.equal(
      storyOf("â€œDonâ€™t,â€\u009d she said â€” once â€¦ cafÃ©"),
      "<p>“Don’t,” she said — once … café</p>",
    );
    assert.equal(storyOf("ItÃ¢â‚¬â„¢s late."), "<p>It’s late.</p>");
  });

  it("turns windows’ codes into what they stand for (T45)", () => {
    assert.equal(storyOf("&#147;Hi&#148; it\u0092s"), "<p>“Hi” it’s</p>");
  });

  it("only lists lost characters, with a guess for each (T46)", () => {
    const text = "?I can?t,? she said.";
    assert.equal(storyOf(text), `<p>${text}</p>`);
    assert.equal(
      storyOf(text, {
        "lost-characters-1": "accept",
        "lost-characters-2": "accept",
        "lost-characters-3": "accept",
      }),
      "<p>“I can’t,” she said.</p>",
    );
  });

  it("guesses at a lost character by what stands round it (T46)", () => {
    const text = "She didn\ufffdt go. \ufffdNo,\ufffd she said \ufffd and left. \ufffdGo\ufffd was all.";
    const guesses = readingOf(text).findings.filter(({ kind }) => kind === "lost-characters");
    assert.deepEqual(
      guesses.map(({ becomes }) => becomes),
      ["didn’t", "“No,\ufffd", "\ufffdNo,”", "–", "“Go\ufffd", "\ufffdGo”"],
    );
    const accepted = Object.fromEntries(guesses.map(({ id }) => [id, "accept" as const]));
    assert.equal(storyOf(text), `<p>${text}</p>`);
    assert.equal(storyOf(text, accepted), "<p>She didn’t go. “No,” she said – and left. “Go” was all.</p>");
  });

  it("notes a closing mark that nothing opened, not speech over paragraphs (T47, T48)", () => {
    assert.equal(found(readingOf("“Yes,” she said.\n\nI don’t know,” he said."), "quote-unopened").length, 1);
    assert.deepEqual(
      readingOf("“First.\n\n“Second.”").findings.filter(({ kind }) => kind !== "paragraph-gaps"),
      [],
    );
  });

  it("shows every sign that looks like a tag (T58)", () => {
    assert.match(
      storyOf("u r my fav <3 <smirks> R&D"),
      /&#?(?:lt|x3C);3 &#?(?:lt|x3C);smirks(?:>|&gt;) R&(?:amp;|#x26;)?D/,
    );
  });
});

import fc from "fast-check";

/** Words as stories have them. */
const plain =
  "The tide had gone out|she thought|and then|Mara|don’t|well-known|“Go.”|«Oui\u202f!»|no--never|…".split(
    "|",
  );

/** What looks like HTML, Markdown or a scene break and is none of them. */
const deceptive = [
  ..."<em>|</p>|<script>|<!-- x -->|<3|<smirks>|&amp;|&lt;|R&D|&copy|&#60;|a & b|a<b>c|\\&|<https://x.example>".split(
    "|",
  ),
  ..."*stars*|**two**|_lines_|__x__|~~no~~|`code`|``x`|# not a heading|> not a quote|- not an item|+ x|1. one|2) two".split(
    "|",
  ),
  ..."[a](b)|![a](b)|[^1]|[^1]: x|[x]|[x]: /y|***|* * *|---|===|oOo|~*~|\\|a\\*b|snake_case_name|http://x.org/a_b_c".split(
    "|",
  ),
  ..."me_too@x.org|www.example.org|¯\\_(ツ)_/¯|^_^|a|b|:::|$x$|{.class}|| a | b |||-||f***ing 5*|/Run/|*|_|\\".split(
    "|",
  ),
];

/** Letters that need care: right to left, beyond the basic plane, combining, joined, wide, invisible. */
const odd = [
  ..."היא אמרה|هو|می\u200cخواهم|海の|うみ|𝒜𝓃|👩‍👩‍👧|🏳️‍🌈|e\u0301|Z\u0335\u0336a|ﬁ|İi|ß|\u202eabc\u202c|ไทย|한국어|Ω≈".split(
    "|",
  ),
];

const spaces = [" ", "  ", "\u00a0", "\n", " \u00a0", "\u3000", "\t"];

/** Some words, never only space: a name, a label, a title. */
export const anyWords: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...plain, ...deceptive.filter((text) => text.trim() !== ""), ...odd), {
    minLength: 1,
    maxLength: 3,
  })
  .map((all) => all.join(" "));

/** Any text, also empty and blank, with anything a writer's text has held that broke a program. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...plain) },
      { weight: 4, arbitrary: fc.constantFrom(...deceptive) },
      { weight: 2, arbitrary: fc.constantFrom(...odd) },
      { weight: 4, arbitrary: fc.constantFrom(...spaces) },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
      {
        weight: 1,
        arbitrary: fc.string({ unit: fc.constantFrom(..."*_`~<>&[]()#-+.!|\\\"' \n"), maxLength: 6 }),
      },
    ),
    { maxLength: 5 },
  )
  .map((all) => all.join(""));

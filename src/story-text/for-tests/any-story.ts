import fc from "fast-check";
import type { Element, ElementContent, Properties, Root } from "hast";
import { element } from "../elements.ts";
import { sanitiseNote, sanitiseStory } from "../sanitise.ts";
import { tidyStory } from "../tidy.ts";
import { anyText, anyWords } from "./any-text.ts";

type Nodes = fc.Arbitrary<ElementContent[]>;

/** One seed for all property tests, so that a failure today is the same failure tomorrow. */
export const fixedRuns = { seed: 20_041_105, numRuns: 300 };

/** A story in its stored form, with any construct of docs/story-text.md in any place it can stand. */
export function anyStory(): fc.Arbitrary<Root> {
  return anyStoryTree().map((tree) => tidyStory(sanitiseStory(tree)));
}

/** A note (summary, dedication …) in its stored form. */
export function anyNote(): fc.Arbitrary<Root> {
  return anyStoryTree().map((tree) => tidyStory(sanitiseNote(tree)));
}

/** What `anyStory` is made of, before it is tidied: blocks in running text, empty elements, notes without references. */
export function anyStoryTree(): fc.Arbitrary<Root> {
  const notes = fc.array(footnote(), { maxLength: 3 });
  return fc
    .tuple(fc.array(block(2), { minLength: 1, maxLength: 6 }), notes)
    .map(([blocks, last]) => ({ type: "root", children: [...blocks, ...last] }));
}

/** Any element may say its language and direction. */
const marks: fc.Arbitrary<Properties> = fc.oneof(
  { weight: 12, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constantFrom("ja", "he", "zh-Hant-TW").map((lang) => ({ lang })) },
  { weight: 1, arbitrary: fc.constantFrom("rtl", "ltr", "auto").map((dir) => ({ dir })) },
);

function of(tagName: string, properties: Properties, children: Nodes): fc.Arbitrary<Element> {
  return fc
    .tuple(marks, children)
    .map(([mark, inside]) => element(tagName, { ...properties, ...mark }, inside));
}

function voidElement(tagName: string, properties: fc.Arbitrary<Properties>): fc.Arbitrary<Element> {
  return properties.map((own) => element(tagName, own, []));
}

function textNode(text: fc.Arbitrary<string>): fc.Arbitrary<ElementContent> {
  return text.map((value) => ({ type: "text", value }));
}

/** Running text. */
function line(depth: number): Nodes {
  return fc.array(inline(depth), { minLength: 1, maxLength: 5 });
}

const pictureNames = ["a", "b", "c"].map(
  (sign, index) => `${sign.repeat(64)}.${["png", "jpg", "webp"][index]}`,
);

/** A picture described, called decoration, or neither yet. */
function picture(): fc.Arbitrary<Element> {
  const side = fc.option(fc.integer({ min: 1, max: 99_999 }), { nil: undefined });
  const parts = {
    src: fc.constantFrom(...pictureNames),
    alt: fc.option(anyText, { nil: undefined }),
    width: side,
    height: side,
  };
  return voidElement(
    "img",
    fc.record(parts).map(({ src, alt, ...sides }) => ({ src: `/pictures/${src}`, alt, ...sides })),
  );
}

function noteLink(className: "noteref" | "noteback", mark: fc.Arbitrary<string>): fc.Arbitrary<Element> {
  return fc.tuple(fc.integer({ min: 1, max: 4 }), mark).map(([number, text]) => {
    const href = className === "noteref" ? `#note-${number}` : `#noteref-${number}`;
    return element("a", { className: [className], href }, [{ type: "text", value: text }]);
  });
}

const noteMarks = fc.constantFrom("1", "2", "*", "[1]", "†", "a");
const simple = "em em em strong strong s u small sub sup cite bdi q code".split(" ");
const classes = [..."sc voice-1 voice-2 voice-9 in1 in2 in3 in4 mode-telepathy mode-song".split(" ")];
const addresses = [
  "https://example.org/a?b=1&c=[2]|3",
  "mailto:jo@example.org",
  "/works/abc",
  "http://example.org/a_b_c(d)",
];

function inline(depth: number): fc.Arbitrary<ElementContent> {
  const leaf = fc.oneof(
    { weight: 12, arbitrary: textNode(anyText) },
    { weight: 2, arbitrary: voidElement("br", fc.constant({})) },
    { weight: 1, arbitrary: noteLink("noteref", noteMarks) },
    { weight: 1, arbitrary: picture() },
  );
  if (depth === 0) return leaf;
  const inside = line(depth - 1);
  const shells = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...simple).chain((name) => of(name, {}, inside)) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(...classes).chain((name) => of("span", { className: [name] }, inside)),
    },
    { weight: 1, arbitrary: fc.constantFrom(...addresses).chain((href) => of("a", { href }, inside)) },
    { weight: 1, arbitrary: anyWords.chain((title) => of("abbr", { title }, inside)) },
    { weight: 1, arbitrary: of("span", {}, inside) },
    { weight: 1, arbitrary: of("ruby", {}, reading()) },
  );
  return fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 2, arbitrary: shells });
}

function reading(): Nodes {
  const bare = fc.tuple(
    textNode(anyWords),
    of("rt", {}, fc.array(textNode(anyWords), { minLength: 1, maxLength: 1 })),
  );
  return fc.tuple(fc.boolean(), bare).map(([parenthesised, [base, rt]]) => {
    const sign = (value: string) => element("rp", {}, [{ type: "text", value }]);
    return parenthesised ? [base, sign("("), rt, sign(")")] : [base, rt];
  });
}

/** What an item or a cell holds: running text, or blocks. */
function content(depth: number): Nodes {
  if (depth === 0) return line(1);
  return fc.oneof({ weight: 3, arbitrary: line(1) }, { weight: 1, arbitrary: blocks(depth) });
}

function blocks(depth: number): Nodes {
  return fc.array(block(depth - 1), { minLength: 1, maxLength: 3 });
}

function paragraph(): fc.Arbitrary<Element> {
  const words = line(2);
  return fc.oneof(
    { weight: 6, arbitrary: of("p", {}, words) },
    { weight: 1, arbitrary: of("p", { className: ["center"] }, words) },
    { weight: 1, arbitrary: of("p", { className: ["right"] }, words) },
    {
      weight: 1,
      arbitrary: of("p", { className: ["verse"] }, fc.array(inline(2), { minLength: 3, maxLength: 7 })),
    },
  );
}

const ornaments = [
  "",
  "***",
  "* * *",
  "~*~",
  "oOo",
  "---",
  "- - -",
  "___",
  "§",
  "<>",
  "Three & <b>",
  "\\*",
  '"',
  "❦ ❦",
];

function sceneBreak(): fc.Arbitrary<Element> {
  const ornament = fc.oneof(fc.constantFrom(...ornaments), anyText);
  return voidElement(
    "hr",
    ornament.map((dataOrnament) => ({ className: ["scene"], dataOrnament })),
  );
}

function footnote(): fc.Arbitrary<Element> {
  const id = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });
  const words = fc.tuple(noteLink("noteback", noteMarks), anyWords).map(([back, said]): ElementContent => {
    return element("p", {}, [back, { type: "text", value: ` ${said}` }]);
  });
  const more = fc.array(paragraph(), { maxLength: 1 });
  return fc.tuple(id, words, more).map(([number, first, rest]) => {
    const own: Properties = number === undefined ? {} : { id: `note-${number}` };
    return element("aside", { className: ["footnote"], ...own }, [first, ...rest]);
  });
}

function block(depth: number): fc.Arbitrary<ElementContent> {
  const leaves = fc.oneof(
    { weight: 10, arbitrary: paragraph() },
    { weight: 2, arbitrary: sceneBreak() },
    { weight: 2, arbitrary: fc.constantFrom("h3", "h4", "h5", "h6").chain((name) => of(name, {}, line(1))) },
    { weight: 1, arbitrary: pictureWithCaption() },
    { weight: 1, arbitrary: drawing() },
    { weight: 1, arbitrary: chat() },
    { weight: 1, arbitrary: inline(1) },
  );
  if (depth === 0) return leaves;
  const frames = fc.oneof(
    of("blockquote", {}, blocks(depth)),
    of("blockquote", { className: ["letter"] }, blocks(depth)),
    of("aside", {}, blocks(depth)),
    of("figure", { className: ["post"] }, blocks(depth)),
    details(depth),
    list(depth),
    terms(depth),
    table(depth),
    footnote(),
  );
  return fc.oneof({ weight: 3, arbitrary: leaves }, { weight: 2, arbitrary: frames });
}

function pictureWithCaption(): fc.Arbitrary<Element> {
  const caption = fc.array(of("figcaption", {}, line(1)), { maxLength: 1 });
  return of(
    "figure",
    { className: ["picture"] },
    fc.tuple(picture(), caption).map(([shown, said]) => [shown, ...said]),
  );
}

/** Text whose spaces matter, bare or described as a drawing. */
function drawing(): fc.Arbitrary<Element> {
  const lines = fc.array(fc.oneof(anyText, fc.constantFrom("+--+", "|  |  x", "\t*", "", "    a")), {
    minLength: 1,
    maxLength: 4,
  });
  const inside = fc.oneof(
    lines.map((all): ElementContent[] => [{ type: "text", value: all.join("\n") }]),
    line(1),
  );
  return fc.oneof(
    of("pre", {}, inside),
    anyWords.chain((ariaLabel) => of("pre", { role: "img", ariaLabel }, inside)),
  );
}

function chat(): fc.Arbitrary<Element> {
  const said = fc.tuple(anyWords, fc.boolean(), line(1)).map(([name, timed, words]) => {
    const time = element("time", {}, [{ type: "text", value: "23:04" }]);
    const space: ElementContent = { type: "text", value: " " };
    return element("li", {}, [
      element("b", {}, [{ type: "text", value: name }]),
      space,
      ...(timed ? [time, space] : []),
      ...words,
    ]);
  });
  return of("ol", { className: ["chat"] }, fc.array(said, { minLength: 1, maxLength: 3 }));
}

function details(depth: number): fc.Arbitrary<Element> {
  const summary = fc.array(of("summary", {}, line(1)), { maxLength: 1 });
  return of(
    "details",
    {},
    fc.tuple(summary, blocks(depth)).map(([label, inside]) => [...label, ...inside]),
  );
}

function list(depth: number): fc.Arbitrary<Element> {
  const items = fc.array(of("li", {}, content(depth)), { minLength: 1, maxLength: 3 });
  const numbered = fc.record({
    start: fc.option(fc.integer({ min: -3, max: 400 }), { nil: undefined }),
    type: fc.option(fc.constantFrom("1", "a", "A", "i", "I"), { nil: undefined }),
  });
  return fc.oneof(
    of("ul", {}, items),
    numbered.chain((properties) => of("ol", properties, items)),
  );
}

function terms(depth: number): fc.Arbitrary<Element> {
  const entry = fc.oneof(of("dt", {}, line(1)), of("dd", {}, content(depth)));
  return of("dl", {}, fc.array(entry, { minLength: 1, maxLength: 4 }));
}

function table(depth: number): fc.Arbitrary<Element> {
  const span = fc.constantFrom({}, {}, {}, { colSpan: 2 }, { rowSpan: 2 });
  const cell = fc.oneof(
    span.chain((properties) => of("td", properties, content(depth - 1))),
    fc.constantFrom({}, { scope: "col" }, { scope: "row" }).chain((scope) => of("th", scope, line(1))),
  );
  const row = of("tr", {}, fc.array(cell, { minLength: 1, maxLength: 3 }));
  const rows = (least: number) => fc.array(row, { minLength: least, maxLength: 2 });
  return fc
    .tuple(marks, fc.array(of("caption", {}, line(1)), { maxLength: 1 }), rows(0), rows(1))
    .map(([mark, caption, head, body]) =>
      element("table", mark, [
        ...caption,
        ...(head.length > 0 ? [element("thead", {}, head)] : []),
        element("tbody", {}, body),
      ]),
    );
}

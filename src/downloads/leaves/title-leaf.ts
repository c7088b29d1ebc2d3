import type { Element } from "hast";
import { h } from "hastscript";
import { type Fact, frontMatter } from "../front-matter.ts";
import type { Sentence } from "../sentence.ts";
import type { Setting } from "./leaf.ts";
import { linkedSentence } from "./linked-sentence.ts";
import { passageSection } from "./passage-section.ts";

/** The leaf before the story: title, names, gift, what to expect, and the author's words beforehand. */
export function titleLeaf(setting: Setting): Element {
  const { work, t, locale, language } = setting;
  const front = frontMatter(work, t, locale);
  const inStory = { lang: language.story, dir: language.direction };
  return h(
    "section",
    {
      className: ["title-leaf"],
      epubType: "titlepage",
      lang: language.label,
      dir: language.labelDirection,
    },
    [
      h("header", { className: ["frame"] }, [
        h("h1", inStory, front.title),
        ...(front.byline === null ? [] : [h("p", { className: ["byline"] }, markedWords(front.byline))]),
        ...front.gifts.map((gift) => h("p", { className: ["gift"] }, markedWords(gift))),
      ]),
      ...front.credits.map((credit) => h("p", { className: ["credit"] }, markedWords(credit))),
      ...front.passages
        .filter(({ part }) => part === "summary" || part === "dedication")
        .flatMap((passage) => passageSection(passage, 2, setting)),
      h("dl", { className: ["facts"] }, front.facts.map(factGroup)),
      ...front.passages
        .filter(({ part }) => part !== "summary" && part !== "dedication")
        .flatMap((passage) => passageSection(passage, 2, setting)),
      h("p", { className: ["provenance"] }, linkedSentence(front.provenance, work.url)),
    ],
  );
}

function factGroup({ label, values }: Fact): Element {
  const said = values.map((value) => h("dd", { dir: "auto" }, markedWords(value)));
  return h("div", { className: ["fact"] }, [h("dt", label), ...said]);
}

/** Each name and value as an element that says what it is, so that the file can be brought in again. */
function markedWords(sentence: Sentence): (string | Element)[] {
  return sentence.map((piece) => {
    if (typeof piece === "string") return piece;
    const { fact, value, words } = piece;
    const said = h("span", { dataFact: fact, dataValue: value }, words);
    return fact === "related-at" ? h("a", { href: words }, [said]) : said;
  });
}

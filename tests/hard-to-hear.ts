import type { Element, ElementContent, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { isOrnament } from "../src/story-text/scene-break.ts";

/** An element that is heard, with what holds where it stands. */
type Heard = { element: Element; language: string; direction: string; inStory: boolean; isName: boolean };

/**
 * What is wrong with a page for somebody who listens to it, from its HTML as a browser reads it (WCAG 2.2: 1.3.1, 2.4.1,
 * 2.4.6, 3.1.1, 3.1.2). Nothing where it can be listened to.
 */
export function hardToHear(html: string): string[] {
  const root = fromHtml(html);
  const heard = heardIn(root, { language: "", direction: "", inStory: false, isName: false });
  return [
    ...outlineOf(heard),
    ...landmarksOf(heard),
    ...namesOf(heard),
    ...breaksOf(heard),
    ...languagesOf(heard),
    ...twiceInARow(root, { href: null }),
  ];
}

/**
 * What takes the focus when a page is opened, so that somebody who listens begins there: what its address names, or else what
 * the page itself names. Its words; null: nothing does, and they begin at the top.
 */
export function heardFirst(html: string, address: string): string | null {
  const elements = heardIn(fromHtml(html), {
    language: "",
    direction: "",
    inStory: false,
    isName: false,
  }).map(({ element }) => element);
  const [, id = ""] = address.split("#");
  const target = elements.find(({ properties }) => properties.id === id && id !== "");
  const first = target ?? elements.find(({ properties }) => properties.autoFocus === true);
  if (!first || !(isFocusable(first) || first.properties.tabIndex === -1)) return null;
  return (nameOf(first, elements) || wordsOf(first)).replace(/\s+/g, " ").trim();
}

/** The elements of a page in their order, but for those that nobody hears. */
function heardIn(node: Root | Element, around: Omit<Heard, "element">): Heard[] {
  return node.children.flatMap((child) => {
    if (child.type !== "element" || isUnheard(child)) return [];
    const { lang, dir, href } = child.properties;
    const here = {
      language: typeof lang === "string" ? lang : around.language,
      direction: typeof dir === "string" ? dir : around.direction,
      inStory: around.inStory || classesOf(child).includes("story"),
      isName:
        around.isName ||
        /^\/(?:writers|account)\b/.test(String(href ?? "")) ||
        classesOf(child).some((name) => ["byline", "credit", "gift-ribbon"].includes(name)),
    };
    return [{ element: child, ...here }, ...heardIn(child, here)];
  });
}

function isUnheard({ tagName, properties }: Element): boolean {
  return (
    ["head", "script", "style", "template", "noscript"].includes(tagName) ||
    properties.hidden === true ||
    properties.ariaHidden === "true" ||
    (tagName === "input" && properties.type === "hidden")
  );
}

/** One h1, first of all headings, and no level left out below it; a story's own stand below its chapter's. */
function outlineOf(heard: readonly Heard[]): string[] {
  const headings = heard.flatMap(({ element, inStory }) => {
    const level = /^h([1-6])$/.exec(element.tagName)?.[1];
    return level === undefined
      ? []
      : [{ element, inStory, level: Number(element.properties.ariaLevel ?? level) }];
  });
  const ones = headings.filter(({ level }) => level === 1).length;
  return [
    ...(ones === 1 ? [] : [`${ones} headings of the first level`]),
    ...headings.flatMap(({ element, inStory, level }, index) => {
      const before = headings[index - 1]?.level ?? 0;
      return [
        ...(level <= before + 1
          ? []
          : [`a heading of level ${level} after one of level ${before}: ${wordsOf(element)}`]),
        ...(inStory && level < 3 ? [`a heading of level ${level} inside a story`] : []),
        ...(wordsOf(element).trim() === "" ? ["a heading without words"] : []),
      ];
    }),
  ];
}

/** One main, navs told apart, and a link to the main thing before anything else that takes the focus. */
function landmarksOf(heard: readonly Heard[]): string[] {
  const elements = heard.map(({ element }) => element);
  const [main, ...others] = elements.filter(({ tagName }) => tagName === "main");
  const navs = elements.filter(({ tagName }) => tagName === "nav").map((nav) => nameOf(nav, elements));
  const first = elements.find(isFocusable);
  const skips = first?.tagName === "a" && main && first.properties.href === `#${String(main.properties.id)}`;
  return [
    ...(main && others.length === 0 ? [] : ["not one main"]),
    ...(navs.length > 1 && navs.includes("") ? ["a nav without a name beside others"] : []),
    ...(new Set(navs).size === navs.length ? [] : [`navs of one name: ${navs.join(", ")}`]),
    ...(skips ? [] : ["no link to the main thing before all others"]),
  ];
}

/** Ids that stand once and are there where they are named; links with names. */
function namesOf(heard: readonly Heard[]): string[] {
  const elements = heard.map(({ element }) => element);
  const ids = elements.flatMap(({ properties: { id } }) => (typeof id === "string" ? [id] : []));
  const links = elements.filter(
    ({ tagName, properties }) => tagName === "a" && properties.href !== undefined,
  );
  const addresses = links.map(({ properties: { href } }) => String(href));
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `the id ${id} twice`),
    ...elements
      .flatMap((element) =>
        ["ariaLabelledBy", "ariaDescribedBy", "htmlFor"].flatMap((property) =>
          wordsIn(element.properties[property]),
        ),
      )
      .concat(addresses.filter((address) => address.startsWith("#")).map((address) => address.slice(1)))
      .filter((id) => !ids.includes(id))
      .map((id) => `nothing has the id ${id}`),
    ...links
      .filter((link) => nameOf(link, elements) === "")
      .map(({ properties }) => `a link without a name to ${String(properties.href)}`),
  ];
}

/** Links to one place with no word between them: heard twice, wanted once. @param last carries where the last one led */
function twiceInARow(node: Root | Element, last: { href: string | null }): string[] {
  return node.children.flatMap((child) => {
    if (child.type === "text" && /[\p{L}\p{N}]/u.test(child.value)) last.href = null;
    if (child.type !== "element" || isUnheard(child)) return [];
    const { href } = child.properties;
    if (child.tagName !== "a" || typeof href !== "string") return twiceInARow(child, last);
    const isSame = last.href === href;
    last.href = href;
    return isSame ? [`two links in a row to ${href}`] : [];
  });
}

/** A break is one rule: not two, and not spelled in signs that would be read out. */
function breaksOf(heard: readonly Heard[]): string[] {
  return heard
    .filter(({ inStory }) => inStory)
    .flatMap(({ element }) => {
      const blocks = element.children.filter((child) => child.type === "element");
      return blocks.flatMap((block, index) => [
        ...(block.tagName === "hr" && blocks[index + 1]?.tagName === "hr" ? ["two breaks in a row"] : []),
        ...(block.tagName === "hr" && wordsOf(block) !== "" ? ["a break with words"] : []),
        ...(block.tagName === "p" && isOrnament(wordsOf(block).trim())
          ? [`a break that is spelled: ${wordsOf(block)}`]
          : []),
      ]);
    });
}

/** Scripts by which languages that are not written in Latin letters are known. */
const scripts = [
  "Han",
  "Hiragana",
  "Katakana",
  "Hangul",
  "Cyrillic",
  "Greek",
  "Arabic",
  "Hebrew",
  "Thai",
  "Devanagari",
];
const writtenWith: Record<string, readonly string[]> = {
  ...{
    Jpan: ["Han", "Hiragana", "Katakana"],
    Hans: ["Han"],
    Hant: ["Han"],
    Kore: ["Hangul", "Han"],
    Cyrl: ["Cyrillic"],
  },
  ...{ Grek: ["Greek"], Arab: ["Arabic"], Hebr: ["Hebrew"], Thai: ["Thai"], Deva: ["Devanagari"] },
};

/** Words stand in an element that says their language, as far as their letters tell; people's names are in none. */
function languagesOf(heard: readonly Heard[]): string[] {
  const page = heard[0];
  const ownWords = heard.flatMap(({ element, language, direction, isName }) => {
    const words = element.children.map((child) => (child.type === "text" ? child.value : "")).join(" ");
    const written = new Intl.Locale(language || "und").maximize().script ?? "";
    const foreign = scripts.filter(
      (script) =>
        new RegExp(`\\p{Script=${script}}{2}`, "u").test(words) && !writtenWith[written]?.includes(script),
    );
    // Of words in the letters of several languages nobody knows which is meant.
    const isMixed = /\p{Script=Latin}{2}/u.test(words);
    const isBackwards =
      /[\p{Script=Arabic}\p{Script=Hebrew}]{2}/u.test(words) && !/^(?:rtl|auto)$/.test(direction);
    return [
      ...(foreign.length > 0 && !isName && !isMixed
        ? [`${foreign.join()} said in ${language}: ${words.trim().slice(0, 40)}`]
        : []),
      ...(isBackwards ? [`from right to left in ${direction}: ${words.trim().slice(0, 40)}`] : []),
    ];
  });
  const isSaid =
    page?.element.tagName === "html" && page.language !== "" && /^(?:ltr|rtl)$/.test(page.direction);
  return [...(isSaid ? [] : ["a page without a language"]), ...ownWords];
}

function isFocusable({ tagName, properties }: Element): boolean {
  if (tagName === "a") return properties.href !== undefined;
  return ["button", "input", "select", "textarea", "summary"].includes(tagName) || properties.tabIndex === 0;
}

function nameOf(element: Element, elements: readonly Element[]): string {
  const naming = wordsIn(element.properties.ariaLabelledBy).flatMap(
    (id) => elements.find(({ properties }) => properties.id === id) ?? [],
  );
  if (naming.length > 0) return naming.map(wordsOf).join(" ").trim();
  if (typeof element.properties.ariaLabel === "string") return element.properties.ariaLabel.trim();
  return element.tagName === "nav" ? "" : wordsOf(element).trim();
}

function wordsOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element" || isUnheard(node)) return "";
  return node.tagName === "img" ? String(node.properties.alt ?? "") : node.children.map(wordsOf).join("");
}

function classesOf({ properties }: Element): string[] {
  return wordsIn(properties.className);
}

/** A list of words in an attribute, however the parser gives it. */
function wordsIn(value: Element["properties"][string]): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((one) =>
    typeof one === "string" ? one.split(/\s+/).filter(Boolean) : [],
  );
}

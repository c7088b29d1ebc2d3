import type { Element, ElementContent, Properties } from "hast";
import { allowedNames, type Extent, removedWithContent } from "./allowed-html.ts";
import { type AuthorStyle, authorStyle } from "./author-style.ts";
import { around, type Content, element, hasClass, isBlank, isBlock, isElement } from "./elements.ts";
import { notedBy, noteNumber, referenceId, referredBy } from "./footnote-ids.ts";
import { pictureName, pictureSide } from "./kept-pictures.ts";
import { linkTarget } from "./link-target.ts";
import { pictureWords } from "./picture-words.ts";
import { splitAtBlankLines, tidyInline } from "./tidy-inline.ts";

/** Markup that says what one of ours says. */
const sameMeaning: Record<string, string> = {
  ...{ i: "em", var: "em", dfn: "em", b: "strong", strike: "s", del: "s", ins: "u" },
  ...{ tt: "code", kbd: "code", samp: "code", acronym: "abbr", bdo: "bdi", font: "span", mark: "span" },
  ...{ h1: "h3", h2: "h4", dir: "ul", menu: "ul", tfoot: "tbody", listing: "pre" },
};
/** Boxes that mean nothing by themselves: what they hold becomes paragraphs. */
const plainBoxes = new Set(
  "address article body center dialog div fieldset footer form header hgroup html legend main nav search section".split(
    " ",
  ),
);
const storyOnly = new Set("aside details figcaption figure pre summary".split(" "));
const tableParts = new Set("caption table tbody td th thead tr".split(" "));
const heading = /^h[1-6]$/;

/*
 * Our own downloads say three things in ways every e-reader understands, and bring them back: an ornament as words,
 * the label of a fold nobody labelled, and a link's address spelled for strict readers beside the one stored.
 */
/** The class of a label that a download gave to a fold; it is no word of the writer's. */
export const ownSummary = "unsaid";

function isOrnamentBox(node: Element): boolean {
  return (
    node.tagName === "div" && hasClass(node, "scene") && typeof node.properties.dataOrnament === "string"
  );
}

type Surroundings = {
  extent: Extent;
  inChat: boolean;
  inRuby: boolean;
  inLink: boolean;
  /** Inside a figure that is no post: it is kept if it holds a picture. */
  inFigure: boolean;
  italic: boolean;
  /** What is said of these words already and would be no different said twice. */
  said: string[];
};

/** Says in our own elements what an author's markup means. The result is not safe yet: `sanitise.ts` filters it. */
export function translateMarkup(nodes: Content[], extent: Extent): ElementContent[] {
  return translateAll(nodes, {
    extent,
    inChat: false,
    inRuby: false,
    inLink: false,
    inFigure: false,
    italic: false,
    said: [],
  });
}

function translateAll(nodes: Content[], surroundings: Surroundings): ElementContent[] {
  const result: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type === "text") result.push({ type: "text", value: withoutControls(node.value) });
    else if (node.type === "element") for (const said of translate(node, surroundings)) result.push(said);
  }
  return result;
}

function translate(node: Element, surroundings: Surroundings): ElementContent[] {
  const name = sameMeaning[node.tagName] ?? node.tagName;
  if (name === "img") return image(node, surroundings);
  if (removedWithContent.includes(name)) return [];
  if (name === "a") return link(node, surroundings);
  if (name === "br") return [element("br", {}, [])];
  if (name === "hr" || isOrnamentBox(node)) return sceneBreak(node, surroundings);
  if (name === "summary" && hasClass(node, ownSummary)) return [];

  const style = authorStyle(node);
  const inner: Surroundings = {
    ...surroundings,
    inChat: surroundings.inChat || (name === "ol" && hasClass(node, "chat")),
    inRuby: surroundings.inRuby || name === "ruby",
    inFigure: surroundings.inFigure || (name === "figure" && !hasClass(node, "post")),
    italic: style.italic ?? (surroundings.italic || name === "em"),
    said: [...surroundings.said, ...marksOf(node, name, saysStyle(node, name, surroundings) ? style : null)],
  };
  const children = translateAll(node.children, inner);
  if (name === "figure" && inner.inFigure && surroundings.extent === "story" && children.some(holdsPicture)) {
    return [element("figure", { ...shared(node), className: ["picture"] }, children)];
  }
  if (plainBoxes.has(name) || becomesPlainBox(node, name, surroundings)) {
    const framed = name === "figure" ? children.map(captionAsParagraph) : children;
    return box(node, styled(framed, style, surroundings), style);
  }
  if (heading.test(name) && surroundings.extent === "note") {
    return [element("p", shared(node), [element("strong", {}, children)])];
  }
  if (name === "tr" && surroundings.extent === "note") return [element("p", shared(node), spaced(children))];
  if (!isKept(name, surroundings)) return styled(children, style, surroundings);
  const kept = element(inChatName(node, name, surroundings), ownProperties(node, name, style), children);
  if (isBlock(kept)) {
    return [around(kept, holdsProse(name) ? styled(children, style, surroundings) : children)];
  }
  if ((name === "em" && style.italic === false) || (name === "strong" && style.bold === false))
    return children;
  return styled([kept], unsaidStyle(kept, style), surroundings);
}

/** What a style says beyond its own element: `<s style="text-decoration: line-through">` is struck out once. */
function unsaidStyle(kept: Element, style: AuthorStyle): AuthorStyle {
  switch (kept.tagName) {
    case "em":
      return { ...style, italic: null };
    case "strong":
      return { ...style, bold: null };
    case "s":
      return { ...style, struck: false };
    case "u":
      return { ...style, underlined: false };
    case "sup":
      return { ...style, raised: false };
    case "sub":
      return { ...style, lowered: false };
    default:
      return hasClass(kept, "sc") ? { ...style, smallCaps: false } : style;
  }
}

/** Whether what an element's style says of its words is said in elements; of tables, headings and the like it is not. */
function saysStyle(node: Element, name: string, surroundings: Surroundings): boolean {
  if (plainBoxes.has(name) || becomesPlainBox(node, name, surroundings)) return true;
  return holdsProse(name) || !isBlock(element(name, {}, []));
}

/** Of the marks that mean nothing more within themselves, those that an element or its style sets. */
function marksOf(node: Element, name: string, style: AuthorStyle | null): string[] {
  return [
    ...(style?.smallCaps || (name === "span" && hasClass(node, "sc")) ? ["sc"] : []),
    ...(style?.struck || name === "s" ? ["s"] : []),
    ...(style?.underlined || name === "u" ? ["u"] : []),
  ];
}

function isKept(name: string, { extent, inChat, inRuby }: Surroundings): boolean {
  if (name === "time") return inChat && extent === "story";
  return name === "rt" || name === "rp" ? inRuby : allowedNames(extent).includes(name);
}

/** Chat lines name the speaker with `b`, which everywhere else is `strong`. */
function inChatName(node: Element, name: string, surroundings: Surroundings): string {
  return surroundings.inChat && node.tagName === "b" ? "b" : name;
}

function becomesPlainBox(node: Element, name: string, { extent, inFigure }: Surroundings): boolean {
  if (name === "figure" && !hasClass(node, "post")) return true;
  if (name === "figcaption" && !inFigure) return true;
  return extent === "note" && storyOnly.has(name);
}

function holdsProse(name: string): boolean {
  return name === "p" || name === "li" || name === "dd" || name === "td" || name === "figcaption";
}

/** Puts into elements what a style attribute says about the running text. */
function styled(
  children: ElementContent[],
  style: AuthorStyle,
  surroundings: Surroundings,
): ElementContent[] {
  let result = children;
  const wrap = (tagName: string, properties: Properties = {}) => {
    result = [element(tagName, properties, result)];
  };
  const isUnsaid = (mark: string) => !surroundings.said.includes(mark);
  if (style.smallCaps && isUnsaid("sc")) wrap("span", { className: ["sc"] });
  if (style.raised) wrap("sup");
  if (style.lowered) wrap("sub");
  if (style.struck && isUnsaid("s")) wrap("s");
  if (style.underlined && isUnsaid("u")) wrap("u");
  if (style.bold === true) wrap("strong");
  // Roman within italics is an emphasis too: a nested `em` is shown roman.
  if (style.italic !== null && style.italic !== surroundings.italic) wrap("em");
  return result;
}

function box(node: Element, children: ElementContent[], style: AuthorStyle): ElementContent[] {
  const align = node.tagName === "center" ? "center" : style.align;
  const passedOn = shared(node);
  const blocks: ElementContent[] = [];
  let run: ElementContent[] = [];
  const closeRun = () => {
    for (const words of splitAtBlankLines(tidyInline(run))) blocks.push(element("p", {}, words));
    run = [];
  };
  for (const child of children) {
    if (!holdsBlock(child)) {
      run.push(child);
      continue;
    }
    closeRun();
    blocks.push(child);
  }
  closeRun();
  return blocks.map((block) => inherit(block, passedOn, align));
}

function captionAsParagraph(node: ElementContent): ElementContent {
  return isElement(node, "figcaption") ? element("p", node.properties, node.children) : node;
}

function holdsPicture(node: ElementContent): boolean {
  return node.type === "element" && (node.tagName === "img" || node.children.some(holdsPicture));
}

function holdsBlock(node: ElementContent): boolean {
  return isBlock(node) || (node.type === "element" && node.children.some(holdsBlock));
}

function inherit(node: ElementContent, passedOn: Properties, align: AuthorStyle["align"]): ElementContent {
  if (node.type !== "element") return node;
  if (!isBlock(node)) {
    return around(
      node,
      node.children.map((child) => inherit(child, passedOn, align)),
    );
  }
  const properties: Properties = { ...passedOn, ...node.properties };
  if (node.tagName === "p") {
    const className = alignedClass(node, align);
    if (className.length > 0) properties.className = className;
  }
  return element(node.tagName, properties, node.children);
}

function alignedClass(node: Element, align: AuthorStyle["align"]): string[] {
  const names = Array.isArray(node.properties.className) ? node.properties.className.map(String) : [];
  if (names.includes("center") || names.includes("right") || names.includes("verse")) return names;
  return align === "center" || align === "right" ? [...names, align] : names;
}

function ownProperties(node: Element, name: string, style: AuthorStyle): Properties {
  const { title, start, type, colSpan, rowSpan, scope, role, ariaLabel, className, id } = node.properties;
  const properties: Properties = { ...shared(node) };
  if (name === "abbr" && typeof title === "string") properties.title = attributeText(title);
  if (name === "ol") Object.assign(properties, { start, type });
  if (name === "td" || name === "th") Object.assign(properties, { colSpan, rowSpan, scope });
  if (name === "pre" && role === "img" && typeof ariaLabel === "string") {
    Object.assign(properties, { role, ariaLabel: attributeText(ariaLabel) });
  }
  if (Array.isArray(className)) properties.className = className;
  if (name === "figure") properties.className = ["post"];
  if (name === "aside" && hasClass(node, "footnote") && noteNumber(id) !== null) properties.id = id;
  if (name === "p") {
    const names = alignedClass(node, style.align);
    if (names.length > 0) properties.className = names;
  }
  return properties;
}

function shared(node: Element): Properties {
  const { lang, xmlLang, dir } = node.properties;
  const properties: Properties = {};
  const language = canonicalLanguage(lang ?? xmlLang);
  if (language !== null) properties.lang = language;
  if (typeof dir === "string") properties.dir = dir.toLowerCase();
  return properties;
}

/** The canonical spelling of a language tag (BCP 47), or null when it is none. */
function canonicalLanguage(tag: unknown): string | null {
  try {
    return typeof tag === "string" ? (Intl.getCanonicalLocales(tag)[0] ?? null) : null;
  } catch {
    return null;
  }
}

function sceneBreak(node: Element, { extent }: Surroundings): ElementContent[] {
  const given = node.properties.dataOrnament;
  const ornament =
    typeof given === "string" ? withoutControls(given).replace(/\s+/g, " ").trim().slice(0, 200) : "";
  if (extent === "story") {
    return [element("hr", { className: ["scene"], dataOrnament: ornament.toWellFormed() }, [])];
  }
  const said: ElementContent = { type: "text", value: ornament };
  return [element("p", { className: ["center"] }, [said])];
}

function link(node: Element, surroundings: Surroundings): ElementContent[] {
  const noteLink = surroundings.extent === "story" && !surroundings.inLink ? noteLinkProperties(node) : null;
  const children = translateAll(node.children, { ...surroundings, inLink: true });
  const content = styled(children, authorStyle(node), surroundings);
  if (noteLink !== null) return [element("a", { ...shared(node), ...noteLink }, content)];
  const href = linkTarget(node.properties.dataAddress ?? node.properties.href);
  return href === null || surroundings.inLink ? content : [element("a", { ...shared(node), href }, content)];
}

/** What makes a link one between a footnote and its reference; null for any other. */
function noteLinkProperties(node: Element): Properties | null {
  const { id, href } = node.properties;
  if (hasClass(node, "noteback") && referredBy(href) !== null) return { className: ["noteback"], href };
  if (!hasClass(node, "noteref") || notedBy(href) === null) return null;
  const isNamed = typeof id === "string" && referenceId.test(id);
  return isNamed ? { className: ["noteref"], id, href } : { className: ["noteref"], href };
}

/**
 * A picture the archive keeps stays. No page may ask another site for one, so any other becomes a link named by
 * its description.
 */
function image(node: Element, { inLink, extent }: Surroundings): ElementContent[] {
  if (extent === "story" && pictureName(node.properties.src) !== null) {
    return [element("img", pictureProperties(node), [])];
  }
  const words = pictureWords(node);
  const text: ElementContent = { type: "text", value: withoutControls(words?.text ?? "") };
  if (words === null || isBlank(text.value)) return [];
  return words.href === null || inLink ? [text] : [element("a", { href: words.href }, [text])];
}

function pictureProperties(node: Element): Properties {
  const { src, alt, width, height } = node.properties;
  const properties: Properties = { ...shared(node), src };
  if (typeof alt === "string") properties.alt = attributeText(alt);
  for (const [side, given] of Object.entries({ width, height })) {
    if (pictureSide.test(String(given))) properties[side] = Number(given);
  }
  return properties;
}

function spaced(cells: ElementContent[]): ElementContent[] {
  return cells.flatMap((cell) => {
    const content = cell.type === "element" && tableParts.has(cell.tagName) ? cell.children : [cell];
    return [...content, { type: "text", value: " " } as const];
  });
}

/** White space means nothing in an attribute, and XML would not keep it. */
function attributeText(text: string): string {
  return withoutControls(text)
    .replace(/[ \t\n\r\f]+/g, " ")
    .trim();
}

/** Drops what XML 1.0 (section 2.2) cannot carry, so every stored story can become an e-book. */
function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are meant
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufffe\uffff]/g, "");
}

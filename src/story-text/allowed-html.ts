import type { Schema } from "hast-util-sanitize";

/*
 * The stored form of a story, as an allow-list. docs/story-text.md explains each entry to people;
 * both are changed together.
 */

const inlineNames = [..."a abbr bdi br cite code em q rp rt ruby s small span strong sub sup u".split(" ")];
const noteNames = [...inlineNames, ..."blockquote dd dl dt li ol p ul".split(" ")];
const storyNames = [
  ...noteNames,
  ..."aside b caption details figure h3 h4 h5 h6 hr pre summary table tbody td th thead time tr".split(" "),
];

/** Elements whose content is not prose either: they go with everything in them. */
export const removedWithContent = [
  ..."applet audio canvas datalist embed frame frameset head iframe map math meter noembed noframes".split(
    " ",
  ),
  ..."noscript object option param picture plaintext progress script select source style svg".split(" "),
  ..."template textarea title track video xmp".split(" "),
];

const upToThreeDigits = /^[1-9]\d{0,2}$/;

const storySchema: Schema = {
  allowComments: false,
  allowDoctypes: false,
  tagNames: storyNames,
  strip: removedWithContent,
  attributes: {
    "*": [
      ["dir", "ltr", "rtl", "auto"],
      ["lang", /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,8}$/],
    ],
    a: ["href"],
    abbr: ["title"],
    blockquote: [["className", "letter"]],
    figure: [["className", "post"]],
    hr: [["className", "scene"], "dataOrnament"],
    ol: [
      ["className", "chat"],
      ["start", /^-?\d{1,6}$/],
      ["type", "1", "a", "A", "i", "I"],
    ],
    p: [["className", "center", "right", "verse"]],
    pre: [["role", "img"], "ariaLabel"],
    span: [["className", "sc", /^voice-[1-9]$/, /^in[1-4]$/, /^mode-[a-z]{1,30}$/]],
    td: [
      ["colSpan", upToThreeDigits],
      ["rowSpan", upToThreeDigits],
    ],
    th: [
      ["colSpan", upToThreeDigits],
      ["rowSpan", upToThreeDigits],
      ["scope", "row", "col", "rowgroup", "colgroup"],
    ],
  },
  ancestors: {
    b: ["ol"],
    caption: ["table"],
    rp: ["ruby"],
    rt: ["ruby"],
    tbody: ["table"],
    td: ["table"],
    th: ["table"],
    thead: ["table"],
    time: ["ol"],
    tr: ["table"],
  },
  required: { hr: { className: ["scene"], dataOrnament: "" } },
  protocols: { href: ["http", "https", "mailto"] },
  // Nothing an author writes may carry an id or a name, so there is nothing to prefix.
  clobber: [],
  clobberPrefix: "",
};

/** How much of the form a text may use: a story all of it, a note (summary, notes, dedication …) a smaller part. */
export type Extent = "story" | "note";

/** The names of the elements that may be stored. */
export function allowedNames(extent: Extent): string[] {
  return extent === "story" ? storyNames : noteNames;
}

/** The allow-list for `hast-util-sanitize`. */
export function schemaFor(extent: Extent): Schema {
  return extent === "story" ? storySchema : { ...storySchema, tagNames: noteNames };
}

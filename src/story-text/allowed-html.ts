import type { Schema } from "hast-util-sanitize";
import { noteId, referenceId } from "./footnote-ids.ts";
import { pictureAddress, pictureSide } from "./kept-pictures.ts";

/*
 * The stored form of a story, as an allow-list. docs/story-text.md explains each entry to people;
 * both are changed together.
 */

const inlineNames = [..."a abbr bdi br cite code em q rp rt ruby s small span strong sub sup u".split(" ")];
const noteNames = [...inlineNames, ..."blockquote dd dl dt li ol p ul".split(" ")];
const storyNames = [
  ...noteNames,
  ..."aside b caption details figcaption figure h3 h4 h5 h6 hr img pre summary".split(" "),
  ..."table tbody td th thead time tr".split(" "),
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
    a: ["href", ["className", "noteref", "noteback"], ["id", referenceId]],
    abbr: ["title"],
    aside: [
      ["className", "footnote"],
      ["id", noteId],
    ],
    blockquote: [["className", "letter"]],
    figure: [["className", "post", "picture"]],
    hr: [["className", "scene"], "dataOrnament"],
    img: [["src", pictureAddress], "alt", ["width", pictureSide], ["height", pictureSide]],
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
    figcaption: ["figure"],
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
  // The only ids are those of footnotes, whose shapes are ours: nothing an author chose is left to prefix.
  clobber: [],
  clobberPrefix: "",
};

/** A note has no footnotes of its own, so its links carry neither id nor class. */
const noteSchema: Schema = {
  ...storySchema,
  tagNames: noteNames,
  attributes: { ...storySchema.attributes, a: ["href"] },
};

/** How much of the form a text may use: a story all of it, a note (summary, notes, dedication …) a smaller part. */
export type Extent = "story" | "note";

/** The names of the elements that may be stored. */
export function allowedNames(extent: Extent): string[] {
  return extent === "story" ? storyNames : noteNames;
}

/** The allow-list for `hast-util-sanitize`. */
export function schemaFor(extent: Extent): Schema {
  return extent === "story" ? storySchema : noteSchema;
}

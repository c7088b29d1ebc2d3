import { textIn } from "../document/page-elements.ts";
import { plainFormat } from "./character-format.ts";
import { nowhere, silent, wordsFor } from "./destination.ts";
import { isContents, linkOf, rubyOf, signOfField } from "./field.ts";
import type { Destination, RtfGroup } from "./group.ts";
import { Note } from "./note.ts";
import { oldNumbering } from "./old-numbering.ts";
import { plainParagraph } from "./paragraph-format.ts";
import { describe, Picture } from "./picture.ts";
import type { RtfParts } from "./rtf-parts.ts";
import { TextFlow } from "./text-flow.ts";

type Enter = (group: RtfGroup, parts: RtfParts) => void;

/** What is not the story's and is not read; whatever stands behind `\*` and is not named here is not either. */
const ignored = [
  ..."ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonshppict nonesttables shprslt xe tc tcn rxe txe".split(
    " ",
  ),
  ..."filetbl private doccomm comment keywords subject category hlinkbase company".split(" "),
  ..."atnid atntime atndate atnauthor atnicn atnparent bkmkstart bkmkend falt panose fname listname".split(
    " ",
  ),
  ..."leveltext levelnumbers objdata objclass objname mmathPict pntxta pntxtb template revtbl".split(" "),
];

const headers = "header headerl headerr headerf footer footerl footerr footerf".split(" ");

/** What the control words that open a destination do to their group. */
const enters: Record<string, Enter> = {
  ...Object.fromEntries(ignored.map((word): [string, Enter] => [word, into(() => nowhere)])),
  ...Object.fromEntries(headers.map((word): [string, Enter] => [word, into(pageMargin)])),
  fonttbl: into(({ fonts }) => fonts),
  colortbl: into(({ colours }) => colours),
  stylesheet: into(({ styles }) => styles),
  listtable: into(({ lists }) => lists),
  listoverridetable: into(({ listOverrides }) => listOverrides),
  pn: into(oldNumbering),
  info: into(() => silent),
  title: into((parts) => wordsFor((words) => (parts.title = words.trim() || null))),
  author: into(person),
  operator: into(person),
  manager: into(person),
  listtext: into(marker),
  pntext: into(marker),
  footnote: newFlow((parts) => new Note(parts)),
  shptxt: newFlow((parts) => new Box(parts)),
  dptxbxtext: newFlow((parts) => new Box(parts)),
  annotation: newFlow((parts) => new Comment(parts)),
  atnref: into(() => wordsFor((words, { flow }) => flow instanceof Comment && flow.refer(words))),
  atrfstart: into(({ comments }) =>
    wordsFor((words, { flow }) => flow.anchors.openComment(comments.anchorOf(words))),
  ),
  atrfend: into(({ comments }) =>
    wordsFor((words, { flow }) => flow.anchors.closeComment(comments.anchorOf(words))),
  ),
  field(group) {
    group.field = { instruction: "", isAnswered: false };
  },
  fldinst: into(() => wordsFor(answerField)),
  fldrslt(group, { leftOut }) {
    const link = group.field && linkOf(group.field.instruction);
    if (group.field?.isAnswered) group.destination = nowhere;
    else if (isContents(group.field?.instruction ?? ""))
      group.destination = wordsFor((words) => leftOut.add("contents", words));
    else if (link) group.character = { ...group.character, link };
  },
  shpinst(group) {
    group.destination = silent;
    group.shape = { description: null, picture: null };
  },
  do: into(() => silent),
  shppict() {},
  pict(group, parts) {
    group.shape ??= { description: null, picture: null };
    group.destination = new Picture(parts, group.shape);
  },
  picprop: into(() => silent),
  object: into(() => silent),
  result(group) {
    group.destination = group.flow;
  },
  sp(group) {
    group.destination = silent;
    group.property = { name: "" };
  },
  sn: into(() =>
    wordsFor((words, { property }) => property && Object.assign(property, { name: words.trim() })),
  ),
  sv: into(() => wordsFor(setProperty)),
  upr: into(() => silent),
  ud(group) {
    group.destination = group.flow;
  },
  nesttableprops(group) {
    const { flow } = group;
    flow.defineInnerRows(true);
    group.destination = {
      word: (word, parameter, inner) => flow.word(word, parameter, inner),
      text() {},
      ended() {
        flow.defineInnerRows(false);
      },
    };
  },
};

/** Lets a control word that opens a destination do so; false for other words. */
export function enterDestination(word: string, group: RtfGroup, parts: RtfParts): boolean {
  if (group.destination === nowhere || !Object.hasOwn(enters, word)) return false;
  enters[word]?.(group, parts);
  return true;
}

function into(make: (parts: RtfParts) => Destination): Enter {
  return (group, parts) => {
    group.destination = make(parts);
  };
}

function newFlow(make: (parts: RtfParts) => TextFlow): Enter {
  return (group, parts) => {
    const flow = make(parts);
    group.flow = flow;
    group.destination = flow;
    group.character = plainFormat;
    group.paragraph = plainParagraph;
  };
}

/** The text of a box, once, before the paragraph it is fixed to. */
class Box extends TextFlow {
  ended(outer: RtfGroup): void {
    outer.flow.addBlocks(this.finished(plainParagraph));
  }
}

/** A comment's words; who made it is not read. */
class Comment extends TextFlow {
  readonly #parts: RtfParts;
  #number = "";

  constructor(parts: RtfParts) {
    super(parts);
    this.#parts = parts;
  }

  refer(number: string): void {
    this.#number = number;
  }

  ended(): void {
    const words = this.finished(plainParagraph).map((block) => textIn(block).trim());
    this.#parts.comments.setWords(this.#number, words.join("\n"));
  }
}

/** What stands at the edge of every page; page numbers alone are nothing. */
function pageMargin(parts: RtfParts): Destination {
  return wordsFor((words) => {
    if (/\p{L}/u.test(words)) parts.leftOut.add("margins", words);
  });
}

/** Somebody the file's properties name (T77). */
function person({ names }: RtfParts): Destination {
  return wordsFor((words) => {
    if (words.trim()) names.push(words.trim());
  });
}

function marker(): Destination {
  return wordsFor((words, { flow }) => {
    flow.marker = words;
  });
}

function answerField(instruction: string, outer: RtfGroup): void {
  const { field, flow } = outer;
  if (field === null) return;
  field.instruction = instruction;
  const [sign, ruby] = [signOfField(instruction), rubyOf(instruction)];
  if (sign !== null) flow.text(sign, outer);
  else if (ruby) flow.add(ruby, outer);
  field.isAnswered = sign !== null || ruby !== null;
}

function setProperty(value: string, { property, shape }: RtfGroup): void {
  if (property?.name !== "wzDescription" || shape === null) return;
  shape.description = value;
  describe(shape);
}

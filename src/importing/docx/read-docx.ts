import type { Element } from "hast";
import { openContainer } from "../../plumbing/zip/open-container.ts";
import { readXmlPieces } from "../container/xml-tree.ts";
import { LeftOut } from "../document/left-out.ts";
import type { PageSection } from "../document/page-section.ts";
import { readDocument } from "../document/read-document.ts";
import type { NewFinding } from "../reading-draft.ts";
import type { SourceReader } from "../source-reader.ts";
import { BlockReader } from "./block-reader.ts";
import { readComments } from "./comments.ts";
import { compoundFileProblem } from "./compound-file.ts";
import { noteBlocks } from "./note-blocks.ts";
import { Notes } from "./notes.ts";
import { Numbering } from "./numbering.ts";
import { Pictures } from "./pictures.ts";
import { propertyNames } from "./properties.ts";
import { RemarkTrail } from "./remark-trail.ts";
import { StyleSheet } from "./styles.ts";
import { Tongues } from "./tongues.ts";
import { usualSettings } from "./usual-settings.ts";
import { Voices } from "./voices.ts";
import type { WordContext } from "./word-context.ts";
import { WordPackage } from "./word-package.ts";

/** Elements of the main part that only hold paragraphs together. */
const wrappers = new Set(["w:document", "w:body", "w:sdt", "w:sdtContent", "w:customXml"]);

/** Reads a Word document (docx: ECMA-376, transitional or strict), as Word, LibreOffice and Google Docs write it. */
export const readDocx: SourceReader = ({ bytes }, lexicon) => {
  const problem = compoundFileProblem(bytes);
  if (problem) return problem;
  const container = openContainer(bytes);
  if (typeof container === "string") return container;
  const word = new WordPackage(container);
  const text = container.text(word.mainPart);
  if (text === null) return "damaged";
  const context = contextOf(word, text);
  const { sections, findings } = readBody(context, text);
  return readDocument(
    {
      sections,
      title: null,
      leftOut: 0,
      pictures: [...context.pictures.kept.values()],
      remarks: context.trail.remarks,
      propertyNames: propertyNames(word),
    },
    lexicon,
    findings,
  );
};

function contextOf(word: WordPackage, document: string): WordContext {
  const styles = new StyleSheet(word.partFor("styles")?.tree ?? null);
  const usual = usualSettings(
    document,
    styles.paragraph(undefined).run.language ?? styles.defaults.language ?? null,
  );
  return {
    word,
    part: word.mainPart,
    styles,
    numbering: new Numbering(word.partFor("numbering")?.tree ?? null),
    notes: new Notes(word),
    comments: readComments(word),
    pictures: new Pictures(word),
    trail: new RemarkTrail(),
    voices: new Voices(withColourOf(styles, usual.colours)),
    tongues: new Tongues(usual.language),
    leftOut: new LeftOut(1),
  };
}

function withColourOf(styles: StyleSheet, colours: ReadonlySet<string>): Set<string> {
  const own = styles.paragraph(undefined).run.colour ?? styles.defaults.colour;
  return new Set(own ? [...colours, own] : colours);
}

function readBody(context: WordContext, text: string): { sections: PageSection[]; findings: NewFinding[] } {
  const body = new BlockReader(context);
  readXmlPieces(text, wrappers, (piece) => {
    if (typeof piece !== "string") body.read(piece);
  });
  const story: Element[] = [...body.finish(), ...noteBlocks(context)];
  const opening = body.opening.map(({ role, node }): PageSection => ({ role, nodes: [node] }));
  return {
    sections: [...opening, { role: "story", nodes: story }],
    findings: [...context.voices.settle(), ...context.leftOut.findings()],
  };
}

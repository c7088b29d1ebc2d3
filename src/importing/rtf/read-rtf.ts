import type { Element } from "hast";
import type { PageSection } from "../document/page-section.ts";
import { readDocument } from "../document/read-document.ts";
import { markIndents } from "../document/settle-indents.ts";
import { settleVoices } from "../document/voice-colours.ts";
import type { NewFinding } from "../reading-draft.ts";
import type { SourceReader } from "../source-reader.ts";
import { interpretRtf, type RtfFile } from "./interpret-rtf.ts";

/** Reads Rich Text Format (Microsoft's RTF 1.9.1, and what older and other programs write). */
export const readRtf: SourceReader = ({ bytes }, lexicon) => {
  const file = interpretRtf(bytes);
  const { parts, flow, last } = file;
  const written = [...flow.finished(last.paragraph), ...parts.notes];
  const remarks = [...parts.remarks, ...markIndents(written, parts.remarks)];
  const { blocks, findings } = settleVoices(written);
  const { title, names: propertyNames } = parts;
  const pictures = [...parts.pictures.values()];
  return readDocument(
    { sections: sectionsOf(blocks), title, leftOut: 0, pictures, remarks, propertyNames },
    lexicon,
    [...findingsOf(file), ...findings],
  );
};

/** A first paragraph in the style of titles is the story's title. */
function sectionsOf(blocks: Element[]): PageSection[] {
  const first = blocks.findIndex(({ children }) => children.length > 0);
  const title = blocks[first];
  if (title?.properties.dataTitle === undefined) return [{ role: "story", nodes: blocks }];
  return [
    { role: "title", nodes: [title] },
    { role: "story", nodes: blocks.slice(first + 1) },
  ];
}

function findingsOf({ parts: { leftOut }, isCutShort }: RtfFile): NewFinding[] {
  return [...(isCutShort ? [{ kind: "cut-short", state: "noted" } as const] : []), ...leftOut.findings()];
}

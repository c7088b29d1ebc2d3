import { beginsWith, type Source, seemsToBe } from "../source.ts";
import { readDocx } from "./read-docx.ts";

/** Microsoft's compound files: Word's old documents, and its new ones behind a password ([MS-CFB] 2.2). */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Word's documents: a ZIP whose list of content types speaks of word processing (ECMA-376 part 2). */
export const docxSource: Source = {
  kind: "docx",
  extensions: [".docx"],
  name: "a Word document",
  isOwn(file) {
    if (beginsWith(file, compoundFile) || seemsToBe(file, ".docx", "word/")) return true;
    const { container } = file;
    if (!container?.names.includes("[Content_Types].xml")) return false;
    if (container.names.includes("word/document.xml")) return true;
    return (container.text("[Content_Types].xml") ?? "").includes("wordprocessingml");
  },
  read: readDocx,
};

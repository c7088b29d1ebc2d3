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
    const { container, fileName } = file;
    if (container === null) return false;
    const types = container.text("[Content_Types].xml");
    const hasWordParts = container.names.some((name) => name.startsWith("word/"));
    if (types === null) return hasWordParts && isNamedSo(fileName);
    if (container.names.includes("word/document.xml") || types.includes("wordprocessingml")) return true;
    // A document that lost its text is a damaged one, not another program's file.
    return isNamedSo(fileName) && !/spreadsheetml|presentationml/u.test(types);
  },
  read: readDocx,
};

function isNamedSo(fileName: string): boolean {
  return /\.docx$/iu.test(fileName);
}

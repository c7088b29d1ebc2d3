import { elementsIn, wordsIn } from "../container/xml-elements.ts";
import type { WordPackage } from "./word-package.ts";

const naming = new Set(["dc:creator", "cp:lastModifiedBy", "app:Company", "app:Manager"]);

/** The people (and firms) that a document's properties name (ECMA-376 part 2, 11; part 1, 22.2): only ever looked for. */
export function propertyNames(word: WordPackage): string[] {
  const parts = [word.partOfFile("core-properties"), word.partOfFile("extended-properties")];
  const strict = [word.partOfFile("coreProperties"), word.partOfFile("extendedProperties")];
  const names = [...parts, ...strict]
    .flatMap((part) => (part ? elementsIn(part) : []))
    .filter(({ name }) => naming.has(name))
    .flatMap((element) => wordsIn(element).split(/[;\n]/u));
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ""))];
}

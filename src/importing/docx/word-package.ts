import type { Container } from "../../plumbing/zip/open-container.ts";
import { elementsIn } from "../container/xml-elements.ts";
import { type XmlElement, xmlTree } from "../container/xml-tree.ts";

/** What a part of a document points to by an id. */
export interface Relationship {
  /** The last word of its type's address: "image", "hyperlink", "footnotes" … */
  type: string;
  /** A part's name; for something outside of the file, its address. */
  target: string;
  isOutside: boolean;
}

/** The parts of a Word document (Open Packaging Conventions, ECMA-376 part 2). */
export class WordPackage {
  readonly container: Container;
  /** The name of the part that holds the text. */
  readonly mainPart: string;
  readonly #relationships = new Map<string, Map<string, Relationship>>();

  constructor(container: Container) {
    this.container = container;
    const main = [...this.relationshipsOf("").values()].find(({ type }) => type === "officeDocument");
    this.mainPart = main?.target ?? "word/document.xml";
  }

  /** What a part's ids mean; "" for those of the package itself. */
  relationshipsOf(part: string): Map<string, Relationship> {
    const known = this.#relationships.get(part);
    if (known) return known;
    const [folder, file] = folderAndFile(part);
    const text = this.container.text(`${folder}_rels/${file}.rels`);
    const read = text === null ? new Map<string, Relationship>() : relationshipsIn(xmlTree(text), folder);
    this.#relationships.set(part, read);
    return read;
  }

  /** The part that the main part names as its styles, numbering, footnotes …; null when it has none. */
  partFor(type: string): { name: string; tree: XmlElement } | null {
    for (const relationship of this.relationshipsOf(this.mainPart).values())
      if (relationship.type === type && !relationship.isOutside) return this.#tree(relationship.target);
    return null;
  }

  /** A part that belongs to the file itself: its properties. */
  partOfFile(type: string): XmlElement | null {
    for (const relationship of this.relationshipsOf("").values())
      if (relationship.type === type && !relationship.isOutside)
        return this.#tree(relationship.target)?.tree ?? null;
    return null;
  }

  #tree(name: string): { name: string; tree: XmlElement } | null {
    const text = this.container.text(name);
    return text === null ? null : { name, tree: xmlTree(text) };
  }
}

function folderAndFile(part: string): [folder: string, file: string] {
  const slash = part.lastIndexOf("/");
  return [part.slice(0, slash + 1), part.slice(slash + 1)];
}

function relationshipsIn(tree: XmlElement, folder: string): Map<string, Relationship> {
  const found = new Map<string, Relationship>();
  for (const { attributes } of elementsIn(tree)) {
    const { Id: id, Type: type = "", Target: target = "", TargetMode: mode } = attributes;
    if (id === undefined) continue;
    const isOutside = mode === "External";
    found.set(id, {
      type: type.slice(type.lastIndexOf("/") + 1),
      target: isOutside ? target : partName(target, folder),
      isOutside,
    });
  }
  return found;
}

/** Targets are relative to the folder of the part that names them, or begin at the root. */
function partName(target: string, folder: string): string {
  const names: string[] = [];
  for (const name of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return names.join("/");
}

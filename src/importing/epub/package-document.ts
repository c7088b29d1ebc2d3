import type { Container } from "../../plumbing/zip/open-container.ts";
import { elementsIn } from "../container/xml-elements.ts";
import { type XmlElement, xmlTree } from "../container/xml-tree.ts";
import { bookPath } from "./book-path.ts";

/** A file of the book as its manifest names it. */
export interface BookFile {
  path: string;
  mediaType: string;
  properties: string[];
}

/** What a package document says (EPUB 3.3, section 5; OPF 2.0.1, section 2). */
export interface BookPackage {
  metadata: XmlElement[];
  files: BookFile[];
  /** The files in reading order, each once. */
  spine: BookFile[];
  /** What the files of the guide are (`cover`, `title-page`, `toc` …), by path. */
  guide: Map<string, string>;
}

/** The package of a book; null when it has none that can be found. */
export function bookPackage(container: Container): BookPackage | null {
  const path = packagePath(container);
  const text = path === null ? null : container.text(path);
  if (path === null || text === null) return null;
  const root = xmlTree(text);
  const byId = new Map<string, BookFile>();
  for (const { attributes } of childrenOf(root, "opf:manifest", "opf:item")) {
    const place = bookPath(path, attributes.href ?? "");
    if (place === null || attributes.id === undefined) continue;
    byId.set(attributes.id, {
      path: place.path,
      mediaType: attributes["media-type"] ?? "",
      properties: (attributes.properties ?? "").split(/\s+/u),
    });
  }
  const spine = new Set(
    childrenOf(root, "opf:spine", "opf:itemref").flatMap(
      ({ attributes }) => byId.get(attributes.idref ?? "") ?? [],
    ),
  );
  const guide = new Map<string, string>();
  for (const { attributes } of childrenOf(root, "opf:guide", "opf:reference")) {
    const place = bookPath(path, attributes.href ?? "");
    if (place && attributes.type) guide.set(place.path, attributes.type.toLowerCase());
  }
  const metadata = elementsNamed(root, "opf:metadata").flatMap(elementsIn);
  // OPF 1 puts the Dublin Core elements one level deeper.
  const deeper = metadata.flatMap((part) => (/metadata$/u.test(part.name) ? elementsIn(part) : []));
  return { metadata: [...metadata, ...deeper], files: [...byId.values()], spine: [...spine], guide };
}

/** The container's own directory names the package (OCF 3.3, section 4.2.6.3.1); books without one have it all the same. */
function packagePath(container: Container): string | null {
  const directory = container.text("META-INF/container.xml");
  const named =
    directory === null
      ? []
      : elementsNamed(xmlTree(directory), "ocf:rootfiles")
          .flatMap(elementsIn)
          .map(({ attributes }) => attributes["full-path"] ?? "");
  return (
    [...named, ...container.names.filter((name) => name.toLowerCase().endsWith(".opf"))].find((name) =>
      container.names.includes(name),
    ) ?? null
  );
}

function childrenOf(root: XmlElement, parent: string, name: string): XmlElement[] {
  return elementsNamed(root, parent).flatMap((each) => elementsNamed(each, name));
}

function elementsNamed(root: XmlElement, name: string): XmlElement[] {
  return elementsIn(root).filter((child) => child.name === name);
}

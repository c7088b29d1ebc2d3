import type { Container } from "../../plumbing/zip/open-container.ts";
import { readXml } from "../container/read-xml.ts";
import { childOf, elementsIn, wordsIn } from "../container/xml-elements.ts";
import { type XmlElement, xmlTree } from "../container/xml-tree.ts";

/** Whether parts of the package are encrypted (OpenDocument 1.3 part 2, section 3.4). */
export function isEncrypted(container: Container): boolean {
  const manifest = container.text("META-INF/manifest.xml");
  let found = false;
  if (manifest !== null)
    readXml(manifest, {
      open(name) {
        found ||= name === "manifest:encryption-data";
      },
      text() {},
      close() {},
    });
  return found;
}

export interface Properties {
  title: string | null;
  names: string[];
}

/** The title and the people that `meta.xml` names. */
export function propertiesIn(container: Container): Properties {
  const file = container.text("meta.xml");
  const meta = file === null ? undefined : childOf(xmlTree(file), "office:meta");
  const given = (name: string) =>
    meta
      ? elementsIn(meta).flatMap((element) => (element.name === name ? [wordsIn(element).trim()] : []))
      : [];
  const names = ["meta:initial-creator", "dc:creator", "meta:printed-by"].flatMap(given);
  return { title: given("dc:title")[0] || null, names: [...new Set(names)].filter(Boolean) };
}

/** The words of pages' headers and footers; page numbers alone are none. */
export function pageMarginsIn(masterStyles: XmlElement): string[] {
  return elementsIn(masterStyles)
    .flatMap(elementsIn)
    .filter(({ name }) => /^style:(?:header|footer)/u.test(name))
    .map(wordsIn)
    .filter((words) => /\p{L}/u.test(words));
}

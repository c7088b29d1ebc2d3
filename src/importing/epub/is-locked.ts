import type { Container } from "../../plumbing/zip/open-container.ts";
import { elementsIn } from "../container/xml-elements.ts";
import { type XmlElement, xmlTree } from "../container/xml-tree.ts";

/** Obfuscated fonts can be read by anybody (OCF 3.3, section 4.4; Adobe's older way), and are not needed here. */
const fontObfuscation = ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];

/** Whether a book is copy-protected: it has a rights file, or says that something other than fonts is encrypted. */
export function isLocked(container: Container): boolean {
  if (container.names.includes("META-INF/rights.xml")) return true;
  const encryption = container.text("META-INF/encryption.xml");
  return (
    encryption !== null && algorithmsIn(xmlTree(encryption)).some((each) => !fontObfuscation.includes(each))
  );
}

function algorithmsIn(element: XmlElement): string[] {
  const own = element.name === "enc:EncryptionMethod" ? [element.attributes.Algorithm ?? ""] : [];
  return [...own, ...elementsIn(element).flatMap(algorithmsIn)];
}

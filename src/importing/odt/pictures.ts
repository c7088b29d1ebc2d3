import type { Element } from "hast";
import { keepPicture } from "../../plumbing/pictures/keep-picture.ts";
import { urls } from "../../vocabulary/urls.ts";
import { childOf, elementsIn, wordsIn } from "../container/xml-elements.ts";
import type { XmlElement } from "../container/xml-tree.ts";
import type { OdtParts } from "./odt-parts.ts";

/** The picture in a frame, of the versions there are the first that can be kept; null when the frame holds none. */
export function pictureOf(frame: XmlElement, parts: OdtParts): Element | null {
  const images = elementsIn(frame).filter(({ name }) => name === "draw:image");
  if (images.length === 0) return null;
  const element: Element = { type: "element", tagName: "img", properties: {}, children: [] };
  for (const image of images) {
    const address = image.attributes["xlink:href"] ?? "";
    const kept = keepPicture(bytesOf(image, address, parts));
    if (kept) {
      parts.pictures.set(kept.name, kept);
      const { name, width, height } = kept;
      element.properties = { src: urls.picture(name), width, height };
      break;
    }
    if (/^https?:/iu.test(address)) element.properties.src ??= address;
  }
  const alt = descriptionOf(frame);
  if (alt !== null) element.properties.alt = alt;
  return element;
}

function bytesOf(image: XmlElement, address: string, { container }: OdtParts): Uint8Array {
  const written = childOf(image, "office:binary-data");
  if (written) return Buffer.from(wordsIn(written), "base64");
  return container.bytes(address.replace(/^\.\//u, "")) ?? new Uint8Array();
}

/** LibreOffice calls the title “alternative text” and the other “description”; decoration is marked by itself. */
function descriptionOf(frame: XmlElement): string | null {
  if ((frame.attributes["loext:decorative"] ?? frame.attributes["draw:decorative"]) === "true") return "";
  const said = ["svg:title", "svg:desc"]
    .map((name) => childOf(frame, name))
    .filter((child) => child !== undefined);
  const words = [...new Set(said.map((child) => wordsIn(child).trim()))].filter(Boolean);
  return words.length > 0 ? words.join(": ") : null;
}

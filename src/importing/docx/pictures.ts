import type { Element, Properties } from "hast";
import { keepPicture } from "../../plumbing/pictures/keep-picture.ts";
import type { KeptPicture } from "../../plumbing/pictures/kept-picture.ts";
import { element } from "../../story-text/elements.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { XmlElement } from "../container/xml-tree.ts";
import { firstWithin } from "./elements.ts";
import type { WordPackage } from "./word-package.ts";

/** The pictures of a document, each kept once. */
export class Pictures {
  readonly kept = new Map<string, KeptPicture>();
  readonly #word: WordPackage;
  readonly #byPart = new Map<string, KeptPicture | null>();

  constructor(word: WordPackage) {
    this.#word = word;
  }

  /**
   * The `img` for what a part points to by an id; without `src` when it cannot be kept, so that its description is
   * what remains of it.
   *
   * @param alt its description, "" for mere decoration, null when the document gives none
   */
  image(part: string, id: string | undefined, alt: string | null): Element {
    const target = id === undefined ? undefined : this.#word.relationshipsOf(part).get(id);
    const properties: Properties = alt === null ? {} : { alt };
    if (target?.isOutside) properties.src = target.target;
    const picture = target && !target.isOutside ? this.#keep(target.target) : null;
    if (picture) {
      this.kept.set(picture.name, picture);
      Object.assign(properties, {
        src: urls.picture(picture.name),
        width: picture.width,
        height: picture.height,
      });
    }
    return element("img", properties, []);
  }

  #keep(part: string): KeptPicture | null {
    const known = this.#byPart.get(part);
    if (known !== undefined) return known;
    const bytes = this.#word.container.bytes(part);
    const picture = bytes && keepPicture(bytes);
    this.#byPart.set(part, picture);
    return picture;
  }
}

/** The description that a drawing carries (20.4.2.5), "" when it is marked as decoration; null when it has none. */
export function descriptionOf(drawing: XmlElement): string | null {
  const about = firstWithin(drawing, "wp:docPr");
  const decorative = about && firstWithin(about, "adec:decorative");
  if (decorative && /^(?:1|true)$/u.test(decorative.attributes.val ?? "")) return "";
  return about?.attributes.descr?.trim() || about?.attributes.title?.trim() || null;
}

/** The description of a picture in the older drawing language (VML). */
export function shapeDescription(shape: XmlElement): string | null {
  return shape.attributes.alt?.trim() || null;
}

import type { Element } from "hast";
import { keepPicture } from "../../plumbing/pictures/keep-picture.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { Destination, RtfGroup, Shape } from "./group.ts";
import type { RtfParts } from "./rtf-parts.ts";

/** Reads `\pict`, whose bytes are hexadecimal digits or stand there as they are. */
export class Picture implements Destination {
  readonly #parts: RtfParts;
  readonly #shape: Shape;
  readonly #digits: string[] = [];
  readonly #bytes: Uint8Array[] = [];

  constructor(parts: RtfParts, shape: Shape) {
    this.#parts = parts;
    this.#shape = shape;
  }

  word(): void {}

  text(words: string): void {
    this.#digits.push(words);
  }

  binary(bytes: Uint8Array): void {
    this.#bytes.push(bytes);
  }

  ended(outer: RtfGroup): void {
    const digits = this.#digits.join("").replace(/[^\da-f]/giu, "");
    const picture = keepPicture(Buffer.concat([...this.#bytes, Buffer.from(digits, "hex")]));
    const element: Element = { type: "element", tagName: "img", properties: {}, children: [] };
    if (picture) {
      const { name, width, height } = picture;
      element.properties = { src: urls.picture(name), width, height };
      this.#parts.pictures.set(name, picture);
    }
    this.#shape.picture = element;
    describe(this.#shape);
    outer.flow.add(element, outer);
  }
}

/** Gives a picture the description of its shape. */
export function describe({ description, picture }: Shape): void {
  if (picture && description?.trim()) picture.properties.alt = description.trim();
}

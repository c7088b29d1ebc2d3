import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { keepPicture } from "../../plumbing/pictures/keep-picture.ts";
import type { KeptPicture } from "../../plumbing/pictures/kept-picture.ts";
import { urls } from "../../vocabulary/urls.ts";

const written = /(data:image\/[\w.+-]{1,20};base64,)([A-Za-z0-9+/=\s]+)/gu;
/** A page with more pictures than this is a catalogue. */
const mostPictures = 2000;

/**
 * Takes the pictures that lie in a page itself (RFC 2397) out of its text, before it is parsed, so that the bounds on
 * a story's length are about its words. In their place stands the address under which they are kept.
 */
export class DataPictures {
  readonly #kept = new Map<string, KeptPicture>();

  /** The page's text without the bytes of its pictures; one that cannot be kept leaves its kind behind. */
  takenFrom(html: string): string {
    let count = 0;
    return html.replace(written, (_, kind: string, encoded: string) => {
      const picture = ++count > mostPictures ? null : keepPicture(Buffer.from(encoded, "base64"));
      if (picture === null) return kind;
      const address = urls.picture(picture.name);
      this.#kept.set(address, picture);
      return address;
    });
  }

  /** Says how large the pictures of a page are, where the page does not. */
  measure(tree: Root): void {
    visit(tree, "element", ({ tagName, properties }) => {
      const picture = tagName === "img" ? this.#kept.get(String(properties.src)) : undefined;
      if (!picture || properties.width !== undefined || properties.height !== undefined) return;
      Object.assign(properties, { width: picture.width, height: picture.height });
    });
  }

  get kept(): KeptPicture[] {
    return [...this.#kept.values()];
  }
}

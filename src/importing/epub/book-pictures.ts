import type { Element, Nodes } from "hast";
import { visit } from "unist-util-visit";
import { keepPicture } from "../../plumbing/pictures/keep-picture.ts";
import type { KeptPicture } from "../../plumbing/pictures/kept-picture.ts";
import type { Container } from "../../plumbing/zip/open-container.ts";
import { urls } from "../../vocabulary/urls.ts";
import { bookPath } from "./book-path.ts";

/** The pictures of a book, each kept once however often it is shown. */
export class BookPictures {
  readonly #container: Container;
  readonly #known = new Map<string, KeptPicture | null>();

  constructor(container: Container) {
    this.#container = container;
  }

  /**
   * Lets the pictures of a leaf show what is kept; one that cannot be kept is left with its description alone.
   *
   * @param measured whether a picture whose size the leaf does not say is to say it from now on
   */
  keep(tree: Nodes, path: string, measured: boolean): void {
    visit(tree, "element", (node) => {
      if (node.tagName === "image") drawnAsImage(node);
      if (node.tagName !== "img") return;
      const { src, alt, width, height, lang, dir } = node.properties;
      const place = typeof src === "string" ? bookPath(path, src) : null;
      const picture = place && this.#kept(place.path);
      node.properties = { lang, dir, ...(typeof alt === "string" && { alt }) };
      if (picture) {
        const isSaid = width !== undefined || height !== undefined || !measured;
        const size = isSaid ? { width, height } : { width: picture.width, height: picture.height };
        Object.assign(node.properties, { src: urls.picture(picture.name), ...size });
      } else if (place === null && typeof src === "string") node.properties.src = src;
    });
  }

  get kept(): KeptPicture[] {
    const byName = new Map(
      [...this.#known.values()].flatMap((picture) => (picture ? [[picture.name, picture]] : [])),
    );
    return [...byName.values()];
  }

  #kept(path: string): KeptPicture | null {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const bytes = this.#container.bytes(path);
    const picture = bytes === null ? null : keepPicture(bytes);
    this.#known.set(path, picture);
    return picture;
  }
}

/** SVG's `image`, which some makers of books put round a picture to fit it to the page. */
function drawnAsImage(node: Element): void {
  const { xLinkHref, href } = node.properties;
  const src = [xLinkHref, href].find((address) => typeof address === "string");
  node.tagName = "img";
  node.properties = typeof src === "string" ? { src } : {};
}

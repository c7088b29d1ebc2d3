import type { Translate } from "../../vocabulary/translate.ts";
import type { DownloadableWork } from "../downloadable-work.ts";
import { settingOf } from "../leaves/leaf.ts";
import { noPictures, type PictureBytes } from "../picture-bytes.ts";
import { bookFiles } from "./book-files.ts";
import { bookPictures, needsFallback, pictureInstead, pictureInsteadDocument } from "./book-pictures.ts";
import { bookStyle } from "./book-style.ts";
import { containerDocument } from "./container-document.ts";
import { coverPicture } from "./cover/cover-picture.ts";
import { navigationDocument } from "./navigation-document.ts";
import { ncxDocument } from "./ncx-document.ts";
import { packBook } from "./pack-book.ts";
import { packageDocument } from "./package-document.ts";

/**
 * Writes a work as an EPUB 3 (https://www.w3.org/TR/epub-33/) that EPUB 2 readers open too.
 *
 * @returns the container's bytes; the same input gives the same bytes
 */
export function writeEpub(
  work: DownloadableWork,
  t: Translate,
  locale: string,
  pictureBytes: PictureBytes = noPictures,
): Uint8Array {
  const pictures = bookPictures(work, pictureBytes);
  const paths = new Map(pictures.map(({ name, path }) => [name, path]));
  const setting = settingOf(work, t, locale, (name) => paths.get(name) ?? null);
  const leaves = bookFiles(setting);
  return packBook(
    [
      { path: "META-INF/container.xml", text: containerDocument() },
      { path: "EPUB/package.opf", text: packageDocument(setting, leaves, pictures) },
      { path: "EPUB/nav.xhtml", text: navigationDocument(setting, leaves) },
      { path: "EPUB/toc.ncx", text: ncxDocument(setting, leaves) },
      { path: "EPUB/style.css", text: bookStyle },
      { path: "EPUB/cover.svg", text: coverPicture(setting) },
      ...leaves.map((leaf) => ({ path: `EPUB/${leaf.path}`, text: leaf.document })),
      ...(pictures.some(needsFallback)
        ? [{ path: `EPUB/${pictureInstead}`, text: pictureInsteadDocument(t) }]
        : []),
      ...pictures.map(({ path, bytes }) => ({ path: `EPUB/${path}`, bytes })),
    ],
    work.updatedAt,
  );
}

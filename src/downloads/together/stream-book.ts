import type { Translate } from "../../vocabulary/translate.ts";
import { coverLeaf } from "../epub/book-files.ts";
import { pictureInstead, pictureInsteadDocument } from "../epub/book-pictures.ts";
import { bookStyle } from "../epub/book-style.ts";
import { containerDocument } from "../epub/container-document.ts";
import { coverPicture } from "../epub/cover/cover-picture.ts";
import { leafDocument } from "../epub/leaf-document.ts";
import { packBook, packFiles } from "../epub/pack-book.ts";
import { readPart, sharedStyle } from "../epub/part-format.ts";
import { bookSetting } from "./book-setting.ts";
import type { BoundBook, BoundPart } from "./bound-book.ts";
import { boundNavigation, boundNcx } from "./bound-contents.ts";
import { boundPackage } from "./bound-package.ts";
import { joinZips } from "./join-zips.ts";
import { openingLeaf } from "./opening-leaf.ts";
import { ownLeaves } from "./part-leaves.ts";

/** A work as it comes to be bound; `bytes` as `epubPartFormat` made them. */
export type MadePart = Omit<BoundPart, "part"> & { bytes: Uint8Array };

/**
 * An EPUB 3 of several works, piece by piece: a work is asked for when the one before it has been taken, so that no
 * more than one lies in memory. What says what is in the book stands at its end, where a ZIP may have it; who was let
 * go of on the way is not in it.
 */
export async function* streamBook(
  book: BoundBook,
  parts: AsyncIterable<MadePart>,
  t: Translate,
  locale: string,
): AsyncGenerator<Uint8Array> {
  const zip = joinZips();
  yield zip.add(packBook([{ path: "META-INF/container.xml", text: containerDocument() }], book.changedAt));
  const bound: BoundPart[] = [];
  for await (const { bytes, ...said } of parts) {
    if (!zip.hasRoomFor(bytes.byteLength)) {
      bound.push({ ...said, part: null });
      continue;
    }
    bound.push({ ...said, part: readPart(bytes) });
    yield zip.add(bytes, true);
  }
  const authors = [...new Set(bound.flatMap((part) => part.authors))];
  const setting = bookSetting(book, book.isSeries ? authors : [], t, locale);
  const { cover, opening } = ownLeaves(setting);
  const page = (heading: string, leaf: Parameters<typeof leafDocument>[1]) =>
    leafDocument(heading, leaf, { ...setting.language, story: setting.language.label });
  yield zip.add(
    packFiles(
      [
        { path: `EPUB/${sharedStyle}`, text: bookStyle },
        { path: "EPUB/cover.svg", text: coverPicture(setting) },
        { path: `EPUB/${cover.path}`, text: page(t("Cover"), coverLeaf(setting)) },
        { path: `EPUB/${opening.path}`, text: page(setting.work.title, openingLeaf(setting, book, bound)) },
        { path: `EPUB/${pictureInstead}`, text: pictureInsteadDocument(t) },
        { path: "EPUB/nav.xhtml", text: boundNavigation(setting, bound) },
        { path: "EPUB/toc.ncx", text: boundNcx(setting, bound) },
        { path: "EPUB/package.opf", text: boundPackage(setting, book, bound) },
      ],
      book.changedAt,
    ),
  );
  yield zip.end();
}

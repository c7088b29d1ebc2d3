import { strFromU8, strToU8, unzipSync } from "fflate";
import { picturesWithoutWords } from "../../story-text/kept-pictures.ts";
import { readStored } from "../../story-text/read-stored.ts";
import type { Format } from "../format.ts";
import { titleOf } from "../front-matter.ts";
import { settingOf } from "../leaves/leaf.ts";
import { bookFiles } from "./book-files.ts";
import { type BookPicture, bookPictures } from "./book-pictures.ts";
import { packFiles } from "./pack-book.ts";

/** What a book of several works needs to know of the leaves of one; addresses are from its folder. */
export type BookPart = {
  title: string;
  language: string;
  leaves: { id: string; path: string; line: { text: string; language: string } | null }[];
  pictures: { id: string; path: string; name: string }[];
  isDescribed: boolean;
};

/** Where the part tells of itself; it goes into no book. */
const partFile = "part.json";

/** Names of what lies in a book, before any of its works. */
export const sharedStyle = "style.css";

/**
 * The leaves of one work, packed, to be bound with those of others: a folder named for the work, whose leaves use the
 * style sheet beside it. It is offered to nobody.
 */
export const epubPartFormat: Format = {
  id: "epub-part",
  extension: "part",
  mediaType: "application/zip",
  label: "",
  holdsPictures: true,
  write(work, t, locale, pictureBytes) {
    const pictures = bookPictures(work, pictureBytes);
    const paths = new Map(pictures.map(({ name, path }) => [name, path]));
    const setting = settingOf(work, t, locale, (name) => paths.get(name) ?? null);
    const leaves = bookFiles(setting, `../${sharedStyle}`).filter(({ landmark }) => landmark !== "cover");
    const part: BookPart = {
      title: titleOf(work, t),
      language: setting.language.story,
      leaves: leaves.map(({ id, path, contentsLine }) => ({ id, path, line: contentsLine })),
      pictures: pictures.map(({ id, path, name }: BookPicture) => ({ id, path, name })),
      isDescribed: work.chapters.every(({ text }) => picturesWithoutWords(readStored(text)) === 0),
    };
    const folder = `EPUB/${work.id}`;
    return packFiles(
      [
        ...leaves.map(({ path, document }) => ({ path: `${folder}/${path}`, text: document })),
        ...pictures.map(({ path, bytes }) => ({ path: `${folder}/${path}`, bytes })),
        // Last, so that what comes before can be sent on in one piece.
        { path: partFile, bytes: strToU8(JSON.stringify(part)) },
      ],
      work.updatedAt,
    );
  },
};

/** What a made part tells of itself, and its entries without that. */
export function readPart(bytes: Uint8Array): BookPart {
  const file = unzipSync(bytes, { filter: ({ name }) => name === partFile })[partFile];
  if (!file) throw new Error("this is no part of a book");
  const part: BookPart = JSON.parse(strFromU8(file));
  return part;
}

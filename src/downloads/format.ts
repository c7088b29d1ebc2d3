import type { Translate } from "../vocabulary/translate.ts";
import type { DownloadableWork } from "./downloadable-work.ts";
import type { PictureBytes } from "./picture-bytes.ts";

/** One way to carry a work away. A new format is a folder with one of these and a line in formats.ts. */
export type Format = {
  /** As it stands in an address: "epub". */
  id: string;
  /** Without the dot. */
  extension: string;
  /** The Content-Type, with its charset where one is needed. */
  mediaType: string;
  /** An English sentence for `t`, shown on the link. */
  label: string;
  /** Whether the pictures of a work lie in the file, so that their bytes must be at hand. */
  holdsPictures: boolean;
  /**
   * Writes the whole file. The same work, sentences and locale give the same bytes, so a file can be cached
   * under its work's last change and compared with another archive's copy.
   *
   * @param locale BCP 47 tag of the labels; the story itself is in `work.language`
   */
  write: (work: DownloadableWork, t: Translate, locale: string, pictures: PictureBytes) => Uint8Array;
};

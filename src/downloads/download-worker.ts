import { createTranslate } from "../ui/translation.ts";
import type { DownloadableWork } from "./downloadable-work.ts";
import { findMakeable } from "./formats.ts";

/** One file to make. Functions cannot cross threads, so the sentences are looked up here, by locale. */
export type DownloadTask = { work: DownloadableWork; formatId: string; locale: string };

/** The same with the bytes of its pictures at hand, by their names. */
export type DownloadInput = DownloadTask & { pictures?: ReadonlyMap<string, Uint8Array> };

/** Runs in a thread of the pool (see make-download.ts). */
export default function makeInThread({ work, formatId, locale, pictures }: DownloadInput): Uint8Array {
  const format = findMakeable(formatId);
  if (format === null) throw new Error(`there is no format "${formatId}"`);
  return format.write(work, createTranslate(locale), locale, (name) => pictures?.get(name) ?? null);
}

import type { Translate } from "../../vocabulary/translate.ts";
import { type Setting, settingOf } from "../leaves/leaf.ts";
import type { BoundBook } from "./bound-book.ts";

/** Sets a book of several works: its cover and its own leaves are drawn as those of a work are. */
export function bookSetting(book: BoundBook, names: string[], t: Translate, locale: string): Setting {
  const work = {
    id: "",
    url: book.url,
    archiveName: book.archiveName,
    archiveUrl: book.archiveUrl,
    title: book.title,
    language: locale,
    creators: names.map((name) => ({ role: "author" as const, name })),
    gifts: [],
    madeFrom: [],
    series: [],
    tags: [],
    rating: "",
    ratingId: "",
    warnings: [],
    categories: [],
    permissions: [],
    summary: book.text,
    notes: "",
    endNotes: "",
    disclaimer: "",
    dedication: "",
    conventions: "",
    expectedChapters: null,
    complete: false,
    words: 0,
    publishedAt: book.changedAt,
    updatedAt: book.changedAt,
    chapters: [],
    pictures: [],
  };
  return settingOf(work, t, locale, () => null);
}

import type { Page } from "../ui/page.ts";
import type { NoticeSentence } from "./notice-sentence.ts";

/** A notice as words alone: what a feed's entry and a letter's line are called. */
export function inWords(page: Page, sentence: NoticeSentence, word: (text: string) => string): string {
  const list = new Intl.ListFormat(page.locale, { type: "conjunction" });
  const parts = Object.entries(sentence.parts).map(([name, part]) => [
    name,
    Array.isArray(part) ? list.format(part.map(({ text }) => word(text))) : word(part.text),
  ]);
  return page.t(sentence.says, { ...sentence.values, ...Object.fromEntries(parts) });
}

/** On one line, and without the signs that turn the direction of what follows. */
export function plain(text: string): string {
  return text
    .replace(/[\u202A-\u202E\u2066-\u2069]/gu, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
}

/** In its own direction of writing, wherever it stands: U+2068 and U+2069 (Unicode Standard Annex 9, section 2.4). */
export function isolated(text: string): string {
  return `\u2068${plain(text)}\u2069`;
}

import type { Element } from "hast";
import { h } from "hastscript";

/** Makes the address inside a finished sentence a link, wherever the translation has put it. */
export function linkedSentence(sentence: string, url: string): (string | Element)[] {
  const at = sentence.indexOf(url);
  if (at < 0 || url === "") return [sentence];
  return [sentence.slice(0, at), h("a", { href: url }, url), sentence.slice(at + url.length)];
}

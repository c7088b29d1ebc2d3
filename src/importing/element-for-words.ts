import type { Element } from "hast";
import { element } from "../story-text/elements.ts";
import type { EmphasisKind, WordsKind } from "./edit.ts";

const plain: Record<string, string> = {
  em: "em",
  strong: "strong",
  isolated: "bdi",
  speaker: "b",
  time: "time",
  ruby: "ruby",
  reading: "rt",
};

/** The element of the stored form that says what its words are (docs/story-text.md), still empty. */
export function elementForWords(as: EmphasisKind | WordsKind): Element {
  const tagName = plain[as];
  if (tagName !== undefined) return element(tagName, {}, []);
  const [, mark, number] = /^(note-reference|note-again|way-back)-(\d+)$/u.exec(as) ?? [];
  if (mark === "note-reference")
    return element("a", { className: ["noteref"], href: `#note-${number}`, id: `noteref-${number}` }, []);
  if (mark === "note-again") return element("a", { className: ["noteref"], href: `#note-${number}` }, []);
  if (mark === "way-back") return element("a", { className: ["noteback"], href: `#noteref-${number}` }, []);
  return element("span", { className: [as.replace(/^step-/u, "in")] }, []);
}

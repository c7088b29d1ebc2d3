import type { Element, RootContent } from "hast";
import { removedWithContent } from "../../story-text/allowed-html.ts";
import { pictureName } from "../../story-text/kept-pictures.ts";
import { pictureWords } from "../../story-text/picture-words.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import type { SourceDocument } from "./source-document.ts";

/** What becomes of a picture; its finding has a sentence for each. */
type Outcome = "describedLink" | "namedLink" | "description" | "fileName" | "leftOut";
type Picture = { address: string; outcome: Outcome; count: number };
type Surroundings = { inLink: boolean; isRemoved: boolean };

/**
 * Says of every picture of a document that did not come along what became of it; one that comes again and again is
 * said once.
 */
export function notePictures(draft: ReadingDraft, document: SourceDocument): void {
  const kept = new Set(document.pictures.map(({ name }) => name));
  const pictures = new Map<string, Picture>();
  for (const { heading, nodes } of document.sections)
    for (const node of heading ? [heading, ...nodes] : nodes)
      collect(node, { inLink: false, isRemoved: false }, pictures, kept);
  for (const { address, outcome, count } of pictures.values())
    draft.add({ kind: "picture", state: "noted", was: address, becomes: outcome, count });
}

function collect(
  node: RootContent,
  surroundings: Surroundings,
  pictures: Map<string, Picture>,
  kept: Set<string>,
): void {
  if (node.type !== "element") return;
  if (node.tagName === "img" && kept.has(pictureName(node.properties.src) ?? "")) return;
  if (node.tagName === "img") {
    const [address, outcome] = [addressOf(node), outcomeOf(node, surroundings)];
    const key = `${outcome} ${address}`;
    const known = pictures.get(key);
    if (known) known.count++;
    else pictures.set(key, { address, outcome, count: 1 });
    return;
  }
  const inner = {
    inLink: surroundings.inLink || node.tagName === "a",
    isRemoved: surroundings.isRemoved || removedWithContent.includes(node.tagName),
  };
  for (const child of node.children) collect(child, inner, pictures, kept);
}

function outcomeOf(node: Element, { inLink, isRemoved }: Surroundings): Outcome {
  const words = isRemoved ? null : pictureWords(node);
  if (words === null) return "leftOut";
  if (words.href === null || inLink) return words.from;
  return words.from === "description" ? "describedLink" : "namedLink";
}

/** The address of a picture, or its description when it has none; of one that is written into the page, its kind without its bytes. */
function addressOf({ properties: { src, alt } }: Element): string {
  const address = typeof src === "string" && src.trim() !== "" ? src.trim() : String(alt ?? "…");
  return /^data:/iu.test(address) ? (address.slice(0, 200).split(",")[0] ?? "") : address;
}

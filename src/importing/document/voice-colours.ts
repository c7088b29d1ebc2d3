import type { Element, ElementContent } from "hast";
import type { NewFinding } from "../reading-draft.ts";
import type { Mark } from "./text-runs.ts";

/** So many voices the stored form tells apart. */
export const mostVoices = 9;
/** Word's, Google's and browsers' colours of links, which mean nothing when they stay behind in running text. */
export const linkColours: ReadonlySet<string> = new Set([
  "0563c1",
  "0000ff",
  "0000ee",
  "1155cc",
  "000080",
  "467886",
  "954f72",
]);

/**
 * The mark for words in a colour, until `settleVoices` has seen all of them; null for black, white and the greys
 * near them, which are only how paper and ink looked (T83).
 *
 * @param colour six hexadecimal digits
 */
export function colourMark(colour: string): Mark | null {
  if (!/^[\da-f]{6}$/iu.test(colour)) return null;
  const channels = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const [least, most] = [Math.min(...channels), Math.max(...channels)];
  const dataColour = colour.toLowerCase();
  const isPlain = most < 0x40 || least > 0xe6 || most - least < 0x10 || linkColours.has(dataColour);
  return isPlain ? null : { key: `colour ${dataColour}`, tagName: "span", properties: { dataColour } };
}

/** Blocks whose colours have become voices, and what is to be said of each voice. */
export interface SettledVoices {
  blocks: Element[];
  findings: NewFinding[];
}

/**
 * Makes voices of colours (T29), in order of appearance. A colour that most of the text is set in is how the document
 * looked, and so is any beyond the ninth; they go, their words stay.
 */
export function settleVoices(blocks: Element[]): SettledVoices {
  const { uses, length } = usesIn(blocks);
  const voices = new Map<string, number>();
  const findings: NewFinding[] = [];
  for (const [colour, use] of uses) {
    if (use.length > length / 2 || use.words === "" || voices.size === mostVoices) continue;
    const voice = voices.size + 1;
    voices.set(colour, voice);
    findings.push({
      kind: "voice",
      state: "noted",
      was: use.words,
      becomes: String(voice),
      count: use.places,
    });
  }
  return {
    blocks: blocks.map((block) => ({ ...block, children: settled(block.children, voices) })),
    findings,
  };
}

/** How often a colour is used: in how many places, for how many characters, and the first words set in it. */
interface Use {
  places: number;
  length: number;
  words: string;
}

function usesIn(blocks: Element[]): { uses: Map<string, Use>; length: number } {
  const uses = new Map<string, Use>();
  let length = 0;
  const walk = (children: ElementContent[], outer: Use | null) => {
    for (const child of children) {
      if (child.type === "text") {
        length += child.value.length;
        if (outer) outer.length += child.value.length;
        if (outer) outer.words ||= child.value.trim();
      } else if (child.type === "element") walk(child.children, useOf(child, uses) ?? outer);
    }
  };
  for (const block of blocks) walk(block.children, null);
  return { uses, length };
}

function useOf(element: Element, uses: Map<string, Use>): Use | null {
  const colour = colourOf(element);
  if (colour === null) return null;
  const use = uses.get(colour) ?? { places: 0, length: 0, words: "" };
  use.places++;
  uses.set(colour, use);
  return use;
}

function settled(children: ElementContent[], voices: Map<string, number>): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== "element") return [child];
    const inner = settled(child.children, voices);
    const colour = colourOf(child);
    if (colour === null) return [{ ...child, children: inner }];
    const voice = voices.get(colour);
    if (voice === undefined) return inner;
    return [{ ...child, properties: { className: [`voice-${voice}`] }, children: inner }];
  });
}

function colourOf({ properties: { dataColour } }: Element): string | null {
  return typeof dataColour === "string" ? dataColour : null;
}

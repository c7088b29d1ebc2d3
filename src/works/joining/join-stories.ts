import type { Element } from "hast";
import { readStored } from "../../story-text/read-stored.ts";
import { serialiseStory } from "../../story-text/serialise.ts";
import { tidyStory } from "../../story-text/tidy.ts";
import { blocksOf, type KnownNote, type Seam, seamBetween } from "../seam.ts";
import { isNote, likenessOf, numberOf, renumbered, trailingNotes } from "./story-notes.ts";

/**
 * Makes one story of two. The footnotes at the end of the first go to the end of the whole; a footnote that a split
 * gave to both is one again, unless one of the two was changed since.
 *
 * @param first stored story HTML
 * @param second stored story HTML of the chapter behind it, with its title
 * @param seam what a split took out from between the two; null when they never were one story
 */
export function joinStories(
  first: string,
  second: { story: string; title: string },
  seam: Seam | null,
): string {
  const before = blocksOf(readStored(first));
  const ownBehind = blocksOf(readStored(second.story));
  const highest = Math.max(0, ...before.map((block) => (isNote(block) ? (numberOf(block) ?? 0) : 0)));
  const behind = renumbered(ownBehind, (number) => number + highest);
  const { copies, numbers } = sharedAgain(before, behind, highest, seam);
  const kept = (block: Element) => !copies.has(block);
  const traveling = new Set(trailingNotes(before));
  const staying = before.filter((block) => kept(block) && !traveling.has(block));
  const between = staying.length > 0 || second.title !== "" || seam ? seamBetween(seam, second.title) : [];
  const rest = behind.filter(kept);
  const floor = staying.length + between.length;
  const whole = [...staying, ...between, ...rest];
  const notes = [...traveling].filter(kept);
  const returning = returnsOf(notes, seam);
  const strangers = notes.filter((note) => !returning.has(note));
  whole.splice(whole.length - trailingNotes(rest).length, 0, ...strangers);
  for (const [note, blocksAfter] of [...returning].toSorted(([, one], [, other]) => one - other))
    whole.splice(Math.max(floor, whole.length - blocksAfter), 0, note);
  const joined = renumbered(whole, (number) => numbers.get(number) ?? number);
  return serialiseStory(tidyStory({ type: "root", children: joined }));
}

/** The footnotes that stood behind the seam once, and how many blocks came after each. */
function returnsOf(notes: Element[], seam: Seam | null): Map<Element, number> {
  const returns = new Map<Element, number>();
  for (const { blocksAfter, ...known } of seam?.movedNotes ?? []) {
    const note = knownIn(
      notes.filter((one) => !returns.has(one)),
      known,
    );
    if (note) returns.set(note, blocksAfter);
  }
  return returns;
}

/** The copies that a split made of footnotes and that are still like them, and whose number now stands for which. */
function sharedAgain(before: Element[], behind: Element[], highest: number, seam: Seam | null) {
  const copies = new Set<Element>();
  const numbers = new Map<number, number>();
  const free = (blocks: Element[]) => blocks.filter((block) => isNote(block) && !copies.has(block));
  for (const { copyIn, first, second } of seam?.sharedNotes ?? []) {
    const one = knownIn(free(before), first);
    const other = knownIn(free(behind), { ...second, number: second.number + highest });
    if (!one || !other) continue;
    const [copy, original] = copyIn === "first" ? [one, other] : [other, one];
    copies.add(copy);
    numbers.set(numberOf(copy) ?? 0, numberOf(original) ?? 0);
  }
  return { copies, numbers };
}

/** The footnote that a split knew, if it still says the same; among several the one with the same number. */
function knownIn(notes: Element[], { likeness, number }: KnownNote): Element | undefined {
  const alike = notes.filter((note) => likenessOf(note) === likeness);
  return alike.find((note) => numberOf(note) === number) ?? alike[0];
}

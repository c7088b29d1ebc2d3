import { Turns } from "../plumbing/jobs/turns.ts";
import { makeCanonical } from "../tags/make-canonical.ts";
import { mergeTag, splitTag } from "../tags/merge-tag.ts";
import { namedOrMade, tidyTagName } from "../tags/name-tag.ts";
import { addParent, setMedia } from "../tags/place-tag.ts";
import type { TagBook, TagStanding } from "../tags/tag-book.ts";
import { type WranglingRefusal, WranglingRefused } from "../tags/wrangling-refused.ts";
import { foldName } from "../vocabulary/fold-name.ts";
import type { SheetLine } from "./tag-sheet.ts";

/** One thing a sheet would do. `decided`: it changes what a wrangler decided here. */
export type SheetStep = {
  line: number;
  what: "canonical" | "synonym" | "parent" | "media";
  tag: string;
  other: string;
  decided: boolean;
};

/** A line that cannot be done as it stands. */
export type SheetRefusal = {
  line: number;
  refusal: WranglingRefusal | { why: "synonym-itself"; name: string };
};

export type SheetPlan = { steps: SheetStep[]; refusals: SheetRefusal[]; unchanged: number };

/**
 * Does in the book what a sheet says: canonical tags first, then synonyms, then what stands above what, so that the
 * order of lines does not matter. What stands so already is left; links that the sheet does not name stay.
 *
 * A line that cannot be done is told and left out; all others are done. Others are served between.
 *
 * @param now ms since 1970, UTC
 */
export async function planSheet(book: TagBook, lines: readonly SheetLine[], now: number): Promise<SheetPlan> {
  const plan: SheetPlan = { steps: [], refusals: [], unchanged: 0 };
  const synonyms = new Set(
    lines.flatMap(({ kindId, name, synonymOf }) => (synonymOf === null ? [] : [keyOf(kindId, name)])),
  );
  const did = new Set<number>();
  const tryLine = (line: SheetLine, work: () => void) => {
    try {
      work();
    } catch (cause) {
      if (!(cause instanceof WranglingRefused)) throw cause;
      if (cause.refusal.why !== "already") plan.refusals.push({ line: line.line, refusal: cause.refusal });
    }
  };
  const step = (line: SheetLine, what: SheetStep["what"], tag: TagStanding, other = "", decided = false) => {
    did.add(line.line);
    plan.steps.push({ line: line.line, what, tag: tag.name, other, decided });
  };
  const refuse = (line: SheetLine, name: string) =>
    plan.refusals.push({ line: line.line, refusal: { why: "synonym-itself", name } });
  /** A tag named as canonical, made so where it is not. */
  const canonical = (line: SheetLine, name: string): TagStanding => {
    const tag = namedOrMade(book, line.kindId, tidyTagName(name), now);
    if (tag.canonical) return tag;
    const decided = tag.synonymOf !== null;
    if (decided) splitTag(book, tag.id);
    makeCanonical(book, tag.id);
    step(line, "canonical", tag, "", decided);
    return tag;
  };
  /** A tag that a line only mentions: what wranglers decided about it stays. */
  const meant = (line: SheetLine, name: string): TagStanding => {
    const tag = book.findNamed(line.kindId, foldName(name));
    return tag && tag.synonymOf !== null ? book.meaningOf(tag.id) : canonical(line, name);
  };
  const passes: ((line: SheetLine) => void)[] = [
    (line) => {
      if (line.synonymOf !== null) return;
      if (synonyms.has(keyOf(line.kindId, line.name))) refuse(line, line.name);
      else canonical(line, line.name);
    },
    (line) => {
      if (line.synonymOf === null) return;
      if (synonyms.has(keyOf(line.kindId, line.synonymOf))) {
        refuse(line, line.synonymOf);
        return;
      }
      const target = meant(line, line.synonymOf);
      const tag = namedOrMade(book, line.kindId, tidyTagName(line.name), now);
      const decided = tag.canonical || tag.synonymOf !== null;
      mergeTag(book, tag.id, target.id);
      step(line, "synonym", tag, target.name, decided);
    },
    (line) => {
      if (synonyms.has(keyOf(line.kindId, line.name))) return;
      for (const name of line.parents)
        tryLine(line, () => {
          if (synonyms.has(keyOf(line.kindId, name))) {
            refuse(line, name);
            return;
          }
          const parent = meant(line, name);
          const tag = namedOrMade(book, line.kindId, line.name, now);
          addParent(book, tag.id, parent.id, now);
          step(line, "parent", tag, parent.name);
        });
      if (line.media.length > 0) {
        const tag = namedOrMade(book, line.kindId, line.name, now);
        const decided = tag.media.size > 0;
        setMedia(book, tag.id, [...new Set([...tag.media, ...line.media])]);
        step(line, "media", tag, "", decided);
      }
    },
  ];
  const turns = new Turns();
  for (const pass of passes)
    for (const line of lines) {
      if (turns.isOver) await turns.next();
      tryLine(line, () => pass(line));
    }
  const refused = new Set(plan.refusals.map(({ line }) => line));
  plan.unchanged = lines.filter(({ line }) => !did.has(line) && !refused.has(line)).length;
  return plan;
}

function keyOf(kindId: string, name: string): string {
  return `${kindId}\n${foldName(name)}`;
}

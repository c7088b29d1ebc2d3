import type { BlockRange, Edit } from "../edit.ts";
import type { ReadingDraft } from "../reading-draft.ts";

const divided = /(?<![\p{L}\p{N}-])(\p{L}{1,24})[-\u2010]$/u;
const goesOn = /^(\p{Ll}{2,24})(?![\p{L}\p{N}]|['’]\p{L})(-?)/u;
/** Words that make a compound with what follows, which keeps its hyphen at the end of a line too. */
const compounding = new Set(
  `well ill self half ex non all co high low far near long short mid half quasi semi anti pre post pro two three four
  five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety old new much ever never so
  good bad hard soft deep wide open red blue green black white dark light mother father brother sister son daughter
  great step by to up out off on in too cat`.split(/\s+/u),
);
/** Words with which a clause goes on after a dash. */
const beginsClause = new Set(
  `and but then or the a an he she it they we you i his her their my your our that this there so not no if when as at
  in on of to for with from by was were is are had have has who what which und aber et mais y pero e ma и а но что`.split(
    /\s+/u,
  ),
);
const mostWords = 400_000;

interface DividedWord {
  block: number;
  hyphen: BlockRange;
  first: string;
  rest: string;
  /** `mother-in-` and the like keep a hyphen elsewhere, and so probably here. */
  hasMore: boolean;
}

/**
 * Makes words whole that were divided at the end of a line (T17), as in text copied from a page: when the whole word
 * stands elsewhere in the text, or its halves do not. Where the hyphen may belong to the word, it stays, and taking it
 * out is offered.
 */
export function joinDividedWords(draft: ReadingDraft, storyBegins: number): void {
  const found = dividedWords(draft, storyBegins);
  if (found.length === 0) return;
  const known = wordsOf(draft, storyBegins);
  const joined: Edit[] = [];
  const kept: Edit[] = [];
  const example = { was: "", becomes: "", where: null as BlockRange | null };
  for (const word of found) {
    const { block, hyphen, first, rest } = word;
    if (isWhole(word, known)) {
      if (joined.length === 0)
        Object.assign(example, { was: `${first}-${rest}`, becomes: first + rest, where: hyphen });
      joined.push({ kind: "remove", ...hyphen }, { kind: "join-lines", block, with: "nothing" });
      continue;
    }
    kept.push({ kind: "join-lines", block, with: "nothing" });
    draft.add({
      kind: "hyphen-unsure",
      state: "unsure",
      where: hyphen,
      was: `${first}-${rest}`,
      becomes: first + rest,
      edits: [{ kind: "remove", ...hyphen }],
    });
  }
  // The line goes on whether or not the hyphen stays.
  if (kept.length > 0) draft.add({ kind: "joined-lines", state: "applied", count: kept.length, edits: kept });
  if (joined.length > 0)
    draft.add({
      kind: "hyphen-joined",
      state: "applied",
      ...example,
      count: joined.length / 2,
      edits: joined,
    });
}

function dividedWords(draft: ReadingDraft, from: number): DividedWord[] {
  const words: DividedWord[] = [];
  for (let block = from + 1; block < draft.blocks.length; block++) {
    if ((draft.blocks[block]?.gapBefore ?? 0) > 0) continue;
    const before = draft.textOf(block - 1);
    const end = before.trimEnd().length;
    const first = divided.exec(before.slice(Math.max(0, end - 40), end))?.[1];
    const next = draft.textOf(block).trimStart().slice(0, 40);
    const [, rest, more] = goesOn.exec(next) ?? [];
    if (first === undefined || rest === undefined || (beginsClause.has(rest) && more !== "-")) continue;
    const hyphen = { block: block - 1, from: end - 1, to: end };
    words.push({ block, hyphen, first, rest, hasMore: more === "-" });
  }
  return words;
}

/** The words of the story in lower case, compounds whole; a bounded number of them is enough to compare with. */
function wordsOf(draft: ReadingDraft, from: number): Set<string> {
  const words = new Set<string>();
  for (let block = from; block < draft.blocks.length && words.size < mostWords; block++) {
    const text = draft.textOf(block);
    for (const [word] of text.matchAll(/(?<![\p{L}-])\p{L}{1,40}(?:-\p{L}{1,40}){0,4}(?![\p{L}-])/gu))
      words.add(word.toLowerCase());
  }
  return words;
}

function isWhole({ first, rest, hasMore }: DividedWord, known: Set<string>): boolean {
  const [start, end] = [first.toLowerCase(), rest.toLowerCase()];
  if (hasMore || known.has(`${start}-${end}`)) return false;
  if (known.has(start + end)) return true;
  // The rest stands at the start of its line too, so that a word of its own is known only from elsewhere.
  return !compounding.has(start) && !known.has(start);
}

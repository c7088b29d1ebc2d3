import type { Edit, EmphasisKind, WordsKind } from "./edit.ts";

/** A range to be laid into an element: italics, a mode of speech, a chat's speaker … */
export interface Emphasis {
  from: number;
  to: number;
  as: EmphasisKind | WordsKind;
}

/** A stretch of a block in which nothing changes: its text is kept, or something stands in its place. */
export interface Stretch {
  from: number;
  to: number;
  /** Null keeps the text as it is. */
  instead: string | null;
  /** Outermost first. */
  emphasis: Emphasis[];
}

/** The part of a block to render, and whether lifted words are left out of it. */
export interface Window {
  from: number;
  to: number;
  withLifted: boolean;
}

/**
 * Cuts a block's text into stretches, given the edits in force on it. Where two replacements overlap, the one
 * that begins first is carried out and the other is not: the result never depends on the order of findings.
 */
export function planBlock(edits: Edit[], window: Window): Stretch[] {
  const covers = coversOf(edits, window);
  const emphasis = edits
    .flatMap((edit): Emphasis[] => (edit.kind === "emphasise" || edit.kind === "set-words" ? [edit] : []))
    .sort((a, b) => a.from - b.from || b.to - a.to || a.as.localeCompare(b.as));
  const points = new Set<number>([window.from, window.to]);
  for (const range of [...covers, ...emphasis]) {
    for (const point of [range.from, range.to]) {
      if (point > window.from && point < window.to) points.add(point);
    }
  }
  const sorted = [...points].sort((a, b) => a - b);
  const stretches: Stretch[] = [];
  let nextCover = 0;
  let nextEmphasis = 0;
  let open: Emphasis[] = [];
  for (const [index, from] of sorted.entries()) {
    const to = sorted[index + 1];
    if (to === undefined) break;
    open = open.filter((range) => range.to > from);
    for (let next = emphasis[nextEmphasis]; next && next.from <= from; next = emphasis[++nextEmphasis]) {
      if (next.to > from) open = [...open, next];
    }
    while ((covers[nextCover]?.to ?? Number.POSITIVE_INFINITY) <= from) nextCover++;
    const cover = covers[nextCover];
    const covered = cover !== undefined && cover.from <= from;
    const instead = covered ? (cover.from === from ? cover.with : "") : null;
    stretches.push({ from, to, instead, emphasis: open });
  }
  return stretches;
}

interface Cover {
  from: number;
  to: number;
  with: string;
}

function coversOf(edits: Edit[], window: Window): Cover[] {
  const lifted = window.withLifted
    ? []
    : disjoint(edits.flatMap((edit) => (edit.kind === "lift-to-field" ? [{ ...edit, with: "" }] : [])));
  const changed = edits.flatMap((edit): Cover[] => {
    if (edit.kind === "remove") return [{ from: edit.from, to: edit.to, with: "" }];
    if (edit.kind === "replace") return [{ from: edit.from, to: edit.to, with: edit.with }];
    return [];
  });
  const outsideLifted = changed.filter((cover) => !overlapsAny(lifted, cover));
  return disjoint([...lifted, ...outsideLifted]);
}

function disjoint(covers: Cover[]): Cover[] {
  const kept: Cover[] = [];
  let end = -1;
  for (const cover of [...covers].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (cover.from < end || cover.to <= cover.from) continue;
    kept.push(cover);
    end = cover.to;
  }
  return kept;
}

/** `sorted` is disjoint and in order, so the first range that ends after the start decides. */
function overlapsAny(sorted: Cover[], range: Cover): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.to ?? 0) <= range.from) low = middle + 1;
    else high = middle;
  }
  const next = sorted[low];
  return next !== undefined && next.from < range.to;
}

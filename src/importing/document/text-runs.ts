import type { Element, ElementContent, Properties } from "hast";

/** What a run of text is set in; marks with the same key are the same. */
export interface Mark {
  key: string;
  tagName: string;
  properties: Properties;
}

/** Words, or one element in their place, set in the same way throughout. */
export interface TextRun {
  content: string | Element;
  marks: readonly Mark[];
}

/** A mark that needs no attributes: `em`, `strong`, `sup` … */
export function plainMark(tagName: string): Mark {
  return { key: tagName, tagName, properties: {} };
}

/**
 * Puts runs into elements as a person would write them: of the marks a run begins, the one that lasts longest goes
 * outside, so that a bold word in an italic sentence does not cut the sentence in three.
 */
export function nestRuns(runs: readonly TextRun[]): ElementContent[] {
  return nest(runs, 0, runs.length, []);
}

function nest(runs: readonly TextRun[], from: number, to: number, open: readonly string[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (let at = from; at < to; ) {
    const run = runs[at];
    if (run === undefined) break;
    const longest = longestMark(runs, at, to, open);
    if (longest === null) {
      const last = result.at(-1);
      if (typeof run.content !== "string") result.push(run.content);
      else if (last?.type === "text") last.value += run.content;
      else result.push({ type: "text", value: run.content });
      at++;
      continue;
    }
    const { mark, end } = longest;
    const children = nest(runs, at, end, [...open, mark.key]);
    result.push({ type: "element", tagName: mark.tagName, properties: { ...mark.properties }, children });
    at = end;
  }
  return result;
}

function longestMark(
  runs: readonly TextRun[],
  at: number,
  to: number,
  open: readonly string[],
): { mark: Mark; end: number } | null {
  let longest: { mark: Mark; end: number } | null = null;
  for (const mark of runs[at]?.marks ?? []) {
    if (open.includes(mark.key)) continue;
    let end = at + 1;
    while (end < to && runs[end]?.marks.some(({ key }) => key === mark.key)) end++;
    if (longest === null || end > longest.end) longest = { mark, end };
  }
  return longest;
}

/** The runs without the marks that every word of theirs has: a heading set in bold from end to end is no more than a heading. */
export function withoutCommonMarks(runs: readonly TextRun[], tagNames: readonly string[]): TextRun[] {
  const worded = runs.filter(({ content }) => typeof content !== "string" || /\S/u.test(content));
  const common = new Set(
    (worded[0]?.marks ?? [])
      .filter(({ tagName }) => tagNames.includes(tagName))
      .map(({ key }) => key)
      .filter((key) => worded.every(({ marks }) => marks.some((mark) => mark.key === key))),
  );
  if (common.size === 0) return [...runs];
  return runs.map((run) => ({ ...run, marks: run.marks.filter(({ key }) => !common.has(key)) }));
}

import { knownLabel } from "./labels.ts";
import { numberOf } from "./numbers.ts";

/** The parts of `[FIC] NEW TOS "Title" 1/3 [PG-13] (K/S)`, as offsets in the line and words. */
export interface SubjectLine {
  title: { from: number; to: number };
  number: number | null;
  expected: number | null | undefined;
  codes: string[];
}

const prefix =
  /^\s*(?:subject:\s*)?(?:re:\s*)?(?:\[[^\]]{1,30}\]\s*)?(?:\[?(?:fan)?fic(?:tion)?\]?\s*:?|story:)\s+|^\s*subject:\s*/iu;
const status = /^(?:new|repost|edit|revised|update|wip|complete|tos|tng|ds9|voy|ent)\b[\s:,-]*/iu;
const part = /[([]?\b(\d{1,3})\s?(?:\/|of)\s?(\d{1,3}|\?{1,2})[)\]]?/u;

/** Reads the subject line of a story sent to a mailing list or newsgroup; null for any other line. */
export function subjectLine(line: string): SubjectLine | null {
  if (line.length > 250) return null;
  const opening = prefix.exec(line);
  if (!opening) return null;
  let from = opening[0].length;
  for (let word = status.exec(line.slice(from)); word; word = status.exec(line.slice(from)))
    from += word[0].length;
  const rest = line.slice(from);
  const numbered = part.exec(rest);
  const codes = [...rest.matchAll(/[[(]([^\])]{1,60})[\])]/gu)].filter((code) => !part.test(code[0]));
  if (!numbered && codes.length === 0) return null;
  const ends = [numbered?.index, codes[0]?.index, rest.length].filter((end) => end !== undefined);
  const title = titleIn(rest.slice(0, Math.min(...ends)), from);
  if (!title) return null;
  return {
    title,
    number: numbered ? Number(numbered[1]) : null,
    expected: numbered ? (numbered[2]?.startsWith("?") ? null : Number(numbered[2])) : undefined,
    codes: codes.map((code) => (code[1] ?? "").trim()),
  };
}

const number = "\\d{1,3}|[a-z]{3,9}";
const bracketed = new RegExp(
  `^([^()[\\]]{2,80}?)[\\s,:–—-]{0,4}[([]\\s?(?:part|chapter|chap\\.?|ch\\.?|pt\\.?)?\\s?(${number})\\s?(?:/|of)\\s?(${number}|\\?{1,2})\\s?[)\\]]\\s*$`,
  "iu",
);
const announced = new RegExp(
  `^([^()[\\]]{2,80}?)\\s?[,:–—-]\\s?(?:part|chapter|chap\\.?|ch\\.?|pt\\.?)\\s?(${number})\\s?(?:/|of)\\s?(${number}|\\?{1,2})\\s*$`,
  "iu",
);

/** `The Long Fog (1/3)`, `The Long Fog - Chapter Two of Three`: a title with the part's number after it. */
export function titleWithCount(line: string): SubjectLine | null {
  if (line.length > 120) return null;
  const match = bracketed.exec(line) ?? announced.exec(line);
  const title = match ? titleIn(match[1] ?? "", 0) : null;
  const part = numberOf(match?.[2] ?? "");
  const expected = match?.[3]?.startsWith("?") ? null : numberOf(match?.[3] ?? "");
  if (!title || part === null || (expected === null && !match?.[3]?.startsWith("?"))) return null;
  const labelled = knownLabel((match?.[1] ?? "").split(/[:：]/u, 1)[0] ?? "") !== null;
  return labelled || (expected ?? part) < part ? null : { title, number: part, expected, codes: [] };
}

function titleIn(words: string, offset: number): SubjectLine["title"] | null {
  const title = words.replace(/^[\s"“]+|[\s"”,:-]+$/gu, "");
  if (!/\p{L}/u.test(title)) return null;
  const from = offset + words.indexOf(title);
  return { from, to: from + title.length };
}

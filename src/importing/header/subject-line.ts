import { knownLabel } from "./labels.ts";
import { numberOf } from "./numbers.ts";
import { ratingOf } from "./ratings.ts";

/** The parts of `[FIC] NEW TOS "Title" 1/3 [PG-13] (K/S)`, as offsets in the line and words. */
export interface SubjectLine {
  title: { from: number; to: number };
  number: number | null;
  expected: number | null | undefined;
  codes: string[];
}

const mail = "^\\s*(?:subject:\\s*)?(?:(?:re|fwd?):\\s*){0,3}(?:\\[[^\\]]{1,30}\\]\\s*){0,2}";
const prefix = new RegExp(
  `${mail}(?:[[(]?(?:fan)?fic(?:tion)?[\\])]?\\s*:?|story:)\\s+|^\\s*subject:\\s*(?:(?:re|fwd?):\\s*){0,3}`,
  "iu",
);
/** `REPOST: Fog 3/5 [R]` says less, and counts only with its part's number and a code. */
const weakPrefix = new RegExp(`${mail}(?:new|repost|revised|update):?\\s+`, "iu");
const status =
  /^[[(]?(?:new|repost|edit|revised|update|wip|complete|tos|tng|ds9|dsn|voy|vgr|ent|mis|occ)\b[\])]?[\s:,-]*/iu;
const part =
  /[([]?(?:\b(?:part|chapter|pt\.?|ch\.?)\s?(\d{1,3}|[ivxl]{1,6}|[a-z]{3,9})\s?(?:\/|of)\s?(\d{1,3}|[ivxl]{1,6}|[a-z]{3,9}|\?{1,2})|\b(\d{1,3})\s?(?:\/|of)\s?(\d{1,3}|\?{1,2}))[)\]]?/iu;
const bareCode =
  /(?<=^|[\s,;])(?:[A-Z]{1,4}\+?(?:-?\d{2})?|\p{Lu}\p{L}{0,14}(?:\/\p{Lu}\p{L}{0,14}){1,4})(?=$|[\s,;])/gu;

/** Reads the subject line of a story sent to a mailing list or newsgroup; null for any other line. */
export function subjectLine(line: string): SubjectLine | null {
  if (line.length > 250) return null;
  const strong = prefix.exec(line);
  const opening = strong ?? weakPrefix.exec(line);
  if (!opening) return null;
  let from = opening[0].length;
  for (let word = status.exec(line.slice(from)); word; word = status.exec(line.slice(from)))
    from += word[0].length;
  const rest = line.slice(from);
  const numbered = part.exec(rest);
  const bracketed = [...rest.matchAll(/[[(]([^\])]{1,60})[\])]/gu)].filter((code) => !part.test(code[0]));
  if (!numbered && bracketed.length === 0) return null;
  const ends = [numbered?.index, bracketed[0]?.index, rest.length].filter((end) => end !== undefined);
  const title = titleIn(rest.slice(0, Math.min(...ends)), from);
  const codes = [
    ...bracketed.flatMap((code) => (code[1] ?? "").split(/[,;]/u).map((word) => word.trim())),
    ...codesAfter(rest, numbered ? numbered.index + numbered[0].length : rest.length),
  ].filter((code) => code !== "");
  if (!title || (!strong && (!numbered || codes.length === 0))) return null;
  const expected = numbered?.[2] ?? numbered?.[4] ?? "";
  const number = numberOf(numbered?.[1] ?? numbered?.[3] ?? "");
  return {
    title,
    // Part 0 is an introduction, and no chapter.
    number: number === 0 ? null : number,
    expected: numbered ? (expected.startsWith("?") ? null : (numberOf(expected) ?? undefined)) : undefined,
    codes,
  };
}

/** Ratings and pairings that stand without brackets after the part's number. */
function codesAfter(rest: string, from: number): string[] {
  const words = rest.slice(from).replace(/[[(][^\])]{1,60}[\])]/gu, " ");
  return [...words.matchAll(bareCode)]
    .map(([code]) => code)
    .filter((code) => code.includes("/") || ratingOf(code) !== null);
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

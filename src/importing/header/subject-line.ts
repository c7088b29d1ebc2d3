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

function titleIn(words: string, offset: number): SubjectLine["title"] | null {
  const title = words.replace(/^[\s"“]+|[\s"”,:-]+$/gu, "");
  if (!/\p{L}/u.test(title)) return null;
  const from = offset + words.indexOf(title);
  return { from, to: from + title.length };
}

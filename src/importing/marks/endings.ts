import type { HeaderReading } from "../header/read-header.ts";
import type { ReadingDraft } from "../reading-draft.ts";

const goesOn =
  /^\W*(?:tbc|to be cont(?:inued|\.|d)?|(?:tbc|to be continued) in (?:part|chapter) \S{1,10}|continued in (?:part|chapter) \S{1,10}|à suivre|fortsetzung folgt|continuará|продолжение следует|つづく|未完待续)\W*$/iu;
const ends = /^\W*(?:the end|fin|finis|owari|end|ende|finito|конец|完|終わり|おわり|终|全文完)\W*$/iu;
const partEnds = /^\W*end(?: of)?\s*(?:part|chapter)?\s*\(?(\d{1,3})\s?(?:\/|of)\s?(\d{1,3}|\?+)\)?\W*$/iu;
const linesAtEnd = 12;

/** `TBC…`, `~fin~`, `END (1/3)` among the last lines say whether the story goes on (T40); the words stay. */
export function readEnding(draft: ReadingDraft, header: HeaderReading): void {
  const first = Math.max(header.storyBegins + 1, header.storyEnds - linesAtEnd);
  for (let block = header.storyEnds - 1; block >= first; block--) {
    const text = draft.textOf(block);
    const complete = endingOf(text);
    if (complete === null) continue;
    const where = { block, from: 0, to: text.length };
    draft.add(
      { kind: "ending", state: "proposed", where, becomes: complete ? "complete" : "incomplete" },
      { field: "complete", complete },
    );
    return;
  }
}

/** Whether the work is complete, when a line says no more than that; null for any other line. */
export function endingOf(text: string): boolean | null {
  if (text.length > 80) return null;
  const line = text.trim();
  if (goesOn.test(line)) return false;
  if (ends.test(line)) return true;
  const part = partEnds.exec(line);
  return part ? part[1] === part[2] : null;
}

import type { ReadingDraft } from "../reading-draft.ts";
import type { StoryParagraph } from "../story-paragraphs.ts";
import { doubleQuoted, type QuotedPassage, singleQuoted } from "./quoted-passages.ts";

/** Proposes the missing half of each pair of quotation marks that opens curly and closes straight, or the reverse. */
export function proposeQuoteRepairs(draft: ReadingDraft, paragraphs: StoryParagraph[]): void {
  for (const paragraph of paragraphs) {
    const passages = [...singleQuoted(paragraph.text), ...doubleQuoted(paragraph.text)];
    for (const passage of passages.sort((a, b) => a.from - b.from)) {
      const repair = repairOf(passage);
      const range = repair && paragraph.rangesOf(repair.at, repair.at + 1)[0];
      const whole = paragraph.rangesOf(passage.from, passage.to)[0] ?? null;
      if (!repair || !range || draft.textIn(range) !== repair.was) continue;
      const was = paragraph.text.slice(passage.from, passage.to);
      draft.add({
        kind: "quote-repair",
        state: "proposed",
        where: whole,
        was,
        becomes:
          repair.at === passage.from ? repair.becomes + was.slice(1) : was.slice(0, -1) + repair.becomes,
        edits: [{ kind: "replace", ...range, with: repair.becomes }],
      });
    }
  }
}

function repairOf({
  from,
  to,
  opening,
  closing,
}: QuotedPassage): { at: number; was: string; becomes: string } | null {
  if (opening === "‘" && closing === "'") return { at: to - 1, was: "'", becomes: "’" };
  if (opening === "“" && closing === '"') return { at: to - 1, was: '"', becomes: "”" };
  if (opening === "'" && closing === "’") return { at: from, was: "'", becomes: "‘" };
  if (opening === '"' && closing === "”") return { at: from, was: '"', becomes: "“" };
  return null;
}

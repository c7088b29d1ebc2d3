import type { Edit } from "../edit.ts";
import type { Convention, SpeechMode } from "../header/conventions.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import type { StoryParagraph } from "../story-paragraphs.ts";

const longest = 600;

/**
 * Sets what is written between the marks the header explains apart (T30): after `//x// = telepathy`, each `//…//` is
 * telepathy. The marks stay, because they are the writer's; without such words in the header nothing is done.
 */
export function readModesOfSpeech(
  draft: ReadingDraft,
  paragraphs: StoryParagraph[],
  { conventions, conventionWords }: { conventions: Convention[]; conventionWords: string },
): void {
  const modes = conventions.flatMap(({ mode }) => (mode ? [{ mode, stretch: stretchOf(mode) }] : []));
  if (modes.length === 0) return;
  for (const paragraph of paragraphs) {
    for (const { mode, stretch } of modes) {
      for (const match of paragraph.text.matchAll(stretch)) {
        const ranges = paragraph.rangesOf(match.index, match.index + match[0].length);
        draft.add({
          kind: "mode-of-speech",
          state: "applied",
          where: ranges[0] ?? null,
          was: match[0],
          becomes: mode.name,
          reasons: [{ why: "convention", words: conventionWords }],
          edits: ranges.map((range): Edit => ({ kind: "emphasise", as: `mode-${mode.name}`, ...range })),
        });
      }
    }
  }
}

/** Exactly these marks, close to the words between them, which have none of the marks in them. */
function stretchOf({ opens, closes }: SpeechMode): RegExp {
  const [first, last] = [classOf(opens), classOf(closes)];
  return new RegExp(
    `(?<![\\p{L}\\p{N}${first}])[${first}]{${opens.length}}(?![\\s${first}])[^${first}${last}\\n]{1,${longest}}(?<!\\s)[${last}]{${closes.length}}(?![\\p{L}\\p{N}${last}])`,
    "gu",
  );
}

function classOf(marks: string): string {
  const [sign = ""] = marks;
  return /[\]\\^-]/u.test(sign) || /[[{}]/u.test(sign) ? `\\${sign}` : sign;
}

import type { BlockRange, Edit } from "../edit.ts";
import { labelSigns } from "../header/label-signs.ts";
import type { HeaderReading } from "../header/read-header.ts";
import { sentencesOf } from "../header/sentences.ts";
import { spokenThanks } from "../header/spoken-thanks.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import { isOrnament } from "./ornaments.ts";

/** How many of the last lines may be a note, when a label says so and when only its words do. */
const labelledLines = 12;
const spokenLines = 5;
const longestNote = 4000;

const farewell =
  /^[\s(*_~[]{0,4}(?:(?:many |huge |so,? )?thank(?:s| you)(?: all| everyone| you)?(?: so much| very much)? (?:for reading|for all|to (?:everyone|all|my beta|\p{Lu}))|reviews? (?:are|is|make|=|would|always)|(?:so,? )?(?:please )?(?:read and review|r ?& ?r\b|review\b|leave (?:a|me a) (?:review|comment))|feedback (?:is|makes|welcome)|comments (?:are|and)|kudos and comments|(?:please )?(?:let me know|tell me) what you (?:think|thought)|(?:so,? )?what did you think|(?:i )?hope (?:you|y'all|everyone)(?: all| guys)? (?:liked|enjoyed|like|enjoy)|next chapter (?:soon|up|will)|more (?:soon|to come))/iu;
const quoted = /^\s*["“‘'«„—]\s?\p{L}/u;

/**
 * Proposes what stands after the story as end notes (T15, T78): a labelled author's note, thanks for reading, a
 * plea for reviews. The words stay in the story until somebody accepts.
 */
export function proposeClosingNotes(draft: ReadingDraft, header: HeaderReading, end: number): void {
  const first = firstOfNote(draft, header.storyBegins + 1, end);
  if (first === null) return;
  const ranges = rangesFrom(draft, first, end);
  const [start] = ranges;
  if (start === undefined) return;
  const edits = ranges.map(
    (range, index): Edit => ({
      kind: "lift-to-field",
      field: "endNotes",
      ...range,
      value: index === 0 ? first.value : range,
    }),
  );
  const passages = [first.value, ...ranges.slice(1)];
  const was = ranges.map((range) => draft.textIn(range).trim()).join(" ");
  draft.add(
    { kind: "end-note", state: "proposed", where: start, was, becomes: "endNotes", edits },
    { field: "endNotes", passages },
  );
  for (const passage of passages) proposeCredits(draft, passage);
}

interface NoteStart {
  block: number;
  from: number;
  value: BlockRange;
}

function firstOfNote(draft: ReadingDraft, after: number, end: number): NoteStart | null {
  let length = 0;
  let start: NoteStart | null = null;
  for (let block = end - 1; block >= Math.max(after - 1, end - labelledLines); block--) {
    const text = draft.textOf(block);
    const found =
      labelledStart(draft, block) ?? (block >= end - spokenLines ? spokenStart(draft, block) : null);
    if (found && (block >= after || found.from > 0) && !isTaken(draft, found)) start = found;
    length += text.length;
    // Speech after a note makes it a note in the midst of the story.
    if (length > longestNote || quoted.test(text)) break;
  }
  return start;
}

/** Whether the header has taken it already, or it is a word to the reader amid the story (T78). */
function isTaken(draft: ReadingDraft, { block, from }: NoteStart): boolean {
  return draft
    .editsAt(block)
    .some(
      ({ finding, edit }) =>
        (edit.kind === "lift-to-field" && edit.to > from) ||
        (finding.kind === "writer-aside" && finding.state === "applied" && finding.where?.block === block),
    );
}

function labelledStart(draft: ReadingDraft, block: number): NoteStart | null {
  const text = draft.textOf(block);
  const offset = Math.max(0, text.length - longestNote);
  const sign = labelSigns(text.slice(offset)).find(
    ({ field, strong, label }) => strong && field === "notes" && !/^(?:n\/a|an)$/u.test(label),
  );
  if (!sign) return null;
  const from = offset + sign.from;
  // Within a paragraph a note begins only where a sentence has ended.
  if (from > 0 && !/[.!?…"”’'*)\n]\s*\(?$/u.test(text.slice(Math.max(0, from - 6), from))) return null;
  const opened = text.slice(from, offset + sign.value).includes("(") || text[from - 1] === "(";
  const to = opened && /\)\s*$/u.test(text) ? text.trimEnd().length - 1 : text.length;
  return {
    block,
    from: text[from - 1] === "(" ? from - 1 : from,
    value: { block, from: offset + sign.value, to },
  };
}

function spokenStart(draft: ReadingDraft, block: number): NoteStart | null {
  const text = draft.textOf(block);
  return farewell.test(text) ? { block, from: 0, value: { block, from: 0, to: text.length } } : null;
}

function rangesFrom(draft: ReadingDraft, start: NoteStart, end: number): BlockRange[] {
  const ranges: BlockRange[] = [];
  for (let block = start.block; block < end; block++) {
    const text = draft.textOf(block);
    if (isOrnament(text)) continue;
    ranges.push({ block, from: block === start.block ? start.from : 0, to: text.length });
  }
  return ranges;
}

function proposeCredits(draft: ReadingDraft, { block, from, to }: BlockRange): void {
  const text = draft.textOf(block);
  for (const sentence of sentencesOf(text, from, Math.min(to, from + longestNote))) {
    const words = text.slice(sentence.from, sentence.to).trim();
    for (const { role, name } of spokenThanks(words)) {
      draft.add(
        {
          kind: "credit",
          state: "proposed",
          where: { block, ...sentence },
          becomes: name,
          reasons: [{ why: "phrase", words: words.split(/\s+/u).slice(0, 8).join(" ") }],
        },
        { field: "creators", role, name },
      );
    }
  }
}

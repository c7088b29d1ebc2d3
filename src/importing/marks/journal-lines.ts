import type { Edit } from "../edit.ts";
import type { ReadingDraft } from "../reading-draft.ts";

const longest = 160;
const nearEdge = 40;

const cut =
  /^\s*[([]?\s*(?:read more|keep reading|continue reading|collapse|click (?:here )?(?:to|for) (?:the )?(?:read|more|fic|story)[^)\]]{0,40}|follow the (?:fake )?(?:lj-?)?cut[^)\]]{0,60}|(?:fake )?(?:lj-?)cut[^)\]]{0,60})\s*(?:…|\.{2,4}|→|>>?)?\s*[)\]]?\s*$/iu;
const place =
  "(?:part|chapter|ch\\.?|pt\\.?)\\s?(?:\\d{1,3}|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten)[ab]?|prev(?:ious)?(?: (?:part|chapter|entry))?|next(?: (?:part|chapter|entry))?|back(?: to (?:the )?(?:part|chapter|index|master ?post|master ?list).{0,12})?|(?:on )?to (?:part|chapter) .{1,8}|index|master ?post|master ?list|home|link|leave a comment|post a comment|add to memories|tell a friend|share|reply|\\d{1,5} comments?";
const arrows = "(?:[<>«»←→]|[-=]>|<[-=]){0,3}";
const ways = new RegExp(
  `^[\\s*_\\[({]{0,4}${arrows}\\s?(?:${place})\\s?${arrows}[\\s*_\\])}]{0,4}(?:(?:\\||·|•|/{1,2}|~|-|–|—|\\]\\s?\\[|\\)\\s?\\()[\\s*_\\[({]{0,4}${arrows}\\s?(?:${place})\\s?${arrows}[\\s*_\\])}]{0,4}){1,30}$`,
  "iu",
);
const oneWay = new RegExp(
  `^\\s*(?:(?:[<«←]|<-)+\\s?(?:${place})|(?:next|previous|back to|on to)\\s(?:part|chapter|index|master ?post)[^.!?]{0,12}|(?:${place})\\s?(?:[>»→]|->)+)\\s*$`,
  "iu",
);
const mood = /^\s*(?:current\s)?(?:mood|feeling)\s?[:：]\s?\S.{0,80}$/iu;
const besideMood =
  /^\s*(?:current\s)?(?:mood|feeling|music|location|listening to|tags|entry tags)\s?[:：]\s?\S.{0,120}$/iu;
const surelyJournal = /^\s*(?:current (?:music|location|mood)|entry tags)\s?[:：]/iu;

/**
 * Proposes to take out what a journal's page put round a story (T80): cuts, the way to other parts, mood and music.
 * Mood and music are looked for near either end only: people in stories have both.
 */
export function proposeJournalLines(draft: ReadingDraft, within: { from: number; to: number }): void {
  const { from, to } = within;
  for (let block = from; block < to; block++) {
    const text = draft.textOf(block);
    if (text.length > longest) continue;
    const nearEnd = block < from + nearEdge || block >= to - nearEdge;
    if (!cut.test(text) && !ways.test(text) && !oneWay.test(text) && !(nearEnd && isOfMood(draft, block)))
      continue;
    const range = { block, from: 0, to: text.length };
    const edit: Edit = { kind: "lift-to-field", field: "data", ...range, value: null };
    draft.add({ kind: "journal-line", state: "proposed", where: range, edits: [edit] });
  }
}

function isOfMood(draft: ReadingDraft, block: number): boolean {
  const text = draft.textOf(block);
  if (mood.test(text) || surelyJournal.test(text)) return true;
  return besideMood.test(text) && [block - 1, block + 1].some((near) => mood.test(draft.textOf(near)));
}

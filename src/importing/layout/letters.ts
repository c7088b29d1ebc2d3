import type { Edit } from "../edit.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import { type StoryExtent, type StoryLine, storyLines } from "./story-lines.ts";

const salutation =
  /^\s*(?:(?:my )?(?:dear(?:est)?|beloved|darling|honou?red) [^\n.!?;“”"]{1,50}?|to whom it may concern|sir|madam|gentlemen)[,:;!.—–-]{0,2}\s*$/iu;
const farewell =
  /^\s*(?:(?:ever |always |as ever,? |i (?:am|remain),? |and |with |all |much |lots of |my |your |the )*(?:yours?|love|regards|wishes|sincerely|faithfully|respectfully|affectionately|truly|cordially|cheers|xoxo|your (?:obedient |humble |devoted |loving |most )*(?:servant|friend|son|daughter|brother|sister|husband|wife|mother|father))(?: (?:truly|sincerely|faithfully|ever|always|respectfully|affectionately|from|and kisses))*)[,.!—–-]{0,2}\s*$/iu;
const dated =
  /^[^\n“”"?!]{0,60}?(?:\b\d{1,2}(?:st|nd|rd|th)?\.? (?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}\b)[^\n“”"?!]{0,20}$/iu;
const postscript = /^\s*p\.? ?(?:p\.? ?)?s\.?(?:[:\s—–-]|$)/iu;
const signature = /^\s*[-–—~]?\s*(?=\S)[^\n“”"?]{1,50}$/u;
/** A letter longer than this is a story of letters, whose chapters they are. */
const mostLines = 400;
const mostSigned = 3;

interface Letter {
  first: number;
  /** The line that says farewell. */
  farewell: number;
  /** The last line with a name under it. */
  signed: number;
  last: number;
  isSure: boolean;
}

/**
 * Sets a letter in the story apart (T63): from its date or greeting to the name under it, and its postscript. Done
 * when date, place or margins show it besides its words; proposed when the words alone do.
 */
export function readLetters(draft: ReadingDraft, extent: StoryExtent): void {
  for (const lines of storyLines(draft, extent)) {
    for (let index = 0; index < lines.length; index++) {
      const letter = letterAt(lines, index);
      if (letter === null) continue;
      addLetter(draft, lines, letter);
      index = letter.last;
    }
  }
}

function letterAt(lines: StoryLine[], greeting: number): Letter | null {
  const greeted = lines[greeting];
  if (!greeted || greeted.text.length > 80 || !salutation.test(greeted.text)) return null;
  if (!greeted.apart && greeting > 0 && !dated.test(lines[greeting - 1]?.text ?? "")) return null;
  const farewellAt = farewellAfter(lines, greeting);
  if (farewellAt === null) return null;
  const date = greeting > 0 && dated.test(lines[greeting - 1]?.text ?? "");
  const signed = signedUntil(lines, farewellAt);
  const isSetIn = margin(lines[farewellAt]) > margin(greeted);
  const next = lines[signed + 1];
  const last = next && postscript.test(next.text) ? signed + 1 : signed;
  const first = date ? greeting - 1 : greeting;
  return { first, farewell: farewellAt, signed, last, isSure: signed > farewellAt && (date || isSetIn) };
}

function farewellAfter(lines: StoryLine[], greeting: number): number | null {
  for (let at = greeting + 1; at < Math.min(lines.length, greeting + mostLines); at++) {
    const text = lines[at]?.text ?? "";
    if (text.length > 80) continue;
    if (salutation.test(text)) return null;
    if (farewell.test(text)) return at;
  }
  return null;
}

/** The name comes right under the farewell, or after one gap. */
function signedUntil(lines: StoryLine[], farewellAt: number): number {
  let signed = farewellAt;
  for (let at = farewellAt + 1; at <= farewellAt + mostSigned; at++) {
    const line = lines[at];
    if (!line || !signature.test(line.text) || postscript.test(line.text)) break;
    if (line.apart && (at > farewellAt + 1 || !isName(line.text))) break;
    if (!line.apart || isName(line.text)) signed = at;
  }
  return signed;
}

/** One to four words, each of them with a capital, and no sentence. */
function isName(text: string): boolean {
  return (
    /^\s*[-–—~]?\s*(?:(?:\p{Lu}[\p{L}.'’-]*|of|the|de|von|van)[ ,]*){1,4}\s*$/u.test(text) &&
    text.length <= 40
  );
}

function margin(line: StoryLine | undefined): number {
  return line === undefined ? 0 : line.text.length - line.text.trimStart().length;
}

function addLetter(draft: ReadingDraft, lines: StoryLine[], letter: Letter): void {
  const [first, last] = [lines[letter.first], lines[letter.last]];
  // A letter that shares a block with other words cannot be set apart from them.
  if (!first?.beginsBlock || !last || last.to < draft.textOf(last.block).length) return;
  draft.add({
    kind: "letter",
    state: letter.isSure ? "applied" : "proposed",
    where: { block: first.block, from: first.from, to: first.to },
    count: letter.last - letter.first + 1,
    edits: [
      ...signOff(lines.slice(letter.farewell, letter.signed + 1)),
      { kind: "group", block: first.block, last: last.block, as: "letter" },
    ],
  });
}

/** Farewell and name are one paragraph to the right, a line each. */
function signOff(lines: StoryLine[]): Edit[] {
  return lines.flatMap((line, index): Edit[] => {
    const { block, beginsBlock, from } = line;
    if (index === 0)
      return beginsBlock
        ? [
            { kind: "stand-apart", block },
            { kind: "set-as", block, as: "right" },
          ]
        : [{ kind: "split", block, at: from, as: "right" }];
    return beginsBlock ? [{ kind: "join-lines", block, with: "line-break" }] : [];
  });
}

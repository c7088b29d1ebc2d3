import { forbidsCopies } from "./forbids-copies.ts";
import type { SpokenOf } from "./header-sign.ts";
import { isSpoken } from "./narration.ts";
import { disclaims } from "./spoken-disclaimer.ts";
import { spokenGift } from "./spoken-gifts.ts";
import { spokenThanks } from "./spoken-thanks.ts";

const event =
  /^\W*(?:also\s+)?(?:written|created|made|posted|originally (?:written|posted)|fill(?:ed)?)\s+(?:\p{L}+\s+)?(?:for|to)\s[^.!?]{0,80}\b(?:exchange|challenge|fest|festival|ficathon|-a-thon|swap|bingo|secret santa|big bang|community|comm|meme|prompt)\b/iu;
const prompt = /^\W*[Pp]rompt(?:ed)?:?\s(?:by|from)\s(?:\p{Lu}|\S{0,20}[_\d])/u;
const unread =
  /^\W*(?:un-?beta['’]?e?d|not beta|no beta|un-?proofed|all (?:remaining )?mistakes (?:are|my))/iu;
const remark =
  /\b(?:please (?:read and )?review|r ?& ?r|read and review|reviews (?:are|make|welcome)|feedback is|con-?crit|constructive criticism|flames (?:will|are)|my first (?:fic|story|fanfic|attempt)|this (?:fic|ficlet|story|chapter) (?:is|was|takes|came|has|contains)|be (?:kind|gentle)\b|hope you(?: all)? (?:like|enjoy)|on with the (?:story|show|fic)|enjoy(?: the (?:story|fic|ride)| it| this)?\s*[!.~:^]{0,4}\s*$)/iu;
const thanks = /^\W*(?:and\s+)?(?:(?:a|so|many|huge|massive|big|special|also)\s+){0,3}thank(?:s| you)\b/iu;
/** To somebody who has no name here: `Dedicated to the memory of my cat.` */
const dedicated =
  /^\W*(?:this\b[^.!?]{0,40}\bis )?dedicated to\b[^,]{1,80}(?:,\s(?:who|whom|with|for|because|my|without|always)\b[^,]{0,80})?$/iu;
const openQuote = /^\s*["“‘'«„]\s?\p{L}/u;

/**
 * What a sentence of a header speaks of, and whether a story could say the same; `following` is what stands after
 * it in its line.
 */
export function spokenOf(sentence: string, following: string): { says: SpokenOf; sure: boolean } {
  if (openQuote.test(sentence) || isSpoken(sentence)) return { says: "nothing", sure: false };
  if (forbidsCopies(sentence)) return { says: "permission", sure: true };
  const gift = spokenGift(sentence, following);
  if (gift?.sure || dedicated.test(sentence)) return { says: "gift", sure: true };
  if (spokenThanks(sentence).length > 0) return { says: "thanks", sure: true };
  if (gift) return { says: "gift", sure: false };
  if (event.test(sentence.slice(0, 300)) || prompt.test(sentence) || unread.test(sentence))
    return { says: "remark", sure: true };
  const disclaimer = disclaims(sentence);
  if (disclaimer) return { says: "disclaimer", sure: disclaimer === "surely" };
  if (thanks.test(sentence) || remark.test(sentence.slice(0, 400))) return { says: "remark", sure: false };
  return { says: "nothing", sure: false };
}

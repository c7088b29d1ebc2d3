import { namesAtStart } from "./names.ts";
import { isTold } from "./narration.ts";
import { dedicatedTo } from "./opening-dedications.ts";
import { firstSentence } from "./sentences.ts";

/** Whom a sentence gives the story to, and the name it speaks to them by. */
export interface SpokenGift {
  recipients: string[];
  addressedAs: string | null;
  /** Whether it says so in words for giving; `This is for Anna.` might be a story's. */
  sure: boolean;
}

const article =
  "(?:so|and|also|just|here['’]s|it['’]s|this|these|is|was (?:written|made|meant)|an?|my|our|little|small|short|silly|belated|early|late|tiny|quick|birthday|christmas|xmas|yuletide|valentine['’]?s?|new|first|special|humble|written|as|one[- ]?shot|fic|ficlet|story|drabble|tale|chapter|piece|one|whole|thing)";
const filler = "(?:is|fic|story|one|chapter|specially|especially|just|all|written|made|dedicated)";
/** Words for giving, with nothing before them in the sentence but what leads up to them. */
const giving = new RegExp(
  `^\\W*(?:${article}\\s+){0,8}(?:pressie|prezzie|present|gift|gift-?fic|dedicated|goes out|dedication|(?:fic|ficlet|story|drabble|tale|chapter|piece) (?:is )?(?:written|dedicated))\\s+(?:${filler}\\s+){0,4}(?:for|to)\\s+`,
  "iu",
);
/** Words that give nothing unless a name follows: they must open the sentence. */
const forSomebody =
  /^\W*(?:(?:so|and|also|okay|ok)\s+)?(?:this|these|written|made|an?|my|another|here['’]s an?)\s+(?:(?:little|short|small|silly|first|quick|new|is|fic|ficlet|drabble|tale|story|one|piece|chapter|here|specially|especially|just|all|was written|was made|written|made)\s+){0,6}for\s+/iu;
const exchange =
  /^(?:(?:the|an?|this(?: year['’]s)?|my|round \w+ of)\s+)?[^.,!?;:]{0,60}?\b(?:exchange|challenge|fest|festival|ficathon|-a-thon|swap|bingo|secret santa|big bang|community|comm|meme|prompt)\b/iu;
const vocative =
  /\b(?:hope\s+(?:you|u)\s+(?:like|likes|love|loves|enjoy|enjoys)(?:\s+(?:it|this|them))?|enjoy(?:\s+(?:it|this))?|happy\s+(?:birthday|christmas|holidays|new year)|merry\s+(?:christmas|xmas)|happy\s+b-?day|for you|love you|love ya)\s*,?\s+([\p{L}][\p{L}\d_'-]{1,24})(?=\s*[.!?~<*)>}|]|\s*$)/iu;
const address =
  /^\W*(?:dear\s+)?([\p{L}][\p{L}\d_-]{1,24}),\s+(?:i\s+hope|hope|this|here|happy|you\b|enjoy|thank)/iu;
const tail = `on (?:her|his|their|your|the occasion of)\\b[^,.!?]{0,60}|with (?:all my |much |lots of |many )?(?:love|thanks|affection|hugs|gratitude)\\b[^,.!?]{0,60}|because [^,.!?]{1,60}|who (?:asked|wanted|requested|prompted|needed|deserves|loves|likes|said|gave|reads|knows|bid|won|helped)\\b[^,.!?]{0,60}|as (?:promised|always|ever|an? \\p{L}+ (?:present|gift))[^,.!?]{0,40}|happy \\p{L}+[^,.!?]{0,30}|my [^,.!?]{1,40}|just because|belatedly|without whom [^,.!?]{1,60}`;
/** A sentence that is nothing but a dedication. A comma at its end begins a letter: `For Anna,`. */
const dedication = new RegExp(
  `^[\\s*_~("]{0,6}(?:For|For:)\\s+([^,.!?:;]{2,50}?)(?:,?\\s+(?:${tail}))?[\\s.!)*_~"]{0,6}$`,
  "u",
);

const hoped =
  /\b[Hh]ope\s+(?:it|this)\s+(?:makes|brings|gives|cheers|helps|keeps|finds)\s+(?:you|u)(?:\s+\p{L}+){0,4}?\s*,?\s+(\p{Lu}[\p{L}\d_'-]{1,24})(?=\s*[.!?~<*)>}|]|\s*$)/u;

/**
 * What one sentence of a header gives away; null when it gives nothing. `following` is what stands after it in
 * its line: somebody spoken to there makes a dedication of `For Violet Hunter, queen of soup.`
 */
export function spokenGift(sentence: string, following: string): SpokenGift | null {
  const words = sentence.slice(0, 600);
  const addressedAs = addressIn(words);
  const dedicated = dedicatedTo(words, (addressedAs ?? addressIn(firstSentence(following))) !== null);
  const recipients = dedicated.length > 0 ? dedicated : recipientsIn(words);
  const sure = dedicated.length > 0 || (recipients.length > 0 && giving.test(words));
  return recipients.length > 0 || addressedAs ? { recipients, addressedAs, sure } : null;
}

function recipientsIn(words: string): string[] {
  const gift = giving.exec(words);
  if (gift) {
    const rest = words.slice(gift[0].length);
    return isTold(rest) ? [] : givenTo(rest);
  }
  const plain = forSomebody.exec(words);
  if (plain) {
    const rest = words.slice(plain[0].length);
    return isTold(rest) ? [] : givenTo(rest).filter(looksLikeName);
  }
  const named = dedication.exec(words.trim())?.[1];
  if (named === undefined || named.split(/\s+/u).length > 6) return [];
  const names = namesAtStart(named);
  return names.every(looksLikeName) ? names : [];
}

/** An exchange or challenge is nobody's name, but it may be followed by one. */
function givenTo(rest: string): string[] {
  const event = exchange.exec(rest);
  if (!event) return namesAtStart(rest);
  const within = /^([^.,!?;:]{2,40}?)\s+(?:in|as part of|at|during|and)\s+(?:the|an?|this|my)\b/iu.exec(
    event[0],
  )?.[1];
  if (within !== undefined) return namesAtStart(within);
  const after = /^[^.!?]{0,40}?\bfor\s+/iu.exec(rest.slice(event[0].length));
  return after ? namesAtStart(rest.slice(event[0].length + after[0].length)).filter(looksLikeName) : [];
}

function looksLikeName(name: string): boolean {
  return (
    (/^\p{Lu}/u.test(name) || /[_\d]/u.test(name)) &&
    !/^(?:sale|example|now|once|the|god|heaven|years?)$/iu.test(name)
  );
}

function addressIn(words: string): string | null {
  const name = (vocative.exec(words) ?? hoped.exec(words) ?? address.exec(words))?.[1] ?? null;
  if (name === null || !/^\p{Lu}/u.test(name)) return null;
  return /^(?:everyone|everybody|all|you|guys|folks|dear|please|review|anyway|well|so|and|but|yes|no)$/iu.test(
    name,
  )
    ? null
    : name;
}

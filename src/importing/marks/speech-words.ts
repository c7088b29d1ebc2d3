/** Verbs that carry speech in English stories; `thought` and its kin are in thoughtVerbs. */
const speech =
  `said says saying asked asks replied replies answered answers whispered whispers murmured murmurs muttered
mutters mumbled mumbles shouted shouts yelled yells called calls cried cries exclaimed screamed screams shrieked hissed
hisses growled growls snarled snapped snaps barked bellowed roared rasped croaked told tells added adds continued continues
began begins agreed agrees admitted admits announced announces declared stated stammered stuttered demanded demands inquired
enquired queried repeated repeats responded retorted returned interrupted insisted begged pleaded protested promised offered
suggested teased joked quipped drawled purred cooed crooned sighed sobbed wailed moaned groaned gasped breathed panted choked
laughed chuckled giggled snorted scoffed grumbled complained argued countered corrected explained observed remarked commented
noted spoke speaks apologised apologized emphasised
emphasized sympathised sympathized summarised summarized criticised criticized theorised theorized reassured confirmed
confessed conceded acknowledged assured accused advised cackled cautioned challenged cheered coaxed cursed deadpanned denied
encouraged exhaled faltered fumed huffed hummed implored informed interjected intervened jeered joked lied lamented
objected persisted pointed pouted probed proposed quavered quizzed quoted ranted reminded scolded scolds slurred sniffed
squeaked squealed stressed supplied swore taunted thundered trailed trilled tutted volunteered wheezed whimpered whined
whooped yelped went goes enthused gushed gulped hedged hollered howled rumbled snickered sniggered tittered
spat sneered mocked warned threatened ordered commanded instructed urged pressed prompted ventured greeted
concluded finished blurted babbled spluttered chimed piped intoned recited read sang chanted mouthed grunted gritted`.split(
    /\s+/u,
  );
const thought = `thought thinks think thinking wondered wonders mused muses brooded brooding hoped
puzzled recalled marvelled marveled reflected reasoned pondered prayed vowed wished
realised realized decided remembered imagined considered`.split(/\s+/u);

const who =
  "(?:he|she|they|i|we|you|it|someone|somebody|everyone|the \\p{L}+(?:-\\p{L}+)?(?: \\p{Ll}+)?|(?:his|her|my|their) \\p{L}+|\\p{Lu}[\\p{L}'’]+(?: \\p{Lu}[\\p{L}'’]+)?)";
const adverb =
  "(?:(?:\\p{L}{2,20}ly|then|just|only|had|still|all but|almost|very|rather|quite|so|too|even|once|again) ){0,3}";
const speechVerb = `(?:${speech.join("|")})`;
const thoughtVerb = `(?:${thought.join("|")})`;

const tagAfter = (verb: string) =>
  new RegExp(`^[\\s,–—-]{0,3}(?:${who}\\s+${adverb}(${verb})|(${verb})\\s+${who})\\b`, "u");
const tagBefore = (verb: string) =>
  new RegExp(`\\b${who}\\s+${adverb}(${verb})\\b[^.!?"“”]{0,60}[,:]\\s*$`, "u");

const patterns = {
  speechAfter: tagAfter(speechVerb),
  speechBefore: tagBefore(speechVerb),
  thoughtAfter: tagAfter(thoughtVerb),
  thoughtBefore: tagBefore(thoughtVerb),
};
const withinAfter =
  /^[^.!?]{0,60}?\b(?:(?:his|her|their|my|your|the|a|that|its) (?:\p{L}+ )?(silent|unspoken|inner|mental|inward)\b|(silently|inwardly|mentally)\b|(?:in|through|inside) (?:his|her|my|their|the) (?:own )?(mind|head|thoughts)\b|(thought)s? (?:to (?:him|her|my|it|them)sel(?:f|ves)|echoed|came|ran|was|filled)\b)/iu;
const withinBefore =
  /\b(?:(?:in|through|inside|within) (?:his|her|my|their) (?:own )?(mind|head|thoughts)\b[^.!?"“”]{0,60}?|(silently|inwardly|mentally)|(?:one|the|a single|that|this) (?:\p{L}+ )?(thought)(?: \p{L}+){0,4})[:,]\s*$/iu;
const voiced =
  /^\s*(?:his|her|their|its|my|the) (?:\p{Ll}+ )?(voice|tone|whisper|shout|cry|murmur)\b(?! (?:in|inside) (?:his|her|my|their) (?:head|mind))/iu;
const addressed = /^(?:told|reminded|chided|promised|scolded|assured)$/iu;
const toSelf =
  /^[^.!?]{0,80}?\b(?:to|told|tells|reminded|chided|asked|promised|scolded) (himself|herself|myself|itself|themselves)\b/iu;

/** What stands around a quoted passage says of it: that it is spoken, thought, either (null), or nothing. */
export interface Tag {
  kind: "speech" | "thought" | "either";
  word: string;
}

const window = 160;

/** Reads the words next to a quoted passage; null when they tell nothing. */
export function tagOf(before: string, inner: string, after: string): Tag | null {
  const head = after.slice(0, window);
  const tail = before.slice(-window);
  const thoughtWord = captured(patterns.thoughtAfter, head) ?? captured(patterns.thoughtBefore, tail);
  const silentWord = captured(withinAfter, head) ?? captured(withinBefore, tail);
  const speechWord = captured(patterns.speechAfter, head) ?? captured(patterns.speechBefore, tail);
  const self = captured(toSelf, head);
  if (thoughtWord) return { kind: "thought", word: thoughtWord };
  if (silentWord) return { kind: "thought", word: silentWord };
  // Who mutters to himself may be heard; who tells himself is not.
  if (speechWord && self && !addressed.test(speechWord)) return { kind: "either", word: self };
  if (speechWord && !self) return { kind: "speech", word: speechWord };
  const voice = captured(voiced, head);
  if (voice) return { kind: "speech", word: voice };
  if (self) return { kind: "thought", word: self };
  // A comma before the closing mark hands the sentence on to whoever speaks: ‘Come in,’ he grinned.
  return inner.endsWith(",") && /^\s+\p{L}/u.test(head) ? { kind: "speech", word: "," } : null;
}

function captured(pattern: RegExp, text: string): string | null {
  const match = pattern.exec(text);
  return match?.slice(1).find((word) => word !== undefined) ?? null;
}

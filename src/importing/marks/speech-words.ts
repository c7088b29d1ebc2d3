/** Verbs that carry speech in English stories; `thought` and its kin are in thoughtVerbs. */
const speech =
  `said says saying asked asks replied replies answered answers whispered whispers murmured murmurs muttered
mutters mumbled mumbles shouted shouts yelled yells called calls cried cries exclaimed screamed screams shrieked hissed
hisses growled growls snarled snapped snaps barked bellowed roared rasped croaked told tells added adds continued continues
began begins agreed agrees admitted admits announced announces declared stated stammered stuttered demanded demands inquired
enquired queried repeated repeats responded retorted returned interrupted insisted begged pleaded protested promised offered
suggested teased joked quipped drawled purred cooed crooned sighed sobbed wailed moaned groaned gasped breathed panted choked
laughed chuckled giggled snorted scoffed grumbled complained argued countered corrected explained observed remarked commented
noted spoke speaks spat sneered mocked warned threatened ordered commanded instructed urged pressed prompted ventured greeted
concluded finished blurted babbled spluttered chimed piped intoned recited read sang chanted mouthed grunted gritted`.split(
    /\s+/u,
  );
const thought =
  `thought thinks think thinking wondered wonders mused muses reflected reasoned pondered prayed vowed wished
realised realized decided remembered imagined considered`.split(/\s+/u);

const who =
  "(?:he|she|they|i|we|you|it|someone|somebody|everyone|the \\p{L}+(?:-\\p{L}+)?(?: \\p{Ll}+)?|(?:his|her|my|their) \\p{L}+|\\p{Lu}[\\p{L}'’]+(?: \\p{Lu}[\\p{L}'’]+)?)";
const adverb = "(?:\\p{L}+ly |then |just |only |had |finally |still |all but |simply |almost )?";
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
  /\b(?:(?:in|through|inside) (?:his|her|my|their) (?:own )?(mind|head|thoughts)|(silently|inwardly|mentally)|(?:one|the|a single|that|this) (?:\p{L}+ )?(thought)(?: \p{L}+){0,4})[:,]\s*$/iu;
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
  if (speechWord && (silentWord || self)) return { kind: "either", word: silentWord ?? self ?? speechWord };
  if (silentWord) return { kind: "thought", word: silentWord };
  if (speechWord) return { kind: "speech", word: speechWord };
  if (self) return { kind: "thought", word: self };
  // A comma before the closing mark hands the sentence on to whoever speaks: ‘Come in,’ he grinned.
  return inner.endsWith(",") && /^\s+\p{L}/u.test(head) ? { kind: "speech", word: "," } : null;
}

function captured(pattern: RegExp, text: string): string | null {
  const match = pattern.exec(text);
  return match?.slice(1).find((word) => word !== undefined) ?? null;
}

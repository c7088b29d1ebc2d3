/** Words that end the name in `for the wonderful someone who …`. */
const endsName = new Set(
  `a an the who whose whom that which because as on in with from for at since without and & so but when while if
  for's is was has have had her his their my our your to of by over after this it i you she he they we if hope
  will would could did does do made makes beta betaing betas betaed beta'd beta-reader proofreading proofread
  reading read looking helping being putting staying giving always again also too xx xxx`.split(/\s+/u),
);
/** People who are nobody in particular. */
const nobody = new Set(
  `everyone everybody anyone anybody all you people those them him her me us it fans reviewers readers friends
  reading this that these my who fun love now ever once sure example instance betaing fandom god years days
  reviews reviewing reader friend beta betas one ones none nothing some someone somebody mum mom dad folks guys
  girls ladies memory muse muses story chapter fic help kudos comments time years support advice`.split(
    /\s+/u,
  ),
);
/** What is said of people before they are named. */
const before =
  /^(?:the|my|our|a|an|this|dear|dearest|darling|lovely|lovelies|wonderful|wonderous|wondrous|amazing|awesome|brilliant|fabulous|fantastic|beautiful|sweet|best|good|great|friend|friends|fellow|beta|betas|reader|betareader|beta-reader|bestest|ever|so|very|always|incomparable|super|supportive|patient|gorgeous|delightful|kind|talented|fearless|sister|brother|mother|mum|mom|daughter|wife|husband|partner|flist|and|&|both|two|three|birthday|girl|twin|pal|mate|reviewer|giftee|recipient)$/iu;

const longestName = 40;

/**
 * The names at the start of words such as `the dearest lamp_and_ladle, queen of soup`: the first stretch up to
 * a word that cannot be in a name, of which only the name itself is kept.
 */
export function namesAtStart(words: string): string[] {
  const stretch = words.slice(0, 200).split(/[.!?,;:()<>[\]"“”\n*–—]|\s-\s/u, 1)[0] ?? "";
  const names: string[] = [];
  let rest = stretch.trim().split(/\s+/u);
  for (let round = 0; round < 4 && rest.length > 0; round++) {
    const { phrase, after } = phraseOf(rest);
    const name = nameIn(phrase);
    if (name === null) break;
    names.push(name);
    const joiner = after[0]?.toLowerCase();
    if (joiner !== "and" && joiner !== "&") break;
    rest = after.slice(1);
    if (/^(?:a|an|to|for|also|it|her|his|their)$/iu.test(rest[0] ?? "")) break;
  }
  return names;
}

function phraseOf(words: string[]): { phrase: string[]; after: string[] } {
  const start = words.findIndex((word) => !before.test(word));
  if (start === -1) return { phrase: [], after: [] };
  const length = words.slice(start).findIndex((word) => endsName.has(word.toLowerCase()));
  const end = length === -1 ? words.length : start + length;
  return { phrase: words.slice(start, end), after: words.slice(end) };
}

/** A run of capitalised words is a name; else the word that looks like an account's name, which comes last. */
function nameIn(phrase: string[]): string | null {
  const capitalised = phrase.findIndex((word) => /^\p{Lu}/u.test(word));
  const run = capitalised === -1 ? [] : phrase.slice(capitalised);
  const other = run.findIndex((word) => !/^[\p{Lu}\d]/u.test(word));
  const name =
    run.length > 0 ? run.slice(0, other === -1 ? 3 : Math.min(other, 3)).join(" ") : (phrase.at(-1) ?? "");
  const plain = name.replace(/^[@*_~']+|['’]s$|[*~']+$/gu, "");
  if (plain.length < 2 || plain.length > longestName || !/[\p{L}\d]/u.test(plain)) return null;
  if (run.length === 0 && phrase.length > 4) return null;
  return nobody.has(plain.toLowerCase()) ? null : plain;
}

/** `Tam, Mary Sue & jo_x`: the names of a labelled list. */
export function listedNames(words: string): string[] {
  return words
    .split(/[,;&]|\s(?:and|und|et|y|e|и|with)\s|\s\+\s/u)
    .map((name) =>
      name.replace(/\([^)]{0,80}\)|<[^>]{0,80}>/gu, "").replace(/^[\s*_"“~@-]+|[\s*_"”~.!]+$/gu, ""),
    )
    .filter((name) => name.length > 0 && name.length <= 60 && name.split(/\s+/u).length <= 5);
}

import { sentencesOf } from "./sentences.ts";

/** What a writer's mark means, as `Italics = Thoughts` says it. */
export interface Convention {
  mark: "italics" | "bold" | "single-quotes" | "other";
  means: "thought" | "speech" | "other";
  /** For marks that are signs, such as `//x// = telepathy`: how such speech is written and what it is. */
  mode?: SpeechMode;
}

/** A way of speaking and the signs round it; `name` is lower-case letters only, as a class name has them. */
export interface SpeechMode {
  opens: string;
  closes: string;
  name: string;
}

const italic =
  "italics?|italici[sz]ed(?: text)?|italic text|words in italics|anything in italics|text in italics|kursiv|курсив|cursiva|italique|corsivo|斜体";
const bold = "bold|bold text|bolded text|bolded|words in bold";
const single = "‘[^’'\\n]{1,30}[’']|'[^'\\n]{1,30}'|single quotes?|single quotation marks";
const other =
  '\\*[^*\\n]{1,30}\\*|_[^_\\n]{1,30}_|//?[^/\\n]{1,30}//?|~+[^~\\n]{1,30}~+|::?[^:\\n]{1,30}::?|<+[^<>\\n]{1,30}>+|\\[[^\\]\\n]{1,30}\\]|\\{[^}\\n]{1,30}\\}|[“"][^”"\\n]{1,30}[”"]|underlined?(?: text)?|all caps|caps|capitals';
const thought =
  "(?:(?:the )?characters?['’]?s?['’]? |(?:his|her|their) |inner |internal |private )?(?:thoughts?|thinking|inner monologue|internal monologue|мысли|gedanken|pensées|pensamientos|pensamentos|pensieri|心理|心の声)";
const speech = "(?:normal |spoken |regular )?(?:speech|speaking|talking|dialogue|spoken)";
const meaning = `${thought}|${speech}|emphasis|emphasi[sz]ed?|telepathy|telepathic \\w+|mind ?speech|mental \\w+|flash-?backs?|dreams?|dream sequences?|visions?|memor(?:y|ies)|text messages?|texting|texts|letters?|notes?|songs?|lyrics|sounds?|sound effects|past|(?:an)?other languages?|foreign languages?|[a-z]{3,14} (?:speech|speaking|language|talking)|parsel(?:tongue|mouth)|japanese|french|german|spanish|russian|italian|latin|translations?`;
const marks = `${italic}|${bold}|${single}|${other}`;
const joiner =
  "\\s{0,3}(?:=+>?|:|-+>?|–|—|~|→|are(?: used)?(?: for)?|is(?: used)?(?: for)?|will be|means?|indicates?|denotes?|signif(?:y|ies)|represents?|for)\\s{0,3}";
const symbols =
  "\\*[^*\\n]{1,30}\\*|//?[^/\\n]{1,30}//?|~+[^~\\n]{1,30}~+|::?[^:\\n]{1,30}::?|<+[^<>\\n]{1,30}>+";
const one = `(?:(?:${marks})${joiner}(?:${meaning})|(?:${symbols})\\s{1,3}(?:${meaning})|(?:${meaning})(?:\\s(?:are|is|will be|italici[sz]ed))?(?:${joiner}|\\s)(?:in |written in |shown in )?(?:${marks}))`;
const line = new RegExp(
  `^[\\s(*_~-]{0,6}(?:(?:oh|and|also|note|ps|btw|just so you know|fyi|in this story|here)[,:]?\\s){0,3}${one}(?:\\s{0,3}(?:[,;.|]|and|&)\\s{0,3}${one}){0,5}[\\s).!*_~-]{0,6}$`,
  "iu",
);
const says = {
  italic: new RegExp(`(?:${italic})`, "iu"),
  bold: new RegExp(`(?:${bold})`, "iu"),
  single: new RegExp(`^\\W{0,3}(?:${single})`, "iu"),
  thought: new RegExp(`(?:${thought})`, "iu"),
  speech: new RegExp(`(?:${speech})`, "iu"),
};
const longest = 200;
/** Any convention mentions one of each, and they are quickly looked for. */
const mentionsMark =
  /ital|kursiv|курсив|cursiv|corsiv|斜体|bold|underlin|caps|capitals|single|[/*~_:<[{=‘'"“]/iu;
const mentionsMeaning =
  /thought|thinking|monologue|мысли|gedanken|pens|心|speech|speak|spoken|talking|dialogue|emphas|telepath|mental|flash|dream|vision|memor|text|letter|note|song|lyric|sound|past|language|parsel|japanese|french|german|spanish|russian|italian|latin|translation/iu;

/** Reads a line that is only conventions; null for anything else, above all for prose about italics. */
export function conventionsOf(words: string): Convention[] | null {
  if (words.length > longest || !mentionsBoth(words) || !line.test(words)) return null;
  const parts = words
    .split(/[,;|]|\band\b|&/iu)
    .filter((part) => !/^\W*(?:oh|also|note|ps|btw)?\W*$/iu.test(part));
  return parts.map(conventionOf);
}

function mentionsBoth(words: string): boolean {
  return mentionsMark.test(words) && mentionsMeaning.test(words);
}

function conventionOf(words: string): Convention {
  const mark = says.italic.test(words)
    ? "italics"
    : says.bold.test(words)
      ? "bold"
      : says.single.test(words)
        ? "single-quotes"
        : "other";
  const means = says.thought.test(words) ? "thought" : says.speech.test(words) ? "speech" : "other";
  const mode = mark === "other" ? modeOf(words) : null;
  return mode ? { mark, means, mode } : { mark, means };
}

const modeNames: [RegExp, string][] = [
  [/telepath|mind ?speech|mental/iu, "telepathy"],
  [/flash-?back|\bpast\b/iu, "flashback"],
  [/dream/iu, "dream"],
  [/vision/iu, "vision"],
  [/memor/iu, "memory"],
  [/\btext/iu, "text"],
  [/letter|notes?\b/iu, "letter"],
  [/song|lyric/iu, "song"],
  [/sound/iu, "sound"],
  [/language|parsel|translation|japanese|french|german|spanish|russian|italian|latin/iu, "language"],
];
const signs =
  /(\/\/|~{1,3}|::?|<{1,3}|\[{1,2}|\{{1,2})(?![\s/~:<[{])[^/~:<>[\]{}\n]{0,30}(\/\/|~{1,3}|::?|>{1,3}|\]{1,2}|\}{1,2})/u;

/** Signs that are italics to everybody (`*x*`, `_x_`, `/x/`) have no mode of their own. */
function modeOf(words: string): SpeechMode | null {
  const [, opens = "", closes = ""] = signs.exec(words) ?? [];
  const mirrored = opens.replaceAll("<", ">").replaceAll("[", "]").replaceAll("{", "}");
  if (opens === "" || closes !== mirrored) return null;
  const name = modeNames.find(([pattern]) => pattern.test(words))?.[1];
  if (name !== undefined) return { opens, closes, name };
  return says.thought.test(words) ? { opens, closes, name: "thought" } : null;
}

const inside = new RegExp(
  `(?<=^|[\\s(])(?:${italic}|${bold}|\\*[^*\\n]{1,30}\\*)\\s{0,3}=\\s{0,3}(?:${meaning})(?:\\s{0,3}(?:[,;]|and)\\s{0,3}${one}){0,5}[).;]?(?=\\s|$)`,
  "iu",
);

/** Finds conventions that are written with `=`, or are a sentence of their own, inside a header that ran together into one paragraph. */
export function conventionsInside(
  words: string,
): { from: number; to: number; conventions: Convention[] } | null {
  if (!mentionsBoth(words)) return null;
  const match = inside.exec(words.slice(0, 8000));
  const conventions = match && conventionsOf(match[0]);
  if (match && conventions) return { from: match.index, to: match.index + match[0].length, conventions };
  return wholeSentence(words.slice(0, 8000));
}

function wholeSentence(words: string): { from: number; to: number; conventions: Convention[] } | null {
  for (const { from, to } of sentencesOf(words, 0, words.length)) {
    const conventions = conventionsOf(words.slice(from, to).trimEnd());
    if (conventions) return { from, to, conventions };
  }
  return null;
}

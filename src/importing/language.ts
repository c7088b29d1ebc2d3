import type { Reason } from "./finding.ts";
import type { ReadingDraft } from "./reading-draft.ts";

/** Scripts that are written for one language above all; the first that fits decides. */
const scripts: { tag: string; script: string; letters: RegExp }[] = [
  { tag: "ja", script: "Kana", letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu },
  { tag: "ko", script: "Hangul", letters: /\p{Script=Hangul}/gu },
  { tag: "zh", script: "Han", letters: /\p{Script=Han}/gu },
  { tag: "he", script: "Hebrew", letters: /\p{Script=Hebrew}/gu },
  { tag: "th", script: "Thai", letters: /\p{Script=Thai}/gu },
  { tag: "el", script: "Greek", letters: /\p{Script=Greek}/gu },
];

/** Small words that are frequent in one language and rare in its neighbours. */
const functionWords: { tag: string; words: string }[] = [
  { tag: "en", words: "the and was that his her with had she they of" },
  { tag: "de", words: "und der die nicht das ich ist sie war mit ein" },
  { tag: "fr", words: "et les des une pas dans que elle est il qui" },
  { tag: "es", words: "que el los una por con no las su pero como" },
  { tag: "pt", words: "que não uma com os ele ela para mas seu como" },
  { tag: "it", words: "che non di una per con il gli era sono come" },
  { tag: "nl", words: "het een van niet dat hij zijn was maar ze en" },
  { tag: "sv", words: "och att det inte som hon han var på med jag" },
  { tag: "pl", words: "nie się że na jest był jak ale to co do" },
  { tag: "ru", words: "и не что он она на как его это но было" },
  { tag: "uk", words: "і не що він вона на як його це але було" },
  { tag: "ar", words: "في من على أن لا إلى كان هذا ما لم عن" },
  { tag: "fa", words: "و در به که از را این با است آن بود" },
];
const sampleLength = 40_000;
const leastWords = 40;
const leastShare = 0.12;

/** Proposes the language of the story when its script or its commonest small words tell. */
export function proposeLanguage(draft: ReadingDraft, storyBegins: number): void {
  const text = sampleOf(draft, storyBegins);
  const found = byScript(text) ?? byWords(text) ?? bySharedScript(text);
  if (!found) return;
  const { tag, because } = found;
  draft.add(
    { kind: "language", state: "applied", becomes: tag, reasons: [because] },
    { field: "language", tag },
  );
}

/**
 * Of a script that several languages share, by its letters: a text too short for its words to tell is still more
 * likely in one of its languages than in the archive's, and stands the right way round.
 */
const sharedScripts: { script: string; letters: RegExp; usual: string; other: string; signs: RegExp }[] = [
  { script: "Arabic", letters: /\p{Script=Arabic}/gu, usual: "ar", other: "fa", signs: /[پچژگ]/u },
  { script: "Cyrillic", letters: /\p{Script=Cyrillic}/gu, usual: "ru", other: "uk", signs: /[іїєґ]/iu },
];

function bySharedScript(text: string): { tag: string; because: Reason } | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const found = sharedScripts.find(
    ({ letters: pattern }) => (text.match(pattern)?.length ?? 0) > letters / 2,
  );
  if (!found) return null;
  const tag = found.signs.test(text) ? found.other : found.usual;
  return { tag, because: { why: "script", script: found.script } };
}

function sampleOf(draft: ReadingDraft, storyBegins: number): string {
  let text = "";
  for (let block = storyBegins; block < draft.blocks.length && text.length < sampleLength; block++) {
    text += ` ${draft.textOf(block).slice(0, sampleLength)}`;
  }
  return text;
}

function byScript(text: string): { tag: string; because: Reason } | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const { tag, script, letters: pattern } of scripts) {
    const share = (text.match(pattern)?.length ?? 0) / Math.max(1, letters);
    if (share > (tag === "ja" ? 0.15 : 0.5)) return { tag, because: { why: "script", script } };
  }
  return null;
}

function byWords(text: string): { tag: string; because: Reason } | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < leastWords) return null;
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const scored = functionWords
    .map(({ tag, words: list }) => {
      const known = list.split(" ");
      return {
        tag,
        known,
        share: known.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0) / words.length,
      };
    })
    .sort((a, b) => b.share - a.share);
  const [best, second] = scored;
  if (!best || best.share < leastShare || best.share < (second?.share ?? 0) * 1.4) return null;
  const seen = best.known.filter((word) => counts.has(word)).slice(0, 5);
  return { tag: best.tag, because: { why: "function-words", words: seen.join(", ") } };
}

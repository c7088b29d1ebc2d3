import type { Edit } from "../edit.ts";
import type { Reason } from "../finding.ts";
import type { HeaderReading } from "../header/read-header.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import type { StoryParagraph } from "../story-paragraphs.ts";
import { doubleQuoted, singleQuoted } from "./quoted-passages.ts";
import { tagOf } from "./speech-words.ts";

interface Candidate {
  paragraph: StoryParagraph;
  from: number;
  to: number;
  alone: boolean;
  key: string;
}

/**
 * Where the writer said that italics are thoughts and the italics are lost: proposes them for single-quoted whole
 * sentences that stand alone again and again or are called thoughts, leaves speech alone, and asks about what the
 * text does not tell. Quoted words inside a sentence (‘minions’) are neither. Nothing is applied.
 */
export function proposeThoughts(
  draft: ReadingDraft,
  paragraphs: StoryParagraph[],
  header: HeaderReading,
): void {
  if (!header.conventions.some(({ mark, means }) => mark === "italics" && means === "thought")) return;
  const candidates = paragraphs.flatMap(candidatesIn);
  const times = new Map<string, number>();
  for (const { key, alone } of candidates) if (alone) times.set(key, (times.get(key) ?? 0) + 1);
  const speechIsDouble = hasDoubleQuotedSpeech(paragraphs, candidates.length);
  for (const candidate of candidates) {
    const { paragraph, from, to } = candidate;
    const words = paragraph.text.slice(from, to);
    const tag = tagOf(
      paragraph.text.slice(Math.max(0, from - 200), from),
      words.slice(1, -1),
      paragraph.text.slice(to, to + 200),
    );
    if (tag?.kind === "speech") continue;
    const repeated = candidate.alone ? (times.get(candidate.key) ?? 1) : 1;
    const reasons: Reason[] = [];
    if (candidate.alone) reasons.push({ why: "stands-alone" });
    if (repeated > 1) reasons.push({ why: "repeated", times: repeated });
    if (tag) reasons.push({ why: "thought-word", word: tag.word });
    if (speechIsDouble) reasons.push({ why: "speech-elsewhere" });
    const told = tag?.kind === "thought" || repeated > 1 || (speechIsDouble && tag === null);
    if (!told) reasons.push({ why: "nothing-tells" });
    reasons.push({ why: "convention", words: header.conventionWords });
    const ranges = paragraph.rangesOf(from, to);
    draft.add({
      kind: told ? "thought" : "thought-or-speech",
      state: told ? "proposed" : "unsure",
      where: ranges[0] ?? null,
      was: words,
      becomes: "em",
      reasons,
      edits: ranges.map((range): Edit => ({ kind: "emphasise", as: "em", ...range })),
    });
  }
}

function candidatesIn(paragraph: StoryParagraph): Candidate[] {
  const { text } = paragraph;
  const inSpeech = doubleQuoted(text);
  return singleQuoted(text).flatMap(({ from, to }) => {
    const inner = text.slice(from + 1, to - 1);
    const nested = inSpeech.some((speech) => speech.from < from && speech.to >= to);
    if (nested || !isWholeSentence(text.slice(0, from), inner)) return [];
    const alone = text.slice(0, from).trim() === "" && text.slice(to).trim() === "";
    return [
      {
        paragraph,
        from,
        to,
        alone,
        key: inner
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, " ")
          .trim(),
      },
    ];
  });
}

/** Begins where a sentence can begin, with a capital, and ends with a sentence's end. */
function isWholeSentence(before: string, inner: string): boolean {
  const atSentenceStart = /(?:^|[.!?…:,;—–-]["”’')]*|\n)\s*$/u.test(before.slice(-12));
  const first = /^[.…\s*_"“¿¡-]{0,6}(\p{L}|\d)/u.exec(inner)?.[1] ?? "";
  const capital = first !== "" && first === first.toUpperCase();
  const ended = /[.!?…,—–-]$/u.test(inner.trimEnd());
  const afterComma = /[,;]\s*$/u.test(before.slice(-4));
  const words = inner.trim().split(/\s+/u).length;
  return atSentenceStart && capital && ended && !(afterComma && words < 3) && words <= 400;
}

function hasDoubleQuotedSpeech(paragraphs: StoryParagraph[], singles: number): boolean {
  let doubles = 0;
  for (const { text } of paragraphs) doubles += doubleQuoted(text).length;
  return doubles >= 3 && doubles > singles;
}

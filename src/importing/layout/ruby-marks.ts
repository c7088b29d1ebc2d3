import type { Edit } from "../edit.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import type { StoryParagraph } from "../story-paragraphs.ts";

const notations = [
  // ｜海《うみ》, as Aozora Bunko and the novel sites write it
  /[｜|](?<word>[^《》｜|\s]{1,20})《(?<reading>[^《》\n]{1,30})》/dgu,
  // 漢字《かんじ》: without the bar the reading belongs to the run of ideographs before it
  /(?<word>[\p{Script=Han}々〆ヶ]{1,20})《(?<reading>[\p{Script=Hiragana}\p{Script=Katakana}ー・]{1,30})》/dgu,
  // [[rb:海 > うみ]], as Pixiv writes it
  /\[\[rb: ?(?<word>[^\]>\n]{1,40}?) ?> ?(?<reading>[^\]\n]{1,40}?) ?\]\]/dgu,
];

interface Ruby {
  from: number;
  to: number;
  word: [number, number];
  reading: [number, number];
}

/** Sets the readings that a text gives in its own notations over the words they belong to (T71). */
export function readRubyMarks(draft: ReadingDraft, paragraphs: StoryParagraph[]): void {
  const edits: Edit[] = [];
  let first: { paragraph: StoryParagraph; ruby: Ruby } | null = null;
  let count = 0;
  for (const paragraph of paragraphs) {
    let end = 0;
    for (const ruby of rubiesIn(paragraph.text)) {
      const own = ruby.from >= end ? editsOf(paragraph, ruby) : null;
      if (own === null) continue;
      end = ruby.to;
      edits.push(...own);
      first ??= { paragraph, ruby };
      count++;
    }
  }
  if (first === null) return;
  const { paragraph, ruby } = first;
  draft.add({
    kind: "ruby",
    state: "applied",
    where: paragraph.rangesOf(ruby.from, ruby.to)[0] ?? null,
    was: paragraph.text.slice(ruby.from, ruby.to),
    becomes: `${paragraph.text.slice(...ruby.word)}(${paragraph.text.slice(...ruby.reading)})`,
    count,
    edits,
  });
}

function rubiesIn(text: string): Ruby[] {
  if (!text.includes("《") && !text.includes("[[rb:")) return [];
  return notations
    .flatMap((notation) =>
      [...text.matchAll(notation)].flatMap((match): Ruby[] => {
        const { word, reading } = match.indices?.groups ?? {};
        return word && reading
          ? [{ from: match.index, to: match.index + match[0].length, word, reading }]
          : [];
      }),
    )
    .sort((a, b) => a.from - b.from || b.to - a.to);
}

/** The signs go, word and reading stay; null when the notation lies across lines or repaired letters. */
function editsOf(paragraph: StoryParagraph, { from, to, word, reading }: Ruby): Edit[] | null {
  const [whole, ...others] = paragraph.rangesOf(from, to);
  if (whole === undefined || others.length > 0 || whole.to - whole.from !== to - from) return null;
  const at = (start: number, end: number) => ({
    block: whole.block,
    from: whole.from + start - from,
    to: whole.from + end - from,
  });
  return [
    { kind: "remove", ...at(from, word[0]) },
    { kind: "set-words", as: "ruby", ...at(word[0], reading[1]) },
    { kind: "remove", ...at(word[1], reading[0]) },
    { kind: "set-words", as: "reading", ...at(reading[0], reading[1]) },
    { kind: "remove", ...at(reading[1], to) },
  ];
}

import type { ImportLexicon } from "../import-reading.ts";
import type { TagField } from "../recognised-fields.ts";

export interface FoundTag {
  field: TagField;
  name: string;
  from: string;
  at: number;
}

type Abbreviation = ImportLexicon["abbreviations"][number];

/** The tag field that one of the owner's kinds of tag fills. */
function tagFieldOf(kind: string): TagField {
  if (kind === "fandom") return "fandoms";
  if (kind === "character") return "characters";
  return kind === "relationship" ? "relationships" : "additionalTags";
}

/** What a whole value such as `BtVS` stands for, without regard to case. */
export function expandAbbreviation(value: string, kind: string, lexicon: ImportLexicon): Abbreviation | null {
  const wanted = value.trim().toLowerCase();
  return (
    lexicon.abbreviations.find(
      (entry) => entry.kind === kind && entry.abbreviation.toLowerCase() === wanted,
    ) ?? null
  );
}

/**
 * Fandoms named by abbreviation in running text. In the midst of a sentence only the exact spelling counts, and
 * only as whole words of two letters or more; of `ACD Holmes` and `ACD` the longer one is meant.
 */
export function fandomsIn(text: string, lexicon: ImportLexicon): FoundTag[] {
  const fandoms = lexicon.abbreviations.filter(
    ({ kind, abbreviation }) => kind === "fandom" && abbreviation.length > 1,
  );
  const phrases = fandoms
    .filter(({ abbreviation }) => /\s/u.test(abbreviation))
    .flatMap((entry) => phrasesIn(text, entry));
  const byAbbreviation = new Map(fandoms.map((entry) => [entry.abbreviation, entry]));
  const words: FoundTag[] = [];
  for (const word of text.matchAll(/(?<![\p{L}\p{N}_@.])[\p{L}\p{N}][\p{L}\p{N}:'’&-]{0,20}/gu)) {
    const plain = word[0].replace(/['’]s?$|[:&-]+$/u, "");
    const entry = byAbbreviation.get(plain) ?? byAbbreviation.get(word[0]);
    const isPart = phrases.some(({ at, from }) => word.index >= at && word.index < at + from.length);
    if (entry && !isPart) words.push(tagFor(entry, word.index));
  }
  return [...phrases, ...words].sort((a, b) => a.at - b.at);
}

/** Where an abbreviation of several words stands in a text, as whole words. */
function phrasesIn(text: string, entry: Abbreviation): FoundTag[] {
  const found: FoundTag[] = [];
  const { abbreviation } = entry;
  for (let at = text.indexOf(abbreviation); at !== -1; at = text.indexOf(abbreviation, at + 1)) {
    const around = `${text[at - 1] ?? " "}${text[at + abbreviation.length] ?? " "}`;
    if (!/[\p{L}\p{N}_]/u.test(around)) found.push(tagFor(entry, at));
  }
  return found;
}

function tagFor(entry: Abbreviation, at: number): FoundTag {
  return { field: tagFieldOf(entry.kind), name: entry.name, from: entry.abbreviation, at };
}

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
export function tagFieldOf(kind: string): TagField {
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
 * only as a whole word of two letters or more.
 */
export function fandomsIn(text: string, lexicon: ImportLexicon): FoundTag[] {
  const byAbbreviation = new Map<string, Abbreviation>();
  for (const entry of lexicon.abbreviations) {
    if (entry.kind === "fandom" && entry.abbreviation.length > 1)
      byAbbreviation.set(entry.abbreviation, entry);
  }
  const found: FoundTag[] = [];
  for (const word of text.matchAll(/(?<![\p{L}\p{N}_@.])[\p{L}\p{N}][\p{L}\p{N}:'’&-]{0,20}/gu)) {
    const plain = word[0].replace(/['’]s?$|[:&-]+$/u, "");
    const entry = byAbbreviation.get(plain) ?? byAbbreviation.get(word[0]);
    if (entry)
      found.push({
        field: tagFieldOf(entry.kind),
        name: entry.name,
        from: entry.abbreviation,
        at: word.index,
      });
  }
  return found;
}

import { askingForText } from "./ask-for-text.ts";
import { type Asking, adding, type Change, retyped } from "./asking.ts";
import {
  type FoundNames,
  findNamesWith,
  findTagsLike,
  findTagsNamed,
  findWriterNamed,
} from "./find-names.ts";
import { quoted } from "./mistake.ts";
import type { Term } from "./read-tokens.ts";

/**
 * Words without a key, which may be a name or stand in a story: as what they were taken, and what else they may be.
 * "choice": as nothing yet, because several things are called so.
 */
export type OtherReading = {
  words: string;
  from: number;
  to: number;
  taken: "name" | "text" | "choice";
  names: FoundNames;
  /** What would be typed for the other reading. */
  instead: string[];
};

type Read = { change: Change | null; other: OtherReading | null };

const nothing: FoundNames = { tags: [], writers: [], works: [] };

/**
 * What words without a key ask for. In quotation marks they stand in the text; without, they are the name of the only
 * tag or writer called so, or else stand in the text too.
 */
export function askingForWords(asking: Asking, term: Term): Promise<Read> {
  if (term.minus && !term.quoted) return keepingOut(asking, term);
  return term.quoted ? askingForPhrase(asking, term) : askingForName(asking, term);
}

async function askingForPhrase(asking: Asking, term: Term): Promise<Read> {
  const change = askingForText(asking, term);
  if (change === null) return { change, other: null };
  const names = await namesOf(asking, term);
  const isName = names.tags.length + names.writers.length > 0;
  return { change, other: isName ? { ...placeOf(term), taken: "text", names, instead: [] } : null };
}

async function askingForName(asking: Asking, term: Term): Promise<Read> {
  const names = await namesOf(asking, term);
  const other = (taken: OtherReading["taken"], found: FoundNames, instead: string[] = []): OtherReading => ({
    ...{ ...placeOf(term), taken, names: found, instead },
  });
  const inText = term.value
    .split(/\s+/u)
    .map((word) => `text:${quoted(word)}`)
    .join(" ");
  const [tag] = names.tags;
  const [writer] = names.writers;
  if (tag && names.tags.length === 1)
    return { change: adding("all", [tag.id]), other: other("name", nothing, [inText]) };
  if (tag) return { change: null, other: other("choice", names, [inText]) };
  if (writer) return { change: adding("writers", [writer.id]), other: other("name", nothing, [inText]) };
  const near = asking.mayLookUp() ? await namesNear(asking, term.value) : nothing;
  const offers = near.tags.length + near.writers.length + near.works.length > 0;
  return { change: askingForText(asking, term), other: offers ? other("text", near) : null };
}

/** Names alone can be kept out: all tags that are called so. */
async function keepingOut(asking: Asking, term: Term): Promise<Read> {
  const { tags, writers } = await namesOf(asking, term);
  if (tags.length > 0)
    return {
      change: adding(
        "none",
        tags.map(({ id }) => id),
      ),
      other: null,
    };
  const [writer] = writers;
  if (writer) return { change: adding("notWriters", [writer.id]), other: null };
  const near = asking.mayLookUp() ? await findTagsLike(asking.reader, asking.person, term.value, null) : [];
  const spelled = [...new Set(near.map(({ name }) => name))];
  asking.tell(term, { kind: "no-word-exclusion", words: term.value }, [
    ...spelled.map((name) => retyped(term, name)),
    "",
  ]);
  return { change: null, other: null };
}

/** What is called exactly so: tags, or failing that a writer. */
async function namesOf({ reader, person }: Asking, { value }: Term): Promise<FoundNames> {
  const tags = await findTagsNamed(reader, person, value, null);
  const writer = tags.length === 0 ? await findWriterNamed(reader, value) : null;
  return { tags, writers: writer ? [writer] : [], works: [] };
}

/** What has the words in its name, or failing that is spelled nearly so. */
async function namesNear({ reader, person }: Asking, words: string): Promise<FoundNames> {
  const found = await findNamesWith(reader, person, words);
  if (found.tags.length + found.writers.length + found.works.length > 0) return found;
  return { ...found, tags: await findTagsLike(reader, person, words, null) };
}

function placeOf({ value, from, to }: Term): { words: string; from: number; to: number } {
  return { words: value, from, to };
}
